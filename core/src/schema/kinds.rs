//! The kinds of JSON.

/// A set of the kinds of JSON, without `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u8);

impl Kinds {
    /// No kind.
    pub const NONE: Self = Self(0);
    /// `true` and `false`.
    pub const BOOLEAN: Self = Self(1);
    /// Numbers.
    pub const NUMBER: Self = Self(2);
    /// Strings.
    pub const TEXT: Self = Self(4);
    /// Arrays.
    pub const LIST: Self = Self(8);
    /// Objects.
    pub const OBJECT: Self = Self(16);
    /// All of them.
    pub const ALL: Self = Self(31);

    /// Returns the kinds that are in either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the kinds that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns the kinds that are not in the other set.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns whether both sets have the same kinds.
    #[must_use]
    pub const fn is(self, other: Self) -> bool {
        self.0 == other.0
    }

    /// Returns whether the sets have a kind in common.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns a name for the kinds.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::BOOLEAN => "a Boolean",
            Self::NUMBER => "a number",
            Self::TEXT => "a text",
            Self::LIST => "a list",
            Self::OBJECT => "an object",
            _ => "the same value",
        }
    }
}
