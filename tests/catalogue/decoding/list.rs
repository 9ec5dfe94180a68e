//! Every type of the catalogue by its name, and what is tried with it. `zero_fall_backs.rs` compares the
//! names with the facts, so that none can be forgotten.

use crate::decoding::outcomes::Outcomes;
use crate::decoding::zero_fall_backs::Walk;
use crate::list;

/// A type of the catalogue.
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    /// Decodes JSON in every way.
    pub(crate) decode: fn(&[u8]) -> Outcomes,
    /// Looks at every target that the type has.
    pub(crate) walk: fn(&mut Walk),
}

/// All objects and unions.
pub(crate) fn subjects() -> Vec<Subject> {
    let objects = list::objects().into_iter().map(|object| object.subject);
    let unions = list::unions().into_iter().map(|union| union.subject);
    objects.chain(unions).collect()
}

/// All closed sets of words.
pub(crate) fn words() -> Vec<Subject> {
    let words = list::words().into_iter();
    words.map(|words| words.subject).collect()
}
