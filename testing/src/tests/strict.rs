//! Complaints of strict mode.

use std::time::Duration;

use serde_json::{Value, json};

use super::{FakeBotApi, Reply, call, get, path, post, result, start, talk};

/// Returns the complaints about one request with that body.
async fn complaints(content_type: &str, body: &str) -> Vec<String> {
    let fake = start().await;
    talk(&fake, &post(&path(&fake, "getUpdates"), content_type, body)).await;
    fake.complaints()
}

#[tokio::test]
async fn valid_requests_cause_no_complaint() {
    for body in [
        "{}",
        "",
        r#"{"a":{"b":null},"c":[null]}"#,
        " {\"a\" : 1 } \n",
    ] {
        assert_eq!(
            complaints("application/json", body).await,
            [""; 0],
            "{body}"
        );
    }
    let form = "application/x-www-form-urlencoded";
    assert_eq!(complaints(form, "a=null&b=1").await, [""; 0]);
    assert_eq!(
        complaints("multipart/form-data; boundary=b", "--b--").await,
        [""; 0]
    );
    let fake = start().await;
    talk(&fake, &get(&path(&fake, "getUpdates?a=1&b=2"))).await;
    assert_eq!(fake.complaints(), [""; 0]);
}

#[tokio::test]
async fn a_null_is_reported() {
    assert_eq!(
        complaints("application/json", r#"{"a":1,"limit":null}"#).await,
        [
            "getUpdates: parameter `limit` is a JSON null, which the server reads as the word \"null\"; omit the parameter"
        ]
    );
}

#[tokio::test]
async fn an_unsupported_content_type_is_reported() {
    assert_eq!(
        complaints("text/plain", "{}").await,
        [
            "getUpdates: the server does not support the Content-Type \"text/plain\" and finds no parameters in the body"
        ]
    );
    let fake = start().await;
    let request = post(&path(&fake, "getUpdates"), "", "{}").replace("Content-Type: \r\n", "");
    talk(&fake, &request).await;
    assert_eq!(
        fake.complaints(),
        ["getUpdates: the body has no Content-Type, so the server finds no parameters in it"]
    );
}

#[tokio::test]
async fn malformed_json_is_reported() {
    let malformed = "getUpdates: the JSON body is malformed; the server ignores the rest of it";
    for body in [r#"{"a":1"#, r#"{"a":1}}"#, "{]", "nonsense", " "] {
        assert_eq!(
            complaints("application/json", body).await,
            [malformed],
            "{body}"
        );
    }
    for body in ["[1]", "7", r#""text""#] {
        assert_eq!(
            complaints("application/json", body).await,
            ["getUpdates: the JSON body is not an object and carries no named parameters"],
            "{body}"
        );
    }
}

#[tokio::test]
async fn a_duplicate_is_reported_once() {
    assert_eq!(
        complaints("application/json", r#"{"a":1,"a":2,"b":0,"a":3}"#).await,
        ["getUpdates: parameter `a` is given more than once; the server takes the first one"]
    );
    let fake = start().await;
    let at = path(&fake, "getUpdates?a=1");
    talk(&fake, &post(&at, "application/json", r#"{"a":1}"#)).await;
    assert_eq!(fake.complaints().len(), 1);
}

#[tokio::test]
async fn strict_mode_can_be_disabled() {
    let fake = start().await;
    fake.set_strict(false);
    call(&fake, "getUpdates", r#"{"limit":null}"#).await;
    assert_eq!(fake.complaints(), [""; 0]);
    fake.set_strict(true);
    call(&fake, "getUpdates", r#"{"limit":null}"#).await;
    fake.take_requests();
    assert_eq!(fake.complaints().len(), 1);
}

#[tokio::test]
async fn a_complaint_does_not_quote_a_path() {
    let fake = start().await;
    let misplaced = format!("/bot//bot{}/getMe", fake.token());
    talk(&fake, &post(&misplaced, "text/plain", "x")).await;
    let complaints = fake.complaints();
    assert!(
        complaints[0].starts_with("request without a method: "),
        "{complaints:?}"
    );
    assert!(!complaints[0].contains(fake.token()));
}

const KEYBOARD: &str = r#"{"chat_id":42,"text":"Sure?","reply_markup":{"inline_keyboard":[[{"text":"Yes","callback_data":"yes"}]]}}"#;

/// Gets and confirms all updates. Returns the first of them.
async fn confirm_all(fake: &FakeBotApi) -> Value {
    let updates = result(&call(fake, "getUpdates", "{}").await);
    let last = updates.as_array().and_then(|updates| updates.last());
    let last = last.expect("an update")["update_id"].as_i64();
    let offset = json!({"offset": last.expect("an id") + 1});
    call(fake, "getUpdates", &offset.to_string()).await;
    updates[0].clone()
}

#[tokio::test]
async fn a_query_that_is_never_answered_is_reported() {
    let fake = start().await;
    call(&fake, "sendMessage", KEYBOARD).await;
    fake.first_user().presses("Yes");
    // The bot has something left to do, so it may still answer.
    assert_eq!(fake.complaints(), [""; 0]);
    let query = confirm_all(&fake).await["callback_query"]["id"].clone();
    fake.idle().await;
    let complaint = format!(
        "answerCallbackQuery: the callback query {} of the user 42 was not answered, so the button shows a progress bar; answer each callback query",
        query.as_str().expect("an id")
    );
    assert_eq!(fake.complaints(), [&*complaint]);
    let listed = result(&talk(&fake, &get("/control/complaints")).await);
    assert_eq!(listed, json!([complaint]));
    // It is not too late.
    let answer = json!({"callback_query_id": query}).to_string();
    result(&call(&fake, "answerCallbackQuery", &answer).await);
    fake.idle().await;
    assert_eq!(fake.complaints(), [""; 0]);
}

#[tokio::test]
async fn a_query_is_reported_when_its_time_is_over() {
    let fake = start().await;
    call(&fake, "sendMessage", KEYBOARD).await;
    fake.first_user().presses("Yes");
    fake.advance(Duration::from_secs(140));
    assert_eq!(fake.complaints(), [""; 0]);
    fake.advance(Duration::from_secs(10));
    fake.advance(Duration::from_secs(10));
    assert_eq!(fake.complaints().len(), 1);
    let state = result(&talk(&fake, &get("/control/state")).await);
    assert_eq!(state["complaints"][0]["bot"], "123456789");
    assert_eq!(state["complaints"][0]["text"], fake.complaints()[0]);
    let begin = super::events::beginning(&fake, &get("/control/events"), "was not answered").await;
    assert!(begin.contains(r#""kind":"complaint""#), "{begin}");
}

#[tokio::test]
async fn a_bot_that_tries_or_drops_is_not_reported() {
    let fake = start().await;
    call(&fake, "sendMessage", KEYBOARD).await;
    // The test refuses the answer.
    fake.reply("answerCallbackQuery", Reply::error(400, "Bad Request: x"));
    fake.first_user().presses("Yes");
    let query = confirm_all(&fake).await["callback_query"]["id"].clone();
    let answer = json!({"callback_query_id": query}).to_string();
    call(&fake, "answerCallbackQuery", &answer).await;
    // The bot does not want what came before it was started.
    for drop in [r#"{"drop_pending_updates":true}"#, "{}"] {
        fake.first_user().presses("Yes");
        call(&fake, "deleteWebhook", drop).await;
        fake.first_user().says("x");
        call(&fake, "getUpdates", r#"{"offset":-1}"#).await;
        confirm_all(&fake).await;
    }
    fake.idle().await;
    assert_eq!(fake.complaints(), [""; 0]);
    fake.advance(Duration::from_secs(150));
    assert_eq!(fake.complaints(), [""; 0]);
}

async fn send(fake: &FakeBotApi, chat: i64) {
    let body = json!({"chat_id": chat, "text": "x"}).to_string();
    result(&call(fake, "sendMessage", &body).await);
}

#[tokio::test]
async fn more_than_a_message_per_second_is_reported() {
    let fake = start().await;
    for _ in 0..3 {
        send(&fake, 42).await;
    }
    let complaint = "sendMessage: more than 1 message per second was sent to the chat 42; the server permits short bursts only, and then refuses with 429";
    assert_eq!(fake.complaints(), [complaint]);
    // The call is marked.
    let calls = result(&talk(&fake, &get("/control/calls")).await);
    assert_eq!(calls[2]["complaints"], json!([complaint]));
    fake.advance(Duration::from_secs(1));
    send(&fake, 42).await;
    assert_eq!(fake.complaints().len(), 1);
    for _ in 0..2 {
        send(&fake, 42).await;
    }
    assert_eq!(fake.complaints().len(), 2);
    fake.set_rate_complaints(false);
    fake.advance(Duration::from_secs(1));
    for _ in 0..6 {
        send(&fake, 42).await;
    }
    assert_eq!(fake.complaints().len(), 2);
}

#[tokio::test]
async fn a_bot_is_as_fast_as_its_users() {
    let fake = start().await;
    for _ in 0..10 {
        fake.first_user().says("x");
        send(&fake, 42).await;
        send(&fake, 42).await;
    }
    assert_eq!(fake.complaints(), [""; 0]);
    // The vote of somebody else, whom the bot thanks twice as well.
    fake.advance(Duration::from_secs(1));
    let group = -1_001_234_567_890;
    let poll =
        json!({"chat_id": group, "question": "?", "options": ["A", "B"], "is_anonymous": false});
    let sent = result(&call(&fake, "sendPoll", &poll.to_string()).await);
    let poll = sent["message_id"].as_i64().expect("an id");
    let ann = fake.user("Ann");
    for option in ["A", "B", "A"] {
        ann.in_supergroup().votes(poll, &[option]);
        for chat in [group, group, ann.id(), ann.id()] {
            send(&fake, chat).await;
        }
    }
    assert_eq!(fake.complaints(), [""; 0]);
}

#[tokio::test]
async fn more_than_thirty_messages_per_second_are_reported() {
    let fake = start().await;
    let chats = |count: usize| {
        let users = (0..count).map(|number| fake.user(&format!("User {number}")).id());
        users.collect::<Vec<_>>()
    };
    for chat in chats(30) {
        send(&fake, chat).await;
    }
    assert_eq!(fake.complaints(), [""; 0]);
    // A slow machine sends less in a second.
    for chat in chats(300) {
        send(&fake, chat).await;
        if !fake.complaints().is_empty() {
            break;
        }
    }
    let complaints = fake.complaints();
    let expected = "sendMessage: more than 30 messages per second were sent in all; ";
    assert!(complaints[0].starts_with(expected), "{complaints:?}");
}

#[tokio::test]
async fn a_kind_that_the_bot_leaves_out_is_reported() {
    let fake = start().await;
    call(&fake, "getUpdates", r#"{"allowed_updates":["message"]}"#).await;
    call(&fake, "sendMessage", KEYBOARD).await;
    let ann = fake.first_user();
    let id = ann.says("x").result();
    for _ in 0..3 {
        ann.presses("Yes");
        ann.edits(id, "y");
    }
    let complaints = fake.complaints();
    assert_eq!(complaints.len(), 2, "{complaints:?}");
    assert_eq!(
        complaints[0],
        "callback_query: an update was dropped, because the bot's `allowed_updates` leave this kind out; set `allowed_updates` of `getUpdates` or `setWebhook` to a list with \"callback_query\""
    );
    assert!(complaints[1].starts_with("edited_message: "));
    // Another list is another mistake.
    call(
        &fake,
        "getUpdates",
        r#"{"allowed_updates":["message","poll"]}"#,
    )
    .await;
    ann.edits(id, "z");
    assert_eq!(fake.complaints().len(), 3);
}

#[tokio::test]
async fn a_kind_on_request_is_reported_unless_it_is_requested() {
    let fake = start().await;
    let ann = fake.first_user();
    let id = ann.says("x").result();
    ann.reacts(id, "👍");
    let complaints = fake.complaints();
    assert_eq!(
        complaints,
        [
            "message_reaction: an update was dropped, because a bot gets this kind only if its `allowed_updates` name it; set `allowed_updates` of `getUpdates` or `setWebhook` to a list with \"message_reaction\", before the update is made"
        ]
    );
    call(
        &fake,
        "getUpdates",
        r#"{"allowed_updates":["message_reaction"]}"#,
    )
    .await;
    ann.reacts(id, "👎");
    // Whoever joins does that for more than this update, and a vote is told by another one.
    ann.in_supergroup().leaves();
    ann.in_supergroup().joins();
    assert_eq!(fake.complaints().len(), 1);
    call(
        &fake,
        "getUpdates",
        r#"{"allowed_updates":["poll_answer"]}"#,
    )
    .await;
    let poll = r#"{"chat_id":42,"question":"Q","options":["a","b"],"is_anonymous":false}"#;
    let poll = result(&call(&fake, "sendPoll", poll).await);
    ann.votes(poll["message_id"].as_i64().expect("an id"), &["a"]);
    assert_eq!(fake.complaints().len(), 1, "{:?}", fake.complaints());
}

#[tokio::test]
async fn an_answer_to_what_the_bot_leaves_out_is_reported() {
    let fake = start().await;
    call(&fake, "getUpdates", r#"{"allowed_updates":["message"]}"#).await;
    let answer = r#"{"inline_query_id":"1","results":[]}"#;
    for _ in 0..2 {
        call(&fake, "answerInlineQuery", answer).await;
    }
    assert_eq!(
        fake.complaints(),
        [
            "answerInlineQuery: the bot's `allowed_updates` leave out the kind that this call answers; set `allowed_updates` of `getUpdates` or `setWebhook` to a list with \"inline_query\""
        ]
    );
}
