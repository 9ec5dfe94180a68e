//! The published page of the Bot API as data, from either format. Here: which format a text has. Not
//! here: what its prose says about a field (`prose`), comparisons with the facts (`compare`).

mod html;
mod json;
mod result;
pub(crate) mod text;
mod types;

pub(crate) use types::{is_type_word, references};

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Page {
    /// The version, such as `10.3`, and its date, such as `2026-08-24`.
    pub version: Option<Version>,
    /// The methods and types, in the order of the page.
    pub entries: Vec<PageEntry>,
    /// The community's JSON has no `True`, and says `Boolean` instead.
    pub knows_true: bool,
}

/// A version of the Bot API and the day of its publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    pub number: String,
    pub date: String,
}

/// A method or a type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageEntry {
    pub name: String,
    /// The heading above it; the JSON has none.
    pub section: Option<String>,
    pub is_method: bool,
    pub prose: String,
    pub fields: Vec<PageField>,
    /// The types that a union lists.
    pub variants: Vec<String>,
    /// The result of a method, in the facts' words, if the prose states it.
    pub returns: Option<String>,
}

/// A parameter or field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct PageField {
    pub name: String,
    pub required: bool,
    /// The type in the facts' words.
    pub ty: String,
    pub prose: String,
}

impl Page {
    /// Reads a page in either format.
    ///
    /// # Errors
    ///
    /// Returns a message if the text is neither format, or incomplete.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        let mut page = match start.chars().next() {
            None => return Err("the file is empty".to_owned()),
            Some('<') => html::read(start)?,
            Some('{') => json::read(start)?,
            Some(_) => {
                return Err(
                    "the file is neither the HTML page of the Bot API nor the JSON \
                     `api.json` of telegram-bot-api-spec"
                        .to_owned(),
                );
            }
        };
        if page.entries.is_empty() {
            return Err("the file contains no method and no type of the Bot API".to_owned());
        }
        page.check_names()?;
        if page.version.is_none() {
            return Err("the file has no version such as `Bot API 10.0` with its date".to_owned());
        }
        result::complete(&mut page);
        Ok(page)
    }

    /// Returns the entry with this name.
    pub(crate) fn entry(&self, name: &str) -> Option<&PageEntry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// Refuses what cannot be a name, and names that occur twice.
    fn check_names(&self) -> Result<(), String> {
        let mut names = std::collections::HashSet::new();
        for entry in &self.entries {
            let is_name = |name: &str| {
                name.chars()
                    .all(|char| char.is_ascii_alphanumeric() || char == '_')
                    && !name.is_empty()
            };
            if !is_name(&entry.name) {
                return Err(format!("`{}` is not a name", entry.name));
            }
            if !names.insert(&entry.name) {
                return Err(format!("`{}` has two entries", entry.name));
            }
            let mut members = std::collections::HashSet::new();
            for field in &entry.fields {
                let (owner, name) = (&entry.name, &field.name);
                if !is_name(name) {
                    return Err(format!("`{owner}`: `{name}` is not a name of a field"));
                }
                if !members.insert(name) {
                    return Err(format!("`{owner}`: `{name}` occurs twice"));
                }
                if !is_type_word(&field.ty) {
                    return Err(format!("`{owner}.{name}`: `{}` is not a type", field.ty));
                }
            }
        }
        Ok(())
    }
}
