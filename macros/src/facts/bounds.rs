//! Ranges and lengths.

/// Inclusive bounds, each of them optional, as written in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Rust notation for messages: `1..=100`, `1..`, `..=5`.
    pub text: &'static str,
    pub min: Option<&'static str>,
    pub max: Option<&'static str>,
}

impl Bounds {
    /// Reads `1..=100` and the like.
    pub(crate) fn parse(text: &'static str) -> Option<Self> {
        let (min, rest) = text.split_once("..")?;
        let max = match rest.strip_prefix('=') {
            Some(max) => Some(max),
            None if rest.is_empty() => None,
            None => return None,
        };
        let min = (!min.is_empty()).then_some(min);
        let number = |bound: &str| bound.parse::<f64>().is_ok();
        let plausible =
            (min.is_some() || max.is_some()) && min.is_none_or(number) && max.is_none_or(number);
        plausible.then_some(Self { text, min, max })
    }

    /// The lower bound as an integer.
    pub(crate) fn min_int(&self) -> Option<i128> {
        self.min?.parse().ok()
    }

    /// The upper bound as an integer.
    pub(crate) fn max_int(&self) -> Option<i128> {
        self.max?.parse().ok()
    }
}

/// The length of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Len {
    pub bounds: Bounds,
    pub unit: LenUnit,
    /// Counted without markup, so marked-up text cannot be measured before the server parses it.
    pub after_entities: bool,
}

/// The unit of a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LenUnit {
    Chars,
    Bytes,
}
