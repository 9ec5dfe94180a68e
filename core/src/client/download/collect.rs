//! Downloads to memory.

use bytes::{Bytes, BytesMut};

use super::fetch::Fetch;
use crate::error::Error;

/// The initial capacity at most, whatever size is announced.
const FIRST_CAPACITY: u64 = 1 << 20;

pub(super) async fn bytes(fetch: Fetch) -> Result<Bytes, Error> {
    let mut fetch = fetch.restartable();
    // A small file arrives as one chunk, which is returned without copying.
    let mut first = Bytes::new();
    let mut bytes = BytesMut::new();
    loop {
        let chunk = fetch.next().await?;
        if fetch.take_restarted() {
            first = Bytes::new();
            bytes.clear();
        }
        match chunk {
            None if bytes.is_empty() => return Ok(first),
            None => return Ok(bytes.freeze()),
            Some(chunk) if first.is_empty() => first = chunk,
            Some(chunk) => {
                if bytes.is_empty() {
                    let capacity = fetch.total().unwrap_or_default().min(FIRST_CAPACITY);
                    bytes.reserve(usize::try_from(capacity).unwrap_or_default());
                    bytes.extend_from_slice(&first);
                }
                bytes.extend_from_slice(&chunk);
            }
        }
    }
}
