//! Messages that are edited, deleted, forwarded and replied to.

use serde_json::{Value, json};

use super::{FakeBotApi, call, control, result, start, start_with_control};

async fn ok(fake: &FakeBotApi, method: &str, body: Value) -> Value {
    result(&call(fake, method, &body.to_string()).await)
}

/// Returns the description of an error.
async fn error(fake: &FakeBotApi, method: &str, body: Value) -> String {
    let answer = call(fake, method, &body.to_string()).await;
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    let body: Value = serde_json::from_str(body).expect("JSON");
    body["description"].as_str().expect("an error").to_owned()
}

#[tokio::test]
async fn a_message_is_edited_until_it_is_deleted() {
    let fake = start().await;
    let sent = ok(&fake, "sendMessage", json!({"chat_id": 42, "text": "one"})).await;
    let id = &sent["message_id"];
    let edit = json!({"chat_id": 42, "message_id": id, "text": "two"});
    let edited = ok(&fake, "editMessageText", edit.clone()).await;
    assert_eq!(edited["text"], "two");
    assert!(edited["edit_date"].is_i64());
    let description = error(&fake, "editMessageText", edit.clone()).await;
    assert!(
        description.starts_with("Bad Request: message is not modified: "),
        "{description}"
    );

    let delete = json!({"chat_id": 42, "message_id": id});
    assert_eq!(ok(&fake, "deleteMessage", delete.clone()).await, true);
    for (method, body, expected) in [
        (
            "deleteMessage",
            delete.clone(),
            "Bad Request: message to delete not found",
        ),
        (
            "editMessageText",
            edit,
            "Bad Request: message to edit not found",
        ),
        (
            "pinChatMessage",
            delete,
            "Bad Request: message to pin not found",
        ),
        (
            "sendMessage",
            json!({"chat_id": 42, "text": "x", "reply_parameters": {"message_id": id}}),
            "Bad Request: message to be replied not found",
        ),
        (
            "forwardMessage",
            json!({"chat_id": 42, "from_chat_id": 42, "message_id": id}),
            "Bad Request: message to forward not found",
        ),
        (
            "sendMessage",
            json!({"chat_id": 99, "text": "x"}),
            "Bad Request: chat not found",
        ),
        (
            "editMessageText",
            json!({"text": "x"}),
            "Bad Request: message identifier is not specified",
        ),
    ] {
        assert_eq!(error(&fake, method, body).await, expected);
    }
}

