//! What users do that changes nothing, of which a bot is not told.

use serde_json::{Value, json};
use telegrammar::methods::{GetUpdates, SendMessage};

use super::{FakeBotApi, call, result, start};
use crate::User;

const ALL: [&str; 7] = [
    "message",
    "edited_message",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "message_reaction",
    "message_reaction_count",
];

/// Returns the kinds of the updates that the bot gets, and confirms them.
async fn kinds(fake: &FakeBotApi) -> Vec<String> {
    let body = json!({"allowed_updates": ALL});
    let updates = result(&call(fake, "getUpdates", &body.to_string()).await);
    let updates = updates.as_array().cloned().unwrap_or_default();
    if let Some(id) = updates.last().and_then(|it| it["update_id"].as_i64()) {
        let confirm = GetUpdates::new().offset(id + 1);
        confirm.send(&fake.bot()).await.expect("no updates");
    }
    let objects = updates.iter().filter_map(Value::as_object);
    let names = objects.flat_map(|it| it.keys());
    names.filter(|it| *it != "update_id").cloned().collect()
}

#[tokio::test]
async fn an_edit_that_changes_nothing_is_none() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let said = ann.says("Hello").result();
    ann.edits(said, " Hello ");
    assert_eq!(kinds(&fake).await, ["message"]);
    assert_eq!(ann.sees(), "Ann: Hello\n");
    ann.edits(said, "/start");
    assert_eq!(kinds(&fake).await, ["edited_message"]);
    ann.edits(said, "/start");
    assert!(kinds(&fake).await.is_empty());
}

#[tokio::test]
async fn the_same_reaction_is_none() {
    let fake = start().await;
    kinds(&fake).await;
    let ann = fake.user("Ann");
    let said = ann.says("Hello").result();
    ann.reacts(said, "👍");
    ann.reacts(said, "👍");
    ann.reacts_anonymously(said, "👍");
    assert_eq!(kinds(&fake).await, ["message", "message_reaction"]);
}

#[tokio::test]
async fn who_stays_what_they_are_is_not_told_of() {
    let fake = start().await;
    kinds(&fake).await;
    let (owner, ann) = (fake.first_user(), fake.user("Ann"));
    let [owner, ann] = [owner, ann].map(User::in_supergroup);
    for _ in 0..2 {
        owner.gives_bot_rights(&["can_pin_messages"]);
    }
    assert_eq!(kinds(&fake).await, ["my_chat_member"]);
    ann.joins();
    assert_eq!(kinds(&fake).await, ["chat_member", "message"]);
    for _ in 0..2 {
        ann.becomes("restricted", &["can_send_messages"]);
    }
    assert_eq!(kinds(&fake).await, ["chat_member"]);
    for _ in 0..2 {
        owner.bans(ann);
    }
    assert_eq!(kinds(&fake).await, ["chat_member", "message"]);
}

#[tokio::test]
#[should_panic(expected = "the user 1001 is in the chat -1001234567890")]
async fn a_member_does_not_join() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.joins();
    ann.joins();
}

#[tokio::test]
#[should_panic(
    expected = "the user 1001 has asked to join the chat -1001234567890, and has no answer"
)]
async fn nobody_asks_twice_to_join() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.requests_to_join();
    ann.requests_to_join();
}

#[tokio::test]
#[should_panic(expected = "the message 1 has no text of the user to edit")]
async fn a_location_gets_no_text() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let sent = ann.shares_location(52.5, 13.4);
    ann.edits(sent, "Here");
}

#[tokio::test]
async fn a_typed_text_is_stored_as_the_server_does() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.says("\n  /start \r\n now  ");
    let last = ann.last_message().expect("a message");
    let sent = SendMessage::new(ann.id(), "\n  /start \r\n now  ");
    let sent = sent.send(&fake.bot()).await.expect("sent");
    assert_eq!(last.text.as_deref(), Some("/start \n now"));
    assert_eq!((last.text, last.entities), (sent.text, sent.entities));
}

#[tokio::test]
#[should_panic(expected = "`text` must have at most 4096 characters, but has 4097")]
async fn a_text_has_a_limit() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.says(&"ä".repeat(4096));
    ann.says(&"ä".repeat(4097));
}
