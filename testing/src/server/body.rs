//! The bodies of requests.

use std::io::Read;

use bytes::Bytes;
use flate2::read::{GzDecoder, ZlibDecoder};
use http_body_util::BodyExt;
use hyper::body::Body;
use hyper::header::{self, HeaderMap};
use hyper::http::request::Parts;

/// Far below the server's own limit for files, so that a test cannot exhaust the memory.
pub(crate) const MOST_KEPT: usize = 64 << 20;

/// A body, possibly only its beginning.
pub(crate) struct ReadBody {
    pub(crate) kept: Bytes,
    /// The total length, including the part that was not stored.
    pub(crate) length: usize,
    /// The status with which the server refuses the encoding.
    pub(crate) fault: Option<u16>,
}

/// Reads a body, and decompresses it. Returns `None` if the client disconnected.
pub(crate) async fn read<B>(head: &Parts, mut body: B) -> Option<ReadBody>
where
    B: Body<Data = Bytes> + Unpin,
{
    let mut kept = Vec::new();
    let mut length = 0_usize;
    // A body over the limit is still read to its end: a client that is sending when the connection
    // closes may never see the response.
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame.ok()?.into_data() {
            let rest = MOST_KEPT.saturating_sub(kept.len());
            kept.extend_from_slice(data.get(..rest).unwrap_or(&data));
            length = length.saturating_add(data.len());
        }
    }
    let is_encoded = head.headers.contains_key(header::CONTENT_ENCODING);
    let (kept, fault) = match inflated(&head.headers, kept) {
        Ok(kept) => (kept, None),
        Err(status) => (Vec::new(), Some(status)),
    };
    if is_encoded && fault.is_none() {
        length = kept.len();
    }
    Some(ReadBody {
        kept: kept.into(),
        length,
        fault,
    })
}

/// Returns the body without its encoding. The error is a status.
pub(crate) fn inflated(headers: &HeaderMap, body: Vec<u8>) -> Result<Vec<u8>, u16> {
    let encoding = headers.get(header::CONTENT_ENCODING);
    let encoding = encoding.map(|value| value.as_bytes().trim_ascii().to_ascii_lowercase());
    match encoding.as_deref() {
        None | Some(b"" | b"none" | b"identity") => Ok(body),
        Some(b"gzip" | b"x-gzip") => inflate(GzDecoder::new(&*body)),
        Some(b"deflate") => inflate(ZlibDecoder::new(&*body)),
        Some(_) => Err(415),
    }
}

/// Decompresses a body. The error is a status.
fn inflate(decoder: impl Read) -> Result<Vec<u8>, u16> {
    let mut body = Vec::new();
    let most = u64::try_from(MOST_KEPT).unwrap_or(u64::MAX);
    match decoder.take(most + 1).read_to_end(&mut body) {
        Ok(_) if body.len() > MOST_KEPT => Err(413),
        Ok(_) => Ok(body),
        Err(_) => Err(400),
    }
}
