//! The text of the facts, as the definitions of the catalogue follow it.

use std::ops::Range;

/// The file, line by line.
pub(crate) struct Text {
    pub(crate) lines: Vec<String>,
}

/// A method or type, by the lines that describe it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// `method`, `object`, `union` or `marker`.
    pub(crate) kind: String,
    pub(crate) name: String,
    /// The line of the head.
    pub(crate) head: usize,
    /// The lines below the head.
    pub(crate) body: Range<usize>,
}

impl Entry {
    pub(crate) fn is_method(&self) -> bool {
        self.kind == "method"
    }
}

/// A parameter or field.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) is_required: bool,
    pub(crate) ty: String,
    /// The words after the type.
    pub(crate) words: Vec<String>,
}

impl Member {
    /// Returns the value of a key.
    pub(crate) fn value(&self, key: &str) -> Option<&str> {
        let at = self.words.iter().position(|word| word == key)?;
        self.words.get(at + 1).map(String::as_str)
    }
}

impl Text {
    pub(crate) fn new(text: &str) -> Self {
        Self {
            lines: text.lines().map(str::to_owned).collect(),
        }
    }

    /// Returns the version and its date.
    pub(crate) fn version(&self) -> (&str, &str) {
        let line = self
            .lines
            .iter()
            .find_map(|line| line.strip_prefix("version "));
        line.and_then(|line| line.split_once(' '))
            .unwrap_or_default()
    }

    /// Returns all methods and types.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (head, line) in self.lines.iter().enumerate() {
            let mut words = line.split(' ');
            let (Some(kind), Some(name)) = (words.next(), words.next()) else {
                continue;
            };
            if !["method", "object", "union", "marker"].contains(&kind) {
                continue;
            }
            let below = self.lines.iter().skip(head + 1);
            let count = below.take_while(|line| line.starts_with(' ')).count();
            entries.push(Entry {
                kind: kind.to_owned(),
                name: name.to_owned(),
                head,
                body: head + 1..head + 1 + count,
            });
        }
        entries
    }

    pub(crate) fn entry(&self, name: &str) -> Option<Entry> {
        self.entries().into_iter().find(|entry| entry.name == name)
    }

    /// Returns the parameters or fields of an entry.
    pub(crate) fn members(&self, entry: &Entry) -> Vec<Member> {
        if entry.kind == "union" {
            return Vec::new();
        }
        entry
            .body
            .clone()
            .filter_map(|line| self.member(line))
            .collect()
    }

    fn member(&self, line: usize) -> Option<Member> {
        let (name, rest) = self.lines.get(line)?.strip_prefix("  ")?.split_once(": ")?;
        if name.contains(' ') {
            return None;
        }
        let mut words = rest.split(' ').map(str::to_owned);
        Some(Member {
            name: name.trim_end_matches('?').to_owned(),
            is_required: !name.ends_with('?'),
            ty: words.next()?,
            words: words.collect(),
        })
    }

    /// Returns the variants of a union, with their lines.
    pub(crate) fn variants(&self, entry: &Entry) -> Vec<(String, usize)> {
        if entry.kind != "union" {
            return Vec::new();
        }
        let lines = entry.body.clone().filter_map(|line| {
            let text = self.lines.get(line)?.trim_start();
            let name = text.split(' ').next()?;
            let is_type = name.starts_with(|letter: char| letter.is_ascii_uppercase());
            is_type.then(|| (name.to_owned(), line))
        });
        lines.collect()
    }
}
