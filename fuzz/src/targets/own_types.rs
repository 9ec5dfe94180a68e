//! Types as users declare them, beside those of the catalogue.

use std::collections::BTreeMap;
use std::sync::Arc;

use telegrammar::types::{ChatId, Message, MessageOrigin, RichText, User};
use telegrammar::value::UnknownFields;
use telegrammar::{Unknown, telegram_type};

/// A message with a field of a newer version, and everything else that servers add.
#[telegram_type("Message")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Extended {
    #[telegram(flatten)]
    base: Message,
    #[telegram(unlisted)]
    mood: Option<Mood>,
    #[telegram(rest)]
    rest: UnknownFields,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Mood {
    Sunny,
    Cloudy,
    Unknown(String),
}

/// A field of every kind.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Everything {
    flag: bool,
    byte: Option<u8>,
    short: Option<i16>,
    word: Option<u32>,
    large: Option<u64>,
    huge: Option<i128>,
    float: Option<f64>,
    small: Option<f32>,
    text: Option<String>,
    chat_id: Option<ChatId>,
    mood: Option<Mood>,
    list: Vec<Option<i64>>,
    pair: Option<[i64; 2]>,
    matrix: Option<Vec<Vec<f64>>>,
    map: Option<BTreeMap<String, Vec<Mood>>>,
    shared: Option<Arc<User>>,
    origin: Option<Box<MessageOrigin>>,
    rich: Option<RichText>,
    any: Option<serde_json::Value>,
    event: Option<Event>,
    inner: Option<Box<Everything>>,
    #[telegram(rest)]
    rest: UnknownFields,
}

/// A union with another tag.
#[telegram_type(unlisted, tag = "event")]
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Event {
    Login(User),
    Chat(Note),
    Unknown(Unknown),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    text: String,
    author: Option<User>,
}
