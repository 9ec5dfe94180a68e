//! A fake Bot API server for tests: [`FakeBotApi`].
//!
//! It is a real HTTP server on the loopback interface, so a bot under test is exercised end to end:
//! URL, headers, body, status, envelope. Nothing leaves the machine, and no token is needed. Every
//! method of the Bot API is answered; updates are delivered by polling or to a webhook; files that
//! were sent can be downloaded.
//!
//! ```
//! use telegrammar::methods::SendMessage;
//! use telegrammar_testing::{FakeBotApi, Reply};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let fake = FakeBotApi::start().await?;
//! let bot = fake.bot();
//!
//! let message = SendMessage::new(42, "Hello").send(&bot).await?;
//! assert_eq!(message.text.as_deref(), Some("Hello"));
//!
//! fake.reply("sendMessage", Reply::flood(3));
//! let refused = SendMessage::new(42, "Hello again").send(&bot).await.unwrap_err();
//! assert!(refused.to_string().contains("retry after 3"));
//! assert_eq!(fake.calls::<SendMessage>().len(), 2);
//! assert!(fake.complaints().is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! How to use it, from the first test to webhooks and other languages: [`testing_a_bot`].
//!
//! # Features
//!
//! - `reqwest` (default): [`FakeBotApi::bot`], a client that is connected to the server.
//!
//! What it does otherwise than the real server: [`differences`].

// What users do counts, not what it returns.
#![allow(clippy::must_use_candidate)]

mod actions;
mod answers;
mod detect;
mod fake;
mod feed;
mod page;
mod protocol;
mod records;
mod sample;
mod scripts;
mod server;
#[cfg(test)]
mod tests;
mod updates;
mod users;
mod world;

#[doc = include_str!("testing_a_bot.md")]
pub mod testing_a_bot {
    #[allow(unused_imports, reason = "for links")]
    use super::{Action, FakeBotApi, Reply, Sample, User};
}

#[doc = include_str!("differences.md")]
pub mod differences {
    #[allow(unused_imports, reason = "for links")]
    use super::{FakeBotApi, FakeBotApiBuilder, FloodLimits};
}

#[doc = include_str!("control.md")]
pub mod control {}

pub use fake::{FakeBotApi, FakeBotApiBuilder};
pub use protocol::refusal::Refusal;
pub use records::{ReceivedFile, ReceivedRequest};
pub use sample::Sample;
pub use scripts::Reply;
pub use users::{Action, Payment, User};
pub use world::FloodLimits;

/// Runs the Rust code of the README as a documentation test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
