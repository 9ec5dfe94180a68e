//! Checks the arguments of a call against the rules in its [`MethodInfo`], before anything is sent.

mod files;
mod measure;
mod violation;

use std::fmt;

use crate::info::{Kind, MethodInfo, ParamInfo};
use crate::method::Arguments;
use crate::object::Object;
use crate::relation::{Broken, Members, Relation};
use crate::rule::Rule;
use crate::value::{Param, Value};

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
            check.member(info.params, param, value(index), &value, Path::Start);
        }
    }
    check.relations(info.relations, info.params, &value, Path::Start);
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
    check.object(object, Path::Start);
    check.finish(object.info().name)
}

/// Where a value is, from the inside out. Most walks find nothing and never need it as text.
#[derive(Clone, Copy)]
enum Path<'a> {
    Start,
    Field(&'a Path<'a>, &'static str),
    Item(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => Ok(()),
            Self::Field(Self::Start, name) => f.write_str(name),
            Self::Field(before, name) => write!(f, "{before}.{name}"),
            Self::Item(before, index) => write!(f, "{before}[{index}]"),
        }
    }
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

    fn object(&mut self, object: &dyn Object, path: Path<'_>) {
        let info = object.info();
        let infos = info.fields;
        object.values(&mut |index, value| {
            if let Some(info) = infos.get(index).filter(|info| !is_free(info)) {
                self.member(infos, info, value, &|index| object.value(index), path);
            }
        });
        // What a newer object holds that is not known here may be what a relation asks for.
        if !info.relations.is_empty() && object.kept().is_none() {
            self.relations(info.relations, infos, &|index| object.value(index), path);
        }
    }

    /// Checks one of the values that `others` gives, which belong to `infos`.
    #[inline]
    fn member<'a>(
        &mut self,
        infos: &'static [ParamInfo],
        info: &'static ParamInfo,
        value: Value<'a>,
        others: &dyn Fn(usize) -> Value<'a>,
        path: Path<'_>,
    ) {
        let path = Path::Field(&path, info.name);
        for &rule in info.rules {
            let has_parse_mode = || has_parse_mode(infos, others, info.name);
            self.rule(rule, value, path, &has_parse_mode);
        }
        self.inside(value, path);
    }

    fn inside(&mut self, value: Value<'_>, path: Path<'_>) {
        match value {
            Value::Object(object) | Value::Tagged(object, _) => self.object(object, path),
            Value::List(list) => {
                for index in 0..list.len() {
                    let item = list.item(index).map(Param::value);
                    // All items are of one type: scalars need no look.
                    let Some(item @ (Value::Object(_) | Value::Tagged(..) | Value::List(_))) = item
                    else {
                        break;
                    };
                    self.inside(item, Path::Item(&path, index));
                }
            }
            _ => {}
        }
    }

    fn rule(
        &mut self,
        rule: Rule,
        value: Value<'_>,
        path: Path<'_>,
        has_parse_mode: &dyn Fn() -> bool,
    ) {
        match rule {
            Rule::Each(rule) => {
                each(value, &mut |index, item| {
                    self.rule(*rule, item, Path::Item(&path, index), has_parse_mode);
                });
            }
            Rule::Increasing | Rule::StrictlyIncreasing => {
                if let Some((index, found)) = measure::unordered(rule, value) {
                    let path = Path::Item(&path, index).to_string();
                    self.violations.push(Violation::Value { path, found, rule });
                }
            }
            Rule::Uploaded | Rule::NotUrl => {
                if let Some(found) = files::wrong(rule, value) {
                    let path = path.to_string();
                    self.violations.push(Violation::File { path, found, rule });
                }
            }
            _ => {
                if let Some(found) = measure::broken(rule, value, has_parse_mode) {
                    let path = path.to_string();
                    self.violations.push(Violation::Value { path, found, rule });
                }
            }
        }
    }

    fn relations<'a>(
        &mut self,
        relations: &'static [Relation],
        infos: &'static [ParamInfo],
        value: &dyn Fn(usize) -> Value<'a>,
        path: Path<'_>,
    ) {
        let members = Members { infos, value };
        for &relation in relations {
            if let Some(Broken { given, found }) = relation.broken(&members) {
                self.violations.push(Violation::Relation {
                    path: path.to_string(),
                    given,
                    found,
                    relation,
                });
            }
        }
    }
}

/// Shows every item of a list.
fn each<'a>(value: Value<'a>, show: &mut dyn FnMut(usize, Value<'a>)) {
    if let Value::List(list) = value {
        let items = (0..list.len()).filter_map(|index| Some((index, list.item(index)?)));
        items.for_each(|(index, item)| show(index, item.value()));
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
