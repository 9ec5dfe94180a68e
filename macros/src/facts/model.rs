//! The facts as data: methods, types, fields and the limits of a field.

use super::api_type::TypeExpr;
use super::bounds::{Bounds, Len};
use super::rules::RuleFacts;
use super::words::words;

/// A method of the Bot API.
#[derive(Clone, Debug)]
pub(crate) struct MethodFacts {
    pub name: &'static str,
    pub returns: TypeExpr,
    /// With two possible results: the parameter whose presence selects the second one.
    pub returns_by: Option<&'static str>,
    pub class: CallClass,
    /// Why it has that class, where the method's verb does not tell.
    pub why: Option<&'static str>,
    pub fields: Vec<FieldFacts>,
    pub rules: Vec<RuleFacts>,
}

impl MethodFacts {
    /// The parameters.
    pub(crate) fn members(&self) -> Members<'_> {
        Members {
            name: self.name,
            noun: "parameter",
            fields: &self.fields,
        }
    }

    /// Whether a call may be retried safely.
    pub(crate) fn is_repeatable(&self) -> bool {
        matches!(self.class, CallClass::Repeatable | CallClass::LongPoll)
    }

    /// Whether the server waits for an event before it responds.
    pub(crate) fn is_long_poll(&self) -> bool {
        self.class == CallClass::LongPoll
    }

    /// Returns the parameter with this name.
    pub(crate) fn field(&self, name: &str) -> Option<&FieldFacts> {
        self.fields.iter().find(|field| field.name == name)
    }
}

words! {
    /// What a client may do with a call of a method.
    CallClass {
        /// A second identical call does no harm, so it may be retried.
        Repeatable = "repeatable",
        /// A second call has a second effect, or fails in a way that denies the first one.
        Once = "once",
        /// Repeatable, and the server waits for an event before it responds.
        LongPoll = "long_poll",
    }
}

/// The parameters of a method or the fields of an object, and the noun for them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Members<'a> {
    pub name: &'static str,
    pub noun: &'static str,
    pub fields: &'a [FieldFacts],
}

impl Members<'_> {
    /// The member with this name.
    pub(crate) fn field(&self, name: &str) -> Option<&FieldFacts> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A type of the Bot API.
#[derive(Clone, Debug)]
pub(crate) struct TypeFacts {
    pub name: &'static str,
    pub direction: Direction,
    pub shape: Shape,
    pub rules: Vec<RuleFacts>,
}

impl TypeFacts {
    /// The fields.
    pub(crate) fn members(&self) -> Members<'_> {
        Members {
            name: self.name,
            noun: "field",
            fields: self.fields(),
        }
    }

    /// The fields of an object; empty for unions and markers.
    pub(crate) fn fields(&self) -> &[FieldFacts] {
        match &self.shape {
            Shape::Object(fields) => fields,
            Shape::Union { .. } | Shape::Marker => &[],
        }
    }

    /// The field with this name.
    #[cfg(test)]
    pub(crate) fn field(&self, name: &str) -> Option<&FieldFacts> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The variants of a union; empty for objects and markers.
    pub(crate) fn variants(&self) -> &[VariantFacts] {
        match &self.shape {
            Shape::Union { variants, .. } => variants,
            Shape::Object(_) | Shape::Marker => &[],
        }
    }
}

/// The shape of a type.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    Object(Vec<FieldFacts>),
    Union {
        /// The field whose value identifies the variant, if there is one.
        tag: Option<&'static str>,
        variants: Vec<VariantFacts>,
        /// What a value may be instead of an object.
        #[allow(
            dead_code,
            reason = "`xtask` reads it; the compiler checks the catalogue"
        )]
        plain: Option<TypeExpr>,
    },
    /// A type without fields.
    Marker,
}

/// A variant of a union; `name` is the type that it holds.
#[derive(Clone, Debug)]
pub(crate) struct VariantFacts {
    pub name: &'static str,
    /// The value of the union's tag, if it has one.
    pub tag: Option<&'static str>,
    /// Required fields that only this variant has among those with the same tag. Without tags, a
    /// variant with more of them goes first.
    pub discriminating_fields: Vec<&'static str>,
}

words! {
    /// Whether values of a type are received, sent, or both, seen from the bot.
    Direction {
        In = "in",
        Out = "out",
        Both = "both",
    }
}

impl Direction {
    /// Whether the server sends values of the type.
    pub(crate) fn comes_in(self) -> bool {
        self != Self::Out
    }

    /// Whether bots send values of the type.
    pub(crate) fn goes_out(self) -> bool {
        self != Self::In
    }
}

/// A parameter of a method or a field of an object.
#[derive(Clone, Debug, Default)]
pub(crate) struct FieldFacts {
    pub name: &'static str,
    pub required: bool,
    pub ty: TypeExpr,
    /// The only value that the field can have.
    pub constant: Option<&'static str>,
    /// The closed set of values.
    pub values: Vec<&'static str>,
    pub range: Option<Bounds>,
    /// Values that are allowed in addition to `range`.
    pub also_allowed: Vec<&'static str>,
    pub nonzero: bool,
    pub len: Option<Len>,
    /// The number of line feeds of a text.
    pub line_feeds: Option<Bounds>,
    /// The number of items of a list.
    pub items: Option<Bounds>,
    /// The total length of all items of a list, in characters.
    pub total_len: Option<Bounds>,
    pub order: Option<Order>,
    /// The range of every item.
    pub each_in: Option<Bounds>,
    /// The closed set for every item.
    pub each_of: Vec<&'static str>,
    /// The regular expression for every item.
    pub each_pattern: Option<&'static str>,
    /// The set of values (or the number of items, without a set) may grow, so a received value may
    /// be unknown.
    pub hedged: bool,
    pub pattern: Option<&'static str>,
    /// The pattern is only a part of what the page requires.
    pub pattern_partial: bool,
    /// The server's default when the field is unset; an empty text is empty here.
    pub default: Option<&'static str>,
    pub upload: Option<Upload>,
}

words! {
    /// The required order of a list's items.
    Order {
        Increasing = "increasing",
        StrictlyIncreasing = "strictly_increasing",
    }
}

/// How a field can carry a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upload {
    pub place: Place,
    /// The accepted sources; empty when the file is further inside.
    pub sources: Vec<Source>,
    /// The server ignores other sources, and continues without the file.
    pub or_dropped: bool,
}

words! {
    /// The position of an uploaded file in the request.
    Place {
        /// The value itself is the multipart part.
        Direct = "direct",
        /// A string that may be `attach://part`.
        Attach = "attach",
        /// Somewhere inside the value.
        Nested = "nested",
    }
}

words! {
    /// The source of a file.
    Source {
        FileId = "file_id",
        Url = "url",
        Upload = "upload",
    }
}
