//! Votes.

use serde_json::{Map, Value, json};
use telegrammar::types::Poll;

use super::done::Done;
use super::messages;
use super::request::Request;
use crate::updates::Update;
use crate::world::{Bot, sender};

/// `vote`: votes in the poll of a message for `options`, each an index or a text. None retracts the vote.
pub(super) fn vote(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    let (id, mut message) = request.message(bot, actor.chat, "message_id")?;
    let poll = message.get_mut("poll").and_then(Value::as_object_mut);
    let poll = poll.ok_or(format!("the message {id} has no poll"))?;
    let chosen = chosen(request, poll)?;
    let now = bot.now();
    let chat = bot.chats.get_mut(&actor.chat).ok_or("there is no chat")?;
    let votes = chat.votes.entry(id).or_default();
    let before = votes.get(&actor.user).cloned().unwrap_or_default();
    may_vote(poll, &chosen, &before, now)?;
    if chosen.is_empty() {
        votes.remove(&actor.user);
    } else {
        votes.insert(actor.user, chosen.clone());
    }
    count(poll, &before, &chosen);
    let persistent = |index: &usize| {
        let option = poll.get("options").and_then(|options| options.get(index));
        option
            .and_then(|option| option.get("persistent_id"))
            .cloned()
    };
    let persistent: Vec<Value> = chosen.iter().filter_map(persistent).collect();
    let poll = poll.clone();
    let by_bot = sender(&message) == Some(bot.id) || message.contains_key("sender_chat");
    chat.store(&message);
    let mut done = Done::default().with("message_id", id);
    // Bots are told of votes only in their own polls.
    if !by_bot {
        return Ok(done);
    }
    if poll.get("is_anonymous") != Some(&true.into()) {
        let answer = json!({
            "poll_id": poll.get("id"),
            "user": bot.user_object(actor.user),
            "option_ids": chosen,
            "option_persistent_ids": persistent,
        });
        done.updates.push(update("poll_answer", answer));
    }
    done.updates.push(update("poll", poll.into()));
    Ok(done)
}

/// `poll`: sends a poll with a `question` and `options`, and other members of a `Poll`.
pub(super) fn send(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    let poll = of_type(bot, &request.body.clone().into(), &json!({}))?;
    let content = Map::from_iter([("poll".to_owned(), poll)]);
    messages::sent(bot, request, actor, content)
}

/// Returns a `Poll` with these members that is of the type that a button wants.
pub(super) fn of_type(bot: &mut Bot, given: &Value, wanted: &Value) -> Result<Value, String> {
    let given = given.as_object().ok_or("`poll` must be an object")?;
    let question = given.get("question").and_then(Value::as_str);
    let question = question.ok_or("`question` must be a text")?;
    let options = given.get("options").and_then(Value::as_array);
    let options = options.filter(|options| !options.is_empty());
    let options = options.ok_or("`options` must be a list of texts that is not empty")?;
    let mut list = Vec::new();
    for option in options {
        let text = option.get("text").unwrap_or(option).as_str();
        let text = text.ok_or("`options` must be a list of texts that is not empty")?;
        let id = bot.number().to_string();
        list.push(json!({"persistent_id": id, "text": text, "voter_count": 0}));
    }
    let kind = given.get("type").or(wanted.get("type"));
    let kind = kind.cloned().unwrap_or_else(|| "regular".into());
    if wanted.get("type").is_some_and(|wanted| *wanted != kind) {
        return Err("the button wants a poll of another `type`".to_owned());
    }
    let is_quiz = kind == "quiz";
    let mut poll = json!({
        "id": (5_000_000_000 + bot.number()).to_string(),
        "total_voter_count": 0,
        "is_closed": false,
        "is_anonymous": true,
        "allows_multiple_answers": false,
        "allows_revoting": !is_quiz,
        "members_only": false,
    });
    if let Some(poll) = poll.as_object_mut() {
        let of_poll = |name: &str| Poll::INFO.fields.iter().any(|field| field.name == name);
        let given = given.iter().filter(|(name, _)| of_poll(name));
        poll.extend(given.map(|(name, value)| (name.clone(), value.clone())));
        poll.insert("type".to_owned(), kind);
        poll.insert("question".to_owned(), question.into());
        poll.insert("options".to_owned(), list.into());
    }
    Ok(poll)
}

/// `close_poll`: the user closes the own poll of a message.
pub(super) fn close(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let actor = request.actor(bot)?;
    let (id, mut message) = request.message(bot, actor.chat, "message_id")?;
    messages::is_own(bot, actor, &message)?;
    let poll = message.get_mut("poll").and_then(Value::as_object_mut);
    let poll = poll.ok_or(format!("the message {id} has no poll"))?;
    if poll.insert("is_closed".to_owned(), true.into()) == Some(true.into()) {
        return Err("the poll is closed".to_owned());
    }
    let poll = poll.clone();
    if let Some(chat) = bot.chats.get_mut(&actor.chat) {
        chat.store(&message);
    }
    Ok(Done::update("poll", poll).with("message_id", id))
}

fn update(kind: &str, event: Value) -> Update {
    Map::from_iter([(kind.to_owned(), event)])
}

/// Returns the indexes of the options that a request names.
fn chosen(request: &Request<'_>, poll: &Map<String, Value>) -> Result<Vec<usize>, String> {
    let given = request.get("options").and_then(Value::as_array);
    let given = given.ok_or("`options` must be a list of indexes or texts")?;
    let options = poll.get("options").and_then(Value::as_array);
    let options = options.map(Vec::as_slice).unwrap_or_default();
    let mut chosen = Vec::new();
    for option in given {
        let index = match option {
            Value::String(text) => options
                .iter()
                .position(|option| option.get("text").and_then(Value::as_str) == Some(text)),
            other => {
                let index = other.as_u64().and_then(|index| usize::try_from(index).ok());
                index.filter(|index| *index < options.len())
            }
        };
        chosen.push(index.ok_or(format!("the poll has no option {option}"))?);
    }
    chosen.sort_unstable();
    chosen.dedup();
    Ok(chosen)
}

fn may_vote(
    poll: &Map<String, Value>,
    chosen: &[usize],
    before: &[usize],
    now: i64,
) -> Result<(), String> {
    let is = |name: &str| poll.get(name) == Some(&true.into());
    let end = poll.get("close_date").and_then(Value::as_i64);
    if is("is_closed") || end.is_some_and(|end| now >= end) {
        return Err("the poll is closed".to_owned());
    }
    if chosen.len() > 1 && !is("allows_multiple_answers") {
        return Err("the poll has one answer".to_owned());
    }
    if !before.is_empty() && !is("allows_revoting") {
        return Err("the poll does not allow to vote again".to_owned());
    }
    Ok(())
}

/// Replaces a vote in the numbers of a poll.
fn count(poll: &mut Map<String, Value>, before: &[usize], chosen: &[usize]) {
    let options = poll.get_mut("options").and_then(Value::as_array_mut);
    for (index, option) in options.into_iter().flatten().enumerate() {
        let change = i64::from(chosen.contains(&index)) - i64::from(before.contains(&index));
        add(option.as_object_mut(), "voter_count", change);
    }
    let change = i64::from(!chosen.is_empty()) - i64::from(!before.is_empty());
    add(Some(poll), "total_voter_count", change);
}

fn add(members: Option<&mut Map<String, Value>>, name: &str, change: i64) {
    if let Some(members) = members {
        let count = members
            .get(name)
            .and_then(Value::as_i64)
            .unwrap_or_default();
        members.insert(name.to_owned(), (count + change).into());
    }
}
