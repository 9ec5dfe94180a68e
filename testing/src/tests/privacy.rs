//! Privacy mode in groups.

use serde_json::{Value, json};

use super::{FakeBotApi, call, result, start};

const CHAT: i64 = -1_001_234_567_890;

/// Returns the texts that the bot is told from now on.
async fn told(fake: &FakeBotApi) -> Vec<String> {
    let updates = result(&call(fake, "getUpdates", "{}").await);
    let updates = updates.as_array().expect("updates").clone();
    if let Some(last) = updates.last() {
        let offset = last["update_id"].as_i64().expect("an id") + 1;
        call(fake, "getUpdates", &json!({"offset": offset}).to_string()).await;
    }
    let text = |update: &Value| {
        let message = update.get("message").or(update.get("edited_message"));
        let message = message.or(update.get("channel_post"))?;
        message["text"].as_str().map(str::to_owned)
    };
    updates.iter().filter_map(text).collect()
}

async fn send(fake: &FakeBotApi, chat: i64) -> i64 {
    let message = json!({"chat_id": chat, "text": "x"}).to_string();
    let sent = result(&call(fake, "sendMessage", &message).await);
    sent["message_id"].as_i64().expect("an id")
}

/// Returns a server on which the bot is a mere member of the supergroup.
async fn member() -> FakeBotApi {
    let fake = start().await;
    fake.first_user().in_supergroup().gives_bot_rights(&[]);
    fake
}

#[tokio::test]
async fn a_mere_member_gets_what_is_meant_for_it() {
    let fake = member().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.joins();
    for text in [
        "hello",
        "see /help",
        "/help",
        "/help@telegrammar_fake_bot",
        "/help@TELEGRAMMAR_FAKE_BOT now",
        "/help@other_bot",
        "what does @telegrammar_fake_bot say?",
        "what does @other_bot say?",
        "🙂🙂 @telegrammar_fake_bot",
    ] {
        ann.says(text);
    }
    let expected = [
        "/help",
        "/help@telegrammar_fake_bot",
        "/help@TELEGRAMMAR_FAKE_BOT now",
        "what does @telegrammar_fake_bot say?",
        "🙂🙂 @telegrammar_fake_bot",
    ];
    assert_eq!(told(&fake).await, expected);
    // Users see everything, and ids go on.
    assert!(ann.sees().contains("Ann: hello\n"), "{}", ann.sees());
    assert_eq!(ann.says("/last").result(), 11);
}

#[tokio::test]
async fn replies_to_what_is_meant_for_the_bot_reach_it() {
    let fake = member().await;
    let ann = fake.user("Ann").in_supergroup();
    let reply = |to: i64, text: &str| {
        let body = json!({"reply_to": to, "text": text});
        let done = ann.acts("say", body);
        done["message_id"].as_i64().expect("an id")
    };
    let own = send(&fake, CHAT).await;
    let unheard = ann.says("unheard").result();
    reply(unheard, "to unheard");
    let heard = reply(own, "to the bot");
    reply(heard, "to a reply");
    reply(own, "/stop@other_bot");
    let command = ann.says("/start").result();
    reply(command, "to a command");
    ann.edits(heard, "edited");
    ann.edits(unheard, "edited too");
    let expected = [
        "to the bot",
        "to a reply",
        "/stop@other_bot",
        "/start",
        "to a command",
        "edited",
    ];
    assert_eq!(told(&fake).await, expected);
    ann.sends(
        &json!({"text": "via", "via_bot": {"id": 123_456_789, "is_bot": true, "first_name": "F"}}),
    );
    assert_eq!(told(&fake).await, ["via"]);
}

#[tokio::test]
async fn a_command_without_a_name_is_for_the_bot_that_wrote_last() {
    let fake = member().await;
    let ann = fake.user("Ann").in_supergroup();
    let other = json!({"message": {"chat": {"id": CHAT, "type": "supergroup", "title": "T"}, "text": "other",
        "message_id": 50, "date": 1, "from": {"id": 9, "is_bot": true, "first_name": "Other"}}});
    fake.deliver_json(other);
    ann.says("/one");
    send(&fake, CHAT).await;
    ann.says("/two");
    assert_eq!(told(&fake).await, ["other", "/two"]);
}

