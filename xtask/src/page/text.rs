//! Text of the page in one form: both formats give the same prose.

use super::Version;

/// Replaces typographic characters as the community's JSON does, and every run of spaces by one.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '“' | '”' => plain.push('"'),
            '’' | '‘' => plain.push('\''),
            '–' | '—' | '−' => plain.push('-'),
            '…' => plain.push_str("..."),
            '\u{a0}' | '\n' | '\r' | '\t' => plain.push(' '),
            '\u{200b}' | '\u{feff}' => {}
            other => plain.push(other),
        }
    }
    plain.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is the name of a method or type: one word of letters and digits.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|char| char.is_ascii_alphanumeric())
}

/// Whether a name is that of a method, which starts with a lower-case letter.
pub(super) fn is_method(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
}

pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Reads a date such as `August 24, 2026`, and returns it as `2026-08-24`.
pub(super) fn date(text: &str) -> Option<String> {
    let text = plain(text).replace(',', " ");
    let mut words = text.split_ascii_whitespace();
    let name = words.next()?;
    let month = MONTHS
        .iter()
        .position(|month| month.eq_ignore_ascii_case(name))?
        + 1;
    let day: u8 = words
        .next()?
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    let year: u16 = words.next()?.parse().ok().filter(|year| *year > 2000)?;
    words
        .next()
        .is_none()
        .then(|| format!("{year}-{month:02}-{day:02}"))
}

/// Reads a version such as `Bot API 10.3`, in a text that may continue.
pub(super) fn version(text: &str, date: String) -> Option<Version> {
    let text = plain(text);
    let (_, rest) = text.split_once("Bot API ")?;
    let number = rest
        .split(|char: char| !char.is_ascii_alphanumeric() && char != '.')
        .next()?;
    let number = number.trim_end_matches('.');
    let is_number =
        number.contains('.') && number.split('.').all(|part| part.parse::<u16>().is_ok());
    is_number.then(|| Version {
        number: number.to_owned(),
        date,
    })
}
