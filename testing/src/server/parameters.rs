//! The parameters of a request as the server sees them: names with texts, those of the query string
//! first.

use bytes::Bytes;
use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::complaint::{Complaint, duplicates};
use super::form::{self, Fault};
use crate::records::ReceivedFile;

/// How the server treats a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    Multipart,
    Urlencoded,
    Json,
    /// A file without parameters.
    Other,
}

impl BodyKind {
    /// The server searches for a substring, whatever surrounds it.
    pub(crate) fn of(content_type: &str) -> Self {
        let content_type = content_type.to_ascii_lowercase();
        if content_type.contains("multipart/form-data") {
            Self::Multipart
        } else if content_type.contains("application/x-www-form-urlencoded") {
            Self::Urlencoded
        } else if content_type.contains("application/json") {
            Self::Json
        } else {
            Self::Other
        }
    }
}

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

pub(crate) fn urlencoded(text: &[u8], into: &mut Vec<(String, String)>) {
    for pair in text.split(|&byte| byte == b'&') {
        if pair.is_empty() {
            continue;
        }
        let mut halves = pair.splitn(2, |&byte| byte == b'=');
        let mut half = || percent_decoded(halves.next().unwrap_or_default(), true);
        into.push((half(), half()));
    }
}

/// Decodes percent-encoding. Invalid escapes are copied verbatim.
pub(crate) fn percent_decoded(text: &[u8], plus_is_space: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [byte, after @ ..] = rest {
        rest = after;
        match (*byte, after) {
            (b'%', [high, low, tail @ ..]) => {
                if let (Some(high), Some(low)) = (hex(*high), hex(*low)) {
                    bytes.push(high << 4 | low);
                    rest = tail;
                } else {
                    bytes.push(b'%');
                }
            }
            (b'+', _) if plus_is_space => bytes.push(b' '),
            (other, _) => bytes.push(other),
        }
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
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
