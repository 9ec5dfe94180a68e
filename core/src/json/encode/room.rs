//! Room for one member, of a fixed size.

pub(super) const SIZE: usize = 64;

/// Room for one member, of a fixed size: what is put there need not ask for more.
pub(super) type Room = [u8; SIZE];

/// Puts bytes at a place; none that would not fit, which no caller asks for.
#[inline]
pub(super) fn put<const N: usize>(room: &mut Room, at: usize, bytes: [u8; N]) {
    if let Some(place) = room.get_mut(at..).and_then(<[u8]>::first_chunk_mut) {
        *place = bytes;
    }
}
