//! Texts that are too long for one message.

use telegrammar::text::Text;
use telegrammar::types::{MessageEntity, MessageEntityType};

use super::random::{Random, text};

fn pieces(text: &str, limit: usize) -> Vec<String> {
    let pieces = Text::from(text).split(limit);
    pieces
        .iter()
        .map(|piece| piece.as_str().to_owned())
        .collect()
}

#[test]
fn pieces_end_with_lines_words_and_characters() {
    assert_eq!(pieces("", 5), [""; 0]);
    assert_eq!(pieces("one", 5), ["one"]);
    assert_eq!(pieces("aaa\nbbbbb cc dd", 10), ["aaa\nbbbbb ", "cc dd"]);
    assert_eq!(pieces("aaaaaa\nbb cc dd", 10), ["aaaaaa\n", "bb cc dd"]);
    assert_eq!(pieces("a bbbbbbbbbbbb", 10), ["a bbbbbbbb", "bbbb"]);
    assert_eq!(pieces("e\u{301}e\u{301}", 3), ["e\u{301}", "e\u{301}"]);
    assert_eq!(pieces("🇩🇪🇫🇷", 3), ["🇩🇪", "🇫🇷"]);
    assert_eq!(pieces("abc", 0), ["a", "b", "c"]);
}

#[test]
fn formats_continue_and_custom_emoji_are_whole() {
    let html = |text: Text, limit| {
        let pieces = text.split(limit);
        pieces.iter().map(Text::to_html).collect::<Vec<_>>()
    };
    let text = Text::new().bold(Text::from("ab").italic("cd"));
    assert_eq!(html(text, 3), ["<b>ab<i>c</i></b>", "<b><i>d</i></b>"]);
    let text = Text::from("ab").custom_emoji("👍🏽", "7").append("c");
    let emoji = "<tg-emoji emoji-id=\"7\">👍🏽</tg-emoji>";
    assert_eq!(html(text, 3), ["ab".to_owned(), format!("{emoji}c")]);
}

/// The formats of each code unit, with what belongs to them.
fn formats(text: &Text) -> Vec<Vec<MessageEntity>> {
    let mut formats = vec![Vec::new(); text.utf16_len()];
    for entity in text.entities() {
        let mut format = entity.clone();
        (format.offset, format.length) = (0, 0);
        let start = usize::try_from(entity.offset).expect("an offset");
        let length = usize::try_from(entity.length).expect("a length");
        for formats in &mut formats[start..start + length] {
            formats.push(format.clone());
        }
    }
    formats
}

/// Text from users can be one endless grapheme.
#[test]
fn splitting_takes_time_by_the_length_only() {
    let started = std::time::Instant::now();
    let text = Text::from(format!("e{}", "\u{301}".repeat(100_000)));
    assert_eq!(text.split(1).len(), 100_001);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

#[test]
fn joined_pieces_are_the_text() {
    let (mut cut, mut whole) = (0, 0);
    for seed in 0..20_000 {
        let mut random = Random::new(seed);
        let text = text(&mut random);
        let limit = 1 + random.below(20);
        let pieces = text.split(limit);
        let joined: Text = pieces.iter().collect();
        assert_eq!(joined.as_str(), text.as_str(), "{limit} {text:?}");
        let is_same = |formats: &Vec<MessageEntity>, other: &Vec<MessageEntity>| {
            formats.len() == other.len() && formats.iter().all(|format| other.contains(format))
        };
        let (formats, others) = (formats(&text), formats(&joined));
        let is_equal = formats
            .iter()
            .zip(&others)
            .all(|(one, other)| is_same(one, other));
        assert!(is_equal, "{limit} {text:?}");
        for piece in &pieces {
            let length = piece.as_str().chars().count();
            assert!(0 < length && length <= limit, "{limit} {text:?}");
        }
        let emoji = |text: &Text| {
            let emoji = text.entities().iter();
            emoji
                .filter(|entity| entity.r#type == MessageEntityType::CustomEmoji)
                .map(|entity| entity.text(text.as_str()).expect("a text").to_owned())
                .collect::<Vec<_>>()
        };
        // They may end within what readers see as a character, of at most 5 code points.
        let short = emoji(&text)
            .iter()
            .all(|emoji| emoji.chars().count() + 5 <= limit);
        let disjoint = text.clone().normalised();
        if short && disjoint.entities().len() == text.entities().len() {
            assert_eq!(emoji(&joined), emoji(&text), "{limit} {text:?}");
            whole += emoji(&text).len();
        }
        cut += pieces.len().saturating_sub(1);
    }
    assert!(cut > 5000 && whole > 300, "{cut} {whole}");
}
