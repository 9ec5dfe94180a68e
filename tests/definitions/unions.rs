//! Unions and words of the user's own, and additions to those of the Bot API: each value is written
//! and read again, with and without the encoder's own serializer.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use telegrammar::types::{
    BotCommandScope, BotCommandScopeDefault, ChatId, ForceReply, InlineQueryResultCachedGif,
    InlineQueryResultGif, InputTextMessageContent, Location, MenuButton, ReactionType,
    ReactionTypeEmoji, ReactionTypePaid, ReplyMarkup, User, Venue,
};
use telegrammar::{Unknown, telegram_type};

/// Checks that the value is written as this JSON, and is read from it, in any order of its members.
#[track_caller]
fn check<T: Serialize + DeserializeOwned + telegrammar::__private::Decode + PartialEq + Debug>(
    item: &T,
    json: &str,
) {
    assert_eq!(serde_json::to_string(item).expect("JSON"), json);
    assert_eq!(&serde_json::from_str::<T>(json).expect(json), item);
    assert_eq!(
        &telegrammar::from_json::<T>(json.as_bytes()).expect(json),
        item
    );
    let tree: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(serde_json::to_value(item).expect("JSON"), tree);
    assert_eq!(&serde_json::from_value::<T>(tree).expect(json), item);
    let turned = turned(json);
    assert_eq!(
        &telegrammar::from_json::<T>(turned.as_bytes()).expect(&turned),
        item
    );
}

