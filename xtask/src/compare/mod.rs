//! What a page changes in the facts. The order of a table or list is no change. Here: methods, types
//! and members. Not here: what the prose says (`limits`), how changes are printed (`report`).

mod limits;
mod rename;
mod report;

use std::collections::HashSet;

pub(crate) use limits::mark_of;
pub(crate) use report::report;

use crate::document::{Document, Entry, Kind};
use crate::page::{Page, PageEntry, PageField, Version};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Version {
        from: String,
        to: Version,
    },
    EntryAdded {
        name: String,
        is_method: bool,
    },
    EntryRemoved {
        name: String,
        is_method: bool,
    },
    EntryRenamed {
        from: String,
        to: String,
        is_method: bool,
    },
    /// A type got its first field, lost the last one, or became a union.
    KindChanged {
        name: String,
        from: Kind,
        to: Kind,
    },
    Returns {
        method: String,
        from: String,
        to: String,
    },
    FieldAdded {
        owner: String,
        name: String,
    },
    FieldRemoved {
        owner: String,
        name: String,
    },
    FieldRenamed {
        owner: String,
        from: String,
        to: String,
    },
    TypeChanged {
        owner: String,
        field: String,
        from: String,
        to: String,
    },
    Requirement {
        owner: String,
        field: String,
        required: bool,
    },
    VariantAdded {
        owner: String,
        name: String,
    },
    VariantRemoved {
        owner: String,
        name: String,
    },
    Fact {
        owner: String,
        field: String,
        change: FactChange,
    },
}

/// What the prose says differently about a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FactChange {
    Added(crate::document::Fact),
    Changed {
        from: String,
        to: crate::document::Fact,
    },
    /// A word without a value no longer applies.
    Dropped(String),
    /// The page no longer mentions these values of a fact.
    Unmentioned {
        fact: crate::document::Fact,
        missing: Vec<String>,
    },
}

/// The changes, and the facts in which what was renamed has its new name.
pub(crate) struct Comparison {
    pub changes: Vec<Change>,
    pub renamed: Document,
}

impl Comparison {
    /// Returns how many entries the page lacks or has without what they contained, and how many
    /// members of the others it lacks.
    pub(crate) fn lost(&self) -> (usize, usize) {
        let (mut entries, mut members) = (0, 0);
        for change in &self.changes {
            match change {
                Change::EntryRemoved { .. } => entries += 1,
                Change::KindChanged { from, .. } if *from != Kind::Marker => entries += 1,
                Change::FieldRemoved { .. } | Change::VariantRemoved { .. } => members += 1,
                _ => {}
            }
        }
        (entries, members)
    }
}

/// Compares a page with the facts.
pub(crate) fn compare(document: &Document, page: &Page) -> Comparison {
    let mut changes = Vec::new();
    version(document, page, &mut changes);
    let mut renamed = document.clone();
    rename::entries(&mut renamed, page, &mut changes);
    let removed: Vec<&Entry> = renamed
        .entries()
        .filter(|entry| page_entry(page, entry).is_none())
        .collect();
    for entry in removed {
        let (name, is_method) = (entry.name.clone(), entry.is_method());
        changes.push(Change::EntryRemoved { name, is_method });
    }
    for new in &page.entries {
        let known = renamed
            .entry(&new.name)
            .filter(|entry| entry.is_method() == new.is_method);
        if known.is_none() {
            let (name, is_method) = (new.name.clone(), new.is_method);
            changes.push(Change::EntryAdded { name, is_method });
        }
    }
    let names: Vec<String> = renamed.entries().map(|entry| entry.name.clone()).collect();
    for name in names {
        if let Some(new) = page.entry(&name) {
            rename::fields(&mut renamed, new, page, &mut changes);
        }
    }
    for entry in renamed.entries() {
        if let Some(new) = page_entry(page, entry) {
            members(entry, new, page, &mut changes);
        }
    }
    Comparison { changes, renamed }
}

fn page_entry<'a>(page: &'a Page, entry: &Entry) -> Option<&'a PageEntry> {
    page.entry(&entry.name)
        .filter(|new| new.is_method == entry.is_method())
}

