//! S and T: unexpected tokens, and `#[telegram_type]`.

use super::Entry;

pub(super) const SYNTAX: &[Entry] = &[Entry::new(
    "S01",
    "an unexpected token",
    "An attribute holds keys, separated by commas.",
    r#"
#[telegram_method("getMe"; returns = User)]
pub struct GetMe;
"#,
    r#"
#[telegram_method("getMe", returns = User)]
pub struct GetMe;
"#,
)];

pub(super) const TYPES: &[Entry] = &[
    Entry::new(
        "T01",
        "no such type",
        "The Bot API has no type of this name. One of your own, or one that Telegram published after this
release, is marked `unlisted`.",
        r"
#[telegram_type]
pub struct Locatoin {
    pub latitude: f64,
    pub longitude: f64,
}
",
        r"
#[telegram_type]
pub struct Location {
    pub latitude: f64,
    pub longitude: f64,
}
",
    ),
    Entry::new(
        "T02",
        "`unlisted` on a listed type",
        "This release knows the type. `unlisted` switches off all checks against the Bot API, so remove it.",
        r"
#[telegram_type(unlisted)]
pub struct Location {
    pub latitude: f64,
    pub longitude: f64,
}
",
        r"
#[telegram_type]
pub struct Location {
    pub latitude: f64,
    pub longitude: f64,
}
",
    ),
    Entry::new(
        "T03",
        "a struct for a union, or an enum for an object",
        "An object of the Bot API is a struct; where it takes one of several objects, it is an enum.",
        r"
#[telegram_type]
pub struct MenuButton {}
",
        r"
#[telegram_type]
pub enum MenuButton {
    Commands(MenuButtonCommands),
    WebApp(MenuButtonWebApp),
    Default(MenuButtonDefault),
    Unknown(Unknown),
}
",
    ),
    Entry::new(
        "T04",
        "a type with parameters",
        "Types are encoded and decoded, and own what they hold.",
        r"
#[telegram_type]
pub struct Location<T> {
    pub latitude: T,
    pub longitude: T,
}
",
        r"
#[telegram_type]
pub struct Location {
    pub latitude: f64,
    pub longitude: f64,
}
",
    ),
    Entry::new(
        "T05",
        "a field that never varies",
        "A field with only one possible value is constant. It is added automatically when the object is
encoded, and checked when it is decoded.",
        r"
#[telegram_type]
pub struct MenuButtonDefault {
    pub r#type: String,
}
",
        r"
#[telegram_type]
pub struct MenuButtonDefault {}
",
    ),
    Entry::new(
        "T06",
        "a variant is missing",
        "An enum has a variant for everything that the Bot API may send or take.",
        r#"
#[telegram_type("Chat.type")]
pub enum ChatType {
    Private,
    Group,
    Supergroup,
    Unknown(String),
}
"#,
        r#"
#[telegram_type("Chat.type")]
pub enum ChatType {
    Private,
    Group,
    Supergroup,
    Channel,
    Unknown(String),
}
"#,
    ),
    Entry::new(
        "T07",
        "no such variant",
        "The Bot API has no such word, or the union no such object.",
        r#"
#[telegram_type("sendPoll.type")]
pub enum PollKind {
    Regular,
    Quiz,
    Riddle,
}
"#,
        r#"
#[telegram_type("sendPoll.type")]
pub enum PollKind {
    Regular,
    Quiz,
}
"#,
    ),
    Entry::new(
        "T08",
        "no variant for what comes later",
        "Telegram adds words and objects. `Unknown` stores those that this release does not know, so that
nothing breaks.",
        r#"
#[telegram_type("Chat.type")]
pub enum ChatType {
    Private,
    Group,
    Supergroup,
    Channel,
}
"#,
        r#"
#[telegram_type("Chat.type")]
pub enum ChatType {
    Private,
    Group,
    Supergroup,
    Channel,
    Unknown(String),
}
"#,
    ),
    Entry::new(
        "T09",
        "a variant of another form",
        "A variant is one word without content, or holds one object.",
        r#"
#[telegram_type(unlisted, tag = "type")]
pub enum Shape {
    Circle(Circle),
    Square { side: f64 },
}
"#,
        r#"
#[telegram_type(unlisted, tag = "type")]
pub enum Shape {
    Circle(Circle),
    Square(Square),
}
"#,
    ),
    Entry::new(
        "T10",
        "an unlisted union without a tag",
        "`tag` is the field whose value names the variant.",
        r"
#[telegram_type(unlisted)]
pub enum Shape {
    Circle(Circle),
    Square(Square),
}
",
        r#"
#[telegram_type(unlisted, tag = "type")]
pub enum Shape {
    Circle(Circle),
    Square(Square),
}
"#,
    ),
    Entry::new(
        "T11",
        "a field that cannot be decoded",
        "A field of a type is a number, a text, a Boolean, a list of those, a type of telegrammar, or one of
your own that `telegrammar::field!` names.",
        r"
pub struct Paint { red: u8 }

#[telegram_type(unlisted)]
pub struct Wall {
    pub paint: Paint,
}
",
        r"
#[telegram_type(unlisted)]
pub struct Paint { red: u8 }

#[telegram_type(unlisted)]
pub struct Wall {
    pub paint: Paint,
}
",
    )
    .says("`Paint` cannot be a field of a Bot API type"),
];
