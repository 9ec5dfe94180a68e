//! Nothing of the catalogue is read by serde: every type has a target of its own, all the way down.

use std::collections::BTreeSet;

use telegrammar::__private::{Decode, Plain, Target};
use telegrammar::{InputFile, Method, methods, types};
use telegrammar_macros::listed;

use crate::decoding::list::{subjects, words};
use crate::facts;

/// Looks at targets, each object and union once.
#[derive(Default)]
pub(crate) struct Walk {
    seen: BTreeSet<&'static str>,
    path: Vec<String>,
    /// The ways to targets that serde reads.
    fall_backs: Vec<String>,
}

impl Walk {
    pub(crate) fn start<T: Decode>(&mut self) {
        self.target(T::empty().target());
    }

    fn within(&mut self, step: impl Into<String>, target: Option<Target<'_>>) {
        self.path.push(step.into());
        match target {
            Some(target) => self.target(target),
            None => self
                .fall_backs
                .push(format!("no target: {}", self.path.join("."))),
        }
        self.path.pop();
    }

    fn target(&mut self, target: Target<'_>) {
        match target {
            Target::Bool(_)
            | Target::Int(_)
            | Target::Integer(_)
            | Target::Float(_)
            | Target::Float32(_)
            | Target::Text(_)
            | Target::Word(_)
            | Target::UnknownFields(_) => {}
            Target::Optional(optional) => self.within("optional", optional.set(true)),
            Target::List(list) => self.within("item", list.push()),
            Target::Map(map) => self.within("value", map.insert("key".to_owned())),
            Target::Object(object, info) => {
                if !self.seen.insert(info.name) {
                    return;
                }
                for (index, field) in info.fields.iter().enumerate() {
                    let step = format!("{}.{}", info.name, field.name);
                    let target = object.target(index);
                    // An update is of one kind. The types of the others are in the list of types.
                    if target.is_some() || !info.stores_unknown {
                        self.within(step, target);
                    }
                }
            }
            Target::Union(union) => {
                let info = union.info();
                if !self.seen.insert(info.name) {
                    return;
                }
                for (index, variant) in info.variants.iter().enumerate() {
                    let step = format!("{}.{}", info.name, variant.name);
                    self.within(step, union.select(index));
                }
                for plain in [Plain::Integer, Plain::Text, Plain::List] {
                    if let Some(target) = union.select_plain(plain) {
                        self.within(format!("{}.{plain:?}", info.name), Some(target));
                    }
                }
            }
            _ => self.fall_backs.push(self.path.join(".")),
        }
    }
}

#[test]
fn the_list_names_every_type_of_the_facts() {
    let listed: BTreeSet<_> = subjects().iter().map(|subject| subject.name).collect();
    let facts = facts::read();
    let known = facts.values().filter(|entry| entry.kind != "method");
    let known: BTreeSet<_> = known.map(|entry| entry.name).collect();
    // A file to upload is no JSON.
    let missing: Vec<_> = known.symmetric_difference(&listed).collect();
    assert_eq!(missing, [&"InputFile"]);
}

#[test]
fn no_type_is_read_by_serde() {
    let mut walk = Walk::default();
    for subject in subjects().into_iter().chain(words()) {
        (subject.walk)(&mut walk);
    }
    walk.start::<InputFile>();
    walk.start::<types::ReplyMarkup>();
    walk.start::<types::RichMessageMedia>();
    assert_eq!(walk.fall_backs, [""; 0]);
    // It has been everywhere, and `ChatId` is no entry of the facts.
    let missed: Vec<_> = subjects()
        .iter()
        .map(|subject| subject.name)
        .filter(|name| !walk.seen.contains(name))
        .collect();
    assert_eq!(missed, [""; 0]);
    assert!(walk.seen.contains("Integer or String"));
}

/// What reads the results of methods, by their names; nothing where that is serde.
macro_rules! results {
    (methods: $($name:ident)+) => {
        fn results() -> Vec<(&'static str, bool, fn(&mut Walk))> {
            vec![$((
                stringify!($name),
                <methods::$name as Method>::READ.is_some(),
                Walk::start::<<methods::$name as Method>::Response>,
            )),+]
        }
    };
}

listed!(results! methods);

#[test]
fn no_result_is_read_by_serde() {
    let mut walk = Walk::default();
    for (name, has_target, start) in results() {
        assert!(has_target, "{name}");
        start(&mut walk);
    }
    assert_eq!(walk.fall_backs, [""; 0]);
    assert!(walk.seen.contains("Message") && walk.seen.contains("Update"));
}
