//! The parameters of a request as the server received them.

use serde_json::{Value, json};
use telegrammar_testing::ReceivedRequest;

use super::list::Members;
use crate::facts::{Entry, Field};

/// Returns the parameters of a JSON body.
pub(crate) fn of_json(request: &ReceivedRequest) -> Members {
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert!(request.files().is_empty());
    match request.json() {
        Some(Value::Object(members)) => members,
        other => panic!("{other:?}"),
    }
}

/// Returns the parameters of a form, with each text parsed as the type in the facts. A part with
/// the name of a parameter is a file that the parameter refers to.
pub(crate) fn of_form(request: &ReceivedRequest, entry: &Entry) -> Members {
    let content_type = request.header("content-type").expect("a type");
    assert!(content_type.starts_with("multipart/form-data; boundary="));
    let mut members = Members::new();
    for (name, text) in request.parameters() {
        let value = value_of(entry.field(name), text)
            .unwrap_or_else(|| panic!("{}.{name} is {text:?}", entry.name));
        assert_eq!(members.insert(name.clone(), value), None, "{name}");
    }
    for file in request.files() {
        let is_direct = |field: &&Field| field.name == file.part();
        if let Some(field) = entry.fields.iter().find(is_direct) {
            let reference = json!(format!("attach://{}", file.part()));
            let before = members.insert(field.name.to_owned(), reference);
            assert_eq!(before, None, "{}", field.name);
        }
    }
    members
}

/// Parses a scalar from plain text, and everything else as JSON.
fn value_of(field: &Field, text: &str) -> Option<Value> {
    match field.kind().as_str() {
        "Integer" => text.parse::<i64>().ok().map(Value::from),
        "Float" => text.parse::<f64>().ok().map(Value::from),
        "Boolean" => text.parse::<bool>().ok().map(Value::from),
        "Integer or String" => Some(
            text.parse::<i64>()
                .map_or_else(|_| text.into(), Value::from),
        ),
        "String" | "InputFile" => Some(text.into()),
        _ => serde_json::from_str(text)
            .ok()
            .filter(|value: &Value| value.is_array() || value.is_object()),
    }
}
