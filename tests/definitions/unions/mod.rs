//! Unions and words of the user's own, and additions to those of the Bot API: each value is written
//! and read again, with and without the encoder's own serializer.

mod adopted;
mod contents;
mod tagged;
mod untagged;

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use telegrammar::telegram_type;
use telegrammar::types::ReplyMarkup;

/// Checks that the value is written as this JSON, and is read from it, in any order of its members.
#[track_caller]
fn check<T: Serialize + DeserializeOwned + telegrammar::__private::Decode + PartialEq + Debug>(
    item: &T,
    json: &str,
) {
    assert_eq!(serde_json::to_string(item).expect("JSON"), json);
    assert_eq!(&serde_json::from_str::<T>(json).expect(json), item);
    assert_eq!(
        &telegrammar::from_json::<T>(json.as_bytes()).expect(json),
        item
    );
    let tree: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(serde_json::to_value(item).expect("JSON"), tree);
    assert_eq!(&serde_json::from_value::<T>(tree).expect(json), item);
    let turned = turned(json);
    assert_eq!(
        &telegrammar::from_json::<T>(turned.as_bytes()).expect(&turned),
        item
    );
}

/// Returns an object with its members in reverse order.
fn turned(json: &str) -> String {
    let Ok(members) = serde_json::from_str::<BTreeMap<String, serde_json::Value>>(json) else {
        return json.to_owned();
    };
    let mut members: Vec<_> = members
        .iter()
        .map(|(name, json)| format!("{name:?}:{json}"))
        .collect();
    members.reverse();
    format!("{{{}}}", members.join(","))
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Circle {
    radius: f64,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Square {
    side: f64,
    color: Option<Color>,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Nothing {}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Color {
    Red,
    #[telegram(rename = "d\"a\\r\nk")]
    Dark,
    Unknown(String),
}

#[test]
fn words_are_escaped() {
    check(&Color::Dark, r#""d\"a\\r\nk""#);
    check(&Color::Red, r#""red""#);
    check(&Color::Unknown("a\"b".to_owned()), r#""a\"b""#);
}

/// A type that only serde knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Custom {
    x: i64,
}
telegrammar::field!(Custom);

/// Names that generated code could use as well.
#[allow(non_upper_case_globals)]
mod names {
    use telegrammar::{Unknown, telegram_type};

    const index: usize = 9;
    const value: usize = 9;
    const unknown: usize = 9;
    const word: usize = 9;
    const f: usize = 9;

    #[telegram_type(unlisted)]
    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Choice {
        Color(super::Color),
        Number(i64),
        Circle(super::Circle),
        Unknown(Unknown),
    }

    #[telegram_type(unlisted)]
    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Animal {
        Cat,
        Unknown(String),
    }

    #[test]
    fn constants_have_their_own_names() {
        assert_eq!(index + value + unknown + word + f, 45);
    }
}

#[test]
fn lower_case_constants_do_not_collide_with_generated_names() {
    check(&names::Choice::Color(Color::Red), r#""red""#);
    check(&names::Animal::Cat, r#""cat""#);
}

#[test]
fn a_reply_markup_is_declared_like_any_other_union() {
    let names = |markup: &telegrammar::schema::UnionInfo| {
        let variants = markup.variants.iter();
        variants.map(|variant| variant.name).collect::<Vec<_>>()
    };
    assert_eq!(
        names(ReplyMarkup::INFO),
        [
            "InlineKeyboardMarkup",
            "ReplyKeyboardMarkup",
            "ReplyKeyboardRemove",
            "ForceReply"
        ]
    );
}
