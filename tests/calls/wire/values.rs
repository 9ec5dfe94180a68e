//! Values other than numbers and strings.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Serialize;
use telegrammar::telegram_method;
use telegrammar::value::{Param, Value};

use super::loopback::body;

#[derive(Serialize)]
struct Point {
    x: i32,
    #[serde(rename = "type")]
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'static str>,
}
telegrammar::param!(Point);

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    FarAway,
}

/// A custom type for an absent value, which serde writes as `null`.
#[derive(Serialize)]
#[serde(transparent)]
struct Maybe(Option<u8>);
telegrammar::param!(Maybe);

/// A custom type for an absent value, through the trait.
enum Switch {
    On,
    Untouched,
}

impl Param for Switch {
    fn value(&self) -> Value<'_> {
        match self {
            Self::On => Value::Bool(true),
            Self::Untouched => Value::Absent,
        }
    }
}

struct UserId(i64);
telegrammar::param!(UserId: Long, Integer = |id| id.0);

#[telegram_method("draw", unlisted, returns = bool)]
struct Draw<'a> {
    points: Vec<Point>,
    rows: Option<Vec<Vec<i64>>>,
    names: Option<&'a [&'a str]>,
    title: Option<Cow<'a, str>>,
    shared: Option<Arc<Point>>,
    corners: Option<[u16; 4]>,
}

#[telegram_method("choose", unlisted, returns = bool)]
struct Choose {
    before: i64,
    maybe: Maybe,
    switch: Switch,
    after: Option<bool>,
}

#[telegram_method("removeUserVerification")]
struct Photos {
    user_id: UserId,
}

fn point(x: i32) -> Point {
    Point {
        x,
        kind: Kind::FarAway,
        label: None,
    }
}

#[tokio::test]
async fn objects_and_lists_are_written_as_by_serde() {
    let names = ["ä\"", "\u{1f600}\n"];
    let sent = body(|bot| {
        Draw::new(vec![point(1), point(-2)])
            .rows(vec![vec![1, 2], vec![]])
            .names(&names[..])
            .title("a\\b")
            .shared(point(3))
            .corners([0, 1, 2, 255])
            .send(bot)
    })
    .await;
    let expected = concat!(
        r#"{"points":[{"x":1,"type":"far_away"},{"x":-2,"type":"far_away"}],"#,
        r#""rows":[[1,2],[]],"names":["ä\"","😀\n"],"title":"a\\b","#,
        r#""shared":{"x":3,"type":"far_away"},"corners":[0,1,2,255]}"#
    );
    assert_eq!(sent, expected);
}

#[tokio::test]
async fn an_empty_list_is_sent() {
    let sent = body(|bot| Draw::new(vec![]).names(&[][..]).send(bot)).await;
    assert_eq!(sent, r#"{"points":[],"names":[]}"#);
}

#[tokio::test]
async fn an_absent_value_is_omitted_in_any_position() {
    let sent = body(|bot| {
        Choose::new(1, Maybe(None), Switch::Untouched)
            .after(false)
            .send(bot)
    })
    .await;
    assert_eq!(sent, r#"{"before":1,"after":false}"#);
    let sent = body(|bot| Choose::new(1, Maybe(Some(3)), Switch::On).send(bot)).await;
    assert_eq!(sent, r#"{"before":1,"maybe":3,"switch":true}"#);
}

#[tokio::test]
async fn a_newtype_over_an_id_is_the_id() {
    let sent = body(|bot| Photos::new(UserId(1 << 40)).send(bot)).await;
    assert_eq!(sent, r#"{"user_id":1099511627776}"#);
}
