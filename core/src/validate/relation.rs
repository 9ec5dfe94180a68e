//! Whether relations hold.

use super::fields::{Members, object};
use crate::schema::Number;
use crate::schema::{Condition, Relation, Test};
use crate::value::{List, Value};

/// A relation does not hold.
pub(crate) struct Broken {
    /// The parameters that are given and concerned.
    pub(crate) given: Vec<&'static str>,
    /// The number that is too much.
    pub(crate) found: Option<Number>,
}

/// What a test comes to. What cannot be known neither starts a relation nor breaks one.
#[derive(Clone, Copy)]
enum Verdict {
    Holds,
    Fails(Option<Number>),
    Unknown,
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds {
            Self::Holds
        } else {
            Self::Fails(None)
        }
    }
}

impl Relation {
    /// Whether it surely holds, by which parameters are given. The trigger has a bit for each that
    /// matters to that: one that starts an implication, or those of which one is asked for; zero if
    /// that is not known. `given` counts those of a trigger that are.
    #[inline]
    pub(crate) fn holds_at_a_glance(&self, trigger: u64, given: &dyn Fn(u64) -> u32) -> bool {
        match *self {
            Self::Implies(..) => trigger != 0 && given(trigger) == 0,
            Self::AnyOf(_) | Self::AnyOrNothing(_) => given(trigger) > 0,
            Self::OneOf(_) => given(trigger) == 1,
        }
    }

    /// What breaks the relation, if anything does.
    pub(crate) fn broken(&self, members: &Members<'_, '_>) -> Option<Broken> {
        match *self {
            Self::OneOf(names) => {
                let given = given(names, members)?;
                (given.len() != 1).then_some(Broken { given, found: None })
            }
            Self::AnyOf(groups) => any(groups, members),
            Self::AnyOrNothing(groups) => any(groups, members).filter(|_| !members.is_empty()),
            Self::Implies(conditions, then) => {
                let holds = |condition: &Condition| {
                    let verdict = condition.test.judge(condition.param, members);
                    matches!(verdict, Verdict::Holds)
                };
                if !conditions.iter().all(holds) {
                    return None;
                }
                let Verdict::Fails(found) = then.test.judge(then.param, members) else {
                    return None;
                };
                let given = conditions.iter().map(|condition| condition.param).collect();
                Some(Broken { given, found })
            }
        }
    }
}

