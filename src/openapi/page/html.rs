//! Text as HTML.

/// Returns a text in which no character is markup, also within an attribute's quotes.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out
}

/// Returns an element. Its content is HTML.
pub(super) fn element(tag: &str, content: &str) -> String {
    format!("<{tag}>{content}</{tag}>")
}

/// Returns a block of code.
pub(super) fn code_block(code: &str) -> String {
    format!("<pre tabindex=\"0\"><code>{}</code></pre>", escaped(code))
}

/// Returns a link, if its scheme is harmless, or else only its label, which is HTML.
pub(super) fn link(url: &str, label: &str) -> String {
    let is_harmless = ["https://", "http://", "tg://", "#"]
        .iter()
        .any(|scheme| url.starts_with(scheme));
    if is_harmless {
        format!("<a href=\"{}\">{label}</a>", escaped(url))
    } else {
        label.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, link};

    #[test]
    fn texts_are_no_markup() {
        assert_eq!(
            escaped("<a b=\"c\">&'"),
            "&lt;a b=&quot;c&quot;&gt;&amp;&#39;"
        );
        assert_eq!(link("javascript:alert(1)", "x"), "x");
        assert_eq!(
            link("https://t.me/\"><script>", "x"),
            "<a href=\"https://t.me/&quot;&gt;&lt;script&gt;\">x</a>"
        );
    }
}
