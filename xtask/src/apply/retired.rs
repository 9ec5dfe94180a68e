//! Names that were replaced: the lines of `retired.txt`, whose head explains its grammar.

use std::fmt::Write as _;

use crate::compare::Change;
use crate::document::{Document, Entry, Field, MARK};
use crate::page::references;

/// A line about a name that the Bot API no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    owner: String,
    old: String,
    /// What replaced it: `a`, `a|b`, `a.b` or `Type.a`.
    new: String,
    since: String,
    /// The mark, if there is one.
    rest: String,
}

/// Returns `retired.txt` with the names that were probably replaced. A line is marked for a person to
/// read, because only the page's changelog says whether the new name has the meaning of the old one.
/// Lines about names that are live again are removed.
pub(crate) fn retired(text: &str, changes: &[Change], document: &Document) -> String {
    let version = document.version().map_or("-", |(number, _)| number);
    let mut lines: Vec<Result<Line, String>> = text.lines().map(Line::parse).collect();
    for change in changes {
        for line in lines.iter_mut().flatten() {
            line.follow(change, document, version);
        }
    }
    lines.retain(|line| {
        line.as_ref().map_or(true, |line| {
            line.has_owner(document) && !line.is_live(document)
        })
    });
    for line in lines.iter_mut().flatten() {
        if line.rest.is_empty() && !line.leads_to_a_name(document) {
            line.rest = format!("{MARK}what replaced it");
        }
    }
    let mut groups: [Vec<String>; 2] = [Vec::new(), Vec::new()];
    for change in changes {
        let (owner, from, to) = match change {
            Change::EntryRenamed {
                from,
                to,
                is_method,
            } => (if *is_method { "method" } else { "type" }, from, to),
            Change::FieldRenamed { owner, from, to } => (owner.as_str(), from, to),
            _ => continue,
        };
        let is_known = |line: &Line| line.owner == owner && line.old == *from;
        if !lines.iter().flatten().any(is_known) {
            let group = usize::from(matches!(change, Change::FieldRenamed { .. }));
            if let Some(group) = groups.get_mut(group) {
                group.push(format!("{owner} {from} -> {to} {version}{MARK}a rename"));
            }
        }
    }
    let mut lines: Vec<String> = lines.iter().map(render).collect();
    // A group that lost its last line leaves two empty lines.
    lines.dedup_by(|line, before| line.is_empty() && before.is_empty());
    let mut text = lines.join("\n").trim_end().to_owned() + "\n";
    for lines in groups {
        if !lines.is_empty() {
            let _ = write!(text, "\n{}\n", lines.join("\n"));
        }
    }
    text
}

fn render(line: &Result<Line, String>) -> String {
    match line {
        Ok(line) => {
            let Line {
                owner,
                old,
                new,
                since,
                rest,
            } = line;
            format!("{owner} {old} -> {new} {since}{rest}")
        }
        Err(other) => other.clone(),
    }
}

fn field_types<'a>(owners: &[&'a Entry], name: &str) -> Vec<&'a str> {
    let fields = owners.iter().filter_map(|owner| owner.field(name));
    fields.flat_map(|field| references(&field.ty)).collect()
}

fn entries<'a>(document: &'a Document, names: &[&str]) -> Vec<&'a Entry> {
    let found = names.iter().filter_map(|name| document.entry(name));
    found.collect()
}

impl Line {
    /// Parses a line; what is no such line is returned as it is.
    fn parse(text: &str) -> Result<Self, String> {
        let (line, rest) = text.split_at(text.find(MARK).unwrap_or(text.len()));
        match line.split(' ').collect::<Vec<_>>().as_slice() {
            [owner, old, "->", new, since] if *owner != "#" => Ok(Self {
                owner: (*owner).to_owned(),
                old: (*old).to_owned(),
                new: (*new).to_owned(),
                since: (*since).to_owned(),
                rest: rest.to_owned(),
            }),
            _ => Err(text.to_owned()),
        }
    }

    fn is_about_entries(&self) -> bool {
        ["method", "type"].contains(&self.owner.as_str())
    }

