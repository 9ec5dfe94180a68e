//! The page of a document: one HTML file that needs nothing else. Every type is on it once. Where it is
//! nested, a script unfolds it; without the script, there is a link.
//!
//! The articles of methods and types are in `noscript` elements. Where scripts run, a browser reads these as
//! mere text, and the script makes elements of the one article that is shown: so the page is there at once,
//! however many methods it has. Where they do not run, the browser makes elements of all.
//!
//! Addresses of the page itself start with `page-`. No method and no type has a name with a hyphen.
//!
//! Here: how definitions look on the page. Not here: the documents for machines (`document`).

mod attributes;
mod example;
mod html;
mod markdown;
mod method_article;
mod rust;
mod type_article;
mod words;

use std::collections::HashSet;

use super::doc_text::DocText;
use super::document::{Document, DocumentBuilder, ERROR, groups, tag};
use super::methods::MethodEntry;
use super::schema::{Direction, Type, Types};
use crate::schema::Shape;
use crate::types::{ResponseParameters, Update};
use crate::value::Param;
use html::{element, escaped};

/// The address of the overview.
const OVERVIEW: &str = "page-overview";

/// The names on a page: they are the addresses of its articles.
struct Names {
    types: Types,
    known: HashSet<String>,
}

impl Names {
    /// Returns the address of what a piece of code names.
    fn address(&self, code: &str) -> Option<String> {
        self.known.contains(code).then(|| format!("#{code}"))
    }
}

/// Returns the page of the Bot API, as [`DocumentBuilder::page`] does.
#[must_use]
pub fn page() -> String {
    Document::builder().page()
}

impl DocumentBuilder {
    /// Returns the page of the document: an HTML file for readers, with all methods and types, their
    /// limits and defaults in words, examples and a search. It loads nothing, and is readable without a
    /// script.
    ///
    /// `#getMe` at the end of its address leads to a method, `#User` to a type, and `#getUpdates.limit`
    /// to a parameter.
    ///
    /// ```
    /// use telegrammar::openapi::{Document, Methods};
    ///
    /// let methods = Methods::bot_api().only(|name| name == "getUserProfilePhotos");
    /// let page = Document::builder().methods(methods).page();
    /// assert!(page.contains("Between 1 and 100, default 100."));
    /// ```
    #[must_use]
    pub fn page(&self) -> String {
        let groups = groups(&self.methods);
        let groups: Vec<Vec<&MethodEntry>> = groups
            .into_iter()
            .map(|group| group.into_iter().map(|(_, entry)| entry).collect())
            .collect();
        let names = self.names(&groups);
        let mut types: Vec<Type> = Vec::new();
        for (of, _) in names.types.all() {
            types.push(of);
        }
        types.sort_by_key(|of| names.of(of));
        let url = self.url();
        let mut articles = self.overview(&groups, &types, &names);
        for group in &groups {
            articles.push_str(&method_article::article(group, &self.title, &url, &names));
        }
        articles.push_str(&type_article::error(&names));
        for of in &types {
            articles.push_str(&type_article::article(of, &names));
        }
        format!(
            include_str!("page.html"),
            title = escaped(&self.title),
            style = include_str!("page.css"),
            script = include_str!("page.js"),
            version = escaped(&self.version),
            contents = self.contents(&groups, &types, &names),
            articles = articles,
        )
    }

    fn names(&self, groups: &[Vec<&MethodEntry>]) -> Names {
        let mut types = Types::default();
        let mut known = HashSet::new();
        types.reserve(ERROR);
        for entry in groups.iter().flatten() {
            if known.insert(entry.name().to_owned()) {
                types.reserve(entry.name());
            }
        }
        for entry in groups.iter().flatten() {
            for (_, shape) in super::schema::Parameters::of(entry).forms() {
                types.add(shape, Direction::Sent);
            }
            types.add((entry.definition().result)(), Direction::Received);
        }
        let more = self.methods.types().iter().copied();
        let update = self
            .methods
            .is_bot_api()
            .then_some(Update::shape as fn() -> Shape);
        for shape in more
            .chain(update)
            .chain([ResponseParameters::shape as fn() -> Shape])
        {
            types.add(shape(), Direction::Received);
        }
        let all = types
            .all()
            .map(|(of, _)| types.name(&of, Direction::Received));
        known.extend(all.collect::<Vec<_>>());
        Names { types, known }
    }

    /// The address of methods: that of the first server.
    fn url(&self) -> String {
        let official = "https://api.telegram.org/bot{token}";
        let first = self.servers.first().map(|(url, _)| url.as_str());
        let url = first.unwrap_or(official);
        url.trim_end_matches('/').replace("{token}", "$TOKEN")
    }

    fn overview(&self, groups: &[Vec<&MethodEntry>], types: &[Type], names: &Names) -> String {
        let text = markdown::render(&self.description, &|_| None);
        let mut out = format!(
            "<article id=\"{OVERVIEW}\"><div class=\"text\"><h2>Overview</h2>{text}<p class=\"facts keys\">Keys: <kbd>/</kbd> searches, <kbd>↑</kbd> and <kbd>↓</kbd> choose, <kbd>Enter</kbd> opens, <kbd>Esc</kbd> ends the search.</p><p id=\"page-all\" class=\"facts keys\"><a href=\"#page-all\">All on one page</a>, to print it or to find words with the browser.</p>"
        );
        let summary = |doc: &str| {
            let summary = DocText::of(doc).summary();
            markdown::inline(&summary, &|code| names.address(code))
        };
        for (section, groups) in sections(groups, &self.title) {
            out.push_str(&element("h3", &escaped(&section)));
            out.push_str("<dl>");
            for entry in groups {
                let (name, text) = (entry.name(), summary(entry.definition().doc));
                out.push_str(&listed(name, &text));
            }
            out.push_str("</dl>");
        }
        out.push_str("<h3>Types</h3><dl>");
        out.push_str(&listed(ERROR, "The response to a call that failed"));
        for of in types {
            out.push_str(&listed(&names.of(of), &summary(of.definition.doc)));
        }
        out.push_str("</dl></div></article>\n");
        out
    }

    fn contents(&self, groups: &[Vec<&MethodEntry>], types: &[Type], names: &Names) -> String {
        let item = |name: &str| format!("<li><a href=\"#{name}\">{name}</a></li>");
        let mut out = format!("<ul><li><a href=\"#{OVERVIEW}\">Overview</a></li></ul>");
        for (section, groups) in sections(groups, &self.title) {
            let items = groups
                .iter()
                .map(|entry| item(entry.name()))
                .collect::<String>();
            out.push_str(&element("h2", &escaped(&section)));
            out.push_str(&element("ul", &items));
        }
        let all = types
            .iter()
            .map(|of| item(&names.of(of)))
            .collect::<String>();
        out.push_str(&element("h2", "Types"));
        out.push_str(&element("ul", &(item(ERROR) + &all)));
        out
    }
}

fn listed(name: &str, summary: &str) -> String {
    format!("<dt><a href=\"#{name}\">{name}</a></dt><dd>{summary}</dd>")
}

/// The methods of each section, in the order of the list.
fn sections<'m>(
    groups: &[Vec<&'m MethodEntry>],
    title: &str,
) -> Vec<(String, Vec<&'m MethodEntry>)> {
    let mut sections: Vec<(String, Vec<&MethodEntry>)> = Vec::new();
    for entry in groups.iter().filter_map(|group| group.first()) {
        let section = tag(entry, title);
        match sections.iter_mut().find(|(known, _)| *known == section) {
            Some((_, entries)) => entries.push(entry),
            None => sections.push((section, vec![entry])),
        }
    }
    sections
}
