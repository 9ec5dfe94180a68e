//! Integers as the server parses them from a parameter: lenient, and never an error.

/// Parses digits after an optional minus, and stops at anything else. An overflow wraps.
pub(crate) fn lenient_i64(text: &str) -> i64 {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let size = digits
        .bytes()
        .take_while(u8::is_ascii_digit)
        .fold(0_u64, |sum, digit| {
            sum.wrapping_mul(10)
                .wrapping_add(u64::from(digit.wrapping_sub(b'0')))
        });
    let value = size.cast_signed();
    if negative {
        value.wrapping_neg()
    } else {
        value
    }
}

/// Parses an integer of 32 bits in the same way.
pub(crate) fn lenient_i32(text: &str) -> i32 {
    // The low half, reinterpreted; the mask makes the conversion succeed.
    let low = lenient_i64(text).cast_unsigned() & u64::from(u32::MAX);
    u32::try_from(low).unwrap_or_default().cast_signed()
}

/// Parses a parameter with a default and bounds. If it is unset or empty, the default is returned.
/// Values outside of the bounds are clamped.
pub(crate) fn clamped(text: Option<&str>, default: i32, least: i32, most: i32) -> i32 {
    let value = match text {
        None | Some("") => default,
        Some(text) => lenient_i32(text),
    };
    value.max(least).min(most)
}
