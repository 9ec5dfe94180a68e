//! H: disagreement with the Bot API.

use super::Entry;

pub(super) const FACTS: &[Entry] = &[
    Entry::new(
        "H01",
        "no such parameter",
        "The method, or the type, has none of this name. One that Telegram published after this release is
marked `#[telegram(unlisted)]`.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub ofset: Option<i64>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub offset: Option<i64>,
}
"#,
    ),
    Entry::new(
        "H02",
        "a required parameter is missing",
        "Without it, every call would be refused. An optional parameter can be left out of a struct.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub limit: Option<i64>,
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
        "H03",
        "a required parameter made optional",
        "Without it, every call would be refused. The reverse is fine: an optional parameter can be
mandatory in a struct.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: Option<i64>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
}
"#,
    ),
    Entry::new(
        "H04",
        "a value of another kind",
        "The type checker asks each field whether it holds what the Bot API takes there, whatever its type
is called: a number that is wide enough, a text, or just this object and no other. A type of your
own joins with `telegrammar::param!` or `#[telegram_type(unlisted)]`.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub limit: Option<String>,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    pub limit: Option<i64>,
}
"#,
    )
    .says("an Integer is needed, which `String` cannot hold"),
    Entry::new(
        "H05",
        "too few bits",
        "Ids of users and chats exceed 32 bits.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i32,
}
"#,
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
}
"#,
    )
    .says("an Integer of 64 bits is needed, which `i32` cannot hold"),
    Entry::new(
        "H06",
        "a range wider than that of the Bot API",
        "An attribute may narrow the range of the Bot API. Without an attribute, that range applies.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(range = 1..=200)]
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
        "H07",
        "not the default of the Bot API",
        "`default` states what the server assumes; a definition cannot change it. A required parameter has no
default.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(default = 50)]
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
        "H08",
        "characters for bytes, or bytes for characters",
        "The Bot API counts most texts in characters (`len`), a few in bytes of UTF-8 (`bytes`).",
        r#"
#[telegram_method("answerInlineQuery")]
pub struct AnswerInlineQuery {
    pub inline_query_id: String,
    pub results: Vec<InlineQueryResult>,
    #[telegram(len = 0..=64)]
    pub next_offset: Option<String>,
}
"#,
        r#"
#[telegram_method("answerInlineQuery")]
pub struct AnswerInlineQuery {
    pub inline_query_id: String,
    pub results: Vec<InlineQueryResult>,
    #[telegram(bytes = 0..=64)]
    pub next_offset: Option<String>,
}
"#,
    ),
    Entry::new(
        "H09",
        "a file that must be uploaded",
        "Here the server takes neither the id of a file nor a URL.",
        r#"
#[telegram_method("setChatPhoto")]
pub struct SetChatPhoto {
    pub chat_id: ChatId,
    pub photo: String,
}
"#,
        r#"
#[telegram_method("setChatPhoto")]
pub struct SetChatPhoto {
    pub chat_id: ChatId,
    pub photo: InputFile,
}
"#,
    )
    .says("a file that is uploaded is needed, which `String` cannot hold"),
    Entry::new(
        "H10",
        "none of several parameters, one of which is needed",
        "The Bot API requires one unless the other is given. Half of a pair is not enough.",
        r#"
#[telegram_method("editMessageText")]
pub struct EditMessageText {
    pub chat_id: ChatId,
    pub text: String,
}
"#,
        r#"
#[telegram_method("editMessageText")]
pub struct EditMessageText {
    pub chat_id: ChatId,
    pub message_id: i64,
    pub text: String,
}
"#,
    ),
    Entry::new(
        "H12",
        "`unlisted` on a listed parameter",
        "This release knows the parameter. `unlisted` switches off all checks of it, so remove it.",
        r#"
#[telegram_method("getUserProfilePhotos")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
    #[telegram(unlisted)]
    pub limit: Option<i64>,
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
        "H13",
        "a field that may be absent",
        "The server leaves out a field that the Bot API calls optional when it has nothing to say. Without
an `Option`, the whole object could not be decoded then. A Boolean is `false` and a list is empty.",
        r"
#[telegram_type]
pub struct Document {
    pub file_id: String,
    pub file_unique_id: String,
    pub file_name: String,
}
",
        r"
#[telegram_type]
pub struct Document {
    pub file_id: String,
    pub file_unique_id: String,
    pub file_name: Option<String>,
}
",
    )
    .says("the server may leave out `file_name` of `Document`, which `String` cannot express"),
];
