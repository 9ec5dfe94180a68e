//! The arguments of a call: parameters as the server reads them, by the types of the definition.

use serde_json::{Map, Value, json};
use telegrammar::schema::{ApiType, FieldInfo, MethodInfo};

use super::malformed;
use crate::protocol::integer::{lenient_i32, lenient_i64};
use crate::records::{ReceivedFile, ReceivedRequest};

/// The arguments of a call. A file that was uploaded is `attach://` and the name of its part.
pub(crate) struct Arguments<'r> {
    pub(crate) values: Map<String, Value>,
    /// The server's words for parameters that are not the JSON that they must be, by parameter.
    faults: Vec<(&'static str, String)>,
    request: &'r ReceivedRequest,
}

impl<'r> Arguments<'r> {
    /// Reads the parameters that the method has. What is empty is unset, and so is what is not the JSON that
    /// it must be: see [`fault`](Self::fault).
    pub(crate) fn read(method: &'static MethodInfo, request: &'r ReceivedRequest) -> Self {
        let mut values = Map::new();
        let mut faults = Vec::new();
        for param in method.params() {
            let text = request
                .parameter(param.name)
                .filter(|text| !text.is_empty());
            let value = match (text, param.api_type) {
                (Some(text), _) => match value(method.name(), param, text) {
                    Ok(value) => value,
                    Err(description) => {
                        faults.push((param.name, description));
                        None
                    }
                },
                (None, ApiType::InputFile) => request
                    .files()
                    .iter()
                    .find(|file| file.part() == param.name)
                    .map(|file| format!("attach://{}", file.part()).into()),
                (None, _) => None,
            };
            if let Some(value) = value {
                values.insert(param.name.to_owned(), value);
            }
        }
        Self {
            values,
            faults,
            request,
        }
    }

    /// Returns the server's words for a parameter, if it is not the JSON that it must be.
    pub(crate) fn fault(&self, name: &str) -> Option<&str> {
        let mut faults = self.faults.iter();
        faults.find_map(|(known, words)| (*known == name).then_some(words.as_str()))
    }

    /// Returns the server's words for the first parameter that is not the JSON that it must be.
    pub(crate) fn any_fault(&self) -> Option<&str> {
        self.faults.first().map(|(_, words)| words.as_str())
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    /// Returns a parameter as it was sent.
    pub(crate) fn raw(&self, name: &str) -> Option<&str> {
        self.request.parameter(name)
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.get(name)?.as_str()
    }

    /// Returns a text that is given, which may be empty.
    pub(crate) fn text_or_empty(&self, name: &str) -> Option<String> {
        self.request.parameter(name).map(str::to_owned)
    }

    pub(crate) fn integer(&self, name: &str) -> Option<i64> {
        self.get(name)?.as_i64()
    }

    pub(crate) fn is_true(&self, name: &str) -> bool {
        self.get(name).and_then(Value::as_bool).unwrap_or_default()
    }

    /// Returns whether a parameter is given, even if it is empty.
    pub(crate) fn is_given(&self, name: &str) -> bool {
        self.request.parameter(name).is_some()
    }

    /// Returns the id of the inline message that the call is about. The definition for messages in chats
    /// lacks this parameter.
    pub(crate) fn inline_message(&self) -> Option<&'r str> {
        let id = self.request.parameter("inline_message_id");
        id.filter(|id| !id.is_empty())
    }

    /// Returns the file that a value refers to, if it was uploaded.
    pub(crate) fn upload(&self, value: &str) -> Option<&'r ReceivedFile> {
        self.request.attached(value)
    }
}

/// Returns `None` for what the server ignores. The error is the server's text.
fn value(method: &str, param: &FieldInfo, text: &str) -> Result<Option<Value>, String> {
    Ok(Some(match param.api_type {
        ApiType::Float => json!(lenient_f64(text)),
        ApiType::Boolean => {
            let word = text.trim().to_ascii_lowercase();
            matches!(word.as_str(), "true" | "yes" | "1").into()
        }
        ApiType::ChatId if text.starts_with('@') => text.into(),
        ApiType::Integer if param.name == "max_tip_amount" => match text.parse::<i64>() {
            Ok(amount) => amount.into(),
            Err(_) => return Err("can't parse \"max_tip_amount\" as Number".to_owned()),
        },
        ApiType::Integer => integer(param, text).into(),
        ApiType::ChatId => lenient_i64(text).into(),
        ApiType::Array(_) | ApiType::Object(_) | ApiType::OneOf(_) => {
            return match serde_json::from_str::<Value>(text) {
                // These may be null.
                Ok(Value::Null) if is_nullable(method, param.name) => Ok(None),
                Ok(value) if fits(&param.api_type, &value) => Ok(Some(value)),
                _ if is_ignored(param.name) => Ok(None),
                Ok(_) => Err(malformed::wrong_type(method, param)),
                Err(_) => Err(malformed::not_json(method, param)),
            };
        }
        _ => text.into(),
    }))
}

/// Reads an integer as the server does: what is out of bounds is moved to the nearest bound.
fn integer(param: &FieldInfo, text: &str) -> i64 {
    let most = match param.name {
        "message_id" | "message_thread_id" => return lenient_i32(text).max(0).into(),
        "duration" | "start_timestamp" => 86_400,
        "width" | "height" | "length" => 10_000,
        "member_limit" => 100_000,
        _ => return lenient_i64(text),
    };
    lenient_i32(text).clamp(0, most).into()
}

fn fits(ty: &ApiType, value: &Value) -> bool {
    match ty {
        ApiType::Array(_) => value.is_array(),
        // It may be a text or a list.
        ApiType::Object("RichText") => true,
        ApiType::OneOf(types) => types.iter().any(|ty| fits(ty, value)),
        _ => value.is_object(),
    }
}

/// Returns whether a wrong value is as good as none.
fn is_ignored(name: &str) -> bool {
    name.ends_with("entities") || name == "allowed_updates"
}

/// Returns whether null is as good as none.
fn is_nullable(method: &str, name: &str) -> bool {
    let is_media = matches!(name, "media" | "explanation_media") && method == "sendPoll";
    is_media || matches!(name, "mask_position" | "results")
}

/// Reads the number at the start of a text; 0 without one.
fn lenient_f64(text: &str) -> f64 {
    let text = text.trim();
    let ends = text.char_indices().map(|(at, char)| at + char.len_utf8());
    let mut ends: Vec<usize> = ends.take(64).collect();
    ends.reverse();
    let number = |end: usize| text.get(..end).and_then(|start| start.parse::<f64>().ok());
    let number = ends.into_iter().find_map(number);
    number.filter(|number| number.is_finite()).unwrap_or(0.0)
}
