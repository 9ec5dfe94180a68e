//! What the server stores of a text.

use telegrammar::text::{Text, parse_html};

use super::described;
use super::random::{Random, text};

#[test]
fn control_characters_and_outer_space_are_removed() {
    let cleaned = |html: &str| parse_html(html).expect(html).cleaned();
    assert_eq!(cleaned(" \n a\tb\r\nc \n").as_str(), "a b\nc");
    assert_eq!(cleaned("a\u{202e}b\u{33f}\u{1}").as_str(), "ab");
    assert_eq!(cleaned(" \t\r\n").as_str(), "");
    let text = cleaned(" x\r<b> a\r </b> ");
    assert_eq!(text.as_str(), "x a");
    assert_eq!(described(&text), ["bold 1+2"]);
    // What is formatted stays at the start, but not at the end.
    let text = cleaned("  <b> a</b>");
    assert_eq!(
        (text.as_str(), described(&text)),
        (" a", vec!["bold 0+2".to_owned()])
    );
}

#[test]
fn lengths_are_those_that_the_server_compares() {
    assert_eq!(Text::from("👨‍👩‍👧").server_len(), 5);
    assert_eq!(Text::from("👨‍👩‍👧").utf16_len(), 8);
    assert_eq!(
        parse_html("<b>&lt;</b>").map(|text| text.server_len()),
        Ok(1)
    );
}

#[test]
fn entities_that_overlap_are_resolved() {
    let normal = |html: &str| described(&parse_html(html).expect(html).normalised());
    assert_eq!(normal("<b>a</b><b>b</b>"), ["bold 0+2"]);
    assert_eq!(
        normal("<b>a<i>b</i>c</b>"),
        ["bold 0+1", "bold 1+2", "italic 1+1"]
    );
    assert_eq!(
        normal("<b>a<code>b</code>c</b>"),
        ["bold 0+1", "code 1+1", "bold 2+1"]
    );
    assert_eq!(
        normal("<a href='t.me'>a<a href='a.b'>b</a></a>"),
        ["text_link 0+2 http://t.me/"]
    );
    let quotes = "<blockquote>a<blockquote>b</blockquote></blockquote>";
    assert_eq!(normal(quotes), ["blockquote 0+2"]);
}

#[test]
fn a_clean_text_stays_as_it_is() {
    for seed in 0..20_000 {
        let text = text(&mut Random::new(seed));
        let cleaned = text.cleaned();
        assert_eq!(cleaned.cleaned(), cleaned, "{text:?}");
        let blank = |letter| matches!(letter, ' ' | '\n');
        assert!(!cleaned.as_str().ends_with(blank), "{text:?}");
    }
}
