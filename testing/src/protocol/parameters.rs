//! The parameters of a request as the server sees them: names with texts, those of the query string
//! first.

use bytes::Bytes;
use hyper::HeaderMap;
use serde::de::IgnoredAny;

use super::complaint::{Complaint, duplicates};
use super::encoding::{BodyKind, Parameters, urlencoded};
use super::form::{self, Fault};
use super::json::Cursor;
use crate::records::{ReceivedFile, ReceivedRequest};

/// The parameters and the complaints.
#[derive(Debug, Default)]
pub(crate) struct Decoded {
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) files: Vec<ReceivedFile>,
    pub(crate) complaints: Vec<Complaint>,
    /// Whether a name or value is not UTF-8.
    pub(crate) has_invalid_utf8: bool,
    /// The status with which the server aborts.
    pub(crate) unread: Option<u16>,
}

/// Returns a request as it was received, and what was found when it was decoded. The method is the
/// parameter of that name.
pub(crate) fn received(
    verb: &str,
    path: &str,
    query: Option<&str>,
    headers: &HeaderMap,
    body: Bytes,
) -> (ReceivedRequest, Decoded) {
    let headers = headers.iter().map(|(name, value)| {
        let value = String::from_utf8_lossy(value.as_bytes());
        (name.as_str().to_owned(), value.into_owned())
    });
    let mut request = ReceivedRequest {
        verb: verb.to_owned(),
        path: path.to_owned(),
        query: query.map(str::to_owned),
        method: String::new(),
        test: false,
        headers: headers.collect(),
        body,
        parameters: Vec::new(),
        files: Vec::new(),
    };
    let mut decoded = decode(query, request.header("content-type"), &request.body);
    request.parameters = std::mem::take(&mut decoded.parameters);
    request.files = std::mem::take(&mut decoded.files);
    request.method = request.parameter("method").unwrap_or_default().to_owned();
    (request, decoded)
}

/// Parses query string and body into one list.
pub(crate) fn decode(query: Option<&str>, content_type: Option<&str>, body: &Bytes) -> Decoded {
    let mut decoded = Decoded::default();
    let mut read = Parameters::default();
    if let Some(query) = query {
        urlencoded(query.as_bytes(), &mut read);
    }
    if !body.is_empty() {
        match content_type.map(BodyKind::of) {
            Some(BodyKind::Urlencoded) => urlencoded(body, &mut read),
            Some(BodyKind::Json) => json(body, &mut read, &mut decoded.complaints),
            Some(BodyKind::Multipart) => {
                multipart(
                    content_type.unwrap_or_default(),
                    body,
                    &mut read,
                    &mut decoded,
                );
            }
            Some(BodyKind::Other) => decoded.complaints.push(Complaint::UnknownContentType(
                content_type.unwrap_or_default().to_owned(),
            )),
            None => decoded.complaints.push(Complaint::NoContentType),
        }
    }
    decoded.parameters = read.list;
    decoded.has_invalid_utf8 = read.has_invalid_utf8;
    let twice = duplicates(&decoded.parameters);
    decoded.complaints.extend(twice);
    decoded
}

/// A form that is malformed anywhere counts as empty.
fn multipart(content_type: &str, body: &Bytes, read: &mut Parameters, decoded: &mut Decoded) {
    match form::decode(content_type, body) {
        Ok(form) => {
            read.list.extend(form.parameters.list);
            read.has_invalid_utf8 |= form.parameters.has_invalid_utf8;
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
fn json(body: &[u8], read: &mut Parameters, complaints: &mut Vec<Complaint>) {
    let mut cursor = Cursor::new(body);
    let is_whole = match cursor.peek() {
        Some(b'{') => object(&mut cursor, read, complaints).is_some(),
        first => match cursor.value() {
            Some(value) => {
                complaints.push(Complaint::NotAnObject);
                if first == Some(b'"') {
                    read.push(b"content".to_vec(), value.into_bytes());
                }
                true
            }
            None => false,
        },
    };
    if !is_whole || cursor.peek().is_some() {
        complaints.push(Complaint::MalformedJson);
    } else if std::str::from_utf8(body).is_err()
        || serde_json::from_slice::<IgnoredAny>(body).is_err()
    {
        complaints.push(Complaint::LenientJson);
    }
}

/// `None` at the first mistake.
fn object(
    cursor: &mut Cursor<'_>,
    read: &mut Parameters,
    complaints: &mut Vec<Complaint>,
) -> Option<()> {
    cursor.eat(b'{')?;
    if cursor.eat(b'}').is_some() {
        return Some(());
    }
    loop {
        let name = cursor.string()?;
        cursor.eat(b':')?;
        let value = cursor.value()?;
        if value.is_null() {
            let name = String::from_utf8_lossy(&name).into_owned();
            complaints.push(Complaint::Null(name));
        }
        read.push(name, value.into_bytes());
        if cursor.eat(b',').is_none() {
            return cursor.eat(b'}');
        }
    }
}
