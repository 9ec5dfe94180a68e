//! Definitions that have all fields of another one, compared with that one.

use std::hint::black_box;

use telegrammar::methods::{GetUpdates, SendMessage};
use telegrammar::types::{Message, Update};
use telegrammar::value::UnknownFields;
use telegrammar::{telegram_method, telegram_type};

use super::Workload;
use super::reading::{UPDATES, result};
use super::writing::{encoded, message, validated};

/// The response to a message.
const MESSAGE: &str = include_str!("../data/message1.json");

/// A message with a field of its own.
#[telegram_type("Message")]
struct MoodyMessage {
    #[telegram(flatten)]
    base: Message,
    #[telegram(unlisted)]
    mood: Option<String>,
    #[telegram(rest)]
    rest: UnknownFields,
}

/// An update with a kind of its own.
#[telegram_type(unlisted)]
struct MoodyUpdate {
    #[telegram(flatten)]
    base: Update,
    mood: Option<MoodyMessage>,
}

/// A call with a parameter of its own.
#[telegram_method("sendMessage", returns = MoodyMessage)]
struct SendMoodyMessage {
    #[telegram(flatten)]
    base: SendMessage,
    #[telegram(unlisted)]
    mood: Option<String>,
}

#[telegram_method("getUpdates", returns = Vec<MoodyUpdate>)]
struct GetMoodyUpdates {
    #[telegram(flatten)]
    base: GetUpdates,
}

fn moody() -> SendMoodyMessage {
    SendMoodyMessage::new(message())
}

/// Returns each workload by name: with a base, and the base alone.
pub(crate) fn workloads() -> Vec<Workload> {
    vec![
        (
            "flattenedMessage/telegrammar",
            result::<SendMoodyMessage>(MESSAGE),
        ),
        ("flattenedMessage/base", result::<SendMessage>(MESSAGE)),
        (
            "flattenedUpdates/telegrammar",
            result::<GetMoodyUpdates>(UPDATES),
        ),
        ("flattenedUpdates/base", result::<GetUpdates>(UPDATES)),
        ("flattenedCall/telegrammar", encoded(moody)),
        ("flattenedCall/base", encoded(message)),
        ("flattenedCheckedCall/validated", validated(moody)),
        ("flattenedCheckedCall/base", validated(message)),
    ]
}

/// Checks that a definition with a base reads and writes what the base does.
pub(crate) fn check() {
    let base = telegrammar::__private::json(&message()).expect("JSON");
    assert_eq!(telegrammar::__private::json(&moody()).expect("JSON"), base);
    let updates: MoodyUpdate = telegrammar::from_json(br#"{"update_id":1}"#).expect("an update");
    black_box((&updates.base, &updates.mood));
    let message = include_bytes!("../data/message1.json");
    let answer: serde_json::Value = serde_json::from_slice(message).expect("JSON");
    let read: MoodyMessage = serde_json::from_value(answer["result"].clone()).expect("a message");
    assert!(read.mood.is_none() && read.rest.is_empty());
    let base: Message = serde_json::from_value(answer["result"].clone()).expect("a message");
    assert_eq!(read.base, base);
}
