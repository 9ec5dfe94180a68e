//! Rules for the value of a parameter, as data.

use std::fmt;

/// A number in a rule or default: exact for integers of up to 128 bits.
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

/// Inclusive bounds. A missing bound is unlimited.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Bounds<T> {
    /// The minimum.
    pub min: Option<T>,
    /// The maximum.
    pub max: Option<T>,
}

impl<T: PartialOrd> Bounds<T> {
    /// Returns whether `value` is within the bounds. NaN never is.
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

/// A rule for the value of a parameter. An unset parameter satisfies every rule.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Rule {
    /// A number is within bounds.
    Range(Bounds<Number>),
    /// A number is within bounds or one of a few other values.
    RangeOr(Bounds<Number>, &'static [i128]),
    /// A string has this many characters, counted as Unicode scalar values.
    Len(Bounds<usize>),
    /// A string has this many characters without formatting marks and surrounding white space.
    /// Checked only if the call sets no parse mode, because otherwise the resulting text is
    /// unknown.
    LenAfterEntities(Bounds<usize>),
    /// A string has this many bytes in UTF-8.
    Bytes(Bounds<usize>),
    /// A list has this many items.
    Items(Bounds<usize>),
    /// A number is not zero.
    NonZero,
    /// A string has this many line feeds without formatting marks and surrounding white space.
    /// Checked only if the call sets no parse mode.
    LineFeeds(Bounds<usize>),
    /// The strings of a list have this many characters in total.
    TotalLen(Bounds<usize>),
    /// Each item of a list satisfies this rule.
    Each(&'static Rule),
    /// No number of a list is less than the previous one.
    Increasing,
    /// Each number of a list is greater than the previous one.
    StrictlyIncreasing,
    /// A string consists of certain characters.
    Pattern(Pattern),
    /// A file is uploaded, because the server accepts neither an id nor a URL for it.
    Uploaded,
    /// A file is not given by URL.
    NotUrl,
    /// A file that is not uploaded is given by its id, or by a URL with a scheme. The other rules for
    /// files include this one.
    IdOrUrl,
    /// A file is uploaded, because the server silently ignores anything else. An id or a URL
    /// violates the rule no more than [`IdOrUrl`](Self::IdOrUrl).
    UploadedOrDropped,
}

/// A set of characters that a string may consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Pattern {
    /// Letters from A to Z in both cases, digits, `_` and `-`.
    UrlSafe,
    /// The name of a bot command: letters from a to z, digits and `_`. The server removes
    /// surrounding white space and a leading slash.
    Command,
    /// This many letters from A to Z. The Bot API does not specify their case.
    Letters(usize),
    /// This many letters from A to Z, or an empty string.
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
    /// Creates the rule for an integer between `min` and `max`, inclusive.
    #[must_use]
    pub const fn range(min: i128, max: i128) -> Self {
        Self::Range(Bounds {
            min: Some(Number::Int(min)),
            max: Some(Number::Int(max)),
        })
    }

    /// Creates the rule for a float between `min` and `max`, inclusive.
    #[must_use]
    pub const fn float_range(min: f64, max: f64) -> Self {
        Self::Range(Bounds {
            min: Some(Number::Float(min)),
            max: Some(Number::Float(max)),
        })
    }

    /// Creates the rule for an integer between `min` and `max`, or one of `also`.
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

    /// Creates the rule for an integer that is `min` or greater.
    #[must_use]
    pub const fn at_least(min: i128) -> Self {
        Self::Range(Bounds {
            min: Some(Number::Int(min)),
            max: None,
        })
    }

    /// Creates the rule for an integer that is `max` or less.
    #[must_use]
    pub const fn at_most(max: i128) -> Self {
        Self::Range(Bounds {
            min: None,
            max: Some(Number::Int(max)),
        })
    }

    constructors! {
        /// Creates the rule for a string of `min` to `max` characters.
        len Len;
        /// Creates the rule for a string of `min` to `max` characters without formatting marks.
        len_after_entities LenAfterEntities;
        /// Creates the rule for a string of `min` to `max` bytes.
        bytes Bytes;
        /// Creates the rule for a list of `min` to `max` items.
        items Items;
        /// Creates the rule for a string of `min` to `max` line feeds without formatting marks.
        line_feeds LineFeeds;
        /// Creates the rule for a list of strings with `min` to `max` characters in total.
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
            Self::IdOrUrl | Self::UploadedOrDropped => {
                f.write_str("must be a file id or a URL with a scheme")
            }
        }
    }
}
