//! JSON with metadata that its text lacks: the expected value, and what may be omitted.

use serde_json::{Map, Value};

#[derive(Clone)]
pub(crate) enum Tree {
    /// A scalar: the text, and the value that it is decoded as.
    Leaf(String, Value),
    List(Vec<Tree>),
    Object(Vec<Member>),
}

#[derive(Clone)]
pub(crate) struct Member {
    /// Its name.
    pub(crate) name: String,
    /// The name as JSON, possibly with escapes.
    pub(crate) written: String,
    pub(crate) value: Tree,
    pub(crate) is: Use,
}

/// The presence of a member before and after a round trip.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Use {
    /// It is required.
    Required,
    /// It is optional, and present after a round trip.
    Optional,
    /// It is optional, and absent after a round trip.
    Skipped,
}

impl Tree {
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Leaf(written, _) => text.push_str(written),
            Self::List(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index > 0 { "," } else { "" });
                    item.write(text);
                }
                text.push(']');
            }
            Self::Object(members) => {
                text.push('{');
                for (index, member) in members.iter().enumerate() {
                    text.push_str(if index > 0 { "," } else { "" });
                    text.push_str(&member.written);
                    text.push(':');
                    member.value.write(text);
                }
                text.push('}');
            }
        }
    }

    /// Returns the value after a round trip.
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Leaf(_, value) => value.clone(),
            Self::List(items) => items.iter().map(Self::value).collect(),
            Self::Object(members) => {
                let stored = members.iter().filter(|member| member.is != Use::Skipped);
                let stored = stored.map(|member| (member.name.clone(), member.value.value()));
                Value::Object(stored.collect::<Map<_, _>>())
            }
        }
    }

    /// Returns all trees with one part less.
    pub(crate) fn smaller(&self) -> Vec<Self> {
        let mut all = Vec::new();
        match self {
            Self::Leaf(..) => {}
            Self::List(items) => {
                for at in 0..items.len() {
                    let mut fewer = items.clone();
                    fewer.remove(at);
                    all.push(Self::List(fewer));
                }
                for (at, item) in items.iter().enumerate() {
                    for item in item.smaller() {
                        let mut items = items.clone();
                        items[at] = item;
                        all.push(Self::List(items));
                    }
                }
            }
            Self::Object(members) => {
                for (at, member) in members.iter().enumerate() {
                    if member.is != Use::Required {
                        let mut fewer = members.clone();
                        fewer.remove(at);
                        all.push(Self::Object(fewer));
                    }
                }
                for (at, member) in members.iter().enumerate() {
                    for value in member.value.smaller() {
                        let mut members = members.clone();
                        members[at].value = value;
                        all.push(Self::Object(members));
                    }
                }
            }
        }
        all
    }

    /// Returns the smallest tree found by removing parts for which `fails` is still true.
    pub(crate) fn shrink(self, fails: impl Fn(&Self) -> bool) -> Self {
        let mut smallest = self;
        while let Some(next) = smallest.smaller().into_iter().find(|tree| fails(tree)) {
            smallest = next;
        }
        smallest
    }
}
