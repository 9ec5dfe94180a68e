//! Values that the server refuses although they have the right type.

use serde_json::{Value, json};

use super::texts::ok;
use super::{FakeBotApi, call, start};

/// Calls a method, and returns the reason why it is refused.
async fn refused(fake: &FakeBotApi, method: &str, body: Value) -> String {
    let answer = call(fake, method, &body.to_string()).await;
    assert!(
        answer.starts_with("HTTP/1.1 400 "),
        "{method} {body}: {answer}"
    );
    let (_, text) = answer.split_once("Bad Request: ").expect("a reason");
    text.trim_end_matches("\"}").to_owned()
}

#[tokio::test]
async fn locations_have_bounds() {
    let fake = start().await;
    let place = |latitude: f64, longitude: f64| json!({"chat_id": 42, "latitude": latitude, "longitude": longitude});
    for (latitude, longitude) in [(90.5, 0.0), (-91.0, 0.0), (0.0, 180.5), (0.0, -181.0)] {
        for method in ["sendLocation", "sendVenue"] {
            let mut body = place(latitude, longitude);
            body["title"] = "Here".into();
            body["address"] = "There".into();
            assert_eq!(
                refused(&fake, method, body).await,
                "wrong location specified"
            );
        }
    }
    for (name, wrong, right, text) in [
        ("live_period", 59, 60, "period"),
        ("live_period", 86_401, 0x7FFF_FFFF, "period"),
        ("heading", 361, 360, "heading"),
        (
            "proximity_alert_radius",
            100_001,
            100_000,
            "proximity alert radius",
        ),
    ] {
        let mut body = place(90.0, -180.0);
        body[name] = wrong.into();
        let expected = format!("wrong live location {text} specified");
        assert_eq!(refused(&fake, "sendLocation", body.clone()).await, expected);
        body[name] = right.into();
        ok(&fake, "sendLocation", body).await;
    }
    let live = json!({"chat_id": 42, "latitude": 1, "longitude": 1, "live_period": 60});
    let sent = ok(&fake, "sendLocation", live).await;
    let mut body = place(91.0, 0.0);
    body["message_id"] = sent["message_id"].clone();
    let refused = refused(&fake, "editMessageLiveLocation", body).await;
    assert_eq!(refused, "wrong location specified");
}

#[tokio::test]
async fn commands_have_names_and_descriptions() {
    let fake = start().await;
    let list = |command: &str, description: &str| {
        json!({"commands": [
        {"command": "help", "description": "Help"}, {"command": command, "description": description}]})
    };
    for (command, description, text) in [
        (" / ", "x", "command must be non-empty"),
        (&*"a".repeat(33), "x", "command length must not exceed 32"),
        ("start", " ", "command description must be non-empty"),
        ("Start", "x", "BOT_COMMAND_INVALID"),
        ("two words", "x", "BOT_COMMAND_INVALID"),
    ] {
        let refused = refused(&fake, "setMyCommands", list(command, description)).await;
        assert_eq!(refused, text);
    }
    ok(
        &fake,
        "setMyCommands",
        list(&format!(" /{}", "a".repeat(32)), " x "),
    )
    .await;
    let known = ok(&fake, "getMyCommands", json!({})).await;
    assert_eq!(
        known[1],
        json!({"command": "a".repeat(32), "description": "x"})
    );
}

#[tokio::test]
async fn chats_are_described_anew() {
    let fake = start().await;
    let group = fake.supergroup("Friends");
    let described = |text: &str| json!({"chat_id": group, "description": text});
    let unchanged = "chat description is not modified";
    assert_eq!(
        refused(&fake, "setChatDescription", described("")).await,
        unchanged
    );
    ok(&fake, "setChatDescription", described("Books")).await;
    assert_eq!(
        refused(&fake, "setChatDescription", described("Books")).await,
        unchanged
    );
    ok(&fake, "setChatDescription", described("")).await;
    let empty = json!({"chat_id": group, "title": ""});
    assert_eq!(
        refused(&fake, "setChatTitle", empty).await,
        "title must be non-empty"
    );
}

#[tokio::test]
async fn mini_apps_are_opened_from_private_chats() {
    let fake = start().await;
    let button = json!({"text": "Open", "web_app": {"url": "https://example.com"}});
    let body = |chat: i64| json!({"chat_id": chat, "text": "x", "reply_markup": {"inline_keyboard": [[button]]}});
    ok(&fake, "sendMessage", body(42)).await;
    for chat in [fake.group("Friends"), fake.channel("News")] {
        let refused = refused(&fake, "sendMessage", body(chat)).await;
        assert_eq!(refused, "BUTTON_TYPE_INVALID");
    }
}
