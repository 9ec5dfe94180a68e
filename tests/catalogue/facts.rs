//! The facts of the Bot API as the tests read them: on their own, without the macros' help.

use std::collections::BTreeMap;

static TEXT: &str = include_str!("../../macros/facts/bot_api.txt");

/// A method, object, union or marker.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    /// `method`, `object`, `union` or `marker`.
    pub(crate) kind: &'static str,
    /// What stands behind the name.
    pub(crate) head: Vec<&'static str>,
    pub(crate) fields: Vec<Field>,
    /// Of a union: the type of a variant, and the value of its tag.
    pub(crate) variants: Vec<(&'static str, &'static str)>,
}

/// A parameter or field.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    pub(crate) ty: &'static str,
    words: Vec<&'static str>,
}

impl Field {
    /// The word behind `key`.
    pub(crate) fn word(&self, key: &str) -> Option<&'static str> {
        let at = self.words.iter().position(|word| *word == key)?;
        self.words.get(at + 1).copied()
    }

    /// The tag of an object in a union: it is not a field of the struct.
    pub(crate) fn is_tag(&self) -> bool {
        self.ty == "String" && self.word("const").is_some()
    }
}

impl Entry {
    pub(crate) fn direction(&self) -> &'static str {
        self.head.first().copied().unwrap_or_default()
    }

    pub(crate) fn tag(&self) -> Option<&'static str> {
        let at = self.head.iter().position(|word| *word == "tag")?;
        self.head.get(at + 1).copied()
    }
}

/// Everything, by name.
pub(crate) fn read() -> BTreeMap<&'static str, Entry> {
    let mut entries = BTreeMap::new();
    let mut current: Option<Entry> = None;
    for line in TEXT.lines() {
        let words: Vec<_> = line.split_ascii_whitespace().collect();
        if line.starts_with("  ") {
            let entry = current.as_mut().expect("an entry above the line");
            read_line(entry, &words);
            continue;
        }
        if let Some(done) = current.take() {
            entries.insert(done.name, done);
        }
        if let ["method" | "object" | "union" | "marker", name, ..] = words[..] {
            current = Some(Entry {
                name,
                kind: words[0],
                head: words[2..].to_vec(),
                fields: Vec::new(),
                variants: Vec::new(),
            });
        }
    }
    entries.extend(current.map(|last| (last.name, last)));
    entries
}

fn read_line(entry: &mut Entry, words: &[&'static str]) {
    match words {
        ["stated" | "implied" | "bare", ..] | [] => {}
        [name, ty, rest @ ..] if name.ends_with(':') => {
            let name = name.trim_end_matches(':');
            entry.fields.push(Field {
                name: name.trim_end_matches('?'),
                required: !name.ends_with('?'),
                ty,
                words: rest.to_vec(),
            });
        }
        [name, "=", tag, ..] => entry.variants.push((name, tag)),
        [name, ..] => entry.variants.push((name, "")),
    }
}
