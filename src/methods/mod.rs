//! The methods of the Bot API, one file per section of its page.
//!
//! Every method is a struct. `new` takes the required parameters; each optional one has a setter.
//! `send` calls the method. The seven methods with two result types are two structs each, so that
//! the result type is known: `EditMessageText` returns the message, `EditInlineMessageText` returns
//! `true`.
//!
//! Here: the structs and their documentation. Not here: types of parameters and results (`types`),
//! limits and defaults (`macros/facts/bot_api.txt`).

mod albums;
mod bot;
mod business;
mod chats;
mod forum;
mod games;
mod getting_updates;
mod gifts;
mod inline_mode;
mod managed_bots;
mod members;
mod owned_gifts;
mod payments;
mod prepared;
mod queries;
mod replies;
mod rich_messages;
mod sending;
mod settings;
mod stickers;
mod stories;
mod telegram_passport;
mod updating_messages;
mod users_and_files;

pub use bot::*;
pub use business::*;
pub use chats::*;
pub use forum::*;
pub use games::*;
pub use getting_updates::*;
pub use gifts::*;
pub use inline_mode::*;
pub use managed_bots::*;
pub use members::*;
pub use owned_gifts::*;
pub use payments::*;
pub use prepared::*;
pub use queries::*;
pub use rich_messages::*;
pub use sending::*;
pub use settings::*;
pub use stickers::*;
pub use stories::*;
pub use telegram_passport::*;
pub use updating_messages::*;
pub use users_and_files::*;