#[tokio::test]
async fn a_keyboard_is_edited_and_removed() {
    let fake = start().await;
    let markup = json!({"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]});
    let body = json!({"chat_id": 42, "text": "one", "reply_markup": markup});
    let sent = ok(&fake, "sendMessage", body).await;
    let id = &sent["message_id"];
    let body = json!({"chat_id": 42, "message_id": id});
    let edited = ok(&fake, "editMessageReplyMarkup", body).await;
    assert!(edited.get("reply_markup").is_none(), "{edited}");
    assert_eq!(edited["text"], "one");
    let inline = json!({"inline_message_id": "abc", "text": "x"});
    assert_eq!(ok(&fake, "editMessageText", inline).await, true);
}

#[tokio::test]
async fn a_message_is_forwarded_and_copied() {
    let fake = start().await;
    let photo = json!({"chat_id": 42, "photo": "FakePhoto", "caption": "C"});
    let sent = ok(&fake, "sendPhoto", photo).await;
    let id = &sent["message_id"];
    let body = json!({"chat_id": -1_001_234_567_890_i64, "from_chat_id": 42, "message_id": id});
    let forwarded = ok(&fake, "forwardMessage", body.clone()).await;
    assert_eq!(forwarded["photo"], sent["photo"]);
    assert_eq!(forwarded["forward_origin"]["type"], "user");
    assert_eq!(forwarded["chat"]["id"], -1_001_234_567_890_i64);
    let copied = ok(&fake, "copyMessage", body).await;
    assert!(copied["message_id"].as_i64() > forwarded["message_id"].as_i64());
    let body = json!({"chat_id": 42, "from_chat_id": 42, "message_ids": [id, 9999]});
    assert_eq!(
        ok(&fake, "copyMessages", body)
            .await
            .as_array()
            .map(Vec::len),
        Some(1)
    );
}

#[tokio::test]
async fn a_poll_is_stopped_once() {
    let fake = start().await;
    let poll = json!({"chat_id": 42, "question": "Q", "options": [{"text": "a"}, {"text": "b"}]});
    let sent = ok(&fake, "sendPoll", poll).await;
    let body = json!({"chat_id": 42, "message_id": sent["message_id"]});
    let stopped = ok(&fake, "stopPoll", body.clone()).await;
    assert_eq!(stopped["is_closed"], true);
    assert_eq!(stopped["id"], sent["poll"]["id"]);
    assert_eq!(
        error(&fake, "stopPoll", body).await,
        "Bad Request: poll has already been closed"
    );
}

#[tokio::test]
async fn media_are_edited() {
    let fake = start().await;
    let sent = ok(&fake, "sendPhoto", json!({"chat_id": 42, "photo": "P"})).await;
    let body = json!({
        "chat_id": 42, "message_id": sent["message_id"],
        "media": {"type": "video", "media": "V", "caption": "C", "duration": 4},
    });
    let edited = ok(&fake, "editMessageMedia", body).await;
    assert_eq!(edited["video"]["file_id"], "V");
    assert_eq!(edited["video"]["duration"], 4);
    assert_eq!(edited["caption"], "C");
    assert!(edited.get("photo").is_none());
}

#[tokio::test]
async fn a_user_sends_nothing_that_no_client_can_decode() {
    let fake = start_with_control().await;
    let member = |name: &str, value: Value| json!({"message": {"text": "x", name: value}});
    for (action, body, fault) in [
        ("send", member("message_id", json!("9")), "message_id"),
        ("send", member("message_id", json!(0)), "message_id"),
        ("send", member("date", json!("now")), "date"),
        ("send", member("text", json!(5)), "text"),
        ("send", member("from", json!({"id": "x"})), "from"),
        ("send", member("entities", json!(5)), "entities"),
        (
            "send",
            member("entities", json!([{"type": "bold", "offset": "x"}])),
            "entities",
        ),
        ("send", member("photo", json!({"file_id": "x"})), "photo"),
        (
            "send",
            member("chat", json!({"id": 7, "type": "private"})),
            "chat",
        ),
        (
            "poll",
            json!({"question": "Q", "options": ["a"], "is_anonymous": "x"}),
            "is_anonymous",
        ),
        (
            "poll",
            json!({"question": "Q", "options": ["a"], "explanation": []}),
            "explanation",
        ),
    ] {
        let answer = control(&fake, action, &body).await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{body}: {answer}");
        assert!(answer.contains(fault), "{body}: {answer}");
    }
    assert_eq!(fake.first_user().sees(), "");
    // The refused messages have no ids.
    let sent = control(&fake, "send", &member("date", json!(5))).await;
    assert_eq!(result(&sent)["message_id"], 1);
}

#[tokio::test]
async fn a_poll_has_only_members_of_polls() {
    let fake = start_with_control().await;
    let mut body =
        json!({"question": "Q", "options": ["a"], "type": "quiz", "message_id": 7, "user": 42});
    let refused = control(&fake, "poll", &body).await;
    assert!(
        refused.contains("`message_id` is no member of `poll`"),
        "{refused}"
    );
    body.as_object_mut()
        .expect("an object")
        .remove("message_id");
    result(&control(&fake, "poll", &body).await);
    let updates = result(&call(&fake, "getUpdates", "{}").await);
    let poll = &updates[0]["message"]["poll"];
    assert_eq!(poll["type"], "quiz");
    assert!(poll.get("user").is_none(), "{poll}");
}

#[tokio::test]
async fn a_reaction_is_one_that_clients_can_decode() {
    let fake = start_with_control().await;
    let id = fake.first_user().says("x").result();
    let reacts = |reaction: Value| json!({"message_id": id, "reaction": reaction});
    for wrong in [json!([5]), json!([{}]), json!([{"type": "emoji"}])] {
        let answer = control(&fake, "react", &reacts(wrong)).await;
        assert!(answer.contains("is no reaction"), "{answer}");
    }
    result(&control(&fake, "react", &reacts(json!([{"type": "paid"}]))).await);
}
