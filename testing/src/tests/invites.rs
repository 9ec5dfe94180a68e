//! Invite links, requests to join, and strangers.

use serde_json::{Value, json};

use super::{FakeBotApi, call, refusal, result};

const CHAT: i64 = -1_001_234_567_890;

async fn start() -> FakeBotApi {
    let fake = super::start().await;
    let allowed = json!({"allowed_updates": ["message", "chat_member", "my_chat_member", "chat_join_request", "channel_post"]});
    call(&fake, "getUpdates", &allowed.to_string()).await;
    fake
}

async fn ask(fake: &FakeBotApi, method: &str, mut body: Value) -> String {
    let chat = body["chat_id"].as_i64().unwrap_or(CHAT);
    body["chat_id"] = chat.into();
    call(fake, method, &body.to_string()).await
}

async fn ok(fake: &FakeBotApi, method: &str, body: Value) -> Value {
    result(&ask(fake, method, body).await)
}

async fn refused(fake: &FakeBotApi, method: &str, body: Value, text: &str) {
    let answer = ask(fake, method, body).await;
    let text = format!("Bad Request: {text}");
    assert!(answer.ends_with(&refusal(400, &text)), "{method}: {answer}");
}

async fn told(fake: &FakeBotApi) -> Vec<Value> {
    let updates = result(&call(fake, "getUpdates", "{}").await);
    updates.as_array().expect("updates").clone()
}

/// Returns what is wrong with an action of a user.
fn wrong(fake: &FakeBotApi, name: &str, body: &Value) -> String {
    let body = body.as_object().expect("an object");
    let done = crate::server::acts::act(&fake.shared, &fake.key, name, body);
    done.expect_err(name)
}

#[tokio::test]
async fn users_join_by_links() {
    let fake = start().await;
    let link = ok(
        &fake,
        "createChatInviteLink",
        json!({"name": "One", "member_limit": 1}),
    )
    .await;
    assert_eq!(link["name"], "One");
    assert_eq!(link["is_primary"], false);
    let url = link["invite_link"].as_str().expect("a link");
    let (ann, dan) = (fake.user("Ann"), fake.user("Dan"));
    ann.joins_by(url);
    let by = json!({"user": dan.id(), "invite_link": url});
    assert!(wrong(&fake, "join", &by).contains("has reached its `member_limit`"));
    let edit = json!({"invite_link": url, "creates_join_request": true});
    let edited = ok(&fake, "editChatInviteLink", edit).await;
    assert!(
        edited.get("member_limit").is_none() && edited.get("name").is_none(),
        "{edited}"
    );
    dan.joins_by(url);
    let revoked = ok(&fake, "revokeChatInviteLink", json!({"invite_link": url})).await;
    assert_eq!(revoked["is_revoked"], true);
    assert_eq!(revoked["pending_join_request_count"], 1);
    assert!(
        wrong(&fake, "join", &json!({"user": "Eve", "invite_link": url})).contains("is revoked")
    );
    assert!(
        wrong(&fake, "join", &json!({"user": "Eve", "invite_link": "x"}))
            .contains("there is no invite link x")
    );
    ok(
        &fake,
        "approveChatJoinRequest",
        json!({"user_id": dan.id()}),
    )
    .await;
    refused(
        &fake,
        "approveChatJoinRequest",
        json!({"user_id": dan.id()}),
        "USER_ALREADY_PARTICIPANT",
    )
    .await;
    let told = told(&fake).await;
    assert_eq!(told[0]["chat_member"]["invite_link"]["invite_link"], url);
    assert!(told[1]["message"]["new_chat_members"].is_array());
    assert_eq!(
        told[2]["chat_join_request"]["invite_link"]["invite_link"],
        url
    );
    assert_eq!(told[3]["chat_member"]["via_join_request"], true);
    assert_eq!(told[4]["message"]["new_chat_members"][0]["id"], dan.id());
}

