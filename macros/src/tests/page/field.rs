//! D, F and G: the keys, the types and the names of fields.

use super::Entry;

pub(super) const KEYS: &[Entry] = &[
    Entry::new(
        "D01",
        "an unknown key on a field",
        "The keys are `range`, `len`, `bytes`, `items`, `default`, `rename`, `skip` and `unlisted`.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(max = 50)]
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
        "D02",
        "`#[telegram]` without a key",
        "The attribute says nothing without a key. Most fields need none.",
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    #[telegram]
    pub chat_id: ChatId,
}
"#,
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    pub chat_id: ChatId,
}
"#,
    ),
    Entry::new(
        "D04",
        "`rename` needs a parameter's name",
        "The name on the wire is a string literal in `snake_case`.",
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    #[telegram(rename = chat_id)]
    pub chat: ChatId,
}
"#,
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    #[telegram(rename = "chat_id")]
    pub chat: ChatId,
}
"#,
    ),
    Entry::new(
        "D05",
        "a parameter twice",
        "Two fields would be sent under one name.",
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    pub chat_id: ChatId,
    #[telegram(rename = "chat_id")]
    pub chat: ChatId,
}
"#,
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    pub chat_id: ChatId,
}
"#,
    ),
    Entry::new(
        "D06",
        "`skip`, `flatten` or `rest` beside another key",
        "A skipped field is never sent, a base has the fields of its own definition, and unknown members
have no rules, so no other key has an effect on them.",
        r#"
#[telegram_method("getMe")]
pub struct GetMe {
    #[telegram(skip, rename = "note")]
    pub remark: String,
}
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe {
    #[telegram(skip)]
    pub remark: String,
}
"#,
    ),
    Entry::new(
        "D07",
        "a skipped field without a default value",
        "`new` takes no argument for a skipped field, so the field's type must implement `Default`.",
        r#"
pub struct Trace { id: u64 }

#[telegram_method("getMe")]
pub struct GetMe {
    #[telegram(skip)]
    pub trace: Trace,
}
"#,
        r#"
#[derive(Default)]
pub struct Trace { id: u64 }

#[telegram_method("getMe")]
pub struct GetMe {
    #[telegram(skip)]
    pub trace: Trace,
}
"#,
    )
    .says("`Trace` needs `Default` to be skipped"),
    Entry::new(
        "D08",
        "`default` needs a literal",
        "The default is what the server assumes. It is documented, not sent, and must be a literal.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(default = 10 * 10)]
    pub limit: Option<i64>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(default = 100)]
    pub limit: Option<i64>,
}
"#,
    ),
    Entry::new(
        "D09",
        "`flatten` or `rest` where it cannot be",
        "A definition has at most one base, which is always there. A type stores its unknown members once. A
method has none: it sends only what it declares.",
        r#"
#[telegram_method("sendMessage")]
pub struct SendMoodyMessage {
    #[telegram(flatten)]
    pub base: Option<SendMessage>,
    #[telegram(unlisted)]
    pub mood: String,
}
"#,
        r#"
#[telegram_method("sendMessage")]
pub struct SendMoodyMessage {
    #[telegram(flatten)]
    pub base: SendMessage,
    #[telegram(unlisted)]
    pub mood: String,
}
"#,
    ),
];

pub(super) const TYPES: &[Entry] = &[
    Entry::new(
        "F01",
        "`Option` in `Option`",
        "A parameter is either sent or not, which one `Option` expresses.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub limit: Option<Option<i64>>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub limit: Option<i64>,
}
"#,
    ),
    Entry::new(
        "F02",
        "a type without a value to send",
        "Functions, pointers and trait objects have no form on the wire.",
        r#"
#[telegram_method("getMe")]
pub struct GetMe {
    #[telegram(unlisted)]
    pub callback: fn(User),
}
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe {
    #[telegram(skip)]
    pub callback: Option<fn(User)>,
}
"#,
    ),
    Entry::new(
        "F03",
        "a type that cannot be sent",
        "A parameter is a number, a text, a Boolean, a list of those, a type of telegrammar, or one of your
own that `telegrammar::param!` names.",
        r#"
pub struct Paint { red: u8 }

#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    pub paint: Paint,
}
"#,
        r#"
