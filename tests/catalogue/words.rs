//! Closed sets of words.

use std::collections::BTreeSet;

use serde_json::json;
use telegrammar::methods::SendMessage;
use telegrammar::telegram_type;
use telegrammar::types::ParseMode;

use crate::facts::{Facts, read};
use crate::list::{Words, objects, words};
use crate::sample::{Extent, Samples};
use crate::types::parsed;

/// The words that a field of the facts may have.
fn listed(facts: &Facts, of: &str) -> Vec<&'static str> {
    let (entry, field) = of.split_once('.').expect("a field");
    let field = facts[entry].field(field);
    [field.list("values"), field.list("each_of")].concat()
}

/// Whether the server sends a field of this set, so that it may have words that are still unknown.
fn is_open(facts: &Facts, set: &Words) -> bool {
    let mut owners = set.of.iter().filter_map(|of| of.split('.').next());
    owners.any(|owner| facts[owner].is_received())
}

#[test]
fn every_word_round_trips_and_others_are_stored_or_rejected() {
    let facts = read();
    let (mut known, mut open, mut closed) = (0, 0, 0);
    for set in words() {
        let name = set.subject.name;
        for of in &set.of {
            let listed = listed(&facts, of);
            assert!(listed.len() > 1, "{of}");
            for word in &listed {
                let text = json!(word).to_string();
                assert_eq!((set.cycle)(&text).as_deref(), Ok(&*text), "{of}");
                known += 1;
            }
        }
        let is_open = is_open(&facts, &set);
        let first = listed(&facts, set.of[0])[0];
        for later in ["brand_new", "", " ", "\u{e9}\"\\", &first.repeat(2)] {
            let text = json!(later).to_string();
            let outcome = (set.cycle)(&text);
            if is_open {
                assert_eq!(outcome.as_deref(), Ok(&*text), "{name}");
                open += 1;
            } else {
                let error = outcome.expect_err(name);
                assert!(error.contains(first), "{name}: {error}");
                closed += 1;
            }
        }
        for wrong in ["5", "null", "{}", "[]", "true"] {
            let error = (set.cycle)(wrong).expect_err(name);
            assert!(error.contains("a String"), "{name}: {error}");
        }
    }
    println!("{known} words, {open} unknown ones are stored and {closed} rejected");
    assert!(known > 0 && open > 0 && closed > 0);
}

/// The sets whose case the server ignores.
const ANY_CASE: [&str; 5] = [
    "ParseMode",
    "UpdateType",
    "ButtonStyle",
    "RichButtonStyle",
    "ChatAction",
];

#[test]
fn the_case_of_a_word_is_ignored_where_the_server_ignores_it() {
    let facts = read();
    let mut ignoring = BTreeSet::new();
    for set in words() {
        let name = set.subject.name;
        let is_open = is_open(&facts, &set);
        let listed: BTreeSet<_> = set.of.iter().flat_map(|of| listed(&facts, of)).collect();
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
                if ANY_CASE.contains(&name) {
                    let usual = json!(word).to_string();
                    assert_eq!(outcome, Ok(usual), "{name} {other}");
                    ignoring.insert(name);
                } else if is_open {
                    assert_eq!(outcome, Ok(text), "{name} {other}");
                } else {
                    outcome.expect_err(name);
                }
            }
        }
    }
    assert_eq!(ignoring, BTreeSet::from(ANY_CASE));
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
    assert!(known > 0 && later > 0, "{known} {later}");
}
