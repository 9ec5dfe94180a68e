//! Percent-encoding of URLs (RFC 3986).

use std::fmt::Write;

/// Returns whether the character is never encoded.
pub(crate) fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// Appends a byte, percent-encoded unless it `stays`.
pub(crate) fn push(byte: u8, stays: bool, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = if stays {
        out.write_char(char::from(byte))
    } else {
        write!(out, "%{byte:02X}")
    };
}
