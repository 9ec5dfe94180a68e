//! What was found, each finding once, and where it was found first.

use std::collections::HashMap;
use std::fmt::{self, Display, Formatter, Write};

use serde_json::Value;

/// A step from a value to one inside it.
#[derive(Clone)]
pub(super) enum Step {
    /// A record of several in one input, by its number from 1.
    Record(usize),
    Member(String),
    Item(usize),
}

/// A finding.
struct Finding {
    text: String,
    /// The path of the first one.
    path: String,
    count: usize,
}

/// All findings in the order of their first occurrence.
#[derive(Default)]
pub(super) struct Report {
    /// The steps to the value that is compared.
    pub(super) path: Vec<Step>,
    findings: Vec<Finding>,
    /// The places of the findings by their texts.
    places: HashMap<String, usize>,
}

impl Report {
    /// Adds a finding about the value at the current path.
    pub(super) fn add(&mut self, text: String) {
        if let Some(finding) = self
            .places
            .get(&text)
            .and_then(|at| self.findings.get_mut(*at))
        {
            finding.count += 1;
            return;
        }
        self.places.insert(text.clone(), self.findings.len());
        self.findings.push(Finding {
            text,
            path: path(&self.path),
            count: 1,
        });
    }
}

impl Display for Report {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        for Finding { text, path, count } in &self.findings {
            let times = if *count == 1 {
                "once".to_owned()
            } else {
                format!("{count} times")
            };
            writeln!(to, "{text} at {path}, {times}")?;
        }
        Ok(())
    }
}

fn path(steps: &[Step]) -> String {
    let mut path = String::from("$");
    for step in steps {
        // A string takes everything.
        let _ = match step {
            Step::Record(number) => write!(path, "#{number}"),
            Step::Member(name) => write!(path, ".{}", word(name)),
            Step::Item(index) => write!(path, "[{index}]"),
        };
    }
    path
}

/// Returns the kind of a value, in the words of the Bot API.
pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "Boolean",
        Value::Number(number) if number.is_f64() => "Float",
        Value::Number(_) => "Integer",
        Value::String(_) => "String",
        Value::Array(_) => "Array",
        Value::Object(_) => "Object",
    }
}

/// The longest word or name that is printed, in characters.
const LONGEST: usize = 40;

/// Returns a word or a name, or its length if it looks like a text that somebody wrote.
pub(super) fn word(text: &str) -> String {
    let length = text.chars().count();
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || letter == '`';
    if length == 0 || length > LONGEST || text.contains(is_odd) {
        format!("({length} characters)")
    } else {
        text.to_owned()
    }
}
