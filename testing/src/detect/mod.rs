//! Entities that the server finds by itself in a text.

mod domains;
mod numbers;

use serde_json::{Map, Value, json};
use telegrammar::text::Text;
use telegrammar::types::{MessageEntity, MessageEntityType as Type};

/// What belongs to the sentence at the end of an address.
const PUNCTUATION: [char; 12] = ['.', ',', ':', ';', '!', '?', '\'', '"', ')', ']', '>', '…'];
/// User names of bots that are shorter than five characters.
const SHORT_NAMES: [&str; 10] = [
    "gif", "wiki", "vid", "bing", "pic", "bold", "imdb", "coub", "like", "vote",
];

/// Returns the entities that the server finds in a text: bot commands, mentions, hashtags, cashtags,
/// addresses, e-mail addresses, and phone and bank card numbers. They do not overlap.
///
/// Addresses are found with `http://` or `https://`, and without if their host ends like those of many
/// sites. Phone numbers begin with a plus.
fn detect(text: &str) -> Vec<MessageEntity> {
    let mut found = Vec::new();
    let mut units = 0;
    let mut done = 0;
    let mut previous = None;
    // Where the digits end in which no card was found.
    let mut digits_end = 0;
    for (index, character) in text.char_indices() {
        let rest = text.get(index..).unwrap_or_default();
        let is_free = index >= done;
        let mut found_here = at(rest, previous);
        if character.is_ascii_digit() && index >= digits_end {
            let (run, card) = numbers::card(rest, previous);
            digits_end = index + run;
            // The Bot API does not document this type.
            let card = card.map(|length| (Type::Unknown("bank_card_number".to_owned()), length));
            found_here = found_here.or(card);
        }
        if let Some((r#type, length)) = found_here.filter(|_| is_free) {
            done = index + length;
            let matched = rest.get(..length).unwrap_or_default();
            let length = matched.encode_utf16().count();
            let length = i64::try_from(length).unwrap_or(i64::MAX);
            found.push(MessageEntity::new(r#type, units, length));
        }
        units += if character.len_utf16() == 2 { 2 } else { 1 };
        previous = Some(character);
    }
    found
}

/// Adds the entities that are found in a text, except in links and code, where the server does not look.
pub(crate) fn with_detected(text: Text) -> Text {
    let found = detect(text.as_str());
    if found.is_empty() {
        return text;
    }
    let (letters, mut entities) = text.into_parts();
    let ends = |entity: &MessageEntity| entity.offset + entity.length;
    let overlaps = |one: &MessageEntity, other: &MessageEntity| {
        one.offset < ends(other) && other.offset < ends(one)
    };
    let is_in = |inner: &MessageEntity, outer: &MessageEntity| {
        inner.offset >= outer.offset && ends(inner) <= ends(outer)
    };
    let is_possible = |found: &MessageEntity| {
        entities.iter().all(|known| match known.r#type {
            Type::Bold | Type::Italic | Type::Underline | Type::Strikethrough | Type::Spoiler => {
                true
            }
            Type::Blockquote | Type::ExpandableBlockquote => {
                !overlaps(found, known) || is_in(found, known)
            }
            _ => !overlaps(found, known),
        })
    };
    let found: Vec<_> = found.into_iter().filter(is_possible).collect();
    entities.extend(found);
    Text::from_parts(letters, entities).normalised()
}

/// Sets the entities that the server finds in the text or caption of a message, unless a test gives some.
pub(crate) fn mark(message: &mut Map<String, Value>) {
    for (text, entities) in [("text", "entities"), ("caption", "caption_entities")] {
        let found = message.get(text).and_then(Value::as_str).map(detect);
        let found = found.filter(|found| !found.is_empty());
        if let Some(found) = found.filter(|_| !message.contains_key(entities)) {
            message.insert(entities.to_owned(), json!(found));
        }
    }
}

/// Returns what starts here, and its length in bytes.
fn at(rest: &str, previous: Option<char>) -> Option<(Type, usize)> {
    if previous.is_some_and(is_word) {
        return None;
    }
    match rest.chars().next()? {
        '/' if !matches!(previous, Some('/' | '<' | '>')) => {
            Some((Type::BotCommand, command(rest)?))
        }
        '@' => Some((Type::Mention, mention(rest)?)),
        '#' => Some((Type::Hashtag, hashtag(rest)?)),
        '+' => Some((Type::PhoneNumber, numbers::phone(rest)?)),
        '$' if previous != Some('$') => Some((Type::Cashtag, cashtag(rest)?)),
        first if first.is_alphanumeric() => {
            let address = address(rest).map(|length| (Type::Url, length));
            email(rest).map(|length| (Type::Email, length)).or(address)
        }
        _ => None,
    }
}

/// Returns whether a character is part of a word.
fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// Returns the length of the characters at the start that satisfy a condition.
fn run(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|character| !is_part(character))
        .unwrap_or(text.len())
}

/// Returns the character after a number of bytes.
fn after(text: &str, length: usize) -> Option<char> {
    text.get(length..)?.chars().next()
}

/// A slash and 1–64 letters, digits and underscores, maybe with the name of a bot after an `@`.
fn command(rest: &str) -> Option<usize> {
    let name = run(rest.get(1..)?, is_name);
    if !(1..=64).contains(&name) {
        return None;
    }
    let mut length = name + 1;
    if after(rest, length) == Some('@') {
        let bot = run(rest.get(length + 1..)?, is_name);
        if (3..=32).contains(&bot) {
            length += bot + 1;
        }
    }
    let next = after(rest, length);
    let is_end = next.is_none_or(|next| !is_word(next) && !matches!(next, '/' | '<' | '>'));
    is_end.then_some(length)
}

/// An `@` and 4–32 letters, digits and underscores.
fn mention(rest: &str) -> Option<usize> {
    let length = run(rest.get(1..)?, is_name);
    let name = rest.get(1..=length)?;
    let is_short = SHORT_NAMES.iter().any(|it| it.eq_ignore_ascii_case(name));
    let is_end = after(rest, length + 1).is_none_or(|next| !is_word(next));
    (is_end && ((4..=32).contains(&length) || is_short)).then_some(length + 1)
}

/// A `#` and at most 256 letters, digits and underscores, not only digits, and no `#` after them.
fn hashtag(rest: &str) -> Option<usize> {
    let length = run(rest.get(1..)?, is_word);
    let name = rest.get(1..=length)?;
    let has_letter = name.chars().any(char::is_alphabetic);
    let is_end = after(rest, length + 1) != Some('#') && name.chars().count() <= 256;
    (has_letter && is_end).then_some(length + 1)
}

/// A `$` and 1–8 letters from A to Z, or the one name with a digit.
fn cashtag(rest: &str) -> Option<usize> {
    let name = rest.get(1..)?;
    let length = match name.strip_prefix("1INCH") {
        Some(_) => 5,
        None => run(name, |it| it.is_ascii_uppercase()),
    };
    let is_end = after(rest, length + 1).is_none_or(|next| !is_word(next) && next != '$');
    ((1..=8).contains(&length) && is_end).then_some(length + 1)
}

/// An address, without punctuation after it.
fn address(rest: &str) -> Option<usize> {
    let word = rest.get(..run(rest, |it| !it.is_whitespace() && it != '<'))?;
    let word = word.trim_end_matches(PUNCTUATION);
    let lower = word.to_ascii_lowercase();
    let schemes = ["http://", "https://"];
    let scheme = schemes.into_iter().find_map(|it| lower.strip_prefix(it));
    let host = scheme.unwrap_or(&lower);
    let host = host.split(['/', '?', '#', ':']).next()?;
    let is_host = |it: char| it.is_alphanumeric() || matches!(it, '-' | '.' | '_');
    let is_plain = host.contains('.') && !host.contains("..") && host.chars().all(is_host);
    let is_known = scheme.is_some() || domains::is_known(host);
    (is_plain && is_known).then_some(word.len())
}

/// An e-mail address in ASCII.
fn email(rest: &str) -> Option<usize> {
    let is_local = |it: char| is_name(it) || matches!(it, '.' | '+' | '-' | '%');
    let local = run(rest, is_local);
    let host = rest.get(local..)?.strip_prefix('@')?;
    let length = run(host, |it| {
        it.is_ascii_alphanumeric() || matches!(it, '-' | '.')
    });
    let host = host.get(..length)?.trim_end_matches(['.', '-']);
    let (_, end) = host.rsplit_once('.')?;
    let is_end = end.len() >= 2 && end.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_host = is_end && !host.starts_with('.') && !host.contains("..");
    is_host.then_some(local + 1 + host.len())
}
