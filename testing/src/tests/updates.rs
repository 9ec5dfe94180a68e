//! Updates by polling.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{FakeBotApi, call, result, start};

async fn poll(fake: &FakeBotApi, body: Value) -> Vec<Value> {
    let updates = result(&call(fake, "getUpdates", &body.to_string()).await);
    updates.as_array().expect("a list").clone()
}

fn ids(updates: &[Value]) -> Vec<i64> {
    let ids = updates
        .iter()
        .filter_map(|update| update["update_id"].as_i64());
    ids.collect()
}

#[tokio::test]
async fn updates_are_delivered_until_they_are_confirmed() {
    let fake = start().await;
    let ann = fake.user("Ann");
    for text in ["a", "b", "c"] {
        ann.says(text);
    }
    let all = ids(&poll(&fake, json!({})).await);
    assert_eq!(all.len(), 3);
    let first = all[0];
    assert!(first > 2_000_000);
    assert_eq!(all, [first, first + 1, first + 2]);
    assert_eq!(ids(&poll(&fake, json!({})).await), all);
    assert_eq!(ids(&poll(&fake, json!({"limit": 2})).await), all[..2]);
    assert_eq!(
        ids(&poll(&fake, json!({"offset": first + 1})).await),
        all[1..]
    );
    // What is confirmed is gone.
    assert_eq!(ids(&poll(&fake, json!({})).await), all[1..]);
    ann.says("d");
    assert_eq!(ids(&poll(&fake, json!({"offset": -1})).await), [first + 3]);
    assert_eq!(ids(&poll(&fake, json!({})).await), [first + 3]);
    // An offset that is too high confirms nothing.
    assert_eq!(
        ids(&poll(&fake, json!({"offset": first + 100})).await),
        [first + 3]
    );
    assert_eq!(
        poll(&fake, json!({"offset": first + 4})).await,
        [Value::Null; 0]
    );
}

#[tokio::test]
async fn a_poll_waits() {
    let fake = start().await;
    let begun = Instant::now();
    assert_eq!(poll(&fake, json!({"timeout": 1})).await, [Value::Null; 0]);
    assert!(begun.elapsed() >= Duration::from_millis(900));
    let (updates, ()) = tokio::join!(poll(&fake, json!({"timeout": 20})), async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        fake.user("Ann").says("Hello");
    });
    assert_eq!(updates[0]["message"]["text"], "Hello");
    assert!(begun.elapsed() < Duration::from_secs(15));
}

#[tokio::test]
async fn the_older_of_two_polls_is_terminated() {
    let fake = start().await;
    let older = call(&fake, "getUpdates", r#"{"timeout":30}"#);
    let newer = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        call(&fake, "getUpdates", r#"{"timeout":30}"#).await
    };
    let later = async {
        tokio::time::sleep(Duration::from_millis(150)).await;
        fake.user("Ann").says("Hello");
    };
    let (older, newer, ()) = tokio::join!(older, newer, later);
    assert!(older.contains("409"), "{older}");
    assert!(
        older.contains("Conflict: terminated by other getUpdates request"),
        "{older}"
    );
    assert!(newer.contains("Hello"), "{newer}");
}

#[tokio::test]
async fn a_webhook_excludes_polling() {
    let fake = start().await;
    let waiting = call(&fake, "getUpdates", r#"{"timeout":30}"#);
    let set = async {
        tokio::time::sleep(Duration::from_millis(50)).await;
        call(&fake, "setWebhook", r#"{"url":"https://example.com/"}"#).await
    };
    let (waiting, set) = tokio::join!(waiting, set);
    assert!(
        waiting.contains("Conflict: terminated by setWebhook request"),
        "{waiting}"
    );
    assert!(set.contains("\"description\":\"Webhook was set\""), "{set}");
    let refused = call(&fake, "getUpdates", "{}").await;
    assert!(
        refused.contains("can't use getUpdates method while webhook is active"),
        "{refused}"
    );
    call(&fake, "deleteWebhook", "{}").await;
    assert_eq!(poll(&fake, json!({})).await, [Value::Null; 0]);
}

#[tokio::test]
async fn kinds_that_are_not_allowed_are_not_queued() {
    let fake = start().await;
    let user = json!({"id": 42, "is_bot": false, "first_name": "Ann"});
    let state = json!({"status": "member", "user": user});
    let member = json!({"chat_member": {
        "chat": {"id": 42, "type": "private"},
        "from": user,
        "date": 1,
        "old_chat_member": state,
        "new_chat_member": state,
    }});
    assert_eq!(fake.deliver_json(member.clone()), None);
    poll(
        &fake,
        json!({"allowed_updates": ["chat_member", "unheard_of"]}),
    )
    .await;
    assert!(fake.deliver_json(member).is_some());
    assert_eq!(fake.user("Ann").says("x").result(), 1);
    let updates = poll(&fake, json!({})).await;
    assert_eq!(updates.len(), 1);
    assert!(updates[0].get("chat_member").is_some());
    // It persists until it is set again; an empty list is the default.
    poll(&fake, json!({"allowed_updates": []})).await;
    fake.user("Ann").says("y");
    assert_eq!(
        poll(&fake, json!({"offset": -1})).await[0]["message"]["text"],
        "y"
    );
}

#[tokio::test]
async fn several_bots_have_their_own_updates() {
    let tokens = [
        "1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "2:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB",
    ];
    let builder = FakeBotApi::builder().token(tokens[0]).token(tokens[1]);
    let fake = builder.start().await.expect("a port");
    fake.user("Ann").says("Hello");
    let mut counts = Vec::new();
    for path in [
        tokens[0].to_owned(),
        tokens[1].to_owned(),
        format!("{}/test", tokens[0]),
    ] {
        let request = format!("GET /bot{path}/getUpdates HTTP/1.1\r\nHost: fake\r\n\r\n");
        let answer = result(&super::talk(&fake, &request).await);
        counts.push(answer.as_array().map_or(0, Vec::len));
    }
    assert_eq!(counts, [1, 0, 0]);
}

#[tokio::test]
async fn a_button_is_pressed() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let body = json!({
        "chat_id": ann.id(), "text": "Sure?",
        "reply_markup": {"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]},
    });
    call(&fake, "sendMessage", &body.to_string()).await;
    ann.presses("Yes");
    let body = json!({
        "chat_id": ann.id(), "text": "Which?",
        "reply_markup": {"keyboard": [["Red", {"text": "Green"}]]},
    });
    call(&fake, "sendMessage", &body.to_string()).await;
    ann.presses("Green");
    let updates = poll(&fake, json!({})).await;
    assert_eq!(updates[0]["callback_query"]["data"], "y");
    assert_eq!(updates[0]["callback_query"]["message"]["text"], "Sure?");
    assert_eq!(updates[1]["message"]["text"], "Green");
}
