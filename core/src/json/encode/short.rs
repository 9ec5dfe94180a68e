//! Fast path for members with a short name and a short value, as most are.

use super::buffer::{self, Buffer, put};
use super::integer;
use crate::json::escape::is_ordinary;

/// The maximum length of a short name and of a short text.
const NAME: usize = 27;
const TEXT: usize = 31;

/// Writes a member that is a short text, and a comma. Returns whether it did.
#[inline]
pub(super) fn write_text(name: &str, text: &str, out: &mut Vec<u8>) -> bool {
    let text = text.as_bytes();
    if text.len() > TEXT {
        return false;
    }
    write(name, out, |buffer, at| {
        let at = at + 1;
        copy(text, buffer, at);
        // The bytes after the text are spaces, which need no escaping.
        let is_ordinary = match buffer.get(at..)?.first_chunk::<32>()?.as_chunks() {
            ([a, b], _) => is_ordinary([a, b]),
            _ => false,
        };
        put(buffer, at + text.len(), *b"\",");
        is_ordinary.then_some(at + text.len() + 2)
    })
}

/// Writes a member that is an integer, and a comma. Returns whether it did.
#[inline]
pub(super) fn write_integer(name: &str, number: i64, out: &mut Vec<u8>) -> bool {
    write(name, out, |buffer, at| {
        let end = integer::write(number, buffer, at);
        put(buffer, end, *b",");
        Some(end + 1)
    })
}

/// Writes a member that is a small integer, and a comma, in fewer steps. Returns whether it did.
#[inline]
pub(super) fn write_small(name: &str, number: i64, out: &mut Vec<u8>) -> bool {
    let Ok(number @ ..integer::SMALL) = u64::try_from(number) else {
        return false;
    };
    write(name, out, |buffer, at| {
        let end = integer::small(number, buffer, at);
        put(buffer, end, *b",");
        Some(end + 1)
    })
}

/// Writes the name and what `value` writes after it, up to the end that it returns.
#[inline]
fn write(
    name: &str,
    out: &mut Vec<u8>,
    value: impl FnOnce(&mut Buffer, usize) -> Option<usize>,
) -> bool {
    let name = name.as_bytes();
    let start = out.len();
    // Allocation is left to the slow path, to use few registers here.
    if name.len() > NAME || out.capacity() - start < buffer::SIZE {
        return false;
    }
    out.extend_from_slice(&[b' '; buffer::SIZE]);
    let end = out.last_chunk_mut().and_then(|buffer| {
        // Names of parameters are identifiers or checked literals and need no escapes.
        put(buffer, 0, *b"\"");
        copy(name, buffer, 1);
        put(buffer, 1 + name.len(), *b"\":\" ");
        value(buffer, 1 + name.len() + 2)
    });
    out.truncate(start + end.unwrap_or(0));
    end.is_some()
}

/// Copies up to 32 bytes.
#[inline]
fn copy(bytes: &[u8], buffer: &mut Buffer, at: usize) {
    let _ = if bytes.len() >= 8 {
        ends::<16>(bytes, buffer, at) || ends::<8>(bytes, buffer, at)
    } else {
        ends::<4>(bytes, buffer, at) || ends::<2>(bytes, buffer, at) || ends::<1>(bytes, buffer, at)
    };
}

/// Copies both ends of bytes that are at most `2 * N` long. The middle is copied twice.
#[inline]
fn ends<const N: usize>(bytes: &[u8], buffer: &mut Buffer, at: usize) -> bool {
    let (Some(first), Some(last)) = (bytes.first_chunk::<N>(), bytes.last_chunk::<N>()) else {
        return false;
    };
    put(buffer, at, *first);
    put(buffer, at + bytes.len() - N, *last);
    true
}