fn version(document: &Document, page: &Page, changes: &mut Vec<Change>) {
    let (number, date) = document.version().unwrap_or_default();
    if let Some(to) = &page.version
        && (to.number != number || to.date != date)
    {
        let from = format!("{number} {date}");
        changes.push(Change::Version {
            from,
            to: to.clone(),
        });
    }
}

/// Returns the kind of a page's entry. A union lists its variants.
pub(crate) fn kind(entry: &PageEntry) -> Kind {
    if entry.is_method {
        Kind::Method
    } else if !entry.fields.is_empty() {
        Kind::Object
    } else if entry.variants.is_empty() {
        Kind::Marker
    } else {
        Kind::Union
    }
}

fn members(entry: &Entry, new: &PageEntry, page: &Page, changes: &mut Vec<Change>) {
    let owner = || entry.name.clone();
    if let (Some(from), Some(to)) = (entry.returns(), &new.returns)
        && !is_same_type(from, to, true)
    {
        let (from, to) = (from.to_owned(), to.clone());
        changes.push(Change::Returns {
            method: owner(),
            from,
            to,
        });
    }
    let to = kind(new);
    if to != entry.kind {
        changes.push(Change::KindChanged {
            name: owner(),
            from: entry.kind,
            to,
        });
        return;
    }
    for field in &new.fields {
        match entry.field(&field.name) {
            None => changes.push(Change::FieldAdded {
                owner: owner(),
                name: field.name.clone(),
            }),
            Some(known) => {
                let field_name = || field.name.clone();
                if !is_same_type(&known.ty, &field.ty, page.knows_true) {
                    let (from, to) = (known.ty.clone(), field.ty.clone());
                    changes.push(Change::TypeChanged {
                        owner: owner(),
                        field: field_name(),
                        from,
                        to,
                    });
                }
                if known.optional == field.required {
                    let required = field.required;
                    changes.push(Change::Requirement {
                        owner: owner(),
                        field: field_name(),
                        required,
                    });
                }
                limits::compare(entry, known, field, &new.prose, page, changes);
            }
        }
    }
    for field in entry.fields() {
        if !new.fields.iter().any(|new| new.name == field.name) {
            changes.push(Change::FieldRemoved {
                owner: owner(),
                name: field.name.clone(),
            });
        }
    }
    let (old, new): (HashSet<&str>, HashSet<&str>) = (
        entry
            .variants()
            .map(|variant| variant.name.as_str())
            .collect(),
        new.variants.iter().map(String::as_str).collect(),
    );
    if entry.kind == Kind::Union {
        let mut added: Vec<&&str> = new.difference(&old).collect();
        added.sort();
        let mut removed: Vec<&&str> = old.difference(&new).collect();
        removed.sort();
        changes.extend(added.into_iter().map(|name| Change::VariantAdded {
            owner: owner(),
            name: (*name).to_owned(),
        }));
        changes.extend(removed.into_iter().map(|name| Change::VariantRemoved {
            owner: owner(),
            name: (*name).to_owned(),
        }));
    }
}

/// Whether a type of the facts is what the page says. The page knows no width of integers, and the
/// community's JSON no `True`. The order of alternatives has no meaning.
pub(crate) fn is_same_type(known: &str, new: &str, knows_true: bool) -> bool {
    plain_type(known, knows_true) == plain_type(new, knows_true)
}

fn plain_type(ty: &str, knows_true: bool) -> String {
    if let Some(item) = ty
        .strip_prefix("Array<")
        .and_then(|item| item.strip_suffix('>'))
    {
        return format!("Array<{}>", plain_type(item, knows_true));
    }
    let mut names: Vec<&str> = ty
        .split('|')
        .map(|name| match name {
            "True" if !knows_true => "Boolean",
            name if name.starts_with("Integer") || name.starts_with("Unsigned32") => "Integer",
            name => name,
        })
        .collect();
    names.sort_unstable();
    names.join("|")
}

/// Whether a field of the facts could be this field of the page under another name.
fn is_alike(known: &crate::document::Field, new: &PageField, page: &Page) -> bool {
    is_same_type(&known.ty, &new.ty, page.knows_true)
}
