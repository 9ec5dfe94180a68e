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

/// The part of a file that a response contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// The offset of the first byte.
    pub(crate) first: u64,
    /// The number of bytes, which is not 0.
    pub(crate) len: u64,
    /// The size of the whole file, if the server knows it.
    pub(crate) total: Option<u64>,
}

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

    /// Adds a header. A download reads `Content-Length`, `Content-Range`, `ETag`, `Last-Modified` and
    /// `Retry-After`; without the first, it does not notice that a body is too short, unless the
    /// object of the file or `Content-Range` says its size.
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

    /// Returns what the header `Content-Range` says about the body. `None` if there is none, or it is
    /// malformed or ends before it starts.
    pub(crate) fn range(&self) -> Option<Range> {
        let range = self.header("content-range")?;
        let (unit, range) = range.split_at_checked("bytes ".len())?;
        if !unit.eq_ignore_ascii_case("bytes ") {
            return None;
        }
        let (range, total) = range.split_once('/')?;
        let (first, last) = range.split_once('-')?;
        let first = first.trim().parse().ok()?;
        let last: u64 = last.trim().parse().ok()?;
        Some(Range {
            first,
            len: last.checked_sub(first)?.checked_add(1)?,
            total: match total.trim() {
                "*" => None,
                total => Some(total.parse().ok()?),
            },
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A body without content.
    struct Nothing;

    impl Stream for Nothing {
        type Item = Result<Bytes, BoxError>;

        fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            Poll::Ready(None)
        }
    }

    fn range(value: &str) -> Option<Range> {
        let response = FileResponse::new(206, Nothing);
        response.with_header("Content-Range", value).range()
    }

    #[test]
    fn a_range_has_a_start_a_length_and_perhaps_the_size_of_the_file() {
        for (value, first, len, total) in [
            ("bytes 3-9/10", 3, 7, Some(10)),
            ("Bytes 0-0/*", 0, 1, None),
            ("bytes  3 - 9 / 10 ", 3, 7, Some(10)),
        ] {
            assert_eq!(range(value), Some(Range { first, len, total }), "{value}");
        }
    }

    #[test]
    fn a_malformed_range_is_none() {
        for value in [
            "",
            "bytes",
            "bytes */10",
            "bytes 3-9",
            "bytes 3-/10",
            "bytes -9/10",
            "bytes 9-3/10",
            "bytes 3-9/ten",
            "bytes 3-9/",
            "bytes 0-18446744073709551615/*",
            "bytes 3-18446744073709551616/*",
            "items 3-9/10",
            "é 3-9/10",
        ] {
            assert_eq!(range(value), None, "{value}");
        }
    }
}
