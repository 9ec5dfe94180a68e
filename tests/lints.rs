//! Generated code causes no warnings. Built without the test harness, because it disables lints.
#![forbid(dead_code, unused, clippy::all)]
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    unused_lifetimes,
    unused_import_braces,
    trivial_casts,
    trivial_numeric_casts,
    single_use_lifetimes,
    let_underscore_drop,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    non_ascii_idents,
    keyword_idents,
    rust_2024_compatibility,
    clippy::pedantic
)]

use std::borrow::Cow;

use telegrammar::{telegram_method, telegram_type};

/// The minimum limit.
pub const LEAST: i64 = 2;

/// The maximum ratio.
pub const GREATEST: f64 = 1.0;

/// Lists pictures.
#[telegram_method("getUserProfilePhotos")]
#[derive(Clone, Debug, PartialEq)]
pub struct Photos {
    /// Whose.
    pub user_id: i64,
    /// The first picture to list.
    pub offset: Option<i64>,
    /// How many.
    #[telegram(range = LEAST..=100)]
    pub limit: Option<i64>,
}

/// Returns the bot.
#[telegram_method("getMe")]
#[derive(Clone, Copy, Debug)]
pub struct GetMe;

/// Sends many things.
#[telegram_method("everything", unlisted, returns = Vec<String>, one_of(text, is_flag))]
#[derive(Debug)]
pub struct Everything<'a, 'b: 'a> {
    /// An id.
    pub id: i64,
    /// A flag whose name some lints reject.
    #[telegram(default = true)]
    pub is_flag: Option<bool>,
    /// A text.
    #[telegram(len = 1..=64)]
    pub text: Option<Cow<'a, str>>,
    /// Bytes.
    #[telegram(bytes = 0..=64)]
    pub to_bytes: Option<&'b str>,
    /// A list.
    #[telegram(items = 1..=3)]
    pub into_list: Vec<String>,
    /// A float.
    #[telegram(range = 0.0..=GREATEST)]
    pub from_ratio: Option<f64>,
    /// A small float.
    #[telegram(range = -0.5..=0.5)]
    pub as_small: Option<f32>,
    /// A byte.
    #[telegram(range = 1..=9)]
    pub r#type: Option<u8>,
    /// One more.
    pub seventh: bool,
    /// One more.
    pub eighth: bool,
    /// One more.
    pub ninth: bool,
    /// Not sent.
    #[telegram(skip)]
    pub skipped: Option<u8>,
}

/// A part of it is deprecated, but only its users are told.
#[telegram_method("aging", unlisted, returns = bool)]
#[derive(Debug)]
pub struct Aging<'a> {
    /// Borrowed for as long as the program runs.
    pub forever: &'static str,
    /// Borrowed.
    pub text: &'a str,
    /// Replaced.
    #[deprecated(note = "use `text`")]
    pub old: Option<i64>,
    /// Replaced.
    #[deprecated]
    pub older: bool,
}

/// Lists pictures, and more.
#[telegram_method("getUserProfilePhotos")]
#[derive(Clone, Debug, PartialEq)]
pub struct MorePhotos {
    /// The known parameters.
    #[telegram(flatten)]
    pub base: Photos,
    /// One that is not known.
    #[telegram(unlisted)]
    pub mood: Option<String>,
}

/// Lists pictures, in other words.
#[telegram_method("getUserProfilePhotos")]
#[derive(Debug)]
struct SamePhotos {
    #[telegram(flatten)]
    base: Photos,
}

/// A user, and what nobody knows.
#[telegram_type("User")]
#[derive(Clone, Debug, PartialEq)]
pub struct MoreUser {
    /// The known fields.
    #[telegram(flatten)]
    pub base: telegrammar::types::User,
    /// One that is not known.
    #[telegram(unlisted)]
    pub mood: Option<String>,
    /// All others.
    #[telegram(rest)]
    pub rest: telegrammar::value::UnknownFields,
}

/// Nothing but unknown members.
#[telegram_type(unlisted)]
#[derive(Debug)]
struct Bag {
    #[telegram(rest)]
    rest: telegrammar::value::UnknownFields,
}

/// It is deprecated as a whole.
#[deprecated]
#[telegram_method("old", unlisted, returns = bool)]
#[derive(Debug)]
pub struct Old;

/// It is deprecated as a whole, in a type that uses it.
#[deprecated]
#[telegram_type(unlisted)]
#[derive(Debug)]
pub struct OldPart {
    /// Anything.
    pub part: Option<i64>,
}

/// It uses what is deprecated.
#[allow(deprecated)]
#[telegram_type(unlisted)]
#[derive(Debug)]
pub struct Whole {
    /// The part.
    pub part: Option<OldPart>,
}

/// One of several, of which one is deprecated.
#[telegram_type(unlisted, tag = "kind")]
#[derive(Debug)]
pub enum Either {
    /// The whole.
    #[deprecated]
    Whole(Whole),
    /// Anything else.
    Unknown(telegrammar::Unknown),
}

/// Words, of which one is deprecated.
#[telegram_type(unlisted)]
#[derive(Debug)]
pub enum Words {
    /// The first.
    First,
    /// The second.
    #[deprecated]
    Second,
}

/// Not for others.
#[telegram_method("private", unlisted, returns = bool)]
#[derive(Debug)]
struct Private {
    undocumented: i64,
    never_read: Option<i64>,
}

mod inner {
    use telegrammar::telegram_method;

    #[telegram_method("inner", unlisted, returns = bool)]
    #[derive(Debug)]
    pub(crate) struct Inner {
        pub(crate) id: i64,
        pub(super) maybe: Option<String>,
    }
}

/// Uses everything: a violated rule, a setter, and a call.
fn main() {
    let bot = None::<telegrammar::Bot>;
    let everything = Everything::new(1, vec![], true, true, true).is_flag(true);
    assert!(everything.validate().is_err());
    assert!(Photos::new(1).limit(1).validate().is_err());
    let private = Private::new(1);
    assert_eq!((private.undocumented, private.never_read), (1, None));
    let inner = inner::Inner::new(1).maybe("x");
    assert_eq!((inner.id, inner.maybe.as_deref()), (1, Some("x")));
    assert_eq!(Aging::new("forever", "text", true).text, "text");
    assert!(Whole::new().part.is_none());
    assert_eq!(
        (Words::First.as_str(), Either::INFO.variants.len()),
        ("first", 1)
    );
    assert!(bot.map(|bot| GetMe.send(&bot)).is_none());
}
