//! What users do over HTTP.

use serde_json::{Value, json};

use super::{FakeBotApi, call, post, result, talk};

async fn start() -> FakeBotApi {
    let fake = FakeBotApi::builder().control(true).start().await;
    let fake = fake.expect("a port");
    let allowed = json!({"timeout": 0, "allowed_updates": ["message", "edited_message", "callback_query",
        "poll", "poll_answer", "message_reaction", "message_reaction_count", "chat_member", "channel_post"]});
    call(&fake, "getUpdates", &allowed.to_string()).await;
    fake
}

pub(super) async fn answer(fake: &FakeBotApi, name: &str, body: &Value) -> String {
    let request = post(
        &format!("/control/{name}"),
        "application/json",
        &body.to_string(),
    );
    talk(fake, &request).await
}

pub(super) async fn act(fake: &FakeBotApi, name: &str, body: Value) -> Value {
    result(&answer(fake, name, &body).await)
}

/// Returns the updates that are pending, and confirms them.
pub(super) async fn updates(fake: &FakeBotApi) -> Vec<Value> {
    let updates = result(&call(fake, "getUpdates", "{}").await);
    let updates = updates.as_array().expect("updates").clone();
    if let Some(last) = updates.last() {
        let offset = last["update_id"].as_i64().expect("an id") + 1;
        call(fake, "getUpdates", &json!({"offset": offset}).to_string()).await;
    }
    updates
}

#[tokio::test]
async fn messages_are_sent_edited_and_deleted() {
    let fake = start().await;
    let said = act(&fake, "say", json!({"user": "Ann", "text": "/start now"})).await;
    assert_eq!(said["message_id"], 1);
    act(
        &fake,
        "say",
        json!({"user": 1001, "text": "x", "reply_to": 1}),
    )
    .await;
    act(
        &fake,
        "edit",
        json!({"user": "Ann", "message_id": 1, "text": "y"}),
    )
    .await;
    let told = updates(&fake).await;
    assert_eq!(told[0]["message"]["from"]["first_name"], "Ann");
    assert_eq!(told[0]["message"]["entities"][0]["length"], 6);
    assert_eq!(told[1]["message"]["reply_to_message"]["message_id"], 1);
    assert_eq!(told[2]["edited_message"]["text"], "y");
    assert!(told[2]["edited_message"]["edit_date"].is_i64());
    assert!(told[2]["edited_message"].get("entities").is_none());
    act(&fake, "delete", json!({"user": "Ann", "message_id": 1})).await;
    let again = answer(&fake, "delete", &json!({"user": "Ann", "message_id": 1})).await;
    assert!(
        again.contains("there is no message 1 in the chat 1001"),
        "{again}"
    );
}

#[tokio::test]
async fn files_are_decoded() {
    let fake = start().await;
    act(&fake, "photo", json!({"base64": "TWFu", "caption": "/see"})).await;
    let body = json!({"base64": "TWE=", "file_name": "a.csv"});
    act(&fake, "document", body).await;
    let told = updates(&fake).await;
    assert_eq!(told[0]["message"]["photo"][2]["file_size"], 3);
    assert_eq!(told[0]["message"]["caption"], "/see");
    assert_eq!(
        told[0]["message"]["caption_entities"][0]["type"],
        "bot_command"
    );
    assert_eq!(told[1]["message"]["document"]["mime_type"], "text/csv");
    act(&fake, "edit", json!({"message_id": 1, "text": "seen"})).await;
    assert_eq!(updates(&fake).await[0]["edited_message"]["caption"], "seen");
}

#[tokio::test]
async fn buttons_are_pressed_by_label_and_place() {
    let fake = start().await;
    let inline = json!({"chat_id": 42, "text": "x", "reply_markup": {"inline_keyboard": [[
        {"text": "A", "callback_data": "1"}, {"text": "A", "callback_data": "2"},
        {"text": "Link", "url": "https://example.org/"},
    ]]}});
    call(&fake, "sendMessage", &inline.to_string()).await;
    let pressed = act(&fake, "press", json!({"label": "A"})).await;
    let by_place = json!({"message_id": 1, "row": 0, "column": 1});
    act(&fake, "press", by_place).await;
    let link = act(&fake, "press", json!({"label": "Link"})).await;
    assert_eq!(link["button"]["url"], "https://example.org/");
    let told = updates(&fake).await;
    assert_eq!(told.len(), 2);
    assert_eq!(
        told[0]["callback_query"]["id"],
        pressed["callback_query_id"]
    );
    assert_eq!(told[0]["callback_query"]["data"], "1");
    assert_eq!(told[1]["callback_query"]["data"], "2");

    let below = json!({"chat_id": 42, "text": "x", "reply_markup": {"keyboard": [[
        "Tea", {"text": "Here", "request_location": true}, {"text": "Me", "request_contact": true},
        {"text": "Poll", "request_poll": {}},
    ]]}});
    call(&fake, "sendMessage", &below.to_string()).await;
    for label in ["Tea", "Here", "Me", "Poll"] {
        act(&fake, "press", json!({"label": label})).await;
    }
    let told = updates(&fake).await;
    assert_eq!(told.len(), 3);
    assert_eq!(told[0]["message"]["text"], "Tea");
    assert!(told[1]["message"]["location"]["latitude"].is_f64());
    assert_eq!(told[2]["message"]["contact"]["user_id"], 42);
}

