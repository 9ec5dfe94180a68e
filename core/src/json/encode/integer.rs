//! Writes integers.

use super::buffer::{Buffer, put};

const ZEROS: u64 = u64::from_le_bytes(*b"00000000");

/// Smaller integers have a fast path.
pub(super) const SMALL: u64 = 10_000;

/// Writes an integer of up to 64 bits. Returns its end, at most twenty bytes further.
#[inline]
pub(super) fn write(value: i64, buffer: &mut Buffer, at: usize) -> usize {
    put(buffer, at, *b"-");
    unsigned(value.unsigned_abs(), buffer, at + usize::from(value < 0))
}

/// Writes a small integer.
#[inline]
pub(super) fn small(value: u64, buffer: &mut Buffer, at: usize) -> usize {
    #[allow(clippy::cast_possible_truncation)] // They fill the lower half.
    let [digits, ascii] = [digits(value), ZEROS].map(|word| word as u32);
    // Leading zeros are not written, except for the last digit.
    let zeros = (digits | 1 << 24).trailing_zeros() / 8;
    put(buffer, at, ((digits | ascii) >> (8 * zeros)).to_le_bytes());
    at + 4 - zeros as usize
}

#[inline]
fn unsigned(value: u64, buffer: &mut Buffer, at: usize) -> usize {
    if value < SMALL {
        small(value, buffer, at)
    } else {
        long(value, buffer, at)
    }
}

#[inline(never)]
fn long(value: u64, buffer: &mut Buffer, at: usize) -> usize {
    let (head, tail) = (value / 100_000_000, value % 100_000_000);
    let digits = digits(tail / 10_000 + ((tail % 10_000) << 32));
    let (at, zeros) = if head == 0 {
        (at, digits.trailing_zeros() / 8)
    } else {
        (unsigned(head, buffer, at), 0)
    };
    put(buffer, at, ((digits | ZEROS) >> (8 * zeros)).to_le_bytes());
    at + 8 - zeros as usize
}

/// Returns the four digits of each half, which is below 10,000, the first in the lowest byte. Pairs
/// and digits are split in all halves at once, by multiplications that divide such small numbers by
/// 100 and 10.
#[inline]
fn digits(halves: u64) -> u64 {
    let hundreds = ((halves * 10_486) >> 20) & 0x7f_0000_007f;
    let pairs = hundreds + ((halves - hundreds * 100) << 16);
    let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
    tens + ((pairs - tens * 10) << 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: i64) {
        let mut buffer = [b' '; 64];
        let end = write(value, &mut buffer, 3);
        let text = String::from_utf8_lossy(&buffer[..end]);
        assert_eq!(text, format!("   {value}"));
    }

    #[test]
    fn integers_of_each_length_are_written_correctly() {
        for power in 0..19 {
            for factor in 1..=9 {
                for offset in -1..=1 {
                    let value = (factor.min(9) * 10_i64.pow(power)).saturating_add(offset);
                    check(value);
                    check(-value);
                }
            }
        }
        for value in [i64::MIN, i64::MIN + 1, i64::MAX, i64::MAX - 1, 0] {
            check(value);
        }
    }

    #[test]
    fn each_group_of_four_digits_is_written_correctly() {
        for value in 0..10_000 {
            check(value);
            check(value * 10_000 + 9_999 - value);
            check(-(value * 100_000_000 + value));
            check((value % 900 + 1) * 10_000_000_000_000_000 + value * 1_000_000_000_000 + value);
        }
    }
}
