//! A form with files.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;

use super::chat::spliced;
use super::part::FilePart;

/// A body of type `multipart/form-data`. Files are not loaded into memory: they are opened and read
/// each time the body is sent.
#[derive(Clone)]
pub struct Multipart(pub(super) Arc<Inner>);

#[derive(Clone)]
pub(super) struct Inner {
    pub(super) content_type: String,
    pub(super) boundary: String,
    /// At least one. The texts are in the bytes before the first.
    pub(super) files: Vec<FilePart>,
    /// Where the value of `chat_id` is in the bytes before the first file.
    pub(super) chat: Option<Range<usize>>,
    /// The bytes after the last file.
    pub(super) end: Bytes,
    pub(super) len: Option<u64>,
}

impl Multipart {
    /// Returns the value of the parameter `chat_id`.
    pub(super) fn chat(&self) -> Option<Cow<'_, str>> {
        let head = &self.0.files.first()?.head;
        let value = head.get(self.0.chat.clone()?)?;
        Some(String::from_utf8_lossy(value))
    }

    /// Returns the value of a parameter that is no file. Its name needs no escaping.
    pub(super) fn param(&self, name: &str) -> Option<Cow<'_, str>> {
        let head = &self.0.files.first()?.head;
        // No value contains the boundary, so this is no part of one.
        let before = format!(
            "--{}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n",
            self.0.boundary
        );
        let start = position(head, before.as_bytes())? + before.len();
        let rest = head.get(start..)?;
        let len = position(rest, format!("\r\n--{}", self.0.boundary).as_bytes())?;
        rest.get(..len).map(String::from_utf8_lossy)
    }

    /// Replaces the value of the parameter `chat_id`, if there is one.
    pub(super) fn with_chat(self, chat_id: i64) -> Self {
        let Some(span) = self.0.chat.clone() else {
            return self;
        };
        let id = chat_id.to_string();
        let chat = Some(span.start..span.start + id.len());
        self.with_head(chat, |head| spliced(head, span, id.as_bytes()))
    }

    /// Adds the bytes of texts before all others.
    pub(super) fn with_texts(self, texts: &[u8], chat: Option<Range<usize>>) -> Self {
        let moved = |span: &Range<usize>| span.start + texts.len()..span.end + texts.len();
        let chat = self.0.chat.as_ref().map(moved).or(chat);
        self.with_head(chat, |head| [texts, head].concat().into())
    }

    /// Changes the bytes before the first file.
    fn with_head(self, chat: Option<Range<usize>>, change: impl FnOnce(&Bytes) -> Bytes) -> Self {
        let mut inner = Arc::unwrap_or_clone(self.0);
        inner.chat = chat;
        if let Some(first) = inner.files.first_mut() {
            let before = first.head.len();
            first.head = change(&first.head);
            let (before, after) = (as_u64(before), as_u64(first.head.len()));
            inner.len = inner
                .len
                .map(|len| len.saturating_sub(before).saturating_add(after));
        }
        Self(Arc::new(inner))
    }
}

/// Returns where `needle` is.
fn position(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes
        .windows(needle.len())
        .position(|window| window == needle)
}

fn as_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

impl fmt::Debug for Multipart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Multipart({} files, ", self.0.files.len())?;
        match self.0.len {
            Some(len) => write!(f, "{len} bytes)"),
            None => f.write_str("unknown size)"),
        }
    }
}
