//! Error messages for violated constraints.

use std::fmt;

use crate::schema::Number;
use crate::schema::{Relation, Test};

impl Relation {
    /// Writes what is wrong, with the parameters that are set and the number that is too large.
    pub(crate) fn explain(
        self,
        given: &[&str],
        found: Option<Number>,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        self.state(found, f)?;
        if let Self::Implies(..) = self {
            return Ok(());
        }
        f.write_str(", but ")?;
        match given {
            [] => f.write_str("none is"),
            [name] => write!(f, "only `{name}` is"),
            names => {
                list(f, names)?;
                f.write_str(" are")
            }
        }
    }

    /// Writes the constraint, with the number that is too large.
    fn state(self, found: Option<Number>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OneOf(names) => {
                f.write_str("exactly one of ")?;
                list(f, names)?;
            }
            Self::AnyOf(groups) => {
                groups.iter().enumerate().try_for_each(|(index, names)| {
                    if index > 0 {
                        f.write_str(" or ")?;
                    }
                    list(f, names)
                })?;
            }
            Self::Implies(conditions, then) => {
                write!(f, "`{}` must {}", then.param, Must(then.test))?;
                match (found, then.test) {
                    (Some(found), Test::Distinct) => write!(f, ", but {found} is")?,
                    (Some(found), _) => write!(f, ", but is {found}")?,
                    (None, _) => {}
                }
                return conditions
                    .iter()
                    .enumerate()
                    .try_for_each(|(index, condition)| {
                        f.write_str(if index > 0 { " and " } else { ", when " })?;
                        write!(f, "`{}` {}", condition.param, Is(condition.test))
                    });
            }
        }
        f.write_str(" must be given")
    }
}

/// States the constraint, as in "`a` must be given, when `b` is given".
impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.state(None, f)
    }
}

/// Displays a test as a requirement.
struct Must(Test);

impl fmt::Display for Must {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.verbs().0)?;
        self.0.rest(f)
    }
}

/// Displays a test as a statement.
struct Is(Test);

impl fmt::Display for Is {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.verbs().1)?;
        self.0.rest(f)
    }
}

impl Test {
    /// Returns the verb after "must" and the verb after the subject.
    fn verbs(self) -> (&'static str, &'static str) {
        match self {
            Self::Differs(_) | Self::IsNot(_) | Self::Distinct | Self::AtMost(_) => {
                ("not be ", "is not ")
            }
            Self::Items(..) => ("have ", "has "),
            Self::NoUpload => ("hold ", "holds "),
            _ => ("be ", "is "),
        }
    }

    /// Writes the text after the verb.
    fn rest(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Given => f.write_str("given"),
            Self::Absent => f.write_str("left out"),
            Self::Equals(value) | Self::Differs(value) if is_text(value) => write!(f, "{value:?}"),
            Self::Equals(value) | Self::Differs(value) => f.write_str(value),
            Self::Items(min, max) => write!(f, "{min}..={max} items"),
            Self::AtMost(other) => write!(f, "more than `{other}`"),
            Self::Sum(most) => write!(f, "at most {most} in sum"),
            Self::SumWith(other, most) => write!(f, "at most {most} in sum with `{other}`"),
            Self::RatioWith(other, most) => {
                write!(f, "at most {most} times `{other}`, and the other way round")
            }
            Self::Distinct => f.write_str("the same twice"),
            Self::Alike(names) => {
                f.write_str("all of one type, where one is ")?;
                either(f, names)
            }
            Self::IsNot(name) => write!(f, "`{name}`"),
            Self::NoUpload => f.write_str("no file to upload, but one by id"),
            Self::First(_) => f.write_str("in the first object of all"),
        }
    }
}

/// Whether a value of a condition is a text: no words are numbers, `true` or `false`.
fn is_text(value: &str) -> bool {
    !matches!(value, "true" | "false") && value.parse::<i64>().is_err()
}

fn either(f: &mut fmt::Formatter<'_>, names: &[&str]) -> fmt::Result {
    names.iter().enumerate().try_for_each(|(index, name)| {
        if index > 0 {
            f.write_str(" or ")?;
        }
        write!(f, "`{name}`")
    })
}

fn list(f: &mut fmt::Formatter<'_>, names: &[&str]) -> fmt::Result {
    names.iter().enumerate().try_for_each(|(index, name)| {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "`{name}`")
    })
}
