//! The facts of the Bot API, parsed independently of the macros.

use std::collections::BTreeMap;

static TEXT: &str = include_str!("../../macros/facts/bot_api.txt");

/// Entries by name.
pub(crate) type Facts = BTreeMap<&'static str, Entry>;

/// A method, object, union or marker.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    /// `method`, `object`, `union` or `marker`.
    pub(crate) kind: &'static str,
    /// The words after the name.
    pub(crate) head: Vec<&'static str>,
    pub(crate) fields: Vec<Field>,
    pub(crate) variants: Vec<Variant>,
    /// The rules of the page for several fields.
    pub(crate) stated: Vec<&'static str>,
}

/// A variant of a union.
pub(crate) struct Variant {
    pub(crate) name: &'static str,
    /// The value of the tag; empty without one.
    pub(crate) tag: &'static str,
    /// The discriminating fields.
    pub(crate) telling: Vec<&'static str>,
}

/// A parameter or field.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) required: bool,
    pub(crate) ty: &'static str,
    words: Vec<&'static str>,
}

impl Field {
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.contains(&word)
    }

    /// Returns the word after `key`.
    pub(crate) fn word(&self, key: &str) -> Option<&'static str> {
        let at = self.words.iter().position(|word| *word == key)?;
        self.words.get(at + 1).copied()
    }

    /// Returns the list after `key`.
    pub(crate) fn list(&self, key: &str) -> Vec<&'static str> {
        let words = self.word(key).into_iter();
        words.flat_map(|list| list.split('|')).collect()
    }

    /// Returns both ends of the range after `key`; an open end is `None`.
    pub(crate) fn range(&self, key: &str) -> Option<(Option<i64>, Option<i64>)> {
        let (min, max) = self.word(key)?.split_once("..")?;
        Some((min.parse().ok(), max.trim_start_matches('=').parse().ok()))
    }

    /// The tag of an object in a union: it is not a field of the struct.
    pub(crate) fn is_tag(&self) -> bool {
        self.ty == "String" && self.word("const").is_some()
    }

    /// Returns the rules for a single parameter, in the words of the rules.
    pub(crate) fn rules(&self) -> Vec<String> {
        let mut rules = Vec::new();
        if let Some(range) = self.word("in") {
            let mut also = String::new();
            for value in self.list("or") {
                also.push_str(" or ");
                also.push_str(value);
            }
            rules.push(format!("must be in {range}{also}"));
        }
        if let Some(range) = self.word("len").map(from_none) {
            rules.push(match (self.has("bytes"), self.has("after_entities")) {
                (true, _) => format!("must have {range} bytes"),
                (_, true) => format!("must have {range} characters without the space around it"),
                _ => format!("must have {range} characters"),
            });
        }
        // The number of items of a hedged list may grow without notice.
        if let Some(range) = self.word("items").filter(|_| !self.has("hedged")) {
            let range = from_none(range);
            rules.push(format!("must have {range} items"));
        }
        rules.extend(self.further_rules());
        rules
    }

    /// Returns the number of letters of the text, or of each text of the list, if the facts specify
    /// it.
    pub(crate) fn letters(&self) -> Option<usize> {
        let pattern = self.word("pattern").or(self.word("each_pattern"))?;
        let (_, count) = pattern.split_once('{')?;
        count.split_once('}')?.0.parse().ok()
    }

    /// Returns the rules without an attribute.
    fn further_rules(&self) -> Vec<String> {
        let pattern = |text: &str| {
            Some(match text {
                "^[A-Za-z0-9_-]+$" => "must be of A-Z, a-z, 0-9, `_` and `-`",
                "^[a-z0-9_]{1,32}$" => "must be of a-z, 0-9 and `_`",
                "^[A-Z]{2}$" => "must be of 2 letters from A to Z",
                "^[A-Z]{3}$" => "must be of 3 letters from A to Z",
                "^([a-z]{2})?$" => "must be of 2 letters from A to Z, or empty",
                _ => return None,
            })
        };
        let mut rules = Vec::new();
        if self.has("nonzero") {
            rules.push("must not be 0".to_owned());
        }
        let lines = self.word("line_feeds").map(from_none);
        rules.extend(lines.map(|range| format!("must have {range} line feeds")));
        let total = self.word("total_len").map(from_none);
        rules.extend(total.map(|range| format!("must have {range} characters in all items")));
        let each = self.word("each_in");
        rules.extend(each.map(|range| format!("each item must be in {range}")));
        let each = self.word("each_pattern").and_then(pattern);
        rules.extend(each.map(|pattern| format!("each item {pattern}")));
        if self.has("increasing") {
            rules.push("must not be less than the item before".to_owned());
        }
        if self.has("strictly_increasing") {
            rules.push("must be greater than the item before".to_owned());
        }
        rules.extend(
            self.word("pattern")
                .and_then(pattern)
                .map(ToOwned::to_owned),
        );
        let rule = match self.word("sources") {
            Some("upload") if !self.has("or_dropped") => {
                "must be uploaded, as by `InputFile::path`"
            }
            Some("file_id|upload") => "must be uploaded or named by its file id",
            Some(_) => "must be a file id or a URL with a scheme",
            None => return rules,
        };
        rules.push(rule.to_owned());
        rules
    }

    /// Returns the type in the words of `telegrammar::schema::ApiType`.
    pub(crate) fn kind(&self) -> String {
        kind(self.ty)
    }
}

