//! What ends when the clock is moved.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::response::Response;
use serde_json::{Value, json};

use super::webhooks::Endpoint;
use super::{FakeBotApi, call, control, refusal, result, start, start_with_control};

const TOO_OLD: &str =
    "Bad Request: query is too old and response timeout expired or query ID is invalid";
const DAY: Duration = Duration::from_secs(86_400);

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

async fn ok(fake: &FakeBotApi, method: &str, body: &Value) -> Value {
    result(&call(fake, method, &body.to_string()).await)
}

/// Delivers a query, and returns the answer to it after some time.
async fn answered_after(kind: &str, method: &str, mut answer: Value, time: Duration) -> String {
    let fake = start_with_control().await;
    let delivered = control(&fake, "update", &json!({kind: {"id": "17"}})).await;
    assert!(delivered.contains("\"update_id\":"), "{delivered}");
    fake.advance(time);
    answer[format!("{kind}_id")] = "17".into();
    call(&fake, method, &answer.to_string()).await
}

#[tokio::test]
async fn queries_expire() {
    for (kind, method, answer, lasts) in [
        ("callback_query", "answerCallbackQuery", json!({}), 150),
        (
            "inline_query",
            "answerInlineQuery",
            json!({"results": []}),
            30,
        ),
        (
            "shipping_query",
            "answerShippingQuery",
            json!({"ok": false, "error_message": "No"}),
            150,
        ),
        (
            "pre_checkout_query",
            "answerPreCheckoutQuery",
            json!({"ok": true}),
            150,
        ),
    ] {
        let in_time = answered_after(kind, method, answer.clone(), seconds(lasts - 5)).await;
        assert!(in_time.contains("\"ok\":true"), "{kind}: {in_time}");
        let late = answered_after(kind, method, answer, seconds(lasts)).await;
        assert!(late.ends_with(&refusal(400, TOO_OLD)), "{kind}: {late}");
    }
}

#[tokio::test]
async fn a_query_that_the_server_has_not_made_is_answered_once() {
    let fake = start().await;
    let answer = json!({"callback_query_id": "of a test"}).to_string();
    fake.advance(DAY);
    assert!(
        call(&fake, "answerCallbackQuery", &answer)
            .await
            .contains("true")
    );
    assert!(
        call(&fake, "answerCallbackQuery", &answer)
            .await
            .contains(TOO_OLD)
    );
}

#[tokio::test]
async fn a_query_that_is_delivered_again_is_a_new_one() {
    let fake = start().await;
    let update = json!({"callback_query": {"id": "1", "from": {"id": 42, "is_bot": false, "first_name": "A"}, "chat_instance": "1"}});
    let answer = json!({"callback_query_id": "1"});
    for _ in 0..2 {
        fake.deliver_json(update.clone());
        ok(&fake, "answerCallbackQuery", &answer).await;
    }
}

#[tokio::test]
async fn a_result_of_an_expired_query_cannot_be_chosen() {
    let fake = start_with_control().await;
    let id = fake.first_user().queries_inline("cats").result();
    fake.advance(seconds(31));
    let result = json!({"type": "article", "id": "1", "title": "A", "input_message_content": {"message_text": "M"}});
    let answer = json!({"inline_query_id": id, "results": [result]}).to_string();
    assert!(
        call(&fake, "answerInlineQuery", &answer)
            .await
            .contains(TOO_OLD)
    );
    let chosen = control(&fake, "choose", &json!({"result_id": "1"})).await;
    assert!(chosen.contains("the inline query has expired"), "{chosen}");
}

/// Returns the kinds of the pending updates.
async fn pending(fake: &FakeBotApi) -> Vec<String> {
    let updates = ok(fake, "getUpdates", &json!({})).await;
    let updates = updates.as_array().expect("a list").iter();
    let kinds = updates.map(|update| {
        let mut names = update.as_object().expect("an update").keys();
        names
            .find(|name| *name != "update_id")
            .expect("a kind")
            .clone()
    });
    kinds.collect()
}

#[tokio::test]
async fn updates_are_dropped() {
    let fake = start_with_control().await;
    let ann = fake.user("Ann");
    ann.says("Hello");
    ann.queries_inline("cats");
    control(&fake, "update", &json!({"callback_query": {}})).await;
    control(&fake, "update", &json!({"chosen_inline_result": {}})).await;
    let all = [
        "message",
        "inline_query",
        "callback_query",
        "chosen_inline_result",
    ];
    assert_eq!(pending(&fake).await, all);
    fake.advance(seconds(30));
    assert_eq!(
        pending(&fake).await,
        ["message", "callback_query", "chosen_inline_result"]
    );
    fake.advance(seconds(120));
    assert_eq!(pending(&fake).await, ["message", "chosen_inline_result"]);
    fake.advance(seconds(450));
    assert_eq!(pending(&fake).await, ["message"]);
    fake.advance(seconds(86_400 - 610));
    assert_eq!(pending(&fake).await, ["message"]);
    fake.advance(seconds(10));
    assert_eq!(pending(&fake).await, [""; 0]);
    // The next id is not used again.
    ann.says("Hello again");
    assert_eq!(pending(&fake).await, ["message"]);
}

