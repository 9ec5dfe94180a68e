//! Evaluates cross-field constraints.

use super::fields::{FieldValues, object};
use crate::schema::Number;
use crate::schema::{Condition, Relation, Test};
use crate::value::{List, Value};

/// A violated constraint.
pub(super) struct BrokenRelation {
    /// The parameters involved that are set.
    pub(super) given: Vec<&'static str>,
    /// The number that is too large.
    pub(super) found: Option<Number>,
}

/// The result of a test. An unknown result neither triggers nor violates a constraint.
#[derive(Clone, Copy)]
enum Outcome {
    Holds,
    Fails(Option<Number>),
    Unknown,
}

impl From<bool> for Outcome {
    fn from(holds: bool) -> Self {
        if holds {
            Self::Holds
        } else {
            Self::Fails(None)
        }
    }
}

/// Returns whether the constraint holds merely by which fields are set. The trigger has a bit for
/// each relevant field: one that triggers an implication, or those of which one is required; 0 if
/// these are unknown. `given` has the bits of the fields that are set.
#[inline]
pub(super) fn holds_by_presence(relation: &Relation, given: u64, trigger: u64) -> bool {
    match *relation {
        Relation::Implies(..) => trigger != 0 && given == 0,
        Relation::AnyOf(_) => given != 0,
        Relation::OneOf(_) => given.is_power_of_two(),
    }
}

/// Returns how the constraint is violated, if it is.
pub(super) fn broken(relation: &Relation, fields: &FieldValues<'_, '_>) -> Option<BrokenRelation> {
    match *relation {
        Relation::OneOf(names) => {
            let given = given(names, fields)?;
            (given.len() != 1).then_some(BrokenRelation { given, found: None })
        }
        Relation::AnyOf(groups) => any(groups, fields),
        Relation::Implies(conditions, then) => {
            let holds = |condition: &Condition| {
                let outcome = condition.test.evaluate(condition.param, fields);
                matches!(outcome, Outcome::Holds)
            };
            if !conditions.iter().all(holds) {
                return None;
            }
            let Outcome::Fails(found) = then.test.evaluate(then.param, fields) else {
                return None;
            };
            let given = conditions.iter().map(|condition| condition.param).collect();
            Some(BrokenRelation { given, found })
        }
    }
}

