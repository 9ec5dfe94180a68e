//! The legacy Markdown is parsed as the server parses it.

use telegrammar::text::parse_markdown;

use super::described;

#[track_caller]
fn check(markdown: &str, text: &str, entities: &[&str]) {
    let parsed = parse_markdown(markdown).expect(markdown);
    assert_eq!(parsed.as_str(), text, "{markdown}");
    assert_eq!(described(&parsed), entities, "{markdown}");
}

#[test]
fn each_mark_has_its_entity() {
    check(
        "*a* _b_ `c`",
        "a b c",
        &["bold 0+1", "italic 2+1", "code 4+1"],
    );
    check("```\nfn x()```", "fn x()", &["pre 0+6"]);
    check("```rust\r\nfn x()```y", "fn x()y", &["pre 0+6 rust"]);
    check("```rust```", "rust", &["pre 0+4"]);
    check(
        "[a](t.me)[t.me](b",
        "at.me",
        &["text_link 0+1 http://t.me/"],
    );
    check(
        "[a](tg://user?id=7)[t.me]",
        "at.me",
        &["text_mention 0+1 7", "text_link 1+4 http://t.me/"],
    );
    check("🚀*🚀*", "🚀🚀", &["bold 2+2"]);
    check(r"\*\_\`\[\]\a", r"*_`[\]\a", &[]);
    check("**__", "", &[]);
    check("*a\\*b", "a\\b", &["bold 0+2"]);
}

#[test]
fn an_entity_without_end_is_an_error() {
    for (markdown, offset) in [("a_b", 1), ("🚀*", 4), ("[a", 0), ("x ```a``", 2), ("`", 0)] {
        let error = parse_markdown(markdown).expect_err(markdown);
        let told = format!("Can't find end of the entity starting at byte offset {offset}");
        assert_eq!(error.to_string(), told, "{markdown}");
        assert_eq!(error.offset(), Some(offset));
    }
}