#[tokio::test]
async fn bans_and_restrictions_end() {
    let fake = start().await;
    let group = fake.supergroup("Friends");
    let ann = fake.user("Ann").in_chat(group);
    ann.joins();
    let member = json!({"chat_id": group, "user_id": ann.id()});
    let now = ok(&fake, "sendMessage", &json!({"chat_id": 42, "text": "x"})).await["date"]
        .as_i64()
        .expect("a date");
    let with = |name: &str, value: Value| {
        let mut body = member.clone();
        body[name] = value;
        body["until_date"] = (now + 100).into();
        body
    };
    let restricted = with("permissions", json!({"can_send_messages": false}));
    ok(&fake, "restrictChatMember", &restricted).await;
    assert_eq!(
        ok(&fake, "getChatMember", &member).await["status"],
        "restricted"
    );
    fake.advance(seconds(100));
    assert_eq!(
        ok(&fake, "getChatMember", &member).await["status"],
        "member"
    );

    let mut banned = member.clone();
    banned["until_date"] = (now + 200).into();
    ok(&fake, "banChatMember", &banned).await;
    fake.advance(seconds(80));
    assert_eq!(
        ok(&fake, "getChatMember", &member).await["status"],
        "kicked"
    );
    fake.advance(seconds(20));
    assert_eq!(ok(&fake, "getChatMember", &member).await["status"], "left");
    ann.joins();
    assert_eq!(
        ok(&fake, "getChatMember", &member).await["status"],
        "member"
    );
}

#[tokio::test]
async fn polls_close() {
    let fake = start_with_control().await;
    let poll = json!({"chat_id": 42, "question": "When?", "options": ["Now", "Later"]});
    let mut with_period = poll.clone();
    with_period["open_period"] = 60.into();
    let sent = ok(&fake, "sendPoll", &with_period).await;
    let mut with_date = poll;
    with_date["close_date"] = (sent["date"].as_i64().expect("a date") + 90).into();
    let later = ok(&fake, "sendPoll", &with_date).await;
    fake.advance(seconds(50));
    assert_eq!(pending(&fake).await, [""; 0]);
    let vote = json!({"message_id": sent["message_id"], "options": [0]});
    assert!(control(&fake, "vote", &vote).await.contains("\"ok\":true"));
    let updates = ok(&fake, "getUpdates", &json!({})).await;
    let offset = updates[0]["update_id"].as_i64().expect("an id") + 1;

    // A poll that waits is answered.
    let next = json!({"offset": offset, "timeout": 50}).to_string();
    let (updates, ()) = tokio::join!(call(&fake, "getUpdates", &next), async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        fake.advance(seconds(10));
    });
    let closed = &result(&updates)[0]["poll"];
    assert_eq!(closed["id"], sent["poll"]["id"]);
    assert_eq!(
        (&closed["is_closed"], &closed["total_voter_count"]),
        (&true.into(), &1.into())
    );
    let refused = control(&fake, "vote", &vote).await;
    assert!(refused.contains("the poll is closed"), "{refused}");

    // One that was stopped before is not closed again.
    let stopped = json!({"chat_id": 42, "message_id": later["message_id"]});
    ok(&fake, "stopPoll", &stopped).await;
    fake.advance(seconds(60));
    // Nothing comes after the update about the first one, and that about the stop.
    assert_eq!(pending(&fake).await, ["poll", "poll"]);
}

#[tokio::test]
async fn a_poll_closes_by_itself() {
    let fake = start().await;
    let poll =
        json!({"chat_id": 42, "question": "When?", "options": ["Now", "Later"], "open_period": 1});
    ok(&fake, "sendPoll", &poll).await;
    // Up to 50 milliseconds before the next second.
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let millis = since.expect("a time").subsec_millis();
    fake.advance(Duration::from_millis(950_u64.saturating_sub(millis.into())));
    let updates = ok(&fake, "getUpdates", &json!({"timeout": 10})).await;
    assert_eq!(updates[0]["poll"]["is_closed"], true);
}

