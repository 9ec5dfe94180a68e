//! A text is put into everything that has a text with entities, by one call.

use std::borrow::Cow;

use telegrammar::methods::{EditMessageText, SendMessage, SendPhoto, SendPoll};
use telegrammar::text::Text;
use telegrammar::types::{
    InputChecklistTask, InputPollOption, InputTextMessageContent, MessageEntity, ParseMode,
    ReplyParameters,
};
use telegrammar::{InputFile, telegram_method};

fn bold() -> Text {
    Text::from("a ").bold("b")
}

#[track_caller]
fn check(value: &impl serde::Serialize, text: &str, entities: &str) {
    let json = serde_json::to_value(value).expect("JSON");
    assert_eq!(json[text], "a b", "{json}");
    let expected = serde_json::json!([{"type": "bold", "offset": 2, "length": 1}]);
    assert_eq!(json[entities], expected, "{json}");
}

#[test]
fn every_pair_has_a_function() {
    check(
        &SendMessage::new(1, "").formatted_text(bold()),
        "text",
        "entities",
    );
    let photo = SendPhoto::new(1, InputFile::id("x")).formatted_caption(bold());
    check(&photo, "caption", "caption_entities");
    let poll = SendPoll::new(1, "", Vec::<InputPollOption>::new());
    check(
        &poll.clone().formatted_question(bold()),
        "question",
        "question_entities",
    );
    check(
        &poll.clone().formatted_explanation(bold()),
        "explanation",
        "explanation_entities",
    );
    check(
        &poll.formatted_description(bold()),
        "description",
        "description_entities",
    );
    check(
        &InputPollOption::new("").formatted_text(bold()),
        "text",
        "text_entities",
    );
    let reply = ReplyParameters::new().formatted_quote(bold());
    check(&reply, "quote", "quote_entities");
    let content = InputTextMessageContent::new("").formatted_message_text(bold());
    check(&content, "message_text", "entities");
}

#[track_caller]
fn check_unset(value: &impl serde::Serialize, name: &str) {
    let json = serde_json::to_value(value).expect("JSON");
    assert!(json.get(name).is_none(), "{json}");
}

/// The server ignores entities beside a `parse_mode`.
#[test]
fn the_parse_mode_of_the_text_is_unset() {
    let call = SendMessage::new(1, "").parse_mode(ParseMode::Html);
    check_unset(&call.formatted_text(bold()), "parse_mode");
    let photo = SendPhoto::new(1, InputFile::id("x")).parse_mode(ParseMode::Html);
    check_unset(&photo.formatted_caption(bold()), "parse_mode");
    let reply = ReplyParameters::new().quote_parse_mode(ParseMode::Html);
    check_unset(&reply.formatted_quote(bold()), "quote_parse_mode");
    let task = InputChecklistTask::new(1, "").parse_mode(ParseMode::Html);
    check_unset(&task.formatted_text(bold()), "parse_mode");
    let poll = SendPoll::new(1, "", Vec::<InputPollOption>::new())
        .question_parse_mode(ParseMode::Html)
        .explanation_parse_mode(ParseMode::Html)
        .formatted_question(bold());
    check_unset(&poll, "question_parse_mode");
    let json = serde_json::to_value(&poll).expect("JSON");
    assert_eq!(json["explanation_parse_mode"], "HTML", "{json}");
}

#[test]
fn parts_are_taken_too() {
    let (text, entities) = bold().into_parts();
    let call = EditMessageText::new(1, 2).formatted_text((text, entities));
    check(&call, "text", "entities");
}

#[telegram_method("sendMessage")]
struct Own<'a> {
    chat_id: i64,
    text: Cow<'a, str>,
    entities: Option<Vec<MessageEntity>>,
}

#[telegram_method("sendMessage")]
#[forbid(dead_code)]
struct Renamed {
    chat_id: i64,
    #[telegram(rename = "text")]
    words: String,
    #[telegram(rename = "entities")]
    formats: Option<Vec<MessageEntity>>,
}

#[test]
fn own_definitions_have_it() {
    check(
        &Renamed::new(1, "").formatted_words(bold()),
        "text",
        "entities",
    );
    let (text, entities) = bold().into_parts();
    let own = Own::new(1, "").formatted_text((Cow::from(text), entities));
    check(&own, "text", "entities");
}
