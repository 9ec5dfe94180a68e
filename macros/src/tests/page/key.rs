//! C: the keys of the attribute.

use super::Entry;

pub(super) const KEYS: &[Entry] = &[
    Entry::new(
        "C01",
        "an unknown key in the attribute",
        "`#[telegram_method]` knows `returns`, `one_of`, `unlisted`, `repeatable` and `crate`;
`#[telegram_type]` knows `tag`, `one_of`, `unlisted` and `crate`.",
        r#"
#[telegram_method("getMe", return = User)]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe", returns = User)]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "C02",
        "the result type is missing",
        "An unlisted method must state what it `returns`. So must a method with two results, unless the
parameters of the struct determine which one it is.",
        r#"
#[telegram_method("frobnicate", unlisted)]
pub struct Frobnicate;
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate;
"#,
    ),
    Entry::new(
        "C03",
        "a key twice",
        "Only one of them could have an effect. Keep one.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 1..=100)]
    #[telegram(range = 1..=50)]
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
        "C04",
        "`returns` needs a type",
        "The type comes after an equals sign, without quotes.",
        r#"
#[telegram_method("getMe", returns = "User")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe", returns = User)]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "C05",
        "a borrowed result",
        "The result outlives the response that it is decoded from, so it owns what it holds.",
        r#"
#[telegram_method("exportChatInviteLink", returns = &str)]
pub struct ExportChatInviteLink {
    pub chat_id: ChatId,
}
"#,
        r#"
#[telegram_method("exportChatInviteLink", returns = String)]
pub struct ExportChatInviteLink {
    pub chat_id: ChatId,
}
"#,
    ),
    Entry::new(
        "C06",
        "a result that cannot be decoded",
        "The type that a method `returns` must implement `serde::Deserialize`, by a derive or by
`#[telegram_type]`.",
        r#"
pub struct Me { id: i64 }

#[telegram_method("getMe", returns = Me)]
pub struct GetMe;
"#,
        r#"
#[derive(serde::Deserialize)]
pub struct Me { id: i64 }

#[telegram_method("getMe", returns = Me)]
pub struct GetMe;
"#,
    )
    .says("`Me` cannot be decoded from a Bot API result"),
    Entry::new(
        "C07",
        "a flag with a value",
        "`unlisted`, `repeatable` and `skip` are flags and take no value.",
        r#"
#[telegram_method("frobnicate", unlisted = true, returns = bool)]
pub struct Frobnicate;
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate;
"#,
    ),
    Entry::new(
        "C08",
        "a comma is missing",
        "Keys are separated by commas.",
        r#"
#[telegram_method("getMe" returns = User)]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe", returns = User)]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "C09",
        "`crate` needs a path",
        "`crate` says where telegrammar is, if it is not at `::telegrammar`: as a path, without quotes.",
        r#"
#[telegram_method("getMe", crate = "::api::telegrammar")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe", crate = ::api::telegrammar)]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "C10",
        "a result that the method does not have",
        "The Bot API says what a method returns, so `returns` is rarely needed. It may be a type of your own
that serde decodes, one with `#[telegram_type(unlisted)]`, a map, or `serde_json::Value`.",
        r#"
#[telegram_method("sendDice", returns = bool)]
pub struct SendDice {
    pub chat_id: i64,
}
"#,
        r#"
#[telegram_method("sendDice")]
pub struct SendDice {
    pub chat_id: i64,
}
"#,
    )
    .says("`sendDice` returns a `Message`, which `bool` cannot hold"),
];
