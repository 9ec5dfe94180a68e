//! JSON with all that its text does not tell: what it means, and what may be left out.

use serde_json::{Map, Value};

#[derive(Clone)]
pub(crate) enum Tree {
    /// Written in one piece: the text, and what it is read as.
    Leaf(String, Value),
    List(Vec<Tree>),
    Object(Vec<Member>),
}

#[derive(Clone)]
pub(crate) struct Member {
    /// What it is called.
    pub(crate) name: String,
    /// The same as JSON, with or without escapes.
    pub(crate) written: String,
    pub(crate) value: Tree,
    pub(crate) is: Use,
}

/// What becomes of a member.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Use {
    /// It must be there.
    Required,
    /// It may be there, and comes back.
    Optional,
    /// It may be there, and does not come back.
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

    /// What it must come back as.
    pub(crate) fn value(&self) -> Value {
        match self {
            Self::Leaf(_, value) => value.clone(),
            Self::List(items) => items.iter().map(Self::value).collect(),
            Self::Object(members) => {
                let kept = members.iter().filter(|member| member.is != Use::Skipped);
                let kept = kept.map(|member| (member.name.clone(), member.value.value()));
                Value::Object(kept.collect::<Map<_, _>>())
            }
        }
    }

    /// All trees that have one part less.
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

    /// The smallest tree on the way from this one of which `fails` is still true.
    pub(crate) fn shrink(self, fails: impl Fn(&Self) -> bool) -> Self {
        let mut smallest = self;
        while let Some(next) = smallest.smaller().into_iter().find(|tree| fails(tree)) {
            smallest = next;
        }
        smallest
    }
}
