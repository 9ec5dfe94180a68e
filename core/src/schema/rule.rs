//! The rules that a parameter's value must keep, as data.

use std::fmt;

/// A number in a rule or default: exact for integers of any width up to 128 bits.
#[derive(Clone, Copy, Debug)]
pub enum Number {
    /// An integer.
    Int(i128),
    /// An integer beyond the largest `i128`.
    Uint(u128),
    /// A floating-point number.
    Float(f64),
}

impl Number {
    #[allow(clippy::cast_precision_loss)] // Only reached when one side is a float anyway.
    fn as_f64(self) -> f64 {
        match self {
            Self::Int(value) => value as f64,
            Self::Uint(value) => value as f64,
            Self::Float(value) => value,
        }
    }

    fn split(self) -> Option<(bool, u128)> {
        match self {
            Self::Int(value) => Some((value < 0, value.unsigned_abs())),
            Self::Uint(value) => Some((false, value)),
            Self::Float(_) => None,
        }
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(std::cmp::Ordering::Equal)
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        match (self.split(), other.split()) {
            (Some((false, a)), Some((false, b))) => Some(a.cmp(&b)),
            (Some((true, a)), Some((true, b))) => Some(b.cmp(&a)),
            (Some((a, _)), Some((b, _))) => Some(b.cmp(&a)),
            _ => self.as_f64().partial_cmp(&other.as_f64()),
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(value) => value.fmt(f),
            Self::Uint(value) => value.fmt(f),
            Self::Float(value) => value.fmt(f),
        }
    }
}

/// Inclusive bounds; a side without a bound is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds<T> {
    /// The least value that is accepted.
    pub min: Option<T>,
    /// The greatest value that is accepted.
    pub max: Option<T>,
}

impl<T: PartialOrd> Bounds<T> {
    /// Whether `value` lies within the bounds. A float that is not a number never does.
    pub fn contains(&self, value: &T) -> bool {
        self.min.as_ref().is_none_or(|min| value >= min)
            && self.max.as_ref().is_none_or(|max| value <= max)
    }
}

impl<T: fmt::Display> fmt::Display for Bounds<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(min) = &self.min {
            min.fmt(f)?;
        }
        f.write_str("..")?;
        if let Some(max) = &self.max {
            write!(f, "={max}")?;
        }
        Ok(())
    }
}

/// What the value of a parameter must be like. A parameter that is left out keeps every rule.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// A number lies within bounds.
    Range(Bounds<Number>),
    /// A number lies within bounds or is one of a few others.
    RangeOr(Bounds<Number>, &'static [i128]),
    /// A text has so many characters, counted as Unicode scalar values.
    Len(Bounds<usize>),
    /// A text has so many characters once its formatting marks are taken out and the space around
    /// it is trimmed. Checked only when the call names no parse mode, because only then is the
    /// text that counts known.
    LenAfterEntities(Bounds<usize>),
    /// A text has so many bytes in UTF-8.
    Bytes(Bounds<usize>),
    /// A list has so many items.
    Items(Bounds<usize>),
    /// A number is not zero.
    NonZero,
    /// A text has so many line feeds, once its formatting marks are taken out and the space around
    /// it is trimmed. Like that length, it is checked only without a parse mode.
    LineFeeds(Bounds<usize>),
    /// All texts of a list have so many characters in sum.
    TotalLen(Bounds<usize>),
    /// Each item of a list keeps this rule.
    Each(&'static Rule),
    /// No number of a list is less than the one before.
    Increasing,
    /// Each number of a list is greater than the one before.
    StrictlyIncreasing,
    /// A text is made of certain characters.
    Pattern(Pattern),
    /// A file is uploaded, because the server takes neither an id nor a URL for it.
    Uploaded,
    /// A file is not given by URL.
    NotUrl,
}

/// The characters that a text may be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pattern {
    /// Letters from A to Z in both cases, digits, `_` and `-`.
    UrlSafe,
    /// The name of a bot command: letters from a to z, digits and `_`. The server takes the space
    /// around it and a slash in front away.
    Command,
    /// So many letters from A to Z. Nothing is known of their case.
    Letters(usize),
    /// The same, or nothing at all.
    LettersOrEmpty(usize),
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UrlSafe => f.write_str("A-Z, a-z, 0-9, `_` and `-`"),
            Self::Command => f.write_str("a-z, 0-9 and `_`"),
            Self::Letters(count) => write!(f, "{count} letters from A to Z"),
            Self::LettersOrEmpty(count) => write!(f, "{count} letters from A to Z, or empty"),
        }
    }
}

