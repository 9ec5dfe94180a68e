//! The HTML page as Telegram serves it.

use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};

use super::{Page, PageEntry, PageField, text, types};

/// Elements that a page contains in pairs: one without its end was cut off.
const PAIRS: [&str; 8] = ["html", "body", "table", "tbody", "tr", "td", "ul", "h4"];

/// Reads the page.
pub(super) fn read(html: &str) -> Result<Page, String> {
    check_complete(html)?;
    let document = Html::parse_document(html);
    let mut page = Page {
        knows_true: true,
        ..Page::default()
    };
    let mut reader = Reader::default();
    for element in content(&document) {
        reader.element(element, &mut page)?;
    }
    reader.finish(&mut page);
    Ok(page)
}

fn check_complete(html: &str) -> Result<(), String> {
    let lower = html.to_ascii_lowercase();
    if !lower.trim_end().ends_with('>') {
        return Err("the page is cut off: it ends within a tag or a text".to_owned());
    }
    for name in PAIRS {
        let (open, close) = (format!("<{name}"), format!("</{name}>"));
        let is_tag = |(at, _): &(usize, &str)| {
            let next = lower.as_bytes().get(at + open.len());
            next.is_some_and(|byte| b" >\n\r\t".contains(byte))
        };
        let opened = lower.match_indices(&open).filter(is_tag).count();
        if opened > lower.matches(&close).count() {
            return Err(format!("the page is cut off: a `<{name}>` has no end"));
        }
    }
    Ok(())
}

/// Returns the headings, paragraphs, tables and lists of the page, in its order.
fn content(document: &Html) -> Vec<ElementRef<'_>> {
    let Ok(selector) = Selector::parse("h3, h4, p, table, ul, ol, blockquote, hr") else {
        return Vec::new();
    };
    let nested = |element: &ElementRef<'_>| {
        let mut above = element.ancestors().filter_map(ElementRef::wrap);
        above.any(|above| ["table", "ul", "ol", "blockquote", "p"].contains(&above.value().name()))
    };
    let body = Selector::parse("#dev_page_content").ok();
    let body = body.and_then(|body| document.select(&body).next());
    body.unwrap_or(document.root_element())
        .select(&selector)
        .filter(|element| !nested(element))
        .collect()
}

#[derive(Default)]
struct Reader {
    section: Option<String>,
    /// The date whose version is expected in a paragraph below.
    date: Option<String>,
    entry: Option<PageEntry>,
}

impl Reader {
    fn element(&mut self, element: ElementRef<'_>, page: &mut Page) -> Result<(), String> {
        match element.value().name() {
            "h3" => {
                self.finish(page);
                self.section = Some(prose(element));
            }
            "hr" => self.finish(page),
            "h4" => {
                self.finish(page);
                self.heading(&prose(element), page)?;
            }
            "table" => {
                if let Some(entry) = &mut self.entry {
                    read_table(element, entry)?;
                }
            }
            "ul" | "ol" => self.list(element),
            _ => {
                let prose = prose(element);
                self.version(&prose, page)?;
                self.add_prose(&prose);
            }
        }
        Ok(())
    }

    /// Reads the version in the first paragraphs below a date.
    fn version(&mut self, prose: &str, page: &mut Page) -> Result<(), String> {
        if page.version.is_some() {
            return Ok(());
        }
        let date = self.date.clone();
        let is_dated = date.is_some();
        let version = text::version(prose, date.unwrap_or_default());
        if is_dated {
            page.version = version;
        } else if version.is_some() && prose.starts_with("Bot API ") {
            return Err(format!("no version with its date: `{prose}` has none"));
        }
        if page.version.is_some() {
            self.date = None;
        }
        Ok(())
    }

    fn finish(&mut self, page: &mut Page) {
        page.entries.extend(self.entry.take());
    }

    fn heading(&mut self, title: &str, page: &Page) -> Result<(), String> {
        // Another one would be that of an earlier version.
        if let Some(date) = self.date.take() {
            return Err(format!(
                "what is new since {date} has no version such as `Bot API 10.0`"
            ));
        }
        if text::is_name(title) {
            self.entry = Some(PageEntry {
                name: title.to_owned(),
                section: self.section.clone(),
                is_method: text::is_method(title),
                ..PageEntry::default()
            });
        } else if page.version.is_none() {
            self.date = text::date(title);
        }
        Ok(())
    }

