//! What is below the input field.

use serde_json::{Value, json};

use super::{FakeBotApi, call, get, result, start, talk};
use crate::User;

const GROUP: i64 = -1_001_234_567_890;

/// Sends a text with a markup. Returns the id of the message.
async fn send(fake: &FakeBotApi, chat: i64, text: &str, markup: Value) -> i64 {
    let body = json!({"chat_id": chat, "text": text, "reply_markup": markup});
    let sent = result(&call(fake, "sendMessage", &body.to_string()).await);
    sent["message_id"].as_i64().expect("an id")
}

/// Returns the last line of what a user sees, if it is one of buttons.
fn labels(user: User<'_>) -> Option<String> {
    let last = user.sees().lines().last().map(str::to_owned);
    last.filter(|line| line.starts_with('['))
}

/// Returns a chat as readers get it.
async fn chat(fake: &FakeBotApi, id: i64) -> Value {
    let chats = result(&talk(fake, &get("/control/chats")).await);
    let mut chats = chats.as_array().expect("chats").iter();
    let chat = chats.find(|chat| chat["chat"]["id"] == id);
    chat.expect("the chat").clone()
}

#[tokio::test]
async fn a_keyboard_for_one_use_is_hidden_after_it() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let id = send(
        &fake,
        ann.id(),
        "Which?",
        json!({"keyboard": [["Tea", {"text": "Milk"}]], "one_time_keyboard": true, "resize_keyboard": true,
            "input_field_placeholder": "A drink"}),
    )
    .await;
    assert_eq!(labels(ann).as_deref(), Some("[Tea] [Milk]"));
    let keyboard = chat(&fake, ann.id()).await["keyboard"].clone();
    assert_eq!(keyboard["message_id"], id);
    assert_eq!(keyboard["is_hidden"], false);
    assert_eq!(keyboard["input_field_placeholder"], "A drink");
    ann.says("Tea");
    assert_eq!(labels(ann).as_deref(), Some("[Tea] [Milk]"));
    ann.presses("Tea");
    assert_eq!(labels(ann), None);
    let keyboards = chat(&fake, ann.id()).await["keyboards"].clone();
    assert_eq!(keyboards[ann.id().to_string()]["is_hidden"], true);
    // The user can open it again.
    ann.presses("Milk");
    assert_eq!(labels(ann), None);
    // One that may be used more often stays.
    send(&fake, ann.id(), "More?", json!({"keyboard": [["Yes"]]})).await;
    ann.presses("Yes");
    assert_eq!(labels(ann).as_deref(), Some("[Yes]"));
    send(&fake, ann.id(), "Bye", json!({"remove_keyboard": true})).await;
    assert_eq!(labels(ann), None);
    assert!(chat(&fake, ann.id()).await["keyboard"].is_null());
}

#[tokio::test]
async fn a_copy_has_a_keyboard_and_a_deleted_message_none() {
    let fake = start().await;
    let user = fake.first_user();
    let said = user.says("x").result();
    let copy = json!({"chat_id": 42, "from_chat_id": 42, "message_id": said,
        "reply_markup": {"keyboard": [["Copied"]]}});
    let copied = result(&call(&fake, "copyMessage", &copy.to_string()).await);
    assert_eq!(labels(user).as_deref(), Some("[Copied]"));
    let delete = json!({"chat_id": 42, "message_id": copied["message_id"]});
    call(&fake, "deleteMessage", &delete.to_string()).await;
    assert_eq!(labels(user), None);
    assert!(chat(&fake, 42).await["keyboard"].is_null());
}

#[tokio::test]
async fn a_selective_keyboard_is_for_those_who_are_addressed() {
    let fake = start().await;
    let group = |name| fake.user(name).in_chat(GROUP);
    let (ann, bob, eve) = (group("Ann"), group("Bob"), group("Eve"));
    fake.deliver_json(json!({"message": {"message_id": 900, "chat": {"id": GROUP, "type": "supergroup"},
        "from": {"id": bob.id(), "is_bot": false, "first_name": "Bob", "username": "bob_b"}, "text": "I"}}));
    let said = ann.says("Me").result();
    let markup = json!({"keyboard": [["Go"]], "selective": true, "one_time_keyboard": true});
    send(&fake, GROUP, "😀 @BOB_B, go", markup).await;
    assert_eq!(labels(bob).as_deref(), Some("[Go]"));
    assert_eq!((labels(ann), labels(eve)), (None, None));
    let reply = json!({"chat_id": GROUP, "text": "x", "reply_parameters": {"message_id": said},
        "reply_markup": {"keyboard": [["Ann"]], "selective": true}});
    call(&fake, "sendMessage", &reply.to_string()).await;
    assert_eq!(labels(ann).as_deref(), Some("[Ann]"));
    assert_eq!(labels(bob).as_deref(), Some("[Go]"));
    assert_eq!(labels(eve), None);
    // What everybody sees replaces it; a use concerns one of them. In a group, it is a reply.
    let all = send(
        &fake,
        GROUP,
        "All",
        json!({"keyboard": [["All"]], "one_time_keyboard": true}),
    )
    .await;
    ann.presses("All");
    let last = ann.last_message().expect("a message");
    assert_eq!(last.text.as_deref(), Some("All"));
    let replied = last.reply_to_message.expect("a reply");
    assert_eq!(replied.message_id, all);
    assert_eq!(labels(ann), None);
    assert_eq!(labels(bob).as_deref(), Some("[All]"));
    let remove = json!({"remove_keyboard": true, "selective": true});
    send(&fake, GROUP, "Not you, @bob_b", remove).await;
    assert_eq!(labels(bob), None);
    assert_eq!(labels(eve).as_deref(), Some("[All]"));
}

#[tokio::test]
async fn a_request_for_a_reply_ends_with_the_reply() {
    let fake = start().await;
    let user = fake.first_user();
    send(&fake, 42, "Which?", json!({"keyboard": [["Tea"]]})).await;
    let force = json!({"force_reply": true, "input_field_placeholder": "A name"});
    let id = send(&fake, 42, "Who?", force).await;
    assert_eq!(labels(user), None);
    let keyboard = chat(&fake, 42).await["keyboard"].clone();
    assert_eq!(keyboard["force_reply"], true);
    assert_eq!(keyboard["message_id"], id);
    let ids = |chat: Value| chat["keyboards"].as_object().map(serde_json::Map::len);
    user.says("Not a reply");
    assert_eq!(ids(chat(&fake, 42).await), Some(0));
    user.sends(&json!({"text": "Ann", "reply_to_message": {"message_id": id}}));
    let after = chat(&fake, 42).await;
    assert_eq!(after["keyboards"], json!({"42": null}));
}