    /// Follows what replaced an older name, and its owner, to their new names.
    fn follow(&mut self, change: &Change, document: &Document, version: &str) {
        let old = self.new.clone();
        match change {
            Change::EntryRenamed {
                from,
                to,
                is_method,
            } => {
                self.owner = with_first(&self.owner, from, to);
                let owner = if *is_method { "method" } else { "type" };
                if self.owner == owner && self.new == *from {
                    self.new.clone_from(to);
                } else if !self.is_about_entries() {
                    let paths = self.new.split('|');
                    let renamed = paths.map(|path| {
                        if path.contains('.') {
                            with_first(path, from, to)
                        } else {
                            path.to_owned()
                        }
                    });
                    self.new = renamed.collect::<Vec<_>>().join("|");
                }
            }
            Change::FieldRenamed { owner, from, to } => {
                if self.owner == format!("{owner}.{from}") {
                    self.owner = format!("{owner}.{to}");
                } else if !self.is_about_entries() && !self.owner.contains('.') {
                    let paths = self.new.split('|');
                    let renamed = paths.map(|path| self.renamed(path, owner, from, to, document));
                    self.new = renamed.collect::<Vec<_>>().join("|");
                }
            }
            _ => {}
        }
        if self.new != old {
            version.clone_into(&mut self.since);
        }
    }

    /// Returns the entries that the line is about.
    fn owners<'a>(&self, document: &'a Document) -> Vec<&'a Entry> {
        if self.owner != "*" {
            return entries(
                document,
                &[self.owner.split('.').next().unwrap_or_default()],
            );
        }
        let root = self.new.split(['.', '|']).next().unwrap_or_default();
        let all = document.entries();
        all.filter(|entry| entry.field(root).is_some()).collect()
    }

    /// Returns a path in which a field has its new name.
    fn renamed(
        &self,
        path: &str,
        owner: &str,
        from: &str,
        to: &str,
        document: &Document,
    ) -> String {
        let mut owners = self.owners(document);
        // What is the field of all has another name if it has that everywhere.
        if self.owner == "*" && owners.is_empty() {
            owners = entries(document, &[owner]);
        }
        let mut path: Vec<&str> = path.split('.').collect();
        for (at, name) in path.iter_mut().enumerate() {
            if at == 0
                && let Some(entry) = document.entry(name).filter(|entry| !entry.is_method())
            {
                owners = vec![entry];
                continue;
            }
            if *name == from && owners.iter().any(|entry| entry.name == owner) {
                *name = to;
            }
            owners = entries(document, &field_types(&owners, name));
        }
        path.join(".")
    }

    /// Whether what had the name is still there.
    fn has_owner(&self, document: &Document) -> bool {
        let field = self.owner.split_once('.').map(|(_, field)| field);
        let owners = self.owners(document);
        let has_field = |entry: &&Entry| field.is_none_or(|field| entry.field(field).is_some());
        self.is_about_entries() || owners.iter().any(has_field)
    }

    /// Whether something has the older name again.
    fn is_live(&self, document: &Document) -> bool {
        if self.is_about_entries() {
            let entry = document.entry(&self.old);
            return entry.is_some_and(|entry| entry.is_method() == (self.owner == "method"));
        }
        let owners = self.owners(document);
        match self.owner.split_once('.') {
            Some((_, field)) => has_word(&owners, field, &self.old),
            None => owners.iter().any(|entry| entry.field(&self.old).is_some()),
        }
    }

    /// Whether what replaced the older name is there.
    fn leads_to_a_name(&self, document: &Document) -> bool {
        if self.is_about_entries() {
            return document.entry(&self.new).is_some();
        }
        let owners = self.owners(document);
        if let Some((_, field)) = self.owner.split_once('.') {
            return has_word(&owners, field, &self.new);
        }
        self.new.split('|').all(|path| {
            let mut owners = owners.clone();
            path.split('.').enumerate().all(|(at, name)| {
                if at == 0
                    && let Some(entry) = document.entry(name).filter(|entry| !entry.is_method())
                {
                    owners = vec![entry];
                    return true;
                }
                let is_there = owners.iter().any(|entry| entry.field(name).is_some());
                owners = entries(document, &field_types(&owners, name));
                is_there
            })
        })
    }
}

/// Whether a closed set has a word.
fn has_word(owners: &[&Entry], field: &str, word: &str) -> bool {
    let fields = owners.iter().filter_map(|entry| entry.field(field));
    let mut sets = fields.filter_map(Field::words);
    sets.any(|set| set.split('|').any(|known| known == word))
}

/// Replaces the first name of a path.
fn with_first(path: &str, from: &str, to: &str) -> String {
    let (first, rest) = path.split_at(path.find('.').unwrap_or(path.len()));
    let first = if first == from { to } else { first };
    format!("{first}{rest}")
}
