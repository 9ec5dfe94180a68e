//! What somebody is in a chat: a member, an administrator, banned.

use serde_json::{Map, Value};
use telegrammar::types::{ChatMemberAdministrator, ChatPermissions};

/// A `ChatMember` without its user.
pub(crate) type Standing = Map<String, Value>;

/// Rights that exist only in some types of chats.
const ONLY_IN: [(&str, &[&str]); 6] = [
    ("can_post_messages", &["channel"]),
    ("can_edit_messages", &["channel"]),
    ("can_manage_direct_messages", &["channel"]),
    ("can_pin_messages", &["group", "supergroup"]),
    ("can_manage_tags", &["group", "supergroup"]),
    ("can_manage_topics", &["supergroup"]),
];

/// Returns the rights that an administrator can have in a type of chats.
pub(crate) fn rights(kind: &str) -> impl Iterator<Item = &'static str> {
    let names = ChatMemberAdministrator::INFO.fields.iter();
    names.map(|field| field.name).filter(move |name| {
        let only = ONLY_IN.iter().find(|(only, _)| only == name);
        let exists = only.is_none_or(|(_, kinds)| kinds.contains(&kind));
        name.starts_with("can_") && *name != "can_be_edited" && exists
    })
}

/// Returns an administrator with those rights that `has` names.
pub(crate) fn administrator(kind: &str, has: impl Fn(&str) -> bool) -> Standing {
    let mut standing = plain("administrator");
    standing.insert("can_be_edited".to_owned(), false.into());
    standing.insert("is_anonymous".to_owned(), has("is_anonymous").into());
    for right in rights(kind) {
        standing.insert(right.to_owned(), has(right).into());
    }
    standing
}

/// Returns a member with those permissions that `has` names.
pub(crate) fn restricted(has: impl Fn(&str) -> bool) -> Standing {
    let mut standing = plain("restricted");
    standing.extend(permissions(has));
    standing
}

/// Returns a `ChatPermissions` with those permissions that `has` names.
pub(crate) fn permissions(has: impl Fn(&str) -> bool) -> Map<String, Value> {
    let fields = ChatPermissions::INFO.fields.iter();
    let all = fields.map(|field| (field.name.to_owned(), has(field.name).into()));
    all.collect()
}

/// Returns whether nothing is forbidden.
pub(crate) fn permits_all(standing: &Standing) -> bool {
    !standing
        .values()
        .any(|value| value.as_bool() == Some(false))
}

/// Returns the standing of whoever is banned, forever.
pub(crate) fn banned() -> Standing {
    let mut standing = plain("kicked");
    standing.insert("until_date".to_owned(), 0.into());
    standing
}

/// Returns the standing of the owner.
pub(crate) fn owner() -> Standing {
    let mut standing = plain("creator");
    standing.insert("is_anonymous".to_owned(), false.into());
    standing
}

/// Returns a status that says everything.
pub(crate) fn plain(status: &str) -> Standing {
    Map::from_iter([("status".to_owned(), status.into())])
}

/// Returns a standing with its user, as a `ChatMember`.
pub(crate) fn member(mut standing: Standing, user: Value) -> Value {
    standing.insert("user".to_owned(), user);
    standing.into()
}

/// Returns the status in a standing.
pub(crate) fn status(standing: &Standing) -> &str {
    let status = standing.get("status").and_then(Value::as_str);
    status.unwrap_or_default()
}

/// Returns what a standing has become at a time, in seconds of Unix time: nothing lasts longer than its
/// `until_date`.
pub(crate) fn at(standing: Standing, now: i64) -> Standing {
    let until = standing.get("until_date").and_then(Value::as_i64);
    if until.is_none_or(|until| until <= 0 || until > now) {
        return standing;
    }
    let stays = status(&standing) == "restricted" && is_in(&standing);
    plain(if stays { "member" } else { "left" })
}

/// Returns whether this is the standing of somebody who is in the chat.
pub(crate) fn is_in(standing: &Standing) -> bool {
    match status(standing) {
        "creator" | "administrator" | "member" => true,
        "restricted" => standing.get("is_member") != Some(&false.into()),
        _ => false,
    }
}
