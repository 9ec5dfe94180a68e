//! What is known of a method before any call: its name and parameters as constant data.

use std::fmt;

use crate::schema::Relation;
use crate::schema::Rule;

/// The description of a Bot API method that `#[telegram_method]` puts into [`Method::INFO`].
///
/// [`Method::INFO`]: crate::Method::INFO
#[derive(Clone, Copy, Debug)]
pub struct MethodInfo {
    /// The method's name on the wire, such as `getUserProfilePhotos`.
    pub name: &'static str,
    /// The parameters, in the order of the struct's fields.
    pub params: &'static [ParamInfo],
    /// What parameters owe each other.
    pub relations: &'static [Relation],
    /// For each of the relations, the parameters that tell whether it needs a closer look.
    pub(crate) triggers: &'static [u64],
    /// Whether a call may be repeated without harm, as after a lost connection. Methods that send,
    /// make, hand over or pay something may not.
    pub is_repeatable: bool,
    /// Whether a call waits at the server until something happens.
    pub is_long_poll: bool,
    /// Whether an argument can be, or hold, a file to upload.
    pub can_upload: bool,
}

impl MethodInfo {
    /// A method with parameters that are independent of each other.
    #[must_use]
    pub const fn new(name: &'static str, params: &'static [ParamInfo]) -> Self {
        Self {
            name,
            params,
            relations: &[],
            triggers: &[],
            is_repeatable: false,
            is_long_poll: false,
            can_upload: false,
        }
    }

    /// The same method, which may be repeated.
    #[must_use]
    pub const fn repeatable(mut self) -> Self {
        self.is_repeatable = true;
        self
    }

    /// The same method, which waits at the server.
    #[must_use]
    pub const fn long_poll(mut self) -> Self {
        self.is_long_poll = true;
        self
    }

    /// The same method, which can carry uploads.
    #[must_use]
    pub const fn uploads(mut self) -> Self {
        self.can_upload = true;
        self
    }

    /// The parameter that is the chat which a call hits, if there is one.
    #[must_use]
    pub fn chat(&self) -> Option<&'static ParamInfo> {
        self.param("chat_id")
    }

    /// The same method with relations between its parameters.
    #[must_use]
    pub const fn relations(mut self, relations: &'static [Relation]) -> Self {
        self.relations = relations;
        self
    }

    /// The same method with a trigger for each relation.
    #[doc(hidden)]
    #[must_use]
    pub const fn triggers(mut self, triggers: &'static [u64]) -> Self {
        self.triggers = triggers;
        self
    }

    /// The parameter with this wire name.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&'static ParamInfo> {
        self.params.iter().find(|param| param.name == name)
    }
}

/// The description of one parameter.
#[derive(Clone, Copy, Debug)]
pub struct ParamInfo {
    /// The name on the wire.
    pub name: &'static str,
    /// Whether `new` asks for it.
    pub required: bool,
    /// What the Bot API takes there.
    pub kind: Kind,
    /// The rules that a value must keep.
    pub rules: &'static [Rule],
    /// What the server assumes when the parameter is left out.
    pub default: Option<Literal>,
    /// The first line of the field's documentation, or nothing.
    pub doc: &'static str,
}

impl ParamInfo {
    /// A parameter that must be given.
    #[must_use]
    pub const fn required(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self {
            name,
            required: true,
            kind,
            rules: &[],
            default: None,
            doc,
        }
    }

    /// A parameter that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str, kind: Kind, doc: &'static str) -> Self {
        Self {
            name,
            required: false,
            kind,
            rules: &[],
            default: None,
            doc,
        }
    }

    /// The same parameter with rules for its value.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self
    }

    /// The same parameter with the value that the server assumes when it is left out.
    #[must_use]
    pub const fn default(mut self, default: Literal) -> Self {
        self.default = Some(default);
        self
    }
}

/// The kind of value that the Bot API takes for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// An integer.
    Integer,
    /// A floating-point number.
    Float,
    /// A text.
    String,
    /// `true` or `false`.
    Boolean,
    /// A chat: its numeric id or its `@username`.
    ChatId,
    /// A file: uploaded, or by id or URL where the method allows that.
    InputFile,
    /// A list.
    Array(&'static Kind),
    /// An object or union of this name.
    Object(&'static str),
    /// One of several objects.
    OneOf(&'static [Kind]),
    /// Not known, because the parameter is `unlisted`.
    Unlisted,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer => f.write_str("Integer"),
            Self::Float => f.write_str("Float"),
            Self::String => f.write_str("String"),
            Self::Boolean => f.write_str("Boolean"),
            Self::ChatId => f.write_str("Integer or String"),
            Self::InputFile => f.write_str("InputFile"),
            Self::Array(kind) => write!(f, "Array of {kind}"),
            Self::Object(name) => f.write_str(name),
            Self::OneOf(kinds) => kinds.iter().enumerate().try_for_each(|(index, kind)| {
                if index > 0 {
                    f.write_str(" or ")?;
                }
                kind.fmt(f)
            }),
            Self::Unlisted => f.write_str("unlisted"),
        }
    }
}

/// A constant value in a definition, such as a default.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Literal {
    /// An integer.
    Int(i128),
    /// A floating-point number.
    Float(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A text.
    Text(&'static str),
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(value) => value.fmt(f),
            Self::Float(value) => value.fmt(f),
            Self::Bool(value) => value.fmt(f),
            Self::Text(value) => write!(f, "{value:?}"),
        }
    }
}
