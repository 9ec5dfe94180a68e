//! Variants that cannot be written and read again, and aliases of what a variant cannot hold.

use std::collections::BTreeMap;

use telegrammar::types::{MenuButton, ReactionTypeEmoji, ReplyMarkup, RichText};
use telegrammar::{Unknown, telegram_type};

type Name = String;
type Count = u64;
type Stored = Unknown;
type Few = i64;

#[telegram_type(unlisted)]
pub struct Circle {
    pub radius: f64,
}

#[telegram_type(unlisted)]
pub struct Round {
    pub radius: f64,
    pub color: Option<String>,
}

#[telegram_type(unlisted)]
pub struct Kind {
    pub kind: String,
}

pub struct Plain;

/// Contents that cannot carry the tag.
#[telegram_type(unlisted, tag = "kind")]
pub enum Tagged {
    Circle(Circle),
    Kind(Kind), //~ E0080
    Map(BTreeMap<String, i64>), //~ E0080
    Maybe(Option<Circle>), //~ E0080
    Markup(ReplyMarkup),
    Rich(RichText), //~ E0080
    Name(Name),
    Other(String), //~ E0080
    First(Few),
    Second(Count), //~ E0080
}

/// Contents with a tag of their own.
#[telegram_type(unlisted, tag = "type")]
pub enum Typed {
    #[telegram(rename = "heart")]
    Emoji(ReactionTypeEmoji), //~ E0080
    Menu(MenuButton), //~ E0080
    Nested(Inner), //~ E0080
}

#[telegram_type(unlisted, tag = "kind")]
pub enum Inner {
    Circle(Circle),
}

/// Contents that cannot be distinguished.
#[telegram_type(unlisted)]
pub enum Untagged {
    Circle(Circle),
    Round(Round), //~ E0080
    Lists(Vec<i64>),
    More(Vec<String>), //~ E0080
    Any(serde_json::Value), //~ E0080
}

/// A new variant must differ from those of the Bot API.
#[telegram_type("MenuButton")]
pub enum Menu {
    Commands(telegrammar::types::MenuButtonCommands),
    WebApp(telegrammar::types::MenuButtonWebApp),
    Default(telegrammar::types::MenuButtonDefault),
    #[telegram(unlisted)]
    Ghost(Typed), //~ E0080
    Unknown(Stored),
}

/// Another object than that of the Bot API, also behind an alias.
#[telegram_type("MenuButton")]
pub enum Swapped {
    Commands(telegrammar::types::MenuButtonWebApp), //~ E0277
    WebApp(Place), //~ E0277
    Default(Few), //~ E0277
    Unknown(Unknown),
}

type Place = Box<telegrammar::types::Location>;

/// Types that are no content at all.
#[telegram_type(unlisted, tag = "type")]
pub enum Wrong {
    Plain(Plain), //~ E0277
    Circle(Circle),
    Unknown(Circle), //~ E0277
}

#[telegram_type(unlisted)]
pub enum Words {
    Red,
    Unknown(Few), //~ E0277
}

fn main() {
    let _ = Wrong::from(Circle::new(1.0));
    let _ = Words::Red.as_str();
}
