//! Decodes a response: the envelope and its result, in one pass. See
//! <https://core.telegram.org/bots/api#making-requests>. Here: `ok`, errors of the Bot API, and
//! responses that are neither. Not here: the decoder of results (`json::decode`).

pub(crate) mod refusal;

use std::borrow::Cow;

use bytes::Bytes;

use super::response::Response;
use crate::error::{DecodeError, Error, Repair, ResponseError, ResponseErrorKind};
use crate::json::decode::{JsonError, Read, ReadResult, Reader, are_reported, to_text};
use refusal::Refusal;

/// The start of a successful response as the server writes it.
const START: &str = r#"{"ok":true,"result":"#;

/// Options for decoding a response.
#[derive(Clone, Copy)]
pub(crate) struct Options {
    /// The maximum size of the body in bytes.
    pub(crate) limit: usize,
    /// Whether repairs are disabled.
    pub(crate) strict: bool,
    /// Whether repairs are told to more than `tracing`.
    pub(crate) reports: bool,
}

/// Decodes the response to a call of `method`, and its result with `read`. Returns the result and
/// its repairs.
pub(crate) fn decode<R>(
    read: ReadResult<R>,
    method: &'static str,
    response: &Response,
    options: Options,
) -> Result<(R, Vec<Repair>), Error> {
    let answer = Answer {
        method,
        response,
        options,
    };
    let mut value = None;
    let repairs = answer.read(&mut |reader| {
        value = Some(read(reader)?);
        Ok(())
    })?;
    let value = value.ok_or_else(|| answer.error(ResponseErrorKind::NoResult))?;
    Ok((value, repairs))
}

/// A response that is being decoded. Nothing here depends on the type of the result, so it is
/// compiled once and not once per method.
struct Answer<'a> {
    method: &'static str,
    response: &'a Response,
    options: Options,
}

/// The members of an envelope that have been read so far.
#[derive(Default)]
struct Envelope<'t> {
    ok: Option<bool>,
    result: Found,
    refusal: Refusal<'t>,
}

/// The result of an envelope.
#[derive(Default)]
enum Found {
    #[default]
    Nothing,
    /// It precedes `ok`, and starts here.
    Later(usize),
    Read(Vec<Repair>),
    Undecodable(JsonError),
}

impl Answer<'_> {
    fn error(&self, kind: ResponseErrorKind) -> Error {
        let body = match kind {
            ResponseErrorKind::TooLarge { .. } => Bytes::new(),
            _ => self.response.body().clone(),
        };
        ResponseError::new(self.method, self.response.status(), kind, body)
            .with_retry_after(self.response.retry_after_header())
            .into()
    }

    /// Reads the envelope, and its result by `read`. Returns what was repaired.
    fn read(&self, read: &mut dyn FnMut(&mut Reader<'_>) -> Read) -> Result<Vec<Repair>, Error> {
        let (text, replaced) = self.text()?;
        let is_utf8 = replaced.is_empty();
        let mut reader = Reader::new(&text, !self.options.strict).with_replaced(replaced);
        let mut envelope = Envelope::default();
        if self
            .envelope(&mut reader, &text, &mut envelope, read)
            .is_err()
        {
            let error = reader.error(None, "");
            return Err(self.error(if is_html(text.as_bytes()) {
                ResponseErrorKind::Html
            } else if !is_utf8 {
                ResponseErrorKind::InvalidUtf8
            } else if error.is_end() {
                ResponseErrorKind::Truncated
            } else {
                ResponseErrorKind::NotJson
            }));
        }
        match envelope.ok {
            Some(true) => {}
            Some(false) => {
                let received = (self.response.status(), self.response.body());
                let wait = self.response.retry_after_header();
                return Err(envelope.refusal.error(self.method, received, wait).into());
            }
            None => return Err(self.error(ResponseErrorKind::NotAnEnvelope)),
        }
        if let Found::Later(start) = envelope.result {
            reader.skip_to(start);
            envelope.result = self.result(&mut reader, read).unwrap_or(Found::Nothing);
        }
        match envelope.result {
            Found::Read(repairs) => Ok(repairs),
            Found::Undecodable(error) => Err(DecodeError::new(
                self.method,
                error.path().to_owned(),
                error.problem().to_owned(),
                self.response.body().clone(),
            )
            .into()),
            Found::Nothing | Found::Later(_) => Err(self.error(ResponseErrorKind::NoResult)),
        }
    }

    /// The body as text, and where it is not UTF-8.
    fn text(&self) -> Result<(Cow<'_, str>, Vec<usize>), Error> {
        let body = self.response.body();
        if body.len() > self.options.limit {
            let limit = self.options.limit;
            return Err(self.error(ResponseErrorKind::TooLarge { limit }));
        }
        if body.trim_ascii().is_empty() {
            return Err(self.error(ResponseErrorKind::Empty));
        }
        let (text, replaced) = to_text(body);
        if self.options.strict && !replaced.is_empty() {
            return Err(self.error(if is_html(body) {
                ResponseErrorKind::Html
            } else {
                ResponseErrorKind::InvalidUtf8
            }));
        }
        Ok((text, replaced))
    }

    fn envelope<'t>(
        &self,
        reader: &mut Reader<'t>,
        text: &'t str,
        envelope: &mut Envelope<'t>,
        read: &mut dyn FnMut(&mut Reader<'_>) -> Read,
    ) -> Read {
        if text.starts_with(START) {
            envelope.ok = Some(true);
            reader.skip_to(START.len());
            envelope.result = self.result(reader, read)?;
            if reader.token()? == b',' {
                reader.take(b',')?;
                reader.more_members(&mut |reader, _, first| reader.skip(first))?;
            } else {
                reader.take(b'}')?;
            }
            return reader.finish();
        }
        let first = reader.token()?;
        if first != b'{' {
            reader.skip(first)?;
            return reader.finish();
        }
        reader.members(&mut |reader, name, first| {
            match (name, envelope.ok) {
                ("ok", None) if first == b't' || first == b'f' => {
                    envelope.ok = Some(first == b't');
                    reader.skip(first)?;
                }
                ("result", Some(true)) if matches!(envelope.result, Found::Nothing) => {
                    envelope.result = self.result(reader, read)?;
                }
                ("result", None) if matches!(envelope.result, Found::Nothing) => {
                    envelope.result = Found::Later(reader.position());
                    reader.skip(first)?;
                }
                _ => envelope.refusal.member(reader, name, first)?,
            }
            Ok(())
        })?;
        reader.finish()
    }

    /// Decodes the result. A failure to do so is no failure of the envelope.
    fn result(
        &self,
        reader: &mut Reader<'_>,
        read: &mut dyn FnMut(&mut Reader<'_>) -> Read,
    ) -> Read<Found> {
        let start = reader.position();
        match read(reader) {
            Ok(()) => {
                reader.hold_replaced(start);
                Ok(Found::Read(if self.options.reports || are_reported() {
                    reader.repairs(self.method, "result")
                } else {
                    Vec::new()
                }))
            }
            Err(failed) if reader.is_broken() => Err(failed),
            Err(_) => Ok(Found::Undecodable(reader.error(None, "result"))),
        }
    }
}

fn is_html(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

#[cfg(test)]
mod tests;
