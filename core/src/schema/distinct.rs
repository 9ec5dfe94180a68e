//! Whether the variants of a union can be distinguished, in const evaluation and while decoding.

use super::field_index::same_text;
use super::kinds::Kinds;
use super::message::Message;
use super::union_info::{Content, Discriminator, UnionInfo, VariantInfo};

/// Checks the variant at `index`: that it can be written and read, and be distinguished from those
/// before it.
#[doc(hidden)]
#[track_caller]
pub const fn check_variant(info: &UnionInfo, index: usize) {
    let variant = info.variant(index);
    let Some(content) = variant.content else {
        return;
    };
    let (name, field) = match info.discriminator {
        Discriminator::Tag(field) => (variant.name, field),
        _ => (variant.name, ""),
    };
    match Fault::of(info, variant, content) {
        Fault::None => {}
        Fault::Option => fail(&[
            "a variant cannot hold an `Option`\n= help: hold the value itself",
            "\n= note: [telegrammar::diagnostics T15]",
        ]),
        Fault::Any => fail(&[
            "`",
            name,
            "` can be any JSON, so the other variants cannot be distinguished from it",
            "\n= help: hold a type with `#[telegram_type(unlisted)]`, or give the union a `tag`",
            "\n= note: [telegrammar::diagnostics T16]",
        ]),
        Fault::OtherTag(value) => fail(&[
            "`",
            name,
            "` has the tag `",
            value,
            "`, not `",
            variant.tag,
            "`",
            "\n= help: remove `rename`\n= note: [telegrammar::diagnostics T15]",
        ]),
        Fault::Field => fail(&[
            "`",
            name,
            "` has a field `",
            field,
            "`, which is the tag of the union",
            "\n= help: remove the field, or give the union another `tag`",
            "\n= note: [telegrammar::diagnostics T15]",
        ]),
        Fault::Map => fail(&[
            "a map has no room for the tag `",
            field,
            "`",
            "\n= help: hold a struct with `#[telegram_type(unlisted)]`",
            "\n= note: [telegrammar::diagnostics T15]",
        ]),
        Fault::Union => fail(&[
            "`",
            name,
            "` is a union itself and has no room for the tag `",
            field,
            "`",
            "\n= help: make its variants variants of this union, or hold it in a struct",
            "\n= note: [telegrammar::diagnostics T15]",
        ]),
    }
    let mut earlier = 0;
    while earlier < index {
        let first = info.variant(earlier);
        let is_faulty = match first.content {
            Some(content) => !matches!(Fault::of(info, first, content), Fault::None),
            None => false,
        };
        // One mistake is reported once.
        if !is_faulty {
            check_pair(info, first, variant);
        }
        earlier += 1;
    }
}

