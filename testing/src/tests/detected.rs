//! Entities that the server finds by itself in texts.

use serde_json::{Value, json};

use super::texts::{entity, ok};
use super::{call, result, start};

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
