//! Closed sets of words.

use serde_json::json;
use telegrammar::methods::SendMessage;
use telegrammar::telegram_type;
use telegrammar::types::ParseMode;

use crate::facts::read;
use crate::list::{objects, words};
use crate::sample::{Extent, Samples};
use crate::types::parsed;

#[test]
fn every_word_round_trips_and_others_are_stored_or_rejected() {
    let facts = read();
    let mut known = 0;
    for set in words() {
        let (entry, field) = set.of.split_once('.').expect("a field");
        let field = facts[entry].field(field);
        let listed = [field.list("values"), field.list("each_of")].concat();
        assert!(listed.len() > 1, "{}", set.of);
        for word in &listed {
            let text = json!(word).to_string();
            assert_eq!((set.cycle)(&text).as_deref(), Ok(&*text), "{}", set.of);
            known += 1;
        }
        for later in ["brand_new", "", " ", "\u{e9}\"\\", &listed[0].repeat(2)] {
            let text = json!(later).to_string();
            let outcome = (set.cycle)(&text);
            if set.is_open {
                assert_eq!(outcome.as_deref(), Ok(&*text), "{}", set.of);
            } else {
                let error = outcome.expect_err(set.of);
                assert!(error.contains(listed[0]), "{}: {error}", set.of);
            }
        }
        for wrong in ["5", "null", "{}", "[]", "true"] {
            let error = (set.cycle)(wrong).expect_err(set.of);
            assert!(error.contains("a String"), "{}: {error}", set.of);
        }
    }
    assert_eq!(words().len(), 28);
    assert!(known > 150, "{known}");
}

/// The sets whose case the server ignores.
const ANY_CASE: [&str; 5] = [
    "sendMessage.parse_mode",
    "WebhookInfo.allowed_updates",
    "InlineKeyboardButton.style",
    "RichMessageButton.style",
    "sendChatAction.action",
];

#[test]
fn the_case_of_a_word_is_ignored_where_the_server_ignores_it() {
    let facts = read();
    let mut ignored = 0;
    for set in words() {
        let (entry, field) = set.of.split_once('.').expect("a field");
        let field = facts[entry].field(field);
        let listed = [field.list("values"), field.list("each_of")].concat();
        for word in &listed {
            let mixed = word.char_indices().map(|(at, letter)| match at % 2 {
                0 => letter.to_ascii_uppercase(),
                _ => letter.to_ascii_lowercase(),
            });
            for other in [
                word.to_uppercase(),
                word.to_lowercase(),
                mixed.collect::<String>(),
            ] {
                if listed.contains(&other.as_str()) {
                    continue;
                }
                let text = json!(other).to_string();
                let outcome = (set.cycle)(&text);
                if ANY_CASE.contains(&set.of) {
                    let usual = json!(word).to_string();
                    assert_eq!(outcome, Ok(usual), "{} {other}", set.of);
                    ignored += 1;
                } else if set.is_open {
                    assert_eq!(outcome, Ok(text), "{} {other}", set.of);
                } else {
                    outcome.expect_err(set.of);
                }
            }
        }
    }
    assert!(ignored > 90, "{ignored}");
}

#[telegram_type("sendPhoto.parse_mode")]
#[derive(Debug, PartialEq)]
enum Markup {
    #[telegram(rename = "HTML")]
    Html,
    #[telegram(rename = "MarkdownV2")]
    MarkdownV2,
    #[telegram(rename = "Markdown")]
    Markdown,
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
enum Mode {
    Fast,
    Slow,
}

#[test]
fn the_case_is_ignored_in_the_users_own_sets_of_listed_words_only() {
    for (text, expected) in [("html", Markup::Html), ("markdownv2", Markup::MarkdownV2)] {
        let read: Markup = serde_json::from_value(json!(text)).expect(text);
        assert_eq!(read, expected);
    }
    assert!(serde_json::from_value::<Markup>(json!("htm")).is_err());
    assert!(serde_json::from_value::<Mode>(json!("Fast")).is_err());
    let send = json!({"chat_id": 1, "text": "a", "parse_mode": "mArKdOwN"});
    let send: SendMessage = serde_json::from_value(send).expect("a message");
    assert_eq!(send.parse_mode, Some(ParseMode::Markdown));
}

#[test]
fn every_word_of_every_field_round_trips_in_its_field() {
    let facts = read();
    let (mut known, mut later) = (0, 0);
    for object in objects() {
        let entry = &facts[object.name];
        let texts = entry.fields.iter().filter(|field| field.ty == "String");
        for field in texts.filter(|field| !field.list("values").is_empty()) {
            let mut sample = Samples(&facts).of(object.name, Extent::Required);
            for word in field.list("values") {
                sample[field.name] = json!(word);
                let again = (object.cycle)(&sample.to_string())
                    .unwrap_or_else(|error| panic!("{}.{}: {error}", object.name, field.name));
                assert_eq!(parsed(&again), sample, "{}.{}", object.name, field.name);
                known += 1;
            }
            // The server may write a word that is not known yet.
            if entry.direction() != "out" {
                sample[field.name] = json!("brand_new");
                let again = (object.cycle)(&sample.to_string())
                    .unwrap_or_else(|error| panic!("{}.{}: {error}", object.name, field.name));
                assert_eq!(parsed(&again), sample, "{}.{}", object.name, field.name);
                later += 1;
            }
        }
    }
    assert!(known > 300 && later > 20, "{known} {later}");
}
