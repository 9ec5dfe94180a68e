//! Entities that the server finds by itself in texts.

use serde_json::{Value, json};

use super::texts::{entity, ok};
use super::{FakeBotApi, call, post, result, start, talk};

#[tokio::test]
async fn the_server_finds_entities_by_itself() {
    let fake = start().await;
    for (text, expected) in [
        ("/start", vec![("bot_command", "/start")]),
        (
            "🦀 /start@fake_bot x, /help!",
            vec![("bot_command", "/start@fake_bot"), ("bot_command", "/help")],
        ),
        ("a/b //c </d /e/ 1/2", vec![]),
        (
            "@ann_lee, @gif, @abc a@bcdef",
            vec![("mention", "@ann_lee"), ("mention", "@gif")],
        ),
        (
            "#tag #1 #ж_1 #a#b a#c",
            vec![("hashtag", "#tag"), ("hashtag", "#ж_1")],
        ),
        ("$USD $usd $TOOLONGNAME", vec![("cashtag", "$USD")]),
        (
            "see https://e.example/a?b=c#d, t.me/x. (http://e.org) e.g. 1.5",
            vec![
                ("url", "https://e.example/a?b=c#d"),
                ("url", "t.me/x"),
                ("url", "http://e.org"),
            ],
        ),
        ("mail a.b+c@e.org.", vec![("email", "a.b+c@e.org")]),
    ] {
        let sent = ok(&fake, "sendMessage", json!({"text": text})).await;
        let units: Vec<u16> = text.encode_utf16().collect();
        let number =
            |value: &Value| usize::try_from(value.as_i64().expect("a number")).expect("small");
        let found = sent["entities"].as_array().cloned().unwrap_or_default();
        let found: Vec<_> = found
            .iter()
            .map(|entity| {
                let start = number(&entity["offset"]);
                let part = &units[start..start + number(&entity["length"])];
                let kind = entity["type"].as_str().expect("a type").to_owned();
                (kind, String::from_utf16(part).expect("whole characters"))
            })
            .collect();
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(kind, text)| (kind.to_owned(), text.to_owned()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
    // Not in code and links, and formats end where one starts.
    let html = json!({"text": "<code>/a</code> <a href='e.org'>@abcde</a> <b>x #y</b>", "parse_mode": "HTML"});
    let sent = ok(&fake, "sendMessage", html).await;
    let types = sent["entities"].as_array().expect("entities").iter();
    let types: Vec<_> = types.map(|entity| entity["type"].clone()).collect();
    assert_eq!(types, ["code", "text_link", "bold", "hashtag", "bold"]);
}

#[tokio::test]
async fn what_users_write_has_entities() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.says("/start now");
    ann.sends(&json!({"photo": [], "caption": "#a"}));
    ann.sends(&json!({"text": "/a", "entities": []}));
    let updates = result(&call(&fake, "getUpdates", "{}").await);
    let message = |at: usize| &updates[at]["message"];
    assert_eq!(message(0)["entities"], json!([entity("bot_command", 0, 6)]));
    assert_eq!(
        message(1)["caption_entities"],
        json!([entity("hashtag", 0, 2)])
    );
    assert_eq!(message(2)["entities"], json!([]));
}

#[tokio::test]
async fn phone_and_card_numbers_are_found() {
    let fake = start().await;
    let cases = [
        ("Call +1-212-555-0123 now", json!([["phone_number", 5, 15]])),
        ("+1 (212) 555-0123.", json!([["phone_number", 0, 17]])),
        ("ж+4915123456789", json!([])),
        ("+123", json!([])),
        ("+12345678901234567", json!([])),
        (
            "Card 4111 1111 1111 1111!",
            json!([["bank_card_number", 5, 19]]),
        ),
        ("4111-1111-1111-1111", json!([["bank_card_number", 0, 19]])),
        ("378282246310005", json!([["bank_card_number", 0, 15]])),
        // The check digit, the length, what is before and after, and gaps.
        ("4111111111111112", json!([])),
        ("41111111111111", json!([])),
        ("a4111111111111111", json!([])),
        ("4111111111111111a", json!([])),
        (".4111111111111111", json!([])),
        ("12 4111111111111111", json!([])),
        (
            "$1INCH and $TON",
            json!([["cashtag", 0, 6], ["cashtag", 11, 4]]),
        ),
        (
            "see example.co.uk/a, пример.рф and e.g. this.",
            json!([["url", 4, 15], ["url", 21, 9]]),
        ),
        ("a.zzz b.qq", json!([])),
    ];
    for (text, expected) in cases {
        let sent = ok(&fake, "sendMessage", json!({"text": text})).await;
        let found = sent["entities"].as_array().cloned().unwrap_or_default();
        let found: Vec<Value> = found
            .iter()
            .map(|it| json!([it["type"], it["offset"], it["length"]]))
            .collect();
        assert_eq!(json!(found), expected, "{text}");
    }
    // A user may write them, too.
    fake.user("Ann").says("4111111111111111");
    let update = json!({"message": {"text": "4111111111111111"}});
    fake.deliver_json(json!({"message": {"message_id": 9, "date": 1, "chat": {"id": 42, "type": "private"}, "text": "4111111111111111"}}));
    let control = FakeBotApi::builder()
        .control(true)
        .start()
        .await
        .expect("a port");
    let answer = talk(
        &control,
        &post("/control/update", "application/json", &update.to_string()),
    )
    .await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}
