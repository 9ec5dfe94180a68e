//! Texts with markup and entities, and what the server makes of them.

use serde_json::{Map, Value, json};
use telegrammar::schema::{ApiType, TypeInfo};

use super::every_method::arguments;
use super::refusals::{error, refused};
use super::{FakeBotApi, call, connect_business, result, start};
use crate::answers::{sample, schema};

pub(super) async fn ok(fake: &FakeBotApi, method: &str, mut body: Value) -> Value {
    if body.get("chat_id").is_none() {
        body["chat_id"] = 42.into();
    }
    result(&call(fake, method, &body.to_string()).await)
}

pub(super) fn entity(r#type: &str, offset: i64, length: i64) -> Value {
    json!({"type": r#type, "offset": offset, "length": length})
}

#[tokio::test]
async fn markup_becomes_entities() {
    let fake = start().await;
    for (mode, text) in [
        ("HTML", "🦀 <b>a&amp;b</b>"),
        ("hTmL", "🦀 <b>a&amp;b</b>"),
        ("MarkdownV2", "🦀 *a&b*"),
        ("Markdown", "🦀 *a&b*"),
    ] {
        let sent = ok(
            &fake,
            "sendMessage",
            json!({"text": text, "parse_mode": mode}),
        )
        .await;
        assert_eq!(sent["text"], "🦀 a&b", "{mode}");
        assert_eq!(sent["entities"], json!([entity("bold", 3, 3)]), "{mode}");
    }
    for mode in ["None", ""] {
        let sent = ok(
            &fake,
            "sendMessage",
            json!({"text": "<b>", "parse_mode": mode}),
        )
        .await;
        assert_eq!(
            (&sent["text"], &sent["entities"]),
            (&json!("<b>"), &Value::Null)
        );
    }
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "a table")]
async fn markup_is_removed_everywhere() {
    let fake = start().await;
    connect_business(&fake, "b");
    let first = ok(&fake, "sendMessage", json!({"text": "first"})).await["message_id"].clone();
    let quoted = json!({"text": "say <b>q</b>q", "parse_mode": "HTML"});
    let quoted = ok(&fake, "sendMessage", quoted).await["message_id"].clone();
    let photo = json!({"photo": "FakePhoto", "caption": "before"});
    let photo = ok(&fake, "sendPhoto", photo).await["message_id"].clone();
    let media = |kind: &str| json!({"type": kind, "media": format!("Fake-{kind}"), "caption": "<i>c</i>", "parse_mode": "HTML"});
    let bold = json!([entity("bold", 0, 1)]);
    let italic = json!([entity("italic", 0, 1)]);
    let emoji = json!([{"type": "custom_emoji", "offset": 2, "length": 2, "custom_emoji_id": "7"}]);
    let marked = "<b>q</b> <tg-emoji emoji-id='7'>🦀</tg-emoji>";
    let poll = json!({
        "question": marked, "question_parse_mode": "HTML",
        "options": [
            {"text": marked, "text_parse_mode": "HTML"}, {"text": "*b*", "text_parse_mode": "MarkdownV2"}, " c ",
        ],
        "explanation": "*e*", "explanation_parse_mode": "MarkdownV2",
        "description": "_d_", "description_parse_mode": "Markdown",
        "type": "quiz", "correct_option_ids": [0],
    });
    let checklist = json!({
        "title": "<b>t</b>", "parse_mode": "HTML",
        "tasks": [{"id": 1, "text": "*t* [l](e.org)", "parse_mode": "MarkdownV2"}],
    });
    for (method, body, path, text, entities) in [
        (
            "sendPhoto",
            json!({"photo": "P", "caption": "*c*", "parse_mode": "Markdown"}),
            "/caption",
            "c",
            &bold,
        ),
        (
            "sendPaidMedia",
            json!({"star_count": 1, "media": [{"type": "photo", "media": "P"}], "caption": "*c*", "parse_mode": "MarkdownV2"}),
            "/caption",
            "c",
            &bold,
        ),
        (
            "sendMediaGroup",
            json!({"media": [media("photo"), media("video")]}),
            "/1/caption",
            "c",
            &italic,
        ),
        (
            "editMessageText",
            json!({"message_id": first, "text": "<b>t</b>", "parse_mode": "HTML"}),
            "/text",
            "t",
            &bold,
        ),
        (
            "editMessageCaption",
            json!({"message_id": photo, "caption": "*c*", "parse_mode": "MarkdownV2"}),
            "/caption",
            "c",
            &bold,
        ),
        (
            "editMessageMedia",
            json!({"message_id": photo, "media": media("video")}),
            "/caption",
            "c",
            &italic,
        ),
        (
            "sendMessage",
            json!({"text": "t", "reply_parameters": {"message_id": quoted, "quote": "*q*`q`", "quote_parse_mode": "MarkdownV2"}}),
            "/quote/text",
            "qq",
            &bold,
        ),
        ("sendPoll", poll.clone(), "/poll/question", "q 🦀", &emoji),
        (
            "sendPoll",
            poll.clone(),
            "/poll/options/0/text",
            "q 🦀",
            &emoji,
        ),
        (
            "sendPoll",
            poll.clone(),
            "/poll/options/1/text",
            "b",
            &Value::Null,
        ),
        (
            "sendPoll",
            poll.clone(),
            "/poll/options/2/text",
            "c",
            &Value::Null,
        ),
        ("sendPoll", poll.clone(), "/poll/explanation", "e", &bold),
        ("sendPoll", poll, "/poll/description", "d", &italic),
        (
            "sendChecklist",
            json!({"business_connection_id": "b", "checklist": checklist}),
            "/checklist/title",
            "t",
            &bold,
        ),
        (
            "sendChecklist",
            json!({"business_connection_id": "b", "checklist": checklist}),
            "/checklist/tasks/0/text",
            "t l",
            &bold,
        ),
    ] {
        let sent = ok(&fake, method, body).await;
        assert_eq!(sent.pointer(path), Some(&json!(text)), "{method}: {sent}");
        let beside = match path.strip_suffix("text") {
            Some(start) if !start.ends_with("s/0/") && !start.contains("/options/") => {
                format!("{start}entities")
            }
            _ => format!("{path}_entities"),
        };
        let found = sent.pointer(&beside).unwrap_or(&Value::Null);
        assert_eq!(found, entities, "{method} {beside}: {sent}");
        assert!(!sent.to_string().contains("parse_mode"), "{sent}");
    }
}

/// Returns values of a type with one text that cannot be parsed, in each place in turn.
fn broken(ty: &ApiType, depth: usize) -> Vec<Value> {
    match ty {
        _ if depth > 4 => Vec::new(),
        ApiType::Array(item) => {
            let items = broken(item, depth).into_iter();
            items.map(|value| json!([value])).collect()
        }
        ApiType::OneOf(types) => types.iter().flat_map(|ty| broken(ty, depth)).collect(),
        ApiType::Object(name) => {
            let variants = schema::union(name).map_or(&[][..], |union| union.variants);
            let variants = variants.iter().filter_map(|it| schema::object(it.name));
            let objects = schema::object(name).into_iter().chain(variants);
            objects
                .flat_map(|info| broken_object(info, depth))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn broken_object(info: &'static TypeInfo, depth: usize) -> Vec<Value> {
    let whole = sample::object(info, 1_700_000_000);
    let mut all = Vec::new();
    for text in schema::formatted_texts(info.fields) {
        let mut object = whole.clone();
        spoil(&mut object, text);
        all.push(object.into());
    }
    for field in info.fields {
        for value in broken(&field.api_type, depth + 1) {
            let mut object = whole.clone();
            object.insert(field.name.to_owned(), value);
            all.push(object.into());
        }
    }
    all
}

fn spoil(members: &mut Map<String, Value>, text: schema::FormattedText) {
    members.insert(text.text.name.to_owned(), "ж<b>".into());
    members.insert(text.mode.to_owned(), "HTML".into());
}

#[tokio::test]
async fn every_text_of_the_definitions_is_parsed() {
    let fake = start().await;
    ok(&fake, "sendMessage", json!({"text": "first"})).await;
    let mut count = 0;
    let mut places = Vec::new();
    for method in schema::all_methods() {
        let required = arguments(method.info, 1, false);
        for text in schema::formatted_texts(method.info.params()) {
            let mut body = required.clone();
            spoil(&mut body, text);
            places.push((method.info.name(), body));
        }
        for param in method.info.params() {
            for value in broken(&param.api_type, 0) {
                let mut body = required.clone();
                body.insert(param.name.to_owned(), value);
                places.push((method.info.name(), body));
            }
        }
    }
    for (method, body) in places {
        let body = Value::Object(body);
        let description = error(&fake, method, &body).await;
        let told = "an't parse entities: Can't find end tag corresponding to start tag \"b\"";
        assert!(description.contains(told), "{method} {body}: {description}");
        count += 1;
    }
    assert!(count > 90, "{count}");
}

#[tokio::test]
async fn markup_and_entities_that_are_wrong_are_told() {
    let fake = start().await;
    let text = |text: &str, mode: &str| json!({"text": text, "parse_mode": mode});
    let with = |entities: Value| json!({"text": "a🦀b", "entities": entities});
    let media =
        json!([{"type": "photo", "media": "P", "caption": "a_b", "parse_mode": "Markdown"}]);
    let result = json!({"type": "Article", "id": "1", "title": "T", "input_message_content": {"message_text": "a.", "parse_mode": "MarkdownV2"}});
    let tasks = json!([{"id": 1, "text": "</b>", "parse_mode": "HTML"}]);
    refused(&fake, &[
        ("sendMessage", text("ж<b>x</i>", "HTML"), "can't parse entities: Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\""),
        ("sendMessage", text("ж *b", "MarkdownV2"), "can't parse entities: Can't find end of Bold entity at byte offset 3"),
        ("sendMessage", text("1.", "MarkdownV2"), "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("sendMessage", text("a_b", "Markdown"), "can't parse entities: Can't find end of the entity starting at byte offset 1"),
        ("sendMessage", text("x", "HTML5"), "unsupported parse_mode"),
        ("sendMessage", text("<b> \n</b>\u{202e}", "HTML"), "text must be non-empty"),
        ("sendMediaGroup", json!({"media": media}), "can't parse InputMedia: Can't parse entities: Can't find end of the entity starting at byte offset 1"),
        ("answerInlineQuery", json!({"inline_query_id": "1", "results": [result]}), "can't parse inline query result: Can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("sendChecklist", json!({"business_connection_id": "b", "checklist": {"title": "T", "tasks": tasks}}), "can't parse InputChecklist: Can't parse InputChecklistTask: Can't parse entities: Unexpected end tag at byte offset 0"),
        ("sendPoll", json!({"question": "Q", "options": [{"text": "<b>", "text_parse_mode": "HTML"}]}), "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("sendMessage", json!({"text": "t", "reply_parameters": {"message_id": 1, "quote": "*", "quote_parse_mode": "Markdown"}}), "can't parse entities: Can't find end of the entity starting at byte offset 0"),
        ("sendMessage", with(json!([{"type": "bold"}])), "can't parse MessageEntity: Can't find field \"offset\""),
        ("sendMessage", with(json!([entity("bold", -1, 1)])), "receive an entity with incorrect offset -1"),
        ("sendMessage", with(json!([entity("bold", 0, 1_000_001)])), "receive an entity with incorrect length 1000001"),
        ("sendMessage", with(json!([entity("bold", 2, 1)])), "entity begins in a middle of a UTF-16 symbol at byte offset 5"),
        ("sendMessage", with(json!([entity("bold", 0, 2)])), "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 5"),
        ("sendMessage", with(json!([entity("bold", 5, 1)])), "entity begins after the end of the text at UTF-16 offset 5"),
        ("sendMessage", with(json!([entity("bold", 3, 2)])), "entity beginning at UTF-16 offset 3 ends after the end of the text at UTF-16 offset 5"),
        // The text is refused before the chat is looked for, but its length only when the chat is known.
        ("sendMessage", json!({"chat_id": 77, "text": "<", "parse_mode": "HTML"}), "can't parse entities: Unclosed start tag at byte offset 0"),
        ("sendMessage", json!({"chat_id": 77, "text": "x".repeat(4097)}), "chat not found"),
    ]).await;
}

#[tokio::test]
async fn limits_count_what_remains_of_the_markup() {
    let fake = start().await;
    let bold = |count: usize| format!(" <b>{}</b>&amp; \n", "🦀".repeat(count));
    let message = |count| json!({"text": bold(count), "parse_mode": "HTML"});
    let photo = |count| json!({"photo": "P", "caption": bold(count), "parse_mode": "HTML"});
    let sent = ok(&fake, "sendMessage", message(4095)).await;
    assert_eq!(
        sent["text"].as_str().map(|text| text.chars().count()),
        Some(4096)
    );
    ok(&fake, "sendPhoto", photo(1023)).await;
    let option =
        |count| json!({"text": format!("<b>{}</b>", "o".repeat(count)), "text_parse_mode": "HTML"});
    ok(
        &fake,
        "sendPoll",
        json!({"question": "q".repeat(300), "options": [option(100)]}),
    )
    .await;
    refused(
        &fake,
        &[
            ("sendMessage", message(4096), "message is too long"),
            ("sendPhoto", photo(1024), "message caption is too long"),
            (
                "sendPoll",
                json!({"question": "q".repeat(301), "options": ["a"]}),
                "poll question length must not exceed 300",
            ),
            (
                "sendPoll",
                json!({"question": "q", "options": [option(101)]}),
                "poll options length must not exceed 100",
            ),
            (
                "sendMessage",
                json!({"text": "&amp;".repeat(7000), "parse_mode": "HTML"}),
                "text is too long",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn entities_are_stored_as_the_server_stores_them() {
    let fake = start().await;
    let beside = json!({"text": "<b>a</b>", "parse_mode": "HTML", "entities": [{"type": 5}]});
    let sent = ok(&fake, "sendMessage", beside).await;
    assert_eq!(sent["entities"], json!([entity("bold", 0, 1)]));
    assert_eq!(fake.complaints().len(), 1, "{:?}", fake.complaints());

    let link = |url: &str| json!({"type": "text_link", "offset": 1, "length": 1, "url": url});
    let user = json!({"id": 42, "is_bot": false, "first_name": "Fake User"});
    let mention = json!({"type": "text_mention", "offset": 1, "length": 1, "user": user});
    let found = json!({"type": "hashtag", "offset": 0, "length": 2});
    for (given, expected) in [
        (json!([link("e.org")]), json!([link("http://e.org/")])),
        (json!([link("tg://user?id=42")]), json!([mention])),
        (
            json!([{"type": "text_mention", "offset": "1", "length": 1, "user": {"id": 42}}]),
            json!([mention]),
        ),
        (json!([found, entity("bold", 1, 0)]), Value::Null),
        (json!([]), Value::Null),
        (
            json!([entity("bold", 0, 2), entity("bold", 1, 2)]),
            json!([entity("bold", 0, 3)]),
        ),
    ] {
        let sent = ok(
            &fake,
            "sendMessage",
            json!({"text": "abc", "entities": given}),
        )
        .await;
        assert_eq!(sent["entities"], expected, "{given}");
    }
    let sent = ok(
        &fake,
        "sendMessage",
        json!({"text": " \n a\tb\r\n", "entities": "no list"}),
    )
    .await;
    assert_eq!(
        (&sent["text"], &sent["entities"]),
        (&json!("a b"), &Value::Null)
    );
}
