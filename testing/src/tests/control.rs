//! The control endpoints.

use serde_json::{Value, json};

use super::{FakeBotApi, call, post, talk};

async fn start() -> FakeBotApi {
    FakeBotApi::builder()
        .control(true)
        .start()
        .await
        .expect("a port")
}

async fn control(fake: &FakeBotApi, path: &str, body: &Value) -> String {
    talk(
        fake,
        &post(
            &format!("/control/{path}"),
            "application/json",
            &body.to_string(),
        ),
    )
    .await
}

#[tokio::test]
async fn an_update_is_delivered() {
    let fake = start().await;
    let update = json!({"message": {
        "message_id": 7, "date": 1, "chat": {"id": 42, "type": "private"}, "text": "/hello",
    }});
    let answer = control(&fake, "update", &update).await;
    assert!(answer.contains("\"update_id\":"), "{answer}");
    let updates = call(&fake, "getUpdates", "{}").await;
    assert!(updates.contains("\"/hello\""), "{updates}");
    assert!(updates.contains("\"bot_command\""), "{updates}");
    // The next message of the bot follows the one that was delivered.
    let sent = call(&fake, "sendMessage", r#"{"chat_id":42,"text":"x"}"#).await;
    assert!(sent.contains("\"message_id\":8,"), "{sent}");
}

#[tokio::test]
async fn replies_are_queued() {
    let fake = start().await;
    for (reply, expected) in [
        (json!({"flood": 2}), "\"retry_after\":2"),
        (json!({"error": [403, "Forbidden: x"]}), "Forbidden: x"),
        (json!({"migrate": -100}), "\"migrate_to_chat_id\":-100"),
        (json!({"raw": [502, "text/html", "<h1>"]}), "<h1>"),
        (json!({"result": {"id": 5}, "delay_ms": 10}), "\"id\":5"),
        (json!({"disconnect": true}), ""),
    ] {
        let mut reply = reply;
        reply["method"] = "getMe".into();
        let answer = control(&fake, "reply", &reply).await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        let answer = call(&fake, "getMe", "{}").await;
        assert!(answer.contains(expected), "{answer}");
        assert_eq!(answer.is_empty(), expected.is_empty());
    }
}

#[tokio::test]
async fn what_is_wrong_is_told() {
    let fake = start().await;
    for (path, body) in [
        ("update", json!({})),
        ("update", json!({"message": {}, "poll": {}})),
        ("update", json!([])),
        ("reply", json!({"flood": 2})),
        ("reply", json!({"method": "getMe"})),
        (
            "reply",
            json!({"method": "getMe", "flood": 2, "error": [400, "x"]}),
        ),
        ("reply", json!({"method": "getMe", "flood": "2"})),
        ("reply", json!({"method": "getMe", "raw": [200]})),
    ] {
        let answer = control(&fake, path, &body).await;
        assert!(
            answer.starts_with("HTTP/1.1 400 "),
            "{path} {body}: {answer}"
        );
    }
    assert!(
        control(&fake, "else", &json!({}))
            .await
            .starts_with("HTTP/1.1 404 ")
    );
    // Without permission, the path is like any other.
    let closed = super::start().await;
    assert!(
        control(&closed, "update", &json!({}))
            .await
            .contains("\"description\":\"Not Found\"")
    );
}

#[tokio::test]
async fn the_token_is_told_to_the_page_and_to_no_other_site() {
    let fake = start().await;
    let answer = control(&fake, "token", &json!({"bot": "123456789"})).await;
    assert!(answer.contains(fake.token()), "{answer}");
    let answer = control(&fake, "token", &json!({"bot": 7})).await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    let foreign = "POST /control/token HTTP/1.1\r\nHost: fake\r\nOrigin: http://example.org\r\nContent-Length: 0\r\n\r\n";
    let answer = talk(&fake, foreign).await;
    assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
    assert!(!answer.contains(fake.token()), "{answer}");
    let closed = super::start().await;
    let answer = control(&closed, "token", &json!({})).await;
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
    // Whatever else can be seen is without it.
    for path in ["state", "chats", "messages?chat=42", "calls"] {
        let answer = talk(&fake, &super::get(&format!("/control/{path}"))).await;
        assert!(!answer.contains(fake.token()), "{answer}");
    }
}

#[tokio::test]
async fn whoever_has_no_private_chat_cannot_block_the_bot() {
    let fake = start().await;
    // The user of a poll answer is known, but has no chat with the bot.
    let dan = json!({"id": 77, "is_bot": false, "first_name": "Dan"});
    let answer = json!({"poll_id": "1", "user": dan, "option_ids": []});
    control(&fake, "update", &json!({"poll_answer": answer})).await;
    for action in ["block", "unblock", "deactivate"] {
        let answer = control(&fake, action, &json!({"user": 77})).await;
        assert!(answer.contains("the bot knows no chat 77"), "{answer}");
    }
}

#[tokio::test]
async fn the_bot_is_no_user() {
    let fake = start().await;
    let bot: i64 = fake
        .token()
        .split(':')
        .next()
        .expect("an id")
        .parse()
        .expect("an id");
    for action in ["block", "unblock", "say"] {
        let body = json!({"user": bot, "text": "x"});
        let answer = control(&fake, action, &body).await;
        assert!(answer.contains("is the bot itself"), "{answer}");
    }
}
