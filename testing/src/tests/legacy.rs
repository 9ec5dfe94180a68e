//! Members that are no longer documented but still sent, and bots that are closed and logged out.

use std::time::Duration;

use serde_json::{Value, json};
use telegrammar::from_json_strict;
use telegrammar::types::Message;

use super::refusals::error;
use super::texts::ok;
use super::{FakeBotApi, call, start};

#[tokio::test]
async fn legacy_members_are_beside_those_that_replaced_them() {
    let fake = FakeBotApi::builder()
        .legacy_members(true)
        .start()
        .await
        .expect("a port");
    let ann = fake.user("Ann");
    let id = ann.says("Hello").result();
    let forwarded = ok(
        &fake,
        "forwardMessage",
        json!({"from_chat_id": ann.id(), "message_id": id}),
    )
    .await;
    assert_eq!(forwarded["forward_from"]["id"], ann.id());
    assert_eq!(
        forwarded["forward_date"],
        forwarded["forward_origin"]["date"]
    );
    // The decoder tolerates them.
    let message: Message = serde_json::from_value(forwarded).expect("a message");
    assert!(message.forward_origin.is_some());
    let group = json!({"id": -5, "type": "group", "title": "G"});
    let video = json!({"file_id": "V", "file_unique_id": "v", "width": 1, "height": 1, "duration": 1,
        "thumbnail": {"file_id": "T", "file_unique_id": "t", "width": 1, "height": 1}});
    let bob = json!({"id": 7, "is_bot": false, "first_name": "Bob"});
    for content in [
        json!({"video": video}),
        json!({"new_chat_members": [bob]}),
        json!({"left_chat_member": bob}),
        json!({"video_chat_started": {}}),
        json!({"users_shared": {"request_id": 3, "users": [{"user_id": 7}]}}),
    ] {
        let mut message = json!({"message_id": 1, "date": 1, "chat": group, "from": bob});
        message
            .as_object_mut()
            .expect("an object")
            .extend(content.as_object().cloned().expect("an object"));
        fake.deliver_json(json!({"message": message}));
    }
    let answer = call(&fake, "getUpdates", r#"{"offset":-5}"#).await;
    // A new line follows the number, and all is ASCII.
    assert!(answer.contains(",\n\"message\":"), "{answer}");
    assert!(answer.is_ascii());
    let updates = super::result(&answer);
    let message = |at: usize| updates[at]["message"].clone();
    assert_eq!(
        message(0)["video"]["thumb"],
        message(0)["video"]["thumbnail"]
    );
    assert_eq!(message(0)["chat"]["all_members_are_administrators"], false);
    assert_eq!(message(1)["new_chat_member"], bob);
    assert_eq!(message(1)["new_chat_participant"], bob);
    assert_eq!(message(2)["left_chat_participant"], bob);
    assert_eq!(message(3)["voice_chat_started"], json!({}));
    assert_eq!(
        message(4)["user_shared"],
        json!({"request_id": 3, "user_id": 7})
    );
    assert_eq!(message(4)["users_shared"]["user_ids"], json!([7]));
    fake.set_legacy_members(false);
    let plain = ok(
        &fake,
        "forwardMessage",
        json!({"from_chat_id": ann.id(), "message_id": id}),
    )
    .await;
    assert!(plain.get("forward_date").is_none(), "{plain}");
    let strict = from_json_strict::<Message>(&plain.to_string());
    assert!(strict.is_ok(), "{strict:?}");
}

#[tokio::test]
async fn a_bot_that_is_logged_out_is_told_so() {
    let fake = start().await;
    assert_eq!(ok(&fake, "logOut", json!({})).await, true);
    for method in [
        "getMe",
        "sendMessage",
        "getUpdates",
        "logOut",
        "close",
        "noSuchMethod",
    ] {
        assert_eq!(
            error(&fake, method, &json!({})).await,
            "Logged out",
            "{method}"
        );
    }
    fake.advance(Duration::from_secs(10 * 60));
    ok(&fake, "getMe", json!({})).await;
}

#[tokio::test]
async fn a_bot_is_closed_once() {
    let fake = start().await;
    let none: Value = json!({});
    assert_eq!(ok(&fake, "close", none.clone()).await, true);
    assert_eq!(
        error(&fake, "close", &none).await,
        "Bad Request: the bot has already been closed"
    );
    // The next call starts it again.
    fake.advance(Duration::from_secs(20 * 60));
    ok(&fake, "getMe", none.clone()).await;
    let answer = call(&fake, "close", "{}").await;
    assert!(answer.starts_with("HTTP/1.1 429 "), "{answer}");
    assert!(answer.contains("\r\nRetry-After: "), "{answer}");
    assert!(
        answer.contains("Too Many Requests: retry after "),
        "{answer}"
    );
    fake.advance(Duration::from_secs(10 * 60));
    assert_eq!(ok(&fake, "close", none).await, true);
}
