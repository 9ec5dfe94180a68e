//! Decodes an envelope with `ok: false`. Even if other members are missing or have the wrong type,
//! the response is an error of the Bot API: such members are ignored.

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;

use crate::error::ApiError;
use crate::json::decode::{Failed, Read, Reader};

/// The members of an error response: strings decoded, anything else as JSON.
#[derive(Default)]
pub(crate) struct Refusal<'t> {
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

    /// Returns the Bot API's `error_code`.
    pub(crate) fn code(&self) -> Option<i32> {
        self.error_code.as_ref()?.trim().parse().ok()
    }

    /// Returns how long to wait, from the parameters, or else from the description of a flood error.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        if let Some(text) = &self.retry_after {
            return seconds(text.trim());
        }
        let description = self
            .description
            .as_deref()
            .filter(|_| self.code() == Some(429))?;
        let (_, asked) = description.rsplit_once("retry after ")?;
        seconds(asked.trim_end_matches(['.', ' ']))
    }

    pub(crate) fn migrate_to_chat_id(&self) -> Option<i64> {
        self.migrate_to_chat_id.as_ref()?.trim().parse().ok()
    }

    /// Returns the error of a response with this status and body. `retry_after` is that of its
    /// header, which counts if the body does not say how long to wait. A proxy may repeat the URL,
    /// and not every caller has a bot that knows its token, so what looks like a token is redacted.
    pub(super) fn error(
        self,
        method: &'static str,
        (status, body): (u16, &Bytes),
        retry_after: Option<Duration>,
    ) -> ApiError {
        let code = self.code().unwrap_or_else(|| status.into());
        let description = self.description.as_deref().unwrap_or_default().to_owned();
        let mut error = ApiError::new(method, code, description).with_body(body.clone());
        error.retry_after = self.retry_after().or(retry_after);
        error.migrate_to_chat_id = self.migrate_to_chat_id();
        error
    }
}

/// Returns what an error response says, `Ok(None)` for a successful one, and `Err` if the text is
/// neither.
pub(crate) fn find(json: &str) -> Read<Option<Refusal<'_>>> {
    let mut refusal = Refusal::default();
    let mut reader = Reader::new(json, false);
    if reader.token()? != b'{' {
        return Err(Failed);
    }
    let mut ok = None;
    reader.members(&mut |reader, name, first| match name {
        "ok" if ok.is_none() && (first == b't' || first == b'f') => {
            ok = Some(first == b't');
            reader.skip(first)
        }
        _ => refusal.member(reader, name, first),
    })?;
    match ok {
        Some(true) => Ok(None),
        Some(false) => Ok(Some(refusal)),
        None => Err(Failed),
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
pub(crate) fn seconds(text: &str) -> Option<Duration> {
    if !text.starts_with(|first: char| first.is_ascii_digit() || first == '-') {
        return None;
    }
    if let Ok(whole) = text.parse() {
        return Some(Duration::from_secs(whole));
    }
    let seconds = text
        .parse()
        .ok()
        .filter(|seconds: &f64| !seconds.is_nan())?;
    Some(Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX))
}