#[tokio::test]
async fn administrators_and_private_chats_and_channels_are_not_concerned() {
    let fake = member().await;
    let ann = fake.user("Ann");
    ann.says("private");
    ann.in_chat(fake.channel("News")).says("post");
    let group = ann.in_chat(fake.group("Friends"));
    group.gives_bot_rights(&[]);
    group.says("unheard");
    group.gives_bot_rights(&["can_pin_messages"]);
    group.says("group");
    assert_eq!(told(&fake).await, ["private", "post", "group"]);
}

#[tokio::test]
async fn service_messages_and_photos_follow_the_rules() {
    let fake = member().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.joins();
    ann.sends_photo("a photo");
    ann.sends(&json!({"photo": [], "caption": "/see"}));
    ann.leaves();
    let updates = result(&call(&fake, "getUpdates", "{}").await);
    let updates = updates.as_array().expect("updates");
    let messages: Vec<_> = updates.iter().filter_map(|it| it.get("message")).collect();
    assert_eq!(messages.len(), 3);
    assert!(messages[0]["new_chat_members"].is_array());
    assert_eq!(messages[1]["caption"], "/see");
    assert!(messages[2]["left_chat_member"].is_object());
}

#[tokio::test]
async fn privacy_mode_is_switched_off() {
    let fake = FakeBotApi::builder().privacy(false).start().await;
    let fake = fake.expect("a port");
    fake.first_user().in_supergroup().gives_bot_rights(&[]);
    let me = result(&call(&fake, "getMe", "{}").await);
    assert_eq!(me["can_read_all_group_messages"], true);
    let ann = fake.user("Ann").in_supergroup();
    ann.says("one");
    fake.set_privacy(true);
    let me = result(&call(&fake, "getMe", "{}").await);
    assert_eq!(me["can_read_all_group_messages"], false);
    ann.says("two");
    fake.set_privacy(false);
    ann.says("three");
    assert_eq!(told(&fake).await, ["one", "three"]);
}

#[tokio::test]
async fn a_mere_member_gets_no_reactions_and_no_requests() {
    let fake = start().await;
    let allowed = json!({"allowed_updates": ["message_reaction", "chat_join_request"]});
    call(&fake, "getUpdates", &allowed.to_string()).await;
    let ann = fake.user("Ann").in_supergroup();
    let id = ann.says("x").result();
    ann.reacts(id, "👍");
    fake.user("Dan").in_supergroup().requests_to_join();
    let count = async || {
        let updates = result(&call(&fake, "getUpdates", "{}").await);
        updates.as_array().expect("updates").len()
    };
    assert_eq!(count().await, 2);
    ann.gives_bot_rights(&["can_pin_messages"]);
    ann.reacts(id, "🔥");
    fake.user("Eve").in_supergroup().requests_to_join();
    assert_eq!(count().await, 3);
    ann.gives_bot_rights(&[]);
    ann.reacts(id, "👍");
    assert_eq!(count().await, 3);
}

#[tokio::test]
async fn a_test_changes_what_the_bot_is() {
    let fake = member().await;
    fake.act(
        "me",
        json!({"first_name": "Shop", "username": "shop_bot", "supports_inline_queries": true}),
    );
    let me = result(&call(&fake, "getMe", "{}").await);
    assert_eq!(me["first_name"], "Shop");
    assert_eq!(me["supports_inline_queries"], true);
    fake.user("Ann").in_supergroup().says("/go@shop_bot");
    assert_eq!(told(&fake).await, ["/go@shop_bot"]);
    assert_eq!(
        result(&call(&fake, "getMyName", "{}").await)["name"],
        "Shop"
    );
}
