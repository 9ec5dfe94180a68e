//! The keys of the attributes.

/// The keys of a field's `#[telegram(...)]`.
pub(crate) const FIELD_KEYS: &[&str] = &[
    "range", "len", "bytes", "items", "default", "rename", "skip", "unlisted", "flatten", "rest",
];

/// The keys of `#[telegram_method]`, which follow the method's name.
pub(crate) const METHOD_KEYS: &[&str] = &["returns", "one_of", "unlisted", "repeatable", "crate"];

/// The keys of `#[telegram_type]`.
pub(crate) const TYPE_KEYS: &[&str] = &["tag", "one_of", "unlisted", "crate"];

/// The keys of a variant's `#[telegram(...)]`.
pub(crate) const VARIANT_KEYS: &[&str] = &["rename", "unlisted"];

/// A key of a field.
#[derive(Clone, Copy)]
pub(crate) enum FieldKey {
    Measure(Measure),
    Default,
    Rename,
    Skip,
    Unlisted,
    Flatten,
    Rest,
}

impl FieldKey {
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "range" => Self::Measure(Measure::Range),
            "len" => Self::Measure(Measure::Len),
            "bytes" => Self::Measure(Measure::Bytes),
            "items" => Self::Measure(Measure::Items),
            "default" => Self::Default,
            "rename" => Self::Rename,
            "skip" => Self::Skip,
            "unlisted" => Self::Unlisted,
            "flatten" => Self::Flatten,
            "rest" => Self::Rest,
            _ => return None,
        })
    }
}

/// What the range of a rule limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// The value of a number.
    Range,
    /// The characters of a text.
    Len,
    /// The bytes of a text.
    Bytes,
    /// The items of a list.
    Items,
}

impl Measure {
    /// The key that states it.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Range => "range",
            Self::Len => "len",
            Self::Bytes => "bytes",
            Self::Items => "items",
        }
    }
}
