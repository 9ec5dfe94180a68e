//! Topics of forums.

use serde_json::{Value, json};

use super::{FakeBotApi, call, refusal, result, start};

async fn ask(fake: &FakeBotApi, method: &str, body: Value) -> String {
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

/// Returns the messages that the bot is told of.
async fn told(fake: &FakeBotApi) -> Vec<Value> {
    let updates = ok(fake, "getUpdates", json!({})).await;
    let updates = updates.as_array().expect("updates").iter();
    let messages = updates.filter_map(|update| update.get("message"));
    messages.cloned().collect()
}

/// Returns a new forum, and the id of a topic of the bot in it.
async fn forum(fake: &FakeBotApi) -> (i64, i64) {
    let chat = fake.forum("Forum");
    let topic = json!({"chat_id": chat, "name": "News", "icon_color": 16_766_590});
    let topic = ok(fake, "createForumTopic", topic).await;
    assert_eq!(topic["name"], "News");
    assert_eq!(topic["icon_color"], 16_766_590);
    (chat, topic["message_thread_id"].as_i64().expect("an id"))
}

#[tokio::test]
async fn messages_are_in_topics() {
    let fake = start().await;
    let (chat, topic) = forum(&fake).await;
    let sent = json!({"chat_id": chat, "text": "x", "message_thread_id": topic});
    let sent = ok(&fake, "sendMessage", sent).await;
    assert_eq!(sent["message_thread_id"], topic);
    assert_eq!(sent["is_topic_message"], true);
    assert_eq!(sent["chat"]["is_forum"], true);
    assert_eq!(sent["reply_to_message"]["message_id"], topic);
    let general = ok(&fake, "sendMessage", json!({"chat_id": chat, "text": "x"})).await;
    assert!(general.get("message_thread_id").is_none(), "{general}");
    // A reply is in the topic of what it replies to.
    let reply = json!({"chat_id": chat, "text": "x", "reply_parameters": {"message_id": sent["message_id"]}});
    let reply = ok(&fake, "sendMessage", reply).await;
    assert_eq!(reply["message_thread_id"], topic);
    assert_eq!(reply["is_topic_message"], true);
    for (method, id) in [
        ("sendMessage", topic + 100),
        ("sendMessage", 1),
        ("sendChatAction", 99),
    ] {
        let body =
            json!({"chat_id": chat, "text": "x", "message_thread_id": id, "action": "typing"});
        refused(&fake, method, body, "message thread not found").await;
    }
    let typing = json!({"chat_id": chat, "message_thread_id": 1, "action": "typing"});
    ok(&fake, "sendChatAction", typing).await;
    let elsewhere = json!({"chat_id": 42, "text": "x", "message_thread_id": 1});
    refused(&fake, "sendMessage", elsewhere, "message thread not found").await;
    let copy = json!({"chat_id": chat, "from_chat_id": chat, "message_id": general["message_id"], "message_thread_id": topic});
    let forward = ok(&fake, "forwardMessage", copy).await;
    assert_eq!(forward["message_thread_id"], topic);
    assert_eq!(forward["is_topic_message"], true);
}

#[tokio::test]
async fn users_write_in_topics() {
    let fake = start().await;
    let (chat, topic) = forum(&fake).await;
    let ann = fake.user("Ann").in_chat(chat);
    ann.says("in general");
    let own = ann.creates_topic("Mine").result();
    let id = ann.in_topic(own).says("in mine").result();
    ann.in_topic(topic).sends_photo("a photo");
    fake.act(
        "say",
        json!({"user": ann.id(), "chat": chat, "text": "reply", "reply_to": id}),
    );
    let all = told(&fake).await;
    let threads: Vec<_> = all
        .iter()
        .map(|it| it["message_thread_id"].as_i64())
        .collect();
    let expected = [
        Some(topic),
        None,
        Some(own),
        Some(own),
        Some(topic),
        Some(own),
    ];
    assert_eq!(threads, expected);
    assert_eq!(all[0]["forum_topic_created"]["name"], "News");
    assert_eq!(all[0]["from"]["is_bot"], true);
    assert_eq!(all[2]["forum_topic_created"]["name"], "Mine");
    assert_eq!(all[2]["message_id"], own);
    assert_eq!(all[3]["is_topic_message"], true);
    assert_eq!(
        all[3]["reply_to_message"]["forum_topic_created"]["name"],
        "Mine"
    );
    assert_eq!(all[5]["reply_to_message"]["message_id"], id);
}

#[tokio::test]
async fn topics_are_edited_closed_and_deleted() {
    let fake = start().await;
    let (chat, topic) = forum(&fake).await;
    let body = json!({"chat_id": chat, "message_thread_id": topic});
    let named = json!({"chat_id": chat, "message_thread_id": topic, "name": "Old news"});
    ok(&fake, "editForumTopic", named.clone()).await;
    refused(&fake, "editForumTopic", named, "TOPIC_NOT_MODIFIED").await;
    ok(&fake, "closeForumTopic", body.clone()).await;
    refused(&fake, "closeForumTopic", body.clone(), "TOPIC_NOT_MODIFIED").await;
    ok(&fake, "reopenForumTopic", body.clone()).await;
    let text = json!({"chat_id": chat, "message_thread_id": topic, "text": "x"});
    let sent = ok(&fake, "sendMessage", text.clone()).await["message_id"].clone();
    let pin = json!({"chat_id": chat, "message_id": sent});
    ok(&fake, "pinChatMessage", pin).await;
    let pinned =
        async || ok(&fake, "getChat", json!({"chat_id": chat})).await["pinned_message"].clone();
    assert_eq!(pinned().await["message_id"], sent);
    ok(&fake, "unpinAllForumTopicMessages", body.clone()).await;
    assert!(pinned().await.is_null());
    ok(&fake, "deleteForumTopic", body.clone()).await;
    refused(&fake, "sendMessage", text, "message thread not found").await;
    let gone = json!({"chat_id": chat, "message_id": sent, "text": "y"});
    refused(&fake, "editMessageText", gone, "message to edit not found").await;
    refused(&fake, "deleteForumTopic", body, "TOPIC_ID_INVALID").await;
    let all = told(&fake).await;
    let has =
        |at: usize, name: &str| all[at].get(name).is_some() && all[at]["is_topic_message"] == true;
    assert!(has(0, "forum_topic_created"));
    assert_eq!(all[1]["forum_topic_edited"]["name"], "Old news");
    assert!(has(2, "forum_topic_closed"));
    assert!(has(3, "forum_topic_reopened"));
    assert!(has(4, "pinned_message"));
    assert_eq!(all.len(), 5);
}

#[tokio::test]
async fn the_general_topic_is_hidden_and_closed() {
    let fake = start().await;
    let (chat, _) = forum(&fake).await;
    let body = json!({"chat_id": chat});
    for method in [
        "closeGeneralForumTopic",
        "reopenGeneralForumTopic",
        "hideGeneralForumTopic",
        "unhideGeneralForumTopic",
    ] {
        ok(&fake, method, body.clone()).await;
        refused(&fake, method, body.clone(), "TOPIC_NOT_MODIFIED").await;
    }
    // A topic that is hidden stays closed.
    ok(&fake, "reopenGeneralForumTopic", body.clone()).await;
    ok(
        &fake,
        "editGeneralForumTopic",
        json!({"chat_id": chat, "name": "All"}),
    )
    .await;
    ok(&fake, "unpinAllGeneralForumTopicMessages", body.clone()).await;
    let all = told(&fake).await;
    let names = [
        "forum_topic_closed",
        "forum_topic_reopened",
        "general_forum_topic_hidden",
        "general_forum_topic_unhidden",
        "forum_topic_reopened",
        "forum_topic_edited",
    ];
    for (message, name) in all.iter().skip(1).zip(names) {
        assert!(message.get(name).is_some(), "{name}: {message}");
        assert!(message.get("message_thread_id").is_none(), "{message}");
    }
    assert_eq!(all.len(), 7);
}

#[tokio::test]
async fn rights_are_needed_for_the_topics_of_others() {
    let fake = start().await;
    let (chat, own) = forum(&fake).await;
    let ann = fake.user("Ann").in_chat(chat);
    let hers = ann.creates_topic("Hers").result();
    ann.in_topic(hers).closes_topic();
    ann.gives_bot_rights(&["can_pin_messages"]);
    let new = json!({"chat_id": chat, "name": "New"});
    refused(
        &fake,
        "createForumTopic",
        new,
        "not enough rights to create a topic",
    )
    .await;
    let body = json!({"chat_id": chat, "message_thread_id": hers, "name": "x", "text": "x"});
    for (method, what) in [
        ("editForumTopic", "edit the topic"),
        ("reopenForumTopic", "close or open the topic"),
        ("hideGeneralForumTopic", "close or open the topic"),
        ("deleteForumTopic", "delete the topic"),
    ] {
        refused(
            &fake,
            method,
            body.clone(),
            &format!("not enough rights to {what}"),
        )
        .await;
    }
    refused(&fake, "sendMessage", body, "TOPIC_CLOSED").await;
    let body = json!({"chat_id": chat, "message_thread_id": own, "name": "x"});
    ok(&fake, "editForumTopic", body.clone()).await;
    ok(&fake, "closeForumTopic", body.clone()).await;
    ok(&fake, "deleteForumTopic", body).await;
    let group = json!({"chat_id": -1_001_234_567_890_i64, "name": "x", "message_thread_id": 1});
    for method in [
        "createForumTopic",
        "editForumTopic",
        "closeGeneralForumTopic",
        "unpinAllForumTopicMessages",
    ] {
        refused(&fake, method, group.clone(), "the chat is not a forum").await;
    }
    ann.gives_bot_rights(&["can_manage_topics"]);
    let wrong = json!({"chat_id": chat, "name": "x", "icon_color": 1});
    refused(
        &fake,
        "createForumTopic",
        wrong,
        "invalid icon color specified",
    )
    .await;
    refused(
        &fake,
        "createForumTopic",
        json!({"chat_id": chat, "name": " "}),
        "name must be non-empty",
    )
    .await;
    refused(
        &fake,
        "createForumTopic",
        json!({"chat_id": chat}),
        "name must be non-empty",
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "is closed")]
async fn members_cannot_write_in_a_closed_topic() {
    let fake = start().await;
    let (chat, topic) = forum(&fake).await;
    let body = json!({"chat_id": chat, "message_thread_id": topic});
    ok(&fake, "closeForumTopic", body).await;
    fake.user("Ann").in_chat(chat).in_topic(topic).says("x");
}

#[tokio::test]
#[should_panic(expected = "there is no topic 77 in the chat")]
async fn nobody_writes_in_a_topic_that_is_not_there() {
    let fake = start().await;
    let (chat, _) = forum(&fake).await;
    fake.user("Ann").in_chat(chat).in_topic(77).says("x");
}

#[tokio::test]
async fn private_chats_have_topics_if_the_bot_has_them() {
    let fake = start().await;
    let new = json!({"chat_id": 42, "name": "Chat 1"});
    refused(
        &fake,
        "createForumTopic",
        new.clone(),
        "the chat is not a forum",
    )
    .await;
    fake.act("me", json!({"has_topics_enabled": true}));
    let topic = ok(&fake, "createForumTopic", new).await["message_thread_id"].as_i64();
    let topic = topic.expect("an id");
    let sent = json!({"chat_id": 42, "text": "x", "message_thread_id": topic});
    let sent = ok(&fake, "sendMessage", sent).await;
    assert_eq!(sent["is_topic_message"], true);
    fake.first_user().in_topic(topic).says("y");
    let all = told(&fake).await;
    assert_eq!(all.last().expect("a message")["message_thread_id"], topic);
    let close = json!({"chat_id": 42, "message_thread_id": topic});
    refused(
        &fake,
        "closeForumTopic",
        close.clone(),
        "the chat is not a forum",
    )
    .await;
    ok(&fake, "deleteForumTopic", close).await;
}

#[tokio::test]
async fn a_topic_in_a_delivered_update_is_known() {
    let fake = start().await;
    let chat = json!({"id": -1_007, "type": "supergroup", "title": "F", "is_forum": true});
    let message = json!({"chat": chat, "message_id": 20, "date": 1, "message_thread_id": 9, "is_topic_message": true, "text": "x"});
    fake.deliver_json(json!({"message": message}));
    let sent = json!({"chat_id": -1_007, "text": "x", "message_thread_id": 9});
    assert_eq!(ok(&fake, "sendMessage", sent).await["message_thread_id"], 9);
}
