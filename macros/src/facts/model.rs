//! The facts as data: methods, types, fields and the limits of a field.

use super::rules::RuleFacts;

/// Declares an enum whose variants are spelt with one word each in the text.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Reads the word of the text.
            pub(crate) fn parse(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The word of the text.
            pub(crate) const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }
    };
}
pub(super) use words;

/// A method of the Bot API.
#[derive(Clone, Debug)]
pub(crate) struct MethodFacts {
    pub name: &'static str,
    pub returns: TypeExpr,
    /// With two possible results: the parameter whose presence selects the second one.
    pub returns_by: Option<&'static str>,
    pub class: CallClass,
    pub fields: Vec<FieldFacts>,
    pub rules: Vec<RuleFacts>,
    pub(super) at: usize,
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

    /// The parameter with this name.
    pub(crate) fn field(&self, name: &str) -> Option<&FieldFacts> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The heading under which the page lists the method. Searches the text, so not for the usual
    /// path.
    pub(crate) fn section(&self) -> Option<&'static str> {
        super::section_before(self.at)
    }
}

words! {
    /// What a client may do with a call of a method.
    CallClass {
        /// It leaves the same state however often it is made, so it may be retried.
        Repeatable = "repeatable",
        /// A second one would have a second effect.
        Once = "once",
        /// Repeatable, and the server waits for something to happen before it answers.
        LongPoll = "long_poll",
    }
}

/// The parameters of a method or the fields of an object, and what they are called there.
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
    /// What the direction alone does not tell: `envelope_only` or `never_received`.
    pub remark: Option<&'static str>,
    pub shape: Shape,
    pub rules: Vec<RuleFacts>,
    pub(super) at: usize,
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
            Shape::Object { fields, .. } => fields,
            Shape::Union { .. } | Shape::Marker(_) => &[],
        }
    }

    /// The field with this name.
    pub(crate) fn field(&self, name: &str) -> Option<&FieldFacts> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The variants of a union; empty for objects and markers.
    pub(crate) fn variants(&self) -> &[VariantFacts] {
        match &self.shape {
            Shape::Union { variants, .. } => variants,
            Shape::Object { .. } | Shape::Marker(_) => &[],
        }
    }

    /// The heading under which the page lists the type. Searches the text, so not for the usual
    /// path.
    pub(crate) fn section(&self) -> Option<&'static str> {
        super::section_before(self.at)
    }
}

/// What a type is made of.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    Object {
        fields: Vec<FieldFacts>,
        /// A bare JSON string may stand for the object with only this field.
        shorthand: Option<&'static str>,
    },
    Union {
        /// The field that tells the variants apart, if there is one.
        tag: Option<&'static str>,
        variants: Vec<VariantFacts>,
        /// Variants that are not objects on the wire.
        bare: Vec<TypeExpr>,
    },
    Marker(Marker),
}

/// A variant of a union; `name` is the type that it holds.
#[derive(Clone, Debug)]
pub(crate) struct VariantFacts {
    pub name: &'static str,
    /// The value of the union's tag, if it has one.
    pub tag: Option<&'static str>,
    /// Required fields that tell this variant from those with the same tag (without tags: from the
    /// variants that lack some of them, so more telling fields go first).
    pub telling: Vec<&'static str>,
}

