//! Writes short texts.

use super::room::{Room, put};
use crate::escape::is_ordinary;

/// The longest text that is short.
const SHORT: usize = 31;

/// Writes a short text that JSON takes as it is, where there are but spaces. Gives whether it did.
#[inline]
pub(super) fn write(text: &[u8], room: &mut Room, at: usize) -> bool {
    if text.len() > SHORT {
        return false;
    }
    let _ = ends::<16>(text, room, at)
        || ends::<8>(text, room, at)
        || ends::<4>(text, room, at)
        || ends::<2>(text, room, at)
        || ends::<1>(text, room, at);
    let parts = room.get(at..).and_then(<[u8]>::first_chunk::<32>);
    parts.is_some_and(|parts| match parts.as_chunks() {
        ([a, b], _) => is_ordinary([a, b]),
        _ => false,
    })
}

/// Writes a text of up to twice the length of an end. What is in the middle is written twice.
#[inline]
fn ends<const N: usize>(text: &[u8], room: &mut Room, at: usize) -> bool {
    let (Some(first), Some(last)) = (text.first_chunk::<N>(), text.last_chunk::<N>()) else {
        return false;
    };
    put(room, at, *first);
    put(room, at + text.len() - N, *last);
    true
}
