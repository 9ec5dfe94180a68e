//! What strict mode notes: mistakes that the real server lets pass in silence.

use std::collections::HashSet;
use std::fmt;

use super::request::ReceivedRequest;

/// A mistake in one request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Complaint {
    /// A parameter is a JSON `null`.
    Null(String),
    /// The Content-Type of the body is not one that the server knows.
    UnknownContentType(String),
    /// There is a body and no Content-Type.
    NoContentType,
    /// The form cannot be read, and why.
    MalformedForm(&'static str),
    /// A key of a part of the form is in a notation that the server does not know.
    IgnoredKey(String),
    /// The JSON body breaks off or is not JSON.
    MalformedJson,
    /// The JSON body is not an object.
    NotAnObject,
    /// A parameter is there more than once.
    Duplicate(String),
}

impl Complaint {
    /// The sentence for the test's author.
    pub(super) fn about(&self, request: &ReceivedRequest) -> String {
        format!("{}: {self}", subject(request))
    }
}

/// Names the request. A path is not quoted, because a mistaken one may hold a token anywhere.
fn subject(request: &ReceivedRequest) -> &str {
    let method = request.method();
    if !method.is_empty() && method.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        method
    } else {
        "request without a method"
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null(name) => write!(
                f,
                "parameter `{name}` is a JSON null, which the server reads as the word \"null\"; leave the parameter out"
            ),
            Self::UnknownContentType(value) => write!(
                f,
                "the server does not know the Content-Type {value:?} and finds no parameters in the body"
            ),
            Self::NoContentType => {
                f.write_str("the body has no Content-Type, so the server finds no parameters in it")
            }
            Self::MalformedForm(reason) => write!(
                f,
                "the form is malformed: {reason}; the server answers 400 with an empty body"
            ),
            Self::IgnoredKey(key) => write!(
                f,
                "a part of the form has `{key}`, which the server ignores; percent-encode the value and leave the asterisk out"
            ),
            Self::MalformedJson => f.write_str(
                "the JSON body is malformed; the server drops the rest of it and goes on",
            ),
            Self::NotAnObject => {
                f.write_str("the JSON body is not an object and carries no named parameters")
            }
            Self::Duplicate(name) => write!(
                f,
                "parameter `{name}` is given more than once; the server takes the first one"
            ),
        }
    }
}

/// A complaint for each name that occurs more than once.
pub(super) fn duplicates(parameters: &[(String, String)]) -> Vec<Complaint> {
    let mut seen = HashSet::new();
    let mut reported = HashSet::new();
    parameters
        .iter()
        .filter(|(name, _)| !seen.insert(name) && reported.insert(name))
        .map(|(name, _)| Complaint::Duplicate(name.clone()))
        .collect()
}
