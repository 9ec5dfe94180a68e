//! Why a call by name was not made.

use std::fmt;

/// A call by name was not made, because there is no such method, or because its parameters do not fit
/// its definition.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallError {
    /// The list has no method of this name.
    #[non_exhaustive]
    UnknownMethod {
        /// The name; only its start if it is long.
        name: String,
        /// A method with a similar name.
        nearest: Option<&'static str>,
    },
    /// The method was added by [`Methods::with_documented`](super::super::Methods::with_documented).
    OnlyDocumented(&'static str),
    /// The parameters do not fit the definition of the method.
    #[non_exhaustive]
    Parameters {
        /// The name of the method.
        method: &'static str,
        /// The path of the value that does not fit, such as `commands[3].command`. Empty for the
        /// parameters as a whole.
        path: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownMethod { name, nearest } => {
                write!(f, "there is no method `{name}`")?;
                match nearest {
                    Some(nearest) => write!(f, "; similar: `{nearest}`"),
                    None => Ok(()),
                }
            }
            Self::OnlyDocumented(name) => {
                write!(
                    f,
                    "`{name}` borrows its parameters and cannot be called by name"
                )
            }
            Self::Parameters {
                method,
                path,
                problem,
            } => {
                write!(f, "`{method}` was not sent: ")?;
                if !path.is_empty() {
                    write!(f, "`{path}` ")?;
                }
                f.write_str(problem)
            }
        }
    }
}

impl std::error::Error for CallError {}

/// Returns the start of a text that somebody else chose.
pub(super) fn start(text: &str) -> String {
    const MOST: usize = 100;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
