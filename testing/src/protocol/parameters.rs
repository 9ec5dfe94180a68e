//! The parameters of a request as the server sees them: names with texts, those of the query string
//! first.

use bytes::Bytes;
use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::complaint::{Complaint, duplicates};
use super::encoding::{BodyKind, urlencoded};
use super::form::{self, Fault};
use crate::records::ReceivedFile;

/// The parameters and the complaints.
#[derive(Debug, Default)]
pub(crate) struct Decoded {
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) files: Vec<ReceivedFile>,
    pub(crate) complaints: Vec<Complaint>,
    /// The status with which the server aborts.
    pub(crate) unread: Option<u16>,
}

/// Parses query string and body into one list.
pub(crate) fn decode(query: Option<&str>, content_type: Option<&str>, body: &Bytes) -> Decoded {
    let mut decoded = Decoded::default();
    if let Some(query) = query {
        urlencoded(query.as_bytes(), &mut decoded.parameters);
    }
    if !body.is_empty() {
        match content_type.map(BodyKind::of) {
            Some(BodyKind::Urlencoded) => urlencoded(body, &mut decoded.parameters),
            Some(BodyKind::Json) => json(body, &mut decoded),
            Some(BodyKind::Multipart) => {
                multipart(content_type.unwrap_or_default(), body, &mut decoded);
            }
            Some(BodyKind::Other) => decoded.complaints.push(Complaint::UnknownContentType(
                content_type.unwrap_or_default().to_owned(),
            )),
            None => decoded.complaints.push(Complaint::NoContentType),
        }
    }
    let twice = duplicates(&decoded.parameters);
    decoded.complaints.extend(twice);
    decoded
}

/// A form that is malformed anywhere counts as empty.
fn multipart(content_type: &str, body: &Bytes, decoded: &mut Decoded) {
    match form::decode(content_type, body) {
        Ok(form) => {
            decoded.parameters.extend(form.parameters);
            decoded.files = form.files;
            decoded.complaints = form.complaints;
        }
        Err(Fault::Malformed(reason)) => {
            decoded.complaints.push(Complaint::MalformedForm(reason));
            decoded.unread = Some(400);
        }
        Err(Fault::TooManyFiles) => decoded.unread = Some(413),
    }
}

/// Parses the members of the body's top level. Those before a mistake count, as on the server.
fn json(body: &[u8], decoded: &mut Decoded) {
    let mut cursor = Cursor { rest: body };
    let whole = match cursor.peek() {
        Some(b'{') => object(&mut cursor, decoded).is_some(),
        Some(b'"') => match cursor.value().as_deref().and_then(parameter_text) {
            Some(text) => {
                decoded.complaints.push(Complaint::NotAnObject);
                decoded.parameters.push(("content".to_owned(), text));
                true
            }
            None => false,
        },
        _ => {
            let value = cursor.value().is_some();
            if value {
                decoded.complaints.push(Complaint::NotAnObject);
            }
            value
        }
    };
    if !whole || cursor.peek().is_some() {
        decoded.complaints.push(Complaint::MalformedJson);
    }
}

/// `None` at the first mistake.
fn object(cursor: &mut Cursor<'_>, decoded: &mut Decoded) -> Option<()> {
    cursor.eat(b'{')?;
    if cursor.eat(b'}').is_some() {
        return Some(());
    }
    loop {
        if cursor.peek() != Some(b'"') {
            return None;
        }
        let name = parameter_text(&cursor.value()?)?;
        cursor.eat(b':')?;
        let value = cursor.value()?;
        let text = parameter_text(&value)?;
        if value.get() == "null" {
            decoded.complaints.push(Complaint::Null(name.clone()));
        }
        decoded.parameters.push((name, text));
        if cursor.eat(b',').is_none() {
            return cursor.eat(b'}');
        }
    }
}

/// Returns a string's content; for anything else its JSON, digit for digit. `None` for a string
/// with a lone surrogate.
fn parameter_text(value: &RawValue) -> Option<String> {
    let json = value.get();
    if json.starts_with('"') {
        serde_json::from_str(json).ok()
    } else {
        Some(json.to_owned())
    }
}

/// A position in a JSON text. `serde_json` parses the values. Only the members' punctuation is
/// parsed here, because a map would lose duplicates and everything before a mistake.
struct Cursor<'a> {
    rest: &'a [u8],
}

impl Cursor<'_> {
    /// Returns the next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        self.rest = self.rest.trim_ascii_start();
        self.rest.first().copied()
    }

    fn eat(&mut self, wanted: u8) -> Option<()> {
        if self.peek()? != wanted {
            return None;
        }
        self.rest = self.rest.get(1..)?;
        Some(())
    }

    fn value(&mut self) -> Option<Box<RawValue>> {
        let mut values = Deserializer::from_slice(self.rest).into_iter::<Box<RawValue>>();
        let value = values.next()?.ok()?;
        self.rest = self.rest.get(values.byte_offset()..)?;
        Some(value)
    }
}
