//! `/control/…`: what tests in any language can do, and the page.

use std::sync::Arc;
use std::time::Duration;

use hyper::Method;
use hyper::http::request::Parts;
use serde_json::{Map, Value, json};

use super::acts::act;
use super::complaints;
use super::delivery;
use super::flood_limits;
use super::idle;
use super::scripted;
use super::shared::Shared;
use super::site;
use super::time;
use crate::actions;
use crate::answers::complete;
use crate::protocol::envelope::Answer;
use crate::world::BotKey;

/// How long `/control/idle` waits unless it is told, in milliseconds.
const PATIENCE: u64 = 10_000;
/// What tests can do beside what users do, and the members that it takes. An update has its kind as a
/// member, which is checked as a whole.
const OWN: [(&str, &[&str]); 8] = [
    ("update", &[]),
    (
        "reply",
        &[
            "method",
            "flood",
            "error",
            "migrate",
            "raw",
            "disconnect",
            "result",
            "delay_ms",
            "times",
        ],
    ),
    ("idle", &["timeout_ms"]),
    ("strict", &["on", "rates"]),
    ("advance", &["seconds"]),
    (
        "flood_limits",
        &["on", "per_chat", "burst", "per_group_minute", "overall"],
    ),
    ("legacy_members", &["on"]),
    ("token", &["bot"]),
];

/// Answers a request: `{"ok":true,"result":…}`, or status 400 and what is wrong.
pub(crate) async fn answer(shared: &Arc<Shared>, head: &Parts, body: &[u8]) -> Answer {
    if let Some(refusal) = site::refusal(shared, &head.headers) {
        return refusal;
    }
    if head.method != Method::POST {
        return Answer::error(405, "Method Not Allowed: use POST");
    }
    let path = head.uri.path();
    let Some(name) = path.strip_prefix("/control/").filter(|name| is_known(name)) else {
        return Answer::error(404, &not_found());
    };
    let parsed = if body.is_empty() {
        Ok(Map::new())
    } else {
        serde_json::from_slice(body)
    };
    let outcome = match parsed {
        Ok(body) => perform(shared, name, body).await,
        Err(error) => Err(format!("the body must be a JSON object: {error}")),
    };
    match outcome {
        Ok(result) => Answer::result(&result),
        Err(text) => Answer::error(400, &text),
    }
}

fn is_known(name: &str) -> bool {
    OWN.iter().any(|(own, _)| *own == name) || actions::names().any(|it| it == name)
}

fn not_found() -> String {
    let names = OWN.iter().map(|(own, _)| *own).chain(actions::names());
    let names: Vec<&str> = names.collect();
    format!("Not Found: there are /control/{}", names.join(", "))
}

async fn perform(
    shared: &Arc<Shared>,
    name: &str,
    mut body: Map<String, Value>,
) -> Result<Value, String> {
    if let Some((_, known)) = OWN.iter().find(|(own, _)| *own == name && name != "update") {
        actions::only(name, &body, known.iter())?;
    }
    match name {
        "reply" => scripted::queue(shared, &body),
        "idle" => {
            let patience = match body.get("timeout_ms") {
                None => PATIENCE,
                Some(time) => time
                    .as_u64()
                    .ok_or("`timeout_ms` must be a number of milliseconds")?,
            };
            let waited = idle::wait(shared, Duration::from_millis(patience)).await;
            waited.map(|()| true.into())
        }
        "strict" => {
            let is_on = body.get("on").and_then(Value::as_bool);
            let is_on = is_on.ok_or("`on` must be true or false")?;
            let rates = body.get("rates").map(Value::as_bool);
            let rates = rates.unwrap_or(Some(true));
            let rates = rates.ok_or("`rates` must be true or false")?;
            let log = &mut shared.state().log;
            (log.is_strict, log.is_strict_about_rates) = (is_on, rates);
            shared.notify();
            Ok(true.into())
        }
        "advance" => time::advance_by(shared, &body),
        "flood_limits" => flood_limits::set(shared, &body),
        "legacy_members" => {
            let is_on = body.get("on").and_then(Value::as_bool);
            let is_on = is_on.ok_or("`on` must be true or false")?;
            shared.state().world.set_legacy_members(is_on);
            Ok(true.into())
        }
        "update" => deliver(shared, body),
        "token" => Ok(json!({"token": key(shared, &mut body)?.token})),
        _ => {
            let key = key(shared, &mut body)?;
            act(shared, &key, name, &body)
        }
    }
}

/// Returns the bot that a request names, by its id or token, or the first one.
fn key(shared: &Shared, body: &mut Map<String, Value>) -> Result<BotKey, String> {
    let mut given = |name| body.remove(name).filter(|value| !value.is_null());
    let (token, name) = (given("token"), given("bot"));
    let state = shared.state();
    match (token, name) {
        (Some(token), None) => {
            let token = token.as_str().filter(|token| state.world.has(token));
            Ok(BotKey {
                token: token.ok_or("no bot has this token")?.to_owned(),
                is_test: false,
            })
        }
        (None, Some(name)) => {
            let id = name.as_i64().map(|id| id.to_string());
            let key = id.as_deref().or(name.as_str());
            let key = key.and_then(|name| state.world.named(name));
            key.ok_or_else(|| format!("there is no bot {name}"))
        }
        (None, None) => state
            .world
            .first()
            .ok_or_else(|| "there is no bot".to_owned()),
        (Some(_), Some(_)) => Err("either `bot` or `token` can be given".to_owned()),
    }
}

fn deliver(shared: &Arc<Shared>, mut update: Map<String, Value>) -> Result<Value, String> {
    let key = key(shared, &mut update)?;
    update.remove("update_id");
    complete(
        shared.state().world.bot(&key).ok_or("there is no bot")?,
        &mut update,
    )?;
    let kinds: Vec<String> = update.keys().cloned().collect();
    let id = delivery::queue(shared, &key, update)?;
    complaints::not_allowed(shared, &key, &kinds);
    // `null` if the kind is not among `allowed_updates`.
    Ok(json!({"update_id": id}))
}
