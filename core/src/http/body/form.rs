//! Builds a form in the syntax that the server's parser accepts.
//!
//! The parser knows only `name` and `filename`, both quoted. It treats backslashes in them as
//! escapes, decodes percent-encoding, and does not support RFC 5987. Bytes special to the parser
//! are percent-encoded. All others are written verbatim in UTF-8.

use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;

use super::attachment::Attachment;
use super::boundary::boundary;
use super::chat::CHAT;
use super::multipart::{Inner, Multipart};
use super::part::FilePart;
use crate::json::decode::content;

/// A form that is being built. Texts precede files.
pub(crate) struct Form {
    boundary: String,
    /// The bytes before the next file.
    head: Vec<u8>,
    /// Where the value of `chat_id` is in the bytes before the first file.
    chat: Option<Range<usize>>,
}

impl Form {
    pub(crate) fn new() -> Self {
        Self::with_boundary(boundary())
    }

    fn with_boundary(boundary: String) -> Self {
        Self {
            boundary,
            head: Vec::new(),
            chat: None,
        }
    }

    /// Adds a text parameter.
    pub(crate) fn text(&mut self, name: &str, value: &[u8]) {
        self.start(name);
        self.put(b"\r\n\r\n");
        let start = self.head.len();
        self.put(value);
        if name == CHAT {
            self.chat = Some(start..self.head.len());
        }
        self.put(b"\r\n");
    }

    /// Adds a text parameter from JSON. A JSON string is written without quotes, as the server accepts
    /// it.
    pub(crate) fn json(&mut self, name: &str, json: &[u8]) {
        match str::from_utf8(json)
            .ok()
            .filter(|json| json.starts_with('"'))
        {
            Some(json) => self.text(name, content(json).unwrap_or_default().as_bytes()),
            None => self.text(name, json),
        }
    }

    /// Adds the files and completes the form.
    pub(crate) fn finish(mut self, attachments: Vec<Attachment>) -> Multipart {
        let mut files = Vec::with_capacity(attachments.len());
        let mut len = Some(0_u64);
        let mut add = |more: Option<u64>| {
            len = len.zip(more).and_then(|(len, more)| len.checked_add(more));
        };
        for attachment in attachments {
            self.file_head(&attachment);
            let head = Bytes::from(std::mem::take(&mut self.head));
            add(u64::try_from(head.len()).ok());
            add(attachment.len);
            self.put(b"\r\n");
            files.push(FilePart::new(head, attachment));
        }
        self.put(b"--");
        self.put_boundary();
        self.put(b"--\r\n");
        let end = Bytes::from(self.head);
        add(u64::try_from(end.len()).ok());
        Multipart(Arc::new(Inner {
            content_type: format!("multipart/form-data; boundary={}", self.boundary),
            boundary: self.boundary,
            chat: self.chat,
            files,
            end,
            len,
        }))
    }

    fn start(&mut self, name: &str) {
        self.put(b"--");
        self.put_boundary();
        self.put(b"\r\nContent-Disposition: form-data; name=\"");
        quoted(name, &mut self.head);
        self.put(b"\"");
    }

    fn file_head(&mut self, file: &Attachment) {
        self.start(&file.part);
        self.put(b"; filename=\"");
        quoted(&file.upload.name(), &mut self.head);
        self.put(b"\"\r\nContent-Type: ");
        // A line break in it would end the header.
        let media_type = file.upload.media_type();
        let visible = media_type
            .bytes()
            .filter(|byte| matches!(byte, b' '..=b'~'));
        self.head.extend(visible);
        self.put(b"\r\n\r\n");
    }

    fn put(&mut self, bytes: &[u8]) {
        self.head.extend_from_slice(bytes);
    }

    fn put_boundary(&mut self) {
        self.head.extend_from_slice(self.boundary.as_bytes());
    }
}

/// Returns the form with one more text parameter, whose value is given as JSON.
pub(super) fn with_param(multipart: Multipart, name: &str, json: &str) -> Multipart {
    let mut form = Form::with_boundary(multipart.0.boundary.clone());
    form.json(name, json.as_bytes());
    multipart.with_texts(&form.head, form.chat)
}

/// Writes `name` for use between quotation marks.
fn quoted(name: &str, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in name.bytes() {
        if matches!(byte, b'%' | b'"' | b'\\' | 0..0x20 | 0x7f) {
            let digit = |value: u8| DIGITS.get(usize::from(value)).copied();
            out.push(b'%');
            out.extend(digit(byte >> 4));
            out.extend(digit(byte & 15));
        } else {
            out.push(byte);
        }
    }
}
