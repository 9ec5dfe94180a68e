//! Checklists whose tasks users mark and add.

use serde_json::{Map, Value, json};

use super::done::Done;
use super::request::Request;
use crate::updates::{Actor, compose};
use crate::world::{Bot, sender};

/// `check`: marks `tasks` of the checklist in a message as done, by their ids, or as not done if `done` is
/// false.
pub(super) fn check(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let ids = request.get("tasks").and_then(Value::as_array);
    let ids = ids.filter(|ids| !ids.is_empty());
    let ids = ids.ok_or("`tasks` must be a list of the ids of tasks")?;
    let is_done = match request.get("done") {
        None => true,
        Some(done) => done.as_bool().ok_or("`done` must be true or false")?,
    };
    let actor = request.actor(bot)?;
    let (id, mut message) = request.message(bot, actor.chat, "message_id")?;
    let before = message.clone();
    let by = bot.user_object(actor.user);
    let now = bot.now();
    let tasks = tasks(&mut message, id, actor, "others_can_mark_tasks_as_done")?;
    for wanted in ids {
        let mut found = tasks.iter_mut();
        let task = found.find(|task| task.get("id") == Some(wanted));
        let task = task.and_then(Value::as_object_mut);
        let task = task.ok_or_else(|| format!("the checklist has no task {wanted}"))?;
        if is_done {
            task.insert("completed_by_user".to_owned(), by.clone());
            task.insert("completion_date".to_owned(), now.into());
        } else {
            task.remove("completed_by_user");
            task.remove("completion_date");
        }
    }
    let marked = if is_done {
        "marked_as_done_task_ids"
    } else {
        "marked_as_not_done_task_ids"
    };
    changed(
        bot,
        actor,
        (before, message),
        "checklist_tasks_done",
        json!({marked: ids}),
    )
}

/// `add_tasks`: adds tasks with these `texts` to the checklist in a message.
pub(super) fn add(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let texts = request.get("texts").and_then(Value::as_array);
    let texts = texts.filter(|texts| !texts.is_empty() && texts.iter().all(Value::is_string));
    let texts = texts.ok_or("`texts` must be a list of texts")?;
    let actor = request.actor(bot)?;
    let (id, mut message) = request.message(bot, actor.chat, "message_id")?;
    let before = message.clone();
    let tasks = tasks(&mut message, id, actor, "others_can_add_tasks")?;
    let last = tasks.iter().filter_map(|task| task.get("id")?.as_i64());
    let last = last.max().unwrap_or_default();
    let added = (last.saturating_add(1)..).zip(texts);
    let added: Vec<Value> = added
        .map(|(id, text)| json!({"id": id, "text": text}))
        .collect();
    tasks.extend(added.clone());
    changed(
        bot,
        actor,
        (before, message),
        "checklist_tasks_added",
        json!({"tasks": added}),
    )
}

/// Returns the tasks of a checklist that a user may change: an own one, or one that others may change.
fn tasks<'m>(
    message: &'m mut Map<String, Value>,
    id: i64,
    actor: Actor,
    permission: &str,
) -> Result<&'m mut Vec<Value>, String> {
    let from = sender(message);
    let checklist = message.get_mut("checklist").and_then(Value::as_object_mut);
    let checklist = checklist.ok_or_else(|| format!("the message {id} has no checklist"))?;
    if from != Some(actor.user) && checklist.get(permission) != Some(&true.into()) {
        return Err(format!("the checklist lacks `{permission}`"));
    }
    let tasks = checklist.get_mut("tasks").and_then(Value::as_array_mut);
    tasks.ok_or_else(|| format!("the message {id} has no tasks"))
}

/// Stores a checklist that a user has changed, and tells of it by a service message. `messages` are the
/// message with the checklist before and after.
fn changed(
    bot: &mut Bot,
    actor: Actor,
    messages: (Map<String, Value>, Map<String, Value>),
    name: &str,
    mut event: Value,
) -> Result<Done, String> {
    let (mut before, after) = messages;
    if let Some(chat) = bot.chats.get_mut(&actor.chat) {
        chat.store(&after);
    }
    let connection = before.get("business_connection_id").cloned();
    before.remove("reply_to_message");
    if let Some(event) = event.as_object_mut() {
        // As it was sent, without what has changed since.
        event.insert("checklist_message".to_owned(), before.into());
    }
    let mut content = Map::from_iter([(name.to_owned(), event)]);
    if let Some(connection) = &connection {
        content.insert("business_connection_id".to_owned(), connection.clone());
    }
    let (id, mut update) = compose(bot, actor, &content)?;
    if connection.is_some()
        && let Some(message) = update.remove("message")
    {
        update.insert("business_message".to_owned(), message);
    }
    let done = Done {
        updates: vec![update],
        ..Done::default()
    };
    Ok(done.with("message_id", id))
}
