//! User-defined types for values of the Bot API.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use telegrammar::__private::{Object, Parameters};
use telegrammar::telegram_method;
use telegrammar::value::Value;

type UserId = i64;
type Maybe<T> = Option<T>;
type Reply = Markup;

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Id(i64);
telegrammar::param!(Id: Long, Integer = |id| id.0);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Markup {
    rows: Vec<Vec<String>>,
}
telegrammar::param!(Markup);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum ChatId {
    Id(i64),
    Name(String),
}
telegrammar::param!(ChatId: Chat = |chat| match chat {
    ChatId::Id(id) => Value::Int(*id),
    ChatId::Name(name) => Value::Text(name),
});

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum ParseMode {
    #[serde(rename = "HTML")]
    Html,
}
telegrammar::param!(ParseMode: Text = |mode| match mode {
    ParseMode::Html => "HTML",
});

/// Only ever sent.
#[derive(Debug, PartialEq, Serialize)]
struct Entity {
    offset: u16,
}
telegrammar::param!(Entity);

#[telegram_method("sendMessage")]
struct SendMessage<'a> {
    chat_id: ChatId,
    text: Cow<'a, str>,
    parse_mode: Option<ParseMode>,
    entities: Option<Vec<Entity>>,
    disable_notification: Option<bool>,
    reply_markup: Option<Reply>,
}

#[telegram_method("sendMessage")]
struct Shared {
    chat_id: Arc<str>,
    text: Rc<str>,
    entities: Option<Box<[Entity]>>,
    protect_content: Option<Box<bool>>,
}

#[telegram_method("getUserProfilePhotos")]
struct Alias {
    user_id: UserId,
    offset: Option<u16>,
    limit: Option<u8>,
}

#[telegram_method("getUserProfilePhotos")]
struct Newtype {
    user_id: Id,
    limit: Option<Id>,
}

#[telegram_method("deleteMessages", returns = bool)]
struct DeleteMessages<'a> {
    chat_id: &'a str,
    message_ids: &'a [i64],
}

#[telegram_method("sendLocation")]
struct SendLocation {
    chat_id: i64,
    latitude: f32,
    longitude: f64,
    horizontal_accuracy: Maybe<f32>,
}

#[test]
fn aliases_and_newtypes_are_their_content() {
    let alias = Alias::new(7).offset(1_u16).limit(9);
    assert_eq!(serde_json::to_value(&alias).unwrap()["user_id"], 7);
    let newtype = Newtype::new(Id(7)).limit(Id(9));
    let text = serde_json::to_string(&newtype).unwrap();
    assert_eq!(text, r#"{"user_id":7,"limit":9}"#);
    let read: Newtype = serde_json::from_str(&text).unwrap();
    assert_eq!((read.user_id, read.limit), (Id(7), Some(Id(9))));
}

#[test]
fn objects_enums_and_shared_values_are_parameters() {
    let method = SendMessage::new(ChatId::Name("@a".to_owned()), "hello")
        .parse_mode(ParseMode::Html)
        .entities(vec![Entity { offset: 1 }])
        .disable_notification(true)
        .reply_markup(Markup { rows: vec![] });
    assert_eq!(
        serde_json::to_string(&method).unwrap(),
        concat!(
            r#"{"chat_id":"@a","text":"hello","parse_mode":"HTML","entities":[{"offset":1}],"#,
            r#""disable_notification":true,"reply_markup":{"rows":[]}}"#
        )
    );
    let shared = Shared::new("@a", "hello")
        .entities(vec![Entity { offset: 2 }])
        .protect_content(true);
    assert_eq!(
        serde_json::to_string(&shared).unwrap(),
        r#"{"chat_id":"@a","text":"hello","entities":[{"offset":2}],"protect_content":true}"#
    );
}

#[test]
fn lists_may_be_borrowed() {
    let ids = [1, 2];
    let method = DeleteMessages::new("@a", &ids);
    assert_eq!(
        serde_json::to_string(&method).unwrap(),
        r#"{"chat_id":"@a","message_ids":[1,2]}"#
    );
}

#[test]
fn an_alias_of_option_is_a_required_field_that_may_be_none() {
    let method = SendLocation::new(1, 0.5, 0.25, None);
    let text = serde_json::to_string(&method).unwrap();
    assert_eq!(text, r#"{"chat_id":1,"latitude":0.5,"longitude":0.25}"#);
    assert!(matches!(
        <dyn Object>::value(&Parameters(&method), 3),
        Value::Absent
    ));
}
