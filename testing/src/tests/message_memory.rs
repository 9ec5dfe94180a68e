//! What is remembered of messages: protection, pins, reactions, drafts, quotes, scores.

use std::time::Duration;

use serde_json::{Value, json};

use super::refusals::{error, refused};
use super::texts::ok;
use super::{FakeBotApi, call, result, start};

const GROUP: i64 = -1_001_234_567_890;

/// Sends a text, and returns the id of the message.
async fn sent(fake: &FakeBotApi, chat: i64, mut body: Value) -> i64 {
    body["chat_id"] = chat.into();
    let answer = call(fake, "sendMessage", &body.to_string()).await;
    result(&answer)["message_id"].as_i64().expect("an id")
}

#[tokio::test]
async fn protected_and_service_messages_stay_where_they_are() {
    let fake = start().await;
    let protected = sent(&fake, 42, json!({"text": "x", "protect_content": true})).await;
    let plain = sent(&fake, 42, json!({"text": "y"})).await;
    ok(&fake, "pinChatMessage", json!({"message_id": plain})).await;
    let service = plain + 1;
    let from = |id: i64| json!({"from_chat_id": 42, "message_id": id});
    refused(
        &fake,
        &[
            (
                "forwardMessage",
                from(protected),
                "message has protected content and can't be forwarded",
            ),
            (
                "copyMessage",
                from(protected),
                "message has protected content and can't be forwarded",
            ),
            (
                "forwardMessage",
                from(service),
                "message can't be forwarded",
            ),
            ("copyMessage", from(service), "message can't be copied"),
            (
                "copyMessages",
                json!({"from_chat_id": 42, "message_ids": [protected, service]}),
                "messages can't be forwarded",
            ),
            (
                "pinChatMessage",
                json!({"message_id": service}),
                "service messages can't be pinned",
            ),
        ],
    )
    .await;
    let several = json!({"from_chat_id": 42, "message_ids": [protected, plain]});
    let copied = ok(&fake, "copyMessages", several).await;
    assert_eq!(copied.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_copy_has_the_caption_that_is_given() {
    let fake = start().await;
    let photo = json!({"photo": "P", "caption": "<b>old</b>", "parse_mode": "HTML"});
    let id = ok(&fake, "sendPhoto", photo).await["message_id"].clone();
    let copy = |caption: Option<&str>| {
        let mut body = json!({"from_chat_id": 42, "message_id": id});
        if let Some(caption) = caption {
            body["caption"] = caption.into();
        }
        body
    };
    let expected = [
        (None, "<photo> old"),
        (Some("new"), "<photo> new"),
        (Some(""), "<photo>"),
    ];
    for (caption, seen) in expected {
        ok(&fake, "copyMessage", copy(caption)).await;
        let all = fake.first_user().sees();
        assert_eq!(
            all.lines().last(),
            Some(format!("Fake Bot: {seen}").as_str()),
            "{all}"
        );
    }
    // A text has no caption.
    let text = sent(&fake, 42, json!({"text": "x"})).await;
    ok(
        &fake,
        "copyMessage",
        json!({"from_chat_id": 42, "message_id": text, "caption": "c"}),
    )
    .await;
    assert!(fake.first_user().sees().ends_with("Fake Bot: x\n"));
}

#[tokio::test]
async fn a_forward_names_who_said_it_first() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let id = ann.says("Hello").result();
    let body = json!({"from_chat_id": ann.id(), "message_id": id});
    let forwarded = ok(&fake, "forwardMessage", body).await;
    assert_eq!(
        forwarded["forward_origin"]["sender_user"]["first_name"],
        "Ann"
    );
    let again = json!({"from_chat_id": 42, "message_id": forwarded["message_id"]});
    let again = ok(&fake, "forwardMessage", again).await;
    assert_eq!(again["forward_origin"], forwarded["forward_origin"]);
    assert_eq!(
        fake.first_user().sees(),
        "Fake Bot: Hello (forwarded from Ann)\nFake Bot: Hello (forwarded from Ann)\n"
    );
    refused(
        &fake,
        &[(
            "editMessageText",
            json!({"message_id": forwarded["message_id"], "text": "x"}),
            "message can't be edited",
        )],
    )
    .await;
    // An administrator who is anonymous speaks as the group.
    let group = json!({"id": GROUP, "type": "supergroup", "title": "Fake Supergroup"});
    fake.deliver_json(json!({"message": {"message_id": 70, "date": 1, "text": "x", "chat": group, "sender_chat": group}}));
    let body = json!({"from_chat_id": GROUP, "message_id": 70});
    let forwarded = ok(&fake, "forwardMessage", body).await;
    assert_eq!(forwarded["forward_origin"]["type"], "chat");
    assert_eq!(forwarded["forward_origin"]["sender_chat"]["id"], GROUP);
}

#[tokio::test]
async fn a_pin_is_told_in_the_chat() {
    let fake = start().await;
    let (one, two) = (
        sent(&fake, GROUP, json!({"text": "one"})).await,
        sent(&fake, GROUP, json!({"text": "two"})).await,
    );
    for id in [two, one, one] {
        ok(
            &fake,
            "pinChatMessage",
            json!({"chat_id": GROUP, "message_id": id}),
        )
        .await;
    }
    let chat = ok(&fake, "getChat", json!({"chat_id": GROUP})).await;
    assert_eq!(chat["pinned_message"]["text"], "two");
    let updates = ok(&fake, "getUpdates", json!({})).await;
    let updates = updates.as_array().expect("a list");
    // The third pin changed nothing.
    assert_eq!(updates.len(), 2, "{updates:?}");
    assert_eq!(updates[1]["message"]["pinned_message"]["text"], "one");
    let seen = fake.first_user().in_supergroup().sees();
    assert!(
        seen.starts_with("Fake Bot: one (pinned)\nFake Bot: two (pinned)\n"),
        "{seen}"
    );
    ok(&fake, "unpinChatMessage", json!({"chat_id": GROUP})).await;
    let chat = ok(&fake, "getChat", json!({"chat_id": GROUP})).await;
    assert_eq!(chat["pinned_message"]["text"], "one");
    ok(&fake, "unpinAllChatMessages", json!({"chat_id": GROUP})).await;
    let none = json!({"chat_id": GROUP});
    assert_eq!(
        error(&fake, "unpinChatMessage", &none).await,
        "Bad Request: message to unpin not found"
    );
}

#[tokio::test]
async fn a_message_is_deleted_within_48_hours() {
    let fake = start().await;
    let (own, dice) = (
        sent(&fake, 42, json!({"text": "x"})).await,
        ok(&fake, "sendDice", json!({})).await["message_id"].clone(),
    );
    let group = sent(&fake, GROUP, json!({"text": "x"})).await;
    refused(
        &fake,
        &[(
            "deleteMessage",
            json!({"message_id": dice}),
            "message can't be deleted for everyone",
        )],
    )
    .await;
    fake.advance(Duration::from_secs(25 * 60 * 60));
    assert_eq!(
        ok(&fake, "deleteMessage", json!({"message_id": dice})).await,
        true
    );
    fake.advance(Duration::from_secs(24 * 60 * 60));
    refused(
        &fake,
        &[
            (
                "deleteMessage",
                json!({"message_id": own}),
                "message can't be deleted for everyone",
            ),
            (
                "deleteMessages",
                json!({"message_ids": [own, 99]}),
                "message can't be deleted for everyone",
            ),
        ],
    )
    .await;
    assert_eq!(
        ok(&fake, "deleteMessages", json!({"message_ids": [99]})).await,
        true
    );
    // An administrator deletes old messages, too.
    let body = json!({"chat_id": GROUP, "message_id": group});
    assert_eq!(ok(&fake, "deleteMessage", body).await, true);
}

#[tokio::test]
async fn a_bot_reacts_with_what_there_is() {
    let fake = start().await;
    let id = sent(&fake, 42, json!({"text": "x"})).await;
    let with = |reaction: Value| json!({"message_id": id, "reaction": reaction});
    let emoji = |emoji: &str| json!({"type": "emoji", "emoji": emoji});
    ok(
        &fake,
        "setMessageReaction",
        with(json!([emoji("❤\u{fe0f}")])),
    )
    .await;
    ok(&fake, "setMessageReaction", with(json!([emoji("👍")]))).await;
    fake.first_user().reacts(id, "👍");
    assert_eq!(fake.first_user().sees(), "Fake Bot: x (👍 2)\n");
    refused(
        &fake,
        &[
            (
                "setMessageReaction",
                with(json!([emoji("🧀")])),
                "REACTION_INVALID",
            ),
            (
                "setMessageReaction",
                with(json!([emoji("👍"), emoji("👎")])),
                "REACTIONS_TOO_MANY",
            ),
            (
                "setMessageReaction",
                json!({"message_id": 99}),
                "message to react not found",
            ),
        ],
    )
    .await;
    ok(&fake, "setMessageReaction", with(json!([]))).await;
    ok(
        &fake,
        "deleteMessageReaction",
        json!({"message_id": id, "user_id": 42}),
    )
    .await;
    assert_eq!(fake.first_user().sees(), "Fake Bot: x\n");
}

#[tokio::test]
async fn a_draft_is_seen_until_the_message_is_sent() {
    let fake = start().await;
    let ann = fake.first_user();
    ann.says("Why?");
    for text in ["<b>Be", "<b>Be</b>cause"] {
        let body = json!({"chat_id": 42, "draft_id": 7, "text": text, "parse_mode": "HTML"});
        call(&fake, "sendMessageDraft", &body.to_string()).await;
    }
    assert_eq!(ann.sees(), "Fake User: Why?\nFake Bot: Because (draft)\n");
    let id = sent(
        &fake,
        42,
        json!({"text": "Because", "reply_parameters": {"message_id": 1}}),
    )
    .await;
    assert_eq!(id, 2);
    assert_eq!(
        ann.sees(),
        "Fake User: Why?\nFake Bot: Because (reply to \"Why?\")\n"
    );
}

#[tokio::test]
async fn a_quote_is_a_part_of_the_message() {
    let fake = start().await;
    let body = json!({"text": "ж <b>bold</b> and bold", "parse_mode": "HTML"});
    let id = sent(&fake, 42, body).await;
    let reply = |quote: &str| json!({"text": "x", "reply_parameters": {"message_id": id, "quote": quote, "quote_parse_mode": "HTML"}});
    for quote in ["bold", "<b>bold</b>", "<b>old</b> and", "and <u></u>bold"] {
        let sent = ok(&fake, "sendMessage", reply(quote)).await;
        assert_eq!(sent["reply_to_message"]["message_id"], id, "{quote}");
        assert!(sent["quote"]["text"].is_string(), "{quote}");
    }
    for quote in ["italic", "<i>bold</i>", "bold and", "<b>bold and</b>"] {
        refused(
            &fake,
            &[("sendMessage", reply(quote), "QUOTE_TEXT_INVALID")],
        )
        .await;
    }
    let missing = json!({"text": "x", "reply_parameters": {"message_id": 99, "quote": "zzz", "allow_sending_without_reply": true}});
    let sent = ok(&fake, "sendMessage", missing).await;
    assert!(
        sent.get("reply_to_message").is_none() && sent.get("quote").is_none(),
        "{sent}"
    );
}

#[tokio::test]
async fn a_message_with_another_keyboard_is_not_edited() {
    let fake = start().await;
    let id = sent(
        &fake,
        42,
        json!({"text": "x", "reply_markup": {"keyboard": [["a"]]}}),
    )
    .await;
    let user = fake.first_user().says("y").result();
    refused(
        &fake,
        &[
            (
                "editMessageText",
                json!({"message_id": id, "text": "y"}),
                "message can't be edited",
            ),
            (
                "editMessageText",
                json!({"message_id": user, "text": "z"}),
                "message can't be edited",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn scores_only_rise() {
    let fake = start().await;
    let id = ok(&fake, "sendGame", json!({"game_short_name": "chess"})).await["message_id"].clone();
    let score = |user: i64, score: i64| json!({"chat_id": 42, "message_id": id, "user_id": user, "score": score});
    let bob = fake.user("Bob").id();
    for (user, points) in [(42, 5), (bob, 9), (42, 7)] {
        ok(&fake, "setGameScore", score(user, points)).await;
    }
    refused(
        &fake,
        &[("setGameScore", score(42, 7), "BOT_SCORE_NOT_MODIFIED")],
    )
    .await;
    let scores = ok(&fake, "getGameHighScores", score(42, 0)).await;
    let scores: Vec<_> = scores
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| {
            (
                it["position"].clone(),
                it["user"]["id"].clone(),
                it["score"].clone(),
            )
        })
        .collect();
    assert_eq!(json!(scores), json!([[1, bob, 9], [2, 42, 7]]));
}
