//! Downloads to memory.

use bytes::{Bytes, BytesMut};

use super::fetch::Fetch;
use crate::error::Error;

/// The initial capacity at most, whatever size is announced.
const FIRST_CAPACITY: u64 = 1 << 20;

pub(super) async fn bytes(mut fetch: Fetch) -> Result<Bytes, Error> {
    let Some(first) = fetch.next().await? else {
        return Ok(Bytes::new());
    };
    // A small file arrives as one chunk, which is returned without copying.
    let Some(second) = fetch.next().await? else {
        return Ok(first);
    };
    let capacity = fetch.total().unwrap_or_default().min(FIRST_CAPACITY);
    let mut bytes = BytesMut::with_capacity(usize::try_from(capacity).unwrap_or_default());
    bytes.extend_from_slice(&first);
    bytes.extend_from_slice(&second);
    while let Some(chunk) = fetch.next().await? {
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}
