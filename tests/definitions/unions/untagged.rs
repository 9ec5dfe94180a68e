//! Unions without a tag, which are distinguished by their content.

use telegrammar::types::{Location, ReactionTypeEmoji, ReactionTypePaid, Venue};
use telegrammar::{Unknown, telegram_type};

use super::{Circle, Nothing, Square, check};

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
