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
        "`tag` without the name of a field",
        "`tag` is the field whose value names the variant. Without it, the variants are distinguished
by their fields.",
        r"
#[telegram_type(unlisted, tag = kind)]
pub enum Shape {
    Circle(Circle),
    Square(Square),
}
",
        r#"
#[telegram_type(unlisted, tag = "kind")]
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
    Entry::new(
        "T12",
        "a key that has no effect on a variant",
        "A variant takes `rename`, its word or tag, and `unlisted`, if it is newer than this release.",
        r#"
#[telegram_type("sendPoll.type")]
pub enum PollKind {
    Regular,
    #[telegram(default = "quiz")]
    Quiz,
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
        "T13",
        "`tag` where it has no effect",
        "`tag` is for a union of your own. The Bot API says how the variants of its unions are
distinguished; objects and words have none.",
        r#"
#[telegram_type(tag = "type")]
pub enum MenuButton {
    Commands(MenuButtonCommands),
    WebApp(MenuButtonWebApp),
    Default(MenuButtonDefault),
    Unknown(Unknown),
}
"#,
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
        "T14",
        "two variants of the same name on the wire",
        "Each word, tag and object of the Bot API has one variant.",
        r#"
#[telegram_type("sendPoll.type")]
pub enum PollKind {
    Regular,
    Quiz,
    #[telegram(rename = "quiz")]
    Test,
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
        "T15",
        "content that a variant cannot have",
        "A union with `tag` adds the tag to the object that a variant holds. It cannot do so if the object
has another field of that name, or is a map or a union with a tag.",
        r#"
#[telegram_type(unlisted)]
pub struct Circle { kind: String }

#[telegram_type(unlisted, tag = "kind")]
pub enum Shape {
    Circle(Circle),
    Square(Square),
}
"#,
        r#"
#[telegram_type(unlisted)]
pub struct Circle { radius: f64 }

#[telegram_type(unlisted, tag = "kind")]
pub enum Shape {
    Circle(Circle),
    Square(Square),
}
"#,
    )
    .says("`Circle` has a field `kind`, which is the tag of the union"),
    Entry::new(
        "T16",
        "variants that cannot be distinguished",
        "The variants of a union without `tag` are distinguished by what they are in JSON: a text, a number,
a Boolean, a list, or objects of which each has a required field that the other does not have.",
        r"
#[telegram_type(unlisted)]
pub struct Circle { radius: f64, color: Option<String> }

#[telegram_type(unlisted)]
pub struct Round { radius: f64 }

#[telegram_type(unlisted)]
pub enum Shape {
    Circle(Circle),
    Round(Round),
}
",
        r#"
#[telegram_type(unlisted)]
pub struct Circle { radius: f64, color: Option<String> }

#[telegram_type(unlisted)]
pub struct Round { radius: f64 }

#[telegram_type(unlisted, tag = "type")]
pub enum Shape {
    Circle(Circle),
    Round(Round),
}
"#,
    )
    .says("`Circle` and `Round` cannot be distinguished by their fields"),
];
