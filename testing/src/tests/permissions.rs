//! What members may do, and who can change that.

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
async fn the_permissions_of_a_chat_hold_for_members() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.joins();
    let all = ok(&fake, "getChat", json!({})).await["permissions"].clone();
    assert_eq!(all["can_send_messages"], true);
    let some = json!({"permissions": {"can_send_messages": true, "can_send_photos": true}});
    ok(&fake, "setChatPermissions", some).await;
    let now = ok(&fake, "getChat", json!({})).await["permissions"].clone();
    assert_eq!(now["can_send_photos"], true);
    assert_eq!(now["can_send_documents"], false);
    assert_eq!(now["can_pin_messages"], false);
    let id = ann.says("x").result();
    ann.sends_photo("a photo");
    let at = json!({"user": ann.id(), "chat": CHAT, "base64": "TWE=", "file_name": "a"});
    let error = wrong(&fake, "document", &at);
    let expected = format!(
        "the user 1001 may not send documents in the chat {CHAT}: `can_send_documents` is false"
    );
    assert_eq!(error, expected);
    let at = json!({"user": ann.id(), "chat": CHAT, "message_id": id, "emoji": "👍"});
    assert!(wrong(&fake, "react", &at).contains("`can_react_to_messages` is false"));
    for (content, permission) in [
        (json!({"sticker": {}}), "can_send_other_messages"),
        (
            json!({"animation": {}, "document": {}}),
            "can_send_other_messages",
        ),
        (json!({"video": {}}), "can_send_videos"),
        (json!({"voice": {}}), "can_send_voice_notes"),
        (json!({"poll": {}}), "can_send_polls"),
    ] {
        let body = json!({"user": ann.id(), "chat": CHAT, "message": content});
        let error = wrong(&fake, "send", &body);
        assert!(error.contains(permission), "{error}");
    }
    // The owner and administrators are exempt.
    fake.first_user().in_supergroup().sends_document("a", "b");
    let promotion = json!({"user_id": ann.id(), "can_pin_messages": true});
    ok(&fake, "promoteChatMember", promotion).await;
    ann.sends_document("a", "b");
}

#[tokio::test]
async fn whoever_is_restricted_may_do_less() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    let id = ann.says("x").result();
    let mute = json!({"user_id": ann.id(), "permissions": {}});
    ok(&fake, "restrictChatMember", mute).await;
    let say = json!({"user": ann.id(), "chat": CHAT, "text": "y"});
    let error = wrong(&fake, "say", &say);
    assert!(error.contains("may not send text messages"), "{error}");
    // Leaving does not help.
    ann.leaves();
    let member = ok(&fake, "getChatMember", json!({"user_id": ann.id()})).await;
    assert_eq!(member["status"], "restricted");
    assert_eq!(member["is_member"], false);
    ann.joins();
    wrong(&fake, "say", &say);
    ann.edits(id, "z");
    let free = json!({"can_send_messages": true});
    let free = json!({"user_id": ann.id(), "permissions": free});
    ok(&fake, "restrictChatMember", free).await;
    ann.says("y");
    ann.becomes("restricted", &["can_send_photos"]);
    wrong(&fake, "say", &say);
    ann.sends_photo("x");
    ann.becomes("kicked", &[]);
    assert!(wrong(&fake, "say", &say).contains("is banned"));
    ann.becomes("member", &[]);
    ann.says("y");
}

#[tokio::test]
async fn a_bot_that_is_a_mere_member_has_the_permissions_of_members() {
    let fake = start().await;
    let none = json!({"permissions": {"can_send_photos": true}});
    ok(&fake, "setChatPermissions", none).await;
    ok(&fake, "sendMessage", json!({"text": "x"})).await;
    let forwarded = json!({"from_chat_id": CHAT, "message_id": 1});
    fake.first_user().in_supergroup().gives_bot_rights(&[]);
    for (method, body, what) in [
        ("sendMessage", json!({"text": "x"}), "text messages"),
        ("sendDocument", json!({"document": "F"}), "documents"),
        ("sendDice", json!({}), "dice"),
        (
            "sendLocation",
            json!({"latitude": 1, "longitude": 1}),
            "locations",
        ),
        (
            "sendLocation",
            json!({"latitude": 1, "longitude": 1, "live_period": 60}),
            "live locations",
        ),
        (
            "sendMediaGroup",
            json!({"media": [{"type": "photo", "media": "P"}, {"type": "video", "media": "V"}]}),
            "videos",
        ),
        ("forwardMessage", forwarded.clone(), "text messages"),
        ("copyMessage", forwarded, "text messages"),
    ] {
        let text = format!("not enough rights to send {what} to the chat");
        refused(&fake, method, body, &text).await;
    }
    ok(&fake, "sendPhoto", json!({"photo": "P"})).await;
}

