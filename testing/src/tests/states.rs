//! Chats that the bot cannot reach any more.

use serde_json::{Value, json};

use super::{FakeBotApi, call, refusal, result, start};

async fn told(fake: &FakeBotApi) -> Vec<Value> {
    let updates = result(&call(fake, "getUpdates", "{}").await);
    updates.as_array().expect("updates").clone()
}

async fn send(fake: &FakeBotApi, chat: i64) -> String {
    let message = json!({"chat_id": chat, "text": "x"}).to_string();
    call(fake, "sendMessage", &message).await
}

/// Checks that a method is refused in a chat, or that it is not.
async fn refused(fake: &FakeBotApi, method: &str, chat: i64, code: u16, text: &str) {
    let body = json!({"chat_id": chat, "text": "x", "message_id": 1, "action": "typing"});
    let answer = call(fake, method, &body.to_string()).await;
    if code == 200 {
        assert!(answer.contains("\"ok\":true"), "{method}: {answer}");
    } else {
        assert!(answer.ends_with(&refusal(code, text)), "{method}: {answer}");
    }
}

#[tokio::test]
async fn a_blocked_bot_cannot_write() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let sent = send(&fake, ann.id()).await;
    assert!(sent.contains("\"ok\":true"), "{sent}");
    ann.blocks_bot();
    let text = "Forbidden: bot was blocked by the user";
    for method in ["sendMessage", "sendChatAction"] {
        refused(&fake, method, ann.id(), 403, text).await;
    }
    refused(&fake, "getChat", ann.id(), 200, "").await;
    refused(&fake, "sendMessage", 42, 200, "").await;
    let update = &told(&fake).await[0]["my_chat_member"];
    assert_eq!(update["old_chat_member"]["status"], "member");
    assert_eq!(update["new_chat_member"]["status"], "kicked");
    assert_eq!(update["new_chat_member"]["user"]["is_bot"], true);
    assert_eq!(update["from"]["first_name"], "Ann");
    ann.unblocks_bot();
    refused(&fake, "sendMessage", ann.id(), 200, "").await;
    let update = &told(&fake).await[1]["my_chat_member"];
    assert_eq!(update["new_chat_member"]["status"], "member");
}

#[tokio::test]
#[should_panic(expected = "the user 1001 has blocked the bot")]
async fn whoever_has_blocked_the_bot_cannot_write_to_it() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.blocks_bot();
    ann.says("x");
}

#[tokio::test]
async fn a_deleted_account_is_not_written_to() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.deletes_account();
    let text = "Forbidden: user is deactivated";
    refused(&fake, "sendMessage", ann.id(), 403, text).await;
    refused(&fake, "editMessageText", ann.id(), 403, text).await;
    refused(&fake, "getChat", ann.id(), 200, "").await;
    assert!(told(&fake).await.is_empty());
}

#[tokio::test]
async fn a_bot_is_removed_from_chats() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let (group, supergroup) = (fake.group("A"), fake.supergroup("B"));
    let channel = fake.channel("C");
    for (chat, kind) in [
        (group, "group"),
        (supergroup, "supergroup"),
        (channel, "channel"),
    ] {
        refused(&fake, "sendMessage", chat, 200, "").await;
        ann.in_chat(chat).kicks_bot();
        let text = format!("Forbidden: bot was kicked from the {kind} chat");
        refused(&fake, "sendMessage", chat, 403, &text).await;
        // A group can still be looked at.
        let code = if kind == "group" { 200 } else { 403 };
        refused(&fake, "getChat", chat, code, &text).await;
        ann.in_chat(chat).adds_bot();
        refused(&fake, "sendMessage", chat, 200, "").await;
        refused(&fake, "leaveChat", chat, 200, "").await;
        let text = format!("Forbidden: bot is not a member of the {kind} chat");
        refused(&fake, "sendMessage", chat, 403, &text).await;
    }
    let told = told(&fake).await;
    let changes = told.iter().filter_map(|it| it.get("my_chat_member"));
    let changes: Vec<_> = changes
        .map(|it| it["new_chat_member"]["status"].clone())
        .collect();
    assert_eq!(changes, ["kicked", "administrator", "left"].repeat(3));
    let added = told
        .iter()
        .filter(|it| it["message"]["new_chat_members"][0]["is_bot"] == true);
    assert_eq!(added.count(), 2);
}

#[tokio::test]
async fn a_public_supergroup_that_the_bot_has_left_can_be_read() {
    let fake = start().await;
    let chat = -1_001_234_567_890;
    refused(&fake, "leaveChat", chat, 200, "").await;
    refused(&fake, "getChat", chat, 200, "").await;
    refused(&fake, "getChatMemberCount", chat, 200, "").await;
    let text = "Forbidden: bot is not a member of the supergroup chat";
    refused(&fake, "sendMessage", chat, 403, text).await;
}

#[tokio::test]
async fn a_group_becomes_a_supergroup() {
    let fake = start().await;
    let group = fake.group("Friends");
    let ann = fake.user("Ann").in_chat(group);
    ann.says("x");
    let supergroup = ann.upgrades_group().result();
    for method in ["sendMessage", "getChatAdministrators"] {
        let body = json!({"chat_id": group, "text": "x"}).to_string();
        let answer = call(&fake, method, &body).await;
        let expected = format!(
            r#""description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{{"migrate_to_chat_id":{supergroup}}}}}"#
        );
        assert!(answer.ends_with(&expected), "{answer}");
    }
    refused(&fake, "getChat", group, 200, "").await;
    let count = json!({"chat_id": supergroup}).to_string();
    let count = call(&fake, "getChatMemberCount", &count).await;
    assert_eq!(result(&count), 2);
    let told = told(&fake).await;
    assert_eq!(told[1]["message"]["migrate_to_chat_id"], supergroup);
    assert_eq!(told[1]["message"]["chat"]["id"], group);
    assert_eq!(told[2]["message"]["migrate_from_chat_id"], group);
    assert_eq!(told[2]["message"]["chat"]["type"], "supergroup");
    ann.in_chat(supergroup).says("y");
}
