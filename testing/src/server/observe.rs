//! What can be looked at with GET: the page, and everything that it shows.

use std::sync::Arc;

use bytes::Bytes;
use hyper::Method;
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::http::request::Parts;
use serde_json::{Map, Value, json};
use tokio::sync::watch;

use super::complaints;
use super::download;
use super::events;
use super::shared::{Shared, State};
use super::site;
use crate::feed::{self, seen};
use crate::page;
use crate::protocol::encoding::{Parameters, urlencoded};
use crate::protocol::envelope::Answer;
use crate::protocol::response::{Response, response, stays_open};
use crate::world::{Bot, BotKey, Chat};

/// The page runs its own scripts only, and talks to its own server only.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// A file that a bot has sent runs nothing, even if it is a page.
const FILE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const POLICY: HeaderName = header::CONTENT_SECURITY_POLICY;

/// Answers a request that changes nothing. `None` if there is nothing to see at its path.
pub(crate) fn answer(
    shared: &Arc<Shared>,
    stop: &watch::Receiver<()>,
    head: &Parts,
) -> Option<Response> {
    if !matches!(head.method, Method::GET | Method::HEAD) {
        return None;
    }
    let path = head.uri.path();
    if let Some(asset) = page::asset(path) {
        let mut answer = Answer::unread(200);
        answer.closes = false;
        answer.content_type = Some(asset.mime_type.to_owned());
        answer.body = Bytes::from_static(asset.text.as_bytes());
        let mut response = response(answer, stays_open(head));
        protect(response.headers_mut(), PAGE_POLICY);
        return Some(response);
    }
    let name = path.strip_prefix("/control/")?;
    if let Some(refusal) = site::refusal(shared, &head.headers) {
        return Some(response(refusal, stays_open(head)));
    }
    let query = Query::of(head);
    if name == "events" {
        let last = head.headers.get("last-event-id");
        let last = last.and_then(|last| last.to_str().ok());
        let since = last.or_else(|| query.get("since"));
        return Some(events::stream(shared, stop.clone(), since));
    }
    if name == "complaints" {
        let answer = Answer::result(&complaints::all(shared).into());
        return Some(response(answer, stays_open(head)));
    }
    let mut state = shared.state();
    if name == "file" {
        return Some(file(&mut state, &query, head));
    }
    let outcome = match name {
        "state" => everything(&mut state, &query),
        "chats" => chats(&mut state, &query),
        "messages" => messages(&mut state, &query),
        "calls" => calls(&state, &query),
        "sees" => {
            let seen = sees(&mut state, &query);
            drop(state);
            return Some(response(text(seen), stays_open(head)));
        }
        _ => return None,
    };
    drop(state);
    let answer = match outcome {
        Ok(result) => Answer::result(&result),
        Err(text) => Answer::error(400, &text),
    };
    Some(response(answer, stays_open(head)))
}

/// Returns a text as it is.
fn text(outcome: Result<String, String>) -> Answer {
    match outcome {
        Ok(text) => {
            let mut answer = Answer::unread(200);
            answer.closes = false;
            answer.content_type = Some("text/plain; charset=utf-8".to_owned());
            answer.body = Bytes::from(text);
            answer
        }
        Err(text) => Answer::error(400, &text),
    }
}

