//! The types that a document needs: found through the types of members, and named.

use std::collections::{HashMap, HashSet};

use super::forms::{form, has_own_words};
use crate::schema::{
    DefinedContent, Definition, Discriminator, Member, MethodDefinition, Shape, UnionInfo,
    VariantInfo,
};

/// Whether a value is sent or received.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::openapi) enum Direction {
    Sent,
    Received,
}

/// The tag of an object, and its value.
pub(in crate::openapi) type Tag = (&'static str, &'static str);

/// A type of a document.
#[derive(Clone, Copy)]
pub(in crate::openapi) struct Type {
    pub(in crate::openapi) definition: &'static Definition,
    /// The tag that a union adds to an object without one.
    pub(in crate::openapi) tag: Option<Tag>,
}

/// What distinguishes types.
type Key = (&'static str, Option<Tag>);

impl Type {
    fn key(&self) -> Key {
        ((self.definition.type_name)(), self.tag)
    }
}

struct Entry {
    of: Type,
    name: String,
    is_sent: bool,
    is_received: bool,
    /// Whether the schema of what is sent is another one.
    differs: bool,
}

/// The types of a document, in the order in which they are found.
#[derive(Default)]
pub(in crate::openapi) struct Types {
    entries: Vec<Entry>,
    places: HashMap<Key, usize>,
    names: HashSet<String>,
    has_chat: bool,
    has_file: bool,
}

impl Types {
    /// Reserves a name for something else.
    pub(in crate::openapi) fn reserve(&mut self, name: &str) -> String {
        let mut found = name.to_owned();
        let mut number = 1;
        while !self.names.insert(found.clone()) {
            number += 1;
            found = format!("{name}{number}");
        }
        found
    }

    /// Adds what a value of this form consists of.
    pub(in crate::openapi) fn add(&mut self, shape: Shape, direction: Direction) {
        match shape {
            Shape::List(item) | Shape::Array(item, _) | Shape::Optional(item) => {
                self.add(item(), direction);
            }
            Shape::Defined(definition) => {
                self.add_type(
                    Type {
                        definition,
                        tag: None,
                    },
                    direction,
                );
            }
            Shape::Chat => self.has_chat = true,
            Shape::File | Shape::Upload => self.has_file = true,
            _ => {}
        }
    }

    /// Returns whether something is a chat.
    pub(super) fn has_chat(&self) -> bool {
        self.has_chat
    }

    /// Returns whether something is a file.
    pub(super) fn has_file(&self) -> bool {
        self.has_file
    }

    fn add_type(&mut self, of: Type, direction: Direction) {
        let known = self.places.get(&of.key()).copied();
        let place = known.unwrap_or_else(|| {
            let own = of.definition.name;
            // A union that adds a tag names the variant with it.
            let name = match of.tag {
                Some((_, value)) => format!("{own}As{}", pascal_case(value)),
                None => own.to_owned(),
            };
            let entry = Entry {
                of,
                name: self.reserve(&name),
                is_sent: false,
                is_received: false,
                differs: false,
            };
            self.places.insert(of.key(), self.entries.len());
            self.entries.push(entry);
            self.entries.len() - 1
        });
        let Some(entry) = self.entries.get_mut(place) else {
            return;
        };
        let flag = match direction {
            Direction::Sent => &mut entry.is_sent,
            Direction::Received => &mut entry.is_received,
        };
        if std::mem::replace(flag, true) {
            return;
        }
        match of.definition.content {
            DefinedContent::Object { info, .. } => {
                for (info, member) in info.fields.iter().zip(members(of.definition)) {
                    if direction == Direction::Sent && has_own_words(info, &member) {
                        continue;
                    }
                    self.add(form(info, &member), direction);
                }
            }
            DefinedContent::Union { members, .. } => {
                for (variant, member) in variants(of.definition).zip(members) {
                    match variant_type(of.definition, variant, member) {
                        Some(of) => self.add_type(of, direction),
                        None => self.add((member.shape)(), direction),
                    }
                }
            }
            _ => {}
        }
    }

    /// Returns the name of a type's schema.
    pub(in crate::openapi) fn name(&self, of: &Type, direction: Direction) -> String {
        let place = self.places.get(&of.key());
        let Some(entry) = place.and_then(|place| self.entries.get(*place)) else {
            return of.definition.name.to_owned();
        };
        match direction {
            Direction::Sent if entry.differs => format!("{}Input", entry.name),
            _ => entry.name.clone(),
        }
    }

    /// Returns whether this is the name of a set of words.
    pub(super) fn is_words(&self, name: &str) -> bool {
        let directions = [Direction::Sent, Direction::Received];
        let mut entries = self.entries.iter();
        entries.any(|entry| {
            let is_words = matches!(entry.of.definition.content, DefinedContent::Words { .. });
            is_words
                && directions
                    .iter()
                    .any(|direction| self.name(&entry.of, *direction) == name)
        })
    }

    /// Returns the types with the directions of their schemas.
    pub(in crate::openapi) fn all(&self) -> impl Iterator<Item = (Type, Direction)> {
        self.entries.iter().flat_map(|entry| {
            let received = entry.is_received.then_some((entry.of, Direction::Received));
            let is_own = entry.is_sent && (entry.differs || !entry.is_received);
            let sent = is_own.then_some((entry.of, Direction::Sent));
            received.into_iter().chain(sent)
        })
    }

    /// Separates the schemas of what is sent from those of what is received, where they differ.
    pub(super) fn separate<T: PartialEq>(&mut self, schema: impl Fn(&Self, Type, Direction) -> T) {
        loop {
            let differing: Vec<_> = (0..self.entries.len())
                .filter(|place| {
                    self.entries.get(*place).is_some_and(|entry| {
                        entry.is_sent
                            && entry.is_received
                            && !entry.differs
                            && schema(self, entry.of, Direction::Sent)
                                != schema(self, entry.of, Direction::Received)
                    })
                })
                .collect();
            if differing.is_empty() {
                break;
            }
            for place in differing {
                if let Some(entry) = self.entries.get_mut(place) {
                    entry.differs = true;
                }
            }
        }
        let inputs = self.entries.iter().filter(|entry| entry.differs);
        let inputs: Vec<_> = inputs.map(|entry| format!("{}Input", entry.name)).collect();
        self.names.extend(inputs);
    }
}

/// Returns the fields of an object, those of its base first.
pub(in crate::openapi) fn members(definition: &'static Definition) -> Vec<Member> {
    let DefinedContent::Object { base, members, .. } = definition.content else {
        return Vec::new();
    };
    let mut all = match base.map(|base| base()) {
        Some(Shape::Defined(base)) => self::members(base),
        _ => Vec::new(),
    };
    all.extend(members);
    all
}

/// Returns the parameters of a method, those of its base first.
pub(in crate::openapi) fn parameters(definition: &MethodDefinition) -> Vec<Member> {
    let mut all = match definition.base {
        Some(base) => parameters(base()),
        None => Vec::new(),
    };
    all.extend(definition.members);
    all
}

/// Returns the variants of a union, those that are no objects last.
pub(in crate::openapi) fn variants(
    definition: &Definition,
) -> impl Iterator<Item = &'static VariantInfo> {
    let info = match definition.content {
        DefinedContent::Union { info, .. } => Some(info),
        _ => None,
    };
    info.into_iter().flat_map(UnionInfo::all_variants)
}

/// Returns the type of a variant that holds an object to which the union adds the tag.
pub(in crate::openapi) fn variant_type(
    union: &Definition,
    variant: &VariantInfo,
    member: &Member,
) -> Option<Type> {
    let DefinedContent::Union { info, .. } = union.content else {
        return None;
    };
    let (Discriminator::Tag(field), Shape::Defined(definition)) =
        (info.discriminator, (member.shape)())
    else {
        return None;
    };
    let DefinedContent::Object { info: object, .. } = definition.content else {
        return None;
    };
    let has_tag = object.tag.is_some_and(|(name, _)| name == field)
        || object.fields.iter().any(|known| known.name == field);
    (!has_tag).then_some(Type {
        definition,
        tag: Some((field, variant.tag)),
    })
}

fn pascal_case(word: &str) -> String {
    let parts = word.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts = parts.map(|part| {
        let mut letters = part.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    parts.collect()
}
