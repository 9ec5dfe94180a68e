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
        let mut body = json!({"user": bot});
        if action == "say" {
            body["text"] = "x".into();
        }
        let answer = control(&fake, action, &body).await;
        assert!(answer.contains("is the bot itself"), "{answer}");
    }
}

#[tokio::test]
async fn a_member_that_is_not_known_is_refused() {
    let fake = start().await;
    for (action, body, unknown) in [
        ("say", json!({"text": "x", "reply_too": 1}), "reply_too"),
        ("say", json!({"txt": "x"}), "txt"),
        (
            "photo",
            json!({"base64": "AA==", "captoin": "x"}),
            "captoin",
        ),
        (
            "poll",
            json!({"question": "?", "options": ["A"], "total_voter_count": "x"}),
            "total_voter_count",
        ),
        (
            "leave",
            json!({"usr": "Ann", "chat": -1_001_234_567_890_i64}),
            "usr",
        ),
        ("react", json!({"message_id": 1, "Emoji": null}), "Emoji"),
        ("me", json!({"title": "x"}), "title"),
        ("world", json!({"user": []}), "user"),
        (
            "reply",
            json!({"method": "getMe", "flood": 1, "time": 2}),
            "time",
        ),
        ("idle", json!({"timeout": 1}), "timeout"),
        ("strict", json!({"on": true, "rate": false}), "rate"),
        ("advance", json!({"seconds": 1, "minutes": 1}), "minutes"),
        ("flood_limits", json!({"in_all": 1}), "in_all"),
        ("update", json!({"mesage": {"text": "x"}}), "mesage"),
    ] {
        let answer = control(&fake, action, &body).await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{action}: {answer}");
        assert!(answer.contains(unknown), "{action}: {answer}");
    }
    let answer = control(&fake, "say", &json!({"txt": "x"})).await;
    let takes = "`txt` is no member of `say`, which takes `text`, `reply_to`, `bot`, `user`, `chat`, `message_thread_id`, `business_connection_id`";
    assert!(answer.contains(takes), "{answer}");
    // Nothing was done.
    let state = talk(&fake, &super::get("/control/messages")).await;
    assert!(state.ends_with("\"result\":[]}"), "{state}");
}

#[tokio::test]
async fn a_poll_in_a_topic_has_its_own_members_only() {
    let fake = start().await;
    let forum = json!({"title": "Forum", "is_forum": true, "users": ["Ann"]});
    let chat = super::result(&control(&fake, "chat", &forum).await)["chat"]["id"].clone();
    let poll = json!({"user": "Ann", "chat": chat, "message_thread_id": 1, "question": "?", "options": ["A"]});
    super::result(&control(&fake, "poll", &poll).await);
    let messages = talk(
        &fake,
        &super::get(&format!("/control/messages?chat={chat}")),
    )
    .await;
    let sent = &super::result(&messages)[0]["poll"];
    assert_eq!(sent["question"], "?");
    assert_eq!(sent["message_thread_id"], Value::Null);
}

/// A site whose name stands for this machine does not get at the server.
#[tokio::test]
async fn a_public_name_is_not_served_by_a_server_of_this_machine() {
    let fake = start().await;
    let request = |verb: &str, path: &str, host: &str| {
        format!("{verb} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n")
    };
    for (verb, path) in [
        ("POST", "/control/token"),
        ("GET", "/control/state"),
        ("GET", "/control/events"),
    ] {
        let answer = talk(&fake, &request(verb, path, "evil.example.org:8081")).await;
        assert!(answer.starts_with("HTTP/1.1 403 "), "{answer}");
        if path != "/control/events" {
            let answer = talk(&fake, &request(verb, path, "localhost:8081")).await;
            assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        }
    }
    // Bots may call the server by any name: they have a token.
    let call = super::path(&fake, "getMe");
    let answer = talk(&fake, &request("GET", &call, "evil.example.org")).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    // A server for other machines has the names that these call it by.
    let fake = FakeBotApi::builder().control(true).address([0, 0, 0, 0]);
    let fake = fake.start().await.expect("a port");
    let answer = talk(
        &fake,
        &request("POST", "/control/token", "ci.example.org:8081"),
    )
    .await;
    assert!(answer.contains(fake.token()), "{answer}");
}
