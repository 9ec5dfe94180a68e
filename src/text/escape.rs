//! Escapes text for markup, so that it is parsed as plain text.

/// Escapes text for `parse_mode` HTML, between tags and in attributes in double quotes.
///
/// ```
/// assert_eq!(telegrammar::text::escape_html("1 < 2 & 3"), "1 &lt; 2 &amp; 3");
/// ```
#[must_use]
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Escapes text for `parse_mode` `MarkdownV2`, outside of code and addresses.
///
/// ```
/// assert_eq!(telegrammar::text::escape_markdown_v2("1.5 (or 2)"), r"1\.5 \(or 2\)");
/// ```
#[must_use]
pub fn escape_markdown_v2(text: &str) -> String {
    escape(text, "_*[]()~`>#+-=|{}.!\\")
}

/// Escapes text for `parse_mode` `MarkdownV2` in `` `code` `` and in code blocks.
///
/// ```
/// assert_eq!(telegrammar::text::escape_markdown_v2_code("a ` b.c"), r"a \` b.c");
/// ```
#[must_use]
pub fn escape_markdown_v2_code(text: &str) -> String {
    escape(text, "`\\")
}

/// Escapes an address for `parse_mode` `MarkdownV2`, in the parentheses of a link.
///
/// ```
/// let url = telegrammar::text::escape_markdown_v2_url("https://e.org/a_(b)");
/// assert_eq!(url, r"https://e.org/a_(b\)");
/// ```
#[must_use]
pub fn escape_markdown_v2_url(url: &str) -> String {
    escape(url, ")\\")
}

fn escape(text: &str, reserved: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if reserved.contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
