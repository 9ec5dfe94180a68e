//! Checks the raw model against the facts and creates the checked model. Here: one small function
//! per rule; after a rule reports a mistake, the other rules are still checked. Not here: the texts
//! of errors (`messages`).

mod bounds;
mod checked_field;
mod closed_set;
mod default;
mod definition;
mod field;
mod implications;
mod inner;
mod item;
mod listed_rules;
mod listed_type;
mod lone_bounds;
mod meant;
mod method;
mod missing;
pub(crate) mod mistaken;
mod name;
mod object;
mod one_of;
mod range;
mod relations;
mod response;
mod shape;
mod target;
mod union;
mod variant;
mod word;

#[cfg(test)]
pub(crate) use closed_set::{ClosedSet, closed_set, sets_of};
pub(crate) use definition::check as check_type;
pub(crate) use item::krate;
pub(crate) use method::check as check_method;
pub(crate) use response::is_unknown;
pub(crate) use shape::can_be_passed;
