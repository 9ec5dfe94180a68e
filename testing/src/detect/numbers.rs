//! Phone and bank card numbers in texts.

/// The fewest and the most digits of a phone number.
const PHONE: std::ops::RangeInclusive<usize> = 7..=15;
/// The fewest and the most digits of a card.
const CARD: std::ops::RangeInclusive<usize> = 13..=19;

/// Returns the length of a phone number at the start of a text, in bytes: a plus, and digits between which
/// there may be spaces, hyphens, dots and parentheses.
pub(super) fn phone(rest: &str) -> Option<usize> {
    let number = rest.strip_prefix('+')?;
    let (mut digits, mut end, mut gap) = (0, 0, 0);
    for (at, character) in number.char_indices() {
        match character {
            '0'..='9' => {
                digits += 1;
                end = at + 1;
                gap = 0;
            }
            ' ' | '-' | '.' | '(' | ')' if digits > 0 && gap < 2 => gap += 1,
            _ => break,
        }
    }
    let next = number.get(end..).and_then(|after| after.chars().next());
    let is_end = next.is_none_or(|next| !next.is_alphanumeric() && next != '_');
    (PHONE.contains(&digits) && is_end).then_some(end + 1)
}

/// Returns the length of the digits, spaces and hyphens at the start of a text, in which no other card is
/// looked for, and that of a card number at their start, in bytes.
pub(super) fn card(rest: &str, previous: Option<char>) -> (usize, Option<usize>) {
    let mut digits = Vec::new();
    let mut run = 0;
    for byte in rest.bytes() {
        // A number without gaps ends at the first space.
        if byte == b' ' && digits.len() == run && (16..=19).contains(&run) {
            break;
        }
        match byte {
            b'0'..=b'9' => digits.push(u32::from(byte - b'0')),
            b' ' | b'-' => {}
            _ => break,
        }
        run += 1;
    }
    let number = rest
        .get(..run)
        .unwrap_or_default()
        .trim_end_matches([' ', '-']);
    let next = rest
        .get(number.len()..)
        .and_then(|after| after.chars().next());
    let is_part = |it: char| it.is_alphabetic() || matches!(it, '_' | '-');
    let is_free = previous.is_none_or(|it| !is_part(it) && !matches!(it, '.' | ',' | '+'));
    let is_end = next.is_none_or(|it| !is_part(it));
    let is_dense = number.len() < 2 * digits.len();
    let is_card = is_free && is_end && is_dense && is_valid(&digits);
    (run, is_card.then_some(number.len()))
}

/// Returns whether digits are those of a card: the last one is the check digit, and the payment systems have
/// numbers of their own lengths.
fn is_valid(digits: &[u32]) -> bool {
    let count = digits.len();
    if !CARD.contains(&count) {
        return false;
    }
    let from_the_end = digits.iter().rev().enumerate();
    let weighed = from_the_end.map(|(at, digit)| match at % 2 {
        0 => *digit,
        _ if *digit < 5 => 2 * digit,
        _ => 2 * digit - 9,
    });
    let sum: u32 = weighed.sum();
    let start = |length: usize| {
        let first = digits.iter().take(length);
        first.fold(0, |number, digit| 10 * number + digit)
    };
    let has_length = match (start(1), start(2), start(4)) {
        (4, ..) => matches!(count, 13 | 16 | 18 | 19),
        (_, 51..=55, _) | (_, _, 2200..=2204 | 2221..=2720) => count == 16,
        (_, 34 | 37, _) => count == 15,
        (_, 62 | 81, _) => count >= 16,
        _ => true,
    };
    sum.is_multiple_of(10) && has_length
}
