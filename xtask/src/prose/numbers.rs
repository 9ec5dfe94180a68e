//! Numbers in prose: decimal, hexadecimal, and products such as `7 * 24 * 60`.

use std::sync::LazyLock;

use regex::Regex;

/// The expression of a number; a range of the page is two of them with a hyphen.
pub(super) const NUMBER: &str = r"-?(?:0x[0-9A-Fa-f]+|\d+(?:\.\d+)?)(?: \* \d+)*";

static NUMBERS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(NUMBER).ok());

/// Returns the number in the facts' notation.
pub(super) fn evaluate(text: &str) -> Option<String> {
    if text.contains('.') {
        return text.parse::<f64>().ok().map(|_| text.to_owned());
    }
    let factors = text.split(" * ").map(integer);
    let product = factors
        .collect::<Option<Vec<_>>>()?
        .into_iter()
        .try_fold(1, i128::checked_mul);
    product.map(|product| product.to_string())
}

fn integer(text: &str) -> Option<i128> {
    match text.strip_prefix("0x") {
        Some(digits) => i128::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// Returns all numbers of a text, also the parts of a range and of a product.
pub(super) fn all(text: &str) -> Vec<String> {
    let Some(numbers) = NUMBERS.as_ref() else {
        return Vec::new();
    };
    let found = numbers.find_iter(text);
    let mut all: Vec<String> = found
        .filter_map(|number| evaluate(number.as_str()))
        .collect();
    let unsigned: Vec<String> = all
        .iter()
        .filter_map(|number| number.strip_prefix('-'))
        .map(str::to_owned)
        .collect();
    all.extend(unsigned);
    all
}
