//! A shorter form of the lines, for methods and types: a head for each, its fields below.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

use crate::{Item, Items};

/// What each method and type has; only differences are listed.
struct Usual {
    methods: &'static [&'static str],
    structs: &'static [&'static str],
    enums: &'static [&'static str],
}

const USUAL: Usual = Usual {
    methods: &[
        "Clone",
        "Debug",
        "Deserialize",
        "Method",
        "PartialEq",
        "Serialize",
    ],
    structs: &[
        "Clone",
        "Debug",
        "Decode",
        "Deserialize",
        "Object",
        "ObjectTarget",
        "Param",
        "PartialEq",
        "Serialize",
    ],
    enums: &[
        "Clone",
        "Debug",
        "Decode",
        "Deserialize",
        "Param",
        "PartialEq",
        "Serialize",
    ],
};

/// Associated items that are the same everywhere.
const SAME: [&str; 4] = [
    "pub const INFO: &'static MethodInfo",
    "pub const INFO: &'static TypeInfo",
    "pub const INFO: &'static UnionInfo",
    "pub fn validate(&self) -> Result<(), ValidationError>",
];

/// Returns the text with the last segment of each path: `core::option::Option<i64>` as
/// `Option<i64>`.
fn without_paths(text: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut start = 0;
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("::") {
            // A path that starts with a type in brackets, `<S as Trait>::Name`, has no segment.
            short.truncate(start);
            rest = after;
            continue;
        }
        short.push(character);
        if !character.is_alphanumeric() && character != '_' {
            start = short.len();
        }
        rest = &rest[character.len_utf8()..];
    }
    short
}

/// Adds a field, and in the same line the argument of its setter.
fn add_member(list: &mut String, member: &str, setters: &mut HashMap<String, String>) {
    let member = member.strip_prefix("pub ").unwrap_or(member);
    let argument = member
        .split_once(": ")
        .and_then(|(name, _)| setters.remove(name));
    let argument = argument.map(|argument| format!(" <- {argument}"));
    let _ = writeln!(list, "    {member}{}", argument.unwrap_or_default());
}

/// Returns the name and the argument of `pub fn name(self, name: Argument) -> Self`.
fn setter(function: &str) -> Option<(String, String)> {
    let (name, rest) = function.strip_prefix("pub fn ")?.split_once("(self, ")?;
    let argument = rest.strip_suffix(") -> Self")?;
    let (_, argument) = argument.split_once(": ")?;
    Some((name.to_owned(), argument.to_owned()))
}

/// Adds what the item has and others do not (`+`), and what others have and it does not (`-`).
fn add_traits(list: &mut String, head: &str, traits: &BTreeSet<String>) {
    let usual = if traits.contains("Method") {
        USUAL.methods
    } else if head.contains("pub enum ") {
        USUAL.enums
    } else {
        USUAL.structs
    };
    let usual: BTreeSet<_> = usual.iter().map(|name| (*name).to_owned()).collect();
    for name in traits.difference(&usual) {
        let _ = writeln!(list, "    + {name}");
    }
    for name in usual.difference(traits) {
        let _ = writeln!(list, "    - {name}");
    }
}

/// The items of one method or type.
struct Entry {
    head: String,
    members: Vec<String>,
    functions: Vec<String>,
    traits: BTreeSet<String>,
}

impl Entry {
    /// Returns the name of the method or type, without generics.
    fn name(&self) -> &str {
        name(&self.head)
    }

    /// Takes the result of a method out of the functions, if `send` agrees with it.
    fn take_result(&mut self) -> Option<String> {
        let mut results = self
            .functions
            .iter()
            .filter_map(|text| text.strip_prefix("pub type Response = "));
        let result = results.next()?.to_owned();
        let sends = |text: &String| {
            text.starts_with("pub fn send(&self, ") && text.ends_with(&format!("-> Call<{result}>"))
        };
        let at = self.functions.iter().position(sends)?;
        self.functions.remove(at);
        self.functions
            .retain(|text| !text.starts_with("pub type Response = "));
        Some(result)
    }

