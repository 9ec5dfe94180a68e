//! Markup, and texts with entities. An input has the entities of its text on the first line, three numbers each,
//! and then the text, which is parsed as markup too.

use telegrammar::text::{
    DeepLink, ParseError, Text, escape_html, escape_markdown_v2, escape_markdown_v2_code,
    escape_markdown_v2_url, parse_callback_data, parse_html, parse_markdown, parse_markdown_v2,
};
use telegrammar::types::{MessageEntity, MessageEntityType as Type, User};

use super::{first_line, with_first_line};
use crate::random::Source;

/// Characters that count differently, and those that are reserved.
const LETTERS: [&str; 34] = [
    "a",
    "Z",
    "0",
    " ",
    "\n",
    "\r",
    "\t",
    "\0",
    "é",
    "e\u{301}",
    "🦀",
    "👨‍👩‍👧",
    "🇩🇪",
    "ж",
    "\u{202e}",
    "\u{333}",
    "<",
    ">",
    "&",
    "\"",
    "'",
    "_",
    "*",
    "[",
    "]",
    "(",
    ")",
    "~",
    "`",
    "|",
    "!",
    "\\",
    "#",
    "=",
];
/// Pieces of markup, whole and in parts.
const MARKUP: [&str; 64] = [
    "<b>",
    "</b>",
    "<i",
    "</i>",
    "<U>",
    "</u >",
    "</>",
    "<span class=\"tg-spoiler\">",
    "</span>",
    "<a href=",
    "\"",
    "t.me",
    "</a>",
    "<pre>",
    "</pre>",
    "<code class='language-x'>",
    "<code>",
    "</code>",
    "<blockquote expandable>",
    "<blockquote>",
    "</blockquote>",
    "<tg-emoji emoji-id='7'>",
    "</tg-emoji>",
    "<tg-time unix=\"7\" format='wDT'>",
    "</tg-time>",
    "&lt;",
    "&amp",
    "&#x1F980",
    "&#55357;",
    "&#56960;",
    "&#0;",
    "&x;",
    "*",
    "_",
    "__",
    "~",
    "||",
    "`",
    "```",
    "```x\n",
    "[",
    "](",
    "](http://e.org/a?b#c)",
    "](tg://user?id=42)",
    "](tg://resolve?domain=x)",
    ")",
    "![",
    "](tg://emoji?id=7)",
    "](tg://time?unix=7&format=r)",
    "\n>",
    ">",
    "**>",
    "||\n",
    "\\",
    "\\\n",
    "\r\n",
    "http://",
    "e.org:80/",
    "[::1]",
    "@",
    "%41",
    "tg:",
    "ton://a",
    "language-",
];

/// Marks around a text, in HTML and in `MarkdownV2`.
const AROUND: [(&str, &str); 16] = [
    ("<b>", "</b>"),
    ("<i>", "</>"),
    ("<tg-spoiler>", "</tg-spoiler>"),
    ("<a href='e.org'>", "</a>"),
    ("<pre>", "</pre>"),
    ("<code class='language-x'>", "</code>"),
    ("<blockquote expandable>", "</blockquote>"),
    ("<tg-emoji emoji-id='7'>", "</tg-emoji>"),
    ("*", "*"),
    ("_", "_"),
    ("__", "__"),
    ("||", "||"),
    ("`", "`"),
    ("```x\n", "```"),
    ("[", "](http://e.org)"),
    ("\n>", "||\n"),
];

/// Appends markup that is mostly valid, all of one kind.
fn nested(source: &mut Source, text: &mut String, is_html: bool, depth: usize) {
    for _ in 0..source.below(4) {
        if depth == 0 || source.chance(40) {
            let letters: &&str = source.pick(&LETTERS[..16]);
            text.push_str(letters);
            continue;
        }
        let around = if is_html { &AROUND[..8] } else { &AROUND[8..] };
        let (before, after) = *source.pick(around);
        text.push_str(before);
        nested(source, text, is_html, depth - 1);
        text.push_str(after);
    }
}

/// Appends pieces in any order.
fn pieces(source: &mut Source, text: &mut String) {
    for _ in 0..source.below(24) {
        let pieces: &[&str] = if source.chance(60) { &MARKUP } else { &LETTERS };
        let piece: &&str = source.pick(pieces);
        text.push_str(piece);
    }
}

pub(crate) fn create(source: &mut Source) -> Vec<u8> {
    let mut text = String::new();
    if source.chance(50) {
        let is_html = source.chance(50);
        nested(source, &mut text, is_html, 4);
    } else {
        pieces(source, &mut text);
    }
    let units = text.encode_utf16().count();
    let count = source.below(8);
    let entities = (0..count).map(|_| {
        let (kind, start) = (source.below(TYPES.len()), source.below(units + 1));
        format!("{kind} {start} {}", source.below(units + 2))
    });
    let entities: Vec<String> = entities.collect();
    with_first_line(&entities.join(" "), text.as_bytes())
}

const TYPES: [Type; 15] = [
    Type::Bold,
    Type::Italic,
    Type::Underline,
    Type::Strikethrough,
    Type::Spoiler,
    Type::Blockquote,
    Type::ExpandableBlockquote,
    Type::Code,
    Type::Pre,
    Type::TextLink,
    Type::TextMention,
    Type::CustomEmoji,
    Type::DateTime,
    Type::Hashtag,
    Type::BotCommand,
];

