//! Unions find their variant and survive being written, by every way.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::ser::Serialize;
use serde_json::Value;
use telegrammar::types::{
    BackgroundType, ChatMember, InputMedia, InputMessageContent, MaybeInaccessibleMessage,
    MenuButton, MessageOrigin, ReactionType, ReplyMarkup, RichText,
};
use telegrammar_graph::round_trip;

const USER: &str = r#"{"id":7,"is_bot":false,"first_name":"Anna"}"#;
const CHAT: &str = r#"{"id":1,"type":"private"}"#;

/// The members of an object, in every order that a turn gives, with more members that no type knows.
fn turned(json: &str, more: &[(&str, &str)]) -> Vec<String> {
    let Ok(Value::Object(members)) = serde_json::from_str(json) else {
        return vec![json.to_owned()];
    };
    let mut parts: Vec<_> = members
        .iter()
        .map(|(name, value)| format!("{name:?}:{value}"))
        .chain(more.iter().map(|(name, json)| format!("{name:?}:{json}")))
        .collect();
    let turns = 0..parts.len();
    turns
        .map(|_| {
            parts.rotate_left(1);
            format!("{{{}}}", parts.join(","))
        })
        .collect()
}

/// Holds that a value is the same, whatever the order of its members, with none, one or two more
/// members than its type knows.
#[track_caller]
fn check<T>(json: &str) -> T
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let value: T = round_trip(json);
    let later = ("later", r#"{"a":[1,0.5,null,"é"],"type":"later"}"#);
    let latest = ("another", "[]");
    for more in [&[][..], &[later], &[later, latest]] {
        for json in turned(json, more) {
            assert_eq!(round_trip::<T>(&json), value, "{json}");
        }
    }
    value
}

/// Holds the same for a value that is only sent: a member that its type does not know would be lost,
/// so it is an error.
#[track_caller]
fn check_sent<T>(json: &str) -> T
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let value: T = round_trip(json);
    for json in turned(json, &[]) {
        assert_eq!(round_trip::<T>(&json), value, "{json}");
    }
    for json in turned(json, &[("later", "1")]) {
        let error = serde_json::from_str::<T>(&json).expect_err(&json);
        assert!(error.to_string().contains("no field \"later\""), "{error}");
    }
    value
}

/// Holds that a value which a later version brings is stored, and written as it came.
#[track_caller]
fn check_unknown<T>(tag: &str, is_unknown: fn(&T) -> bool)
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let json = format!(r#"{{"{tag}":"later","a":[0.1,{{"b":null}},18446744073709551615,-1]}}"#);
    for json in turned(&json, &[("c", "\"é\\n\"")]) {
        let value: T = round_trip(&json);
        assert!(is_unknown(&value), "{value:?}");
        assert_eq!(serde_json::to_string(&value).expect("JSON"), json);
    }
}

#[test]
fn members_of_chats_survive() {
    let member = check(&format!(r#"{{"status":"member","user":{USER}}}"#));
    assert!(matches!(member, ChatMember::Member(_)));
    let owner = format!(r#"{{"status":"creator","user":{USER},"is_anonymous":true}}"#);
    assert!(matches!(check(&owner), ChatMember::Owner(_)));
    let banned = format!(r#"{{"status":"kicked","user":{USER},"until_date":0}}"#);
    assert!(matches!(check(&banned), ChatMember::Banned(_)));
    check_unknown("status", |member| matches!(member, ChatMember::Unknown(_)));
}

#[test]
fn origins_of_messages_survive() {
    let origin = check(&format!(
        r#"{{"type":"user","date":5,"sender_user":{USER}}}"#
    ));
    assert!(matches!(origin, MessageOrigin::User(_)));
    check_unknown("type", |origin| matches!(origin, MessageOrigin::Unknown(_)));
}

#[test]
fn reactions_survive() {
    let reaction = check(r#"{"type":"emoji","emoji":"👍"}"#);
    assert!(matches!(reaction, ReactionType::Emoji(_)));
    assert!(matches!(check(r#"{"type":"paid"}"#), ReactionType::Paid(_)));
    check_unknown("type", |reaction| {
        matches!(reaction, ReactionType::Unknown(_))
    });
}

#[test]
fn unions_within_unions_survive() {
    let background =
        check(r#"{"type":"fill","fill":{"color":255,"type":"solid"},"dark_theme_dimming":50}"#);
    assert!(matches!(background, BackgroundType::Fill(_)));
    let background = check(
        r#"{"type":"fill","fill":{"colors":[1,2,3],"type":"freeform_gradient"},"dark_theme_dimming":5}"#,
    );
    assert!(matches!(background, BackgroundType::Fill(_)));
    check_unknown("type", |background| {
        matches!(background, BackgroundType::Unknown(_))
    });
}

#[test]
fn texts_lists_and_objects_of_one_union_survive() {
    assert!(matches!(check(r#""a""#), RichText::Text(_)));
    assert!(matches!(check(r#"["a",["b"],[]]"#), RichText::List(_)));
    let bold = check(r#"{"type":"bold","text":["a",{"text":"b","type":"italic"}]}"#);
    assert!(matches!(bold, RichText::Bold(_)));
    check_unknown("type", |text| matches!(text, RichText::Unknown(_)));
}

#[test]
fn menu_buttons_survive() {
    let button = r#"{"type":"web_app","text":"a","web_app":{"url":"https://example.org"}}"#;
    assert!(matches!(check(button), MenuButton::WebApp(_)));
    let button = check(r#"{"type":"default"}"#);
    assert!(matches!(button, MenuButton::Default(_)));
}

#[test]
fn messages_and_what_is_left_of_them_survive() {
    let message = format!(r#"{{"message_id":1,"date":5,"chat":{CHAT},"text":"a"}}"#);
    assert!(matches!(
        check(&message),
        MaybeInaccessibleMessage::Message(_)
    ));
    let gone = format!(r#"{{"message_id":1,"date":0,"chat":{CHAT}}}"#);
    assert!(matches!(
        check(&gone),
        MaybeInaccessibleMessage::Inaccessible(_)
    ));
}

#[test]
fn unions_without_a_tag_survive() {
    let markup = check(r#"{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}"#);
    assert!(matches!(markup, ReplyMarkup::InlineKeyboard(_)));
    let markup = check_sent(r#"{"keyboard":[[{"text":"a"}],[]],"is_persistent":true}"#);
    assert!(matches!(markup, ReplyMarkup::Keyboard(_)));
    let markup = check_sent(r#"{"remove_keyboard":true}"#);
    assert!(matches!(markup, ReplyMarkup::Remove(_)));
    let markup = check_sent(r#"{"force_reply":true,"selective":false}"#);
    assert!(matches!(markup, ReplyMarkup::ForceReply(_)));
    let venue = r#"{"latitude":0.1,"longitude":1e-7,"title":"a","address":"b"}"#;
    assert!(matches!(check_sent(venue), InputMessageContent::Venue(_)));
    let location = check_sent(r#"{"latitude":0.1,"longitude":-0.5}"#);
    assert!(matches!(location, InputMessageContent::Location(_)));
}

#[test]
fn media_by_their_address_survive() {
    let media: InputMedia =
        check_sent(r#"{"type":"photo","media":"https://example.org/a","caption":"b"}"#);
    assert!(matches!(media, InputMedia::Photo(_)));
}
