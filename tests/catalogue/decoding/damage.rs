//! Ways to damage JSON: as a tree, and as a text.

use crate::decoding::document::{Document, quoted};
use crate::random::Source;

/// Values of every kind, at the edges of what targets hold. All but one of the numbers are such as a float
/// can hold, because JSON that is stored as it came is written through serde's numbers.
const VALUES: [&str; 38] = [
    "null",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "5.0",
    "1.5",
    "-2e3",
    "1e2",
    "1e400",
    "2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "18446744073709551616",
    "0.1",
    "\"\"",
    "\"x\"",
    "\"\\u0000\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud800\"",
    "\"private\"",
    "\"user\"",
    "\"@name\"",
    "\"ab\\ncd\"",
    "\"漢字\"",
    "[]",
    "{}",
    "[[]]",
    "[null]",
    "[{}]",
    "{\"a\":1}",
    "{\"type\":\"user\"}",
    "{\"date\":0}",
    "[1,\"a\",{\"b\":[null]}]",
];

/// Damages a tree in one to three places.
pub(crate) fn damage_tree(tree: &mut Document, source: &mut Source) {
    for _ in 0..=source.below(3) {
        let donor = source.below(tree.count());
        let donor = tree.at(donor).cloned();
        let number = source.below(tree.count());
        if let (Some(value), Some(donor)) = (tree.at(number), donor) {
            damage_value(value, donor, source);
        }
    }
}

fn damage_value(value: &mut Document, donor: Document, source: &mut Source) {
    match source.below(8) {
        0 => *value = leaf(source),
        1 => *value = donor,
        2 => {
            let inner = std::mem::replace(value, Document::Leaf(String::new()));
            *value = if source.chance(50) {
                Document::List(vec![inner])
            } else {
                Document::Object(vec![("\"type\"".to_owned(), inner)])
            };
        }
        _ => match value {
            Document::Leaf(_) => *value = leaf(source),
            Document::List(items) => damage_items(items, donor, source),
            Document::Object(members) => damage_members(members, donor, source),
        },
    }
}

fn leaf(source: &mut Source) -> Document {
    Document::Leaf((*source.pick(&VALUES)).to_owned())
}

fn damage_items(items: &mut Vec<Document>, donor: Document, source: &mut Source) {
    let at = source.below(items.len() + 1);
    match source.below(5) {
        0 => items.insert(at, donor),
        1 => items.insert(at, leaf(source)),
        2 => source.shuffle(items),
        3 if at < items.len() => items.insert(at, items[at].clone()),
        _ if at < items.len() => drop(items.remove(at)),
        _ => items.clear(),
    }
}

fn damage_members(members: &mut Vec<(String, Document)>, donor: Document, source: &mut Source) {
    if members.is_empty() {
        members.push((quoted("type"), donor));
        return;
    }
    let at = source.below(members.len());
    let to = source.below(members.len() + 1);
    let name = members[source.below(members.len())].0.clone();
    match source.below(12) {
        0..3 => drop(members.remove(at)),
        3 => members.insert(to, members[at].clone()),
        4 => source.shuffle(members),
        5 => members.insert(to, (quoted("newer"), donor)),
        6 => members.insert(to, (name, donor)),
        7 => members.insert(to, (name, leaf(source))),
        8 => members[at].0 = escaped(&members[at].0, source),
        9 => members[at].0 = name,
        10 => members[at].0 = quoted("type"),
        _ => members[at].1 = Document::Leaf("null".to_owned()),
    }
}

/// The name with one of its characters as an escape.
fn escaped(name: &str, source: &mut Source) -> String {
    let at = 1 + source.below(name.len() - 1);
    match name.as_bytes().get(at) {
        Some(&byte) if byte.is_ascii_alphanumeric() || byte == b'_' => {
            format!("{}\\u{byte:04x}{}", &name[..at], &name[at + 1..])
        }
        _ => r#""\ud800""#.to_owned(),
    }
}

const PIECES: [&[u8]; 24] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\\u",
    b"\\ud800",
    b"null",
    b"tru",
    b"-",
    b"0",
    b"9",
    b"e",
    b".",
    b" ",
    b"\n",
    b"\x00",
    b"\x1f",
    b"\xc3\xa9",
    b"\xff",
    b"\xef\xbb\xbf",
];

/// Damages a text in one to three places, so that it may be no JSON and no UTF-8 any more.
pub(crate) fn damage_text(text: &mut Vec<u8>, source: &mut Source) {
    for _ in 0..=source.below(3) {
        let start = source.below(text.len().max(1));
        let end = (start + source.below(6)).min(text.len());
        match source.below(6) {
            0 => text.truncate(start),
            1 if start < text.len() => text[start] ^= 1 << source.below(8),
            2 => drop(text.drain(start..end)),
            3 => {
                let again = text[start..end].to_vec();
                drop(text.splice(start..start, again));
            }
            4 => drop(text.splice(start..end, source.pick(&PIECES).iter().copied())),
            _ => drop(text.splice(start..start, source.pick(&PIECES).iter().copied())),
        }
    }
}
