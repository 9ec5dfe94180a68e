//! Random JSON for a type, mostly damaged.

use serde_json::Value;

use super::{CATALOGUE, OTHERS};
use crate::decoding::bases::base;
use crate::decoding::damage::{damage_text, damage_tree};
use crate::decoding::document::Document;
use crate::decoding::syntax_table::ACCEPTED;
use crate::random::Source;
use crate::targets::{with_first_line, with_token};

/// Creates JSON, mostly damaged.
pub(crate) fn create(source: &mut Source) -> Vec<u8> {
    let other = source.chance(30);
    let subject = source.pick(if other { OTHERS } else { CATALOGUE });
    let mut tree = if other {
        foreign(subject.name, source)
    } else {
        base(subject.name, source, 0)
    };
    if source.chance(80) {
        for _ in 0..=source.below(3) {
            damage_tree(&mut tree, source);
        }
    }
    let percent = *source.pick(&[0, 0, 0, 2, 20]);
    let mut json = tree.text(source, percent).into_bytes();
    if source.chance(4) {
        json = nested(&json, source);
    }
    with_token(&mut json, source);
    if source.chance(35) {
        damage_text(&mut json, source);
    }
    with_first_line(subject.name, &json)
}

/// A value for a type that is not in the facts: one of a similar type, or of any form.
fn foreign(name: &str, source: &mut Source) -> Document {
    let similar = match name {
        "Extended" => "Message",
        "Event" | "Note" => "User",
        _ => source.pick(CATALOGUE).name,
    };
    let value = base(similar, source, 0);
    let text = *source.pick(ACCEPTED);
    let any = serde_json::from_str::<Value>(text).map_or(Document::Leaf("0".to_owned()), |value| {
        Document::from(&value)
    });
    match name {
        "Extended" | "Note" => value,
        "Event" => Document::Object(vec![
            (
                "\"event\"".to_owned(),
                Document::Leaf(source.pick(&["\"login\"", "\"chat\"", "7"]).to_string()),
            ),
            ("\"text\"".to_owned(), any),
            ("\"id\"".to_owned(), Document::Leaf("1".to_owned())),
            ("\"is_bot\"".to_owned(), Document::Leaf("true".to_owned())),
            (
                "\"first_name\"".to_owned(),
                Document::Leaf("\"a\"".to_owned()),
            ),
            ("\"author\"".to_owned(), value),
        ]),
        "Everything" => everything(&value, &any, source),
        "Mood" => Document::Leaf(
            source
                .pick(&["\"sunny\"", "\"Sunny\"", "\"foggy\"", "\"\""])
                .to_string(),
        ),
        _ if source.chance(40) => any,
        _ => Document::List(vec![any.clone(), value, any]),
    }
}

/// A value with any number of the members of [`Everything`].
fn everything(value: &Document, any: &Document, source: &mut Source) -> Document {
    const NAMES: [&str; 22] = [
        "byte", "short", "word", "large", "huge", "float", "small", "text", "chat_id", "mood",
        "list", "pair", "matrix", "map", "shared", "origin", "rich", "any", "event", "inner",
        "unknown", "rest",
    ];
    const VALUES: [&str; 20] = [
        "0",
        "255",
        "-32768",
        "4294967295",
        "18446744073709551615",
        "-170141183460469231731687303715884105728",
        "1e400",
        "0.1",
        "3.4028236e38",
        "1e-46",
        "\"@a\"",
        "\"sunny\"",
        "[null,1]",
        "[1,\"a\"]",
        "[[0.5],[]]",
        "{\"a\":[\"sunny\"],\"\":[]}",
        "{\"event\":\"chat\",\"text\":\"a\"}",
        "{\"flag\":true}",
        "\"\\ud83d\\ude00\"",
        "12345678901234567890.000",
    ];
    let mut members = vec![("\"flag\"".to_owned(), Document::Leaf("true".to_owned()))];
    for _ in 0..source.below(8) {
        let name = format!("\"{}\"", source.pick(&NAMES));
        let value = match source.below(6) {
            0 => value.clone(),
            1 => any.clone(),
            _ => Document::Leaf((*source.pick(&VALUES)).to_owned()),
        };
        members.push((name, value));
    }
    source.shuffle(&mut members);
    Document::Object(members)
}

/// The JSON many levels deep.
fn nested(json: &[u8], source: &mut Source) -> Vec<u8> {
    let ways: [[&[u8]; 2]; 6] = [
        [b"[", b"]"],
        [b"{\"a\":", b"}"],
        [b"{\"type\":\"bold\",\"text\":", b"}"],
        [b"{\"text\":", b",\"type\":\"bold\"}"],
        [b"{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"},\"reply_to_message\":", b"}"],
        [b"{\"flag\":false,\"inner\":", b"}"],
    ];
    let [open, close] = *source.pick(&ways);
    let depth = *source.pick(&[2, 63, 64, 65, 126, 127, 128, 129, 1000]);
    [open.repeat(depth), json.to_vec(), close.repeat(depth)].concat()
}
