//! serde's `Deserialize` of an update is as lenient as `from_json`.

use serde::{Deserialize, Serialize};
use telegrammar::from_json;
use telegrammar::types::{ChatMember, Update, UpdateKind};
use telegrammar_graph::{Each, read, round_trip, written_and_read};

/// An update as a webhook receives it, with members of the user's own.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Hook {
    #[serde(flatten)]
    update: Update,
    secret: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
enum Either {
    Update(Update),
    Other(String),
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(tag = "kind")]
enum Event {
    Update(Update),
}

const BROKEN: &str =
    r#"{"update_id":1,"message":{"message_id":1,"date":"noon","chat":{"id":1,"type":"private"}}}"#;

/// An update with an administrator who lacks `can_send_welcome_messages`, as older servers send it.
fn promotion() -> String {
    let user = r#"{"id":7,"is_bot":false,"first_name":"Anna"}"#;
    let rights = [
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ];
    let rights = rights.map(|right| format!(r#""{right}":true,"#)).concat();
    format!(
        concat!(
            r#"{{"update_id":1,"chat_member":{{"chat":{{"id":1,"type":"private"}},"from":{user},"#,
            r#""date":5,"old_chat_member":{{"user":{user},"status":"member"}},"#,
            r#""new_chat_member":{{{rights}"user":{user},"status":"administrator"}}}}}}"#
        ),
        rights = rights,
        user = user
    )
}

#[track_caller]
fn all<T>(each: Each<T>) -> impl Iterator<Item = (&'static str, T)> {
    each.into_iter()
        .map(|(way, read)| (way, read.unwrap_or_else(|error| panic!("{way}: {error}"))))
}

/// An update in each of the user's own types.
fn enclosed(json: &str) -> Vec<(String, Update)> {
    let members = json.trim_start_matches('{');
    let mut updates: Vec<(String, Update)> = Vec::new();
    updates.extend(all(read::<Update>(json)).map(|(way, update)| (way.to_owned(), update)));
    for (way, hook) in all(read::<Hook>(&format!(r#"{{"secret":"s",{members}"#))) {
        assert_eq!(hook.secret, "s");
        updates.push((format!("flattened, {way}"), hook.update));
    }
    for (way, either) in all(read::<Either>(json)) {
        let Either::Update(update) = either else {
            panic!("{way}");
        };
        updates.push((format!("untagged, {way}"), update));
    }
    for (way, event) in all(read::<Event>(&format!(r#"{{"kind":"Update",{members}"#))) {
        let Event::Update(update) = event;
        updates.push((format!("tagged, {way}"), update));
    }
    for (way, mut list) in all(read::<Vec<Option<Update>>>(&format!("[null,{json}]"))) {
        let update = list.pop().flatten().expect("an update");
        updates.push((format!("in a list, {way}"), update));
    }
    updates
}

#[test]
fn a_broken_message_makes_its_update_undecodable_by_every_way() {
    let expected: Update = from_json(BROKEN).expect("an update");
    for (way, update) in enclosed(BROKEN) {
        assert_eq!(update, expected, "{way}");
        assert_eq!(update.update_id, 1, "{way}");
        let UpdateKind::Undecodable { error, raw } = &update.kind else {
            panic!("{way}: {update:?}");
        };
        assert_eq!(
            error, "`message.date`: expected an Integer, found a String",
            "{way}"
        );
        assert_eq!(raw, BROKEN, "{way}");
        assert_eq!(update.repairs().len(), 1, "{way}");
    }
}

#[test]
fn an_undecodable_update_survives() {
    let update: Update = round_trip(BROKEN);
    assert!(matches!(update.kind, UpdateKind::Undecodable { .. }));
    for (way, again) in all(written_and_read(&update)) {
        assert_eq!(again.repairs(), update.repairs(), "{way}");
    }
}

#[test]
fn an_administrator_without_the_newest_right_is_repaired_by_every_way() {
    let json = promotion();
    for (way, update) in enclosed(&json) {
        let UpdateKind::ChatMember(change) = &update.kind else {
            panic!("{way}: {update:?}");
        };
        let ChatMember::Administrator(administrator) = &change.new_chat_member else {
            panic!("{way}: {change:?}");
        };
        assert!(administrator.can_delete_stories, "{way}");
        assert!(!administrator.can_send_welcome_messages, "{way}");
        let paths: Vec<_> = update
            .repairs()
            .iter()
            .map(|repair| &*repair.path)
            .collect();
        let path = "chat_member.new_chat_member.can_send_welcome_messages";
        assert_eq!(paths, [path], "{way}");
    }
}

#[test]
fn updates_of_a_batch_that_are_right_are_not_touched() {
    let good = r#"{"update_id":2,"poll":null,"later":1}"#;
    let json = format!("[{good},{BROKEN},{good}]");
    for (way, updates) in all(read::<Vec<Update>>(&json)) {
        assert_eq!(updates.len(), 3, "{way}");
        assert_eq!(updates[0], updates[2], "{way}");
        assert_eq!(updates[0].repairs(), [], "{way}");
        assert!(
            matches!(updates[1].kind, UpdateKind::Undecodable { .. }),
            "{way}"
        );
    }
}

#[test]
fn an_update_without_a_number_is_an_error_by_every_way() {
    for (way, update) in read::<Update>(r#"{"message":null}"#) {
        let error = update.expect_err(way);
        assert!(
            error.contains("missing field `update_id`"),
            "{way}: {error}"
        );
    }
}
