//! Every method over real HTTP: what arrives at the server is compared with the facts of the Bot API,
//! as JSON, and as a form that a parser of another hand has taken apart.

mod arguments;
mod comparison;
mod conversation;
mod forms;
mod json;
mod list;
mod media;
mod uploads;
