//! `/control/reply`: the reply to a future call.

use std::time::Duration;

use serde_json::{Map, Value};

use super::shared::Shared;
use crate::scripts::Reply;

/// Queues the reply that a body describes.
///
/// # Errors
///
/// What is wrong with the body.
pub(crate) fn queue(shared: &Shared, body: &Map<String, Value>) -> Result<Value, String> {
    let method = body.get("method").and_then(Value::as_str);
    let method = method.filter(|method| !method.is_empty());
    let method = method.ok_or("`method` must be the name of a method")?;
    let mut reply = reply(body)?;
    if let Some(delay) = body.get("delay_ms") {
        let delay = delay
            .as_u64()
            .ok_or("`delay_ms` must be a number of milliseconds")?;
        reply = reply.delay(Duration::from_millis(delay));
    }
    if let Some(times) = body.get("times") {
        let times = times.as_u64().and_then(|times| usize::try_from(times).ok());
        let times = times.filter(|times| *times > 0);
        reply = reply.times(times.ok_or("`times` must be a number of calls, at least 1")?);
    }
    shared.state().scripts.add(method, reply);
    Ok(true.into())
}

/// Returns the reply that a body describes.
fn reply(body: &Map<String, Value>) -> Result<Reply, String> {
    let kinds = ["flood", "error", "migrate", "raw", "disconnect", "result"];
    let mut given = kinds
        .into_iter()
        .filter_map(|kind| Some((kind, body.get(kind)?)));
    let (Some((kind, value)), None) = (given.next(), given.next()) else {
        return Err(format!(
            "exactly one of `{}` must be given",
            kinds.join("`, `")
        ));
    };
    let code = |value: &Value| value.as_u64().and_then(|code| u16::try_from(code).ok());
    Ok(match (kind, value) {
        ("flood", value) => {
            let seconds = value
                .as_u64()
                .and_then(|seconds| u32::try_from(seconds).ok());
            let seconds = seconds.filter(|seconds| *seconds > 0);
            Reply::flood(seconds.ok_or("`flood` must be a number of seconds, at least 1")?)
        }
        ("migrate", value) => {
            Reply::migrate(value.as_i64().ok_or("`migrate` must be the id of a chat")?)
        }
        ("error", Value::Array(parts)) => match parts.as_slice() {
            [number, Value::String(text)] => {
                let code = code(number).filter(|code| (400..600).contains(code));
                Reply::error(
                    code.ok_or("the code of `error` must be in 400..=599")?,
                    text,
                )
            }
            _ => return Err("`error` must be a code and a text".to_owned()),
        },
        ("raw", Value::Array(parts)) => match parts.as_slice() {
            [status, Value::String(content_type), Value::String(body)] => {
                let status = code(status).ok_or("the status of `raw` must be a number")?;
                Reply::raw(status, content_type.as_str(), body.clone())
            }
            _ => return Err("`raw` must be a status, a type and a body".to_owned()),
        },
        ("disconnect", Value::Bool(true)) => Reply::disconnect(),
        ("result", result) => Reply::result(result.clone()),
        (kind, _) => return Err(format!("`{kind}` has a value of another type")),
    })
}
