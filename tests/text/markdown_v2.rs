//! `MarkdownV2` is parsed as the server parses it.

use telegrammar::text::{Text, parse_markdown_v2};

use super::described;

#[track_caller]
fn check(markdown: &str, text: &str, entities: &[&str]) {
    let parsed = parse_markdown_v2(markdown).expect(markdown);
    assert_eq!(parsed.as_str(), text, "{markdown}");
    assert_eq!(described(&parsed), entities, "{markdown}");
}

#[track_caller]
fn check_error(markdown: &str, message: &str) {
    let error = parse_markdown_v2(markdown).expect_err(markdown);
    assert_eq!(error.to_string(), message, "{markdown}");
}

#[test]
fn each_mark_has_its_entity() {
    check("*a*_b_", "ab", &["bold 0+1", "italic 1+1"]);
    check(
        "__a__~b~||c||",
        "abc",
        &["underline 0+1", "strikethrough 1+1", "spoiler 2+1"],
    );
    check("`a`", "a", &["code 0+1"]);
    check("```\na```", "a", &["pre 0+1"]);
    check("```rust\na```", "a", &["pre 0+1 rust"]);
    check("```rust```", "rust", &["pre 0+4"]);
    check("`a*_[]\\``", "a*_[]`", &["code 0+6"]);
    check("![👍](tg://emoji?id=5)", "👍", &["custom_emoji 0+2 5"]);
    check(
        "![x](tg://time?unix=17&format=wDT)",
        "x",
        &["date_time 0+1 17 wDT"],
    );
    check_error(
        "_a___b__",
        "Can't find end of Underline entity at byte offset 6",
    );
}

#[test]
fn marks_can_be_nested_and_side_by_side() {
    check("*a _b_*", "a b", &["bold 0+3", "italic 2+1"]);
    check("___a_``__", "a", &["italic 0+1", "underline 0+1"]);
    check("*_`a`_*", "a", &["code 0+1", "bold 0+1", "italic 0+1"]);
    check("**a**", "a", &[]);
    check(
        "[*a*](t.me)",
        "a",
        &["text_link 0+1 http://t.me/", "bold 0+1"],
    );
}

#[test]
fn addresses_are_unescaped() {
    check(
        r"[a](t.me/\(\)\\x)",
        "a",
        &[r"text_link 0+1 http://t.me/()\x"],
    );
    check("[t\\.me]", "t.me", &["text_link 0+4 http://t.me/"]);
    check("[a](tg://user?id=7)", "a", &["text_mention 0+1 7"]);
    check("[a](x)", "a", &[]);
}

#[test]
fn quotes_are_lines() {
    check(">a", "a", &["blockquote 0+1"]);
    check(">a\n>b\nc", "a\nb\nc", &["blockquote 0+4"]);
    check("c\n>a||", "c\na", &["expandable_blockquote 2+1"]);
    check(">a||\nb", "a\nb", &["expandable_blockquote 0+2"]);
    check(
        ">||a||||",
        "a",
        &["expandable_blockquote 0+1", "spoiler 0+1"],
    );
    check(">a\n**>b", "a\nb", &["blockquote 0+2", "blockquote 2+1"]);
    check(">*a\n>b*", "a\nb", &["blockquote 0+3", "bold 0+3"]);
    check_error(">*a\nb*", "Can't find end of Bold entity at byte offset 1");
    check_error(
        "a>b",
        r"Character '>' is reserved and must be escaped with the preceding '\'",
    );
}

#[test]
fn errors_are_those_of_the_server() {
    for reserved in "]()#+-=|{}.!".chars() {
        let told = format!(
            "Character '{reserved}' is reserved and must be escaped with the preceding '\\'"
        );
        check_error(&format!("a{reserved}"), &told);
    }
    let cases = [
        ("*", "Bold"),
        ("_", "Italic"),
        ("__", "Underline"),
        ("~", "Strikethrough"),
        ("||", "Spoiler"),
        ("`", "Code"),
        ("```", "Pre"),
        ("```rust\n", "PreCode"),
        ("[", "TextUrl"),
        ("![", "CustomEmoji"),
    ];
    for (mark, name) in cases {
        let told = format!("Can't find end of {name} entity at byte offset 4");
        check_error(&format!("🚀{mark}a"), &told);
    }
    check_error("[a](b", "Can't find end of a URL at byte offset 4");
    check_error("![a](b", "Can't find end of a URL at byte offset 5");
    check_error(
        "![a]",
        "The entity must contain a tg://emoji or tg://time URL",
    );
    check_error("![a](b)", "Invalid tg://emoji or tg://time URL specified");
    check_error(
        "![a](tg://time?unix=1&format=x)",
        "Invalid date format used",
    );
}

#[test]
fn texts_are_written_as_expected() {
    let text = Text::new()
        .italic(Text::new().underline("a"))
        .italic("b")
        .pre_in("c", "`d\\");
    assert_eq!(text.to_markdown_v2(), "_``__a__``_``_b_```c\n\\`d\\\\```");
}
