//! `api.json` of the community's telegram-bot-api-spec.

use serde_json::Value;

use super::{Entry, Member, Page, date, type_expr, version};

pub(super) fn read(text: &str) -> Result<Page, String> {
    let spec: Value = serde_json::from_str(text).map_err(|error| format!("`api.json`: {error}"))?;
    let mut page = Page {
        version: version(&string(&spec, "version")).unwrap_or_default(),
        date: date(&string(&spec, "release_date")),
        entries: Vec::new(),
    };
    for key in ["methods", "types"] {
        let entries = spec.get(key).and_then(Value::as_object);
        let entries = entries.ok_or_else(|| format!("`api.json` has no object `{key}`"))?;
        page.entries
            .extend(entries.iter().map(|(name, value)| entry(name, value)));
    }
    Ok(page)
}

fn entry(name: &str, value: &Value) -> Entry {
    let returns = strings(value, "returns");
    Entry {
        name: name.to_owned(),
        section: String::new(),
        prose: string(value, "description"),
        // The only Boolean that a method returns is `True`.
        returns: (!returns.is_empty()).then(|| joined(&returns).replace("Boolean", "True")),
        members: list(value, "fields").iter().map(member).collect(),
        variants: strings(value, "subtypes"),
    }
}

fn member(value: &Value) -> Member {
    let (mut ty, prose) = (
        joined(&strings(value, "types")),
        string(value, "description"),
    );
    // This format does not distinguish `True`, but the prose does.
    let start = prose.trim_start_matches("Optional. ");
    if ty == "Boolean"
        && ["True, if", "True if", "Always True"]
            .iter()
            .any(|text| start.starts_with(text))
    {
        "True".clone_into(&mut ty);
    }
    Member {
        name: string(value, "name"),
        ty,
        is_required: value.get("required") == Some(&Value::Bool(true)),
        prose,
    }
}

/// Joins alternatives: those of several arrays are the items of one.
fn joined(types: &[String]) -> String {
    let items: Option<Vec<_>> = types
        .iter()
        .map(|ty| ty.strip_prefix("Array of "))
        .collect();
    match items {
        Some(items) if !items.is_empty() => {
            let items: Vec<_> = items.into_iter().map(str::to_owned).collect();
            format!("Array<{}>", joined(&items))
        }
        _ => types
            .iter()
            .map(|ty| type_expr(ty))
            .collect::<Vec<_>>()
            .join("|"),
    }
}

/// A text, or the lines of one.
fn string(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::String(text)) => text.clone(),
        _ => strings(value, key).join("\n"),
    }
}

fn strings(value: &Value, key: &str) -> Vec<String> {
    let items = list(value, key).iter().filter_map(Value::as_str);
    items.map(str::to_owned).collect()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}