    /// The list of a union contains nothing but names of types.
    fn list(&mut self, list: ElementRef<'_>) {
        let items = list.children().filter_map(ElementRef::wrap);
        let items: Vec<String> = items.map(prose).collect();
        let is_union = items
            .iter()
            .all(|item| text::is_name(item) && !text::is_method(item));
        match &mut self.entry {
            Some(entry) if is_union && !entry.is_method => entry.variants.extend(items),
            Some(_) => self.add_prose(&items.join(" ")),
            None => {}
        }
    }

    fn add_prose(&mut self, prose: &str) {
        if let Some(entry) = &mut self.entry {
            if !entry.prose.is_empty() {
                entry.prose.push(' ');
            }
            entry.prose.push_str(prose);
        }
    }
}

/// Adds the rows of a table of parameters (four columns) or fields (three).
fn read_table(table: ElementRef<'_>, entry: &mut PageEntry) -> Result<(), String> {
    let rows = rows(table);
    let mut rows = rows.iter().map(|row| cells(*row));
    let head: Vec<String> = rows
        .next()
        .unwrap_or_default()
        .into_iter()
        .map(prose)
        .collect();
    let has = |titles: &[&str]| head.iter().any(|head| titles.contains(&head.as_str()));
    if ![&["Parameter", "Field"][..], &["Type"], &["Description"]]
        .into_iter()
        .all(has)
    {
        let (name, head) = (&entry.name, head.join("`, `"));
        return Err(format!(
            "the table of `{name}` has unknown columns: `{head}`"
        ));
    }
    for row in rows {
        let row: Vec<String> = row.into_iter().map(prose).collect();
        entry.fields.push(field(&head, &row, &entry.name)?);
    }
    Ok(())
}

/// Reads a row, whose columns are named by the head of the table.
fn field(head: &[String], row: &[String], owner: &str) -> Result<PageField, String> {
    let cell = |titles: &[&str]| {
        let column = head
            .iter()
            .position(|title| titles.contains(&title.as_str()));
        column
            .and_then(|column| row.get(column))
            .map(String::as_str)
    };
    let names = (
        cell(&["Parameter", "Field"]),
        cell(&["Type"]),
        cell(&["Description"]),
    );
    let (Some(name), Some(ty), Some(prose)) = names else {
        let columns = row.len();
        return Err(format!(
            "a row of `{owner}` has {columns} columns, and its table {}",
            head.len()
        ));
    };
    let is_method = text::is_method(owner);
    let required = match cell(&["Required"]) {
        Some("Yes") => true,
        Some("Optional" | "No") => false,
        None if !is_method => !(prose.starts_with("Optional.") || prose == "Optional"),
        other => {
            let other = other.unwrap_or_default();
            return Err(format!(
                "`{owner}.{name}`: `{other}` is neither `Yes` nor `Optional`"
            ));
        }
    };
    Ok(PageField {
        name: name.to_owned(),
        required,
        ty: types::from_page(ty),
        prose: prose.to_owned(),
    })
}

/// The rows of a table, without those of tables inside it.
fn rows(table: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    let mut rows = Vec::new();
    for child in table.children().filter_map(ElementRef::wrap) {
        match child.value().name() {
            "tr" => rows.push(child),
            "thead" | "tbody" => rows.extend(child.children().filter_map(ElementRef::wrap)),
            _ => {}
        }
    }
    rows
}

fn cells(row: ElementRef<'_>) -> Vec<ElementRef<'_>> {
    let cells = row.children().filter_map(ElementRef::wrap);
    cells
        .filter(|cell| ["td", "th"].contains(&cell.value().name()))
        .collect()
}

/// Returns the text of an element; an emoji is the alternative text of its image.
fn prose(element: ElementRef<'_>) -> String {
    let mut found = String::new();
    for node in element.descendants() {
        match node.value() {
            Node::Text(text) => found.push_str(text),
            Node::Element(element) => match element.name() {
                "img" => found.push_str(element.attr("alt").unwrap_or_default()),
                "br" | "li" | "p" | "tr" | "td" => found.push(' '),
                _ => {}
            },
            _ => {}
        }
    }
    text::plain(&found)
}
