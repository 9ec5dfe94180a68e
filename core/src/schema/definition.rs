//! Whole definitions as data, for documents: what a table does not say of a type. Exists with the
//! feature `openapi`, and so do the functions that lead from a type to its definition.

use super::field::Literal;
use super::type_info::TypeInfo;
use super::union_info::UnionInfo;

/// What the values of a Rust type look like in JSON.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Shape {
    /// Any JSON: nothing is known of the type.
    Any,
    /// `true` or `false`.
    Boolean,
    /// `true`. What is not true is left out.
    True,
    /// An integer of this many bits, and whether it may be negative.
    Integer(u32, bool),
    /// A number.
    Float,
    /// A string.
    Text,
    /// A chat: its numeric id or its `@username`.
    Chat,
    /// A file: uploaded, or by id or URL.
    File,
    /// A file that is always uploaded.
    Upload,
    /// A list of such items.
    List(fn() -> Shape),
    /// A list of this many such items.
    Array(fn() -> Shape, usize),
    /// An object with any members.
    Members,
    /// Such a value, or none.
    Optional(fn() -> Shape),
    /// A value of a type that `#[telegram_type]` declares.
    Defined(&'static Definition),
}

/// A type that `#[telegram_type]` declares.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Definition {
    /// The name on the Bot API page, or that of the Rust type if the page has none.
    pub name: &'static str,
    /// Returns the path of the Rust type, which distinguishes types of one name.
    pub type_name: fn() -> &'static str,
    /// The whole documentation.
    pub doc: &'static str,
    /// The section of the Bot API page; empty for an unlisted type.
    pub section: &'static str,
    /// Whether bots send values.
    pub is_sent: bool,
    /// Whether bots receive values.
    pub is_received: bool,
    /// What is declared.
    pub content: DefinedContent,
}

/// What a type declares.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum DefinedContent {
    /// An object.
    #[non_exhaustive]
    Object {
        /// The description.
        info: &'static TypeInfo,
        /// The type that it flattens, whose fields are the first ones.
        base: Option<fn() -> Shape>,
        /// The type's own fields, in the order of the description.
        members: &'static [Member],
    },
    /// One of several types.
    #[non_exhaustive]
    Union {
        /// The description.
        info: &'static UnionInfo,
        /// The variants: those of the description, followed by those that are no objects.
        members: &'static [Member],
        /// Whether there is a variant for values that this version does not know.
        is_open: bool,
    },
    /// A set of words.
    #[non_exhaustive]
    Words {
        /// The words.
        words: &'static [Word],
        /// Whether there is a variant for other words.
        is_open: bool,
        /// Whether the case of a word is irrelevant.
        ignores_case: bool,
        /// Whether the Bot API may accept other words too: its page lists them as those of today.
        may_grow: bool,
    },
}

/// A parameter, a field or a variant.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The whole documentation.
    pub doc: &'static str,
    /// Returns the form of its values.
    pub shape: fn() -> Shape,
    /// The values that the Bot API page lists; empty if it lists none.
    pub values: &'static [Literal],
    /// Whether the Bot API may accept other values too: its page lists them as those of today.
    pub may_grow: bool,
}

/// A word of a set.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The word on the wire.
    pub word: &'static str,
    /// The whole documentation.
    pub doc: &'static str,
}

/// A method that `#[telegram_method]` declares, as far as its
/// [`MethodInfo`](super::MethodInfo) does not say it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct MethodDefinition {
    /// The whole documentation.
    pub doc: &'static str,
    /// The section of the Bot API page; empty for an unlisted method.
    pub section: &'static str,
    /// The method that it flattens, whose parameters are the first ones.
    pub base: Option<fn() -> &'static MethodDefinition>,
    /// The method's own parameters, in the order of the description.
    pub members: &'static [Member],
    /// Returns the form of the result.
    pub result: fn() -> Shape,
}

#[doc(hidden)]
impl Shape {
    /// Returns the form of a Boolean that is only ever true.
    #[must_use]
    pub const fn only_true(self) -> Self {
        match self {
            Self::Boolean => Self::True,
            other => other,
        }
    }
}

#[doc(hidden)]
impl Definition {
    const fn new(
        name: &'static str,
        type_name: fn() -> &'static str,
        doc: &'static str,
        content: DefinedContent,
    ) -> Self {
        Self {
            name,
            type_name,
            doc,
            section: "",
            is_sent: false,
            is_received: false,
            content,
        }
    }

    /// Creates the definition of an object.
    #[must_use]
    pub const fn object(
        info: &'static TypeInfo,
        type_name: fn() -> &'static str,
        doc: &'static str,
        members: &'static [Member],
    ) -> Self {
        let content = DefinedContent::Object {
            info,
            base: None,
            members,
        };
        Self::new(info.name, type_name, doc, content)
    }

    /// Creates the definition of a union.
    #[must_use]
    pub const fn union(
        info: &'static UnionInfo,
        type_name: fn() -> &'static str,
        doc: &'static str,
        members: &'static [Member],
        is_open: bool,
    ) -> Self {
        let content = DefinedContent::Union {
            info,
            members,
            is_open,
        };
        Self::new(info.name, type_name, doc, content)
    }

    /// Creates the definition of a set of words.
    #[must_use]
    pub const fn words(
        name: &'static str,
        type_name: fn() -> &'static str,
        doc: &'static str,
        words: &'static [Word],
        is_open: bool,
        ignores_case: bool,
    ) -> Self {
        let content = DefinedContent::Words {
            words,
            is_open,
            ignores_case,
            may_grow: false,
        };
        Self::new(name, type_name, doc, content)
    }

    /// Marks a set of words as one to which the Bot API may add words.
    #[must_use]
    pub const fn growing(mut self) -> Self {
        if let DefinedContent::Words { may_grow, .. } = &mut self.content {
            *may_grow = true;
        }
        self
    }

    /// Sets the type that an object flattens.
    #[must_use]
    pub const fn with_base(mut self, shape: fn() -> Shape) -> Self {
        if let DefinedContent::Object { base, .. } = &mut self.content {
            *base = Some(shape);
        }
        self
    }

    /// Sets the section of the Bot API page.
    #[must_use]
    pub const fn in_section(mut self, section: &'static str) -> Self {
        self.section = section;
        self
    }

    /// Marks the type as one that bots send.
    #[must_use]
    pub const fn sent(mut self) -> Self {
        self.is_sent = true;
        self
    }

    /// Marks the type as one that bots receive.
    #[must_use]
    pub const fn received(mut self) -> Self {
        self.is_received = true;
        self
    }
}

#[doc(hidden)]
impl MethodDefinition {
    /// A method of which only its description is known.
    pub const UNKNOWN: &'static Self = &Self::new("", "", &[], || Shape::Any);

    /// Creates the definition of a method.
    #[must_use]
    pub const fn new(
        doc: &'static str,
        section: &'static str,
        members: &'static [Member],
        result: fn() -> Shape,
    ) -> Self {
        Self {
            doc,
            section,
            base: None,
            members,
            result,
        }
    }

    /// Sets the method that it flattens.
    #[must_use]
    pub const fn with_base(mut self, base: fn() -> &'static Self) -> Self {
        self.base = Some(base);
        self
    }
}
