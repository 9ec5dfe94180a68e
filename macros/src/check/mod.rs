//! Checks the raw model against the facts and makes the checked model. One small function per rule;
//! a rule that finds a mistake reports it, and the other rules are checked all the same.

mod bounds;
mod checked_field;
mod default;
mod definition;
mod field;
mod implications;
mod item;
mod listed_rules;
mod listed_type;
mod method;
mod missing;
mod name;
mod object;
mod one_of;
mod range;
mod relations;
mod response;
mod shape;
mod target;
mod union;
mod word;

pub(crate) use definition::check as check_type;
pub(crate) use method::check as check_method;
#[cfg(test)]
pub(crate) use shape::can_be_passed;
