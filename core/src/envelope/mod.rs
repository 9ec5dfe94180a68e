//! Reads what the server answers: the envelope first, then the result.
//! See <https://core.telegram.org/bots/api#making-requests>.

mod members;
mod path;
mod refusal;

use bytes::Bytes;
use serde_json::value::RawValue;

use crate::error::{DecodeError, Error, ResponseError, ResponseErrorKind};
use crate::method::FromResult;
use crate::request::Response;
use crate::tolerance;
use members::Members;

/// How the server begins every answer with a result. What follows is decoded in place, without
/// looking for its end first.
const DIRECT: &str = r#"{"ok":true,"result":"#;

/// Reads the answer to a call of `method`.
///
/// The envelope's `ok` is trusted over the HTTP status. `limit` is the largest body, in bytes, that
/// is looked at. This is what a [`Call`](crate::Call) does with the answer of its transport.
///
/// # Errors
///
/// [`Error::Api`] if `ok` is `false`, [`Error::Response`] if the body is not an answer of the Bot
/// API, [`Error::Decode`] if its result is not an `R`.
pub fn read<R: FromResult>(
    method: &'static str,
    response: &Response,
    limit: usize,
) -> Result<R, Error> {
    let answer = Answer { method, response };
    let text = answer.text(limit)?;
    let (json, direct) = match text.strip_prefix(DIRECT) {
        Some(rest) => (rest, true),
        None => (answer.result(text)?, false),
    };
    let decoded = R::decode(json).or_else(|error| {
        // What can hold a part that it does not understand gets a second try, so that one bad
        // update does not cost the batch.
        tolerance::within(|| R::decode(json)).map_err(|_| error)
    });
    match decoded {
        Ok((value, end)) => {
            // Most often the envelope ends here; otherwise the rest of it must be looked at.
            if direct && json.get(end..) != Some("}") {
                answer.result(text)?;
            }
            Ok(value)
        }
        Err(error) => Err(answer.undecodable(text, json, &error)),
    }
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

    /// The error for a result that could not be decoded from the start of `json`. If the envelope
    /// is broken as well, as one that is cut, that is what is wrong.
    fn undecodable(&self, text: &'a str, json: &str, error: &serde_json::Error) -> Error {
        match self.result(text) {
            Ok(result) => DecodeError::new(
                self.method,
                path::find(result, path::offset(json, error)),
                problem(error),
                self.response.body().clone(),
            )
            .into(),
            Err(error) => error,
        }
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

/// serde's words for what does not fit, without the position.
fn problem(error: &serde_json::Error) -> String {
    let words = error.to_string();
    match words.rsplit_once(" at line ") {
        Some((words, _)) => words.to_owned(),
        None => words,
    }
}

#[cfg(test)]
mod tests;
