//! Definitions with an update as their base.

use serde_json::{Value, json};
use telegrammar::types::{Update, UpdateKind};
use telegrammar::{from_json, telegram_type};

/// An update of a kind that this version does not know.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct NewUpdate {
    #[telegram(flatten)]
    base: Update,
    moved: Option<Moved>,
    count: Option<i64>,
    list: Option<Vec<i64>>,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Moved {
    to: String,
    from: Option<i64>,
}

#[test]
fn an_update_kind_can_be_added() {
    let read = |json: Value| from_json::<NewUpdate>(json.to_string().as_bytes());
    let json = json!({"update_id": 1, "moved": {"to": "Rome"}, "other": [1]});
    let update = read(json.clone()).unwrap();
    assert_eq!(update.moved, Some(Moved::new("Rome")));
    assert_eq!(update.base.kind.name(), "other");
    assert_eq!(serde_json::to_value(&update).unwrap(), json);

    let json = json!({"update_id": 1, "message": {"message_id": 1, "date": 2, "chat": {"id": 3, "type": "private"}}});
    let update = read(json).unwrap();
    assert!(matches!(&update.base.kind, UpdateKind::Message(message) if message.message_id == 1));

    // What cannot be decoded is stored as a whole, and written back.
    for broken in [
        json!({"update_id": 1, "moved": {"too": "Rome"}}),
        json!({"update_id": 1, "message": {"message_id": "x"}, "moved": {"to": "Rome"}}),
    ] {
        let update = read(broken.clone()).unwrap();
        assert!(
            matches!(&update.base.kind, UpdateKind::Undecodable { .. }),
            "{update:?}"
        );
        assert_eq!(serde_json::to_value(&update).unwrap(), broken);
    }

    // A field that fails is unset, as in any other definition.
    for (broken, moved) in [
        (json!({"update_id": 1, "moved": {"from": 7}}), None),
        (
            json!({"update_id": 1, "moved": {"to": "Rome"}, "count": "x"}),
            Some("Rome"),
        ),
        (json!({"update_id": 1, "list": [1, "x"]}), None),
        (
            json!({"update_id": 1, "list": [1, "x"], "moved": 5, "count": 2.5}),
            None,
        ),
    ] {
        let update = read(broken.clone()).unwrap();
        assert_eq!(update.moved, moved.map(Moved::new), "{broken}");
        assert_eq!(
            (update.count, update.list.as_ref()),
            (None, None),
            "{broken}"
        );
        assert!(matches!(&update.base.kind, UpdateKind::Undecodable { .. }));
        assert_eq!(serde_json::to_value(&update).unwrap(), broken);
    }
}

/// An update of one of two such kinds.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct NewUpdates {
    #[telegram(flatten)]
    base: Update,
    moved: Option<i64>,
    other: Option<i64>,
}

#[test]
fn the_kind_that_a_definition_adds_to_an_update_is_written_once() {
    let read = |text: &str| from_json::<Update>(text.as_bytes()).unwrap();
    let write = |value: &NewUpdates| serde_json::to_string(value).unwrap();
    // One of them is the kind, the other an unknown member.
    for text in [
        r#"{"update_id":1,"moved":7}"#,
        r#"{"update_id":1,"moved":7,"other":6}"#,
        r#"{"update_id":1,"other":6,"moved":7}"#,
    ] {
        let update = NewUpdates::new(read(text)).moved(8);
        assert_eq!(write(&update), r#"{"update_id":1,"moved":8}"#);
    }
    // A second kind of the base is stored as an unknown member.
    let poll = json!({
        "id": "1", "question": "a", "options": [], "total_voter_count": 0, "is_closed": false,
        "is_anonymous": true, "type": "regular", "allows_multiple_answers": false,
    });
    let json = json!({"update_id": 1, "poll": poll, "poll_answer": {"a": 1}, "moved": 7});
    let update = read(&json.to_string());
    assert_eq!(update.kind.name(), "poll");
    let whole = NewUpdates::new(update.clone());
    let written = serde_json::to_value(&whole).unwrap();
    assert_eq!(written["poll_answer"], json["poll_answer"]);
    assert_eq!(serde_json::to_value(&update).unwrap()["moved"], 7);
    assert!(written.get("moved").is_none());
}