words! {
    /// Which way a type travels, seen from the bot.
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

words! {
    /// A type without fields.
    Marker {
        /// `{}` on the wire.
        EmptyObject = "empty_object",
        /// A part of a multipart body, never JSON.
        FileUpload = "file_upload",
    }
}

/// A parameter of a method or a field of an object.
#[derive(Clone, Debug, Default)]
pub(crate) struct FieldFacts {
    pub name: &'static str,
    pub required: bool,
    pub ty: TypeExpr,
    /// What the number (or each number of a list) counts, and whether that is concluded rather than
    /// promised.
    pub unit: Option<(Unit, bool)>,
    /// The only value that the field can have.
    pub constant: Option<&'static str>,
    /// The closed set of values.
    pub values: Vec<&'static str>,
    pub range: Option<Bounds>,
    /// Values that are allowed beside `range`.
    pub also_allowed: Vec<&'static str>,
    /// Values with a meaning of their own.
    pub special: Vec<(&'static str, &'static str)>,
    pub nonzero: bool,
    pub len: Option<Len>,
    /// How many line feeds a text may hold.
    pub line_feeds: Option<Bounds>,
    /// How many items a list may hold.
    pub items: Option<Bounds>,
    /// The length of all items of a list together, in characters.
    pub total_len: Option<Bounds>,
    pub order: Option<Order>,
    /// The range of every item.
    pub each_in: Option<Bounds>,
    /// The closed set for every item.
    pub each_of: Vec<&'static str>,
    /// The regular expression for every item.
    pub each_pattern: Option<&'static str>,
    /// The set of values (or the number of items, where there is no set) may grow; a received value
    /// can be a new one.
    pub hedged: bool,
    /// Where the limit stands when it is not in the field's own text: `formatting`, `method`, or
    /// the name of a type.
    pub stated_in: Option<&'static str>,
    pub pattern: Option<&'static str>,
    /// The pattern leaves out a part of what the page demands.
    pub pattern_partial: bool,
    /// The schemes that a URL may have.
    pub schemes: Vec<&'static str>,
    /// The ports that a URL may have.
    pub ports: Vec<&'static str>,
    pub no_emoji: bool,
    /// The string alternative is an `@username`.
    pub username: bool,
    /// The scope in which the value must be unique.
    pub unique_in: Option<&'static str>,
    /// A string that contains JSON and is passed on as it is.
    pub json_string: bool,
    /// What the server assumes when the field is left out; an empty text is empty here.
    pub default: Option<&'static str>,
    /// The field whose value is the default.
    pub default_from: Option<&'static str>,
    /// A default that is not one fixed value, as a code word.
    pub default_word: Option<&'static str>,
    pub upload: Option<Upload>,
    /// The field closes a cycle of types, so a Rust struct needs a `Box`.
    pub recursive: bool,
}

/// The type of a parameter, field or result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum TypeExpr {
    Integer(Width),
    Float,
    #[default]
    String,
    Boolean,
    /// Only ever true; left out for false.
    True,
    Ref(&'static str),
    Array(Box<TypeExpr>),
    OneOf(Vec<TypeExpr>),
}

impl TypeExpr {
    /// Whether an integer somewhere in the type does not fit 32 bits.
    pub(crate) fn needs_64_bits(&self) -> bool {
        match self {
            Self::Integer(width) => matches!(width, Width::Signed64 | Width::Significant52),
            Self::Array(item) => item.needs_64_bits(),
            Self::OneOf(alternatives) => alternatives.iter().any(Self::needs_64_bits),
            Self::Float | Self::String | Self::Boolean | Self::True | Self::Ref(_) => false,
        }
    }

    /// Every type of the Bot API that the expression names.
    pub(crate) fn refs(&self) -> Vec<&'static str> {
        match self {
            Self::Ref(name) => vec![name],
            Self::Array(item) => item.refs(),
            Self::OneOf(alternatives) => alternatives.iter().flat_map(Self::refs).collect(),
            Self::Integer(_) | Self::Float | Self::String | Self::Boolean | Self::True => vec![],
        }
    }
}

/// How wide an integer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Width {
    /// The page is silent; 64 bits are always safe.
    Unsaid,
    /// 32 bits with a sign; `inferred` when the page does not promise it.
    Signed32 { inferred: bool },
    /// 32 bits without a sign; `inferred` when the page does not promise it.
    Unsigned32 { inferred: bool },
    /// An id or amount that needs 64 bits; always a conclusion.
    Signed64,
    /// The page promises at most 52 significant bits, which need a 64-bit integer.
    Significant52,
}

words! {
    /// What a number means.
    Unit {
        UnixTime = "unix_time",
        Seconds = "seconds",
        Months = "months",
        Rgb24 = "rgb24",
        Argb32 = "argb32",
    }
}

words! {
    /// How the items of a list must be sorted.
    Order {
        Increasing = "increasing",
        StrictlyIncreasing = "strictly_increasing",
    }
}

/// Inclusive bounds, each of them optional, as written in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// Rust notation, ready for a message: `1..=100`, `1..`, `..=5`.
    pub text: &'static str,
    pub min: Option<&'static str>,
    pub max: Option<&'static str>,
}

impl Bounds {
    /// Reads `1..=100` and the like.
    pub(crate) fn parse(text: &'static str) -> Option<Self> {
        let (min, rest) = text.split_once("..")?;
        let max = match rest.strip_prefix('=') {
            Some(max) => Some(max),
            None if rest.is_empty() => None,
            None => return None,
        };
        let min = (!min.is_empty()).then_some(min);
        let number = |bound: &str| bound.parse::<f64>().is_ok();
        let plausible =
            (min.is_some() || max.is_some()) && min.is_none_or(number) && max.is_none_or(number);
        plausible.then_some(Self { text, min, max })
    }

    /// The lower bound as an integer.
    pub(crate) fn min_int(&self) -> Option<i128> {
        self.min?.parse().ok()
    }

    /// The upper bound as an integer.
    pub(crate) fn max_int(&self) -> Option<i128> {
        self.max?.parse().ok()
    }
}

/// How long a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Len {
    pub bounds: Bounds,
    pub unit: LenUnit,
    /// Counted after the markup is taken out, so marked-up text cannot be measured before the
    /// server parsed it.
    pub after_entities: bool,
}

/// What a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LenUnit {
    Chars,
    Bytes,
}

/// How a field can carry a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Upload {
    pub place: Place,
    /// What may be given; empty when the file sits further inside.
    pub sources: Vec<Source>,
    /// A direct file that may also be written as `attach://part`.
    pub or_attach: bool,
    /// The server drops what is none of the sources, and goes on without the file.
    pub or_dropped: bool,
}

words! {
    /// Where in the request an uploaded file goes.
    Place {
        /// The value itself is the multipart part.
        Direct = "direct",
        /// A string that may say `attach://part`.
        Attach = "attach",
        /// Somewhere inside the value.
        Nested = "nested",
    }
}

words! {
    /// What a file can be given as.
    Source {
        FileId = "file_id",
        Url = "url",
        Upload = "upload",
    }
}
