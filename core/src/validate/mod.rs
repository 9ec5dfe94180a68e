//! Checks the arguments of a call against the rules in its [`MethodInfo`], before anything is sent.

mod fields;
mod files;
mod measure;
mod path;
mod relation;
mod violation;
mod words;

use crate::client::method::Arguments;
use crate::schema::Relation;
use crate::schema::Rule;
use crate::schema::{Kind, MethodInfo, ParamInfo};
use crate::value::Value;
use crate::value::object::{Object, TypeInfo};

use fields::Members;
use path::Path;
use relation::Broken;
pub use violation::{Invalid, Violation};

/// Checks all rules of `info` and collects what they find.
pub(crate) fn validate(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
) -> Result<(), Invalid> {
    let mut check = Check::default();
    let value = |index: usize| match arguments.argument(index) {
        Some(argument) => argument.value(),
        None => Value::Absent,
    };
    for (index, param) in info.params.iter().enumerate() {
        if !is_free(param) {
            check.member(info.params, param, value(index), &value, &Path::Start);
        }
    }
    if !info.relations.is_empty() {
        let is_given = |index| !matches!(value(index), Value::Absent);
        let given = |trigger: u64| {
            let (mut rest, mut count) = (trigger, 0);
            while rest != 0 {
                count += u32::from(is_given(rest.trailing_zeros() as usize));
                rest &= rest - 1;
            }
            count
        };
        let members = Members {
            infos: info.params,
            value: &value,
            path: &Path::Start,
        };
        check.relations(info.relations, info.triggers, &members, &given);
    }
    check.finish(info.name)
}

/// Checks the rules of an object and of everything inside.
///
/// # Errors
///
/// All violations at once.
#[doc(hidden)]
pub fn validate_object(object: &dyn Object) -> Result<(), Invalid> {
    let mut check = Check::default();
    check.object(object, &Path::Start);
    check.finish(object.info().name)
}

/// Whether there is nothing to check in any value.
#[inline]
fn is_free(info: &ParamInfo) -> bool {
    info.rules.is_empty() && is_flat(&info.kind)
}

/// Whether values of this kind have nothing inside.
fn is_flat(kind: &Kind) -> bool {
    match kind {
        Kind::Integer | Kind::Float | Kind::String | Kind::Boolean | Kind::ChatId => true,
        Kind::Array(item) => is_flat(item),
        _ => false,
    }
}

/// Walks through values.
#[derive(Default)]
struct Check {
    violations: Vec<Violation>,
}

impl Check {
    fn finish(self, name: &'static str) -> Result<(), Invalid> {
        if self.violations.is_empty() {
            return Ok(());
        }
        Err(Invalid {
            method: name,
            violations: self.violations,
        })
    }

    fn object(&mut self, object: &dyn Object, path: &Path<'_>) {
        let info = object.info();
        let infos = info.fields;
        let mut given = 0_u64;
        object.values(&mut |index, value| {
            given |= bit(index);
            if let Some(info) = infos.get(index).filter(|info| !is_free(info)) {
                self.field(object, infos, info, value, path);
            }
        });
        let count = |trigger: u64| (given & trigger).count_ones();
        let holds = |(relation, trigger)| Relation::holds_at_a_glance(relation, trigger, &count);
        if !with_triggers(info.relations, info.triggers).all(holds) {
            self.object_relations(object, info, given, path);
        }
    }

    /// Checks a field that is not free. Apart, because most are.
    #[inline(never)]
    fn field(
        &mut self,
        object: &dyn Object,
        infos: &'static [ParamInfo],
        info: &'static ParamInfo,
        value: Value<'_>,
        path: &Path<'_>,
    ) {
        self.member(infos, info, value, &|index| object.value(index), path);
    }

    /// Looks closer at the relations of an object. Apart, because mostly there is no need.
    #[inline(never)]
    fn object_relations(
        &mut self,
        object: &dyn Object,
        info: &'static TypeInfo,
        given: u64,
        path: &Path<'_>,
    ) {
        // What such an object holds that is not known here may be what a relation asks for.
        if info.keeps_unknown {
            return;
        }
        let members = Members {
            infos: info.fields,
            value: &|index| object.value(index),
            path,
        };
        let given = |trigger: u64| (given & trigger).count_ones();
        self.relations(info.relations, info.triggers, &members, &given);
    }

