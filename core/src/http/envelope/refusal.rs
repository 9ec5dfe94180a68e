//! Decodes an envelope with `ok: false`. Even if other members are missing or have the wrong type,
//! the response is an error of the Bot API: such members are ignored.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;

use crate::error::ApiError;
use crate::json::decode::{Read, Reader};

/// The members of an error response: strings decoded, anything else as JSON.
#[derive(Default)]
pub(super) struct Refusal<'t> {
    error_code: Option<Cow<'t, str>>,
    description: Option<Cow<'t, str>>,
    retry_after: Option<Cow<'t, str>>,
    migrate_to_chat_id: Option<Cow<'t, str>>,
}

impl<'t> Refusal<'t> {
    /// Reads a member of the envelope. The first with each name counts.
    pub(super) fn member(&mut self, reader: &mut Reader<'t>, name: &str, first: u8) -> Read {
        match name.as_bytes().first() {
            Some(b'e') if name == "error_code" => take(&mut self.error_code, reader, first),
            Some(b'd') if name == "description" => take(&mut self.description, reader, first),
            Some(b'p') if name == "parameters" && first == b'{' => {
                reader.members(&mut |reader, name, first| match name {
                    "retry_after" => take(&mut self.retry_after, reader, first),
                    "migrate_to_chat_id" => take(&mut self.migrate_to_chat_id, reader, first),
                    _ => reader.skip(first),
                })
            }
            _ => reader.skip(first),
        }
    }

    /// Returns the error. A proxy may repeat the URL, and not every caller has a bot that knows its
    /// token, so what looks like a token is redacted.
    pub(super) fn error(self, method: &'static str, status: u16, body: &Bytes) -> ApiError {
        let code = self.error_code.and_then(|code| code.trim().parse().ok());
        let code = code.unwrap_or_else(|| status.into());
        let description = self.description.map(Cow::into_owned).unwrap_or_default();
        let id = self.migrate_to_chat_id;
        let mut error = ApiError::new(method, code, description).with_body(body.clone());
        error.retry_after = self.retry_after.and_then(|text| seconds(text.trim()));
        error.migrate_to_chat_id = id.and_then(|id| id.trim().parse().ok());
        error
    }
}

/// Reads a member unless it has been seen. `null` counts as an empty text.
fn take<'t>(slot: &mut Option<Cow<'t, str>>, reader: &mut Reader<'t>, first: u8) -> Read {
    let text = reader.text_or_json(first)?;
    slot.get_or_insert(if first == b'n' { "".into() } else { text });
    Ok(())
}

/// Parses seconds, which may be fractional. Values out of range are clamped to those of a
/// [`Duration`].
fn seconds(text: &str) -> Option<Duration> {
    if let Ok(whole) = text.parse() {
        return Some(Duration::from_secs(whole));
    }
    let seconds = text
        .parse()
        .ok()
        .filter(|seconds: &f64| !seconds.is_nan())?;
    Some(Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX))
}
