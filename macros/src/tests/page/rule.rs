//! E: ranges, lengths, counts and defaults.

use super::Entry;

pub(super) const RULES: &[Entry] = &[
    Entry::new(
        "E01",
        "an empty range",
        "The first bound must not be greater than the second.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 100..=1)]
    pub limit: Option<i64>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 1..=100)]
    pub limit: Option<i64>,
}
"#,
    ),
    Entry::new(
        "E02",
        "a range without its end",
        "The Bot API always means both bounds, so a range includes its end: `..=`.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 1..100)]
    pub limit: Option<i64>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 1..=100)]
    pub limit: Option<i64>,
}
"#,
    ),
    Entry::new(
        "E03",
        "no range, or not both bounds",
        "`range`, `len`, `bytes` and `items` take two bounds. A bound is a number; that of a `range` can
also be the path of a constant.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = "1..=50")]
    pub limit: Option<i64>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 1..=50)]
    pub limit: Option<i64>,
}
"#,
    ),
    Entry::new(
        "E04",
        "a fraction for an integer",
        "Integers, lengths and counts have integers for bounds.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 1..=50.5)]
    pub limit: Option<i64>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 1..=50)]
    pub limit: Option<i64>,
}
"#,
    ),
    Entry::new(
        "E05",
        "a bound that the type cannot hold",
        "No value of the field could ever reach the bound. Behind an alias of a type, the compiler says it
in its own words: `literal out of range`.",
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    #[telegram(range = 1..=300)]
    pub speed: Option<u8>,
}
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    #[telegram(range = 1..=300)]
    pub speed: Option<u16>,
}
"#,
    ),
    Entry::new(
        "E07",
        "a rule for another kind of value",
        "`range` bounds numbers, `len` and `bytes` measure texts, `items` counts lists. Of a parameter that
is not listed, the type checker finds it.",
        r#"
#[telegram_method("setChatTitle")]
pub struct SetChatTitle {
    pub chat_id: ChatId,
    #[telegram(range = 1..=64)]
    pub title: String,
}
"#,
        r#"
#[telegram_method("setChatTitle")]
pub struct SetChatTitle {
    pub chat_id: ChatId,
    #[telegram(len = 1..=64)]
    pub title: String,
}
"#,
    ),
    Entry::new(
        "E08",
        "two rules for one field",
        "One rule limits a field.",
        r#"
#[telegram_method("setChatTitle")]
pub struct SetChatTitle {
    pub chat_id: ChatId,
    #[telegram(len = 1..=64, bytes = 1..=64)]
    pub title: String,
}
"#,
        r#"
#[telegram_method("setChatTitle")]
pub struct SetChatTitle {
    pub chat_id: ChatId,
    #[telegram(len = 1..=64)]
    pub title: String,
}
"#,
    ),
    Entry::new(
        "E09",
        "constants that make an empty range",
        "Only the compiler knows the values of constants, and it compares them.",
        r#"
const LEAST: i64 = 50;
const MOST: i64 = 5;

#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = LEAST..=MOST)]
    pub limit: Option<i64>,
}
"#,
        r#"
const LEAST: i64 = 5;
const MOST: i64 = 50;

#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = LEAST..=MOST)]
    pub limit: Option<i64>,
}
"#,
    )
    .says("the range of `limit` is empty: `LEAST` exceeds `MOST`"),
    Entry::new(
        "E10",
        "a range that accepts everything",
        "Every value of the field's type is in the range, so it limits nothing.",
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    #[telegram(range = 0..=255)]
    pub speed: u8,
}
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    pub speed: u8,
}
"#,
    ),
    Entry::new(
        "E11",
        "a length that makes no sense",
        "A length must not be negative, and a range that ends at 0 accepts only the empty value.",
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    #[telegram(len = 0..=0)]
    pub word: String,
}
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    #[telegram(len = 1..=10)]
    pub word: String,
}
"#,
    ),
    Entry::new(
        "E12",
        "a default outside of the range",
        "The value that the server assumes must be one that it accepts.",
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    #[telegram(range = 1..=100, default = 0)]
    pub speed: Option<u8>,
}
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    #[telegram(range = 0..=100, default = 0)]
    pub speed: Option<u8>,
}
"#,
    ),
    Entry::new(
        "E13",
        "a default of another kind",
        "The default must be a value that the field can have.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(default = "0")]
    pub offset: Option<i64>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(default = 0)]
    pub offset: Option<i64>,
}
"#,
    ),
];