#[tokio::test]
async fn votes_are_counted() {
    let fake = start().await;
    let poll =
        json!({"chat_id": 42, "question": "?", "options": ["a", "b"], "is_anonymous": false});
    call(&fake, "sendPoll", &poll.to_string()).await;
    act(&fake, "vote", json!({"message_id": 1, "options": ["b"]})).await;
    let told = updates(&fake).await;
    assert_eq!(told[0]["poll_answer"]["option_ids"], json!([1]));
    assert_eq!(told[1]["poll"]["options"][1]["voter_count"], 1);
    assert_eq!(told[1]["poll"]["total_voter_count"], 1);
    act(&fake, "vote", json!({"message_id": 1, "options": [0]})).await;
    let told = updates(&fake).await;
    assert_eq!(told[1]["poll"]["options"][0]["voter_count"], 1);
    assert_eq!(told[1]["poll"]["options"][1]["voter_count"], 0);
    assert_eq!(told[1]["poll"]["total_voter_count"], 1);
    act(&fake, "vote", json!({"message_id": 1, "options": []})).await;
    assert_eq!(updates(&fake).await[1]["poll"]["total_voter_count"], 0);
    call(&fake, "stopPoll", r#"{"chat_id":42,"message_id":1}"#).await;
    let closed = answer(&fake, "vote", &json!({"message_id": 1, "options": [0]})).await;
    assert!(closed.contains("the poll is closed"), "{closed}");
}

#[tokio::test]
async fn reactions_replace_each_other() {
    let fake = start().await;
    call(&fake, "sendMessage", r#"{"chat_id":42,"text":"x"}"#).await;
    act(&fake, "react", json!({"message_id": 1, "emoji": "a"})).await;
    act(&fake, "react", json!({"message_id": 1, "emoji": "b"})).await;
    act(&fake, "react", json!({"message_id": 1})).await;
    let told = updates(&fake).await;
    let emoji =
        |update: usize, which: &str| told[update]["message_reaction"][which][0]["emoji"].clone();
    assert_eq!(
        (emoji(0, "old_reaction"), emoji(0, "new_reaction")),
        (Value::Null, "a".into())
    );
    assert_eq!(
        (emoji(1, "old_reaction"), emoji(1, "new_reaction")),
        ("a".into(), "b".into())
    );
    assert_eq!(
        (emoji(2, "old_reaction"), emoji(2, "new_reaction")),
        ("b".into(), Value::Null)
    );
    // The message is still there.
    let sent = r#"{"chat_id":42,"message_id":1,"text":"y"}"#;
    let edited = call(&fake, "editMessageText", sent).await;
    assert!(edited.contains("\"text\":\"y\""), "{edited}");
}

#[tokio::test]
async fn members_join_and_leave() {
    let fake = start().await;
    let made = act(&fake, "chat", json!({"title": "Friends", "users": ["Ann"]})).await;
    let id = made["chat"]["id"].as_i64().expect("an id");
    let count = || async {
        let count = json!({"chat_id": id}).to_string();
        result(&call(&fake, "getChatMemberCount", &count).await)
    };
    assert_eq!(count().await, 2);
    act(&fake, "join", json!({"user": "Bob", "chat": id})).await;
    assert_eq!(count().await, 3);
    act(&fake, "leave", json!({"user": "Bob", "chat": id})).await;
    assert_eq!(count().await, 2);
    let told = updates(&fake).await;
    assert_eq!(
        told[0]["chat_member"]["new_chat_member"]["status"],
        "member"
    );
    assert_eq!(
        told[1]["message"]["new_chat_members"][0]["first_name"],
        "Bob"
    );
    assert_eq!(told[2]["chat_member"]["new_chat_member"]["status"], "left");
    assert_eq!(told[3]["message"]["left_chat_member"]["first_name"], "Bob");

    let channel = act(&fake, "chat", json!({"title": "News", "type": "channel"})).await;
    let id = &channel["chat"]["id"];
    act(&fake, "say", json!({"chat": id, "text": "Today"})).await;
    act(
        &fake,
        "react",
        json!({"chat": id, "message_id": 1, "emoji": "a"}),
    )
    .await;
    let told = updates(&fake).await;
    assert_eq!(told[0]["channel_post"]["sender_chat"]["title"], "News");
    assert!(told[0]["channel_post"].get("from").is_none());
    assert_eq!(
        told[1]["message_reaction_count"]["reactions"][0]["total_count"],
        1
    );
}

#[tokio::test]
async fn what_is_wrong_is_told() {
    let fake = start().await;
    call(&fake, "sendMessage", r#"{"chat_id":42,"text":"x"}"#).await;
    for (name, body, text) in [
        ("say", json!({}), "`text` must be a text that is not empty"),
        (
            "say",
            json!({"text": " "}),
            "`text` must be a text that is not empty",
        ),
        (
            "say",
            json!({"text": "x", "user": 7}),
            "the bot knows no user 7",
        ),
        (
            "say",
            json!({"text": "x", "user": true}),
            "`user` must be an id or a first name",
        ),
        (
            "say",
            json!({"text": "x", "chat": 7}),
            "the bot knows no chat 7",
        ),
        (
            "say",
            json!({"text": "x", "user": "Ann", "chat": 42}),
            "is not in the private chat 42",
        ),
        (
            "say",
            json!({"text": "x", "reply_to": 9}),
            "there is no message 9 in the chat 42",
        ),
        ("say", json!({"text": "x", "bot": 7}), "there is no bot 7"),
        (
            "say",
            json!({"text": "x", "bot": 7, "token": "x"}),
            "either `bot` or `token`",
        ),
        (
            "send",
            json!({"message": {}}),
            "`message` must be an object",
        ),
        (
            "edit",
            json!({"message_id": 1, "text": "x"}),
            "the message is not by the user 42",
        ),
        ("photo", json!({"base64": "?"}), "`base64` must be"),
        (
            "press",
            json!({"label": "No"}),
            "there is no button `No` in the chat 42",
        ),
        (
            "press",
            json!({"row": 0}),
            "either `label`, or `row` and `column`",
        ),
        (
            "press",
            json!({"row": -1, "column": 0}),
            "`row` must not be negative",
        ),
        (
            "vote",
            json!({"message_id": 1, "options": [0]}),
            "the message 1 has no poll",
        ),
        (
            "react",
            json!({"message_id": 1, "emoji": "a", "reaction": []}),
            "either `emoji`",
        ),
        (
            "chat",
            json!({"title": "x", "type": "private"}),
            "`type` must be",
        ),
        ("join", json!({}), "`chat` must be a group or channel"),
        ("strict", json!({}), "`on` must be true or false"),
        ("idle", json!({"timeout_ms": -1}), "`timeout_ms` must be"),
    ] {
        let told = answer(&fake, name, &body).await;
        assert!(told.starts_with("HTTP/1.1 400 "), "{name} {body}: {told}");
        assert!(told.contains(text), "{name} {body}: {told}");
    }
}

#[tokio::test]
async fn each_bot_is_talked_to() {
    let other = "987654321:AAFakeTokenOfNoBotFakeTokenOfNoBot1";
    let first = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";
    let fake = FakeBotApi::builder().token(first).token(other);
    let fake = fake.control(true).start().await.expect("a port");
    for bot in [
        json!(987_654_321),
        json!("987654321"),
        json!("987654321/test"),
    ] {
        act(&fake, "say", json!({"bot": bot, "text": "x"})).await;
    }
    act(&fake, "say", json!({"token": other, "text": "x"})).await;
    assert_eq!(updates(&fake).await.len(), 0);
    let state = super::get("/control/messages?bot=987654321");
    assert_eq!(
        result(&talk(&fake, &state).await).as_array().map(Vec::len),
        Some(3)
    );
    let tested = super::get("/control/messages?bot=987654321/test");
    assert_eq!(
        result(&talk(&fake, &tested).await).as_array().map(Vec::len),
        Some(1)
    );
}

#[tokio::test]
async fn a_bot_that_does_nothing_is_not_idle() {
    let fake = start().await;
    act(&fake, "idle", json!({})).await;
    act(&fake, "say", json!({"text": "x"})).await;
    let waited = answer(&fake, "idle", &json!({"timeout_ms": 30})).await;
    let why = "the bot 123456789 does not call `getUpdates` any more, with 1 update left";
    assert!(waited.contains(why), "{waited}");
    updates(&fake).await;
    act(&fake, "idle", json!({})).await;
}

#[tokio::test]
async fn other_sites_are_refused() {
    let fake = start().await;
    for (origin, is_allowed) in [
        ("http://fake", true),
        ("http://evil", false),
        ("https://fake", false),
        ("null", false),
        ("http://fake.evil", false),
    ] {
        let request = format!(
            "POST /control/say HTTP/1.1\r\nHost: fake\r\nOrigin: {origin}\r\nContent-Length: 12\r\n\r\n{{\"text\":\"x\"}}"
        );
        let answer = talk(&fake, &request).await;
        let status = if is_allowed { "200" } else { "403" };
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{origin}: {answer}"
        );
    }
}
