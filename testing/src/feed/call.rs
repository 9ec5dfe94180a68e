//! A call as JSON: what was asked, what was answered, and what is to be said about it.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use crate::answers::{self, schema};
use crate::protocol::address::Address;
use crate::records::{Entry, ReceivedRequest};
use crate::world::BotKey;

/// The longest text in a call that is shown, in bytes.
const LONGEST: usize = 16 << 10;

/// Returns a call without its token.
pub(crate) fn call(entry: &Entry) -> Map<String, Value> {
    let request = &entry.request;
    let download = BotKey::of_download(request.path());
    let bot = match &download {
        Some((key, _)) => Some(key.name()),
        None => Address::of(request.path()).map(|address| {
            let key = BotKey {
                token: address.token,
                is_test: address.test,
            };
            key.name()
        }),
    };
    let files = request.files().iter().map(|file| {
        json!({
            "part": file.part(),
            "file_name": file.file_name(),
            "mime_type": file.mime_type(),
            "size": file.content().len(),
        })
    });
    let files: Vec<Value> = files.collect();
    let call = json!({
        "number": entry.number,
        "bot": entry.bot.clone().or(bot),
        "method": request.method(),
        "download": download.map(|(_, path)| path),
        "verb": request.verb(),
        "time": entry.time,
        "parameters": parameters(request),
        "files": files,
        "status": entry.answer.as_ref().map(|(status, _)| *status),
        "answer": entry.answer.as_ref().map(|(_, body)| json_or_text(body)),
        "took_ms": entry.took.map(|took| u64::try_from(took.as_millis()).unwrap_or(u64::MAX)),
        "is_scripted": entry.is_scripted,
        "complaints": entry.complaints,
        "repairs": repairs(entry),
    });
    match call {
        Value::Object(call) => call,
        _ => Map::new(),
    }
}

/// Returns what a lenient client has to repair in an answer that the test has specified.
fn repairs(entry: &Entry) -> Vec<String> {
    let method = schema::method(&entry.request.method().to_ascii_lowercase());
    let answer = entry.answer.as_ref().filter(|_| entry.is_scripted);
    let answer = answer.and_then(|(_, body)| serde_json::from_str::<Value>(body).ok());
    let result = answer.as_ref().and_then(|answer| answer.get("result"));
    let found = method.zip(result);
    found.map_or_else(Vec::new, |(method, result)| {
        answers::repairs(method, result)
    })
}

/// Returns the parameters as JSON: those of a JSON body as they were sent, those of a form with the
/// objects and lists in them.
fn parameters(request: &ReceivedRequest) -> Value {
    let sent = request.query().is_none() && request.body().len() <= LONGEST;
    let sent = if sent { request.json() } else { None };
    if let Some(sent @ Value::Object(_)) = sent {
        return sent;
    }
    let mut parameters = Map::new();
    for (name, value) in request.parameters() {
        let value = match value.as_bytes() {
            [b'{' | b'[', ..] => json_or_text(value),
            _ => shortened(value).into(),
        };
        // The server uses the first of several.
        parameters
            .entry(shortened(name).into_owned())
            .or_insert(value);
    }
    parameters.into()
}

fn json_or_text(text: &str) -> Value {
    let json = serde_json::from_str(text).ok();
    json.unwrap_or_else(|| shortened(text).into())
}

/// Returns the beginning of a text.
fn shortened(text: &str) -> Cow<'_, str> {
    if text.len() <= LONGEST {
        return text.into();
    }
    let beginning = text.as_bytes().get(..LONGEST).unwrap_or_default();
    let beginning = String::from_utf8_lossy(beginning);
    format!("{beginning}… ({} bytes)", text.len()).into()
}
