//! Members that are quickly written, as most are: short ones with a short name.

use super::integer;
use super::room::{self, Room, put};
use crate::json::escape::is_ordinary;

/// The longest name, and the longest text, that is short.
const NAME: usize = 27;
const TEXT: usize = 31;

/// Writes a member that is a short text, and a comma. Gives whether it did.
#[inline]
pub(super) fn write_text(name: &str, text: &str, out: &mut Vec<u8>) -> bool {
    let text = text.as_bytes();
    if text.len() > TEXT {
        return false;
    }
    write(name, out, |room, at| {
        let at = at + 1;
        copy(text, room, at);
        // Behind the text are spaces, which are ordinary too.
        let is_ordinary = match room.get(at..)?.first_chunk::<32>()?.as_chunks() {
            ([a, b], _) => is_ordinary([a, b]),
            _ => false,
        };
        put(room, at + text.len(), *b"\",");
        is_ordinary.then_some(at + text.len() + 2)
    })
}

/// The same for an integer.
#[inline]
pub(super) fn write_integer(name: &str, number: i64, out: &mut Vec<u8>) -> bool {
    write(name, out, |room, at| {
        let end = integer::write(number, room, at);
        put(room, end, *b",");
        Some(end + 1)
    })
}

/// The same for a small integer, in fewer steps.
#[inline]
pub(super) fn write_small(name: &str, number: i64, out: &mut Vec<u8>) -> bool {
    let Ok(number @ ..integer::SMALL) = u64::try_from(number) else {
        return false;
    };
    write(name, out, |room, at| {
        let end = integer::small(number, room, at);
        put(room, end, *b",");
        Some(end + 1)
    })
}

/// Writes the name and what `value` puts behind it, up to the end that it gives.
#[inline]
fn write(
    name: &str,
    out: &mut Vec<u8>,
    value: impl FnOnce(&mut Room, usize) -> Option<usize>,
) -> bool {
    let name = name.as_bytes();
    let start = out.len();
    // To ask for memory is left to others, so that few registers are taken here.
    if name.len() > NAME || out.capacity() - start < room::SIZE {
        return false;
    }
    out.extend_from_slice(&[b' '; room::SIZE]);
    let end = out.last_chunk_mut().and_then(|room| {
        // Names of parameters are identifiers or checked literals and need no escapes.
        put(room, 0, *b"\"");
        copy(name, room, 1);
        put(room, 1 + name.len(), *b"\":\" ");
        value(room, 1 + name.len() + 2)
    });
    out.truncate(start + end.unwrap_or(0));
    end.is_some()
}

/// Copies up to 32 bytes.
#[inline]
fn copy(bytes: &[u8], room: &mut Room, at: usize) {
    let _ = if bytes.len() >= 8 {
        ends::<16>(bytes, room, at) || ends::<8>(bytes, room, at)
    } else {
        ends::<4>(bytes, room, at) || ends::<2>(bytes, room, at) || ends::<1>(bytes, room, at)
    };
}

/// Copies the two ends of what is at most twice as long. What is in the middle is copied twice.
#[inline]
fn ends<const N: usize>(bytes: &[u8], room: &mut Room, at: usize) -> bool {
    let (Some(first), Some(last)) = (bytes.first_chunk::<N>(), bytes.last_chunk::<N>()) else {
        return false;
    };
    put(room, at, *first);
    put(room, at + bytes.len() - N, *last);
    true
}
