//! Each answer of each test, by the OpenAPI document of the definitions: a validator that nobody here
//! wrote reads it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use serde_json::Value;
use telegrammar::openapi::document;

use crate::records::ReceivedRequest;

struct Validator {
    schemas: Schemas,
    /// By the name in lower case and the status.
    answers: HashMap<(String, u16), SchemaIndex>,
}

static VALIDATOR: LazyLock<Validator> = LazyLock::new(validator);

fn validator() -> Validator {
    const URL: &str = "mem:///openapi.json";
    let document = document().json().to_value();
    let mut compiler = Compiler::new();
    compiler.set_default_draft(Draft::V2020_12);
    compiler
        .add_resource(URL, document.clone())
        .expect("a document");
    let (mut schemas, mut answers) = (Schemas::new(), HashMap::new());
    for (path, item) in document["paths"].as_object().expect("paths") {
        let responses = item["post"]["responses"].as_object().expect("responses");
        for (status, response) in responses {
            let place = response["$ref"].as_str().map_or_else(
                || format!("#/paths/~1{}/post/responses/{status}", &path[1..]),
                ToOwned::to_owned,
            );
            let place = format!("{URL}{place}/content/application~1json/schema");
            let schema = compiler.compile(&place, &mut schemas).expect("a schema");
            let name = path[1..].to_ascii_lowercase();
            answers.insert((name, status.parse().expect("a status")), schema);
        }
    }
    Validator { schemas, answers }
}

/// Asserts that an answer of the fake server itself is one that the document tells of.
pub(crate) fn check(request: &ReceivedRequest, status: u16, body: &[u8]) {
    if let Err(error) = outcome(request.method(), status, body) {
        let body = String::from_utf8_lossy(body);
        panic!("{}: {status}: {error}: {body}", request.method());
    }
}

/// What is wrong with an answer. Nothing is said of other methods, nor of answers without a body.
fn outcome(method: &str, status: u16, body: &[u8]) -> Result<(), String> {
    let name = method.to_ascii_lowercase();
    if body.is_empty() || !VALIDATOR.answers.contains_key(&(name.clone(), 200)) {
        return Ok(());
    }
    let answer: Value = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    let schema = VALIDATOR.answers.get(&(name, status));
    let schema = schema.ok_or("the status is not documented")?;
    let outcome = VALIDATOR.schemas.validate(&answer, *schema);
    outcome.map_err(|error| format!("{error:#}"))
}

/// Whether a field of what bots receive is always true, and left out otherwise.
pub(super) fn is_always_true(owner: &str, field: &str) -> bool {
    static FLAGS: LazyLock<HashSet<(String, String)>> = LazyLock::new(|| {
        let document = document().json().to_value();
        let all = document["components"]["schemas"].as_object();
        let all = all.into_iter().flatten();
        let received = all.filter(|(_, schema)| schema["x-telegram-direction"] != "sent");
        let flags = received.flat_map(|(owner, schema)| {
            let properties = schema["properties"].as_object().into_iter().flatten();
            let flags = properties.filter(|(_, property)| property["const"] == true);
            flags.map(|(name, _)| (owner.clone(), name.clone()))
        });
        flags.collect()
    });
    FLAGS.contains(&(owner.to_owned(), field.to_owned()))
}

#[test]
fn an_answer_that_is_not_documented_is_found() {
    let outcome = |method, status, body: &str| outcome(method, status, body.as_bytes());
    let error = r#"{"ok": false, "error_code": 400, "description": "Bad Request"}"#;
    assert_eq!(
        outcome("logout", 200, r#"{"ok": true, "result": true}"#),
        Ok(())
    );
    assert_eq!(outcome("logOut", 400, error), Ok(()));
    for (status, body) in [
        (200, r#"{"ok": true, "result": false}"#),
        (200, r#"{"ok": true}"#),
        (200, error),
        (404, error),
        (418, error),
        (400, "?"),
    ] {
        assert!(outcome("logOut", status, body).is_err(), "{status} {body}");
    }
    assert!(is_always_true("User", "is_premium") && !is_always_true("User", "is_bot"));
}
