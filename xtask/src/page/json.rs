//! The community's JSON, `api.json` of telegram-bot-api-spec.

use serde_json::{Map, Value};

use super::{Page, PageEntry, PageField, text, types};

/// Reads the JSON.
pub(super) fn read(json: &str) -> Result<Page, String> {
    let value: Value = serde_json::from_str(json).map_err(|error| {
        let state = if error.is_eof() {
            "is cut off"
        } else {
            "is not valid JSON"
        };
        format!("the file {state}: {error}")
    })?;
    let Value::Object(root) = value else {
        return Err("the JSON is not an object".to_owned());
    };
    let mut page = Page {
        knows_true: false,
        ..Page::default()
    };
    if let (Some(Value::String(version)), Some(Value::String(date))) =
        (root.get("version"), root.get("release_date"))
    {
        page.version = text::date(date).and_then(|date| text::version(version, date));
    }
    for (key, is_method) in [("methods", true), ("types", false)] {
        let Some(Value::Object(entries)) = root.get(key) else {
            return Err(format!(
                "the JSON has no object `{key}`; is it `api.json` of telegram-bot-api-spec?"
            ));
        };
        for (name, value) in entries {
            let Value::Object(value) = value else {
                return Err(format!("`{key}.{name}` is not an object"));
            };
            page.entries.push(entry(name, is_method, value)?);
        }
    }
    Ok(page)
}

fn entry(name: &str, is_method: bool, value: &Map<String, Value>) -> Result<PageEntry, String> {
    let mut entry = PageEntry {
        name: name.to_owned(),
        is_method,
        prose: text::plain(&texts(value.get("description")).join(" ")),
        ..PageEntry::default()
    };
    let returns = texts(value.get("returns"));
    if is_method && !returns.is_empty() {
        // No method returns `Boolean`.
        entry.returns = Some(types::from_list(&returns).replace("Boolean", "True"));
    }
    // `InputFile` and some objects have a list in their text that is no list of types.
    let variants = texts(value.get("subtypes")).into_iter();
    if !is_method {
        entry.variants = variants
            .filter(|name| text::is_name(name))
            .map(str::to_owned)
            .collect();
    }
    match value.get("fields") {
        None | Some(Value::Null) => {}
        Some(Value::Array(fields)) => {
            for value in fields {
                let field = field(value)
                    .ok_or_else(|| format!("`{name}` has an invalid field: {value}"))?;
                entry.fields.push(field);
            }
        }
        Some(_) => return Err(format!("the fields of `{name}` are not a list")),
    }
    Ok(entry)
}

fn field(value: &Value) -> Option<PageField> {
    let types = texts(value.get("types"));
    Some(PageField {
        name: value.get("name")?.as_str()?.to_owned(),
        required: value.get("required")?.as_bool()?,
        ty: (!types.is_empty()).then(|| types::from_list(&types))?,
        prose: text::plain(&texts(Some(value.get("description")?)).join(" ")),
    })
}

/// Returns the texts of a list, or a single text.
fn texts(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(items)) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
