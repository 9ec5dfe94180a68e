//! Settings: `get…` returns what `set…` has set, and `delete…` removes it.

use serde_json::{Map, Value};
use telegrammar::schema::ApiType;

use super::call::{Call, Outcome, result_type};
use super::convert::Converter;
use super::{sample, schema};
use crate::world::Bot;

/// Parameters that say what a setting is for.
const FOR: [&str; 5] = [
    "scope",
    "language_code",
    "chat_id",
    "for_channels",
    "user_id",
];

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let name = call.name;
    if let Some(setting) = name.strip_prefix("set") {
        let key = key(setting, &call.arguments.values);
        bot.settings.insert(key, call.arguments.values.clone());
        return None;
    }
    if let Some(setting) = name.strip_prefix("delete") {
        bot.settings.remove(&key(setting, &call.arguments.values));
        return None;
    }
    let setting = name.strip_prefix("get")?;
    // Only what can be set.
    schema::method(&format!("set{setting}").to_ascii_lowercase())?;
    let saved = saved(bot, setting, call.arguments.values.clone());
    Some(value(bot, call, &saved))
}

/// Returns what was set, for what is asked or else for everything.
fn saved(bot: &Bot, setting: &str, mut asked: Map<String, Value>) -> Map<String, Value> {
    loop {
        if let Some(saved) = bot.settings.get(&key(setting, &asked)) {
            return saved.clone();
        }
        let general = ["language_code", "chat_id"]
            .iter()
            .find_map(|name| asked.remove(*name));
        if general.is_none() {
            return Map::new();
        }
    }
}

fn key(setting: &str, arguments: &Map<String, Value>) -> String {
    let mut key = setting.to_owned();
    for (name, value) in FOR
        .iter()
        .filter_map(|name| Some((name, arguments.get(*name)?)))
    {
        let is_default =
            value == &Value::Bool(false) || value.get("type") == Some(&"default".into());
        if !is_default {
            key = format!("{key} {name}={value}");
        }
    }
    key
}

fn value(bot: &mut Bot, call: &Call<'_>, saved: &Map<String, Value>) -> Outcome {
    let setter = call.name.replacen("get", "set", 1).to_ascii_lowercase();
    let params = schema::method(&setter).map_or(&[][..], |method| method.info.params());
    let result = result_type(call);
    // The setting is one argument, or several that the result has too.
    let whole = params.iter().find(|param| param.api_type == result);
    if let Some(value) = whole.and_then(|param| saved.get(param.name)) {
        let converted = Converter::new(bot, call).convert("", &result, value)?;
        return Ok(converted.unwrap_or_default());
    }
    Ok(match result {
        ApiType::Array(_) => Value::Array(Vec::new()),
        ApiType::Object(name) => match schema::object(name) {
            Some(info) => {
                let mut members = sample::object(info, call.now);
                let name = bot.user().get("first_name").cloned().unwrap_or_default();
                for (field, value) in &mut members {
                    if value.is_string() {
                        *value = if field == "name" {
                            name.clone()
                        } else {
                            "".into()
                        };
                    }
                }
                Converter::new(bot, call).fill(info, saved, &mut members)?;
                members.into()
            }
            None => sample::value(&result, call.now),
        },
        other => sample::value(&other, call.now),
    })
}
