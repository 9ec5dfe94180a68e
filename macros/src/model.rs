//! A checked definition: exactly what the expansion needs.

use proc_macro2::{Ident, TokenStream};
use syn::{Attribute, Generics, Type, Visibility};

use crate::facts::{Direction, TypeExpr};
use crate::syntax::DefaultValue;

/// One annotated struct.
pub(crate) struct Method {
    /// The path of telegrammar.
    pub(crate) krate: TokenStream,
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    /// The method's wire name.
    pub(crate) name: String,
    /// Whether the facts know the method, so that its page can be linked.
    pub(crate) listed: bool,
    /// Whether a call may be retried safely. Those of unlisted methods may not, unless the definition
    /// says so.
    pub(crate) is_repeatable: bool,
    /// Whether the server waits for an event before it responds.
    pub(crate) is_long_poll: bool,
    /// Whether a parameter can be or contain a file to upload.
    pub(crate) carries_files: bool,
    pub(crate) response: TokenStream,
    /// Whether the definition or its base decides on the result type, so that it may be any type.
    pub(crate) says_response: bool,
    /// The declared result, if the facts know the method's.
    pub(crate) returns: Option<Returns>,
    /// All fields, in order.
    pub(crate) fields: Vec<Field>,
    pub(crate) relations: Vec<Relation>,
    pub(crate) docs: Docs,
    /// The definition has errors, so only items that other code may refer to are generated.
    pub(crate) broken: bool,
}

impl Method {
    pub(crate) fn params(&self) -> impl Iterator<Item = &Param> {
        self.fields.iter().filter_map(|field| match field {
            Field::Param(param) => Some(&**param),
            Field::Skipped { .. } | Field::Base(_) | Field::Rest(_) => None,
        })
    }
}

/// The documentation of an item and of its variants. Empty without the feature `openapi`.
#[derive(Default)]
pub(crate) struct Docs {
    pub(crate) own: Vec<Attribute>,
    pub(crate) variants: Vec<(Ident, Vec<Attribute>)>,
}

/// A declared result type, which must be able to hold the result of the Bot API.
pub(crate) struct Returns {
    pub(crate) ty: Type,
    /// The possible results.
    pub(crate) alternatives: Vec<TypeExpr>,
    /// The number that chooses one of two, if a base has the parameters that decide.
    pub(crate) choice: Option<TokenStream>,
}

/// One field of the struct.
pub(crate) enum Field {
    /// It is sent.
    Param(Box<Param>),
    /// It is not.
    Skipped { ident: Ident, ty: Box<Type> },
    /// It is a definition whose fields are sent in its place.
    Base(Box<Inner>),
    /// It stores the members that nothing else is for.
    Rest(Box<Inner>),
}

/// A field that stands for members of other names.
pub(crate) struct Inner {
    /// `flatten` or `rest`.
    pub(crate) key: Ident,
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// Whether an error about the field was reported, so that the compiler is not asked about it.
    pub(crate) is_broken: bool,
    /// Whether only its type says that the field has the key.
    pub(crate) is_forgotten: bool,
}

/// The base of these fields, and whether it is right.
pub(crate) fn base(fields: &[Field]) -> Option<&Inner> {
    fields.iter().find_map(|field| match field {
        Field::Base(base) if !base.is_broken => Some(&**base),
        _ => None,
    })
}

/// The storage of unknown members among these fields.
pub(crate) fn rest(fields: &[Field]) -> Option<&Inner> {
    fields.iter().find_map(|field| match field {
        Field::Rest(rest) if !rest.is_broken => Some(&**rest),
        _ => None,
    })
}

/// One parameter.
pub(crate) struct Param {
    pub(crate) ident: Ident,
    /// The wire name.
    pub(crate) name: String,
    pub(crate) ty: Type,
    /// The `T` of an `Option<T>`.
    pub(crate) inner: Option<Type>,
    pub(crate) api_type: ApiType,
    pub(crate) rules: Vec<Rule>,
    /// Only ever `true`: a plain `bool` that is unset when it is false.
    pub(crate) is_flag: bool,
    /// Whether a value is required.
    pub(crate) is_required: bool,
    /// Whether the Bot API does without a value, although the type is not written as an `Option`.
    pub(crate) may_be_unset: bool,
    /// Whether an error about the field was reported, so that the compiler is not asked about it.
    pub(crate) is_broken: bool,
    /// Assertions for the type checker.
    pub(crate) assertions: Vec<Assertion>,
    pub(crate) default: Option<DefaultValue>,
    pub(crate) docs: Vec<Attribute>,
    /// `#[deprecated]`, which the setter has in turn.
    pub(crate) deprecated: Option<Attribute>,
    /// The first line of the documentation.
    pub(crate) summary: String,
}

/// The Bot API's type of a parameter.
pub(crate) enum ApiType {
    Listed(TypeExpr, Option<Upload>),
    Unlisted,
}

/// The forms in which a file may be given.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Upload {
    /// By id, by URL or as an upload.
    Any,
    /// As an upload only.
    Only,
}

