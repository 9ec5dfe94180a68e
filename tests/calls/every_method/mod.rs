//! Every method over real HTTP. The received requests are compared with the facts of the Bot API,
//! as JSON, and as forms that an independent parser has split.

mod arguments;
mod comparison;
mod conversation;
mod forms;
mod json;
mod list;
mod uploads;
