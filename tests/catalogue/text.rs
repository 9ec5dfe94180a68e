//! Texts, entities and keyboards.

use telegrammar::types::{
    ChatId, InlineKeyboardButton, InlineKeyboardMarkup, MaybeInaccessibleMessage, Message,
    MessageEntity, ReplyKeyboardMarkup, ReplyKeyboardRemove, ReplyMarkup,
};

fn entity(offset: i64, length: i64) -> MessageEntity {
    let json = format!(r#"{{"type":"bold","offset":{offset},"length":{length}}}"#);
    serde_json::from_str(&json).expect("an entity")
}

#[test]
fn entities_are_sliced_by_utf_16_units() {
    let text = "a\u{e9}🦀z";
    assert_eq!(entity(0, 2).text(text), Some("a\u{e9}"));
    assert_eq!(entity(2, 2).text(text), Some("🦀"));
    assert_eq!(entity(4, 1).text(text), Some("z"));
    assert_eq!(entity(5, 0).text(text), Some(""));
    for (offset, length) in [
        (3, 1),
        (2, 1),
        (5, 1),
        (6, 0),
        (-1, 2),
        (0, -1),
        (i64::MAX, 1),
    ] {
        assert_eq!(entity(offset, length).text(text), None, "{offset} {length}");
    }
}

#[test]
fn a_caption_is_used_where_there_is_no_text() {
    let json = r#"{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},
        "caption":"see #this","caption_entities":[{"type":"hashtag","offset":4,"length":5}]}"#;
    let message: Message = serde_json::from_str(json).expect("a message");
    assert_eq!(message.text_or_caption(), Some("see #this"));
    let parts: Vec<_> = message.entity_texts().map(|(_, part)| part).collect();
    assert_eq!(parts, ["#this"]);
}

#[test]
fn a_message_with_date_zero_is_inaccessible() {
    let json = r#"{"message_id":7,"chat":{"id":1,"type":"private"},"date":0}"#;
    let message: MaybeInaccessibleMessage = serde_json::from_str(json).expect("a message");
    assert_eq!((message.message_id(), message.message()), (7, None));
    let json = r#"{"date":1,"message_id":7,"chat":{"id":1,"type":"private"},"text":"a"}"#;
    let message: MaybeInaccessibleMessage = serde_json::from_str(json).expect("a message");
    assert_eq!(
        message
            .message()
            .and_then(|message| message.text.as_deref()),
        Some("a")
    );
    assert_eq!(message.chat().id, 1);
}

#[test]
fn keyboards_are_built_row_by_row() {
    let keyboard = InlineKeyboardMarkup::default().row([
        InlineKeyboardButton::callback("A", "a"),
        InlineKeyboardButton::link("B", "b.c"),
    ]);
    let markup = ReplyMarkup::from(keyboard);
    let json = serde_json::to_string(&markup).expect("JSON");
    let expected =
        r#"{"inline_keyboard":[[{"text":"A","callback_data":"a"},{"text":"B","url":"b.c"}]]}"#;
    assert_eq!(json, expected);
    assert_eq!(
        serde_json::from_str::<ReplyMarkup>(&json).expect("a markup"),
        markup
    );
    let keyboard = ReplyKeyboardMarkup::default().row(["Yes", "No"]);
    assert_eq!(keyboard.keyboard[0].len(), 2);
}

#[test]
fn a_chat_is_a_number_or_a_name() {
    for (json, chat) in [("-5", ChatId::from(-5)), ("\"@a\"", ChatId::from("@a"))] {
        assert_eq!(serde_json::from_str::<ChatId>(json).expect("a chat"), chat);
        assert_eq!(serde_json::to_string(&chat).expect("JSON"), json);
    }
    assert!(serde_json::from_str::<ChatId>("9223372036854775808").is_err());
    assert!(serde_json::from_str::<ChatId>("{}").is_err());
}

#[test]
fn a_flag_that_is_required_is_always_written() {
    let json = r#"{"remove_keyboard":false}"#;
    let markup: ReplyKeyboardRemove = serde_json::from_str(json).expect("a markup");
    assert_eq!(serde_json::to_string(&markup).expect("JSON"), json);
}
