//! Types of the user's own within types of the Bot API, and those within the user's own.

use serde::{Deserialize, Serialize};
use telegrammar::{from_json, telegram_type};
use telegrammar_graph::{in_small_stack, round_trip};

/// Reads itself.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
struct Own {
    score: f64,
    inner: Option<Box<Ours>>,
}
telegrammar::field!(Own);

/// Declared as a type of the Bot API.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Ours {
    size: f64,
    own: Option<Own>,
}

fn nested(depth: usize) -> String {
    let mut json = r#"{"size":0.1}"#.to_owned();
    for _ in 0..depth {
        json = format!(r#"{{"size":1e-7,"own":{{"score":0.1,"inner":{json}}}}}"#);
    }
    json
}

fn depth(mut ours: &Ours) -> usize {
    let mut depth = 0;
    while let Some(inner) = ours.own.as_ref().and_then(|own| own.inner.as_deref()) {
        ours = inner;
        depth += 1;
    }
    depth
}

#[test]
fn types_within_types_are_read_by_every_way() {
    in_small_stack(|| {
        for levels in [0, 1, 2, 5, 20] {
            let json = nested(levels);
            let ours: Ours = round_trip(&json);
            assert_eq!(depth(&ours), levels);
            assert_eq!(from_json(&json).as_ref(), Ok(&ours));
        }
    });
}

#[test]
fn types_within_types_are_an_error_where_they_are_nested_too_deeply() {
    in_small_stack(|| {
        for levels in [64, 100, 1000] {
            let json = nested(levels);
            assert!(from_json::<Ours>(&json).is_err(), "{levels}");
            assert!(serde_json::from_str::<Ours>(&json).is_err(), "{levels}");
        }
    });
}
