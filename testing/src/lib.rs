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
//! # Features
//!
//! - `reqwest` (default): [`FakeBotApi::bot`], a client that is connected to the server.
//!
//! # Differences from the real server
//!
//! - Header names are sent in lower case and include a `date`. A client that sends `Connection:
//!   close` gets its connection closed. Anything that is not HTTP, including a bare `"`, `<`, `>` or
//!   non-ASCII byte in the URL, gets an empty 400 and is not stored.
//! - At most 64 MiB of a request are read.
//! - A file id that was never sent is accepted, as a file without content; files at a URL are not
//!   downloaded and have no content. Photos are not scaled: all their sizes have the same content.
//! - Texts are taken literally: `parse_mode` is checked, but not applied.
//! - A webhook may be an HTTP URL on the same machine, and updates are delivered to no other.
//! - Repeated polls are not slowed down, and webhooks may be set as often as wanted. Updates do not
//!   expire.
//! - Rights are not checked, and users are not blocked.

mod answers;
mod builder;
mod fake;
mod idle;
mod protocol;
mod records;
mod sample;
mod scripts;
mod server;
#[cfg(test)]
mod tests;
mod user;
mod world;

pub use builder::FakeBotApiBuilder;
pub use fake::FakeBotApi;
pub use records::{ReceivedFile, ReceivedRequest};
pub use sample::Sample;
pub use scripts::Reply;
pub use user::User;
