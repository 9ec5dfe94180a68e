//! Cross-field constraints as data.

/// A constraint on several parameters of a method, or fields of an object.
///
/// A parameter is identified by its name on the wire. A path leads to inner values: `a.b` to a
/// field, `a[0]` to the first item, `a[*]` to every item, `a[**]` to every object at any depth. A
/// value whose content is unknown to telegrammar violates no constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Relation {
    /// Exactly one of these parameters is set.
    OneOf(&'static [&'static str]),
    /// All parameters of at least one of these groups are set.
    AnyOf(&'static [&'static [&'static str]]),
    /// If all of the conditions hold, the last one must hold too.
    Implies(&'static [Condition], Condition),
}

/// A condition on one parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Condition {
    /// The parameter's name on the wire, or a path.
    pub param: &'static str,
    /// The test that the parameter must pass.
    pub test: Test,
}

impl Condition {
    /// Creates a condition on the parameter `param`.
    #[must_use]
    pub const fn new(param: &'static str, test: Test) -> Self {
        Self { param, test }
    }
}

/// The test of a condition. Except for the first two, an unset parameter passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Test {
    /// It is set.
    Given,
    /// It is unset, or equals the number that is its default.
    Absent,
    /// It is set and has this value.
    Equals(&'static str),
    /// It is unset or has another value.
    Differs(&'static str),
    /// It is unset or has a number of items in this range.
    Items(usize, usize),
    /// It is at most the other parameter, or the default of that.
    AtMost(&'static str),
    /// The sum of all numbers is at most this.
    Sum(i128),
    /// The sum with the other parameter is at most this.
    SumWith(&'static str, i128),
    /// It is at most this many times the other parameter, and vice versa.
    RatioWith(&'static str, i128),
    /// No number occurs twice.
    Distinct,
    /// If one item is of one of these types, all items are of that type.
    Alike(&'static [&'static str]),
    /// It is not of this type.
    IsNot(&'static str),
    /// It contains no file to upload, except for an optional file.
    NoUpload,
    /// It is unset, unless the object is the very first of its rows. If one of the others is set
    /// too, the server uses that one.
    First(&'static [&'static str]),
}
