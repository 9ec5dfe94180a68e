//! What several parameters of one method owe each other, as data.

use std::fmt;

use crate::value::Value;

/// What several parameters of one method owe each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Relation {
    /// Exactly one of these parameters is given.
    OneOf(&'static [&'static str]),
    /// At least one of these groups of parameters is given wholly.
    AnyOf(&'static [&'static [&'static str]]),
    /// When all of the conditions hold, the last one must hold too.
    Implies(&'static [Condition], Condition),
}

/// A condition on one parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The parameter's name on the wire.
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

/// What a condition asks of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Test {
    /// It is given.
    Given,
    /// It is left out.
    Absent,
    /// It is given and has this value.
    Equals(&'static str),
    /// It is left out or has another value.
    Differs(&'static str),
    /// It is left out or has at least and at most so many items.
    Items(usize, usize),
}

impl Test {
    fn holds(self, value: Value<'_>) -> bool {
        match self {
            Self::Given => !matches!(value, Value::Absent),
            Self::Absent => matches!(value, Value::Absent),
            Self::Equals(wanted) => equals(value, wanted),
            Self::Differs(other) => !equals(value, other),
            Self::Items(min, max) => match value {
                Value::List(list) => (min..=max).contains(&list.len()),
                _ => true,
            },
        }
    }
}

/// Whether the value is written so.
fn equals(value: Value<'_>, wanted: &str) -> bool {
    match value {
        Value::Text(text) => text == wanted,
        Value::Bool(value) => wanted == if value { "true" } else { "false" },
        Value::Int(value) => wanted.parse() == Ok(value),
        Value::Uint(value) => wanted.parse() == Ok(value),
        _ => false,
    }
}

impl Relation {
    /// The parameters that are given and concerned, if the relation is broken.
    pub(crate) fn broken<'a>(self, value: &dyn Fn(&str) -> Value<'a>) -> Option<Vec<&'static str>> {
        let is_given = |name: &&str| Test::Given.holds(value(name));
        let holds = |condition: &Condition| condition.test.holds(value(condition.param));
        match self {
            Self::OneOf(names) => {
                let given: Vec<_> = names.iter().copied().filter(is_given).collect();
                (given.len() != 1).then_some(given)
            }
            Self::AnyOf(groups) => {
                let is_whole = |group: &&[&str]| group.iter().all(is_given);
                let names = groups.iter().flat_map(|group| group.iter());
                (!groups.iter().any(is_whole)).then(|| names.copied().filter(is_given).collect())
            }
            Self::Implies(conditions, then) => (conditions.iter().all(holds) && !holds(&then))
                .then(|| conditions.iter().map(|condition| condition.param).collect()),
        }
    }

    /// Says what is wrong, with the parameters that are given.
    pub(crate) fn explain(self, given: &[&str], f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneOf(names) => {
                f.write_str("exactly one of ")?;
                list(f, names)?;
            }
            Self::AnyOf(groups) => groups.iter().enumerate().try_for_each(|(index, names)| {
                if index > 0 {
                    f.write_str(" or ")?;
                }
                list(f, names)
            })?,
            Self::Implies(conditions, then) => {
                write!(f, "`{}` must {}, when ", then.param, Must(then.test))?;
                return conditions
                    .iter()
                    .enumerate()
                    .try_for_each(|(index, condition)| {
                        if index > 0 {
                            f.write_str(" and ")?;
                        }
                        write!(f, "`{}` {}", condition.param, Is(condition.test))
                    });
            }
        }
        f.write_str(" must be given, but ")?;
        match given {
            [] => f.write_str("none is"),
            [name] => write!(f, "only `{name}` is"),
            names => {
                list(f, names)?;
                f.write_str(" are")
            }
        }
    }
}

/// A test as a demand.
struct Must(Test);

impl fmt::Display for Must {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Test::Given => f.write_str("be given"),
            Test::Absent => f.write_str("be left out"),
            Test::Equals(value) => write!(f, "be {value:?}"),
            Test::Differs(value) => write!(f, "not be {value:?}"),
            Test::Items(min, max) => write!(f, "have {min}..={max} items"),
        }
    }
}

/// A test as a statement.
struct Is(Test);

impl fmt::Display for Is {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Test::Given => f.write_str("is given"),
            Test::Absent => f.write_str("is left out"),
            Test::Equals(value) => write!(f, "is {value:?}"),
            Test::Differs(value) => write!(f, "is not {value:?}"),
            Test::Items(min, max) => write!(f, "has {min}..={max} items"),
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, names: &[&str]) -> fmt::Result {
    names.iter().enumerate().try_for_each(|(index, name)| {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "`{name}`")
    })
}