/// Converts a range of counts: its minimum is at least 0.
fn from_none(range: &str) -> String {
    let is_open = range.starts_with("..");
    format!("{}{range}", if is_open { "0" } else { "" })
}

fn kind(ty: &str) -> String {
    if let Some(item) = ty.strip_prefix("Array<") {
        let item = item.strip_suffix('>').unwrap_or(item);
        return format!("Array of {}", kind(item));
    }
    match ty {
        "Integer64|String" => "Integer or String".to_owned(),
        "InputFile|String" => "InputFile".to_owned(),
        "True" => "Boolean".to_owned(),
        _ if ty.contains('|') => ty.replace('|', " or "),
        _ if ty.starts_with("Integer") || ty.starts_with("Unsigned") => "Integer".to_owned(),
        _ => ty.to_owned(),
    }
}

impl Entry {
    /// `in`, `out` or `both`.
    /// Returns whether the server sends it, so that it may have members that are still unknown.
    pub(crate) fn is_received(&self) -> bool {
        self.kind != "method" && self.direction() != "out"
    }

    pub(crate) fn direction(&self) -> &'static str {
        self.head.first().copied().unwrap_or_default()
    }

    pub(crate) fn tag(&self) -> Option<&'static str> {
        let at = self.head.iter().position(|word| *word == "tag")?;
        self.head.get(at + 1).copied()
    }

    pub(crate) fn field(&self, name: &str) -> &Field {
        let field = self.fields.iter().find(|field| field.name == name);
        field.unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }
}

/// Reads all entries.
pub(crate) fn read() -> Facts {
    let mut entries = Facts::new();
    let mut current: Option<Entry> = None;
    for line in TEXT.lines() {
        let words: Vec<_> = line.split_ascii_whitespace().collect();
        if line.starts_with("  ") {
            let entry = current.as_mut().expect("an entry above the line");
            entry.stated.extend(line.trim().strip_prefix("stated "));
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
                stated: Vec::new(),
            });
        }
    }
    entries.extend(current.map(|last| (last.name, last)));
    entries
}

fn read_line(entry: &mut Entry, words: &[&'static str]) {
    match words {
        ["stated" | "implied" | "why", ..] | [] => {}
        [name, ty, rest @ ..] if name.ends_with(':') => {
            let name = name.trim_end_matches(':');
            entry.fields.push(Field {
                name: name.trim_end_matches('?'),
                required: !name.ends_with('?'),
                ty,
                words: rest.to_vec(),
            });
        }
        [name, rest @ ..] => {
            let behind = |key: &str| {
                let at = rest.iter().position(|word| *word == key)?;
                rest.get(at + 1).copied()
            };
            let telling = behind("with").into_iter();
            entry.variants.push(Variant {
                name,
                tag: behind("=").unwrap_or_default(),
                telling: telling.flat_map(|fields| fields.split('+')).collect(),
            });
        }
    }
}
