//! What an answer to a call must be, whatever was called.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};
use telegrammar::schema::ApiType;
use telegrammar::types::Update;
use telegrammar::{Method, from_json_strict, methods};
use telegrammar_macros::listed;

use crate::answers::schema;

type Decode = fn(&str) -> Result<(), String>;

macro_rules! table {
    (results: $($name:ident ($result:expr);)+) => {
        fn all() -> HashMap<&'static str, Decode> {
            let mut all: HashMap<&'static str, Decode> = HashMap::new();
            $(all.insert(methods::$name::INFO.name(), |text| {
                let decoded = from_json_strict::<<methods::$name as Method>::Response>(text);
                decoded.map(drop).map_err(|error| error.to_string())
            });)+
            all
        }
    };
}

listed!(table! results);

static DECODE: LazyLock<HashMap<&'static str, Decode>> = LazyLock::new(all);

/// Reads the envelope of an answer. `None` is an error of the server.
pub(super) fn envelope(status: u16, body: &str) -> Result<Option<Value>, String> {
    if status >= 500 {
        return Err(format!("the status is {status}"));
    }
    // The server says nothing about a body that it does not read.
    if body.is_empty() && status != 200 {
        return Ok(None);
    }
    let mut envelope: Value =
        serde_json::from_str(body).map_err(|error| format!("no JSON: {error}"))?;
    if status == 200 {
        if envelope["ok"] != true {
            return Err("the status is 200, but `ok` is not true".to_owned());
        }
        return Ok(Some(envelope["result"].take()));
    }
    let description = envelope["description"].as_str().unwrap_or_default();
    if envelope["ok"] != false || envelope["error_code"] != status || description.is_empty() {
        return Err("an error without its members".to_owned());
    }
    Ok(None)
}

/// Checks that a result is what the method returns.
pub(super) fn check(method: &str, result: &Value) -> Result<(), String> {
    let listed = schema::method(&method.to_ascii_lowercase()).ok_or("no such method")?;
    let is_flag = result == true && matches!(listed.result, ApiType::OneOf(_));
    if !is_flag && let Some(decode) = DECODE.get(method) {
        decode(&result.to_string())?;
    }
    conforms(&listed.result, result, method)
}

/// Checks that an update is one.
pub(super) fn check_update(update: &Value) -> Result<(), String> {
    let decoded = from_json_strict::<Update>(update.to_string());
    let decoded = decoded.map_err(|error| error.to_string())?;
    if let telegrammar::types::UpdateKind::Undecodable { .. } = decoded.kind {
        return Err(format!("the update cannot be decoded: {update}"));
    }
    conforms(&ApiType::Object("Update"), update, "Update")
}

/// Checks a value against the definitions: nothing is missing, nothing is unknown, and nothing has another
/// type.
pub(super) fn conforms(ty: &ApiType, value: &Value, path: &str) -> Result<(), String> {
    let is_it = match ty {
        ApiType::Integer => value.is_i64(),
        ApiType::Float => value.is_number(),
        ApiType::Boolean => value.is_boolean(),
        ApiType::String | ApiType::InputFile => value.is_string(),
        ApiType::ChatId => value.is_string() || value.is_i64(),
        ApiType::Array(item) => {
            let items = value
                .as_array()
                .ok_or_else(|| format!("{path} is no list"))?;
            let mut items = items.iter();
            return items.try_for_each(|value| conforms(item, value, &format!("{path}[]")));
        }
        ApiType::OneOf(types) => {
            let mut outcomes = types.iter().map(|ty| conforms(ty, value, path));
            let first = outcomes.next().unwrap_or(Ok(()));
            return if outcomes.any(|it| it.is_ok()) {
                Ok(())
            } else {
                first
            };
        }
        ApiType::Object(name) => return object(name, value, path),
        _ => true,
    };
    if is_it {
        Ok(())
    } else {
        Err(format!("{path} is {value}, not {ty}"))
    }
}

fn object(name: &str, value: &Value, path: &str) -> Result<(), String> {
    if name == "RichText" && !value.is_object() {
        return Ok(());
    }
    let members = value.as_object();
    let members = members.ok_or_else(|| format!("{path} is {value}, not {name}"))?;
    if let Some(union) = schema::union(name) {
        let variants = union.variants.iter();
        let mut fault = Err(format!("{path} is no {name}: {value}"));
        for variant in variants {
            let is_it = schema::object(variant.name).is_some_and(|info| {
                info.tag.is_none_or(|(tag, word)| {
                    members.get(tag).and_then(Value::as_str) == Some(word)
                })
            });
            if is_it {
                fault = fields(variant.name, members, path);
                if fault.is_ok() {
                    break;
                }
            }
        }
        return fault;
    }
    fields(name, members, path)
}

fn fields(name: &str, members: &Map<String, Value>, path: &str) -> Result<(), String> {
    let Some(info) = schema::object(name) else {
        return Ok(());
    };
    for field in info.fields {
        if field.required && !members.contains_key(field.name) {
            return Err(format!("{path}.{} is missing", field.name));
        }
    }
    for (member, value) in members {
        if info.tag.is_some_and(|(tag, _)| tag == member) {
            continue;
        }
        let field = schema::field(info, member);
        let field = field.ok_or_else(|| format!("{path}.{member} is unknown in {name}"))?;
        conforms(&field.api_type, value, &format!("{path}.{member}"))?;
    }
    Ok(())
}
