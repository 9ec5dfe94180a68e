//! A published version of the Bot API. Here: what a page says, in the notation of the facts. Not
//! here: what the facts say (`facts`).

mod html;
mod json;
mod prose;

use regex::Regex;

pub(crate) use prose::{needs_reading, stated};

/// What a page says.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Page {
    /// Such as `10.3`.
    pub(crate) version: String,
    /// When the version was published, such as `2026-08-24`, if the page says so.
    pub(crate) date: Option<String>,
    /// All methods and types, in the order of the page.
    pub(crate) entries: Vec<Entry>,
}

/// A method or a type.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Entry {
    pub(crate) name: String,
    /// The heading above it; empty if the format has none.
    pub(crate) section: String,
    pub(crate) prose: String,
    /// The result of a method.
    pub(crate) returns: Option<String>,
    pub(crate) members: Vec<Member>,
    /// The types that a union consists of.
    pub(crate) variants: Vec<String>,
}

impl Entry {
    /// Returns whether this is a method and not a type.
    pub(crate) fn is_method(&self) -> bool {
        self.name
            .starts_with(|letter: char| letter.is_ascii_lowercase())
    }
}

/// A parameter or field.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Member {
    pub(crate) name: String,
    /// The type in the notation of the facts, without the width of integers.
    pub(crate) ty: String,
    pub(crate) is_required: bool,
    pub(crate) prose: String,
}

/// Reads a page in one of the two formats.
///
/// # Errors
///
/// The text is in neither format, or incomplete.
pub(crate) fn read(text: &str) -> Result<Page, String> {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let mut page = if start.starts_with('{') {
        json::read(start)?
    } else if start.starts_with('<') {
        html::read(start)?
    } else {
        return Err("this is neither the HTML of the page nor `api.json`".to_owned());
    };
    if page.version.is_empty() {
        return Err("the page does not say which version of the Bot API it describes".to_owned());
    }
    for kind in [true, false] {
        if !page.entries.iter().any(|entry| entry.is_method() == kind) {
            let what = if kind { "methods" } else { "types" };
            return Err(format!("the page has no {what}: is the file complete?"));
        }
    }
    prose::add_results(&mut page);
    Ok(page)
}

/// Returns whether this is the name of a method or type.
fn is_name(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Returns the number after "Bot API".
fn version(text: &str) -> Option<String> {
    let pattern = Regex::new(r"Bot API (\d+\.\d+)").ok()?;
    Some(pattern.captures(text)?.get(1)?.as_str().to_owned())
}

/// Returns a date such as "August 24, 2026" as `2026-08-24`.
fn date(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let pattern = Regex::new(r"([A-Z][a-z]+) (\d{1,2}), (\d{4})").ok()?;
    let found = pattern.captures(text)?;
    let month = MONTHS.iter().position(|month| *month == &found[1])? + 1;
    let day: u8 = found[2].parse().ok()?;
    Some(format!("{}-{month:02}-{day:02}", &found[3]))
}

/// Returns a type such as "Array of Integer or String" in the notation of the facts.
fn type_expr(text: &str) -> String {
    let text = text.trim();
    if let Some(item) = text.strip_prefix("Array of ") {
        return format!("Array<{}>", type_expr(item));
    }
    let text = text.replace(", and ", ", ").replace(", or ", ", ");
    let text = text.replace(" or ", ", ").replace(" and ", ", ");
    let names = text.split(", ").map(|name| match name.trim() {
        "Float number" | "Double" => "Float",
        "Int" => "Integer",
        "Bool" => "Boolean",
        "Messages" => "Message",
        name => name,
    });
    names.collect::<Vec<_>>().join("|")
}
