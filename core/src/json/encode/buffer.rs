//! A buffer of fixed size for one member.

pub(super) const SIZE: usize = 64;

/// A buffer for one member. Its size is fixed, so that what is put there need not ask for more.
pub(super) type Buffer = [u8; SIZE];

/// Puts bytes at a position; none that would not fit, which no caller asks for.
#[inline]
pub(super) fn put<const N: usize>(buffer: &mut Buffer, at: usize, bytes: [u8; N]) {
    if let Some(target) = buffer.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
        *target = bytes;
    }
}
