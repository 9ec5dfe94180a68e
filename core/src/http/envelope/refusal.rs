//! Reads an envelope with `ok: false`. Whatever else is wrong with it, the server has said no, so
//! every member that is missing or of another type only costs what it would have told.

use std::time::Duration;

use serde_json::value::RawValue;

use super::members::Members;
use crate::error::ApiError;

pub(super) fn read(method: &'static str, status: u16, envelope: &Members<'_>) -> ApiError {
    let parameters = envelope.get("parameters").and_then(Members::of);
    let parameter = |name| parameters.as_ref().and_then(|members| members.get(name));
    ApiError {
        method,
        code: envelope
            .get("error_code")
            .and_then(|code| text(code).trim().parse().ok())
            .unwrap_or_else(|| status.into()),
        description: envelope.get("description").map(text).unwrap_or_default(),
        retry_after: parameter("retry_after").and_then(seconds),
        migrate_to_chat_id: parameter("migrate_to_chat_id")
            .and_then(|id| text(id).trim().parse().ok()),
    }
}

/// A string's content; of anything else the JSON text, and nothing of `null`.
fn text(value: &RawValue) -> String {
    match value.get() {
        "null" => String::new(),
        json => serde_json::from_str(json).unwrap_or_else(|_| json.to_owned()),
    }
}

/// Seconds, whole or not. What lies outside of what a [`Duration`] holds becomes its nearest end.
fn seconds(value: &RawValue) -> Option<Duration> {
    let text = text(value);
    let text = text.trim();
    if let Ok(whole) = text.parse() {
        return Some(Duration::from_secs(whole));
    }
    let seconds = text
        .parse()
        .ok()
        .filter(|seconds: &f64| !seconds.is_nan())?;
    Some(Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX))
}
