//! Answers to calls, made from the definitions of the Bot API and from what the server remembers.
//!
//! A call goes through the files in this order: `arguments` reads the parameters, `check` refuses what the
//! server refuses, in the `order` of the server, `access` and `rights` what the bot may not do, `floods`
//! and `queries` what comes too often or too late, and `texts` removes markup. One of `messages`,
//! `forwards`, `edits`, `removals`, `reactions`, `drafts`, `scores`, `members`, `invites`, `topics`,
//! `chats`, `files`, `photos`, `payments`, `business`, `boosts`, `web_apps`, `managed_bots`, `settings` and
//! `updates` answers, or `echo` does, which can answer every method. `render` writes the result.
//!
//! Messages by the bot are built by `messages`, with `replies`, `keyboards` and `polls`; `named` finds those
//! that a call names, and `notices` adds service messages. What happens without a call is not here: see
//! `updates` and `actions`.

mod access;
mod arguments;
mod boosts;
mod business;
mod buttons;
mod call;
mod chats;
mod check;
mod commands;
mod complete;
mod content;
mod convert;
mod drafts;
mod echo;
mod edits;
mod entities;
mod files;
mod floods;
mod forwards;
mod invites;
mod keyboards;
pub(crate) mod legacy;
mod locations;
mod malformed;
mod managed_bots;
mod members;
mod messages;
mod missing;
mod named;
mod notices;
mod order;
mod payments;
mod photos;
mod polls;
mod queries;
mod quotes;
mod reactions;
mod removals;
pub(crate) mod render;
mod repairs;
mod replies;
mod rights;
mod route;
pub(crate) mod sample;
pub(crate) mod schema;
mod scores;
mod session;
mod settings;
mod texts;
mod topics;
mod typed;
mod updates;
mod validate;
mod web_apps;
mod wrong;

pub(crate) use complete::{complete, typed};
pub(crate) use content::complete_content;
pub(crate) use queries::tried;
pub(crate) use repairs::repairs;
pub(crate) use route::answer;
pub(crate) use session::answer as answer_session;
pub(crate) use typed::decode;
pub(crate) use updates::{Poll, is_ignored_in_replies};
