//! Types of the Bot API within what serde derives for a user's own.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use telegrammar::types::{ReactionType, RichText, Update, User};
use telegrammar_graph::{round_trip, written_and_read};

const USER: &str = r#"{"id":7,"is_bot":false,"first_name":"Anna"}"#;
const REACTION: &str = r#"{"emoji":"👍","type":"emoji"}"#;
const LATER: &str = r#"{"a":[0.1,{}],"type":"later"}"#;

fn updates() -> Vec<String> {
    let message = concat!(
        r#""message":{"date":5,"message_id":1,"later":1,"chat":{"type":"private","id":1},"#,
        r#""location":{"latitude":0.1,"longitude":1e-7}}"#
    );
    let reaction = format!(
        concat!(
            r#""message_reaction":{{"chat":{{"id":1,"type":"private"}},"message_id":1,"date":5,"#,
            r#""old_reaction":[{}],"new_reaction":[{},{}]}}"#
        ),
        REACTION, LATER, REACTION
    );
    let mut updates = Vec::new();
    for kind in [message, &reaction, r#""later":{"b":[1,0.5,"é",null]}"#] {
        updates.extend([
            format!(r#"{{"update_id":1,{kind}}}"#),
            format!(r#"{{{kind},"update_id":1}}"#),
            format!(r#"{{"another":[0.25,-1],{kind},"update_id":1}}"#),
            format!(r#"{{{kind},"another":{{}},"update_id":1,"third":"a"}}"#),
        ]);
    }
    updates
}

/// An update and members of the user's own, which an update does not know.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Hook {
    #[serde(flatten)]
    update: Update,
    secret: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Member {
    score: f64,
    #[serde(flatten)]
    user: User,
    since: Option<i64>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
enum Either {
    Update(Update),
    Text(String),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "kind")]
enum Event {
    Update(Update),
    Wrapped { update: Update, by: String },
    User(User),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "kind", content = "content")]
enum Adjacent {
    Update(Update),
    Reaction(ReactionType),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Newtype(Update);

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Text {
    #[serde(flatten)]
    text: RichText,
    at: i64,
}

#[track_caller]
fn check<T>(json: &str) -> T
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    round_trip(json)
}

fn parsed(json: &str) -> Update {
    serde_json::from_str(json).expect("an update")
}

#[test]
fn updates_survive_by_themselves() {
    for json in updates() {
        let update: Update = check(&json);
        assert_eq!(update, telegrammar::from_json(&json).expect("an update"));
        assert_eq!(update.repairs(), []);
    }
}

#[test]
fn updates_survive_beside_members_of_the_users_own() {
    for json in updates() {
        let members = json.trim_start_matches('{');
        let hook: Hook = check(&format!(r#"{{"secret":"s",{members}"#));
        assert_eq!(hook.update, parsed(&json));
        let members = json.trim_end_matches('}');
        let ends = "}".repeat(json.len() - members.len() - 1);
        let hook: Hook = check(&format!(r#"{members}{ends},"secret":"s"}}"#));
        assert_eq!(hook.update, parsed(&json));
    }
}

#[test]
fn users_survive_beside_members_of_the_users_own() {
    let members = USER.trim_start_matches('{');
    for json in [
        format!(r#"{{"score":0.1,"since":5,{members}"#),
        format!(r#"{{"score":1e-7,{members}"#),
    ] {
        let member: Member = check(&json);
        assert_eq!(member.user.id, 7);
    }
}

#[test]
fn unions_survive_beside_members_of_the_users_own() {
    for json in [
        r#"{"at":1,"text":"a","type":"bold"}"#,
        r#"{"type":"bold","at":1,"text":["a",{"type":"italic","text":"b"}]}"#,
        r#"{"at":1,"a":[0.1],"type":"later"}"#,
    ] {
        let text: Text = check(json);
        assert_eq!(text.at, 1);
    }
}

#[test]
fn updates_survive_in_untagged_enums() {
    for json in updates() {
        let either: Either = check(&json);
        assert_eq!(either, Either::Update(parsed(&json)));
    }
    assert_eq!(check::<Either>("\"a\""), Either::Text("a".to_owned()));
}

#[test]
fn updates_survive_in_tagged_enums() {
    for json in updates() {
        let members = json.trim_start_matches('{');
        let event: Event = check(&format!(r#"{{"kind":"Update",{members}"#));
        assert_eq!(event, Event::Update(parsed(&json)));
        let event: Event = check(&format!(r#"{{"update":{json},"by":"a","kind":"Wrapped"}}"#));
        assert!(matches!(event, Event::Wrapped { update, .. } if update == parsed(&json)));
        let adjacent: Adjacent = check(&format!(r#"{{"content":{json},"kind":"Update"}}"#));
        assert_eq!(adjacent, Adjacent::Update(parsed(&json)));
    }
    for reaction in [REACTION, LATER] {
        check::<Adjacent>(&format!(r#"{{"content":{reaction},"kind":"Reaction"}}"#));
    }
}

#[test]
fn updates_survive_in_containers() {
    for json in updates() {
        let update = parsed(&json);
        let list: Vec<Update> = check(&format!("[{json},{json}]"));
        assert_eq!(list, [update.clone(), update.clone()]);
        let map: HashMap<String, Update> = check(&format!(r#"{{"a":{json}}}"#));
        assert_eq!(map["a"], update);
        let map = BTreeMap::from([(5, update.clone())]);
        for (way, read) in written_and_read(&map) {
            assert_eq!(read.as_ref(), Ok(&map), "{way}");
        }
        assert_eq!(check::<Option<Update>>(&json), Some(update.clone()));
        assert_eq!(check::<Newtype>(&json), Newtype(update.clone()));
        let pair: (Update, f64) = check(&format!("[{json},0.1]"));
        assert_eq!(pair.0, update);
    }
    assert_eq!(check::<Option<Update>>("null"), None);
}

#[test]
fn unknown_members_are_written_as_they_came() {
    for later in [
        "0.1e1",
        "-0",
        "1.10",
        "1e400",
        r#""\u00e9\/""#,
        r#""\ud83d""#,
        r#"{ "a" : [ 1 , 2 ] }"#,
        "123456789012345678901234567890123456789012345678901234567890",
    ] {
        let json = format!(r#"{{"update_id":1,"later":{later}}}"#);
        assert_eq!(serde_json::to_string(&parsed(&json)).expect("JSON"), json);
    }
}
