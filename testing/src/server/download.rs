//! Downloads: `/file/bot<TOKEN>/<PATH>`, which a front end of Telegram serves.

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;

use super::parameters::percent_decoded;
use super::shared::State;
use crate::world::{BotKey, LARGEST_DOWNLOAD};

/// The content of a file, or why there is none.
pub(crate) enum Download {
    File { content: Bytes, mime_type: String },
    Unauthorized,
    NotFound,
}

/// Returns the file that a path refers to. `None` if the path is not that of a download.
pub(crate) fn find(state: &mut State, path: &str) -> Option<Download> {
    let path = percent_decoded(path.as_bytes(), false);
    let (token, rest) = path.strip_prefix("/file/bot")?.split_once('/')?;
    let (is_test, path) = match rest.strip_prefix("test/") {
        Some(path) => (true, path),
        None => (false, rest),
    };
    let key = BotKey {
        token: token.to_owned(),
        is_test,
    };
    let Some(bot) = state.world.bot(&key) else {
        return Some(Download::Unauthorized);
    };
    Some(match bot.files.at(path) {
        Some(file) if file.content.len() <= LARGEST_DOWNLOAD => Download::File {
            content: file.content.clone(),
            mime_type: file.mime_type.clone(),
        },
        _ => Download::NotFound,
    })
}

/// Returns the response, which is only the requested range.
pub(crate) fn response(content: &Bytes, mime_type: &str, head: &Parts) -> Response {
    let range = head
        .headers
        .get(header::RANGE)
        .and_then(|value| value.to_str().ok());
    let length = content.len();
    let mut response = Response::default();
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    if let Ok(mime_type) = HeaderValue::try_from(mime_type) {
        headers.insert(header::CONTENT_TYPE, mime_type);
    }
    let (status, content_range, part) = match range.and_then(|range| bounds(range, length)) {
        None => (StatusCode::OK, None, content.clone()),
        Some(Some((first, end))) => (
            StatusCode::PARTIAL_CONTENT,
            Some(format!("bytes {first}-{}/{length}", end - 1)),
            content.slice(first..end),
        ),
        Some(None) => (
            StatusCode::RANGE_NOT_SATISFIABLE,
            Some(format!("bytes */{length}")),
            Bytes::new(),
        ),
    };
    if let Some(Ok(range)) = content_range.map(HeaderValue::try_from) {
        headers.insert(header::CONTENT_RANGE, range);
    }
    *response.status_mut() = status;
    *response.body_mut() = Body::from(part);
    response
}

/// Returns the first byte and the end of a range. `None` if it is no single range, which is ignored;
/// `Some(None)` if nothing is in it.
fn bounds(range: &str, length: usize) -> Option<Option<(usize, usize)>> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    let (first, end) = match (first.trim(), last.trim()) {
        ("", count) => {
            let count: usize = count.parse().ok()?;
            (length.saturating_sub(count), length)
        }
        (first, "") => (first.parse().ok()?, length),
        (first, last) => {
            let (first, last): (usize, usize) = (first.parse().ok()?, last.parse().ok()?);
            if last < first {
                return None;
            }
            (first, last.saturating_add(1).min(length))
        }
    };
    Some((first < end).then_some((first, end)))
}
