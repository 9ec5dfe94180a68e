//! What the variants of unions hold.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use telegrammar::types::{
    BotCommandScope, BotCommandScopeDefault, ChatId, ForceReply, InputTextMessageContent,
    MenuButton, ReplyMarkup, User,
};
use telegrammar::{Unknown, telegram_type};

use super::{Circle, Color, Custom, Square, check};

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
