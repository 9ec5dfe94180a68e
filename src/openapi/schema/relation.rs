//! Constraints between fields, as far as JSON Schema has words for them. A condition is never stricter
//! than the constraint: what cannot be said exactly is left to `x-rules`.
//!
//! Generators of types read `anyOf` beside `properties` as other types. So what is no `oneOf` is a
//! `not`, an `if` with `then`, or an `anyOf` within `allOf`: those that check nothing skip it.

use super::super::json::{Map, Node, list};
use super::condition::{all_of, given, holds, not, opposite};
use super::{and, and_all_of};
use crate::schema::{Condition, FieldInfo, Member, Relation, Test};

/// The fields of an object.
pub(super) type Fields = [(&'static FieldInfo, Member)];

/// Adds a constraint to the schema of the object.
pub(super) fn apply(relation: &Relation, fields: &Fields, schema: &mut Map) {
    let is_said = |names: &[&str]| names.iter().all(|name| !name.contains('['));
    match relation {
        Relation::OneOf(names) if !is_said(names) => {}
        Relation::AnyOf(groups) if !groups.iter().all(|group| is_said(group)) => {}
        Relation::OneOf(names) => {
            let each = names.iter().map(|name| given(name, fields));
            and(schema, Map::new().with("oneOf", list(each)));
        }
        Relation::AnyOf(groups) => {
            let each = groups.iter().map(|group| {
                let each = group.iter().map(|name| given(name, fields));
                all_of(each.collect())
            });
            let mut each: Vec<_> = each.collect();
            match each.len() {
                1 => and(schema, each.remove(0)),
                _ => and_all_of(schema, Map::new().with("anyOf", list(each))),
            }
        }
        Relation::Implies(conditions, then) => {
            if let Some((of, needed)) = dependent(conditions, then, fields) {
                require(schema, of, needed);
            } else if let Some(rule) = implies(conditions, then, fields) {
                and(schema, rule);
            }
        }
        _ => {}
    }
}

/// The names, if the second must be given when the first is.
fn dependent(
    conditions: &[Condition],
    then: &Condition,
    fields: &Fields,
) -> Option<(&'static str, &'static str)> {
    let [condition] = conditions else {
        return None;
    };
    let is_plain = |condition: &Condition| {
        condition.test == Test::Given && fields.iter().any(|(info, _)| info.name == condition.param)
    };
    (is_plain(condition) && is_plain(then)).then_some((condition.param, then.param))
}

fn require(schema: &mut Map, of: &'static str, needed: &'static str) {
    if !schema.has("dependentRequired") {
        schema.set("dependentRequired", Map::new());
    }
    let all = schema.get_mut("dependentRequired");
    let Some(all) = all.and_then(Node::as_map_mut) else {
        return;
    };
    match all.get_mut(of) {
        Some(Node::List(names)) => names.push(needed.into()),
        _ => all.set(of, list([needed])),
    }
}

/// One of the conditions does not hold, or the last one does.
fn implies(conditions: &[Condition], then: &Condition, fields: &Fields) -> Option<Map> {
    let when = conditions.iter().map(|condition| holds(condition, fields));
    let mut when = when.collect::<Option<Vec<_>>>()?;
    if let Some(opposite) = opposite(then, fields) {
        when.push(opposite);
        return Some(not(all_of(when)));
    }
    let then = holds(then, fields)?;
    if when.is_empty() {
        return Some(then);
    }
    Some(Map::new().with("if", all_of(when)).with("then", then))
}
