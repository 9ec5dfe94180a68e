//! Encodes a call, and sets the limits of its attempts.

use std::time::Duration;

use crate::client::shared::{Settings, Shared};
use crate::error::Error;
use crate::http::body::Body;
use crate::http::body::encode::encode;
use crate::http::request::{Request, SLOWEST_UPLOAD};
use crate::schema::{MethodInfo, Number};
use crate::validate;
use crate::value::Object;

pub(super) fn prepare(
    bot: &Shared,
    info: &'static MethodInfo,
    parameters: &dyn Object,
) -> Result<Request, Error> {
    let settings = &bot.settings;
    let body = encode(
        info,
        parameters,
        settings.validation,
        bot.endpoint.server.is_local(),
    )?;
    let wait = Duration::from_secs(if info.is_long_poll {
        wait(info, parameters)
    } else {
        0
    });
    let is_local = bot.endpoint.server.is_local() && info.can_upload;
    let answer = answer_timeout(settings, wait, &body, is_local);
    let is_upload = matches!(body, Body::Multipart(_));
    Ok(Request::new(info, body)
        .with_timeout(settings.timeout.map(|timeout| timeout.saturating_add(wait)))
        .with_answer_timeout(answer)
        .with_idle_timeout(is_upload.then_some(settings.idle_timeout))
        .with_response_limit(settings.response_limit)
        .with_endpoint(&bot.endpoint))
}

/// Returns the time for the response, extended by the time that the server is asked to wait and by
/// the time in which the rest of an upload is sent on a slow connection.
fn answer_timeout(
    settings: &Settings,
    wait: Duration,
    body: &Body,
    is_local: bool,
) -> Option<Duration> {
    let more = match body {
        Body::Multipart(_) => match body.content_length() {
            Some(len) => Duration::from_secs(len / SLOWEST_UPLOAD),
            // The transport adds the time for what it has sent.
            None => Duration::ZERO,
        },
        // The server sends the file on before it answers, which may take any time.
        Body::Json(json) if is_local && has_local_file(json) => return None,
        Body::Json(_) => wait,
    };
    Some(settings.answer_timeout.saturating_add(more))
}

fn has_local_file(json: &[u8]) -> bool {
    const URL: &[u8] = b"\"file:/";
    json.windows(URL.len()).any(|text| text == URL)
}

/// Returns the seconds that a long poll waits: its own parameter `timeout`.
fn wait(info: &'static MethodInfo, parameters: &dyn Object) -> u64 {
    let index = info
        .params()
        .iter()
        .position(|param| param.name == "timeout");
    let seconds = index.and_then(|index| validate::number(parameters.value(index)));
    match seconds {
        Some(Number::Int(seconds)) => u64::try_from(seconds).unwrap_or(0),
        _ => 0,
    }
}