macro_rules! constructors {
    ($($(#[$doc:meta])* $name:ident $variant:ident;)+) => {$(
        $(#[$doc])*
        #[must_use]
        pub const fn $name(min: usize, max: usize) -> Self {
            Self::$variant(Bounds { min: Some(min), max: Some(max) })
        }
    )+};
}

impl Rule {
    /// An integer between `min` and `max`, both accepted.
    #[must_use]
    pub const fn range(min: i128, max: i128) -> Self {
        Self::Range(Bounds {
            min: Some(Number::Int(min)),
            max: Some(Number::Int(max)),
        })
    }

    /// A float between `min` and `max`, both accepted.
    #[must_use]
    pub const fn float_range(min: f64, max: f64) -> Self {
        Self::Range(Bounds {
            min: Some(Number::Float(min)),
            max: Some(Number::Float(max)),
        })
    }

    /// An integer between `min` and `max`, or one of `also`.
    #[must_use]
    pub const fn range_or(min: i128, max: i128, also: &'static [i128]) -> Self {
        Self::RangeOr(
            Bounds {
                min: Some(Number::Int(min)),
                max: Some(Number::Int(max)),
            },
            also,
        )
    }

    /// An integer that is `min` or greater.
    #[must_use]
    pub const fn at_least(min: i128) -> Self {
        Self::Range(Bounds {
            min: Some(Number::Int(min)),
            max: None,
        })
    }

    /// An integer that is `max` or less.
    #[must_use]
    pub const fn at_most(max: i128) -> Self {
        Self::Range(Bounds {
            min: None,
            max: Some(Number::Int(max)),
        })
    }

    constructors! {
        /// A text of `min` to `max` characters.
        len Len;
        /// A text of `min` to `max` characters without its formatting marks.
        len_after_entities LenAfterEntities;
        /// A text of `min` to `max` bytes.
        bytes Bytes;
        /// A list of `min` to `max` items.
        items Items;
        /// A text of `min` to `max` line feeds without its formatting marks.
        line_feeds LineFeeds;
        /// A list of texts with `min` to `max` characters in sum.
        total_len TotalLen;
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Range(bounds) => write!(f, "must be in {bounds}"),
            Self::RangeOr(bounds, also) => {
                write!(f, "must be in {bounds}")?;
                also.iter().try_for_each(|value| write!(f, " or {value}"))
            }
            Self::Len(bounds) => write!(f, "must have {bounds} characters"),
            Self::LenAfterEntities(bounds) => {
                write!(
                    f,
                    "must have {bounds} characters without the space around it"
                )
            }
            Self::Bytes(bounds) => write!(f, "must have {bounds} bytes"),
            Self::Items(bounds) => write!(f, "must have {bounds} items"),
            Self::NonZero => f.write_str("must not be 0"),
            Self::LineFeeds(bounds) => write!(f, "must have {bounds} line feeds"),
            Self::TotalLen(bounds) => write!(f, "must have {bounds} characters in all items"),
            Self::Each(rule) => write!(f, "each item {rule}"),
            Self::Increasing => f.write_str("must not be less than the item before"),
            Self::StrictlyIncreasing => f.write_str("must be greater than the item before"),
            Self::Pattern(pattern) => write!(f, "must be of {pattern}"),
            Self::Uploaded => f.write_str("must be uploaded, as by `InputFile::path`"),
            Self::NotUrl => f.write_str("must be uploaded or named by its file id"),
        }
    }
}
