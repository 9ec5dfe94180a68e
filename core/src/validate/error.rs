//! What is wrong with the parameters of a call, and the words for it.

use std::fmt;

use crate::schema::Relation;
use crate::schema::{Number, Rule};

/// The arguments of a call break rules of the Bot API. Nothing was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct ValidationError {
    method: &'static str,
    violations: Vec<Violation>,
}

impl ValidationError {
    pub(crate) fn new(method: &'static str, violations: Vec<Violation>) -> Self {
        Self { method, violations }
    }

    /// The method that was to be called.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Every rule that was broken, in the order of the parameters. Never empty.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` was not sent: ", self.method)?;
        self.violations
            .iter()
            .enumerate()
            .try_for_each(|(index, violation)| {
                if index > 0 {
                    f.write_str("; ")?;
                }
                violation.fmt(f)
            })
    }
}

impl std::error::Error for ValidationError {}

/// One broken rule.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Violation {
    /// A parameter's value breaks a rule.
    Value {
        /// Where the value is, from the parameter on: `limit`, `commands[3]`.
        path: String,
        /// The measure that breaks the rule: the number itself, or how many characters, bytes or
        /// items there are.
        found: Number,
        /// The rule.
        rule: Rule,
    },
    /// A file is given in a way that does not suit its parameter.
    File {
        /// Where the file is.
        path: String,
        /// How it is given: `a file id` or `a URL`.
        found: &'static str,
        /// The rule.
        rule: Rule,
    },
    /// Parameters of the method, or fields of an object inside, break a relation.
    Relation {
        /// Where the object is. Empty for the parameters of the method.
        path: String,
        /// Those that are given.
        given: Vec<&'static str>,
        /// The number that is too much, where there is one.
        found: Option<Number>,
        /// The relation.
        relation: Relation,
    },
}

impl Violation {
    /// The path of the value that breaks a rule, or nothing if it is several parameters of the
    /// method that do.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Value { path, .. } | Self::File { path, .. } => Some(path),
            Self::Relation { path, .. } => Some(path.as_str()).filter(|path| !path.is_empty()),
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value { path, found, rule } => {
                write!(f, "`{path}` {rule}, but ")?;
                match rule {
                    Rule::Range(_)
                    | Rule::RangeOr(..)
                    | Rule::NonZero
                    | Rule::Increasing
                    | Rule::StrictlyIncreasing => write!(f, "is {found}"),
                    Rule::Pattern(_) => write!(f, "character {found} is not"),
                    _ => write!(f, "has {found}"),
                }
            }
            Self::File { path, found, rule } => write!(f, "`{path}` {rule}, but is {found}"),
            Self::Relation {
                path,
                given,
                found,
                relation,
            } => {
                if !path.is_empty() {
                    write!(f, "`{path}`: ")?;
                }
                relation.explain(given, *found, f)
            }
        }
    }
}
