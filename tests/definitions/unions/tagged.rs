//! Unions with a tag of their own.

use telegrammar::types::{
    InlineQueryResultCachedGif, InlineQueryResultGif, Location, ReactionType, ReactionTypeEmoji,
    ReactionTypePaid,
};
use telegrammar::{Unknown, telegram_type};

use super::{Circle, Color, Custom, Nothing, Square, check};

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
