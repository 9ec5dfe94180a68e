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
//! # Differences from the real server
//!
//! HTTP:
//!
//! - `/` is a page to look at, and `/page/…` and `/control/…` belong to it. Requests there are not stored.
//! - Anything that is not HTTP/1.0 or HTTP/1.1, including a bare `"`, `<`, `>` or non-ASCII byte in the
//!   URL, gets an empty 400 and is not stored; so does an unknown transfer encoding. A URL is at most
//!   64 KiB long, and at most 64 MiB of a request are read.
//! - A client that asks for it gets its connection closed, as does one that speaks HTTP/1.0.
//!   `Expect: 100-continue` is answered.
//!
//! Content:
//!
//! - Phone numbers in texts are marked if they begin with a plus, and addresses without a scheme only if
//!   their host ends with a common domain. Custom emoji and mentioned users need not exist. A rich
//!   message that is given as a text is one paragraph, with its markup.
//! - Explanations and descriptions of polls, and quotes, that are too long get a text of this server's own.
//! - A file id that was never sent is accepted by methods that send, as a file without content. Files
//!   at a URL are not downloaded and have no content. What a file contains is not looked at: every
//!   photo is square, and available in three sizes with the same content.
//! - Parameters that the Bot API no longer documents, such as `reply_to_message_id`, are ignored.
//!   Members that it no longer documents, such as `forward_date`, are sent only if
//!   [`legacy_members`](FakeBotApiBuilder::legacy_members) says so.
//! - Of several faults of one parameter, the first one in the order of its definition is told. Only the
//!   members of buttons and the file of media are looked for in the order of the server.
//! - An inline result is sent only if it is a text. An inline message that no user has chosen can be edited.
//!
//! World:
//!
//! - Chats have no slow mode, and nobody writes in a group as a channel: `banChatSenderChat` changes nothing.
//!   Only the bot has invite links, which do not end by time. Without a right in a forum, the bot cannot
//!   create topics, whatever the permissions of members are.
//! - What a test delivers reaches the bot also if privacy mode would keep it, or if the bot was removed from
//!   the group. Whether privacy mode is on counts at once, not only when the bot is added to a group.
//! - Sticker sets, gifts and stories are not remembered: their methods return plausible results.
//! - Currencies, provider tokens and the number of Stars that users have are not checked, and no provider
//!   is asked. Invoices that are results of inline queries cannot be paid. A refund of a payment that nobody
//!   has made succeeds. Subscriptions do not end by themselves.
//! - The rights of a business connection are not checked, and the bot can write to every user in the name of
//!   the account. The page does not show the chats of accounts.
//! - The token of a managed bot is that of no bot, unless the test adds it. What the bot answers to a guest
//!   is not shown.
//! - A query that the server has not made can be answered once, at any time. The answers to Mini Apps, to
//!   guests and to users who ask to join have no time limit. What users send to the bot is kept for 24 hours
//!   from when it was made, whatever its date is.
//! - Limits of how much a bot may send, and of how often it may poll or set its webhook, apply if the test
//!   asks for them: [`FloodLimits`], [`FakeBotApiBuilder::server_pace`]. Only messages count. A call is
//!   refused even if the wait is short; the server delays it if that takes at most 8 seconds.
//! - Drafts stay until the bot sends a message to the chat. A bot that is logged out can log in again after
//!   ten minutes of the server's clock.
//! - Only polls that the bot has sent make an update when they close by themselves.
//! - A webhook may be an HTTP URL on the same machine, and updates are delivered to no other. A user name
//!   in the URL is not sent.

// What users do counts, not what it returns.
#![allow(clippy::must_use_candidate)]

mod action;
mod actions;
mod answers;
mod boosts;
mod builder;
mod business;
mod conversation;
mod fake;
mod feed;
mod moderation;
mod page;
mod payments;
mod protocol;
mod records;
mod sample;
mod scripts;
mod server;
mod shares;
mod sight;
mod standing;
#[cfg(test)]
mod tests;
mod time;
mod topic;
mod user;
mod world;

#[doc = include_str!("testing_a_bot.md")]
pub mod testing_a_bot {
    #[allow(unused_imports, reason = "for links")]
    use super::{Action, FakeBotApi, Reply, Sample, User};
}

#[doc = include_str!("control.md")]
pub mod control {}

pub use action::Action;
pub use builder::FakeBotApiBuilder;
pub use fake::FakeBotApi;
pub use payments::Payment;
pub use protocol::refusal::Refusal;
pub use records::{ReceivedFile, ReceivedRequest};
pub use sample::Sample;
pub use scripts::Reply;
pub use user::User;
pub use world::FloodLimits;

/// Runs the Rust code of the README as a documentation test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
