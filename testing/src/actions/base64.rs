//! Base64, in which files are given in JSON, and signatures in URLs.

/// Decodes base64 with the usual or the URL alphabet, with or without padding and line breaks.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0_u32);
    let mut digits = text.trim_end().trim_end_matches('=').bytes();
    let digits = digits.by_ref().filter(|byte| !byte.is_ascii_whitespace());
    for digit in digits {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).ok()?);
        }
        bits &= (1 << count) - 1;
    }
    // A single digit of a group is no byte.
    (count < 6).then_some(bytes)
}

/// Encodes bytes in base64 with the URL alphabet and without padding.
pub(super) fn encode_url(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk
            .iter()
            .fold(0, |bits, byte| bits << 8 | usize::from(*byte));
        let bits = bits << (8 * (3 - chunk.len()));
        for index in 0..=chunk.len() {
            let digit = DIGITS.get(bits >> (18 - 6 * index) & 63);
            text.push(digit.map_or('A', |digit| char::from(*digit)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn base64_is_decoded() {
        for (text, bytes) in [
            ("", Some(&b""[..])),
            ("TQ==", Some(b"M")),
            ("TWE=", Some(b"Ma")),
            ("TWFu", Some(b"Man")),
            ("TWFuTWFu\n", Some(b"ManMan")),
            ("TW\r\nFu", Some(b"Man")),
            ("_-8", Some(b"\xFF\xEF")),
            ("/+8=", Some(b"\xFF\xEF")),
            ("T", None),
            ("TWF!", None),
            ("ä", None),
        ] {
            assert_eq!(decode(text).as_deref(), bytes, "{text}");
        }
    }
}
