//! Lists the public items of a package as text, from rustdoc's JSON.
//!
//! [`Items`] removes what tells a reviewer nothing: what the compiler or a derive implements in the
//! same way for every type. [`catalogue`] is a shorter form for the hundreds of methods and types.

use std::collections::{HashMap, HashSet};
use std::path::Path;

pub mod catalogue;

/// Traits that the compiler implements by itself. Without `!`, they are what users expect.
const AUTO_TRAITS: [&str; 3] = ["marker::Send ", "marker::Sync ", "marker::Unpin "];

/// Traits that are no promise to users: for the compiler, for unwinding, and for generated code.
const NO_PROMISE: [&str; 7] = [
    "core::marker::Freeze ",
    "core::marker::UnsafeUnpin ",
    "core::marker::StructuralPartialEq ",
    "core::panic::unwind_safe::",
    "telegrammar_core::type_check::",
    "telegrammar_core::own_type::",
    "telegrammar_core::__private::",
];

/// A public item and the one that contains it.
#[derive(Debug)]
pub struct Item {
    id: u32,
    parent: Option<u32>,
    text: String,
}

impl Item {
    /// Returns the item in Rust's syntax, with full paths.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    fn is_impl(&self) -> bool {
        self.text.starts_with("impl")
    }

    /// Returns `Trait` and `Type` for `impl Trait for Type where …`.
    fn implemented(&self) -> Option<(&str, &str)> {
        let start = match self.text.strip_prefix("impl")? {
            generic if generic.starts_with('<') => generic.get(end_of_generics(generic)..)?,
            plain => plain,
        };
        let (implemented, rest) = start.trim_start().split_once(" for ")?;
        let target = rest
            .split_once(" where ")
            .map_or(rest, |(target, _)| target);
        (!implemented.contains(" where ")).then_some((implemented, target))
    }
}

/// Returns the length of `<…>` at the start of the text.
fn end_of_generics(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        match character {
            '<' => depth += 1,
            // Not the arrow of a function's result.
            '>' if before != '-' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + character.len_utf8();
        }
        before = character;
    }
    text.len()
}

/// The public items of a package that a reviewer reads, in the order of their paths.
#[derive(Debug)]
pub struct Items(Vec<Item>);

impl Items {
    /// Reads rustdoc's JSON.
    ///
    /// # Errors
    ///
    /// The file cannot be read, or has a format other than that of the pinned toolchain.
    pub fn read(json: &Path) -> Result<Self, public_api::Error> {
        let api = public_api::Builder::from_rustdoc_json(json)
            .omit_blanket_impls(true)
            .include_function_parameter_names(true)
            .build()?;
        let items = api.items().map(|item| Item {
            id: item.id().0,
            parent: item.parent_id().map(|id| id.0),
            text: item.to_string(),
        });
        Ok(Self(without_noise(items.collect())))
    }

    /// Divides the items into those inside of a module, with the module itself, and the others.
    #[must_use]
    pub fn split(self, module: &str) -> (Self, Self) {
        let head = format!("pub mod {module}");
        let root = self.0.iter().find(|item| item.text == head);
        let mut inside: HashMap<u32, bool> = root.map(|item| (item.id, true)).into_iter().collect();
        let parents: HashMap<_, _> = self.0.iter().map(|item| (item.id, item.parent)).collect();
        for item in &self.0 {
            let mut ancestors = Vec::new();
            let mut next = Some(item.id);
            while let Some(id) = next.filter(|id| !inside.contains_key(id)) {
                ancestors.push(id);
                next = parents.get(&id).copied().flatten();
            }
            let found = next.is_some_and(|id| inside[&id]);
            inside.extend(ancestors.into_iter().map(|id| (id, found)));
        }
        let (inside, others) = self.0.into_iter().partition(|item| inside[&item.id]);
        (Self(inside), Self(others))
    }

    /// Returns one line for each item. An implementation is listed once, although it belongs to a
    /// trait and to a type.
    #[must_use]
    pub fn lines(&self) -> String {
        let mut seen = HashSet::new();
        let items = self.0.iter();
        let once = items.filter(|item| !item.is_impl() || seen.insert(item.id));
        once.map(|item| item.text.clone() + "\n").collect()
    }
}

/// Removes what every type has, and the functions of implemented traits, which the trait defines.
fn without_noise(items: Vec<Item>) -> Vec<Item> {
    let implementations = items.iter().filter(|item| item.implemented().is_some());
    let implementations: HashMap<_, _> = implementations
        .map(|item| (item.id, is_noise(item)))
        .collect();
    let is_kept = |item: &Item| match item.parent.and_then(|id| implementations.get(&id)) {
        Some(is_noise) => !is_noise && item.text.starts_with("pub type "),
        None => !is_noise(item),
    };
    let kept: Vec<bool> = items.iter().map(is_kept).collect();
    let items = items.into_iter().zip(kept);
    items
        .filter_map(|(item, is_kept)| is_kept.then_some(item))
        .collect()
}

fn is_noise(item: &Item) -> bool {
    let Some((implemented, _)) = item.implemented() else {
        return false;
    };
    let implemented = format!("{implemented} ");
    NO_PROMISE.iter().any(|name| implemented.contains(name))
        || !implemented.starts_with('!')
            && AUTO_TRAITS.iter().any(|name| implemented.ends_with(name))
}

#[cfg(test)]
mod tests {
    use super::{Item, is_noise};

    fn item(text: &str) -> Item {
        let text = text.to_owned();
        Item {
            id: 1,
            parent: None,
            text,
        }
    }

    #[test]
    fn a_trait_is_found_behind_generics_and_bounds() {
        let generic =
            item("impl<F: core::ops::Fn(u8) -> u8> a::From<F> for b::C where F: for<'a> d::E<'a>");
        assert_eq!(generic.implemented(), Some(("a::From<F>", "b::C")));
        let borrowing = item("impl<'de> a::De<'de> for b::C");
        assert_eq!(borrowing.implemented(), Some(("a::De<'de>", "b::C")));
        for none in [
            "impl<F> b::C<F> where F: for<'a> d::E<'a>",
            "pub fn b::C::for(self)",
        ] {
            assert_eq!(item(none).implemented(), None);
        }
    }

    #[test]
    fn a_type_that_may_not_be_sent_is_worth_a_line() {
        assert!(is_noise(&item("impl core::marker::Send for b::C")));
        assert!(is_noise(&item(
            "impl<T> core::marker::Unpin for b::C<T> where T: Unpin"
        )));
        assert!(!is_noise(&item("impl !core::marker::Send for b::C")));
        assert!(!is_noise(&item("impl core::clone::Clone for b::C")));
    }
}
