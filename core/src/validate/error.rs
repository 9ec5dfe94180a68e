//! The error of validation and its text.

use std::fmt;

use crate::error::redact::{Redact, any_token, redact_text};
use crate::schema::Relation;
use crate::schema::{Number, Rule};

/// Parameters of a call, or fields of a type, violate rules of the Bot API. Nothing was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct ValidationError {
    name: &'static str,
    is_call: bool,
    violations: Vec<Violation>,
}

impl ValidationError {
    /// Creates the error of a call of a method.
    pub(crate) fn of_call(method: &'static str, violations: Vec<Violation>) -> Self {
        Self::new(method, true, violations)
    }

    /// Creates the error of a value that is not sent by itself.
    pub(crate) fn of_value(ty: &'static str, violations: Vec<Violation>) -> Self {
        Self::new(ty, false, violations)
    }

    /// What looks like a token is redacted, because not every caller has a bot that knows its own.
    fn new(name: &'static str, is_call: bool, violations: Vec<Violation>) -> Self {
        let error = Self {
            name,
            is_call,
            violations,
        };
        error.redact(&any_token)
    }

    /// Returns the name of the method, or that of the type if a value was validated by itself.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.name
    }

    /// Returns every violation, in the order of the parameters. Never empty.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }

    /// Redacts the texts that are the caller's.
    pub(crate) fn redact(mut self, redact: Redact<'_>) -> Self {
        for violation in &mut self.violations {
            match violation {
                Violation::NotAFile { path, text } => {
                    redact_text(path, redact);
                    redact_text(text, redact);
                }
                Violation::Value { path, .. }
                | Violation::File { path, .. }
                | Violation::Twice { path }
                | Violation::Relation { path, .. } => redact_text(path, redact),
            }
        }
        self
    }
}

impl fmt::Display for ValidationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.is_call {
            "was not sent"
        } else {
            "is invalid"
        };
        write!(f, "`{}` {what}: ", self.name)?;
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

/// A violated rule.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Violation {
    /// A parameter's value violates a rule.
    Value {
        /// The path of the value, from the parameter on, such as `limit` or `commands[3]`.
        path: String,
        /// The measure that violates the rule: the number itself, or the number of characters,
        /// bytes or items.
        found: Number,
        /// The rule.
        rule: Rule,
    },
    /// A file is given in a form that its parameter does not accept.
    File {
        /// The path of the file.
        path: String,
        /// The form: `a file id` or `a URL`.
        found: &'static str,
        /// The rule.
        rule: Rule,
    },
    /// A file is given by a text that is neither a file id nor a URL with a scheme.
    NotAFile {
        /// The path of the file.
        path: String,
        /// The text; only its start if it is long.
        text: String,
    },
    /// A parameter that was added to a call is sent already.
    Twice {
        /// The name of the parameter.
        path: String,
    },
    /// Parameters of the method, or fields of an inner object, violate a constraint.
    Relation {
        /// The path of the object. Empty for the parameters of the method.
        path: String,
        /// The parameters involved that are set.
        given: Vec<&'static str>,
        /// The number that is too large, if there is one.
        found: Option<Number>,
        /// The constraint.
        relation: Relation,
    },
}

impl Violation {
    /// Returns the path of the value that violates a rule; `None` for a constraint on several
    /// parameters of the method.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Value { path, .. }
            | Self::File { path, .. }
            | Self::NotAFile { path, .. }
            | Self::Twice { path } => Some(path),
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
            Self::NotAFile { path, text } if text.is_empty() => {
                write!(f, "`{path}` {}, but is empty", Rule::IdOrUrl)
            }
            Self::NotAFile { path, text } => {
                write!(f, "`{path}` {}, but is {text:?}", Rule::IdOrUrl)?;
                if text.ends_with('…') {
                    return Ok(());
                }
                write!(f, "; for a file on disk: `InputFile::path({text:?})`")
            }
            Self::Twice { path } => write!(
                f,
                "`{path}` was added by `Call::param`, but is a parameter of the call already"
            ),
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