#[tokio::test]
async fn links_are_refused_as_by_the_server() {
    let fake = start().await;
    let both = json!({"member_limit": 2, "creates_join_request": true});
    let text = "member limit can't be specified for links requiring administrator approval";
    refused(&fake, "createChatInviteLink", both, text).await;
    refused(
        &fake,
        "createChatInviteLink",
        json!({"chat_id": 42}),
        "can't invite members to a private chat",
    )
    .await;
    refused(
        &fake,
        "revokeChatInviteLink",
        json!({"invite_link": "x"}),
        "INVITE_HASH_EXPIRED",
    )
    .await;
    let first = ok(&fake, "exportChatInviteLink", json!({})).await;
    assert_eq!(ok(&fake, "getChat", json!({})).await["invite_link"], first);
    let second = ok(&fake, "exportChatInviteLink", json!({})).await;
    assert_ne!(first, second);
    assert_eq!(ok(&fake, "getChat", json!({})).await["invite_link"], second);
    assert!(
        wrong(&fake, "join", &json!({"user": "Ann", "invite_link": first})).contains("is revoked")
    );
    let expired = ok(&fake, "createChatInviteLink", json!({"expire_date": 1000})).await;
    let expired = json!({"user": "Ann", "invite_link": expired["invite_link"]});
    assert!(wrong(&fake, "join", &expired).contains("has expired"));
    let ann = fake.user("Ann").in_supergroup();
    let user = json!({"user_id": ann.id()});
    refused(
        &fake,
        "approveChatJoinRequest",
        user.clone(),
        "HIDE_REQUESTER_MISSING",
    )
    .await;
    ann.requests_to_join();
    ok(&fake, "declineChatJoinRequest", user.clone()).await;
    refused(
        &fake,
        "declineChatJoinRequest",
        user.clone(),
        "HIDE_REQUESTER_MISSING",
    )
    .await;
    fake.first_user()
        .in_supergroup()
        .gives_bot_rights(&["can_pin_messages"]);
    let text = "not enough rights to manage chat invite link";
    for method in [
        "createChatInviteLink",
        "exportChatInviteLink",
        "approveChatJoinRequest",
    ] {
        refused(&fake, method, user.clone(), text).await;
    }
}

#[tokio::test]
async fn strangers_cannot_be_written_to() {
    let fake = start().await;
    let bob = fake.stranger("Bob");
    let text = json!({"chat_id": bob.id(), "text": "x"});
    refused(&fake, "sendMessage", text.clone(), "chat not found").await;
    bob.in_supergroup().says("hello");
    let forbidden = async |text: &Value| {
        let answer = ask(&fake, "sendMessage", text.clone()).await;
        let error = refusal(
            403,
            "Forbidden: bot can't initiate conversation with a user",
        );
        assert!(answer.ends_with(&error), "{answer}");
    };
    forbidden(&text).await;
    assert_eq!(
        ok(&fake, "getChat", json!({"chat_id": bob.id()})).await["first_name"],
        "Bob"
    );
    bob.says("/start");
    ok(&fake, "sendMessage", text).await;
    // Whoever asks to join can be written to for a while.
    let eve = fake.stranger("Eve");
    eve.in_supergroup().requests_to_join();
    ok(
        &fake,
        "sendMessage",
        json!({"chat_id": eve.id(), "text": "x"}),
    )
    .await;
    // Users in updates are known, too.
    let from = json!({"id": 5005, "is_bot": false, "first_name": "Zoe"});
    let chat = json!({"id": CHAT, "type": "supergroup", "title": "T"});
    fake.deliver_json(
        json!({"message": {"chat": chat, "from": from, "message_id": 90, "date": 1, "text": "x"}}),
    );
    forbidden(&json!({"chat_id": 5005, "text": "x"})).await;
    let from = json!({"id": 5006, "is_bot": true, "first_name": "Robo"});
    fake.deliver_json(
        json!({"message": {"chat": chat, "from": from, "message_id": 91, "date": 1, "text": "x"}}),
    );
    let answer = ask(&fake, "sendMessage", json!({"chat_id": 5006, "text": "x"})).await;
    assert!(
        answer.contains("Forbidden: the bot can't send messages to the bot"),
        "{answer}"
    );
}