#[tokio::test]
async fn the_bot_gives_no_more_than_it_has() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.joins();
    ann.gives_bot_rights(&[
        "can_promote_members",
        "can_pin_messages",
        "can_restrict_members",
    ]);
    let with = |right: &str| json!({"user_id": ann.id(), right: true});
    refused(
        &fake,
        "promoteChatMember",
        with("can_change_info"),
        "RIGHT_FORBIDDEN",
    )
    .await;
    ok(&fake, "promoteChatMember", with("can_pin_messages")).await;
    let long = json!({"user_id": ann.id(), "custom_title": "seventeen letters"});
    let method = "setChatAdministratorCustomTitle";
    refused(&fake, method, long, "CUSTOM_TITLE_INVALID").await;
    // Others' administrators are not the bot's to change.
    ann.becomes("administrator", &["can_pin_messages"]);
    refused(
        &fake,
        "promoteChatMember",
        with("can_pin_messages"),
        "CHAT_ADMIN_REQUIRED",
    )
    .await;
    let demotion = json!({"user_id": ann.id()});
    refused(
        &fake,
        "promoteChatMember",
        demotion.clone(),
        "CHAT_ADMIN_REQUIRED",
    )
    .await;
    let text = "user is an administrator of the chat";
    refused(&fake, "banChatMember", demotion.clone(), text).await;
    let text = "not enough rights to change custom title of the user";
    let title = json!({"user_id": ann.id(), "custom_title": "Boss"});
    refused(&fake, method, title, text).await;
    let dan = fake.user("Dan");
    let promotion = json!({"user_id": dan.id(), "can_pin_messages": true});
    refused(
        &fake,
        "promoteChatMember",
        promotion,
        "USER_NOT_MUTUAL_CONTACT",
    )
    .await;
    let nobody = json!({"user_id": 777, "can_pin_messages": true, "permissions": {}});
    for method in ["banChatMember", "restrictChatMember", "promoteChatMember"] {
        refused(&fake, method, nobody.clone(), "PARTICIPANT_ID_INVALID").await;
    }
    refused(&fake, "getChatMember", nobody, "member not found").await;
    let text = "not enough rights to restrict/unrestrict chat member";
    ann.gives_bot_rights(&["can_pin_messages"]);
    refused(
        &fake,
        "banChatSenderChat",
        json!({"sender_chat_id": -1}),
        text,
    )
    .await;
}

#[tokio::test]
async fn a_new_owner_replaces_the_old_one() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.becomes("creator", &[]);
    let all = ok(&fake, "getChatAdministrators", json!({})).await;
    let all: Vec<_> = all
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (it["user"]["id"].as_i64(), it["status"].as_str()))
        .collect();
    let expected = [
        (Some(1001), Some("creator")),
        (Some(42), Some("administrator")),
        (Some(123_456_789), Some("administrator")),
    ];
    assert_eq!(all, expected);
    let told = told(&fake).await;
    assert_eq!(told[0]["chat_member"]["from"]["id"], 42);
    assert!(told[1]["message"]["new_chat_members"].is_array());
}

#[tokio::test]
async fn the_bot_is_told_of_its_own_service_messages() {
    let fake = start().await;
    let id = ok(&fake, "sendMessage", json!({"text": "x"})).await["message_id"].clone();
    ok(&fake, "pinChatMessage", json!({"message_id": id})).await;
    ok(&fake, "pinChatMessage", json!({"message_id": id})).await;
    ok(&fake, "setChatTitle", json!({"title": "New"})).await;
    ok(&fake, "setChatTitle", json!({"title": "New"})).await;
    let channel = fake.channel("News");
    ok(
        &fake,
        "setChatTitle",
        json!({"chat_id": channel, "title": "Olds"}),
    )
    .await;
    let told = told(&fake).await;
    assert_eq!(told.len(), 3);
    assert_eq!(told[0]["message"]["pinned_message"]["message_id"], id);
    assert_eq!(told[0]["message"]["from"]["is_bot"], true);
    assert_eq!(told[1]["message"]["new_chat_title"], "New");
    assert_eq!(told[1]["message"]["message_id"], 3);
    assert_eq!(told[2]["channel_post"]["new_chat_title"], "Olds");
    let service = json!({"message_id": 2});
    refused(
        &fake,
        "pinChatMessage",
        service,
        "service messages can't be pinned",
    )
    .await;
    let private = json!({"chat_id": 42, "title": "x", "permissions": {}});
    refused(
        &fake,
        "setChatTitle",
        private.clone(),
        "can't change private chat title",
    )
    .await;
    refused(
        &fake,
        "setChatPermissions",
        private,
        "can't change private chat permissions",
    )
    .await;
}
