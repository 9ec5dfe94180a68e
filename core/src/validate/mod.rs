//! Evaluates rules and relations over values, before anything is sent. The walk through all values
//! of a call is that of the encoder, which asks here about each field and object.

mod error;
mod fields;
mod files;
mod measure;
mod path;
mod relation;
mod words;

use crate::schema::{FieldInfo, Rule, TypeInfo};
use crate::value::Object;
use crate::value::Value;
use fields::FieldValues;
use relation::BrokenRelation;

pub use error::{ValidationError, Violation};
pub(crate) use path::Path;

/// Checks the rules of a field that has a value. `path` is where the object is.
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
        // Most integers are within their bounds: to see that here costs a call 70 instructions less.
        if let (Rule::Range(bounds), Value::Int(number)) = (rule, value)
            && measure::is_within(bounds, number)
        {
            continue;
        }
        self::rule(rule, value, &path, &has_parse_mode, violations);
    }
}

/// Checks the relations between the fields of an object. `given` has a bit for each of the first 64
/// fields that is set.
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

/// Evaluates the relations that do not hold by presence. Apart, because mostly all do.
#[cold]
#[inline(never)]
fn evaluate_relations(
    object: &dyn Object,
    info: &'static TypeInfo,
    given: u64,
    path: &Path<'_>,
    violations: &mut Vec<Violation>,
) {
    // What such an object stores that is not known here may be what a relation asks for.
    if info.stores_unknown {
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

/// The bit of a field among the first 64; none past them, which no trigger is about.
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
        Rule::Uploaded | Rule::NotUrl => {
            if let Some(found) = files::wrong(*rule, value) {
                let path = path.to_string();
                let rule = *rule;
                violations.push(Violation::File { path, found, rule });
            }
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

/// Whether the parse mode that applies to the text called `name` is given: `parse_mode` for `text`
/// and `caption`, `question_parse_mode` for `question`.
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
