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
//!
//! # Several chats at once
//!
//! A handler that waits holds up all chats. With tokio, 16 updates are handled at the same time, and
//! those with the same [key](crate::types::Update::chat_key) in order:
//!
//! ```
//! use std::collections::HashMap;
//! use std::sync::Arc;
//!
//! use telegrammar::Bot;
//! use telegrammar::types::Update;
//! use telegrammar::updates::{PollError, Updates};
//! use tokio::sync::Semaphore;
//! use tokio::task::JoinHandle;
//!
//! async fn handle(bot: &Bot, update: &Update) {
//!     // …
//! #     use telegrammar::types::MessageContent::Text;
//! #     if let Some(Text(text)) = update.message().map(|message| message.content()) {
//! #         tokio::time::sleep(std::time::Duration::from_millis(text.len() as u64)).await;
//! #         update.message().unwrap().reply(text).send(bot).await.unwrap();
//! #     }
//! }
//!
//! async fn run(bot: Bot, mut updates: Updates) -> Result<(), PollError> {
//!     let slots = Arc::new(Semaphore::new(16));
//!     // The last task of each chat.
//!     let mut tasks: HashMap<_, JoinHandle<()>> = HashMap::new();
//!     while let Some(update) = updates.next().await {
//!         let (update, bot) = (update?, bot.clone());
//!         let slot = Arc::clone(&slots).acquire_owned().await;
//!         tasks.retain(|_, task| !task.is_finished());
//!         let key = update.chat_key();
//!         let previous = tasks.remove(&key);
//!         let task = tokio::spawn(async move {
//!             if let Some(previous) = previous {
//!                 let _ = previous.await;
//!             }
//!             handle(&bot, &update).await;
//!             drop(slot);
//!         });
//!         tasks.insert(key, task);
//!         // The next poll confirms these updates, so they must be done.
//!         if updates.buffered() == 0 {
//!             finish(&mut tasks).await;
//!         }
//!     }
//!     finish(&mut tasks).await;
//!     Ok(())
//! }
//!
//! async fn finish<K>(tasks: &mut HashMap<K, JoinHandle<()>>) {
//!     for (_, task) in tasks.drain() {
//!         let _ = task.await;
//!     }
//! }
//! # #[tokio::main]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! #     use telegrammar::methods::SendMessage;
//! #     use telegrammar::updates::BotUpdates as _;
//! #     let fake = telegrammar_testing::FakeBotApi::start().await?;
//! #     let (ann, bob) = (fake.user("Ann"), fake.user("Bob"));
//! #     let slow = "x".repeat(1000);
//! #     for text in [slow.as_str(), "2", "3"] {
//! #         ann.says(text);
//! #     }
//! #     bob.says("1");
//! #     let bot = fake.bot();
//! #     let updates = bot.updates();
//! #     let handle = updates.handle();
//! #     let running = tokio::spawn(run(bot, updates));
//! #     fake.idle().await;
//! #     handle.stop();
//! #     running.await??;
//! #     let calls: Vec<_> = fake.calls::<SendMessage>().into_iter().map(|call| call.text).collect();
//! #     assert_eq!(calls, ["1", &slow, "2", "3"]);
//! #     Ok(())
//! # }
//! ```
//!
//! An update holds its slot until it is done, also while it waits for an earlier one of its chat. So
//! memory is bounded, and a chat that is slow and busy can hold all slots. All updates of a batch, of
//! which there are at most 100, are done before the next batch is asked for: if the program is
//! killed, those in work come again. Without the condition in the loop, a slow handler does not
//! delay the next batch, and a kill loses up to 16 updates.

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
