//! Descriptions of unions: their variants, what these hold, and the discriminator.

use super::field_index::same_text;
use super::kinds::Kinds;
use super::type_info::TypeInfo;

/// The description of a union of the Bot API.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct UnionInfo {
    /// The name on the Bot API page, such as `ChatMember`.
    pub name: &'static str,
    /// The discriminator of the variants.
    pub discriminator: Discriminator,
    /// Whether the server ignores the case of the tag's value.
    pub ignores_case: bool,
    /// The variants, in the order of the enum. Of a listed union, those that are objects.
    pub variants: &'static [VariantInfo],
    /// The other variants of a listed union.
    pub(crate) plain: &'static [VariantInfo],
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
            ignores_case: false,
            variants,
            plain: &[],
        }
    }

    /// Makes the case of the tag's value irrelevant.
    #[must_use]
    pub const fn ignoring_case(mut self) -> Self {
        self.ignores_case = true;
        self
    }

    /// Returns whether a variant has the tag `found`.
    pub(crate) fn has_tag(&self, variant: &VariantInfo, found: &str) -> bool {
        is_tag(variant.tag, found, self.ignores_case)
    }

    /// Adds variants that are no objects, whose indices follow those of the objects.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_plain(mut self, plain: &'static [VariantInfo]) -> Self {
        self.plain = plain;
        self
    }

    /// Returns the variants, those that are no objects last.
    #[doc(hidden)]
    pub fn all_variants(&'static self) -> impl Iterator<Item = &'static VariantInfo> {
        self.variants.iter().chain(self.plain)
    }

    /// Returns the kinds of JSON that a value can be.
    #[must_use]
    pub(crate) const fn kinds(&self) -> Kinds {
        let mut kinds = Kinds::NONE;
        let mut index = 0;
        while index < self.variants.len() + self.plain.len() {
            kinds = kinds.or(match self.variant(index).content {
                Some(content) => content.kinds(),
                None => Kinds::OBJECT,
            });
            index += 1;
        }
        kinds
    }

    /// Returns the variant at an index that exists.
    pub(super) const fn variant(&self, index: usize) -> &VariantInfo {
        if index < self.variants.len() {
            &self.variants[index]
        } else {
            &self.plain[index - self.variants.len()]
        }
    }

    /// Returns whether the union adds its tag to objects that have none.
    pub(super) const fn adds_tags(&self) -> bool {
        let mut index = 0;
        while index < self.variants.len() {
            if self.variants[index].content.is_some() {
                return matches!(self.discriminator, Discriminator::Tag(_));
            }
            index += 1;
        }
        false
    }

    /// Returns the index of the variant for a value that is not an object.
    pub(crate) fn find_plain(&self, kind: Kinds) -> Option<usize> {
        let variants = || self.variants.iter().chain(self.plain).enumerate();
        let is_any = |content: &Content| content.is_any();
        let find = |accepts: &dyn Fn(&Content) -> bool| {
            variants()
                .find(|(_, variant)| variant.content.as_ref().is_some_and(accepts))
                .map(|(index, _)| index)
        };
        find(&|content| !is_any(content) && content.kinds().overlaps(kind))
            .or_else(|| find(&is_any))
    }
}

/// Returns whether a value of a tag is the expected one.
pub(crate) fn is_tag(expected: &str, found: &str, ignores_case: bool) -> bool {
    expected == found || ignores_case && expected.eq_ignore_ascii_case(found)
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
    /// What the variant holds, if that is needed to select it.
    pub(crate) content: Option<Content>,
}

impl VariantInfo {
    /// Returns whether the variant can be an object.
    pub(crate) const fn is_object(&self) -> bool {
        match self.content {
            Some(content) => content.kinds().overlaps(Kinds::OBJECT),
            None => true,
        }
    }

    /// Creates a variant with its own tag.
    #[must_use]
    pub const fn new(name: &'static str, tag: &'static str) -> Self {
        Self {
            name,
            tag,
            discriminating_fields: &[],
            content: None,
        }
    }

    /// Sets the fields that only this variant has.
    #[must_use]
    pub const fn with_discriminating_fields(mut self, fields: &'static [&'static str]) -> Self {
        self.discriminating_fields = fields;
        self
    }

    /// Sets what the variant holds.
    #[doc(hidden)]
    #[must_use]
    pub const fn holding(mut self, content: Content) -> Self {
        self.content = Some(content);
        self
    }

    /// Sets the tag to that which the content itself has in `field`, if there is one.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_own_tag(mut self, field: &'static str) -> Self {
        if let Some(Content::Object(object)) = self.content
            && let Some((name, value)) = object.tag
            && same_text(name, field)
        {
            self.tag = value;
        }
        self
    }
}

/// What the values of a type look like in JSON, as far as the definition of the type says.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Content {
    /// What the type's own implementation of serde's traits reads and writes.
    Foreign(Kinds),
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object whose members are not declared.
    Members,
    /// An object.
    Object(&'static TypeInfo),
    /// One of several objects.
    Union(&'static UnionInfo),
    /// A value or none.
    Optional,
}

impl Content {
    /// Returns the content of a type of the user's own, from the arguments of
    /// [`field!`](crate::field): the first kind states what it is.
    #[doc(hidden)]
    #[must_use]
    pub const fn of_kind(arguments: &str) -> Self {
        const KINDS: [(&str, Kinds); 8] = [
            ("Integer", Kinds::NUMBER),
            ("Long", Kinds::NUMBER),
            ("Float", Kinds::NUMBER),
            ("Boolean", Kinds::BOOLEAN),
            ("Text", Kinds::TEXT),
            ("File", Kinds::TEXT),
            ("Upload", Kinds::TEXT),
            ("Chat", Kinds::NUMBER.or(Kinds::TEXT)),
        ];
        let mut end = 0;
        let bytes = arguments.as_bytes();
        while end < bytes.len() && bytes[end].is_ascii_alphanumeric() {
            end += 1;
        }
        let kind = arguments.split_at(end).0;
        let mut index = 0;
        while index < KINDS.len() {
            if same_text(KINDS[index].0, kind) {
                return Self::Foreign(KINDS[index].1);
            }
            index += 1;
        }
        Self::Foreign(Kinds::OBJECT)
    }

    /// Returns whether nothing is known about the value.
    pub(super) const fn is_any(self) -> bool {
        matches!(self, Self::Foreign(kinds) if kinds.is(Kinds::ALL))
    }

    /// Returns the kinds of JSON that the value can be.
    #[must_use]
    pub const fn kinds(self) -> Kinds {
        match self {
            Self::Optional => Kinds::ALL,
            Self::Foreign(kinds) => kinds,
            Self::Boolean => Kinds::BOOLEAN,
            Self::Number => Kinds::NUMBER,
            Self::Text => Kinds::TEXT,
            Self::List => Kinds::LIST,
            Self::Members | Self::Object(_) => Kinds::OBJECT,
            Self::Union(info) => info.kinds(),
        }
    }
}
