//! Decoding of base64 in the alphabet of URLs.

/// Decodes a text into bytes. Padding may be left out. `None` if the text has any other character,
/// or is no whole number of bytes.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for letter in text.bytes() {
        buffer = (buffer << 6 | sextet(letter)?) & 0xFFF_FFFF;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(buffer >> bits & 0xFF).ok()?);
        }
    }
    // The bits that are left are not a byte, and zero.
    (bits < 6 && buffer & ((1 << bits) - 1) == 0).then_some(bytes)
}

fn sextet(letter: u8) -> Option<u32> {
    Some(u32::from(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    }))
}