/// Returns an object with its members in reverse order.
fn turned(json: &str) -> String {
    let Ok(members) = serde_json::from_str::<BTreeMap<String, serde_json::Value>>(json) else {
        return json.to_owned();
    };
    let mut members: Vec<_> = members
        .iter()
        .map(|(name, json)| format!("{name:?}:{json}"))
        .collect();
    members.reverse();
    format!("{{{}}}", members.join(","))
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Circle {
    radius: f64,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Square {
    side: f64,
    color: Option<Color>,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Nothing {}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Color {
    Red,
    #[telegram(rename = "d\"a\\r\nk")]
    Dark,
    Unknown(String),
}

#[test]
fn words_are_escaped() {
    check(&Color::Dark, r#""d\"a\\r\nk""#);
    check(&Color::Red, r#""red""#);
    check(&Color::Unknown("a\"b".to_owned()), r#""a\"b""#);
}

/// Contents of all forms.
#[telegram_type(unlisted, tag = "kind")]
#[derive(Clone, Debug, PartialEq)]
enum Tagged {
    Circle(Circle),
    Square(Box<Square>),
    #[telegram(rename = "q\"uo\\te\n")]
    Other(Circle),
    Nothing(Nothing),
    /// Has a tag of its own.
    Emoji(ReactionTypeEmoji),
    Paid(ReactionTypePaid),
    Place(Location),
    /// A union.
    Reaction(ReactionType),
    Custom(Custom),
    Text(String),
    List(Vec<Tagged>),
    Number(i64),
    Boolean(bool),
    Unknown(Unknown),
}

/// A type that only serde knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Custom {
    x: i64,
}
telegrammar::field!(Custom);

#[test]
fn a_tagged_union_holds_everything() {
    let circle = Circle { radius: 1.5 };
    check(
        &Tagged::Circle(circle.clone()),
        r#"{"kind":"circle","radius":1.5}"#,
    );
    check(
        &Tagged::Other(circle),
        r#"{"kind":"q\"uo\\te\n","radius":1.5}"#,
    );
    let square = Square {
        side: 2.5,
        color: Some(Color::Red),
    };
    check(
        &Tagged::from(square),
        r#"{"kind":"square","side":2.5,"color":"red"}"#,
    );
    check(&Tagged::Nothing(Nothing {}), r#"{"kind":"nothing"}"#);
    check(
        &Tagged::from(ReactionTypeEmoji::new("a")),
        r#"{"kind":"emoji","type":"emoji","emoji":"a"}"#,
    );
    check(
        &Tagged::Paid(ReactionTypePaid::new()),
        r#"{"kind":"paid","type":"paid"}"#,
    );
    check(
        &Tagged::Place(Location::new(1.5, 2.5)),
        r#"{"kind":"place","latitude":1.5,"longitude":2.5}"#,
    );
    check(
        &Tagged::Reaction(ReactionTypeEmoji::new("a").into()),
        r#"{"kind":"reaction","type":"emoji","emoji":"a"}"#,
    );
    check(
        &Tagged::Custom(Custom { x: 5 }),
        r#"{"kind":"custom","x":5}"#,
    );
    check(&Tagged::Text("a\"".to_owned()), r#""a\"""#);
    check(
        &Tagged::List(vec![Tagged::Number(1), Tagged::Boolean(false)]),
        "[1,false]",
    );
    check(&Tagged::Number(-5), "-5");
    check(&Tagged::Boolean(true), "true");
    let unknown_json = r#"{"kind":"later","x":[1e400]}"#;
    let unknown_value: Tagged = telegrammar::from_json(unknown_json.as_bytes()).expect("a value");
    assert!(matches!(&unknown_value, Tagged::Unknown(kept) if kept.tag() == "later"));
    assert_eq!(
        serde_json::to_string(&unknown_value).expect("JSON"),
        unknown_json
    );
}

type Alias = Circle;

/// Two variants of one type, one behind an alias.
#[telegram_type(unlisted, tag = "type")]
#[derive(Clone, Debug, PartialEq)]
enum Repeated {
    First(Circle),
    Second(Alias),
    Third(Square),
    Fourth(Box<Square>),
    Fifth(Nothing),
}

#[test]
fn two_variants_hold_the_same_type() {
    let circle = Circle { radius: 1.5 };
    check(
        &Repeated::First(circle.clone()),
        r#"{"type":"first","radius":1.5}"#,
    );
    check(
        &Repeated::Second(circle),
        r#"{"type":"second","radius":1.5}"#,
    );
    let square = Square {
        side: 1.5,
        color: None,
    };
    check(
        &Repeated::Third(square.clone()),
        r#"{"type":"third","side":1.5}"#,
    );
    check(
        &Repeated::Fourth(Box::new(square)),
        r#"{"type":"fourth","side":1.5}"#,
    );
    check(&Repeated::from(Nothing {}), r#"{"type":"fifth"}"#);
}

/// The tags are those of the contents, two of which are equal.
#[telegram_type(unlisted, tag = "type")]
#[derive(Clone, Debug, PartialEq)]
enum Result {
    Gif(InlineQueryResultGif),
    Cached(InlineQueryResultCachedGif),
    Heart(ReactionTypeEmoji),
}

#[test]
fn contents_with_the_same_tag_are_told_apart_by_their_fields() {
    check(
        &Result::Gif(InlineQueryResultGif::new("a", "b", "c")),
        r#"{"type":"gif","id":"a","gif_url":"b","thumbnail_url":"c"}"#,
    );
    check(
        &Result::Cached(InlineQueryResultCachedGif::new("a", "b")),
        r#"{"type":"gif","id":"a","gif_file_id":"b"}"#,
    );
    check(
        &Result::Heart(ReactionTypeEmoji::new("a")),
        r#"{"type":"emoji","emoji":"a"}"#,
    );
}

/// Told apart by fields, constants and the kind of JSON.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Untagged {
    Circle(Circle),
    Square(Square),
    Emoji(ReactionTypeEmoji),
    Paid(ReactionTypePaid),
    Place(Location),
    Venue(Venue),
    Text(Name),
    Number(f32),
    Boolean(bool),
    List(Vec<Untagged>),
    Nothing(Nothing),
}

type Name = String;

#[test]
fn an_untagged_union_is_told_apart_by_its_content() {
    check(
        &Untagged::Circle(Circle { radius: 1.5 }),
        r#"{"radius":1.5}"#,
    );
    let square = Square {
        side: 1.5,
        color: None,
    };
    check(&Untagged::Square(square), r#"{"side":1.5}"#);
    check(
        &Untagged::Emoji(ReactionTypeEmoji::new("a")),
        r#"{"type":"emoji","emoji":"a"}"#,
    );
    check(
        &Untagged::from(ReactionTypePaid::new()),
        r#"{"type":"paid"}"#,
    );
    let place = Location::new(1.5, 2.5);
    check(
        &Untagged::Place(place.clone()),
        r#"{"latitude":1.5,"longitude":2.5}"#,
    );
    let json = r#"{"location":{"latitude":1.5,"longitude":2.5},"title":"a","address":"b"}"#;
    let venue: Venue = serde_json::from_str(json).expect("a venue");
    check(&Untagged::Venue(venue), json);
    check(&Untagged::Text("a".to_owned()), r#""a""#);
    check(&Untagged::Number(1.5), "1.5");
    check(&Untagged::Boolean(false), "false");
    check(&Untagged::List(vec![Untagged::Nothing(Nothing {})]), "[{}]");
    check(&Untagged::Nothing(Nothing {}), "{}");
}

/// The members of one are among the optional ones of the other.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Wide {
    radius: f64,
    side: Option<f64>,
    depth: f64,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Nested {
    Small(Circle),
    Wide(Wide),
    Square(Square),
    Unknown(Unknown),
}

#[test]
fn the_variant_that_needs_more_is_selected() {
    check(&Nested::Small(Circle { radius: 1.5 }), r#"{"radius":1.5}"#);
    let mut wide = Wide {
        radius: 1.5,
        side: None,
        depth: 2.5,
    };
    check(&Nested::Wide(wide.clone()), r#"{"radius":1.5,"depth":2.5}"#);
    wide.side = Some(3.5);
    check(
        &Nested::Wide(wide),
        r#"{"radius":1.5,"side":3.5,"depth":2.5}"#,
    );
    let square = Square {
        side: 1.5,
        color: None,
    };
    check(&Nested::Square(square), r#"{"side":1.5}"#);
    let json = r#"{"new":1}"#;
    let stored: Nested = telegrammar::from_json(json.as_bytes()).expect("a value");
    assert!(matches!(&stored, Nested::Unknown(kept) if kept.json() == json));
    assert_eq!(serde_json::to_string(&stored).expect("JSON"), json);
}

/// The only variant for objects may be a union or a map.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Answer {
    Text(String),
    Button(MenuButton),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Options {
    Flag(bool),
    Color(Color),
    All(BTreeMap<String, i64>),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Addressee {
    Chat(ChatId),
    User(Box<User>),
}

/// JSON of any form, as it is.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Raw {
    Unknown(Unknown),
}

#[test]
fn a_union_of_unknown_objects_keeps_them() {
    for json in [r#"{"a":[1,{}]}"#, "{}"] {
        let raw: Raw = telegrammar::from_json(json.as_bytes()).expect(json);
        assert_eq!(serde_json::to_string(&raw).expect("JSON"), json);
    }
}

/// A union whose values nest, and that has no variant for unknown ones.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Expression {
    Not(Box<Not>),
    Both(Both),
    Number(i64),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Not {
    of: Expression,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Both {
    left: Box<Expression>,
    right: Box<Expression>,
}

#[test]
fn values_of_a_union_nest() {
    let one = || Box::new(Expression::Number(1));
    check(&Expression::Number(1), "1");
    let both = Expression::Both(Both {
        left: one(),
        right: one(),
    });
    check(&both, r#"{"left":1,"right":1}"#);
    check(
        &Expression::from(Not { of: both }),
        r#"{"of":{"left":1,"right":1}}"#,
    );
}

/// Types that only serde knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct UserId(i64);
telegrammar::field!(UserId: Long, Integer = |id| id.0);

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Foreign {
    User(UserId),
    Custom(Custom),
    Text(String),
}

/// Pointers to other contents.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Shared {
    Circle(Arc<Circle>),
    Text(Arc<str>),
    List(Box<[i64]>),
    Square(Box<Square>),
}

#[test]
fn pointers_are_contents() {
    let circle = Circle { radius: 1.5 };
    check(&Shared::Circle(Arc::new(circle)), r#"{"radius":1.5}"#);
    check(&Shared::Text("a".into()), r#""a""#);
    check(&Shared::List([1, 2].into()), "[1,2]");
    let square = Square {
        side: 1.5,
        color: None,
    };
    check(&Shared::from(square), r#"{"side":1.5}"#);
}

#[test]
fn types_that_only_serde_knows_are_contents() {
    check(&Foreign::User(UserId(5)), "5");
    check(&Foreign::Custom(Custom { x: 5 }), r#"{"x":5}"#);
    check(&Foreign::Text("a".to_owned()), r#""a""#);
}

/// What is only sent has no unknown members, but the tag is none.
#[telegram_type(unlisted, tag = "@type")]
#[derive(Clone, Debug, PartialEq)]
enum Sent {
    Markup(ReplyMarkup),
    Scope(BotCommandScope),
    Text(InputTextMessageContent),
    Media(Arc<InputTextMessageContent>),
}

#[test]
fn what_is_only_sent_gets_a_tag() {
    check(
        &Sent::Markup(ForceReply::new().into()),
        r#"{"@type":"markup","force_reply":true}"#,
    );
    check(
        &Sent::Scope(BotCommandScopeDefault::new().into()),
        r#"{"@type":"scope","type":"default"}"#,
    );
    let text = InputTextMessageContent::new("a");
    check(
        &Sent::Text(text.clone()),
        r#"{"@type":"text","message_text":"a"}"#,
    );
    check(
        &Sent::Media(Arc::new(text)),
        r#"{"@type":"media","message_text":"a"}"#,
    );
    let unknown = r#"{"@type":"text","message_text":"a","other":1}"#;
    telegrammar::from_json::<Sent>(unknown.as_bytes()).expect_err("an unknown member");
}

#[test]
fn unions_and_maps_are_contents() {
    check(&Answer::Text("a".to_owned()), r#""a""#);
    let button = telegrammar::types::MenuButtonCommands::new();
    check(&Answer::Button(button.into()), r#"{"type":"commands"}"#);
    check(&Options::Flag(true), "true");
    check(&Options::Color(Color::Dark), r#""d\"a\\r\nk""#);
    check(
        &Options::All(BTreeMap::from([("a".to_owned(), 1)])),
        r#"{"a":1}"#,
    );
    check(&Addressee::Chat(ChatId::from(5)), "5");
    check(&Addressee::Chat(ChatId::from("@a")), r#""@a""#);
    let json = r#"{"id":1,"is_bot":false,"first_name":"a"}"#;
    let user: User = serde_json::from_str(json).expect("a user");
    check(&Addressee::User(Box::new(user)), json);
}

/// A variant and a word that a later version of the Bot API adds.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct MenuButtonGhost {
    text: String,
}

#[telegram_type("MenuButton")]
#[derive(Clone, Debug, PartialEq)]
enum NewMenuButton {
    Commands(telegrammar::types::MenuButtonCommands),
    #[telegram(unlisted)]
    Ghost(MenuButtonGhost),
    #[telegram(unlisted, rename = "spirit")]
    Second(MenuButtonGhost),
    WebApp(telegrammar::types::MenuButtonWebApp),
    Default(telegrammar::types::MenuButtonDefault),
    #[telegram(unlisted)]
    Label(String),
    Unknown(Unknown),
}

#[telegram_type("InputMessageContent")]
#[derive(Clone, Debug, PartialEq)]
enum NewContent {
    Text(InputTextMessageContent),
    #[telegram(unlisted)]
    Ghost(MenuButtonGhost),
    Location(telegrammar::types::InputLocationMessageContent),
    Venue(telegrammar::types::InputVenueMessageContent),
    Contact(telegrammar::types::InputContactMessageContent),
    Invoice(telegrammar::types::InputInvoiceMessageContent),
    Rich(telegrammar::types::InputRichMessageContent),
}

#[telegram_type("Chat.type")]
#[derive(Clone, Debug, PartialEq)]
enum NewChatType {
    Private,
    Group,
    #[telegram(unlisted)]
    Ultra,
    Supergroup,
    Channel,
    #[telegram(unlisted, rename = "megagroup")]
    Mega,
    Unknown(String),
}

/// A listed union of objects of the user's own, which have no tags.
#[telegram_type("MenuButton")]
#[derive(Clone, Debug, PartialEq)]
enum OwnMenuButton {
    Commands(Nothing),
    WebApp(Box<MenuButtonGhost>),
    Default(telegrammar::types::MenuButtonDefault),
    Unknown(Unknown),
}

#[telegram_type("InlineQueryResult")]
#[derive(Clone, Debug, PartialEq)]
#[rustfmt::skip]
enum OwnResult {
    Gif(OwnGif),
    CachedGif(OwnCachedGif),
    Article(telegrammar::types::InlineQueryResultArticle),
    Audio(telegrammar::types::InlineQueryResultAudio),
    CachedAudio(telegrammar::types::InlineQueryResultCachedAudio),
    CachedDocument(telegrammar::types::InlineQueryResultCachedDocument),
    CachedMpeg4Gif(telegrammar::types::InlineQueryResultCachedMpeg4Gif),
    CachedPhoto(telegrammar::types::InlineQueryResultCachedPhoto),
    CachedSticker(telegrammar::types::InlineQueryResultCachedSticker),
    CachedVideo(telegrammar::types::InlineQueryResultCachedVideo),
    CachedVoice(telegrammar::types::InlineQueryResultCachedVoice),
    Contact(telegrammar::types::InlineQueryResultContact),
    Game(telegrammar::types::InlineQueryResultGame),
    Document(telegrammar::types::InlineQueryResultDocument),
    Location(telegrammar::types::InlineQueryResultLocation),
    Mpeg4Gif(telegrammar::types::InlineQueryResultMpeg4Gif),
    Photo(telegrammar::types::InlineQueryResultPhoto),
    Venue(telegrammar::types::InlineQueryResultVenue),
    Video(telegrammar::types::InlineQueryResultVideo),
    Voice(telegrammar::types::InlineQueryResultVoice),
    #[telegram(unlisted, rename = "gif")]
    GhostGif(MenuButtonGhost),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct OwnGif {
    id: String,
    gif_url: String,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct OwnCachedGif {
    id: String,
    gif_file_id: String,
}

#[test]
fn objects_of_the_users_own_get_the_tags_of_listed_unions() {
    check(
        &OwnMenuButton::Commands(Nothing {}),
        r#"{"type":"commands"}"#,
    );
    let app = MenuButtonGhost::new("a");
    check(
        &OwnMenuButton::from(app),
        r#"{"type":"web_app","text":"a"}"#,
    );
    check(
        &OwnResult::Gif(OwnGif::new("a", "b")),
        r#"{"type":"gif","id":"a","gif_url":"b"}"#,
    );
    check(
        &OwnResult::CachedGif(OwnCachedGif::new("a", "b")),
        r#"{"type":"gif","id":"a","gif_file_id":"b"}"#,
    );
    check(
        &OwnResult::GhostGif(MenuButtonGhost::new("a")),
        r#"{"type":"gif","text":"a"}"#,
    );
}

#[test]
fn a_new_variant_and_a_new_word_are_adopted() {
    let ghost = || MenuButtonGhost::new("a");
    check(
        &NewMenuButton::Ghost(ghost()),
        r#"{"type":"ghost","text":"a"}"#,
    );
    check(
        &NewMenuButton::Second(ghost()),
        r#"{"type":"spirit","text":"a"}"#,
    );
    check(&NewMenuButton::Label("a".to_owned()), r#""a""#);
    let commands = telegrammar::types::MenuButtonCommands::new();
    check(&NewMenuButton::from(commands), r#"{"type":"commands"}"#);
    check(&NewContent::from(ghost()), r#"{"text":"a"}"#);
    check(
        &NewContent::from(InputTextMessageContent::new("a")),
        r#"{"message_text":"a"}"#,
    );
    check(&NewChatType::Ultra, r#""ultra""#);
    check(&NewChatType::Mega, r#""megagroup""#);
    check(&NewChatType::Group, r#""group""#);
}

/// Names that generated code could use as well.
#[allow(non_upper_case_globals)]
mod names {
    use telegrammar::{Unknown, telegram_type};

    const index: usize = 9;
    const value: usize = 9;
    const unknown: usize = 9;
    const word: usize = 9;
    const f: usize = 9;

    #[telegram_type(unlisted)]
    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Choice {
        Color(super::Color),
        Number(i64),
        Circle(super::Circle),
        Unknown(Unknown),
    }

    #[telegram_type(unlisted)]
    #[derive(Clone, Debug, PartialEq)]
    pub(super) enum Animal {
        Cat,
        Unknown(String),
    }

    #[test]
    fn constants_have_their_own_names() {
        assert_eq!(index + value + unknown + word + f, 45);
    }
}

#[test]
fn lower_case_constants_do_not_collide_with_generated_names() {
    check(&names::Choice::Color(Color::Red), r#""red""#);
    check(&names::Animal::Cat, r#""cat""#);
}

#[test]
fn a_reply_markup_is_declared_like_any_other_union() {
    let names = |markup: &telegrammar::schema::UnionInfo| {
        let variants = markup.variants.iter();
        variants.map(|variant| variant.name).collect::<Vec<_>>()
    };
    assert_eq!(
        names(ReplyMarkup::INFO),
        [
            "InlineKeyboardMarkup",
            "ReplyKeyboardMarkup",
            "ReplyKeyboardRemove",
            "ForceReply"
        ]
    );
}
