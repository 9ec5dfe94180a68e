//! Leniency is for what servers write: the outermost type decides, and what can be sent stays strict.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde_json::json;
use telegrammar::methods::{AnswerShippingQuery, SendMessage, SendPoll};
use telegrammar::types::{
    Chat, ChatId, ChatPermissions, InlineKeyboardMarkup, InlineQueryResult, InputMedia,
    LabeledPrice, LinkPreviewOptions, MenuButton, Message, MessageEntity, MessageOrigin,
    ReactionType, RichText, Update, UpdateKind, User,
};
use telegrammar::{from_json, telegram_type};

use crate::decoding::samples::{message, message_update, update, user, with, without};
use crate::decoding::ways::{Decoded, by_serde, in_every_way, repaired, result};

/// Reads JSON that has a fault, in each way but as a result.
#[track_caller]
fn is_strict<T: Decoded + std::fmt::Debug>(json: &str) {
    let own = from_json::<T>(json);
    assert!(own.is_err(), "from_json: {own:?}");
    for (way, value) in by_serde::<T>(json) {
        assert!(value.is_err(), "{way}: {value:?}");
    }
}

#[test]
fn types_that_can_be_sent_are_strict_on_their_own() {
    let entity = json!({"type": "url", "offset": 0, "length": 1, "language": 5}).to_string();
    is_strict::<MessageEntity>(&entity);
    is_strict::<Vec<MessageEntity>>(&format!("[{entity}]"));
    is_strict::<Option<MessageEntity>>(&entity);
    is_strict::<Box<MessageEntity>>(&entity);
    is_strict::<HashMap<String, MessageEntity>>(&format!(r#"{{"a":{entity}}}"#));
    is_strict::<User>(&without(user(), "is_bot").to_string());
    is_strict::<ChatPermissions>(r#"{"can_send_messages":"yes"}"#);
    is_strict::<LinkPreviewOptions>(r#"{"is_disabled":1}"#);
    is_strict::<InlineKeyboardMarkup>("{}");
    is_strict::<InlineKeyboardMarkup>(r#"{"inline_keyboard":null}"#);
    is_strict::<InlineKeyboardMarkup>(r#"{"inline_keyboard":[[{"text":"a","url":1}]]}"#);
    is_strict::<LabeledPrice>(r#"{"label":"a"}"#);
    is_strict::<InputMedia>(r#"{"type":"photo","media":"a","caption":1}"#);
    is_strict::<ChatId>("true");
    is_strict::<InlineQueryResult>(r#"{"type":"new","id":"1"}"#);
}

#[test]
fn unions_that_can_be_sent_hold_nothing_that_is_damaged() {
    is_strict::<ReactionType>(r#"{"type":"emoji"}"#);
    is_strict::<MenuButton>(r#"{"type":"web_app","text":"a"}"#);
    is_strict::<RichText>(r#"{"type":"bold"}"#);
    is_strict::<RichText>("5");
    is_strict::<RichText>(r#"["a",5]"#);
    // A variant that comes later is no damage.
    let reaction: ReactionType = from_json(r#"{"type":"new"}"#).expect("a reaction");
    assert!(matches!(reaction, ReactionType::Unknown(unknown) if unknown.error().is_none()));
}

#[test]
fn they_are_lenient_inside_of_what_is_received() {
    let entity = json!({"type": "url", "offset": 0, "length": 1, "language": 5});
    let keyboard = json!({"inline_keyboard": [[{"text": "a", "url": 1}]]});
    let more = json!({"entities": [entity], "reply_markup": keyboard, "text": "x"});
    in_every_way(&message(&more).to_string(), |message: &Message| {
        let entities = message.entities.as_ref().expect("entities");
        assert_eq!(entities[0].language, None);
        let keyboard = message.reply_markup.as_ref().expect("a keyboard");
        assert_eq!(keyboard.inline_keyboard[0][0].url, None);
    });
}

#[test]
fn results_are_lenient_whatever_their_type_is() {
    let (entity, repairs) =
        repaired::<MessageEntity>(r#"{"type":"url","offset":0,"length":1,"language":5}"#);
    assert_eq!((entity.language, repairs.len()), (None, 1));
    let button = result::<MenuButton>(r#"{"type":"web_app","text":"a"}"#).expect("a button");
    assert!(matches!(button, MenuButton::Unknown(unknown) if unknown.tag() == "web_app"));
    let text = result::<RichText>(r#"["a",5,{"type":"bold"}]"#).expect("a text");
    let RichText::List(items) = text else {
        panic!("{text:?}");
    };
    assert!(matches!(&items[1], RichText::Unknown(unknown) if unknown.json() == "5"));
    assert!(matches!(&items[2], RichText::Unknown(unknown) if unknown.tag() == "bold"));
}

#[test]
fn containers_are_as_lenient_as_what_they_hold() {
    let json = message(&json!({"text": 5})).to_string();
    in_every_way(&format!("[{json}]"), |list: &Vec<Message>| {
        assert_eq!(list[0].text, None);
    });
    let boxed: Box<Message> = from_json(&json).expect("a message");
    assert_eq!(boxed.text, None);
    in_every_way(&json, |message: &Option<Message>| {
        assert_eq!(message.as_ref().expect("a message").text, None);
    });
    let map = format!(r#"{{"a":{json}}}"#);
    in_every_way(&map, |map: &BTreeMap<String, Message>| {
        assert_eq!(map["a"].text, None);
    });
}

#[test]
fn methods_are_strict() {
    fn refuse<M: for<'de> Deserialize<'de> + std::fmt::Debug>(json: &str) {
        for (way, method) in by_serde::<M>(json) {
            assert!(method.is_err(), "{way}: {method:?}");
        }
    }
    let method: SendMessage = serde_json::from_str(r#"{"chat_id":1,"text":"a"}"#).expect("it");
    assert_eq!(method.text, "a");
    refuse::<SendMessage>(r#"{"chat_id":1,"text":"a","disable_notification":"no"}"#);
    refuse::<SendMessage>(r#"{"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":{}}}"#);
    refuse::<SendMessage>(r#"{"chat_id":1,"text":"a","entities":[{"type":"url"}]}"#);
    refuse::<SendMessage>(r#"{"chat_id":1,"text":null}"#);
    refuse::<SendMessage>(r#"{"chat_id":1}"#);
    refuse::<AnswerShippingQuery>(r#"{"shipping_query_id":"1"}"#);
    refuse::<AnswerShippingQuery>(r#"{"shipping_query_id":"1","ok":null}"#);
    refuse::<SendPoll>(r#"{"chat_id":1,"question":"?"}"#);
    refuse::<SendPoll>(r#"{"chat_id":1,"question":"?","options":null}"#);
}

#[telegram_type("Message")]
#[derive(Debug, PartialEq)]
struct Note {
    message_id: i64,
    date: i64,
    chat: Chat,
    text: Option<String>,
    forward_origin: Option<MessageOrigin>,
}

#[telegram_type("Update")]
#[derive(Debug, PartialEq)]
struct Event {
    update_id: i64,
    message: Option<Note>,
    poll: Option<telegrammar::types::Poll>,
}

#[test]
fn an_update_of_ones_own_is_lenient_too() {
    let origin = json!({"type": "hidden_user", "date": 5});
    let json = message_update(&json!({"text": 5, "forward_origin": origin})).to_string();
    in_every_way(&json, |event: &Event| {
        let note = event.message.as_ref().expect("a message");
        assert_eq!(note.text, None);
        assert!(matches!(
            &note.forward_origin,
            Some(MessageOrigin::Unknown(_))
        ));
    });
    let json = update(&json!({"message": {"message_id": "1"}})).to_string();
    in_every_way(&json, |event: &Event| assert_eq!(event.message, None));
    let (_, repairs) = repaired::<Vec<Event>>(format!("[{json}]"));
    assert_eq!(repairs[0][0], "result[0].message");
    assert!(telegrammar::from_json_strict::<Event>(&json).is_err());
}

#[derive(Debug, Deserialize)]
struct Batch {
    updates: Vec<Update>,
}

#[telegrammar::telegram_method("getBatch", unlisted, returns = Batch)]
struct GetBatch;

#[test]
fn updates_inside_of_a_type_of_serde_are_lenient() {
    let updates = json!([
        message_update(&json!({"text": 5})),
        update(&json!({"poll": 5}))
    ]);
    let json = json!({ "updates": updates }).to_string();
    let read = serde_json::from_str::<Batch>(&json).expect("a batch");
    assert_eq!(read.updates[0].repairs()[0].path, "message.text");
    assert!(matches!(
        read.updates[1].kind,
        UpdateKind::Undecodable { .. }
    ));
    let response =
        telegrammar::transport::Response::new(200, crate::decoding::ways::envelope(&json));
    let read = telegrammar::transport::decode_response::<GetBatch>(&response, 1 << 20);
    assert_eq!(read.expect("a batch").updates[0].repairs().len(), 1);
}

#[test]
fn what_is_read_is_sent_again_as_it_was_read() {
    let json = with(message(&json!({})), &json!({"entities": [{"type": 1}]})).to_string();
    let message: Message = from_json(&json).expect("a message");
    let again = serde_json::to_string(&message).expect("JSON");
    let strict: Message = telegrammar::from_json_strict(&again).expect("nothing to repair");
    assert_eq!(strict, message);
}