/// Reads the entities on the first line. The kinds are numbers, and say the rest too.
fn entities(line: &[u8]) -> Vec<MessageEntity> {
    let line = String::from_utf8_lossy(line);
    let numbers: Vec<i64> = line.split(' ').filter_map(|it| it.parse().ok()).collect();
    let mut entities = Vec::new();
    for numbers in numbers.chunks_exact(3).take(64) {
        let kind = usize::try_from(numbers[0].rem_euclid(15)).expect("a small number");
        let mut entity = MessageEntity::new(TYPES[kind].clone(), numbers[1], numbers[2]);
        let is_even = numbers[1] % 2 == 0;
        match entity.r#type {
            Type::Pre => entity.language = is_even.then(|| "c\"#&<".to_owned()),
            Type::TextLink => entity.url = Some("https://e.org/a_(b)\\?c=\"d&e<".to_owned()),
            Type::TextMention => entity.user = Some(Box::new(User::new(7, false, ""))),
            Type::CustomEmoji => entity.custom_emoji_id = Some("77".to_owned()),
            Type::DateTime => {
                entity.unix_time = Some(1_700_000_000);
                entity.date_time_format = is_even.then(|| "wDT".to_owned());
            }
            _ => {}
        }
        entities.push(entity);
    }
    entities
}

pub(crate) fn run(input: &[u8]) {
    let (line, letters) = first_line(input);
    let letters = String::from_utf8_lossy(letters);
    is_escaped(&letters);
    let _ = DeepLink::parse(&letters);
    let _ = parse_callback_data::<(u8, String)>("a", &letters);
    for parse in [parse_html, parse_markdown_v2, parse_markdown] {
        match parse(&letters) {
            Ok(text) => {
                assert!(text.utf16_len() <= letters.encode_utf16().count());
                holds(&text);
            }
            Err(error) => is_inside(&error, &letters),
        }
    }
    holds(&Text::from_parts(letters, entities(line)));
}

/// The offset of an error is that of a character, or the end.
fn is_inside(error: &ParseError, markup: &str) {
    if let Some(offset) = error.offset() {
        assert!(markup.is_char_boundary(offset), "{error}");
        assert!(
            error
                .to_string()
                .contains(&format!(" at byte offset {offset}")),
            "{error}"
        );
    }
}

/// Escaped text is plain text, in the place that it is escaped for.
fn is_escaped(letters: &str) {
    let plain = Text::from(letters);
    assert_eq!(parse_html(&escape_html(letters)).as_ref(), Ok(&plain));
    let markdown = escape_markdown_v2(letters);
    assert_eq!(parse_markdown_v2(&markdown).as_ref(), Ok(&plain));
    if letters.is_empty() {
        return;
    }
    let code = format!("`{}`", escape_markdown_v2_code(letters));
    assert_eq!(parse_markdown_v2(&code), Ok(Text::new().code(letters)));
    // The parser of HTML takes a zero for the end.
    if !letters.contains('\0') {
        let url = format!("https://e.org/x{letters}x");
        let link = format!("[a]({})", escape_markdown_v2_url(&url));
        let html = format!("<a href=\"{}\">a</a>", escape_html(&url));
        assert_eq!(parse_markdown_v2(&link), parse_html(&html));
    }
}

/// What holds of every text.
fn holds(text: &Text) {
    are_sorted(text);
    let normal = text.clone().normalised();
    are_sorted(&normal);
    assert_eq!(normal.clone().normalised(), normal, "normalised twice");
    written_and_parsed(text, &normal);
    let cleaned = text.cleaned();
    are_sorted(&cleaned);
    assert_eq!(text.server_len(), cleaned.as_str().chars().count());
    assert!(cleaned.as_str().len() <= text.as_str().len());
    for limit in [1, 2, 7, text.as_str().len().max(1)] {
        is_split(text, limit);
    }
}

fn are_sorted(text: &Text) {
    let places = text.entities().iter().map(|it| (it.offset, -it.length));
    assert!(places.is_sorted(), "{text:?}");
    for entity in text.entities() {
        assert!(entity.length > 0, "{entity:?}");
        assert!(entity.text(text.as_str()).is_some(), "{entity:?}");
    }
}

fn written_and_parsed(text: &Text, normal: &Text) {
    let html = text.to_html();
    let parsed = parse_html(&html).unwrap_or_else(|error| panic!("{error}: {html:?}"));
    let is_found = |it: &MessageEntity| matches!(it.r#type, Type::Hashtag | Type::BotCommand);
    if text.entities().iter().any(is_found) {
        // These have no markup.
        assert_eq!(parsed.as_str(), text.as_str());
    } else if parsed != *text {
        assert_eq!(parsed, *normal, "{html:?}");
    }
    let markdown = text.to_markdown_v2();
    let parsed = parse_markdown_v2(&markdown);
    let parsed = parsed.unwrap_or_else(|error| panic!("{error}: {markdown:?}"));
    assert_eq!(parsed.as_str(), text.as_str(), "{markdown:?}");
    let again = parse_markdown_v2(&parsed.to_markdown_v2());
    assert_eq!(again.as_ref(), Ok(&parsed), "{markdown:?}");
}

fn is_split(text: &Text, limit: usize) {
    let pieces = text.split(limit);
    for piece in &pieces {
        assert!(
            (1..=limit).contains(&piece.as_str().chars().count()),
            "{limit}"
        );
        are_sorted(piece);
    }
    let joined = Text::join(&pieces, "");
    assert_eq!(joined.as_str(), text.as_str());
    assert_eq!(covered(&joined), covered(text), "{limit}");
}

/// Returns which code units have which entities.
fn covered(text: &Text) -> Vec<(i64, String)> {
    let units = text.entities().iter().flat_map(|entity| {
        let name = format!("{:?} {:?}", entity.r#type, entity.language);
        (entity.offset..entity.offset + entity.length).map(move |unit| (unit, name.clone()))
    });
    let mut units: Vec<_> = units.collect();
    units.sort();
    units.dedup();
    units
}