    fn lines(mut self) -> String {
        let is_definition = ["struct ", "enum "]
            .iter()
            .any(|kind| self.head.contains(&format!("pub {kind}")));
        let mut list = self.head.replace("#[non_exhaustive] pub ", "");
        if is_definition && list == self.head {
            list.insert_str(0, "exhaustive ");
        }
        list = list.replace("pub ", "");
        if let Some(result) = self.take_result() {
            let _ = write!(list, " -> {result}");
        }
        list.push('\n');
        let (setters, functions): (Vec<_>, Vec<_>) = self
            .functions
            .into_iter()
            .partition(|text| setter(text).is_some());
        let mut setters: HashMap<_, _> = setters.iter().filter_map(|text| setter(text)).collect();
        for function in functions {
            if !SAME.contains(&function.as_str()) {
                let function = function.strip_prefix("pub ").unwrap_or(&function);
                let _ = writeln!(list, "    {function}");
            }
        }
        for member in &self.members {
            add_member(&mut list, member, &mut setters);
        }
        // Setters without a field of the same name.
        let setters: BTreeMap<_, _> = setters.into_iter().collect();
        for (name, argument) in setters {
            let _ = writeln!(list, "    fn {name}(self, {argument}) -> Self");
        }
        if is_definition {
            add_traits(&mut list, &self.head, &self.traits);
        }
        list
    }
}

/// Returns the name in `pub struct Name<…>` or `&Name<…>`.
fn name(text: &str) -> &str {
    let last = text.rsplit_once(' ').map_or(text, |(_, last)| last);
    let plain = last.split_once('<').map_or(last, |(plain, _)| plain);
    plain.trim_start_matches('&')
}

/// Returns the lines of all methods or types in a module.
#[must_use]
pub fn lines(items: &Items) -> String {
    let parents: HashMap<_, _> = items.0.iter().map(|item| (item.id, item)).collect();
    let parent = |item: &Item| item.parent.and_then(|id| parents.get(&id).copied());
    let mut entries: Vec<Entry> = Vec::new();
    let mut others = Vec::new();
    for item in &items.0 {
        let text = without_paths(item.text());
        let is_head = parent(item).is_none_or(|parent| parent.text().starts_with("pub mod "));
        if is_head && !item.is_impl() {
            entries.push(Entry {
                head: text,
                members: Vec::new(),
                functions: Vec::new(),
                traits: BTreeSet::new(),
            });
            continue;
        }
        let Some(entry) = entries.last_mut() else {
            continue;
        };
        if let Some((implemented, target)) = item.implemented() {
            let [implemented, target] = [implemented, target].map(without_paths);
            let implemented = implemented.replace("<'__de>", "").replace("<'de>", "");
            if name(&target) == entry.name() {
                entry.traits.insert(implemented);
            } else {
                others.push((entries.len() - 1, implemented, target));
            }
        } else if parent(item).is_some_and(Item::is_impl) {
            entry.functions.push(text);
        } else if !item.is_impl() {
            entry.members.push(text);
        }
    }
    // What another entry implements is listed there.
    let names: BTreeSet<_> = entries
        .iter()
        .map(|entry| entry.name().to_owned())
        .collect();
    for (at, implemented, target) in others {
        if !names.contains(name(&target)) {
            entries[at]
                .traits
                .insert(format!("{implemented} for {target}"));
        }
    }
    entries.into_iter().map(Entry::lines).collect()
}

#[cfg(test)]
mod tests {
    use super::{setter, without_paths};

    #[test]
    fn paths_are_reduced_to_their_last_segments() {
        let short =
            without_paths("pub a::b::C::field: core::option::Option<alloc::vec::Vec<a::D>>");
        assert_eq!(short, "pub field: Option<Vec<D>>");
        assert_eq!(
            without_paths("pub fn a::B::new(x: i64) -> Self"),
            "pub fn new(x: i64) -> Self"
        );
    }

    #[test]
    fn a_setter_is_known_by_its_form() {
        let found = setter("pub fn limit(self, limit: i64) -> Self");
        assert_eq!(found, Some(("limit".to_owned(), "i64".to_owned())));
        assert_eq!(setter("pub fn send(&self, bot: &Bot) -> Call<bool>"), None);
    }
}
