//! What several parameters of one method, or fields of one object, owe each other, as data.

/// What several parameters of one method, or fields of one object, owe each other.
///
/// A parameter is named as on the wire. A path leads further inside: `a.b` to a field, `a[0]` to the
/// first item, `a[*]` to every item, `a[**]` to every object on every level below. What lies behind
/// a value that telegrammar cannot look into breaks no relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Relation {
    /// Exactly one of these parameters is given.
    OneOf(&'static [&'static str]),
    /// At least one of these groups of parameters is given wholly.
    AnyOf(&'static [&'static [&'static str]]),
    /// The same, unless nothing at all is given: such an object counts as left out.
    AnyOrNothing(&'static [&'static [&'static str]]),
    /// When all of the conditions hold, the last one must hold too.
    Implies(&'static [Condition], Condition),
}

/// A condition on one parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The parameter's name on the wire, or a path into it.
    pub param: &'static str,
    /// What is asked of it.
    pub test: Test,
}

impl Condition {
    /// A condition on the parameter called `param`.
    #[must_use]
    pub const fn new(param: &'static str, test: Test) -> Self {
        Self { param, test }
    }
}

/// What a condition asks of a parameter. But for the first two, one that is left out will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Test {
    /// It is given.
    Given,
    /// It is left out, or is the number that is taken for it when it is.
    Absent,
    /// It is given and has this value.
    Equals(&'static str),
    /// It is left out or has another value.
    Differs(&'static str),
    /// It is left out or has at least and at most so many items.
    Items(usize, usize),
    /// It is no more than this other parameter, or than the default of that.
    AtMost(&'static str),
    /// All numbers there are no more than this in sum.
    Sum(i128),
    /// It is no more than this in sum with the other parameter.
    SumWith(&'static str, i128),
    /// It is no more than so many times the other parameter, nor that than so many times it.
    RatioWith(&'static str, i128),
    /// No number is there twice.
    Distinct,
    /// Where one item is of one of these types, all are of that type.
    Alike(&'static [&'static str]),
    /// It is not of this type.
    IsNot(&'static str),
    /// It holds no file to upload, except where the Bot API could do without the file.
    NoUpload,
    /// It is left out, unless the object is the first of all in its rows. Where one of the others is
    /// given too, the server reads that one.
    First(&'static [&'static str]),
}
