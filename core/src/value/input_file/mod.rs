//! A file to send.

mod content;
mod conversions;
mod media_type;

use std::fmt::Write;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures_core::Stream;

pub(crate) use content::{Chunks, Content, Outgoing, Progress};

/// A file to send: one that the server knows or can fetch, or one to upload.
///
/// A call that holds an upload anywhere goes out as `multipart/form-data`, any other as JSON. What
/// is uploaded is read while it is sent, in pieces, and never held in memory as a whole. Clones
/// share the content.
///
/// ```
/// use telegrammar_core::InputFile;
///
/// let known = InputFile::id("AgACAgIAAxkBAAIB");
/// let fetched = InputFile::url("https://example.com/cat.jpg");
/// let from_memory = InputFile::bytes("a,b\n1,2\n").file_name("table.csv");
/// let from_disk = InputFile::path("cat.jpg");
/// assert!(from_disk.is_upload() && !known.is_upload());
/// ```
///
/// [Bot API](https://core.telegram.org/bots/api#sending-files)
#[derive(Clone)]
pub struct InputFile(Source);

#[derive(Clone)]
enum Source {
    /// An id or a URL. The server tells the two apart, so nothing here does.
    Text(String),
    Upload(Arc<Outgoing>),
}

impl InputFile {
    /// A file that is on Telegram's servers, by the `file_id` of an object that was received.
    #[must_use]
    pub fn id(file_id: impl Into<String>) -> Self {
        Self(Source::Text(file_id.into()))
    }

    /// A file that Telegram fetches from this HTTP URL.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self(Source::Text(url.into()))
    }

    /// A file that a Bot API server of your own, run with `--local`, reads from its disk.
    ///
    /// The path must be absolute. It is not looked at here, because the disk may be that of
    /// another machine.
    #[must_use]
    pub fn local_path(path: impl AsRef<Path>) -> Self {
        let mut url = "file://".to_owned();
        let path = path.as_ref().as_os_str().as_encoded_bytes();
        if cfg!(windows) {
            url.push('/');
        }
        for &byte in path {
            match byte {
                b'\\' if cfg!(windows) => url.push('/'),
                b':' if cfg!(windows) => url.push(':'),
                b'/' | b'-' | b'.' | b'_' | b'~' => url.push(char::from(byte)),
                _ if byte.is_ascii_alphanumeric() => url.push(char::from(byte)),
                // Writing to a string cannot fail.
                _ => drop(write!(url, "%{byte:02X}")),
            }
        }
        Self(Source::Text(url))
    }

    /// Uploads these bytes, which are not copied.
    #[must_use]
    pub fn bytes(content: impl Into<Bytes>) -> Self {
        Self::upload(Content::Bytes(content.into()))
    }

    /// Uploads the file at this path, under its own name.
    ///
    /// Its size is looked up when the call is made, and a file that is missing is an error by then.
    /// It is opened each time that the call is sent. What is appended meanwhile is not sent; a file
    /// that becomes shorter breaks the call off.
    #[must_use]
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self::upload(Content::Path(path.into()))
    }

    /// Uploads what a stream yields, made anew each time that the call is sent.
    ///
    /// With a length, which the stream must keep to, the server is told it; without one the body
    /// goes out in chunks. Pieces of 256 KiB are sent fastest.
    #[must_use]
    pub fn stream_with<F, S>(len: Option<u64>, open: F) -> Self
    where
        F: Fn() -> S + Send + Sync + 'static,
        S: Stream<Item = io::Result<Bytes>> + Send + 'static,
    {
        Self::upload(Content::repeatable(len, open))
    }

    /// Uploads what this stream yields, once: the call cannot be sent a second time when part of it
    /// has been read, which is an error that says so.
    ///
    /// The length is as for [`stream_with`](Self::stream_with).
    #[must_use]
    pub fn stream_once<S>(len: Option<u64>, stream: S) -> Self
    where
        S: Stream<Item = io::Result<Bytes>> + Send + 'static,
    {
        Self::upload(Content::once(len, stream))
    }

    fn upload(content: Content) -> Self {
        Self(Source::Upload(Arc::new(Outgoing {
            content,
            file_name: None,
            media_type: None,
            progress: None,
        })))
    }

    /// Names the file that is uploaded. Left out, it is the name in the path.
    ///
    /// For a file that is not uploaded this has no effect.
    #[must_use]
    pub fn file_name(self, name: impl Into<String>) -> Self {
        self.with(|upload| upload.file_name = Some(name.into()))
    }

    /// Says what the file that is uploaded is, such as `image/png`. Left out, it is derived from the
    /// file's name.
    ///
    /// For a file that is not uploaded this has no effect.
    #[must_use]
    pub fn mime_type(self, mime_type: impl Into<String>) -> Self {
        self.with(|upload| upload.media_type = Some(mime_type.into()))
    }

    /// Calls a function with the number of bytes of this file that have been handed to the
    /// transport so far. If the call is sent again, they are counted from the start.
    ///
    /// The function must return at once, because sending waits for it. For a file that is not
    /// uploaded it is not called.
    #[must_use]
    pub fn on_progress(self, progress: impl Fn(u64) + Send + Sync + 'static) -> Self {
        self.with(|upload| upload.progress = Some(Arc::new(progress)))
    }

    fn with(mut self, set: impl FnOnce(&mut Outgoing)) -> Self {
        if let Source::Upload(upload) = &mut self.0 {
            set(Arc::make_mut(upload));
        }
        self
    }

    /// The id or URL; nothing for an upload.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            Source::Text(text) => Some(text),
            Source::Upload(_) => None,
        }
    }

    /// Whether the file's content is sent with the call.
    #[must_use]
    pub fn is_upload(&self) -> bool {
        self.as_upload().is_some()
    }

    /// Whether the same content can be sent more than once. Only a one-shot stream cannot.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.as_upload()
            .is_none_or(|upload| upload.content.is_repeatable())
    }

    pub(crate) fn as_upload(&self) -> Option<&Arc<Outgoing>> {
        match &self.0 {
            Source::Upload(upload) => Some(upload),
            Source::Text(_) => None,
        }
    }
}