/// Why a variant cannot be written and read.
enum Fault {
    None,
    /// There may be no value.
    Option,
    /// It may be what the other variants are.
    Any,
    /// The content has another tag.
    OtherTag(&'static str),
    /// The content has a field that is named like the tag.
    Field,
    /// The content has no fields.
    Map,
    /// The content has a tag of its own that is added later, or is no object.
    Union,
}

impl Fault {
    const fn of(info: &UnionInfo, variant: &VariantInfo, content: Content) -> Self {
        if let Content::Optional = content {
            return Self::Option;
        }
        let Discriminator::Tag(field) = info.discriminator else {
            let is_alone = info.variants.len() + info.plain.len() == 1;
            return if content.is_any() && !is_alone {
                Self::Any
            } else {
                Self::None
            };
        };
        match content {
            Content::Object(object) => match object.tag {
                Some((name, value)) if same_text(name, field) => {
                    if same_text(value, variant.tag) {
                        Self::None
                    } else {
                        Self::OtherTag(value)
                    }
                }
                _ if object.has_field(field) => Self::Field,
                _ => Self::None,
            },
            Content::Members => Self::Map,
            Content::Union(union) => {
                let kinds = union.kinds();
                let has_tag = match union.discriminator {
                    Discriminator::Tag(own) => union.adds_tags() || same_text(own, field),
                    _ => false,
                };
                if kinds.overlaps(Kinds::OBJECT) && (has_tag || !kinds.is(Kinds::OBJECT)) {
                    Self::Union
                } else {
                    Self::None
                }
            }
            _ => Self::None,
        }
    }
}

/// Checks that two variants can be distinguished.
#[track_caller]
const fn check_pair(info: &UnionInfo, first: &VariantInfo, second: &VariantInfo) {
    let contents = (first.content, second.content);
    let common = match contents {
        (Some(first), Some(second)) => overlap(first, second),
        // A listed variant, which is distinguished by the fields that it needs.
        _ if !first.discriminating_fields.is_empty() => return,
        _ => Kinds::OBJECT,
    };
    let is_tagged = matches!(info.discriminator, Discriminator::Tag(_));
    let plain = common.without(Kinds::OBJECT);
    // With a tag, what can be anything should be an object.
    if !plain.is(Kinds::NONE) && !is_any(first) && !is_any(second) {
        fail(&[
            "`",
            first.name,
            "` and `",
            second.name,
            "` can both be ",
            plain.name(),
            ", so they cannot be distinguished",
            "\n= help: keep one of them\n= note: [telegrammar::diagnostics T16]",
        ]);
    }
    if !common.overlaps(Kinds::OBJECT) {
        return;
    }
    let (has_same_tag, help) = if is_tagged {
        (
            same_text(first.tag, second.tag),
            "\n= help: give one of them a required field that the other does not have",
        )
    } else {
        (
            true,
            "\n= help: give one a required field that the other lacks, or the union a `tag`",
        )
    };
    if has_same_tag && !needs_more(info, first, second) && !needs_more(info, second, first) {
        fail(&[
            "`",
            first.name,
            "` and `",
            second.name,
            "` cannot be distinguished by their fields",
            help,
            "\n= note: [telegrammar::diagnostics T16]",
        ]);
    }
}

/// Reports the text at the place of the call in the user's code.
#[track_caller]
const fn fail(parts: &[&str]) {
    panic!("{}", Message::new(parts).as_str());
}

const fn overlap(first: Content, second: Content) -> Kinds {
    first.kinds().and(second.kinds())
}

const fn is_any(variant: &VariantInfo) -> bool {
    matches!(variant.content, Some(content) if content.is_any())
}

/// Returns whether objects of `one` have a member that objects of `other` never have. An object that
/// fits both is of `one` then.
pub(crate) const fn needs_more(info: &UnionInfo, one: &VariantInfo, other: &VariantInfo) -> bool {
    let Some(lacking) = other.content else {
        return false;
    };
    let mut index = 0;
    while index < one.discriminating_fields.len() {
        if !has_field(lacking, one.discriminating_fields[index]) {
            return true;
        }
        index += 1;
    }
    match one.content {
        Some(Content::Object(object)) => {
            let mut index = 0;
            while index < object.fields.len() {
                let field = &object.fields[index];
                if field.required && !has_field(lacking, field.name) {
                    return true;
                }
                index += 1;
            }
            match object.tag {
                // All variants have the tag of the union.
                Some((name, value)) if !is_tag(info, name) => lacks_constant(lacking, name, value),
                _ => false,
            }
        }
        Some(Content::Union(union)) => match union.discriminator {
            Discriminator::Tag(field) => !has_field(lacking, field),
            _ => false,
        },
        _ => false,
    }
}

const fn is_tag(info: &UnionInfo, name: &str) -> bool {
    match info.discriminator {
        Discriminator::Tag(field) => same_text(field, name),
        _ => false,
    }
}

/// Returns whether an object of this content may have the member.
const fn has_field(content: Content, name: &str) -> bool {
    let Content::Object(object) = content else {
        return true;
    };
    match object.tag {
        Some((own, _)) if same_text(own, name) => true,
        _ => object.has_field(name),
    }
}

/// Returns whether no object of this content has the member with this value.
const fn lacks_constant(content: Content, name: &str, value: &str) -> bool {
    match content {
        Content::Object(object) => match object.tag {
            Some((own, other)) if same_text(own, name) => !same_text(other, value),
            _ => !object.has_field(name),
        },
        _ => false,
    }
}
