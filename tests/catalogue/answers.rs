//! Results that cannot be decoded: the error states the path, what was expected, and what was
//! found.

use std::convert::Infallible;
use std::future::ready;

use telegrammar::error::DecodeError;
use telegrammar::methods::{
    GetChat, GetChatAdministrators, GetMe, GetMyStarBalance, GetStickerSet, SendMessage,
};
use telegrammar::transport::{Request, Response};
use telegrammar::{Bot, BotBuilder, Error, Method};
use tower::service_fn;

use crate::list::calls;

#[test]
fn every_result_is_decoded_by_code_compiled_in_core() {
    for call in calls() {
        assert!(call.is_read_in_core, "{}", call.name);
    }
}

fn answering(result: &str) -> BotBuilder {
    let body = format!(r#"{{"ok":true,"result":{result}}}"#);
    Bot::builder("123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").transport(service_fn(
        move |_: Request| ready(Ok::<_, Infallible>(Response::new(200, body.clone()))),
    ))
}

/// Returns the error of a strict bot.
async fn error_of<M: Method<Response: std::fmt::Debug>>(method: M, result: &str) -> DecodeError {
    let bot = answering(result).strict(true).build().expect("a bot");
    let outcome = telegrammar::__private::send(&bot, &method).await;
    match outcome.expect_err(result) {
        Error::Decode(error) => *error,
        other => panic!("{other}"),
    }
}

fn says(error: &DecodeError, path: &str, words: &[&str]) {
    assert_eq!(error.path(), path, "{error}");
    for word in words {
        assert!(error.problem().contains(word), "{}", error.problem());
    }
}

#[tokio::test]
async fn the_error_for_a_field_of_a_wrong_type_names_it() {
    let result = r#"{"id":1,"is_bot":"yes","first_name":"a"}"#;
    let error = error_of(GetMe::new(), result).await;
    says(&error, "result.is_bot", &["a Boolean", "a String"]);
}

#[tokio::test]
async fn the_error_for_a_missing_field_has_the_path_of_its_object() {
    let error = error_of(GetMe::new(), r#"{"id":1,"is_bot":true}"#).await;
    says(&error, "result", &["first_name"]);
    let error = error_of(
        SendMessage::new(1, "a"),
        r#"{"message_id":1,"date":2,"chat":{"id":3}}"#,
    )
    .await;
    says(&error, "result.chat", &["type"]);
}

#[tokio::test]
async fn the_path_of_an_error_includes_lists_and_objects() {
    let result = r#"{"message_id":1,"date":2,"chat":{"id":3,"type":"private"},"text":"a",
        "entities":[{"type":"bold","offset":0,"length":1},{"type":"bold","offset":0,"length":[]}]}"#;
    let error = error_of(SendMessage::new(1, "a"), result).await;
    says(
        &error,
        "result.entities[1].length",
        &["an Integer", "an Array"],
    );
    let result = r#"{"message_id":1,"date":2,"chat":{"id":3,"type":"private"},
        "reply_markup":{"inline_keyboard":[[],[{"text":"a"},{"text":7}]]}}"#;
    let error = error_of(SendMessage::new(1, "a"), result).await;
    let path = "result.reply_markup.inline_keyboard[1][1].text";
    says(&error, path, &["a String", "a number"]);
}

#[tokio::test]
async fn the_path_of_an_error_includes_unions() {
    let result = r#"[{"status":"left","user":{"id":1,"is_bot":false,"first_name":"a"}},
        {"status":"left","user":{"id":1.5,"is_bot":false,"first_name":"a"}}]"#;
    let error = error_of(GetChatAdministrators::new(1), result).await;
    says(&error, "result[1].user.id", &["an Integer", "a fraction"]);
}

#[tokio::test]
async fn the_error_for_an_integer_that_is_too_large_names_it() {
    let result = r#"{"id":9223372036854775808,"is_bot":true,"first_name":"a"}"#;
    let error = error_of(GetMe::new(), result).await;
    says(&error, "result.id", &["an Integer", "does not fit"]);
}

#[tokio::test]
async fn a_result_of_another_type_is_an_error_at_its_root() {
    for result in ["[]", "null", "true", "5", "\"a\""] {
        let error = error_of(GetMyStarBalance::new(), result).await;
        says(&error, "result", &["StarAmount"]);
        let error = error_of(GetStickerSet::new("a"), result).await;
        says(&error, "result", &["StickerSet"]);
        let error = error_of(GetChat::new(1), result).await;
        says(&error, "result", &["ChatFullInfo"]);
    }
}

#[tokio::test]
async fn a_result_that_is_too_deep_is_an_error_without_stack_overflow() {
    for (open, close) in [
        (r#"{"message_id":1,"date":1,"reply_to_message":"#, "}"),
        (r#"{"message_id":1,"date":1,"pinned_message":"#, "}"),
        ("[", "]"),
    ] {
        let result = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        let error = error_of(SendMessage::new(1, "a"), &result).await;
        assert!(error.path().starts_with("result"), "{}", error.path());
        assert!(
            error.to_string().len() < 5_000,
            "{}",
            error.to_string().len()
        );
    }
}

#[tokio::test]
async fn neither_error_nor_debug_contains_the_rest_of_the_response() {
    let result = r#"{"id":1,"is_bot":5,"first_name":"a secret"}"#;
    let error = error_of(GetMe::new(), result).await;
    assert!(!format!("{error} {error:?}").contains("secret"));
    assert!(error.body().ends_with(b"\"a secret\"}}"));
}
