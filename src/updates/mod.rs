//! Updates by long polling: a stream that loses none, does not spin, and stops at once.
//!
//! ```no_run
//! use telegrammar::Bot;
//! use telegrammar::updates::BotUpdates as _;
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let bot = Bot::from_env()?;
//! let mut updates = bot.updates();
//! while let Some(update) = updates.next().await {
//!     println!("{}", update?.kind.name());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Updates are handed out at least once: one is confirmed to the server when its successor is asked
//! for. A program that stops before gets it again when it is started anew.

mod allowed;
mod error;
mod fetch;
mod handle;
mod settings;
mod stream;

pub use allowed::AllowedUpdates;
pub use error::{PollError, PollErrorKind};
pub use handle::UpdatesHandle;
pub use stream::Updates;

use crate::Bot;

/// Adds [`updates`](Self::updates) to [`Bot`].
pub trait BotUpdates {
    /// Returns the stream of the bot's updates. Nothing is requested before it is polled.
    fn updates(&self) -> Updates;
}

impl BotUpdates for Bot {
    fn updates(&self) -> Updates {
        Updates::new(self)
    }
}
