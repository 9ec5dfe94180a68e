//! Downloads: `/file/bot<TOKEN>/<PATH>`, which a front end of Telegram serves.

use bytes::Bytes;
use hyper::StatusCode;
use hyper::header::{self, HeaderValue};
use hyper::http::request::Parts;

use super::shared::State;
use crate::protocol::response::Response;
use crate::world::{BotKey, LARGEST_DOWNLOAD};

/// The content of a file, or why there is none.
pub(crate) enum Download {
    File { content: Bytes, mime_type: String },
    Unauthorized,
    NotFound,
}

/// Returns the file that a path refers to. `None` if the path is not that of a download.
pub(crate) fn find(state: &mut State, path: &str) -> Option<Download> {
    let (key, path) = BotKey::of_download(path)?;
    let Some(bot) = state.world.bot(&key) else {
        return Some(Download::Unauthorized);
    };
    Some(match bot.files.at(&path) {
        Some(file) if file.content.len() <= LARGEST_DOWNLOAD => Download::File {
            content: file.content.clone(),
            mime_type: file.mime_type.clone(),
        },
        _ => Download::NotFound,
    })
}

/// Returns the response, which is only the requested range.
pub(crate) fn response(content: &Bytes, mime_type: &str, head: &Parts) -> Response {
    let asked = head.headers.get(header::RANGE);
    let asked = asked.and_then(|value| value.to_str().ok());
    let length = content.len();
    let mut response = Response::default();
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Ok(mime_type) = HeaderValue::try_from(mime_type) {
        headers.insert(header::CONTENT_TYPE, mime_type);
    }
    let (status, content_range, part) = match range(asked, length) {
        Range::Whole => (StatusCode::OK, None, content.clone()),
        Range::Part(first, end) => (
            StatusCode::PARTIAL_CONTENT,
            Some(format!("bytes {first}-{}/{length}", end - 1)),
            content.slice(first..end),
        ),
        Range::Empty => (
            StatusCode::RANGE_NOT_SATISFIABLE,
            Some(format!("bytes */{length}")),
            Bytes::new(),
        ),
    };
    if let Some(Ok(range)) = content_range.map(HeaderValue::try_from) {
        headers.insert(header::CONTENT_RANGE, range);
    }
    *response.status_mut() = status;
    *response.body_mut() = part.into();
    response
}

/// What a client asks for.
enum Range {
    Whole,
    /// The first byte and the end.
    Part(usize, usize),
    /// Nothing is in the range.
    Empty,
}

/// Reads a range. What is no single range is ignored.
fn range(text: Option<&str>, length: usize) -> Range {
    let bounds = text.and_then(|text| text.strip_prefix("bytes=")?.split_once('-'));
    let Some((first, last)) = bounds.map(|(first, last)| (first.trim(), last.trim())) else {
        return Range::Whole;
    };
    let (first, end) = match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(first), Ok(last)) if first <= last => (first, last.saturating_add(1).min(length)),
        (Ok(first), Err(_)) if last.is_empty() => (first, length),
        (Err(_), Ok(count)) if first.is_empty() => (length.saturating_sub(count), length),
        _ => return Range::Whole,
    };
    if first < end {
        Range::Part(first, end)
    } else {
        Range::Empty
    }
}
