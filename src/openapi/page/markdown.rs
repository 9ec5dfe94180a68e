//! The Markdown of doc comments as HTML: paragraphs, headings, lists, code, links and emphasis. What is
//! not known is text; HTML in it is text too.

use super::html::{code_block, element, escaped, link};

/// Renders Markdown. `find` returns the address of what a piece of code names.
pub(super) fn render(text: &str, find: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut lines = text.lines().peekable();
    let mut paragraph: Vec<&str> = Vec::new();
    while let Some(line) = lines.next() {
        let trimmed = line.trim();
        if let Some(language) = trimmed.strip_prefix("```") {
            flush(&mut out, &mut paragraph, find);
            let is_rust = language.is_empty() || language.contains("rust");
            let code = lines
                .by_ref()
                .take_while(|line| !line.trim().starts_with("```"));
            let code = code.filter(|line| !(is_rust && is_hidden(line)));
            out.push_str(&code_block(&code.collect::<Vec<_>>().join("\n")));
        } else if trimmed.is_empty() {
            flush(&mut out, &mut paragraph, find);
        } else if trimmed.starts_with('#') {
            flush(&mut out, &mut paragraph, find);
            let title = inline(trimmed.trim_start_matches('#').trim(), find);
            out.push_str(&element("p", &element("strong", &title)));
        } else if let Some((tag, first)) = item(trimmed) {
            flush(&mut out, &mut paragraph, find);
            let mut items = vec![first.to_owned()];
            // Further items, and lines that continue one.
            while let Some(next) = lines.peek().map(|line| line.trim()) {
                match (item(next), items.last_mut()) {
                    (Some((_, text)), _) => items.push(text.to_owned()),
                    (None, Some(last)) if !next.is_empty() => {
                        last.push(' ');
                        last.push_str(next);
                    }
                    _ => break,
                }
                lines.next();
            }
            let items = items.iter();
            let items = items.map(|item| element("li", &inline(item, find)));
            out.push_str(&element(tag, &items.collect::<String>()));
        } else {
            paragraph.push(trimmed);
        }
    }
    flush(&mut out, &mut paragraph, find);
    out
}

/// Writes the paragraph that the lines are.
fn flush(out: &mut String, lines: &mut Vec<&str>, find: &dyn Fn(&str) -> Option<String>) {
    if !lines.is_empty() {
        out.push_str(&element("p", &inline(&lines.join(" "), find)));
        lines.clear();
    }
}

/// Whether rustdoc hides a line of an example.
fn is_hidden(line: &str) -> bool {
    let line = line.trim();
    line == "#" || line.starts_with("# ")
}

/// Returns the tag of the list that a line is an item of, and the item's text.
fn item(line: &str) -> Option<(&'static str, &str)> {
    let bullet = ["- ", "* ", "+ "];
    if let Some(text) = bullet.iter().find_map(|bullet| line.strip_prefix(bullet)) {
        return Some(("ul", text));
    }
    let text = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_numbered = text.len() < line.len();
    let text = text.strip_prefix(". ").filter(|_| is_numbered)?;
    Some(("ol", text))
}

/// Renders code, links and emphasis within a line.
pub(super) fn inline(text: &str, find: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let element = match first {
            '`' => code(rest, find),
            '[' => labelled(rest),
            '<' => address(rest),
            '*' => enclosed(rest, "**", "strong").or_else(|| enclosed(rest, "*", "em")),
            '\\' => rest
                .chars()
                .nth(1)
                .filter(char::is_ascii_punctuation)
                .map(|next| (escaped(&next.to_string()), 2)),
            _ => None,
        };
        let (html, length) =
            element.unwrap_or_else(|| (escaped(&first.to_string()), first.len_utf8()));
        out.push_str(&html);
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

/// A piece of code, and how long it is in the text.
fn code(text: &str, find: &dyn Fn(&str) -> Option<String>) -> Option<(String, usize)> {
    let mark: String = text.chars().take_while(|letter| *letter == '`').collect();
    let (code, _) = text.get(mark.len()..)?.split_once(&mark)?;
    let html = format!("<code>{}</code>", escaped(code.trim()));
    let html = match find(code) {
        Some(url) => link(&url, &html),
        None => html,
    };
    Some((html, code.len() + 2 * mark.len()))
}

/// `[label](address)`
fn labelled(text: &str) -> Option<(String, usize)> {
    let (label, rest) = text.get(1..)?.split_once("](")?;
    let (url, _) = rest.split_once(')')?;
    let html = link(url, &inline(label, &|_| None));
    Some((html, label.len() + url.len() + 4))
}

/// `<https://…>`
fn address(text: &str) -> Option<(String, usize)> {
    let (url, _) = text.get(1..)?.split_once('>')?;
    let is_url = url.starts_with("http") && !url.contains(' ');
    is_url.then(|| (link(url, &escaped(url)), url.len() + 2))
}

fn enclosed(text: &str, mark: &str, tag: &str) -> Option<(String, usize)> {
    let (inner, _) = text.strip_prefix(mark)?.split_once(mark)?;
    let is_mark = !inner.is_empty() && !inner.starts_with(' ') && !inner.ends_with(' ');
    let html = || format!("<{tag}>{}</{tag}>", inline(inner, &|_| None));
    is_mark.then(|| (html(), inner.len() + 2 * mark.len()))
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn markdown_of_doc_comments() {
        let find = |code: &str| (code == "Dog").then(|| "#Dog".to_owned());
        let cases = [
            ("One\ntwo.\n\nThree.", "<p>One two.</p><p>Three.</p>"),
            (
                "A `Dog` and `a<b`.",
                "<p>A <a href=\"#Dog\"><code>Dog</code></a> and <code>a&lt;b</code>.</p>",
            ),
            (
                "See [`Dog` *page*](https://t.me/x), <https://t.me>.",
                "<p>See <a href=\"https://t.me/x\"><code>Dog</code> <em>page</em></a>, <a href=\"https://t.me\">https://t.me</a>.</p>",
            ),
            (
                "Words:\n- one\n  more\n- **two**\n\n1. first",
                "<p>Words:</p><ul><li>one more</li><li><strong>two</strong></li></ul><ol><li>first</li></ol>",
            ),
            (
                "```\n# hidden\nlet a = \"<\";\n```\nEnd",
                "<pre tabindex=\"0\"><code>let a = &quot;&lt;&quot;;</code></pre><p>End</p>",
            ),
            (
                "<script>x</script> [x](javascript:y) 2 * 3 * 4 ` [ ](",
                "<p>&lt;script&gt;x&lt;/script&gt; x 2 * 3 * 4 ` [ ](</p>",
            ),
            ("\\* ä `", "<p>* ä `</p>"),
        ];
        for (text, html) in cases {
            assert_eq!(render(text, &find), html);
        }
    }
}
