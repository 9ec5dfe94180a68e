//! Files to send. Here: ids, URLs, and the content of uploads. Not here: how uploads are read and
//! sent (`http::body`).

pub(crate) mod attached;
mod content;
mod conversions;
mod media_type;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures_core::Stream;

use super::percent;

pub(crate) use content::{Chunks, Content, Outgoing, Progress, regular};

/// A file to send: an existing file by id or URL, or an upload.
///
/// A call that contains an upload is sent as `multipart/form-data`, any other as JSON. The content
/// is read in chunks while it is sent, and never loaded into memory as a whole. Clones share the
/// content.
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::InputFile;
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
    /// An id or a URL. The server distinguishes them.
    Text(String),
    Upload(Arc<Outgoing>),
}

impl InputFile {
    /// Refers to a file on Telegram's servers by the `file_id` of a received object.
    #[must_use]
    pub fn id(file_id: impl Into<String>) -> Self {
        Self(Source::Text(file_id.into()))
    }

    /// Refers to a file that Telegram downloads from this HTTP URL.
    #[must_use]
    pub fn url(url: impl Into<String>) -> Self {
        Self(Source::Text(url.into()))
    }

    /// Refers to a file on the disk of your own Bot API server, started with `--local`.
    ///
    /// The path must be absolute. It is not checked here, because the server may run on another
    /// machine.
    #[must_use]
    pub fn local_path(path: impl AsRef<Path>) -> Self {
        Self(Source::Text(file_url(path.as_ref())))
    }

    /// Uploads these bytes without copying them.
    #[must_use]
    pub fn bytes(content: impl Into<Bytes>) -> Self {
        Self::upload(Content::Bytes(content.into()))
    }

    /// Uploads the file at this path under its own name.
    ///
    /// Its size is read when the call is created, which fails if the file is missing or is no
    /// regular file. The file is opened each time the call is sent, on a blocking thread. Bytes
    /// appended in the meantime are not sent; if the file becomes shorter, the call fails.
    ///
    /// With [`Server::local`](crate::Server::local), an absolute path is sent as a `file://` URL,
    /// and the server reads the file, if neither a file name, a media type nor a progress callback
    /// is set.
    #[must_use]
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Self::upload(Content::Path(path.into()))
    }

    /// Uploads a stream, which is created anew each time the call is sent.
    ///
    /// If the length is given, the stream must yield exactly as many bytes; without a length, the
    /// body is sent in chunked encoding. Chunks of 256 KiB are fastest.
    #[must_use]
    pub fn stream_with<F, S>(len: Option<u64>, open: F) -> Self
    where
        F: Fn() -> S + Send + Sync + 'static,
        S: Stream<Item = io::Result<Bytes>> + Send + 'static,
    {
        Self::upload(Content::repeatable(len, open))
    }

    /// Uploads a stream once. A call cannot be sent again after a part of the stream has been read;
    /// it fails with an error then.
    ///
    /// For the length, see [`stream_with`](Self::stream_with).
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

    /// Sets the name of an upload. Default: the file name in the path.
    ///
    /// It has no effect on a file that is not uploaded.
    #[must_use]
    pub fn file_name(self, name: impl Into<String>) -> Self {
        self.with(|upload| upload.file_name = Some(name.into()))
    }

    /// Sets the media type of an upload, such as `image/png`. Default: derived from the file name.
    ///
    /// It has no effect on a file that is not uploaded.
    #[must_use]
    pub fn mime_type(self, mime_type: impl Into<String>) -> Self {
        self.with(|upload| upload.media_type = Some(mime_type.into()))
    }

    /// Sets a callback that is invoked with the number of bytes of this file that have been passed
    /// to the transport so far. If the call is sent again, the count restarts.
    ///
    /// The callback must return at once, because it delays sending. It is not called for a file
    /// that is not uploaded.
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

    /// Returns the id or URL; `None` for an upload.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.0 {
            Source::Text(text) => Some(text),
            Source::Upload(_) => None,
        }
    }

    /// Returns whether the file's content is sent with the call.
    #[must_use]
    pub fn is_upload(&self) -> bool {
        self.as_upload().is_some()
    }

    /// Returns whether the content can be sent more than once. Only a one-shot stream cannot.
    #[must_use]
    pub fn is_repeatable(&self) -> bool {
        self.as_upload()
            .is_none_or(|upload| upload.content.is_repeatable())
    }

    /// Returns the `file://` URL for a server that reads the disk of the bot: of an upload from an
    /// absolute path, for which nothing is set that only the server's own upload can observe.
    pub(crate) fn as_local_url(&self) -> Option<String> {
        let upload = self.as_upload()?;
        match &upload.content {
            Content::Path(path) if path.is_absolute() && upload.is_plain() => Some(file_url(path)),
            _ => None,
        }
    }

    pub(crate) fn as_upload(&self) -> Option<&Arc<Outgoing>> {
        match &self.0 {
            Source::Upload(upload) => Some(upload),
            Source::Text(_) => None,
        }
    }
}

/// Returns the `file://` URL of an absolute path.
fn file_url(path: &Path) -> String {
    let mut url = "file://".to_owned();
    let path = path.as_os_str().as_encoded_bytes();
    if cfg!(windows) {
        url.push('/');
    }
    for &byte in path {
        match byte {
            b'\\' if cfg!(windows) => url.push('/'),
            b':' if cfg!(windows) => url.push(':'),
            _ => percent::push(byte, byte == b'/' || percent::is_unreserved(byte), &mut url),
        }
    }
    url
}
