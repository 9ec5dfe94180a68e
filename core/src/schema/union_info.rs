//! Descriptions of unions: their variants, and the discriminator.

/// The description of a union of the Bot API.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct UnionInfo {
    /// The name on the Bot API page, such as `ChatMember`.
    pub name: &'static str,
    /// The discriminator of the variants.
    pub discriminator: Discriminator,
    /// The variants that are objects, in the order of the enum.
    pub variants: &'static [VariantInfo],
}

impl UnionInfo {
    /// Creates a union of these variants.
    #[must_use]
    pub const fn new(
        name: &'static str,
        discriminator: Discriminator,
        variants: &'static [VariantInfo],
    ) -> Self {
        Self {
            name,
            discriminator,
            variants,
        }
    }
}

/// How the variants of a union are distinguished.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Discriminator {
    /// By the value of this field.
    Tag(&'static str),
    /// By the fields that are present.
    Fields,
    /// This integer field is 0 in the second variant, and not 0 in the first.
    ZeroField(&'static str),
}

/// The description of a variant of a union.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct VariantInfo {
    /// The name of the variant's type.
    pub name: &'static str,
    /// The tag's value; empty without a tag.
    pub tag: &'static str,
    /// The fields that distinguish the variant from others with the same tag.
    pub discriminating_fields: &'static [&'static str],
}

impl VariantInfo {
    /// Creates a variant with its own tag.
    #[must_use]
    pub const fn new(name: &'static str, tag: &'static str) -> Self {
        Self {
            name,
            tag,
            discriminating_fields: &[],
        }
    }

    /// Sets the fields that only this variant has.
    #[must_use]
    pub const fn with_discriminating_fields(mut self, fields: &'static [&'static str]) -> Self {
        self.discriminating_fields = fields;
        self
    }
}
