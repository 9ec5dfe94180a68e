//! Replies that a test specifies.

use std::time::{Duration, Instant};

use serde_json::json;

use super::{Reply, call, json_answer, refusal, start};

fn number(number: i32) -> Reply {
    Reply::result(number.into())
}

fn numbered(number: i32) -> String {
    json_answer("200 OK", &format!(r#"{{"ok":true,"result":{number}}}"#))
}

#[tokio::test]
async fn queued_replies_precede_the_permanent_one() {
    let fake = start().await;
    fake.reply("sendDice", number(7).always());
    fake.reply("sendDice", number(1));
    fake.reply("SENDDICE", number(2));
    fake.reply("sendDice", number(8).always());
    for expected in [1, 2, 8, 8] {
        assert_eq!(call(&fake, "sendDice", "{}").await, numbered(expected));
    }
    fake.reply("sendDice", number(3));
    for expected in [3, 8] {
        assert_eq!(call(&fake, "senddice", "{}").await, numbered(expected));
    }
}

#[tokio::test]
async fn the_built_in_response_follows_the_queued_replies() {
    let fake = start().await;
    fake.reply("getUpdates", number(1));
    assert_eq!(call(&fake, "getUpdates", "{}").await, numbered(1));
    let empty = json_answer("200 OK", r#"{"ok":true,"result":[]}"#);
    assert_eq!(call(&fake, "getUpdates", "{}").await, empty);
}

#[tokio::test]
async fn each_method_has_its_own_replies() {
    let fake = start().await;
    fake.reply("sendDice", number(1));
    fake.reply("sendPoll", number(2));
    assert_eq!(call(&fake, "sendPoll", "{}").await, numbered(2));
    assert_eq!(call(&fake, "sendDice", "{}").await, numbered(1));
}

#[tokio::test]
async fn json_is_sent_in_ascii() {
    let fake = start().await;
    fake.reply("getMe", Reply::result(json!({"é/": "\u{1f600}\u{7f}\n"})));
    assert_eq!(
        call(&fake, "getMe", "{}").await,
        json_answer(
            "200 OK",
            "{\"ok\":true,\"result\":{\"\\u00e9/\":\"\\ud83d\\ude00\u{7f}\\n\"}}"
        )
    );
    fake.reply("getMe", Reply::error(400, "Bad Request: \"ü\""));
    assert_eq!(
        call(&fake, "getMe", "{}").await,
        json_answer(
            "400 Bad Request",
            &refusal(400, "Bad Request: \\\"\\u00fc\\\"")
        )
    );
}

#[tokio::test]
async fn an_error_has_its_code_as_status() {
    let fake = start().await;
    fake.reply(
        "sendMessage",
        Reply::error(403, "Forbidden: bot was blocked by the user"),
    );
    assert_eq!(
        call(&fake, "sendMessage", "{}").await,
        json_answer(
            "403 Forbidden",
            &refusal(403, "Forbidden: bot was blocked by the user")
        )
    );
}

#[tokio::test]
async fn codes_that_are_not_a_status_are_sent_with_status_500() {
    let fake = start().await;
    for code in [0, 99, 100, 101, 199, 1000, u16::MAX] {
        fake.reply("getMe", Reply::error(code, "Odd"));
        assert_eq!(
            call(&fake, "getMe", "{}").await,
            json_answer("500 Internal Server Error", &refusal(code, "Odd"))
        );
    }
}

#[tokio::test]
async fn a_flood_error_has_a_retry_delay() {
    let fake = start().await;
    fake.reply("sendMessage", Reply::flood(17));
    assert_eq!(
        call(&fake, "sendMessage", "{}").await,
        "HTTP/1.1 429 Too Many Requests\r\n\
         Connection: keep-alive\r\n\
         Content-Type: application/json\r\n\
         Retry-After: 17\r\n\
         Content-Length: 111\r\n\
         \r\n\
         {\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 17\",\
         \"parameters\":{\"retry_after\":17}}"
    );
}

#[tokio::test]
async fn a_migrated_group_has_its_new_id() {
    let fake = start().await;
    fake.reply("sendMessage", Reply::migrate(-1_001_234_567_890));
    let body = r#"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-1001234567890}}"#;
    assert_eq!(
        call(&fake, "sendMessage", "{}").await,
        json_answer("400 Bad Request", body)
    );
}

#[tokio::test]
async fn a_raw_reply_is_sent_unchanged() {
    let fake = start().await;
    fake.reply(
        "getMe",
        Reply::raw(502, "text/html", "<h1>Bad Gateway</h1>"),
    );
    assert_eq!(
        call(&fake, "getMe", "{}").await,
        "HTTP/1.1 502 Bad Gateway\r\nConnection: keep-alive\r\nContent-Type: text/html\r\n\
         Content-Length: 20\r\n\r\n<h1>Bad Gateway</h1>"
    );
    for unusable in ["", "text/plain\r\nx: y"] {
        fake.reply("getMe", Reply::raw(413, unusable, ""));
        assert_eq!(
            call(&fake, "getMe", "{}").await,
            "HTTP/1.1 413 Payload Too Large\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n"
        );
    }
}

#[tokio::test]
async fn a_delayed_reply_does_not_delay_others() {
    let fake = start().await;
    let delay = Duration::from_millis(300);
    fake.reply("sendDice", number(1).delay(delay));
    let begin = Instant::now();
    let slow = async {
        let answer = call(&fake, "sendDice", "{}").await;
        (answer, begin.elapsed())
    };
    let quick = async {
        call(&fake, "getUpdates", "{}").await;
        begin.elapsed()
    };
    let ((answer, slow), quick) = tokio::join!(slow, quick);
    assert_eq!(answer, numbered(1));
    assert!(slow >= delay, "{slow:?}");
    assert!(quick < slow, "{quick:?}");
}
