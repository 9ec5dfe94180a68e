//! HTML is parsed as the server parses it. Texts and offsets of errors are those of the server.

use telegrammar::text::parse_html;

use super::described;

#[track_caller]
fn check(html: &str, text: &str, entities: &[&str]) {
    let parsed = parse_html(html).expect(html);
    assert_eq!(parsed.as_str(), text, "{html}");
    assert_eq!(described(&parsed), entities, "{html}");
}

#[track_caller]
fn check_error(html: &str, message: &str) {
    let error = parse_html(html).expect_err(html);
    assert_eq!(error.to_string(), message, "{html}");
    let told = message.split("byte offset ").nth(1);
    let digits = told.and_then(|told| told.split(',').next());
    assert_eq!(
        error.offset(),
        digits.map(|digits| digits.parse().expect("an offset"))
    );
}

#[test]
fn references_are_decoded() {
    check("&lt;&gt;&amp;&quot;", "<>&\"", &[]);
    check("&laquo;&lt &#65;&#x42;&#x43 &", "&laquo;< ABC &", &[]);
    check("&#128640; &#x1F680;", "🚀 🚀", &[]);
    check(
        "&#0;&#1114111;&#12345678;",
        "&#0;&#1114111;&#12345678;",
        &[],
    );
    check("<i>&#128640;</i>", "🚀", &["italic 0+2"]);
    let told = "Text contains invalid Unicode characters after decoding HTML entities, check for \
                unmatched surrogate code units";
    check_error("&#55357;", told);
    check_error("&#55357;&#56832;", told);
}

#[test]
fn every_tag_has_its_entity() {
    check(
        "<b>a</b><strong>b</strong>",
        "ab",
        &["bold 0+1", "bold 1+1"],
    );
    check("<i>a</i><em>b</em>", "ab", &["italic 0+1", "italic 1+1"]);
    check(
        "<u>a</u><ins>b</ins>",
        "ab",
        &["underline 0+1", "underline 1+1"],
    );
    let struck = [
        "strikethrough 0+1",
        "strikethrough 1+1",
        "strikethrough 2+1",
    ];
    check("<s>a</s><strike>b</strike><del>c</del>", "abc", &struck);
    let spoilers = ["spoiler 0+1", "spoiler 1+1"];
    check(
        "<tg-spoiler>a</tg-spoiler><span class=\"tg-spoiler\">b</span>",
        "ab",
        &spoilers,
    );
    check("<code>a</code><pre>b</pre>", "ab", &["code 0+1", "pre 1+1"]);
    check("<blockquote>a</blockquote>", "a", &["blockquote 0+1"]);
    for attribute in ["expandable", "expandable=''", "expandable=x"] {
        let html = format!("<blockquote {attribute}>a</blockquote>");
        check(&html, "a", &["expandable_blockquote 0+1"]);
    }
    check(
        "<tg-emoji emoji-id=\"123\">👍</tg-emoji>",
        "👍",
        &["custom_emoji 0+2 123"],
    );
    check(
        "<tg-time unix=\"17\" format=\"Dwt\">a</tg-time>",
        "a",
        &["date_time 0+1 17 wDt"],
    );
    check("<tg-time unix='17'>a</tg-time>", "a", &["date_time 0+1 17"]);
    check("<tg-time>a</tg-time>", "a", &[]);
}

#[test]
fn languages_are_found_in_either_order() {
    let pre = ["pre 0+1 rust"];
    check(
        "<pre><code class=\"language-rust\">a</code></pre>",
        "a",
        &pre,
    );
    check(
        "<code class=\"language-rust\"><pre>a</pre></code>",
        "a",
        &pre,
    );
    check("<code class=\"language-rust\">a</code>", "a", &["code 0+1"]);
    check("<pre><code>a</code></pre>", "a", &["pre 0+1", "code 0+1"]);
    check(
        "<pre><code class='language-x'>a</code>b</pre>",
        "ab",
        &["pre 0+2", "code 0+1"],
    );
}

