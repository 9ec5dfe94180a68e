//! Evaluates rules and constraints before a request is sent. Here: the check of one field or
//! object, and the error. Not here: the walk through all values, which the encoder does
//! (`json::encode`).

mod error;
mod fields;
mod files;
mod measure;
mod path;
mod relation;
mod serialized;
mod words;

use crate::schema::{FieldInfo, Rule, TypeInfo};
use crate::value::input_file::InputFile;
use crate::value::{Object, Param, Value};
use fields::FieldValues;
use relation::BrokenRelation;
use serialized::Content;

pub use error::{ValidationError, Violation};
pub(crate) use path::Path;
pub(crate) use serialized::number;

/// Checks the rules of a field that has a value. `path` is the path of the object.
#[inline(never)]
pub(crate) fn rules(
    object: &dyn Object,
    field: &'static FieldInfo,
    value: Value<'_>,
    path: &Path<'_>,
    violations: &mut Vec<Violation>,
) {
    let path = Path::Field(path, field.name);
    let has_parse_mode = || has_parse_mode(object, field.name);
    for rule in field.rules {
        // Most integers are within their bounds: this check saves 70 instructions a call.
        if let (Rule::Range(bounds), Value::Int(number)) = (rule, value)
            && measure::is_within(bounds, number)
        {
            continue;
        }
        self::rule(rule, value, &path, &has_parse_mode, violations);
    }
}

/// Checks a file of a field without rules, which is unlisted.
#[cold]
pub(crate) fn file(
    file: &InputFile,
    field: &'static FieldInfo,
    path: &Path<'_>,
    violations: &mut Vec<Violation>,
) {
    let path = Path::Field(path, field.name);
    violations.extend(files::wrong(Rule::IdOrUrl, Value::File(file), &path));
}

/// Checks the constraints between the fields of an object. `given` has a bit for each of the first
/// 64 fields that is set.
#[inline]
pub(crate) fn relations(
    object: &dyn Object,
    info: &'static TypeInfo,
    given: u64,
    path: &Path<'_>,
    violations: &mut Vec<Violation>,
) {
    let holds =
        |(relation, trigger)| relation::holds_by_presence(relation, trigger & given, trigger);
    if !info.triggered_relations().all(holds) {
        evaluate_relations(object, info, given, path, violations);
    }
}

/// Evaluates the constraints that do not hold by presence. A separate function, because usually all
/// do.
#[cold]
#[inline(never)]
fn evaluate_relations(
    object: &dyn Object,
    info: &'static TypeInfo,
    given: u64,
    path: &Path<'_>,
    violations: &mut Vec<Violation>,
) {
    // A member that such an object stores, but does not know, may satisfy a constraint.
    if info.stores_unknown && stores_any(object) {
        return;
    }
    let fields = FieldValues { object, path };
    for (relation, trigger) in info.triggered_relations() {
        if relation::holds_by_presence(relation, trigger & given, trigger) {
            continue;
        }
        if let Some(BrokenRelation { given, found }) = relation::broken(relation, &fields) {
            violations.push(Violation::Relation {
                path: path.to_string(),
                given,
                found,
                relation: *relation,
            });
        }
    }
}

/// Returns whether the object has a member that is not a field.
fn stores_any(object: &dyn Object) -> bool {
    let mut is_there = false;
    object.visit_fields(&mut |_, value| is_there |= matches!(value, Value::Unknown(..)));
    is_there
}

/// Returns the bit of a field among the first 64; 0 for later ones, which no trigger includes.
#[inline]
pub(crate) fn bit(index: usize) -> u64 {
    if index < 64 { 1 << index } else { 0 }
}

fn rule(
    rule: &Rule,
    value: Value<'_>,
    path: &Path<'_>,
    has_parse_mode: &dyn Fn() -> bool,
    violations: &mut Vec<Violation>,
) {
    if let Value::Json(json) = value {
        let content = Content::of(json);
        return self::rule(rule, content.value(), path, has_parse_mode, violations);
    }
    match *rule {
        Rule::Each(rule) => {
            measure::each(value, &mut |index, item| {
                let path = Path::Item(path, index, index == 0);
                self::rule(rule, item, &path, has_parse_mode, violations);
            });
        }
        Rule::Increasing | Rule::StrictlyIncreasing => {
            if let Some((index, found)) = measure::unordered(*rule, value) {
                let path = Path::Item(path, index, index == 0).to_string();
                let rule = *rule;
                violations.push(Violation::Value { path, found, rule });
            }
        }
        Rule::Uploaded | Rule::NotUrl | Rule::IdOrUrl | Rule::UploadedOrDropped => {
            violations.extend(files::wrong(*rule, value, path));
        }
        _ => {
            if let Some(found) = measure::broken(rule, value, has_parse_mode) {
                let path = path.to_string();
                let rule = *rule;
                violations.push(Violation::Value { path, found, rule });
            }
        }
    }
}

/// Returns whether the parse mode for the text parameter `name` is set: `parse_mode` for `text` and
/// `caption`, `question_parse_mode` for `question`.
fn has_parse_mode(object: &dyn Object, name: &str) -> bool {
    let fields = object.info().fields.iter().enumerate();
    fields.into_iter().any(|(index, info)| {
        let applies = match info.name.strip_suffix("parse_mode") {
            Some("") => true,
            Some(prefix) => prefix.strip_suffix('_') == Some(name),
            None => false,
        };
        applies && !matches!(object.value(index), Value::Absent)
    })
}