#[derive(serde::Serialize)]
pub struct Paint { red: u8 }
telegrammar::param!(Paint);

#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    pub paint: Paint,
}
"#,
    )
    .says("`Paint` cannot be sent as a Bot API parameter"),
    Entry::new(
        "F04",
        "raw bytes",
        "The Bot API does not take bytes as a list of numbers. A file is an `InputFile`.",
        r#"
#[telegram_method("sendPhoto")]
pub struct SendPhoto {
    pub chat_id: ChatId,
    pub photo: Vec<u8>,
}
"#,
        r#"
#[telegram_method("sendPhoto")]
pub struct SendPhoto {
    pub chat_id: ChatId,
    pub photo: InputFile,
}
"#,
    ),
    Entry::new(
        "F05",
        "a number of no fixed size",
        "The size of `usize` and `isize` depends on the machine; that of the Bot API's integers does not.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub limit: Option<usize>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub limit: Option<u32>,
}
"#,
    ),
    Entry::new(
        "F06",
        "a newtype that does not show what is inside",
        "The rules of a parameter apply to what is inside of a newtype, and that is sent.
`telegrammar::param!` finds it by `AsRef` or a conversion, or uses the view after `=`, which must be
of the kinds that it names.",
        r#"
pub struct UserId(i64);
telegrammar::param!(UserId: Long, Integer);

#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: UserId,
}
"#,
        r#"
pub struct UserId(i64);
telegrammar::param!(UserId: Long, Integer = |id| id.0);

#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: UserId,
}
"#,
    )
    .says("`UserId` does not show the Integer inside of it"),
];

pub(super) const NAMES: &[Entry] = &[
    Entry::new(
        "G01",
        "a field named like a generated function",
        "The attribute generates `new`, `send` and `validate`.",
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    pub send: Option<bool>,
}
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool)]
pub struct Frobnicate {
    #[telegram(rename = "send")]
    pub at_once: Option<bool>,
}
"#,
    ),
    Entry::new(
        "G02",
        "parameters are `snake_case`",
        "The field's name is the parameter's, unless `rename` says otherwise.",
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    pub chatId: ChatId,
}
"#,
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    pub chat_id: ChatId,
}
"#,
    ),
    Entry::new(
        "G03",
        "`one_of` names no field",
        "`one_of` takes the names of fields as the struct has them.",
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool, one_of(user, chta))]
pub struct Frobnicate {
    pub user: Option<i64>,
    pub chat: Option<i64>,
}
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool, one_of(user, chat))]
pub struct Frobnicate {
    pub user: Option<i64>,
    pub chat: Option<i64>,
}
"#,
    ),
    Entry::new(
        "G04",
        "`one_of` needs two different fields",
        "Exactly one of the fields in the parentheses is given, so there have to be several.",
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool, one_of(user))]
pub struct Frobnicate {
    pub user: Option<i64>,
    pub chat: Option<i64>,
}
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool, one_of(user, chat))]
pub struct Frobnicate {
    pub user: Option<i64>,
    pub chat: Option<i64>,
}
"#,
    ),
    Entry::new(
        "G05",
        "`one_of` with a required field",
        "A field that is always sent leaves no choice. Make it an `Option`.",
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool, one_of(user, chat))]
pub struct Frobnicate {
    pub user: i64,
    pub chat: Option<i64>,
}
"#,
        r#"
#[telegram_method("frobnicate", unlisted, returns = bool, one_of(user, chat))]
pub struct Frobnicate {
    pub user: Option<i64>,
    pub chat: Option<i64>,
}
"#,
    ),
];