    /// Checks one of the values that `others` gives, which belong to `infos`.
    #[inline]
    fn member<'a>(
        &mut self,
        infos: &'static [ParamInfo],
        info: &'static ParamInfo,
        value: Value<'a>,
        others: &dyn Fn(usize) -> Value<'a>,
        path: &Path<'_>,
    ) {
        let path = &Path::Field(path, info.name);
        for rule in info.rules {
            let has_parse_mode = || has_parse_mode(infos, others, info.name);
            self.rule(rule, value, path, &has_parse_mode);
        }
        if !is_flat(&info.kind) {
            self.inside(value, path);
        }
    }

    fn inside(&mut self, value: Value<'_>, path: &Path<'_>) {
        match value {
            Value::Object(object) | Value::Tagged(object, _) => self.object(object, path),
            Value::List(list) => {
                let mut is_first = true;
                let mut index = 0;
                while let Some(item) = list.item(index) {
                    match item {
                        Value::Object(object) | Value::Tagged(object, _) => {
                            self.object(object, &Path::Item(path, index, is_first));
                            is_first = false;
                        }
                        Value::List(row) => {
                            self.inside(item, &Path::Item(path, index, is_first));
                            is_first &= row.is_empty();
                        }
                        // Between objects of a union there may be texts, and what is not known.
                        Value::Text(_) | Value::Raw(_) => is_first = false,
                        // All other items are of one type, and have nothing inside.
                        _ => break,
                    }
                    index += 1;
                }
            }
            _ => {}
        }
    }

    fn rule(
        &mut self,
        rule: &Rule,
        value: Value<'_>,
        path: &Path<'_>,
        has_parse_mode: &dyn Fn() -> bool,
    ) {
        match *rule {
            Rule::Each(rule) => {
                each(value, &mut |index, item| {
                    self.rule(
                        rule,
                        item,
                        &Path::Item(path, index, index == 0),
                        has_parse_mode,
                    );
                });
            }
            Rule::Increasing | Rule::StrictlyIncreasing => {
                if let Some((index, found)) = measure::unordered(*rule, value) {
                    let path = Path::Item(path, index, index == 0).to_string();
                    let rule = *rule;
                    self.violations.push(Violation::Value { path, found, rule });
                }
            }
            Rule::Uploaded | Rule::NotUrl => {
                if let Some(found) = files::wrong(*rule, value) {
                    let path = path.to_string();
                    let rule = *rule;
                    self.violations.push(Violation::File { path, found, rule });
                }
            }
            _ => {
                if let Some(found) = measure::broken(rule, value, has_parse_mode) {
                    let path = path.to_string();
                    let rule = *rule;
                    self.violations.push(Violation::Value { path, found, rule });
                }
            }
        }
    }

    fn relations(
        &mut self,
        relations: &'static [Relation],
        triggers: &[u64],
        members: &Members<'_, '_>,
        given: &dyn Fn(u64) -> u32,
    ) {
        for (relation, trigger) in with_triggers(relations, triggers) {
            if relation.holds_at_a_glance(trigger, given) {
                continue;
            }
            if let Some(Broken { given, found }) = relation.broken(members) {
                self.violations.push(Violation::Relation {
                    path: members.path.to_string(),
                    given,
                    found,
                    relation: *relation,
                });
            }
        }
    }
}

/// Each relation with its trigger, which is zero where there is none.
#[inline]
fn with_triggers(
    relations: &'static [Relation],
    triggers: &[u64],
) -> impl Iterator<Item = (&'static Relation, u64)> {
    let trigger = |index| triggers.get(index).copied().unwrap_or(0);
    let relations = relations.iter().enumerate();
    relations.map(move |(index, relation)| (relation, trigger(index)))
}

/// The place of a field among 64; none past them, which no trigger is about.
#[inline]
fn bit(index: usize) -> u64 {
    u32::try_from(index)
        .ok()
        .and_then(|index| 1_u64.checked_shl(index))
        .unwrap_or(0)
}

/// Shows every item of a list.
fn each<'a>(value: Value<'a>, show: &mut dyn FnMut(usize, Value<'a>)) {
    if let Value::List(list) = value {
        let items = (0..list.len()).filter_map(|index| Some((index, list.item(index)?)));
        items.for_each(|(index, item)| show(index, item));
    }
}

/// Whether the parse mode that applies to the text called `name` is given: `parse_mode` for `text`
/// and `caption`, `question_parse_mode` for `question`.
fn has_parse_mode<'a>(
    infos: &'static [ParamInfo],
    value: &dyn Fn(usize) -> Value<'a>,
    name: &str,
) -> bool {
    infos.iter().enumerate().any(|(index, info)| {
        let applies = match info.name.strip_suffix("parse_mode") {
            Some("") => true,
            Some(prefix) => prefix.strip_suffix('_') == Some(name),
            None => false,
        };
        applies && !matches!(value(index), Value::Absent)
    })
}
