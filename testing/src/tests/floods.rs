//! Flood limits.

use std::time::Duration;

use serde_json::{Value, json};

use super::{FakeBotApi, call, control, result, start, start_with_control};
use crate::FloodLimits;

/// No limit at all, to which a test adds one.
fn unlimited() -> FloodLimits {
    FloodLimits {
        per_chat: None,
        burst: 1,
        per_group_minute: None,
        overall: None,
    }
}

async fn send(fake: &FakeBotApi, chat: i64) -> String {
    call(
        fake,
        "sendMessage",
        &json!({"chat_id": chat, "text": "x"}).to_string(),
    )
    .await
}

/// Returns the seconds to wait. `None` if the message was sent.
async fn wait(fake: &FakeBotApi, chat: i64) -> Option<u64> {
    let answer = send(fake, chat).await;
    let (_, body) = answer.split_once("\r\n\r\n").expect("a head");
    let body: Value = serde_json::from_str(body).expect("JSON");
    body["parameters"]["retry_after"].as_u64()
}

#[tokio::test]
async fn a_chat_has_bursts_and_a_rate() {
    let fake = start().await;
    fake.set_flood_limits(FloodLimits {
        per_chat: Some(1),
        burst: 2,
        ..unlimited()
    });
    assert_eq!(wait(&fake, 42).await, None);
    assert_eq!(wait(&fake, 42).await, None);
    let refused = send(&fake, 42).await;
    assert!(refused.starts_with("HTTP/1.1 429 "), "{refused}");
    assert!(refused.contains("\r\nRetry-After: 1\r\n"), "{refused}");
    let body = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}"#;
    assert!(refused.ends_with(body), "{refused}");
    // Other chats have their own rate.
    assert_eq!(wait(&fake, fake.user("Ann").id()).await, None);
    fake.advance(Duration::from_secs(1));
    assert_eq!(wait(&fake, 42).await, None);
    assert_eq!(wait(&fake, 42).await, Some(1));
    fake.advance(Duration::from_secs(10));
    let sent = [
        wait(&fake, 42).await,
        wait(&fake, 42).await,
        wait(&fake, 42).await,
    ];
    assert_eq!(sent, [None, None, Some(1)]);
    fake.set_flood_limits(None);
    assert_eq!(wait(&fake, 42).await, None);
}

#[tokio::test]
async fn a_group_has_a_limit_per_minute() {
    let fake = start().await;
    let limits = FloodLimits::default().per_group_minute;
    fake.set_flood_limits(FloodLimits {
        per_group_minute: limits,
        ..unlimited()
    });
    let group = fake.group("Friends");
    for _ in 0..10 {
        assert_eq!(wait(&fake, group).await, None);
    }
    fake.advance(Duration::from_secs(30));
    for _ in 0..10 {
        assert_eq!(wait(&fake, group).await, None);
    }
    let seconds = wait(&fake, group).await.expect("a refusal");
    assert!((20..=30).contains(&seconds), "{seconds}");
    fake.advance(Duration::from_secs(seconds));
    for _ in 0..10 {
        assert_eq!(wait(&fake, group).await, None);
    }
    assert!(wait(&fake, group).await.is_some());
    // Private chats and channels have none.
    for chat in [42, fake.channel("News")] {
        for _ in 0..25 {
            assert_eq!(wait(&fake, chat).await, None);
        }
    }
}

#[tokio::test]
async fn all_chats_together_have_a_limit() {
    let fake = start().await;
    fake.set_flood_limits(FloodLimits {
        overall: Some(3),
        ..unlimited()
    });
    let chats = ["A", "B", "C", "D"].map(|name| fake.user(name).id());
    for chat in &chats[..3] {
        assert_eq!(wait(&fake, *chat).await, None);
    }
    assert_eq!(wait(&fake, chats[3]).await, Some(1));
    fake.advance(Duration::from_secs(1));
    assert_eq!(wait(&fake, chats[3]).await, None);
}

