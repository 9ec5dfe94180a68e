//! Complaints of strict mode: mistakes that the real server silently tolerates.

use std::collections::HashSet;
use std::fmt;

use serde_json::Value;
use telegrammar::schema::MethodInfo;

use crate::records::{ReceivedFile, ReceivedRequest};

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
    /// The JSON body is not JSON, but the server accepts it.
    LenientJson,
    /// The JSON body is not an object.
    NotAnObject,
    /// A parameter occurs more than once.
    Duplicate(String),
    /// A thumbnail or certificate is no upload.
    NotUploaded(String),
    /// Entities are given beside a parse mode.
    Entities(String),
    /// A value refers to a file that is not in the form.
    NotAttached(String),
    /// A file is in the form, but no value refers to it.
    Unused(String),
    /// The bot sends more messages than the server permits in the long run.
    TooFast(TooFast),
    /// The bot answers queries of a kind that its `allowed_updates` leave out.
    NotAllowed(&'static str),
}

/// Where a bot sends too fast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TooFast {
    InChat(i64),
    Overall,
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
            Self::LenientJson => {
                f.write_str("the body is not JSON, although the server accepts it")
            }
            Self::NotAnObject => {
                f.write_str("the JSON body is not an object and carries no named parameters")
            }
            Self::NotUploaded(name) => write!(
                f,
                "`{name}` is no upload, so the server drops it without an error; upload the file"
            ),
            Self::Entities(name) => write!(
                f,
                "`{name}` is given beside a parse mode, so the server ignores it; give one of them"
            ),
            Self::NotAttached(part) => write!(
                f,
                "`attach://{part}` refers to a file that is not in the form"
            ),
            Self::Unused(part) => write!(
                f,
                "the form has a file `{part}` that no parameter refers to, so the server ignores it"
            ),
            Self::TooFast(TooFast::InChat(chat)) => write!(
                f,
                "more than 1 message per second was sent to the chat {chat}; the server permits short bursts only, and then refuses with 429"
            ),
            Self::TooFast(TooFast::Overall) => f.write_str(
                "more than 30 messages per second were sent in all; the server refuses that with 429",
            ),
            Self::NotAllowed(kind) => write!(
                f,
                "the bot's `allowed_updates` leave out the kind that this call answers; set `allowed_updates` of `getUpdates` or `setWebhook` to a list with \"{kind}\""
            ),
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

/// Returns the complaints about a call of a method that exists.
pub(crate) fn found_in(method: &MethodInfo, request: &ReceivedRequest) -> Vec<Complaint> {
    let mut found = Vec::new();
    let mut referred = HashSet::new();
    for (name, value) in request.parameters() {
        // Most values are neither.
        let is_named = |key: &&str| name == *key || value.contains(*key);
        if value.contains("attach://") || UPLOADED.iter().any(is_named) {
            let value = serde_json::from_str(value).unwrap_or_else(|_| value.as_str().into());
            walk(name, &value, &mut |name, text| {
                let part = text.strip_prefix("attach://");
                if part.is_none() && !text.is_empty() && UPLOADED.contains(&name) {
                    found.push(Complaint::NotUploaded(name.to_owned()));
                }
                referred.extend(part.map(str::to_owned));
            });
        }
        let mode = name.strip_suffix("entities").map(|start| match start {
            "" | "caption_" => "parse_mode".to_owned(),
            start => format!("{start}parse_mode"),
        });
        let mode = mode.and_then(|mode| request.parameter(&mode));
        let is_on = mode.is_some_and(|mode| !mode.is_empty() && !mode.eq_ignore_ascii_case("none"));
        if is_on && method.param(name).is_some() {
            found.push(Complaint::Entities(name.clone()));
        }
    }
    let parts: HashSet<&str> = request.files().iter().map(ReceivedFile::part).collect();
    for part in &referred {
        if !parts.contains(part.as_str()) {
            found.push(Complaint::NotAttached(part.clone()));
        }
    }
    for part in parts {
        let is_default = method.param(part).is_some() && request.parameter(part).is_none();
        if !is_default && !referred.contains(part) {
            found.push(Complaint::Unused(part.to_owned()));
        }
    }
    found
}

/// Files that the server accepts as uploads only, and drops otherwise.
const UPLOADED: [&str; 3] = ["thumbnail", "thumb", "certificate"];

/// Calls `visit` with each text, and the name of the member that it is.
fn walk<'v>(name: &'v str, value: &'v Value, visit: &mut impl FnMut(&'v str, &'v str)) {
    match value {
        Value::String(text) => visit(name, text),
        Value::Array(items) => items.iter().for_each(|item| walk(name, item, visit)),
        Value::Object(members) => {
            for (name, value) in members {
                walk(name, value, visit);
            }
        }
        _ => {}
    }
}
