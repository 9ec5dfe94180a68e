//! Complaints of strict mode: mistakes that the real server silently tolerates.

use std::collections::HashSet;
use std::fmt;

use crate::records::ReceivedRequest;

/// A mistake in one request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Complaint {
    /// A parameter is a JSON `null`.
    Null(String),
    /// The Content-Type of the body is unknown to the server.
    UnknownContentType(String),
    /// There is a body, but no Content-Type.
    NoContentType,
    /// The form is malformed, with the reason.
    MalformedForm(&'static str),
    /// A key of a part of the form is in a notation that the server does not support.
    IgnoredKey(String),
    /// The JSON body is truncated or not JSON.
    MalformedJson,
    /// The JSON body is not an object.
    NotAnObject,
    /// A parameter occurs more than once.
    Duplicate(String),
}

impl Complaint {
    /// Returns the message for the test's author.
    pub(crate) fn about(&self, request: &ReceivedRequest) -> String {
        format!("{}: {self}", subject(request))
    }
}

/// Identifies the request. A path is not quoted, because an invalid one may contain a token
/// anywhere.
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
                "parameter `{name}` is a JSON null, which the server reads as the word \"null\"; omit the parameter"
            ),
            Self::UnknownContentType(value) => write!(
                f,
                "the server does not support the Content-Type {value:?} and finds no parameters in the body"
            ),
            Self::NoContentType => {
                f.write_str("the body has no Content-Type, so the server finds no parameters in it")
            }
            Self::MalformedForm(reason) => write!(
                f,
                "the form is malformed: {reason}; the server responds with status 400 and an empty body"
            ),
            Self::IgnoredKey(key) => write!(
                f,
                "a part of the form has `{key}`, which the server ignores; percent-encode the value and remove the asterisk"
            ),
            Self::MalformedJson => {
                f.write_str("the JSON body is malformed; the server ignores the rest of it")
            }
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

/// Returns a complaint for each name that occurs more than once.
pub(crate) fn duplicates(parameters: &[(String, String)]) -> Vec<Complaint> {
    let mut seen = HashSet::new();
    let mut reported = HashSet::new();
    parameters
        .iter()
        .filter(|(name, _)| !seen.insert(name) && reported.insert(name))
        .map(|(name, _)| Complaint::Duplicate(name.clone()))
        .collect()
}
