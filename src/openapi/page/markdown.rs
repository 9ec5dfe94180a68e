//! The Markdown of doc comments as HTML: paragraphs, headings, lists, tables, quotations, code, links and
//! emphasis. What is not known is text; HTML in it is text too.

use super::html::{code_block, element, escaped, link};

/// How deep lists and quotations are nested at most. What is deeper is text.
const MOST_LEVELS: usize = 8;

/// Returns the address of what a piece of code names.
type Find<'f> = &'f dyn Fn(&str) -> Option<String>;

/// Renders Markdown.
pub(super) fn render(text: &str, find: Find<'_>) -> String {
    blocks(&text.lines().collect::<Vec<_>>(), find, 0)
}

fn blocks(lines: &[&str], find: Find<'_>, level: usize) -> String {
    let mut out = String::new();
    let mut rest = lines;
    let mut paragraph: Vec<&str> = Vec::new();
    while let Some(line) = rest.first() {
        let block = code_lines(rest, paragraph.is_empty())
            .or_else(|| heading(line, find))
            .or_else(|| table(rest, find))
            .or_else(|| quotation(rest, find, level))
            .or_else(|| items(rest, find, level));
        let is_blank = line.trim().is_empty();
        if (block.is_some() || is_blank) && !paragraph.is_empty() {
            out.push_str(&element("p", &inline(&paragraph.join(" "), find)));
            paragraph.clear();
        }
        let count = if let Some((html, count)) = block {
            out.push_str(&html);
            count
        } else {
            if !is_blank {
                paragraph.push(line.trim());
            }
            1
        };
        rest = rest.get(count..).unwrap_or_default();
    }
    if !paragraph.is_empty() {
        out.push_str(&element("p", &inline(&paragraph.join(" "), find)));
    }
    out
}

/// Each of these returns the HTML of the block that the lines start with, and the number of its lines.
type Block = Option<(String, usize)>;

/// Code between fences or, where no paragraph goes on, indented code.
fn code_lines(lines: &[&str], may_be_indented: bool) -> Block {
    let first = lines.first()?;
    if let Some(language) = first.trim().strip_prefix("```") {
        let is_rust = language.is_empty() || language.contains("rust");
        let code = lines.get(1..)?.iter();
        let code: Vec<&str> = code
            .copied()
            .take_while(|line| !line.trim().starts_with("```"))
            .collect();
        let count = code.len() + 2;
        let shown = code.iter().filter(|line| !(is_rust && is_hidden(line)));
        let shown = shown.copied().collect::<Vec<_>>().join("\n");
        return Some((code_block(&shown), count));
    }
    let code = lines.iter().map_while(|line| line.strip_prefix("    "));
    let code: Vec<&str> = code.collect();
    (may_be_indented && !code.is_empty()).then(|| (code_block(&code.join("\n")), code.len()))
}

/// Whether rustdoc hides a line of an example.
fn is_hidden(line: &str) -> bool {
    let line = line.trim();
    line == "#" || line.starts_with("# ")
}

fn heading(line: &str, find: Find<'_>) -> Block {
    let title = line.trim().trim_start_matches('#');
    let level = line.trim().len() - title.len();
    let title = title
        .strip_prefix(' ')
        .filter(|_| (1..=6).contains(&level))?;
    let title = element("strong", &inline(title.trim(), find));
    Some((element("p", &title), 1))
}

/// Rows of cells between bars; the second one only has dashes.
fn table(lines: &[&str], find: Find<'_>) -> Block {
    let rows = lines.iter().map(|line| line.trim());
    let rows: Vec<&str> = rows.take_while(|line| line.starts_with('|')).collect();
    let [head, dashes, body @ ..] = rows.as_slice() else {
        return None;
    };
    let is_dashes = dashes.contains('-') && dashes.chars().all(|it| "|-: ".contains(it));
    let row = |row: &&str, tag: &str| {
        let row = row.replace("\\|", "\u{0}");
        let row = row.trim_start_matches('|');
        let cells = row.strip_suffix('|').unwrap_or(row).split('|');
        let cells = cells.map(|cell| element(tag, &inline(&cell.trim().replace('\0', "|"), find)));
        element("tr", &cells.collect::<String>())
    };
    let body: String = body.iter().map(|line| row(line, "td")).collect();
    let html = row(head, "th") + &body;
    is_dashes.then(|| (element("table", &html), rows.len()))
}