fn protect(headers: &mut HeaderMap, policy: &'static str) {
    for (name, value) in [
        (POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-cache"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// The parameters of the URL.
struct Query(Vec<(String, String)>);

impl Query {
    fn of(head: &Parts) -> Self {
        let mut read = Parameters::default();
        urlencoded(head.uri.query().unwrap_or_default().as_bytes(), &mut read);
        Self(read.list)
    }

    fn get(&self, name: &str) -> Option<&str> {
        let mut pairs = self.0.iter();
        let (_, value) = pairs.find(|(known, _)| known == name)?;
        Some(value)
    }

    fn integer(&self, name: &str) -> Result<Option<i64>, String> {
        let value = self.get(name).map(str::parse);
        let value = value.transpose();
        value.map_err(|_| format!("`{name}` must be an integer"))
    }

    /// Returns the bot that is meant, or the first one.
    fn bot<'s>(&self, state: &'s mut State) -> Result<(BotKey, &'s mut Bot), String> {
        let key = match self.get("bot") {
            None => state.world.first(),
            Some(name) => state.world.named(name),
        };
        let key = key.ok_or("there is no such bot")?;
        let bot = state.world.bot(&key).ok_or("there is no such bot")?;
        Ok((key, bot))
    }

    fn is_asked(&self, bot: &str) -> bool {
        self.get("bot").is_none_or(|asked| asked == bot)
    }
}

/// Returns the bots with their users, chats and messages, and the calls.
fn everything(state: &mut State, query: &Query) -> Result<Value, String> {
    query.bot(state)?;
    let first = state.world.first();
    let mut bots = Vec::new();
    for (key, bot) in state.world.all_bots() {
        let name = key.name();
        let is_first = first.as_ref() == Some(key);
        if !query.is_asked(&name) || (key.is_test && query.get("bot").is_none()) {
            continue;
        }
        let mut view = feed::bot(&name, bot, is_first);
        let users: Vec<Value> = bot.users.keys().map(|id| bot.user_object(*id)).collect();
        let chats: Vec<Value> = bot
            .chats
            .values()
            .map(|chat| chat_with_messages(&name, bot, chat))
            .collect();
        if let Some(view) = view.as_object_mut() {
            view.remove("kind");
            view.insert("users".to_owned(), users.into());
            view.insert("chats".to_owned(), chats.into());
        }
        bots.push((!is_first, name, view));
    }
    bots.sort_by(|(one, name, _), (other, other_name, _)| (one, name).cmp(&(other, other_name)));
    let bots: Vec<Value> = bots.into_iter().map(|(_, _, view)| view).collect();
    let complaints = state.log.about_bots();
    let complaints = complaints.filter(|complaint| query.is_asked(&complaint.bot));
    let complaints: Vec<Value> = complaints.map(feed::complaint).collect();
    Ok(json!({
        "bots": bots,
        "calls": calls(state, query)?,
        "complaints": complaints,
        "strict": state.log.is_strict,
    }))
}

fn chat_with_messages(name: &str, bot: &Bot, chat: &Chat) -> Value {
    let mut view = chat_view(name, chat);
    view.insert("messages".to_owned(), feed::messages(bot, chat, 0));
    view.into()
}

fn chat_view(name: &str, chat: &Chat) -> Map<String, Value> {
    let mut view = match feed::chat(name, chat) {
        Value::Object(view) => view,
        _ => Map::new(),
    };
    view.remove("kind");
    view.remove("bot");
    view
}

/// Returns the chats of a bot, each with its newest message; those of a `user` only, if one is given.
fn chats(state: &mut State, query: &Query) -> Result<Value, String> {
    let user = query.integer("user")?;
    let (key, bot) = query.bot(state)?;
    let name = key.name();
    let chats = bot.chats.values();
    let chats = chats.filter(|chat| user.is_none_or(|user| chat.members.contains(&user)));
    let chats = chats.map(|chat| {
        let mut view = chat_view(&name, chat);
        let last = chat.messages.last_key_value();
        let last = last.map(|(id, message)| feed::message(bot, chat, *id, message));
        view.insert("last_message".to_owned(), last.unwrap_or_default());
        Value::Object(view)
    });
    Ok(chats.collect())
}

/// Returns a `chat` as a `user` in it sees it: an id or `@username`, or else the private chat of the user.
fn sees(state: &mut State, query: &Query) -> Result<String, String> {
    let user = query.integer("user")?.unwrap_or(crate::world::USER);
    let (_, bot) = query.bot(state)?;
    let chat = match query.get("chat") {
        None => json!(user),
        Some(name) if name.starts_with('@') => json!(name),
        Some(_) => json!(query.integer("chat")?),
    };
    let known = bot.chat_id(&chat).and_then(|id| bot.chats.get(&id));
    let known = known.ok_or_else(|| format!("the bot knows no chat {chat}"))?;
    Ok(seen(bot, known, Some(user)))
}

/// Returns the messages of a `chat`, of a business account if its `business_connection_id` is given, and
/// only those `after` one if that is.
fn messages(state: &mut State, query: &Query) -> Result<Value, String> {
    let after = query.integer("after")?.unwrap_or_default();
    let chat = query.integer("chat")?.unwrap_or(crate::world::USER);
    let (_, bot) = query.bot(state)?;
    let chats = match query.get("business_connection_id") {
        Some(id) => bot.business.get(id).map(|business| &business.chats),
        None => Some(&bot.chats),
    };
    let chat = chats
        .and_then(|chats| chats.get(&chat))
        .ok_or(format!("the bot knows no chat {chat}"))?;
    Ok(feed::messages(bot, chat, after))
}

/// Returns the calls, only those of a `method`, of a `bot` and `after` one if these are given.
fn calls(state: &State, query: &Query) -> Result<Value, String> {
    let after = query.integer("after")?.unwrap_or_default();
    let method = query.get("method");
    let entries = state.log.entries().filter(|entry| {
        let is_after = i64::try_from(entry.number).is_ok_and(|number| number > after);
        is_after && method.is_none_or(|it| entry.request.method().eq_ignore_ascii_case(it))
    });
    let calls = entries.map(feed::call).filter(|call| {
        let bot = call.get("bot").and_then(Value::as_str).unwrap_or_default();
        query.is_asked(bot)
    });
    let mut newest: Vec<Value> = calls.rev().take(feed::MOST).map(Value::Object).collect();
    newest.reverse();
    Ok(newest.into())
}

/// Returns the content of a file by its `id`.
fn file(state: &mut State, query: &Query, head: &Parts) -> Response {
    let found = query.bot(state).ok().and_then(|(_, bot)| {
        let file = bot.files.get(query.get("id")?)?;
        Some((file.content.clone(), file.mime_type.clone()))
    });
    let Some((content, mime_type)) = found else {
        return response(Answer::error(404, "Not Found"), stays_open(head));
    };
    let mut response = download::response(&content, &mime_type, head);
    protect(response.headers_mut(), FILE_POLICY);
    response
}
