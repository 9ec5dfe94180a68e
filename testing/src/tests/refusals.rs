//! What the server refuses, with its texts.

use serde_json::{Value, json};

use super::{FakeBotApi, call, result, start};

/// Returns the description of an error.
pub(super) async fn error(fake: &FakeBotApi, method: &str, body: &Value) -> String {
    let answer = call(fake, method, &body.to_string()).await;
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    let body: Value = serde_json::from_str(body).expect("JSON");
    body["description"]
        .as_str()
        .unwrap_or("no error")
        .to_owned()
}

pub(super) async fn refused(fake: &FakeBotApi, cases: &[(&str, Value, &str)]) {
    for (method, body, expected) in cases {
        let mut body = body.clone();
        if body.get("chat_id").is_none() {
            body["chat_id"] = 42.into();
        }
        let description = error(fake, method, &body).await;
        assert_eq!(
            description,
            format!("Bad Request: {expected}"),
            "{method} {body}"
        );
    }
}

#[tokio::test]
async fn values_inside_of_parameters_are_checked() {
    let fake = start().await;
    let button =
        |button: Value| json!({"text": "x", "reply_markup": {"inline_keyboard": [[button]]}});
    refused(&fake, &[
        ("setMyCommands", json!({"commands": [5]}), "can't parse BotCommand: expected an Object"),
        ("setMyCommands", json!({"commands": [{"command": "a"}]}), "can't parse BotCommand: Can't find field \"description\""),
        ("setChatMenuButton", json!({"menu_button": {"type": "zzz"}}), "can't parse menu button: MenuButton has unsupported type"),
        ("sendMediaGroup", json!({"media": [{"type": "zzz", "media": "a"}]}), "can't parse InputMedia: type \"zzz\" is unsupported"),
        ("sendMediaGroup", json!({"media": [{"type": "photo"}]}), "can't parse InputMedia: media not found"),
        ("sendMessage", json!({"text": "x", "entities": [{"type": "bold"}]}), "can't parse MessageEntity: Can't find field \"offset\""),
        ("sendMessage", json!({"text": "x", "entities": [{"type": "zzz", "offset": 0, "length": 1}]}), "can't parse MessageEntity: Unsupported type specified"),
        ("sendMessage", json!({"text": "x", "reply_parameters": {"message_id": "abc"}}), "field \"message_id\" must be a valid Number"),
        ("sendMessage", button(json!({"text": "x"})), "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ("sendMessage", button(json!({"url": "x"})), "can't parse inline keyboard button: Can't find field \"text\""),
        ("sendMessage", button(json!({"text": "x", "callback_data": "x".repeat(65)})), "BUTTON_DATA_INVALID"),
        ("sendInvoice", json!({"title": "T", "description": "D", "payload": "p", "currency": "XTR", "prices": [{"label": "a", "amount": 9_000_000_000_000_000_000_i64}, {"label": "b", "amount": 9_000_000_000_000_000_000_i64}]}), "total price is too big"),
        ("sendDice", json!({"emoji": "x"}), "wrong parameter emoji in request"),
        ("sendChatAction", json!({"action": "zzz"}), "wrong parameter action in request"),
    ]).await;
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let fake = start().await;
    let results: Vec<Value> = (0..51).map(|id| json!({"type": "article", "id": id.to_string(), "title": "T", "input_message_content": {"message_text": "x"}})).collect();
    refused(
        &fake,
        &[
            ("getFile", json!({}), "file_id not specified"),
            ("sendLocation", json!({"longitude": 1}), "latitude is empty"),
            (
                "deleteMessages",
                json!({"message_ids": []}),
                "message identifiers are not specified",
            ),
            (
                "deleteMessages",
                json!({"message_ids": ["x"]}),
                "can't parse message identifier as a Number",
            ),
            (
                "deleteMessage",
                json!({}),
                "message identifier is not specified",
            ),
            ("setChatStickerSet", json!({}), "sticker_set_name is empty"),
            (
                "answerShippingQuery",
                json!({"shipping_query_id": "1", "ok": true}),
                "parameter \"shipping_options\" is required",
            ),
            (
                "answerPreCheckoutQuery",
                json!({"pre_checkout_query_id": "1", "ok": false}),
                "parameter \"error_message\" is required",
            ),
            (
                "answerInlineQuery",
                json!({"inline_query_id": "1", "results": results}),
                "too many inline query results specified",
            ),
            (
                "sendMessage",
                json!({"text": " \n "}),
                "text must be non-empty",
            ),
            (
                "sendMessage",
                json!({"text": "x".repeat(4097)}),
                "message is too long",
            ),
            (
                "sendMessage",
                json!({"text": "x".repeat(40_000)}),
                "text is too long",
            ),
            (
                "sendMessage",
                json!({"text": "x", "parse_mode": "null"}),
                "unsupported parse_mode",
            ),
            (
                "setChatPhoto",
                json!({"chat_id": -1_001_234_567_890_i64, "photo": "id"}),
                "photo must be uploaded as an InputFile",
            ),
            (
                "sendDocument",
                json!({"document": "attach://none"}),
                "wrong file identifier/HTTP URL specified",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_message_is_edited_as_what_it_is() {
    let fake = start().await;
    let mut id = Value::Null;
    for (method, body) in [
        ("sendPoll", json!({"question": "Q", "options": ["a", "b"]})),
        ("sendDice", json!({})),
        ("sendMessage", json!({"text": "x"})),
        ("sendPhoto", json!({"photo": "P"})),
    ] {
        let mut body = body;
        body["chat_id"] = 42.into();
        id = result(&call(&fake, method, &body.to_string()).await)["message_id"].clone();
    }
    assert_eq!(id, 4);
    refused(
        &fake,
        &[
            (
                "editMessageText",
                json!({"message_id": 1, "text": "x"}),
                "there is no text in the message to edit",
            ),
            (
                "editMessageText",
                json!({"message_id": 4, "text": "x"}),
                "there is no text in the message to edit",
            ),
            (
                "editMessageText",
                json!({"message_id": 3}),
                "message text is empty",
            ),
            (
                "editMessageText",
                json!({"message_id": 3, "text": "y", "reply_markup": {"keyboard": [["a"]]}}),
                "inline keyboard expected",
            ),
            (
                "editMessageCaption",
                json!({"message_id": 3, "caption": "x"}),
                "there is no caption in the message to edit",
            ),
            (
                "editMessageMedia",
                json!({"message_id": 2, "media": {"type": "photo", "media": "P"}}),
                "message media can't be edited",
            ),
            (
                "stopMessageLiveLocation",
                json!({"message_id": 3}),
                "there is no live location in the message to edit",
            ),
            (
                "editMessageMedia",
                json!({"message_id": 4, "media": {"type": "zzz", "media": "P"}}),
                "can't parse InputMedia: type \"zzz\" is unsupported",
            ),
        ],
    )
    .await;
    let photo = json!({"chat_id": 42, "message_id": 4, "media": {"type": "photo", "media": "Q"}});
    assert!(
        call(&fake, "editMessageMedia", &photo.to_string())
            .await
            .contains("\"file_id\":\"Q\"")
    );
}

#[tokio::test]
async fn albums_are_sent_as_a_whole() {
    let fake = start().await;
    let bad = json!([{"type": "photo", "media": "A"}, {"type": "photo", "media": "attach://none"}]);
    refused(&fake, &[
        ("sendMediaGroup", json!({"media": bad}), "wrong file identifier/HTTP URL specified"),
        ("sendMediaGroup", json!({"media": [{"type": "photo", "media": "A"}, {"type": "document", "media": "B"}]}), "document can't be mixed with other media types"),
    ]).await;
    // Nothing was stored, and no id was used.
    let sent = result(&call(&fake, "sendMessage", r#"{"chat_id":42,"text":"x"}"#).await);
    assert_eq!(sent["message_id"], 1);
}

#[tokio::test]
async fn a_query_is_answered_once() {
    let fake = start().await;
    let query = json!({"callback_query_id": "1"}).to_string();
    assert!(
        call(&fake, "answerCallbackQuery", &query)
            .await
            .contains("true")
    );
    assert!(
        call(&fake, "answerCallbackQuery", &query)
            .await
            .contains("query is too old")
    );
    let query = json!({"inline_query_id": "1", "results": []}).to_string();
    assert!(
        call(&fake, "answerInlineQuery", &query)
            .await
            .contains("true")
    );
}

#[tokio::test]
async fn numbers_that_are_too_large_harm_nothing() {
    let fake = FakeBotApi::builder()
        .control(true)
        .start()
        .await
        .expect("a port");
    let at = "/control/update";
    let update = json!({"message": {"message_id": i64::MAX, "text": "x"}}).to_string();
    let answer = super::talk(&fake, &super::post(at, "application/json", &update)).await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    fake.deliver_json(json!({"message": {"message_id": i64::MAX, "date": 1, "chat": {"id": 42, "type": "private"}}}));
    let sent = result(&call(&fake, "sendMessage", r#"{"chat_id":42,"text":"x"}"#).await);
    assert_eq!(sent["message_id"], 1);
    let body =
        json!({"chat_id": 42, "video": "V", "duration": 999_999_999, "width": -5}).to_string();
    let video = result(&call(&fake, "sendVideo", &body).await)["video"].clone();
    assert_eq!(
        (&video["duration"], &video["width"]),
        (&json!(86_400), &json!(0))
    );
}
