//! The response with a file, or with the rest of one.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;

type BoxError = Box<dyn StdError + Send + Sync>;

/// The body of a response: chunks as they arrive.
pub(crate) type FileBody = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

/// The response to a [`FileRequest`](super::request::FileRequest): a status, headers and a stream.
pub struct FileResponse {
    status: u16,
    headers: Vec<(String, String)>,
    body: FileBody,
}

impl FileResponse {
    /// Creates a response with this HTTP status and body.
    pub fn new<S, E>(status: u16, body: S) -> Self
    where
        S: Stream<Item = Result<Bytes, E>> + Send + 'static,
        E: Into<BoxError> + 'static,
    {
        Self {
            status,
            headers: Vec::new(),
            body: Box::pin(Converted(Box::pin(body))),
        }
    }

    /// Adds a header. A download reads `Content-Length`, `Content-Range`, `ETag`,
    /// `Last-Modified` and `Retry-After`; without the first, it does not notice that a body is too short, unless the object of the
    /// file says its size.
    #[must_use]
    pub fn with_header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Returns the value of the header with this name, whose case is ignored.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    }

    /// Returns the header `Content-Length` in bytes.
    pub(crate) fn length(&self) -> Option<u64> {
        self.header("content-length")?.parse().ok()
    }

    /// Returns the first byte that the body contains, and the size of the whole file if that is
    /// known, both from the header `Content-Range`.
    pub(crate) fn range(&self) -> Option<(u64, Option<u64>)> {
        let range = self.header("content-range")?;
        let (unit, range) = range.split_at_checked("bytes ".len())?;
        if !unit.eq_ignore_ascii_case("bytes ") {
            return None;
        }
        let (range, total) = range.split_once('/')?;
        let (first, _) = range.split_once('-')?;
        Some((first.trim().parse().ok()?, total.trim().parse().ok()))
    }

    /// Returns the size that a response of status 416 says in its header `Content-Range`.
    pub(crate) fn unsatisfied_range(&self) -> Option<u64> {
        let (_, total) = self.header("content-range")?.split_once("*/")?;
        total.trim().parse().ok()
    }

    /// Returns the seconds of the header `Retry-After`. A date is ignored, because the clocks may
    /// differ.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        let seconds = self.header("retry-after")?;
        seconds.parse().ok().map(Duration::from_secs)
    }

    pub(crate) fn into_body(self) -> FileBody {
        self.body
    }
}

/// Displays only the status, because headers and body may contain user data.
impl fmt::Debug for FileResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileResponse")
            .field("status", &self.status)
            .finish_non_exhaustive()
    }
}

/// A stream whose errors are boxed.
struct Converted<S>(Pin<Box<S>>);

impl<S, E> Stream for Converted<S>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: Into<BoxError>,
{
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.0.as_mut().poll_next(cx);
        next.map(|next| next.map(|chunk| chunk.map_err(Into::into)))
    }
}