fn quotation(lines: &[&str], find: Find<'_>, level: usize) -> Block {
    let quoted = lines
        .iter()
        .map_while(|line| line.trim_start().strip_prefix('>'))
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    let quoted: Vec<&str> = quoted.collect();
    let is_quotation = level < MOST_LEVELS && !quoted.is_empty();
    is_quotation.then(|| {
        let html = blocks(&quoted, find, level + 1);
        (element("blockquote", &html), quoted.len())
    })
}

/// A list. Lines that are indented further than its items belong to them, so it may contain lists.
fn items(lines: &[&str], find: Find<'_>, level: usize) -> Block {
    let first = lines.first()?;
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (tag, _) = item(first.trim()).filter(|_| level < MOST_LEVELS)?;
    let own = indent(first);
    let mut items: Vec<Vec<&str>> = Vec::new();
    let mut count = 0;
    let mut is_after_blank = false;
    for line in lines {
        let trimmed = line.trim();
        match (item(trimmed), items.last_mut()) {
            (Some((of, text)), _) if indent(line) <= own && of == tag => items.push(vec![text]),
            (Some(_), _) if indent(line) <= own => break,
            (None, _) if is_after_blank && !trimmed.is_empty() && indent(line) <= own => break,
            (_, Some(last)) => last.push(line.get(own + 2..).unwrap_or(trimmed)),
            (_, None) => break,
        }
        is_after_blank = trimmed.is_empty();
        count += 1;
    }
    let items = items.iter().map(|lines| {
        let html = blocks(lines, find, level + 1);
        // A single paragraph is the item itself.
        let is_single = html.starts_with("<p>") && html.matches("<p>").count() == 1;
        let html = if is_single {
            html.replacen("<p>", "", 1).replacen("</p>", "", 1)
        } else {
            html
        };
        element("li", &html)
    });
    Some((element(tag, &items.collect::<String>()), count))
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
pub(super) fn inline(text: &str, find: Find<'_>) -> String {
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
fn code(text: &str, find: Find<'_>) -> Option<(String, usize)> {
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
    let mut level = 0;
    let end = text.char_indices().find(|(_, letter)| {
        level += i32::from(*letter == '[') - i32::from(*letter == ']');
        level == 0
    });
    let (label, rest) = text.split_at(end?.0);
    let label = label.get(1..)?;
    let (url, _) = rest.strip_prefix("](")?.split_once(')')?;
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
            (
                "- one\n  - inner\n\n  more\n- two\n\nEnd",
                "<ul><li><p>one</p><ul><li>inner</li></ul><p>more</p></li><li>two</li></ul><p>End</p>",
            ),
            (
                "1. one\n   - a\n   - b\n2. two\n- other",
                "<ol><li>one<ul><li>a</li><li>b</li></ul></li><li>two</li></ol><ul><li>other</li></ul>",
            ),
            (
                "| a | `b` |\n|---|:-:|\n| 1 \\| 2 | <i> |\nEnd",
                "<table><tr><th>a</th><th><code>b</code></th></tr><tr><td>1 | 2</td><td>&lt;i&gt;</td></tr></table><p>End</p>",
            ),
            ("| no table |", "<p>| no table |</p>"),
            (
                "> a\n> - b\n",
                "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>",
            ),
            (
                "One:\n\n    <code>",
                "<p>One:</p><pre tabindex=\"0\"><code>&lt;code&gt;</code></pre>",
            ),
            (
                "# Title\n#tag #1",
                "<p><strong>Title</strong></p><p>#tag #1</p>",
            ),
            (
                "[a] and [[b] c](https://t.me) [x",
                "<p>[a] and <a href=\"https://t.me\">[b] c</a> [x</p>",
            ),
            (
                "```\nunclosed",
                "<pre tabindex=\"0\"><code>unclosed</code></pre>",
            ),
        ];
        for (text, html) in cases {
            assert_eq!(render(text, &find), html);
        }
    }

    #[test]
    fn deep_markdown_is_text_at_last() {
        let quoted = render(&">".repeat(20_000), &|_| None);
        assert_eq!(quoted.matches("<blockquote>").count(), super::MOST_LEVELS);
        let listed = render(&"- ".repeat(20_000), &|_| None);
        assert_eq!(listed.matches("<ul>").count(), super::MOST_LEVELS);
        let mut all = String::new();
        for mark in ["[", "*", "`", "<", "| ", "](", "**a "] {
            all.push_str(&render(&mark.repeat(2_000), &|_| None));
        }
        assert!(all.contains("&lt;") && !all.contains("<a "));
    }
}