/// Returns those of the parameters that are set, unless that is unknown.
fn given(names: &[&'static str], fields: &FieldValues<'_, '_>) -> Option<Vec<&'static str>> {
    let mut given = Vec::new();
    for name in names {
        if !matches!(fields.at(name)?, Value::Absent) {
            given.push(*name);
        }
    }
    Some(given)
}

fn any(groups: &[&[&'static str]], fields: &FieldValues<'_, '_>) -> Option<BrokenRelation> {
    let mut all = Vec::new();
    for group in groups {
        let given = given(group, fields)?;
        if given.len() == group.len() {
            return None;
        }
        all.extend(given);
    }
    Some(BrokenRelation {
        given: all,
        found: None,
    })
}

impl Test {
    fn evaluate(self, path: &str, fields: &FieldValues<'_, '_>) -> Outcome {
        // Each of these tests looks at every value that it applies to.
        match self {
            Self::AtMost(other) => {
                let Some(most) = fields.number(other) else {
                    return Outcome::Unknown;
                };
                return first(path, fields, |value| {
                    value.number().filter(|number| *number > most)
                });
            }
            Self::Sum(most) => {
                let mut sum = 0_i128;
                fields.each(path, &mut |value| {
                    sum = sum.saturating_add(integer(value).unwrap_or(0));
                });
                return within(sum, most);
            }
            Self::Distinct => {
                let mut seen = Vec::new();
                return first(path, fields, |value| {
                    let number = value.number()?;
                    let is_second = seen.contains(&number);
                    seen.push(number);
                    is_second.then_some(number)
                });
            }
            Self::IsNot(name) => {
                let mut is_there = false;
                fields.each(path, &mut |value| {
                    is_there |= object(value).is_some_and(|object| object.info().name == name);
                });
                return (!is_there).into();
            }
            _ => {}
        }
        let Some(value) = fields.at(path) else {
            return Outcome::Unknown;
        };
        match self {
            Self::Absent => match value.number() {
                Some(number) => (fields.default(path) == Some(number)).into(),
                None => matches!(value, Value::Absent).into(),
            },
            Self::Equals(wanted) => equals(value, wanted),
            Self::Differs(other) => match equals(value, other) {
                Outcome::Holds => Outcome::Fails(None),
                Outcome::Fails(_) => Outcome::Holds,
                Outcome::Unknown => Outcome::Unknown,
            },
            Self::Items(min, max) => match value {
                Value::List(list) => (min..=max).contains(&list.len()).into(),
                _ => Outcome::Holds,
            },
            Self::SumWith(other, most) => match numbers(value, other, fields) {
                Some((one, other)) => within(one.saturating_add(other), most),
                None => Outcome::Unknown,
            },
            Self::RatioWith(other, most) => match numbers(value, other, fields) {
                Some((one, other)) => {
                    let (less, more) = (one.min(other), one.max(other));
                    // Absent values have no measure.
                    (less == 0 || more <= less.saturating_mul(most)).into()
                }
                None => Outcome::Unknown,
            },
            Self::Alike(names) => match value {
                Value::List(list) => is_alike(list, names).into(),
                _ => Outcome::Holds,
            },
            Self::NoUpload => (!uploads(value, true)).into(),
            Self::First(others) => {
                let is_other = |name: &&str| !matches!(fields.at(name), Some(Value::Absent));
                let is_absent = matches!(value, Value::Absent);
                (is_absent || fields.path.is_first() || others.iter().any(is_other)).into()
            }
            // The others are handled above.
            _ => (!matches!(value, Value::Absent)).into(),
        }
    }
}

/// Fails with the first number that is too large.
fn first<'a>(
    path: &str,
    fields: &FieldValues<'_, 'a>,
    mut is_too_much: impl FnMut(Value<'a>) -> Option<Number>,
) -> Outcome {
    let mut found = None;
    fields.each(path, &mut |value| {
        found = found.or_else(|| is_too_much(value));
    });
    found.map_or(Outcome::Holds, |found| Outcome::Fails(Some(found)))
}

fn within(sum: i128, most: i128) -> Outcome {
    if sum <= most {
        Outcome::Holds
    } else {
        Outcome::Fails(Some(Number::Int(sum)))
    }
}

/// Returns both numbers, if both are set.
fn numbers(value: Value<'_>, other: &str, fields: &FieldValues<'_, '_>) -> Option<(i128, i128)> {
    Some((integer(value)?, integer(fields.at(other)?)?))
}

fn integer(value: Value<'_>) -> Option<i128> {
    match value.number()? {
        Number::Int(value) => Some(value),
        _ => None,
    }
}

/// Returns whether the value is encoded as `wanted`.
fn equals(value: Value<'_>, wanted: &str) -> Outcome {
    match value {
        Value::Text(text) => (text == wanted).into(),
        Value::Bool(value) => (wanted == if value { "true" } else { "false" }).into(),
        Value::Int(value) => (wanted.parse() == Ok(value)).into(),
        Value::Uint(value) => (wanted.parse() == Ok(value)).into(),
        Value::Raw(_) | Value::Json(_) | Value::TaggedJson(..) => Outcome::Unknown,
        _ => Outcome::Fails(None),
    }
}

fn is_alike(list: &dyn List, names: &[&str]) -> bool {
    let mut of_each = (0..list.len())
        .filter_map(|index| object(list.item(index)?))
        .map(|object| object.info().name);
    let Some(first) = of_each.next() else {
        return true;
    };
    of_each.all(|name| name == first || !(names.contains(&name) || names.contains(&first)))
}

/// Returns whether a required value contains an upload. A file for an optional field, such as a
/// thumbnail, can be dropped by the server.
fn uploads(value: Value<'_>, is_required: bool) -> bool {
    match value {
        Value::File(file) => is_required && file.is_upload(),
        Value::Object(object) | Value::Tagged(object, _) => {
            let infos = object.info().fields;
            let mut is_there = false;
            object.visit_fields(&mut |index, value| {
                let is_required = infos.get(index).is_some_and(|info| info.required);
                is_there |= uploads(value, is_required);
            });
            is_there
        }
        Value::List(list) => (0..list.len())
            .filter_map(|index| list.item(index))
            .any(|item| uploads(item, is_required)),
        _ => false,
    }
}