#[test]
fn links_are_those_that_the_server_accepts() {
    check(
        "<a href=\"HTTP://Example.COM\">a</a>",
        "a",
        &["text_link 0+1 http://example.com/"],
    );
    check(
        "<a href='telegram.org/a b'>a</a>",
        "a",
        &["text_link 0+1 http://telegram.org/a%20b"],
    );
    check(
        "<a>telegram.org</a>",
        "telegram.org",
        &["text_link 0+12 http://telegram.org/"],
    );
    check(
        "<a href='localhost'>a</a><a href='ftp://a.b'>c</a>",
        "ac",
        &[],
    );
    check(
        "<a href='tg://user?id=42'>a</a>",
        "a",
        &["text_mention 0+1 42"],
    );
    check(
        "<a href='TG:user?ID=42&b'>a</a>",
        "a",
        &["text_mention 0+1 42"],
    );
    check(
        "<a href='tg://user?id=x'>a</a>",
        "a",
        &["text_link 0+1 tg://user?id=x"],
    );
    check(
        "<a href='tg:resolve?domain=a'>a</a>",
        "a",
        &["text_link 0+1 tg://resolve?domain=a"],
    );
    check(
        "<a href='http://[::1]:80/'>a</a>",
        "a",
        &["text_link 0+1 http://[::1]:80/"],
    );
    check(
        "<a href='http://a.b:0'>a</a><a href='http://a.b:65536'>a</a>",
        "aa",
        &[],
    );
    check(
        "<a href='https://u:p@a.b?c&amp;d'>a</a>",
        "a",
        &["text_link 0+1 https://u:p@a.b/?c&d"],
    );
}

#[test]
fn offsets_count_utf16_and_empty_tags_are_skipped() {
    check("🏟 <b>🏟</b>é<i>x</i>", "🏟 🏟éx", &["bold 3+2", "italic 6+1"]);
    check("a<b></b><i><u></u></i>", "a", &[]);
    check("<b>a<i>b</i></b>", "ab", &["bold 0+2", "italic 1+1"]);
    check("<i><b>a</b></i>", "a", &["bold 0+1", "italic 0+1"]);
    check("<B>a</b ><i\n>b</>", "ab", &["bold 0+1", "italic 1+1"]);
}

#[test]
fn errors_are_those_of_the_server() {
    check_error(
        "🏟 🏟&lt;<abac aba>",
        "Unsupported start tag \"abac\" at byte offset 13",
    );
    check_error("🏟 🏟&lt;<abac", "Unclosed start tag at byte offset 13");
    check_error("<>", "Unsupported start tag \"\" at byte offset 0");
    check_error("<i aba", "Unclosed start tag \"i\" at byte offset 0");
    check_error("<i aba=", "Unclosed start tag \"i\" at byte offset 0");
    check_error(
        "<i aba  =  190azAz-.,",
        "Unexpected end of name token at byte offset 11",
    );
    check_error(
        "<i aba  =  \"&lt;&gt;",
        "Unclosed start tag at byte offset 0",
    );
    check_error(
        "<i =x>",
        "Empty attribute name in the tag \"i\" at byte offset 0",
    );
    check_error("a</i>", "Unexpected end tag at byte offset 1");
    check_error("<i>aba</", "Unclosed end tag at byte offset 6");
    let told = "Unmatched end tag at byte offset 6, expected \"</i>\", found \"</b>\"";
    check_error("<i>aba</b>", told);
    check_error(
        "a<i>aba",
        "Can't find end tag corresponding to start tag \"i\"",
    );
    let told = "Tag \"span\" must have class \"tg-spoiler\" at byte offset 1";
    check_error("a<span class='x'>b</span>", told);
    let told = "Invalid custom emoji identifier specified";
    check_error("<tg-emoji emoji-id='0'>b</tg-emoji>", told);
    check_error(
        "<tg-time unix='1' format='x'>b</tg-time>",
        "Invalid date format used",
    );
}