#[tokio::test]
async fn each_message_of_a_call_counts() {
    let fake = start().await;
    fake.set_flood_limits(FloodLimits {
        per_group_minute: Some(4),
        ..unlimited()
    });
    let group = fake.group("Friends");
    let first = result(&send(&fake, group).await)["message_id"].clone();
    let photo = json!({"type": "photo", "media": "https://example.com/a.png"});
    let album = json!({"chat_id": group, "media": [photo, photo]}).to_string();
    result(&call(&fake, "sendMediaGroup", &album).await);
    let refused = call(&fake, "sendMediaGroup", &album).await;
    assert!(refused.starts_with("HTTP/1.1 429 "), "{refused}");
    // What is refused, or no message, does not count.
    for _ in 0..5 {
        call(
            &fake,
            "sendMessage",
            &json!({"chat_id": group, "text": ""}).to_string(),
        )
        .await;
        let action = json!({"chat_id": group, "action": "typing"});
        result(&call(&fake, "sendChatAction", &action.to_string()).await);
    }
    let edit = json!({"chat_id": group, "message_id": first, "text": "y"});
    result(&call(&fake, "editMessageText", &edit.to_string()).await);
    let copy = json!({"chat_id": group, "from_chat_id": group, "message_ids": [1, 2, 3]});
    let refused = call(&fake, "copyMessages", &copy.to_string()).await;
    assert!(refused.starts_with("HTTP/1.1 429 "), "{refused}");
    assert_eq!(wait(&fake, group).await, None);
    assert!(wait(&fake, group).await.is_some());
    // More than the limit is possible after a minute without messages.
    fake.advance(Duration::from_secs(60));
    let large = json!({"chat_id": group, "media": vec![photo; 6]}).to_string();
    result(&call(&fake, "sendMediaGroup", &large).await);
    assert!(wait(&fake, group).await.is_some());
}

#[tokio::test]
async fn limits_are_set_over_http() {
    let fake = start_with_control().await;
    let limits = json!({"per_chat": null, "per_group_minute": 2, "overall": 5});
    result(&control(&fake, "flood_limits", &limits).await);
    let group = fake.group("Friends");
    assert_eq!(wait(&fake, group).await, None);
    assert_eq!(wait(&fake, group).await, None);
    assert!(wait(&fake, group).await.is_some_and(|seconds| seconds > 50));
    result(&control(&fake, "flood_limits", &json!({})).await);
    for _ in 0..3 {
        assert_eq!(wait(&fake, 42).await, None);
    }
    assert_eq!(wait(&fake, 42).await, Some(1));
    result(&control(&fake, "flood_limits", &json!({"on": false})).await);
    assert_eq!(wait(&fake, 42).await, None);
    for wrong in [
        json!({"per_chat": 0}),
        json!({"overall": "1"}),
        json!({"burst": null}),
        json!({"on": 1}),
    ] {
        let refused = control(&fake, "flood_limits", &wrong).await;
        assert!(refused.starts_with("HTTP/1.1 400 "), "{wrong}: {refused}");
    }
}

#[tokio::test]
async fn polls_and_webhooks_are_slowed_down_on_request() {
    let builder = FakeBotApi::builder().server_pace(true);
    let fake = builder.start().await.expect("a port");
    fake.user("Ann").says("one");
    fake.user("Ann").says("two");
    let updates = async || {
        let updates = result(&call(&fake, "getUpdates", "{}").await);
        updates.as_array().map_or(0, Vec::len)
    };
    assert_eq!(updates().await, 2);
    assert_eq!(updates().await, 1);
    fake.advance(Duration::from_secs(1));
    assert_eq!(updates().await, 2);

    let set = |number: i64| json!({"url": format!("https://example.com/{number}")}).to_string();
    result(&call(&fake, "setWebhook", &set(1)).await);
    let refused = call(&fake, "setWebhook", &set(2)).await;
    assert!(refused.contains("\r\nRetry-After: 1\r\n"), "{refused}");
    fake.advance(Duration::from_secs(1));
    result(&call(&fake, "setWebhook", &set(2)).await);
}
