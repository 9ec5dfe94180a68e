//! The page as Telegram serves it.

use scraper::{ElementRef, Html, Selector};

use super::{Entry, Member, Page, date, is_name, type_expr, version};

/// Reads the page. Every method and type is a heading, followed by paragraphs and a table or list.
pub(super) fn read(text: &str) -> Result<Page, String> {
    let document = Html::parse_document(text);
    let body = first(document.root_element(), "#dev_page_content")
        .or_else(|| first(document.root_element(), "body"))
        .ok_or("the page has no content")?;
    let mut reader = Reader::default();
    for child in body.children().filter_map(ElementRef::wrap) {
        reader.element(child);
    }
    Ok(reader.page)
}

/// The place in the page.
#[derive(Default)]
struct Reader {
    page: Page,
    section: String,
    /// The last date, which is that of the version below it.
    date: Option<String>,
    /// Whether the last heading is that of an entry, and not of prose.
    is_in_entry: bool,
}

impl Reader {
    fn element(&mut self, element: ElementRef<'_>) {
        let text = text(element);
        match element.value().name() {
            "h3" => {
                self.section = text;
                self.is_in_entry = false;
            }
            "h4" => {
                self.is_in_entry = is_name(&text);
                if self.is_in_entry {
                    self.page.entries.push(Entry {
                        name: text,
                        section: self.section.clone(),
                        ..Entry::default()
                    });
                } else if self.page.version.is_empty() {
                    self.date = date(&text).or_else(|| self.date.take());
                }
            }
            "table" | "ul" | "ol" | "p" | "blockquote" | "pre" => self.content(element, &text),
            // What else is around these.
            _ => {
                for child in element.children().filter_map(ElementRef::wrap) {
                    self.element(child);
                }
            }
        }
    }

    fn content(&mut self, element: ElementRef<'_>, text: &str) {
        if self.page.version.is_empty()
            && let Some(version) = version(text)
        {
            self.page.version = version;
            self.page.date = self.date.take();
        }
        let Some(entry) = self.page.entries.last_mut().filter(|_| self.is_in_entry) else {
            return;
        };
        match element.value().name() {
            "table" => members(element, entry),
            "ul" | "ol" => {
                let items = all(element, "li");
                let names: Vec<_> = items.into_iter().map(self::text).collect();
                let is_type = |name: &String| is_name(name) && name.starts_with(char::is_uppercase);
                if !names.is_empty() && names.iter().all(is_type) && !entry.is_method() {
                    entry.variants.extend(names);
                } else {
                    add(&mut entry.prose, text);
                }
            }
            _ => add(&mut entry.prose, text),
        }
    }
}

/// Reads a table, whose columns are named by its head.
fn members(table: ElementRef<'_>, entry: &mut Entry) {
    let heads: Vec<_> = all(table, "th").into_iter().map(text).collect();
    let column = |names: &[&str]| heads.iter().position(|head| names.contains(&&**head));
    let (Some(name), Some(ty)) = (column(&["Parameter", "Field"]), column(&["Type"])) else {
        return;
    };
    let (required, prose) = (column(&["Required"]), column(&["Description"]));
    for row in all(table, "tr") {
        let cells: Vec<_> = all(row, "td").into_iter().map(text).collect();
        let (Some(name), Some(ty)) = (cells.get(name), cells.get(ty)) else {
            continue;
        };
        let prose = prose.and_then(|column| cells.get(column)).cloned();
        let prose = prose.unwrap_or_default();
        let is_required = match required.and_then(|column| cells.get(column)) {
            Some(required) => required == "Yes",
            None => !prose.starts_with("Optional"),
        };
        entry.members.push(Member {
            name: name.clone(),
            ty: type_expr(ty),
            is_required,
            prose,
        });
    }
}

fn add(prose: &mut String, text: &str) {
    if !prose.is_empty() {
        prose.push('\n');
    }
    prose.push_str(text);
}

fn first<'a>(element: ElementRef<'a>, selector: &str) -> Option<ElementRef<'a>> {
    let selector = Selector::parse(selector).ok()?;
    element.select(&selector).next()
}

/// Returns all elements of a kind below another one, however deep.
fn all<'a>(element: ElementRef<'a>, name: &str) -> Vec<ElementRef<'a>> {
    let elements = element.descendants().filter_map(ElementRef::wrap);
    elements.filter(|it| it.value().name() == name).collect()
}

/// Returns the text with single spaces. Emoji are images.
fn text(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in element.descendants() {
        if let Some(part) = node.value().as_text() {
            text.push_str(part);
        } else if let Some(element) = node.value().as_element() {
            match element.name() {
                "br" => text.push(' '),
                "img" => text.push_str(element.attr("alt").unwrap_or_default()),
                _ => {}
            }
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
