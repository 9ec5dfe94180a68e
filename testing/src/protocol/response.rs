//! Answers as HTTP responses.

use bytes::Bytes;
use http_body_util::Full;
use hyper::header::{self, HeaderValue};
use hyper::http::request::Parts;
use hyper::{StatusCode, Version};

use super::envelope::Answer;

/// A response, whose body is at hand.
pub(crate) type Response = hyper::Response<Full<Bytes>>;

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
    let mut response = Response::new(Full::new(answer.body));
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
