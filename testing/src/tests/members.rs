//! Members, what the bot does to them, and the rights that it needs for that.

use serde_json::{Value, json};

use super::{FakeBotApi, call, refusal, result};

const CHAT: i64 = -1_001_234_567_890;

async fn start() -> FakeBotApi {
    let fake = super::start().await;
    let allowed = json!({"allowed_updates": ["message", "chat_member", "my_chat_member"]});
    call(&fake, "getUpdates", &allowed.to_string()).await;
    fake
}

async fn told(fake: &FakeBotApi) -> Vec<Value> {
    let updates = result(&call(fake, "getUpdates", "{}").await);
    updates.as_array().expect("updates").clone()
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

async fn status(fake: &FakeBotApi, user: i64) -> String {
    let member = ok(fake, "getChatMember", json!({"user_id": user})).await;
    member["status"].as_str().expect("a status").to_owned()
}

#[tokio::test]
async fn users_join_and_leave() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    assert_eq!(status(&fake, ann.id()).await, "left");
    ann.joins();
    assert_eq!(status(&fake, ann.id()).await, "member");
    assert_eq!(ok(&fake, "getChatMemberCount", json!({})).await, 3);
    ann.leaves();
    assert_eq!(status(&fake, ann.id()).await, "left");
    assert_eq!(ok(&fake, "getChatMemberCount", json!({})).await, 2);
    let told = told(&fake).await;
    assert_eq!(told[0]["chat_member"]["old_chat_member"]["status"], "left");
    assert_eq!(told[1]["message"]["new_chat_members"][0]["id"], ann.id());
    assert_eq!(told[2]["chat_member"]["new_chat_member"]["status"], "left");
    assert_eq!(told[3]["message"]["left_chat_member"]["id"], ann.id());
}

#[tokio::test]
async fn a_mere_member_is_told_of_members_by_messages_only() {
    let fake = start().await;
    let owner = fake.first_user().in_supergroup();
    owner.gives_bot_rights(&[]);
    let ann = fake.user("Ann").in_supergroup();
    ann.joins();
    assert_eq!(status(&fake, ann.id()).await, "member");
    let told = told(&fake).await;
    assert_eq!(told.len(), 2);
    let status = &told[0]["my_chat_member"]["new_chat_member"]["status"];
    assert_eq!(status, "member");
    assert!(told[1]["message"]["new_chat_members"].is_array());
}

#[tokio::test]
async fn the_bot_changes_members() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.joins();
    let user = json!({"user_id": ann.id()});
    let with = |more: Value| {
        let mut body = user.clone();
        let more = more.as_object().expect("an object").clone();
        body.as_object_mut().expect("an object").extend(more);
        body
    };
    let mute = with(json!({"permissions": {"can_send_polls": true}}));
    ok(&fake, "restrictChatMember", mute).await;
    let muted = ok(&fake, "getChatMember", user.clone()).await;
    assert_eq!(muted["status"], "restricted");
    assert_eq!(muted["is_member"], true);
    let may = ["can_send_polls", "can_send_messages", "can_send_photos"];
    assert_eq!(may.map(|name| muted[name] == true), [true, true, false]);
    let promotion = with(json!({"can_pin_messages": true}));
    ok(&fake, "promoteChatMember", promotion).await;
    let title = with(json!({"custom_title": "Boss"}));
    ok(&fake, "setChatAdministratorCustomTitle", title).await;
    let all = ok(&fake, "getChatAdministrators", json!({})).await;
    assert_eq!(all[0]["status"], "creator");
    assert_eq!(all[1]["user"]["id"], ann.id());
    assert_eq!(all[1]["custom_title"], "Boss");
    let may = ["can_manage_chat", "can_pin_messages", "can_change_info"];
    assert_eq!(may.map(|name| all[1][name] == true), [true, true, false]);
    assert_eq!(all[2]["user"]["is_bot"], true);
    ok(&fake, "promoteChatMember", user.clone()).await;
    assert_eq!(status(&fake, ann.id()).await, "member");
    ok(&fake, "banChatMember", user.clone()).await;
    assert_eq!(status(&fake, ann.id()).await, "kicked");
    assert_eq!(ok(&fake, "getChatMemberCount", json!({})).await, 2);
    ok(&fake, "unbanChatMember", user.clone()).await;
    assert_eq!(status(&fake, ann.id()).await, "left");
    ok(&fake, "unbanChatMember", user.clone()).await;

    let told = told(&fake).await;
    let changes = told.iter().filter_map(|it| it.get("chat_member"));
    let changes = changes.skip(1).map(|change| {
        assert_eq!(change["from"]["is_bot"], true);
        let status = |name: &str| change[name]["status"].as_str().expect("a status");
        (status("old_chat_member"), status("new_chat_member"))
    });
    let expected = [
        ("member", "restricted"),
        ("restricted", "administrator"),
        ("administrator", "administrator"),
        ("administrator", "member"),
        ("member", "kicked"),
        ("kicked", "left"),
    ];
    assert_eq!(changes.collect::<Vec<_>>(), expected);
    let gone = told
        .iter()
        .find(|it| !it["message"]["left_chat_member"].is_null());
    assert_eq!(gone.expect("a message")["message"]["from"]["is_bot"], true);
}