/// Those of the parameters that are given, unless that cannot be known.
fn given(names: &[&'static str], members: &Members<'_, '_>) -> Option<Vec<&'static str>> {
    let mut given = Vec::new();
    for name in names {
        if !matches!(members.at(name)?, Value::Absent) {
            given.push(*name);
        }
    }
    Some(given)
}

fn any(groups: &[&[&'static str]], members: &Members<'_, '_>) -> Option<Broken> {
    let mut all = Vec::new();
    for group in groups {
        let given = given(group, members)?;
        if given.len() == group.len() {
            return None;
        }
        all.extend(given);
    }
    Some(Broken {
        given: all,
        found: None,
    })
}

impl Test {
    fn judge(self, path: &str, members: &Members<'_, '_>) -> Verdict {
        // Each of these looks at every value, and at those alone that it knows.
        match self {
            Self::AtMost(other) => {
                let Some(most) = members.number(other) else {
                    return Verdict::Unknown;
                };
                return first(path, members, |value| {
                    value.number().filter(|number| *number > most)
                });
            }
            Self::Sum(most) => {
                let mut sum = 0_i128;
                members.each(path, &mut |value| {
                    sum = sum.saturating_add(integer(value).unwrap_or(0));
                });
                return within(sum, most);
            }
            Self::Distinct => {
                let mut seen = Vec::new();
                return first(path, members, |value| {
                    let number = value.number()?;
                    let is_second = seen.contains(&number);
                    seen.push(number);
                    is_second.then_some(number)
                });
            }
            Self::IsNot(name) => {
                let mut is_there = false;
                members.each(path, &mut |value| {
                    is_there |= object(value).is_some_and(|object| object.info().name == name);
                });
                return (!is_there).into();
            }
            _ => {}
        }
        let Some(value) = members.at(path) else {
            return Verdict::Unknown;
        };
        match self {
            Self::Absent => match value.number() {
                Some(number) => (members.default(path) == Some(number)).into(),
                None => matches!(value, Value::Absent).into(),
            },
            Self::Equals(wanted) => equals(value, wanted),
            Self::Differs(other) => match equals(value, other) {
                Verdict::Holds => Verdict::Fails(None),
                Verdict::Fails(_) => Verdict::Holds,
                Verdict::Unknown => Verdict::Unknown,
            },
            Self::Items(min, max) => match value {
                Value::List(list) => (min..=max).contains(&list.len()).into(),
                _ => Verdict::Holds,
            },
            Self::SumWith(other, most) => match numbers(value, other, members) {
                Some((one, other)) => within(one.saturating_add(other), most),
                None => Verdict::Unknown,
            },
            Self::RatioWith(other, most) => match numbers(value, other, members) {
                Some((one, other)) => {
                    let (less, more) = (one.min(other), one.max(other));
                    // Nothing is no measure.
                    (less == 0 || more <= less.saturating_mul(most)).into()
                }
                None => Verdict::Unknown,
            },
            Self::Alike(names) => match value {
                Value::List(list) => is_alike(list, names).into(),
                _ => Verdict::Holds,
            },
            Self::NoUpload => (!uploads(value, true)).into(),
            Self::First(others) => {
                let is_other = |name: &&str| !matches!(members.at(name), Some(Value::Absent));
                let is_absent = matches!(value, Value::Absent);
                (is_absent || members.path.is_first() || others.iter().any(is_other)).into()
            }
            // The others are done.
            _ => (!matches!(value, Value::Absent)).into(),
        }
    }
}

/// Fails with the first number that is too much.
fn first<'a>(
    path: &str,
    members: &Members<'_, 'a>,
    mut is_too_much: impl FnMut(Value<'a>) -> Option<Number>,
) -> Verdict {
    let mut found = None;
    members.each(path, &mut |value| {
        found = found.or_else(|| is_too_much(value));
    });
    found.map_or(Verdict::Holds, |found| Verdict::Fails(Some(found)))
}

fn within(sum: i128, most: i128) -> Verdict {
    if sum <= most {
        Verdict::Holds
    } else {
        Verdict::Fails(Some(Number::Int(sum)))
    }
}

/// Both numbers, if both are given.
fn numbers(value: Value<'_>, other: &str, members: &Members<'_, '_>) -> Option<(i128, i128)> {
    Some((integer(value)?, integer(members.at(other)?)?))
}

fn integer(value: Value<'_>) -> Option<i128> {
    match value.number()? {
        Number::Int(value) => Some(value),
        _ => None,
    }
}

/// Whether the value is written so.
fn equals(value: Value<'_>, wanted: &str) -> Verdict {
    match value {
        Value::Text(text) => (text == wanted).into(),
        Value::Bool(value) => (wanted == if value { "true" } else { "false" }).into(),
        Value::Int(value) => (wanted.parse() == Ok(value)).into(),
        Value::Uint(value) => (wanted.parse() == Ok(value)).into(),
        Value::Raw(_) | Value::Json(_) => Verdict::Unknown,
        _ => Verdict::Fails(None),
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

/// Whether there is an upload in a place that must be filled. A file for an optional field, such as
/// a thumbnail, is one that the server can drop.
fn uploads(value: Value<'_>, is_required: bool) -> bool {
    match value {
        Value::File(file) => is_required && file.is_upload(),
        Value::Object(object) | Value::Tagged(object, _) => {
            let fields = object.info().fields;
            let mut is_there = false;
            object.values(&mut |index, value| {
                let is_required = fields.get(index).is_some_and(|info| info.required);
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
