//! What methods need before they are called: groups, topics, links and requests.

use serde_json::{Map, Value, json};

use super::{FakeBotApi, call, result};

/// Chooses a group for what is only in groups, and the topic that a call names.
pub(super) async fn prepare_group(
    fake: &FakeBotApi,
    name: &str,
    arguments: &mut Map<String, Value>,
) {
    let describes = [
        "ChatTitle",
        "ChatDescription",
        "ChatPermissions",
        "ChatPhoto",
    ];
    if describes.iter().any(|what| name.ends_with(what)) {
        arguments.insert("chat_id".to_owned(), (-1_001_234_567_890_i64).into());
    }
    let is_request = name.ends_with("ChatJoinRequest");
    if is_request || name.ends_with("InviteLink") {
        let chat = -1_001_234_567_890_i64;
        arguments.insert("chat_id".to_owned(), chat.into());
        if is_request {
            let ann = fake.user("Ann").in_supergroup();
            ann.requests_to_join();
            arguments.insert("user_id".to_owned(), ann.id().into());
        }
        if arguments.contains_key("creates_join_request") {
            arguments.remove("member_limit");
        }
        if arguments.contains_key("invite_link") {
            let link = json!({"chat_id": chat}).to_string();
            let link = result(&call(fake, "createChatInviteLink", &link).await);
            arguments.insert("invite_link".to_owned(), link["invite_link"].clone());
        }
    }
    let is_topic = name.contains("ForumTopic");
    if !is_topic && !arguments.contains_key("message_thread_id") {
        return;
    }
    let chat = if is_topic {
        fake.forum("Forum")
    } else {
        fake.act("me", json!({"has_topics_enabled": true}));
        42
    };
    let topic = json!({"chat_id": chat, "name": "Topic"}).to_string();
    let topic = result(&call(fake, "createForumTopic", &topic).await);
    let mut body = json!({"chat_id": chat});
    let before = match name {
        "reopenForumTopic" => "closeForumTopic",
        "reopenGeneralForumTopic" => "closeGeneralForumTopic",
        "unhideGeneralForumTopic" => "hideGeneralForumTopic",
        _ => "getChat",
    };
    if arguments.contains_key("message_thread_id") {
        let id = topic["message_thread_id"].clone();
        body["message_thread_id"] = id.clone();
        arguments.insert("message_thread_id".to_owned(), id);
    }
    result(&call(fake, before, &body.to_string()).await);
    arguments.insert("chat_id".to_owned(), chat.into());
    if arguments.contains_key("icon_color") {
        arguments.insert("icon_color".to_owned(), 7_322_096.into());
    }
    if name == "editForumTopic" {
        arguments.insert("name".to_owned(), "Another".into());
    }
}
