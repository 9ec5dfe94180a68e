//! Reads what the server answers: the envelope first, then the result.
//! See <https://core.telegram.org/bots/api#making-requests>.

mod members;
pub(crate) mod path;
mod refusal;

use bytes::Bytes;
use serde_json::value::RawValue;

use crate::client::method::{Method, Read, reader};
use crate::error::{DecodeError, Error, ResponseError, ResponseErrorKind};
use crate::http::request::Response;
use crate::json::decode::fill::bare;
use crate::json::decode::lenient;
use members::Members;

/// How the server begins and ends an answer with a result and nothing else. What is between is
/// decoded in place, without looking for its end first.
const DIRECT: (&str, char) = (r#"{"ok":true,"result":"#, '}');

/// Reads the answer to a call of the method `M`.
///
/// The envelope's `ok` is trusted over the HTTP status. `limit` is the largest body, in bytes, that
/// is looked at. This is what a [`Call`](crate::Call) does with the answer of its transport.
///
/// # Errors
///
/// [`Error::Api`] if `ok` is `false`, [`Error::Response`] if the body is not an answer of the Bot
/// API, [`Error::Decode`] if its result is not what the method answers with.
pub fn read<M: Method>(response: &Response, limit: usize) -> Result<M::Response, Error> {
    decode(reader::<M>(), M::INFO.name, response, limit)
}

/// Reads the answer to a call of `method`, and its result by `read`.
pub(crate) fn decode<R>(
    read: Read<R>,
    method: &'static str,
    response: &Response,
    limit: usize,
) -> Result<R, Error> {
    let answer = Answer { method, response };
    let text = answer.text(limit)?;
    if let Some(Ok(value)) = direct(text).map(read) {
        return Ok(value);
    }
    let json = answer.result(text)?;
    lenient::read(read, json).map_err(|error| answer.undecodable(json, &error))
}

/// What stands where most answers have the result and nothing else.
fn direct(text: &str) -> Option<&str> {
    let (start, end) = DIRECT;
    text.trim_ascii_end().strip_prefix(start)?.strip_suffix(end)
}

/// An answer that is being read. Nothing here depends on the type of the result, so it is compiled
/// once and not once per method.
struct Answer<'a> {
    method: &'static str,
    response: &'a Response,
}

impl<'a> Answer<'a> {
    fn error(&self, kind: ResponseErrorKind) -> Error {
        let body = match kind {
            ResponseErrorKind::TooLarge { .. } => Bytes::new(),
            _ => self.response.body().clone(),
        };
        ResponseError::new(self.method, self.response.status(), kind, body).into()
    }

    fn text(&self, limit: usize) -> Result<&'a str, Error> {
        let body = self.response.body();
        if body.len() > limit {
            return Err(self.error(ResponseErrorKind::TooLarge { limit }));
        }
        if body.trim_ascii().is_empty() {
            return Err(self.error(ResponseErrorKind::Empty));
        }
        str::from_utf8(body).map_err(|_| {
            self.error(if is_html(body) {
                ResponseErrorKind::Html
            } else {
                ResponseErrorKind::InvalidUtf8
            })
        })
    }

    /// The JSON of the result, wherever in the envelope it is.
    fn result(&self, text: &'a str) -> Result<&'a str, Error> {
        let value: &RawValue =
            serde_json::from_str(text).map_err(|error| self.error(malformed(text, &error)))?;
        let envelope =
            Members::of(value).ok_or_else(|| self.error(ResponseErrorKind::NotAnEnvelope))?;
        match envelope.get("ok").map(RawValue::get) {
            Some("true") => envelope
                .get("result")
                .map(RawValue::get)
                .ok_or_else(|| self.error(ResponseErrorKind::NoResult)),
            Some("false") => {
                Err(refusal::read(self.method, self.response.status(), &envelope).into())
            }
            _ => Err(self.error(ResponseErrorKind::NotAnEnvelope)),
        }
    }

    /// The error for a result that could not be decoded.
    fn undecodable(&self, result: &str, error: &serde_json::Error) -> Error {
        DecodeError::new(
            self.method,
            path::find("result", result, error),
            bare(error),
            self.response.body().clone(),
        )
        .into()
    }
}

fn is_html(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

fn malformed(text: &str, error: &serde_json::Error) -> ResponseErrorKind {
    if is_html(text.as_bytes()) {
        ResponseErrorKind::Html
    } else if error.is_eof() {
        ResponseErrorKind::Truncated
    } else {
        ResponseErrorKind::NotJson
    }
}

#[cfg(test)]
mod tests;
