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
    param(body, CHAT)
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

/// Returns whether there is a chat beside the parameter `chat_id`: that of a message which is
/// forwarded, copied or replied to.
pub(super) fn names_others(body: &[u8]) -> bool {
    let has = |name: &[u8]| body.windows(name.len()).any(|found| found == name);
    has(b"from_chat_id") || (has(b"reply_parameters") && has(b"\"chat_id\":") && has_two(body))
}

/// Returns whether `chat_id` occurs more than once.
fn has_two(body: &[u8]) -> bool {
    body.windows(CHAT.len())
        .filter(|found| *found == CHAT.as_bytes())
        .nth(1)
        .is_some()
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
        // An id or a username; anything else is no chat.
        if !matches!(first, b'"' | b'-' | b'0'..=b'9') {
            return Err(Failed);
        }
        let start = reader.position();
        let text = reader.text_or_json(first)?;
        found = Some((text, start..reader.position()));
        Err(Failed)
    });
    found
}
