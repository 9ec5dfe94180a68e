//! OpenAPI documents and JSON Schemas of definitions, and calls of methods by name.
//!
//! Everything is derived from the definitions: those of the Bot API, and your own. [`document`] and
//! [`schema_document`] are those of the Bot API, [`Document::builder`] and [`Methods`] make others.
//!
//! ```
//! let document = telegrammar::openapi::document();
//! let photos = document.json().pointer("/paths/~1getUserProfilePhotos/post/summary");
//! assert_eq!(photos.unwrap().to_string(), "\"Lists the profile pictures of a user\"");
//! ```
//!
//! [`page`] is for readers: one HTML file with all methods and types, their limits in words, examples and
//! a search. [`DocumentBuilder::page`] makes that of another document.
//!
//! # What the schemas say
//!
//! - What is sent and what is received has one schema each where they differ: `MessageEntityInput` is
//!   what a bot may send, `MessageEntity` what it may receive.
//! - A schema of what is sent refuses what the definition refuses, as far as JSON Schema can say so. A
//!   limit that it has no unit for is in a key that starts with `x-telegram-`, and every constraint
//!   between fields is in `x-rules` too, in words. It also refuses the words and variants that are not
//!   listed, though definitions keep them as `Unknown`.
//! - A schema of what is received accepts what a later version of the Bot API may add: members,
//!   variants, words, and values beyond today's limits.
//! - `null` for an optional member is accepted by the decoders, but is in no schema: the Bot API never
//!   sends it.
//!
//! Here: documents, schemas and calls as data, and the page. Not here: the tables that they are made of
//! ([`schema`](crate::schema)).

mod call;
mod description;
mod doc_text;
mod document;
mod json;
mod methods;
mod nearest;
mod page;
mod schema;
mod tools;

pub use call::{CallError, call};
pub use document::{Document, DocumentBuilder, Downgraded, Loss, document};
pub use json::Json;
pub use methods::{MethodEntry, Methods};
pub use page::page;
pub use tools::tools;

/// Returns the JSON Schema (2020-12) of all types and methods of the Bot API, under `$defs`. The whole
/// schema is that of an [`Update`](crate::types::Update), for those who check stored updates.
#[must_use]
pub fn schema_document() -> Json {
    Methods::bot_api().schema()
}
