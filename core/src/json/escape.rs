//! Escaping of JSON strings.

const ONES: u64 = u64::MAX / 255;
const HIGH: u64 = ONES << 7;

/// Length of the prefix that needs no escaping: up to the first quote, backslash or control
/// character.
pub(crate) fn ordinary(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((block, behind)) = rest.split_first_chunk::<64>()
        && let ([a, b, c, d], _) = block.as_chunks()
        && is_ordinary([a, b, c, d])
    {
        rest = behind;
    }
    while let Some((part, behind)) = rest.split_first_chunk()
        && is_ordinary([part])
    {
        rest = behind;
    }
    // The last sixteen bytes begin with some that are known to need no escaping.
    if rest.len() < 16 && bytes.last_chunk().is_some_and(|part| is_ordinary([part])) {
        return bytes.len();
    }
    let count = bytes.len() - rest.len();
    let mut words = 0;
    while let Some((word, behind)) = rest.split_first_chunk() {
        if let Some(offset) = special(u64::from_le_bytes(*word)) {
            return count + words + offset;
        }
        words += 8;
        rest = behind;
    }
    let is_special = |byte: &u8| *byte < b' ' || *byte == b'"' || *byte == b'\\';
    count + words + rest.iter().position(is_special).unwrap_or(rest.len())
}

/// Returns whether no byte needs escaping.
#[inline]
#[allow(clippy::needless_bitwise_bool)] // A lazy one would look at one byte after the other.
pub(crate) fn is_ordinary<const N: usize>(parts: [&[u8; 16]; N]) -> bool {
    // Written so that the compiler vectorizes it: bytes that need escaping map to at most 0x20, so
    // only the minimum must be found.
    let measure = |byte: u8| (byte ^ 0x02).min((byte ^ b'\\').saturating_add(0x20));
    let mut least = [u8::MAX; 16];
    for part in parts {
        for (least, byte) in least.iter_mut().zip(part) {
            *least = (*least).min(measure(*byte));
        }
    }
    !least
        .iter()
        .fold(false, |found, least| found | (*least <= 0x20))
}

/// Returns the position of the first of eight bytes that needs escaping.
#[inline]
pub(crate) fn special(word: u64) -> Option<usize> {
    // A byte that needs escaping sets its highest bit, and possibly those of later bytes. Flipping
    // a bit moves the quote into the range of the control characters.
    let low = (word ^ (ONES * 0x02)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * 0x5c)).wrapping_sub(ONES);
    let special = (low | backslash) & !word & HIGH;
    (special != 0).then(|| special.trailing_zeros() as usize / 8)
}

/// Writes a text as a JSON string with quotes.
pub(crate) fn write(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    write_content(text, out);
    out.push(b'"');
}

/// Writes a text as the content of a JSON string, without quotes.
#[inline]
pub(crate) fn write_content(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let count = ordinary(bytes);
    if count == bytes.len() {
        out.extend_from_slice(bytes);
    } else {
        write_escaped(bytes, count, out);
    }
}

/// Writes a text that needs escaping, the first time after `count` bytes.
fn write_escaped(bytes: &[u8], count: usize, out: &mut Vec<u8>) {
    let (mut rest, mut count) = (bytes, count);
    while let Some((plain, behind)) = rest.split_at_checked(count) {
        out.extend_from_slice(plain);
        let Some((&byte, behind)) = behind.split_first() else {
            break;
        };
        escape(byte, out);
        rest = behind;
        count = ordinary(rest);
    }
}

#[cold]
fn escape(byte: u8, out: &mut Vec<u8>) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let letter = match byte {
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        byte if byte < b' ' => {
            let [high, low] = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            return;
        }
        byte => byte,
    };
    out.extend_from_slice(&[b'\\', letter]);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares with `serde_json`.
    fn check(text: &str) {
        let mut out = Vec::new();
        write(text, &mut out);
        assert_eq!(
            String::from_utf8_lossy(&out),
            serde_json::to_string(text).expect("a text")
        );
    }

    #[test]
    fn each_byte_is_written_correctly_at_each_position() {
        for code in 0..=0xff_u32 {
            let character = char::from_u32(code).expect("below the surrogates");
            for before in 0..18 {
                for behind in [0, 1, 9] {
                    let (before, behind) = ("a".repeat(before), "\u{80}".repeat(behind));
                    check(&format!("{before}{character}{behind}"));
                }
            }
        }
    }

    #[test]
    fn a_special_byte_is_found_at_each_position_of_each_length() {
        for len in 0..=150 {
            check(&"a".repeat(len));
            for position in 0..len {
                let (before, behind) = ("a".repeat(position), "é".repeat(len - position - 1));
                for special in ['"', '\\', '\0', '\u{1f}'] {
                    check(&format!("{before}{special}{behind}"));
                    check(&format!("{special}{before}{special}"));
                }
            }
        }
    }

    #[test]
    fn the_first_of_several_special_bytes_is_found() {
        check("");
        check("\u{0}\u{1f} !\"#[\\]\u{7f}");
        check("\"\"\"\"\"\"\"\"\\\\\\\\\\\\\\\\\n\n\n\n");
        check("Анна 日本 😀 \"\u{2028}\"");
        check(&"\" \\ \u{1} ".repeat(9));
    }
}
