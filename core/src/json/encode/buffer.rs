//! A buffer of fixed size for one member.

pub(super) const SIZE: usize = 64;

/// A buffer for one member. Its size is fixed, so that writes need no capacity checks.
pub(super) type Buffer = [u8; SIZE];

/// Writes bytes at a position. Bytes out of bounds are not written; no caller requests that.
#[inline]
pub(super) fn put<const N: usize>(buffer: &mut Buffer, at: usize, bytes: [u8; N]) {
    if let Some(target) = buffer.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
        *target = bytes;
    }
}