#[tokio::test]
async fn the_bot_lets_users_in() {
    let fake = start().await;
    let allowed = json!({"allowed_updates": ["chat_join_request", "chat_member"]});
    call(&fake, "getUpdates", &allowed.to_string()).await;
    let ann = fake.user("Ann").in_supergroup();
    ann.requests_to_join();
    assert_eq!(status(&fake, ann.id()).await, "left");
    let user = json!({"user_id": ann.id()});
    ok(&fake, "approveChatJoinRequest", user).await;
    assert_eq!(status(&fake, ann.id()).await, "member");
    let told = told(&fake).await;
    assert_eq!(told[0]["chat_join_request"]["from"]["id"], ann.id());
    let status = &told[1]["chat_member"]["new_chat_member"]["status"];
    assert_eq!(status, "member");
}

#[tokio::test]
#[should_panic(expected = "the user 1001 is banned in the chat")]
async fn whoever_is_banned_cannot_join() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    ok(&fake, "banChatMember", json!({"user_id": ann.id()})).await;
    ann.joins();
}

#[tokio::test]
async fn rights_that_lack_are_named() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    let by_ann = ann.says("x").result();
    let own = ok(&fake, "sendMessage", json!({"text": "x"})).await["message_id"].clone();
    ann.gives_bot_rights(&["can_invite_users"]);
    let user = json!({"user_id": ann.id(), "permissions": {}, "can_pin_messages": true});
    for method in ["banChatMember", "unbanChatMember", "restrictChatMember"] {
        let text = "not enough rights to restrict/unrestrict chat member";
        refused(&fake, method, user.clone(), text).await;
    }
    refused(
        &fake,
        "promoteChatMember",
        user.clone(),
        "not enough rights",
    )
    .await;
    let message = json!({"message_id": by_ann, "message_ids": [own, by_ann]});
    for method in ["deleteMessage", "deleteMessages"] {
        refused(&fake, method, message.clone(), "message can't be deleted").await;
    }
    let text = "not enough rights to manage pinned messages in the chat";
    refused(&fake, "pinChatMessage", message.clone(), text).await;
    refused(&fake, "unpinAllChatMessages", json!({}), text).await;
    let text = "not enough rights to change chat title";
    refused(&fake, "setChatTitle", json!({"title": "x"}), text).await;
    ok(&fake, "deleteMessage", json!({"message_id": own})).await;
    ann.gives_bot_rights(&[
        "can_delete_messages",
        "can_pin_messages",
        "can_restrict_members",
    ]);
    ok(&fake, "pinChatMessage", message.clone()).await;
    ok(&fake, "deleteMessage", message).await;
    ok(&fake, "banChatMember", user).await;
}

#[tokio::test]
async fn nobody_bans_the_owner() {
    let fake = start().await;
    let bot = ok(&fake, "getMe", json!({})).await["id"].clone();
    let ban = "banChatMember";
    refused(
        &fake,
        ban,
        json!({"user_id": 42}),
        "can't remove chat owner",
    )
    .await;
    refused(&fake, ban, json!({"user_id": bot}), "can't restrict self").await;
    let private = json!({"user_id": 42, "chat_id": 42});
    let text = "can't ban members in private chats";
    refused(&fake, ban, private, text).await;
    let group = fake.group("Friends");
    let member = json!({"user_id": 42, "chat_id": group, "permissions": {}});
    let text = "method is available only for supergroups";
    refused(&fake, "restrictChatMember", member.clone(), text).await;
    let text = "method is available for supergroup and channel chats only";
    refused(&fake, "promoteChatMember", member, text).await;
}

#[tokio::test]
async fn a_channel_takes_posts_of_administrators() {
    let fake = start().await;
    let channel = fake.channel("News");
    let post = json!({"chat_id": channel, "text": "x"});
    ok(&fake, "sendMessage", post.clone()).await;
    fake.first_user().in_chat(channel).gives_bot_rights(&[]);
    let text = "need administrator rights in the channel chat";
    refused(&fake, "sendMessage", post, text).await;
}