/// A rule for a value.
pub(crate) enum Rule {
    Range {
        min: Option<Number>,
        max: Option<Number>,
        also: Vec<i128>,
    },
    Len {
        min: Option<usize>,
        max: Option<usize>,
        after_entities: bool,
    },
    Bytes {
        min: Option<usize>,
        max: Option<usize>,
    },
    Items {
        min: Option<usize>,
        max: Option<usize>,
    },
    NonZero,
    LineFeeds {
        min: Option<usize>,
        max: Option<usize>,
    },
    TotalLen {
        min: Option<usize>,
        max: Option<usize>,
    },
    /// The rule applies to each item of a list.
    Each(Box<Rule>),
    /// The items of a list are in order; with `true` no two are equal.
    Increasing(bool),
    Pattern(Pattern),
    /// A file is uploaded.
    Uploaded,
    /// A file is not given by URL.
    NotUrl,
    /// A file that is not uploaded is given by id or by a URL with a scheme.
    IdOrUrl,
    /// An upload; the server silently ignores anything else.
    UploadedOrDropped,
}

/// The patterns that the facts have.
#[derive(Clone, Copy)]
pub(crate) enum Pattern {
    UrlSafe,
    Command,
    Letters(usize),
    LettersOrEmpty(usize),
}

/// A bound of a range.
pub(crate) enum Number {
    Int(i128),
    Float(f64),
    /// A path to a constant.
    Const(TokenStream),
}

/// Assertions that only the type checker can evaluate.
pub(crate) enum Assertion {
    /// The field is a number that can hold both bounds.
    Range {
        ty: Type,
        low: TokenStream,
        high: TokenStream,
    },
    /// The bounds, as constants, are in order, and within those of the Bot API.
    Bounds {
        ty: Type,
        low: TokenStream,
        high: TokenStream,
        min: Option<i128>,
        max: Option<i128>,
        /// What to report if they are not, and if they exceed those of the Bot API.
        texts: [String; 2],
    },
    /// The field is text.
    Text { ty: Type, key: Ident },
    /// The field is a list.
    List { ty: Type },
    /// The field can do without a value, because the server may leave it out of the owner.
    Absentable {
        ty: Type,
        field: String,
        owner: String,
    },
}

/// A constraint on several parameters, by wire name.
pub(crate) enum Relation {
    /// Exactly one of them. The identifiers are those of members that only a base can have.
    OneOf(Vec<String>, Vec<Ident>),
    /// All of at least one group.
    AnyOf(Vec<Vec<String>>),
    /// If all conditions hold, the last one must hold too.
    Implies(Vec<Condition>, Condition),
}

/// A condition on a parameter, by wire name.
#[derive(Clone)]
pub(crate) struct Condition {
    pub(crate) param: &'static str,
    pub(crate) test: Test,
}

/// The test of a condition.
#[derive(Clone)]
pub(crate) enum Test {
    Given,
    Absent,
    Equals(&'static str),
    Differs(&'static str),
    Items(usize, usize),
    AtMost(&'static str),
    Sum(i128),
    SumWith(&'static str, i128),
    RatioWith(&'static str, i128),
    Distinct,
    Alike(Vec<&'static str>),
    IsNot(&'static str),
    NoUpload,
    First(&'static [&'static str]),
}

/// Whether an unset parameter fails the test.
pub(crate) fn needs_value(test: &Test) -> bool {
    matches!(test, Test::Given | Test::Equals(_))
}

/// The parameter that a path starts with.
pub(crate) fn root(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

/// One annotated type.
pub(crate) struct Definition {
    pub(crate) krate: TokenStream,
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    /// The name on the Bot API page.
    pub(crate) name: String,
    /// Whether the facts know it.
    pub(crate) is_listed: bool,
    /// Whether values are received, sent, or both. Users create values that are sent.
    pub(crate) direction: Direction,
    pub(crate) shape: Shape,
    pub(crate) docs: Docs,
    pub(crate) broken: bool,
}

/// The shape of a type.
pub(crate) enum Shape {
    Object {
        fields: Vec<Field>,
        /// The field that discriminates the object from others of its union, and its value.
        tag: Option<(String, String)>,
        relations: Vec<Relation>,
    },
    Union {
        discriminator: Discriminator,
        variants: Vec<Variant>,
        /// The variant for values that this version does not know, and what it holds.
        unknown: Option<(Ident, Type)>,
        /// Whether these are all variants; there may be others after a mistake.
        is_complete: bool,
    },
    Word {
        words: Vec<(Ident, String)>,
        /// The variant for other words, and what it holds.
        unknown: Option<(Ident, Type)>,
        /// Whether these are all variants.
        is_complete: bool,
    },
}

/// The discriminator of a union.
pub(crate) enum Discriminator {
    /// By the value of this field.
    Tag(String),
    /// By the fields that are present.
    Fields,
    /// By whether this field is 0.
    ZeroField(String),
}

/// A variant of a union.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    pub(crate) ty: Type,
    /// The type within a `Box`.
    pub(crate) content: Type,
    /// The name of the object that it holds.
    pub(crate) name: String,
    pub(crate) tag: String,
    /// Whether `rename` states the tag.
    pub(crate) is_renamed: bool,
    /// Whether the facts do not know the variant.
    pub(crate) is_own: bool,
    /// Whether the union adds the tag, because the object may have none.
    pub(crate) adds_tag: bool,
    /// Whether it holds a text or a list, which have no tag.
    pub(crate) is_plain: bool,
    /// Required fields that only this variant has among those with the same tag.
    pub(crate) discriminating_fields: Vec<String>,
}
