//! Records that were written by hand, compared with the facts.

mod input;
mod members;
mod unions;

use serde_json::{Value, json};
use xtask::drift::{Outcome, run};

/// Compares a text with an update, or with what the arguments name.
fn compare(arguments: &[&str], input: &str) -> Outcome {
    run(arguments, &mut input.as_bytes()).expect("valid arguments")
}

/// Returns the lines about an input without errors.
fn lines(arguments: &[&str], input: &str) -> Vec<String> {
    let outcome = compare(arguments, input);
    assert_eq!(outcome.error, None, "{}", outcome.report);
    outcome.report.lines().map(ToOwned::to_owned).collect()
}

#[track_caller]
fn finds(arguments: &[&str], input: &Value, expected: &[&str]) {
    assert_eq!(lines(arguments, &input.to_string()), expected);
}

fn chat() -> Value {
    json!({"id": 1, "type": "private", "first_name": "A"})
}

/// A message with more members.
fn message(more: Value) -> Value {
    let mut message = json!({"message_id": 1, "date": 2, "chat": chat()});
    let Value::Object(more) = more else {
        panic!("{more}");
    };
    message.as_object_mut().expect("an object").extend(more);
    message
}

fn update(more: Value) -> Value {
    json!({"update_id": 1, "message": message(more)})
}
