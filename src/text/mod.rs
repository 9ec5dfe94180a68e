//! Formatted text: building, parsing, escaping and splitting it, and what else is text in the Bot
//! API: commands, deep links and callback data.
//!
//! [`Text`] is text with its entities. It needs no `parse_mode`, so nothing has to be escaped, and it
//! can be converted to HTML and `MarkdownV2`.
//!
//! ```
//! use telegrammar::methods::SendMessage;
//! use telegrammar::text::Text;
//!
//! let name = "<Ann> & *Bob*";
//! let text = Text::new().append("Hello, ").bold("<Ann> & *Bob*").append("!");
//! let call = SendMessage::new(42, "").formatted_text(text);
//! assert_eq!(call.text, "Hello, <Ann> & *Bob*!");
//! ```
//!
//! Every method and type that has a text with entities takes it by a function of this kind:
//! `formatted_text`, `formatted_caption`, `formatted_question` and so on. In your own definitions,
//! the fields must have the types `String` and `Vec<MessageEntity>`, optional or not.
//!
//! Text that has markup is parsed by the rules of the server, with its errors and their byte offsets:
//! [`parse_html`], [`parse_markdown_v2`], [`parse_markdown`].

mod build;
mod bytes;
mod callback;
mod clean;
mod command;
mod deep_link;
mod entity;
mod error;
mod escape;
mod html;
mod link;
mod markdown;
mod markdown_v2;
mod normal;
mod split;
mod value;
mod write_html;
mod write_markdown;

pub use callback::{CallbackDataError, callback_data, parse_callback_data};
pub use command::Command;
pub use deep_link::{DeepLink, DeepLinkKind, PayloadError};
pub use error::ParseError;
pub use escape::{
    escape_html, escape_markdown_v2, escape_markdown_v2_code, escape_markdown_v2_url,
};
pub use html::parse_html;
pub use markdown::parse_markdown;
pub use markdown_v2::parse_markdown_v2;
pub use value::Text;
