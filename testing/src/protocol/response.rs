//! Answers as HTTP responses.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body_util::Full;
use hyper::body::{Body, Frame, SizeHint};
use hyper::header::{self, HeaderValue};
use hyper::http::request::Parts;
use hyper::{StatusCode, Version};

use tokio::sync::mpsc;

use super::envelope::Answer;

/// A response.
pub(crate) type Response = hyper::Response<Content>;

/// The body of a response.
pub(crate) enum Content {
    Whole(Full<Bytes>),
    /// Sent as it comes. Whoever provides the parts waits until the client has read them.
    Parts(mpsc::Receiver<Bytes>),
}

impl Default for Content {
    fn default() -> Self {
        Self::Whole(Full::default())
    }
}

impl From<Bytes> for Content {
    fn from(bytes: Bytes) -> Self {
        Self::Whole(Full::new(bytes))
    }
}

impl Body for Content {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        match self.get_mut() {
            Self::Whole(whole) => Pin::new(whole).poll_frame(context),
            Self::Parts(parts) => {
                let part = parts.poll_recv(context);
                part.map(|part| part.map(|part| Ok(Frame::data(part))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Whole(whole) => whole.is_end_stream(),
            Self::Parts(_) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(whole) => whole.size_hint(),
            Self::Parts(_) => SizeHint::default(),
        }
    }
}

/// Returns whether the client leaves the connection open. The real server sends `keep-alive` even
/// if it does not, but the HTTP library would then add a `close` as well, and close it.
pub(crate) fn stays_open(head: &Parts) -> bool {
    let asks_to_close = |value: &HeaderValue| {
        let value = value.as_bytes().to_ascii_lowercase();
        value
            .split(|&byte| byte == b',')
            .any(|option| option.trim_ascii() == b"close")
    };
    let mut options = head.headers.get_all(header::CONNECTION).iter();
    head.version == Version::HTTP_11 && !options.any(asks_to_close)
}

pub(crate) fn response(answer: Answer, stays: bool) -> Response {
    let length = answer.body.len();
    let mut response = Response::new(answer.body.into());
    // A status below 200 would not end the exchange.
    *response.status_mut() = StatusCode::from_u16(answer.status)
        .ok()
        .filter(|status| !status.is_informational())
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    // If the client closes the connection, the HTTP library itself sends the header.
    if stays {
        let connection = if answer.closes { "close" } else { "keep-alive" };
        headers.insert(header::CONNECTION, HeaderValue::from_static(connection));
    }
    let content_type = answer.content_type.map(HeaderValue::try_from);
    if let Some(Ok(content_type)) = content_type {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    if let Some(seconds) = answer.retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    // HTTP forbids a body with some statuses.
    let has_body = !matches!(response.status().as_u16(), 204 | 304);
    if has_body {
        response
            .headers_mut()
            .insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    response
}
