//! The rules of the server's parsers, one case for each: nesting, places of errors, what is left out.

use telegrammar::text::{ParseError, Text, parse_html, parse_markdown, parse_markdown_v2};

use super::described;

type Parser = fn(&str) -> Result<Text, ParseError>;

#[track_caller]
fn parsed(parser: Parser, cases: &[(&str, &str, &[&str])]) {
    for (markup, text, entities) in cases {
        let parsed = parser(markup).unwrap_or_else(|error| panic!("{markup:?}: {error}"));
        assert_eq!(parsed.as_str(), *text, "{markup:?}");
        assert_eq!(described(&parsed), *entities, "{markup:?}");
    }
}

#[track_caller]
fn refused(parser: Parser, cases: &[(&str, &str)]) {
    for (markup, told) in cases {
        let error = parser(markup).expect_err(markup);
        assert_eq!(error.to_string(), *told, "{markup:?}");
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn html() {
    parsed(
        parse_html,
        &[
            (
                "<code><i><b> </b></i></code>",
                " ",
                &["code 0+1", "bold 0+1", "italic 0+1"],
            ),
            ("<i>\r\n\t</i>", "\r\n\t", &["italic 0+3"]),
            ("ж<b x   =   y>&lt🦀</b>", "ж<🦀", &["bold 1+3"]),
            ("<b x = 19zA-.   >a</   >", "a", &["bold 0+1"]),
            ("<b x='&lt;>&quot;'>a</>", "a", &["bold 0+1"]),
            ("<a>t.me </a><a> </a><a></a>", "t.me  ", &[]),
            (
                "<a  href=  't.me?&lt;'  > </a>",
                " ",
                &["text_link 0+1 http://t.me/?<"],
            ),
            (
                "<a>https://t.me/a?b#c</a>",
                "https://t.me/a?b#c",
                &["text_link 0+18 https://t.me/a?b#c"],
            ),
            (
                "<pre><code class=\"language-\">a</></>",
                "a",
                &["pre 0+1", "code 0+1"],
            ),
            (
                "<pre><code class='language-x'>a</> </>",
                "a ",
                &["pre 0+2", "code 0+1"],
            ),
            (
                "<pre> <code class='language-x'>a</></>",
                " a",
                &["pre 0+2", "code 1+1"],
            ),
            (
                "<blockquote cite='' x y1>a<pre >b</></>",
                "ab",
                &["blockquote 0+2", "pre 1+1"],
            ),
            (
                "<blockquote  expandable  x>a</>",
                "a",
                &["expandable_blockquote 0+1"],
            ),
            (
                "<blockquote expandable=false>a</>",
                "a",
                &["expandable_blockquote 0+1"],
            ),
            (
                "<tg-time unix = \"17\", format = \"tttTTdDwW\">a</>",
                "a",
                &["date_time 0+1 17 wdt"],
            ),
            (
                "<tg-time unix='17' format='R'>a</>",
                "a",
                &["date_time 0+1 17 r"],
            ),
            (
                "<a href='tonsite://a.b/c'>a</><a href='ton:x'>b</>",
                "ab",
                &["text_link 0+1 tonsite://a.b/c", "text_link 1+1 ton://x/"],
            ),
            (
                "&#x10fffe;&#x10ffff;&#000000065;&#0000065;",
                "\u{10fffe}&#x10ffff;&#000000065;A",
                &[],
            ),
        ],
    );
    refused(
        parse_html,
        &[
            ("ж<b", "Unclosed start tag at byte offset 2"),
            (
                "ж<b ",
                "Empty attribute name in the tag \"b\" at byte offset 2",
            ),
            ("ж<b a", "Unclosed start tag \"b\" at byte offset 2"),
            ("ж<b a=\"c", "Unclosed start tag at byte offset 2"),
            ("ж<b a='c'", "Unclosed start tag at byte offset 2"),
            ("ж<b a=c/>", "Unexpected end of name token at byte offset 7"),
            (
                "ж<b />",
                "Empty attribute name in the tag \"b\" at byte offset 2",
            ),
            ("ж<br>", "Unsupported start tag \"br\" at byte offset 2"),
            ("ж<BR/>", "Unsupported start tag \"br/\" at byte offset 2"),
            ("ж</b>", "Unexpected end tag at byte offset 2"),
            ("ж<b>ж</b", "Unclosed end tag at byte offset 7"),
            ("ж<b>ж</b x>", "Unclosed end tag at byte offset 7"),
            (
                "ж<b><i></B>",
                "Unmatched end tag at byte offset 8, expected \"</i>\", found \"</b>\"",
            ),
            (
                "ж<b><I>",
                "Can't find end tag corresponding to start tag \"i\"",
            ),
            (
                "ж<span>a</span>",
                "Tag \"span\" must have class \"tg-spoiler\" at byte offset 2",
            ),
            (
                "<tg-emoji emoji-id='x'>a</>",
                "Invalid custom emoji identifier specified",
            ),
            (
                "<tg-time unix='17' format='rt'>a</>",
                "Invalid date format used",
            ),
            ("<tg-time format='x'>a</>", "Invalid date format used"),
        ],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn markdown_v2() {
    parsed(
        parse_markdown_v2,
        &[
            ("", "", &[]),
            (r"\\\a\1\ж\", r"\a1\ж\", &[]),
            ("a**``____``````||||", "a", &[]),
            ("_a \\* b _", "a * b ", &["italic 0+6"]),
            ("_a __b___", "a b", &["italic 0+3", "underline 2+1"]),
            ("__a _b_ __", "a b ", &["underline 0+4", "italic 2+1"]),
            ("__a _b_\\___", "a b_", &["underline 0+4", "italic 2+1"]),
            ("`a```", "a", &["code 0+1"]),
            ("```a b```", " b", &["pre 0+2 a"]),
            ("```a\n\rb```", "b", &["pre 0+1 a"]),
            ("```a\r\rb```", "\rb", &["pre 0+2 a"]),
            ("```a \\\\\\`b```", " \\`b", &["pre 0+4 a"]),
            (
                "`_* *_`__*` `*__",
                "_* *_ ",
                &["code 0+5", "code 5+1", "bold 5+1", "underline 5+1"],
            ),
            (
                "[](t.me)[ ](t.me)[ ](as)",
                "  ",
                &["text_link 0+1 http://t.me/"],
            ),
            (
                "[t\\.me]a[t\\.me]()",
                "t.meat.me",
                &["text_link 0+4 http://t.me/"],
            ),
            (
                "[a](https://t.me?\\\\\\()",
                "a",
                &["text_link 0+1 https://t.me/?\\("],
            ),
            ("[a](tg:user?id=42)", "a", &["text_mention 0+1 42"]),
            (
                "![a](TG://EMoJI/?x=1&id=25#id=32)b",
                "ab",
                &["custom_emoji 0+1 25"],
            ),
            (
                "![a](TG://TiME/?x=1&format=Wt&unix=25#unix=32)",
                "a",
                &["date_time 0+1 25 wt"],
            ),
            (
                "![a](tg:time?unix=25&format=R)",
                "a",
                &["date_time 0+1 25 r"],
            ),
            ("> \n> \n>", " \n \n", &["blockquote 0+4"]),
            ("> \\>\n \\> \n>", " >\n > \n", &["blockquote 0+3"]),
            (">", "", &[]),
            (">||", "", &[]),
            ("\r\r>\r\ra\r\n\r", "\r\r\r\ra\r\n\r", &["blockquote 2+5"]),
            (">\n\r>2", "\n\r2", &["blockquote 0+1", "blockquote 2+1"]),
            (">**\n>2", "\n2", &["blockquote 0+2"]),
            (
                "*a\n>b\n>c\nd*\ne",
                "a\nb\nc\nd\ne",
                &["bold 0+7", "blockquote 2+4"],
            ),
            ("*>a\n*", "a\n", &["blockquote 0+2", "bold 0+2"]),
            (
                ">`b\n>c\nd`\n>e\nf",
                "b\n>c\nd\ne\nf",
                &["blockquote 0+9", "code 0+6"],
            ),
            ("`>b`\n>c", ">b\nc", &["code 0+2", "blockquote 3+1"]),
            (
                ">a\n>q||e||w||\nb",
                "a\nqew\nb",
                &["expandable_blockquote 0+6", "spoiler 3+1"],
            ),
            (
                ">a\n>q||ew||\nb",
                "a\nqew\nb",
                &["blockquote 0+6", "spoiler 3+2"],
            ),
            (
                ">a\r\n>q||e||w||\r\n",
                "a\r\nqew\r\n",
                &["expandable_blockquote 0+8", "spoiler 4+1"],
            ),
            (">a||", "a", &["expandable_blockquote 0+1"]),
        ],
    );
    refused(
        parse_markdown_v2,
        &[
            ("ж_a *b ", "Can't find end of Bold entity at byte offset 5"),
            (
                "ж_a *b _",
                "Can't find end of Italic entity at byte offset 8",
            ),
            ("ж```a", "Can't find end of Pre entity at byte offset 2"),
            (
                "ж```a ",
                "Can't find end of PreCode entity at byte offset 2",
            ),
            ("ж```a`", "Can't find end of Code entity at byte offset 6"),
            (
                "ж__a _b___",
                "Can't find end of Italic entity at byte offset 10",
            ),
            (
                "ж_a__",
                "Can't find end of Underline entity at byte offset 4",
            ),
            (
                "ж||a\\|",
                "Can't find end of Spoiler entity at byte offset 2",
            ),
            (
                "ж![a](tg://emoji?id=7",
                "Can't find end of a URL at byte offset 7",
            ),
            ("[t\\.me](a\\)", "Can't find end of a URL at byte offset 8"),
            (
                "![a](tg://emoji#id=7)",
                "Invalid tg://emoji or tg://time URL specified",
            ),
            (
                "![a](tg://emoji?x=1#&id=7)",
                "Invalid tg://emoji or tg://time URL specified",
            ),
            (
                "![a](tg://emoji?id=07)",
                "Invalid tg://emoji or tg://time URL specified",
            ),
            (
                "![a](tg:times?unix=7)",
                "Invalid tg://emoji or tg://time URL specified",
            ),
            ("![a](tg:time?unix=7&format=rt)", "Invalid date format used"),
            ("![](x)", "Invalid tg://emoji or tg://time URL specified"),
            (
                ">*a\n>b\nc*",
                "Can't find end of Bold entity at byte offset 1",
            ),
            (
                ">\n*a*>2",
                "Character '>' is reserved and must be escaped with the preceding '\\'",
            ),
            (
                ">a\n>q||e||w||\n||b",
                "Can't find end of Spoiler entity at byte offset 14",
            ),
            (
                ">a\n>q||ew\n||b",
                "Can't find end of Spoiler entity at byte offset 5",
            ),
            (
                ">a\n>q||e||w__\nb",
                "Can't find end of Underline entity at byte offset 11",
            ),
            (
                ">a\n>q||e||w||b\nc",
                "Can't find end of Spoiler entity at byte offset 11",
            ),
            ("*>a", "Can't find end of Bold entity at byte offset 0"),
        ],
    );
}

#[test]
fn legacy_markdown() {
    parsed(
        parse_markdown,
        &[
            ("*a_b* _c*d_", "a_b c*d", &["bold 0+3", "italic 4+3"]),
            ("*a\\* b", "a\\ b", &["bold 0+2"]),
            ("]()~>#+-=|{}.!", "]()~>#+-=|{}.!", &[]),
            ("[](t.me)a``````", "(t.me)a", &[]),
            ("[a*b](t.me)[c](x", "a*bc", &["text_link 0+3 http://t.me/"]),
            ("```a`b``` ", "a`b ", &["pre 0+3"]),
            ("```\n\ra```", "a", &["pre 0+1"]),
            ("[a](tg://user?id=42)", "a", &["text_mention 0+1 42"]),
            ("`a\n`", "a\n", &["code 0+2"]),
        ],
    );
    refused(
        parse_markdown,
        &[
            (
                "ж*a\n",
                "Can't find end of the entity starting at byte offset 2",
            ),
            (
                "ж*a*[b",
                "Can't find end of the entity starting at byte offset 5",
            ),
            (
                "ж```a``",
                "Can't find end of the entity starting at byte offset 2",
            ),
        ],
    );
}
