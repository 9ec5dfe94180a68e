//! Doc comments as the descriptions of a document, which is Markdown.

/// A doc comment, taken apart.
#[derive(Debug, PartialEq)]
pub(super) struct DocText {
    /// The whole text, but the link to the Bot API page.
    pub(super) text: String,
    /// The address of the paragraph `[Bot API](…)`.
    pub(super) url: Option<String>,
}

impl DocText {
    /// Takes a doc comment, a line for each of its lines.
    pub(super) fn of(doc: &str) -> Self {
        let text = without_rustdoc_links(&unindented(doc));
        let mut url = None;
        let paragraphs = text.split("\n\n").filter(|paragraph| {
            let link = paragraph.trim().strip_prefix("[Bot API](");
            let link = link.and_then(|rest| rest.strip_suffix(')'));
            url = url.take().or_else(|| link.map(ToOwned::to_owned));
            link.is_none()
        });
        let has_code = text.contains("```");
        let paragraphs = paragraphs.map(|paragraph| {
            if has_code {
                paragraph.to_owned()
            } else {
                joined(paragraph)
            }
        });
        let text = paragraphs.collect::<Vec<_>>().join("\n\n");
        Self {
            text: text.trim().to_owned(),
            url,
        }
    }

    /// Returns the first sentence, on one line and without its full stop.
    pub(super) fn summary(&self) -> String {
        let paragraph = self.text.split("\n\n").next().unwrap_or_default();
        let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
        let end = line.find(". ").unwrap_or(line.len());
        let sentence = line.get(..end).unwrap_or(&line);
        sentence.trim_end_matches('.').to_owned()
    }
}

/// Joins the lines of a paragraph, unless one is an item of a list, code or a row of a table.
fn joined(paragraph: &str) -> String {
    let is_block = |line: &str| {
        let line = line.trim_start();
        line.starts_with(['-', '*', '+', '|', '#', '>'])
            || line.starts_with("```")
            || line.starts_with(|first: char| first.is_ascii_digit())
    };
    if paragraph.lines().any(is_block) || paragraph.starts_with("    ") {
        return paragraph.to_owned();
    }
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Removes the indentation that all lines have.
fn unindented(doc: &str) -> String {
    let lines = || doc.lines().filter(|line| !line.trim().is_empty());
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let least = lines().map(indent).min().unwrap_or_default();
    let lines = doc
        .lines()
        .map(|line| line.get(least..).unwrap_or_default().trim_end());
    lines.collect::<Vec<_>>().join("\n")
}

/// Replaces links to Rust items by their text: outside of rustdoc, they lead nowhere.
fn without_rustdoc_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let (before, after) = rest.split_at(start);
        out.push_str(before);
        let Some((label, target, length)) = link(after) else {
            out.push('[');
            rest = &after[1..];
            continue;
        };
        if target.is_some_and(|target| target.contains("://")) {
            out.push_str(&after[..length]);
        } else {
            out.push_str(label);
        }
        rest = &after[length..];
    }
    out.push_str(rest);
    out
}

/// Returns the label, the target and the length of the link that the text starts with, if it is one:
/// `[label](target)`, or a label that is code.
fn link(text: &str) -> Option<(&str, Option<&str>, usize)> {
    let end = text.find(']')?;
    let label = text.get(1..end)?;
    if let Some(rest) = text.get(end + 1..)?.strip_prefix('(') {
        let close = rest.find(')')?;
        return Some((label, rest.get(..close), end + 2 + close + 1));
    }
    let is_code = label.len() > 2 && label.starts_with('`') && label.ends_with('`');
    is_code.then_some((label, None, end + 1))
}

#[cfg(test)]
mod tests {
    use super::DocText;

    #[test]
    fn a_doc_comment_becomes_a_description() {
        let doc = DocText::of(
            " Sends a [`Message`](super::Message), see [`send`] and [this](https://t.me). More.\n \n  - indented [x]\n \n [Bot API](https://core.telegram.org/bots/api#x)\n",
        );
        assert_eq!(
            doc.text,
            "Sends a `Message`, see `send` and [this](https://t.me). More.\n\n - indented [x]"
        );
        let url = doc.url.as_deref();
        assert_eq!(url, Some("https://core.telegram.org/bots/api#x"));
        assert_eq!(
            doc.summary(),
            "Sends a `Message`, see `send` and [this](https://t.me)"
        );
        assert_eq!(DocText::of("").summary(), "");
    }
}
