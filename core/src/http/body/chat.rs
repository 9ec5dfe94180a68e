//! The members of a JSON body that are read and changed after it was encoded: the chat of a call, and
//! parameters that no definition has.

use std::borrow::Cow;
use std::ops::Range;

use bytes::Bytes;

use crate::json::decode::{Failed, Reader};
use crate::json::escape;

/// The parameter with the chat that a call concerns.
pub(super) const CHAT: &str = "chat_id";

/// Returns the value of `chat_id`.
pub(super) fn of_json(body: &Bytes) -> Option<Cow<'_, str>> {
    // An id or a username; anything else is no chat.
    let is_chat = |text: &Cow<'_, str>| !text.starts_with(['{', '[']) && text != "null";
    param(body, CHAT).filter(is_chat)
}

/// Returns the value of a parameter: a text without its quotes, anything else as JSON.
pub(super) fn param<'b>(body: &'b Bytes, name: &str) -> Option<Cow<'b, str>> {
    let (text, _) = find(body, name)?;
    Some(text)
}

/// Returns the body with another value of `chat_id`.
pub(super) fn replace(body: &Bytes, chat_id: i64) -> Option<Bytes> {
    let (_, span) = find(body, CHAT)?;
    Some(spliced(body, span, chat_id.to_string().as_bytes()))
}

/// Returns `bytes` with others in place of a span.
pub(super) fn spliced(bytes: &[u8], span: Range<usize>, by: &[u8]) -> Bytes {
    let before = bytes.get(..span.start).unwrap_or_default();
    let after = bytes.get(span.end..).unwrap_or_default();
    [before, by, after].concat().into()
}

/// Returns the body with one more member.
pub(super) fn append(body: &Bytes, name: &str, json: &str) -> Bytes {
    let members = body.trim_ascii_end();
    let members = members.strip_suffix(b"}").unwrap_or(members);
    let mut out = Vec::with_capacity(members.len() + name.len() + json.len() + 5);
    out.extend_from_slice(members);
    if !members.trim_ascii_end().ends_with(b"{") {
        out.push(b',');
    }
    escape::write(name, &mut out);
    out.push(b':');
    out.extend_from_slice(json.as_bytes());
    out.push(b'}');
    out.into()
}

/// Returns the value of a parameter, and where it is.
fn find<'b>(body: &'b Bytes, param: &str) -> Option<(Cow<'b, str>, Range<usize>)> {
    let mut reader = Reader::new(str::from_utf8(body).ok()?, false);
    let mut found = None;
    if reader.token().ok()? != b'{' {
        return None;
    }
    // Ends at the member that is looked for.
    let _ = reader.members(&mut |reader, name, first| {
        if name != param {
            return reader.skip(first);
        }
        let start = reader.position();
        let text = reader.text_or_json(first)?;
        found = Some((text, start..reader.position()));
        Err(Failed)
    });
    found
}
