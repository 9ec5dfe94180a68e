//! A and B: the item and the method's name.

use super::Entry;

pub(super) const ITEM: &[Entry] = &[
    Entry::new(
        "A01",
        "the attribute describes a struct",
        "The fields of a struct are the parameters of a method, so a method is always a struct. A type is a
struct too, or an enum where the Bot API takes one of several objects or words.",
        r#"
#[telegram_method("getMe")]
pub enum GetMe {}
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "A02",
        "fields need names",
        "Parameters are sent by name, and the name of the field is that of the parameter.",
        r#"
#[telegram_method("getChat")]
pub struct GetChat(ChatId);
"#,
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    pub chat_id: ChatId,
}
"#,
    ),
    Entry::new(
        "A03",
        "no type or const parameters on a method",
        "The types that are sent must be known where the method is declared. Lifetimes are allowed.",
        r#"
#[telegram_method("getChat")]
pub struct GetChat<T> {
    pub chat_id: T,
}
"#,
        r#"
#[telegram_method("getChat")]
pub struct GetChat<'a> {
    pub chat_id: &'a str,
}
"#,
    ),
    Entry::new(
        "A04",
        "one attribute per definition",
        "A struct describes one method. Declare a second struct for a second one.",
        r#"
#[telegram_method("getMe")]
#[telegram_method("logOut")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "A05",
        "`#[telegram(...)]` belongs on a field",
        "Options of the whole definition go into the attribute itself.",
        r#"
#[telegram_method("getMe")]
#[telegram(returns = User)]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe", returns = User)]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "A06",
        "`Serialize` and `Deserialize` are there already",
        "The attribute implements both, so that they agree with the Bot API. Other derives are welcome.",
        r#"
#[telegram_method("getMe")]
#[derive(Debug, Serialize)]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe")]
#[derive(Debug)]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "A07",
        "serde's attributes have no effect",
        "`#[telegram(...)]` says how a field is sent. An `Option` that is `None` is never sent.",
        r#"
#[telegram_method("getChat")]
pub struct GetChat {
    #[serde(rename = "chat_id")]
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
        "A08",
        "too many fields",
        "The tables of a definition hold 256 fields, twice as many as the largest type of the Bot API has.",
        r"
#[telegram_type(unlisted)]
pub struct Everything {
    pub field_1: bool,
    // … and so on, up to:
    pub field_257: bool,
}
",
        r"
#[telegram_type(unlisted)]
pub struct Everything {
    pub field_1: bool,
    // … and so on, up to:
    pub field_256: bool,
}
",
    )
    .says("a definition has at most 256 fields"),
];

pub(super) const NAME: &[Entry] = &[
    Entry::new(
        "B01",
        "the method name is missing",
        "The attribute's first argument is the method's name as the Bot API writes it.",
        r"
#[telegram_method]
pub struct GetMe;
",
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B02",
        "the method name is empty",
        "The attribute's first argument is the method's name as the Bot API writes it.",
        r#"
#[telegram_method("")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B03",
        "no such method",
        "The Bot API has no method of this name. One that Telegram published after this release is
marked `unlisted`, and then says what it returns.",
        r#"
#[telegram_method("getUserProfilePhoto")]
pub struct GetUserProfilePhotos {
    pub user_id: i64,
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
        "B04",
        "method names are camelCase",
        "Telegram ignores case in method names; telegrammar does not, so that one method has one name.",
        r#"
#[telegram_method("get_me")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B05",
        "a name, not a path",
        "The server's address belongs to the `Bot`, which puts the URL together.",
        r#"
#[telegram_method("/getMe")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B06",
        "a character that no method name has",
        "Method names consist of letters and digits.",
        r#"
#[telegram_method("get me")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B07",
        "the method name must be a string literal",
        "The name is looked up while the definition is compiled, so it cannot be computed.",
        r"
#[telegram_method(getMe)]
pub struct GetMe;
",
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B08",
        "two names",
        "A struct describes one method.",
        r#"
#[telegram_method("getMe", "logOut")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B09",
        "the name comes first",
        "The name comes before all keys, where a reader looks for it.",
        r#"
#[telegram_method(returns = User, "getMe")]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe", returns = User)]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B10",
        "a misspelt struct name",
        "The struct's name differs from the method's by a letter or two. A different name is fine.",
        r#"
#[telegram_method("logOut")]
pub struct LogOtu;
"#,
        r#"
#[telegram_method("logOut")]
pub struct LogOut;
"#,
    ),
    Entry::new(
        "B11",
        "`unlisted` on a listed method",
        "This release knows the method and checks it all the same, so `unlisted` has no effect.",
        r#"
#[telegram_method("getMe", unlisted)]
pub struct GetMe;
"#,
        r#"
#[telegram_method("getMe")]
pub struct GetMe;
"#,
    ),
    Entry::new(
        "B12",
        "`repeatable` on a listed method",
        "This release knows whether a call of the method may be made again after its response was lost.
It is an error to say so of a method that a second call would harm, and a warning if it is known.",
        r#"
#[telegram_method("pinChatMessage", repeatable)]
pub struct PinChatMessage {
    pub chat_id: ChatId,
    pub message_id: i64,
}
"#,
        r#"
#[telegram_method("pinChatMessage")]
pub struct PinChatMessage {
    pub chat_id: ChatId,
    pub message_id: i64,
}
"#,
    ),
];
