//! The name of a member as it stands in JSON, made before any call, and members that are quickly
//! written behind it.

use std::fmt;

use super::room::{self, Room, put};
use super::{integer, text};

const SIZE: usize = 32;

/// `"name":"`, with the quote that opens a text. It has a fixed size, so that to copy it takes no
/// more than two moves.
#[derive(Clone, Copy)]
pub(crate) struct Key {
    bytes: [u8; SIZE],
    /// Zero for a name that is too long.
    len: u8,
}

impl Key {
    /// The key of a name, which is an identifier or a checked literal and needs no escapes.
    pub(crate) const fn new(name: &str) -> Self {
        let name = name.as_bytes();
        let mut bytes = [b' '; SIZE];
        if name.len() + 4 >= SIZE {
            return Self { bytes, len: 0 };
        }
        bytes[0] = b'"';
        let (head, tail) = bytes.split_at_mut(1 + name.len());
        head.split_at_mut(1).1.copy_from_slice(name);
        tail[0] = b'"';
        tail[1] = b':';
        tail[2] = b'"';
        #[allow(clippy::cast_possible_truncation)] // It is less than 32.
        let len = name.len() as u8 + 4;
        Self { bytes, len }
    }

    /// Writes a member that is a short text, and a comma. Gives whether it did.
    #[inline]
    pub(super) fn write_text(&self, text: &str, out: &mut Vec<u8>) -> bool {
        self.write(out, |room, at| {
            if !text::write(text.as_bytes(), room, at) {
                return None;
            }
            put(room, at + text.len(), *b"\",");
            Some(at + text.len() + 2)
        })
    }

    /// The same for an integer.
    #[inline]
    pub(super) fn write_integer(&self, number: i64, out: &mut Vec<u8>) -> bool {
        self.write(out, |room, at| {
            let end = integer::write(number, room, at - 1);
            put(room, end, *b",");
            Some(end + 1)
        })
    }

    /// Writes what `rest` puts behind the key, up to the end that it gives.
    #[inline]
    fn write(
        &self,
        out: &mut Vec<u8>,
        rest: impl FnOnce(&mut Room, usize) -> Option<usize>,
    ) -> bool {
        let key = usize::from(self.len) % SIZE;
        let start = out.len();
        // To ask for memory is left to others, so that few registers are taken here.
        if key == 0 || out.capacity() - start < room::SIZE {
            return false;
        }
        out.extend_from_slice(&[b' '; room::SIZE]);
        let end = out.last_chunk_mut().and_then(|room| {
            put(room, 0, self.bytes);
            rest(room, key)
        });
        out.truncate(start + end.unwrap_or(0));
        end.is_some()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}