#[tokio::test]
async fn a_live_location_ends() {
    let fake = start().await;
    let place = json!({"chat_id": 42, "latitude": 1.0, "longitude": 2.0, "live_period": 60});
    let sent = ok(&fake, "sendLocation", &place).await;
    let edit = |latitude: f64| json!({"chat_id": 42, "message_id": sent["message_id"], "latitude": latitude, "longitude": 2.0});
    ok(&fake, "editMessageLiveLocation", &edit(3.0)).await;
    fake.advance(seconds(60));
    let refused = call(&fake, "editMessageLiveLocation", &edit(4.0).to_string()).await;
    assert!(refused.contains("message can't be edited"), "{refused}");
}

/// Waits until the endpoint has got some updates.
async fn until(endpoint: &Endpoint, count: usize) {
    for _ in 0..500 {
        if endpoint.texts().len() >= count {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("{:?}", endpoint.texts());
}

fn failure(status: u16, retry_after: Option<&str>) -> Response<String> {
    let mut response = Response::builder().status(status);
    if let Some(retry_after) = retry_after {
        response = response.header("retry-after", retry_after);
    }
    response.body(String::new()).expect("a response")
}

#[tokio::test]
async fn deliveries_are_repeated_by_the_clock() {
    let (fake, endpoint) = (start().await, Endpoint::default());
    for retry_after in [None, None, None, Some("1800"), None, None, None, None] {
        endpoint.respond(failure(500, retry_after));
    }
    ok(&fake, "setWebhook", &json!({"url": endpoint.start().await})).await;
    fake.user("Ann").says("one");
    until(&endpoint, 2).await;
    // The fourth failure asks for half an hour; later ones are a minute or two apart.
    for (count, pause) in [
        (3, 2),
        (4, 4),
        (5, 1800),
        (6, 16),
        (7, 32),
        (8, 120),
        (9, 120),
    ] {
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(endpoint.texts().len(), count - 1);
        fake.advance(seconds(pause));
        until(&endpoint, count).await;
    }
    fake.idle().await;
    assert_eq!(
        ok(&fake, "getWebhookInfo", &json!({})).await["pending_update_count"],
        0
    );
}

#[tokio::test]
async fn an_update_that_cannot_be_delivered_is_dropped_in_the_end() {
    let (fake, endpoint) = (start().await, Endpoint::default());
    for _ in 0..20 {
        endpoint.respond(failure(500, None));
    }
    ok(&fake, "setWebhook", &json!({"url": endpoint.start().await})).await;
    fake.user("Ann").says("one");
    until(&endpoint, 2).await;
    fake.advance(DAY);
    fake.idle().await;
    assert_eq!(endpoint.texts().len(), 2);
}

#[tokio::test]
async fn a_webhook_that_is_gone_is_removed() {
    let (fake, endpoint) = (start().await, Endpoint::default());
    for _ in 0..20 {
        endpoint.respond(failure(410, None));
    }
    ok(&fake, "setWebhook", &json!({"url": endpoint.start().await})).await;
    fake.user("Ann").says("one");
    until(&endpoint, 2).await;
    fake.advance(seconds(22 * 3600));
    until(&endpoint, 3).await;
    assert_ne!(ok(&fake, "getWebhookInfo", &json!({})).await["url"], "");
    fake.advance(seconds(3601));
    until(&endpoint, 4).await;
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(10)).await;
        if ok(&fake, "getWebhookInfo", &json!({})).await["url"] == "" {
            return;
        }
    }
    panic!("the webhook is still there");
}

#[tokio::test]
async fn the_clock_is_moved_over_http() {
    let fake = start_with_control().await;
    let date = async || {
        ok(&fake, "sendMessage", &json!({"chat_id": 42, "text": "x"})).await["date"].clone()
    };
    let before = date().await.as_i64().expect("a date");
    let advanced = result(&control(&fake, "advance", &json!({"seconds": 199.5})).await);
    let advanced = advanced["now"].as_i64().expect("a time");
    result(&control(&fake, "advance", &json!({"seconds": 0.5})).await);
    let after = date().await.as_i64().expect("a date");
    assert!(
        (before + 199..before + 220).contains(&advanced),
        "{before} {advanced}"
    );
    assert!(
        (before + 200..before + 220).contains(&after),
        "{before} {after}"
    );
    for wrong in [
        json!({}),
        json!({"seconds": -1}),
        json!({"seconds": "1"}),
        json!({"seconds": 1e300}),
    ] {
        let refused = control(&fake, "advance", &wrong).await;
        assert!(refused.starts_with("HTTP/1.1 400 "), "{wrong}: {refused}");
    }
}
