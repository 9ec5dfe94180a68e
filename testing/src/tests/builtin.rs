//! Built-in responses.

use serde_json::{Value, json};

use super::{FakeBotApi, call, json_answer, refusal, result, start};
use crate::protocol::integer::{clamped, lenient_i32, lenient_i64};

async fn photos(fake: &FakeBotApi, body: &str) -> Value {
    result(&call(fake, "getUserProfilePhotos", body).await)
}

/// Returns the numbers of the pictures, newest first.
fn numbers(photos: &Value) -> Vec<&str> {
    let pictures = photos["photos"].as_array().expect("pictures");
    pictures
        .iter()
        .filter_map(|picture| picture[0]["file_id"].as_str()?.split('-').nth(2))
        .collect()
}

#[tokio::test]
async fn get_me_is_the_bot_of_the_token() {
    let fake = start().await;
    let me = result(&call(&fake, "getMe", "{}").await);
    assert_eq!(me["id"], 123_456_789);
    assert_eq!(me["is_bot"], true);
    assert_eq!(me["username"], "telegrammar_fake_bot");
    // Every ability is there, whether the bot has it or not.
    let abilities = [
        "can_join_groups",
        "can_read_all_group_messages",
        "supports_inline_queries",
        "can_connect_to_business",
        "has_main_web_app",
        "has_topics_enabled",
        "allows_users_to_create_topics",
    ];
    for ability in abilities {
        assert_eq!(me[ability], ability == "can_join_groups", "{ability}");
    }
}

#[tokio::test]
async fn every_user_has_pictures_in_four_sizes() {
    let fake = start().await;
    let all = photos(&fake, r#"{"user_id":42}"#).await;
    assert_eq!(all["total_count"], 5);
    assert_eq!(numbers(&all), ["0", "1", "2", "3", "4"]);
    let sizes = all["photos"][1].as_array().expect("sizes");
    let widths: Vec<_> = sizes.iter().map(|size| size["width"].as_i64()).collect();
    assert_eq!(widths, [Some(160), Some(320), Some(640), Some(1280)]);
    assert_eq!(
        sizes[2],
        json!({
            "file_id": "FakePhoto-42-1-640",
            "file_unique_id": "FakeUnique-42-1-640",
            "width": 640,
            "height": 640,
            "file_size": 51200,
        })
    );
    assert_eq!(photos(&fake, r#"{"user_id":42}"#).await, all);
}

#[tokio::test]
async fn offset_and_limit_select_pictures() {
    let fake = start().await;
    for (body, expected) in [
        (r#"{"user_id":42,"limit":2}"#, &["0", "1"][..]),
        (r#"{"user_id":42,"offset":1,"limit":2}"#, &["1", "2"]),
        (r#"{"user_id":"42","offset":"3"}"#, &["3", "4"]),
        (r#"{"user_id":42,"offset":42,"limit":100}"#, &[]),
        // Values out of bounds are clamped.
        (r#"{"user_id":42,"offset":-7,"limit":0}"#, &["0"]),
        (r#"{"user_id":42,"offset":4,"limit":101}"#, &["4"]),
        (r#"{"user_id":42,"limit":null}"#, &["0"]),
    ] {
        let page = photos(&fake, body).await;
        assert_eq!(numbers(&page), expected, "{body}");
        assert_eq!(page["total_count"], 5);
    }
}

#[tokio::test]
async fn no_user_has_no_pictures() {
    let fake = start().await;
    for body in [
        "{}",
        r#"{"user_id":0}"#,
        r#"{"user_id":-42}"#,
        r#"{"user_id":"x"}"#,
    ] {
        assert_eq!(
            call(&fake, "getUserProfilePhotos", body).await,
            json_answer(
                "400 Bad Request",
                &refusal(400, "Bad Request: invalid user_id specified")
            )
        );
    }
}

#[tokio::test]
async fn a_message_is_returned() {
    let fake = start().await;
    let first = result(&call(&fake, "sendMessage", r#"{"chat_id":42,"text":"<b>é</b>"}"#).await);
    assert_eq!(first["message_id"], 1);
    assert_eq!(first["from"]["id"], 123_456_789);
    assert_eq!(
        first["chat"],
        json!({"id": 42, "type": "private", "first_name": "Fake User"})
    );
    assert!(first["date"].as_u64() > Some(1_700_000_000));
    assert_eq!(first["text"], "<b>é</b>");
    let second = result(&call(&fake, "sendMessage", r#"{"chat_id":42,"text":"x"}"#).await);
    assert_eq!(second["message_id"], 2);
}

#[tokio::test]
async fn only_known_chats_exist() {
    let fake = start().await;
    for (chat_id, kind) in [
        ("42", "private"),
        ("-1001234567890", "supergroup"),
        ("\"@Fake_Supergroup\"", "supergroup"),
    ] {
        let body = format!(r#"{{"chat_id":{chat_id},"text":"x"}}"#);
        let chat = result(&call(&fake, "sendMessage", &body).await)["chat"].clone();
        assert_eq!(chat["type"], kind);
    }
    // Somebody who has written to the bot is known.
    let body = r#"{"chat_id":7,"text":"x"}"#;
    let unknown = refusal(400, "Bad Request: chat not found");
    let answer = call(&fake, "sendMessage", body).await;
    assert_eq!(answer, json_answer("400 Bad Request", &unknown));
    fake.deliver_json(json!({"message": {
        "message_id": 5, "date": 1, "chat": {"id": 7, "type": "private", "first_name": "Ann"},
        "from": {"id": 7, "is_bot": false, "first_name": "Ann"}, "text": "Hello",
    }}));
    let message = result(&call(&fake, "sendMessage", body).await);
    assert_eq!(message["chat"]["first_name"], "Ann");
    assert_eq!(message["message_id"], 6);
}

#[tokio::test]
async fn a_message_needs_a_text_and_a_chat() {
    let fake = start().await;
    for (body, description) in [
        ("{}", "Bad Request: message text is empty"),
        (
            r#"{"chat_id":42,"text":""}"#,
            "Bad Request: message text is empty",
        ),
        (r#"{"text":"x"}"#, "Bad Request: chat_id is empty"),
        (
            r#"{"chat_id":"x","text":"x"}"#,
            "Bad Request: chat not found",
        ),
        (
            r#"{"chat_id":"@","text":"x"}"#,
            "Bad Request: chat not found",
        ),
    ] {
        assert_eq!(
            call(&fake, "sendMessage", body).await,
            json_answer("400 Bad Request", &refusal(400, description))
        );
    }
}

#[test]
fn integers_are_read_leniently() {
    for (text, value) in [
        ("", 0),
        ("abc", 0),
        ("+5", 0),
        (" 5", 0),
        ("-", 0),
        ("12abc", 12),
        ("5 ", 5),
        ("-7", -7),
        ("1.9", 1),
        ("1e3", 1),
        ("2147483648", i32::MIN),
        ("-2147483648", i32::MIN),
        ("4294967297", 1),
    ] {
        assert_eq!(lenient_i32(text), value, "{text}");
    }
    assert_eq!(lenient_i64("9223372036854775807"), i64::MAX);
    assert_eq!(lenient_i64("-9223372036854775808"), i64::MIN);
    assert_eq!(lenient_i64("18446744073709551617"), 1);
    assert_eq!(clamped(None, 100, 1, 100), 100);
    assert_eq!(clamped(Some(""), 100, 1, 100), 100);
    assert_eq!(clamped(Some("abc"), 100, 1, 100), 1);
    assert_eq!(clamped(Some("101"), 100, 1, 100), 100);
}
