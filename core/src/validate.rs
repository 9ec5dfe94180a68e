//! Checks the arguments of a call against the rules in its [`MethodInfo`], before anything is sent.

use std::fmt;

use crate::info::{Kind, MethodInfo, ParamInfo};
use crate::method::Arguments;
use crate::object::Object;
use crate::relation::Relation;
use crate::rule::{Bounds, Number, Rule};
use crate::value::{Param, Value};

/// The arguments of a call break rules of the Bot API. Nothing was sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Invalid {
    method: &'static str,
    violations: Vec<Violation>,
}

impl Invalid {
    /// The method that was to be called.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Every rule that was broken, in the order of the parameters. Never empty.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.violations
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` was not sent: ", self.method)?;
        self.violations
            .iter()
            .enumerate()
            .try_for_each(|(index, violation)| {
                if index > 0 {
                    f.write_str("; ")?;
                }
                violation.fmt(f)
            })
    }
}

impl std::error::Error for Invalid {}

/// One broken rule.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Violation {
    /// A parameter's value breaks a rule.
    Value {
        /// Where the value is, from the parameter on: `limit`, `commands[3]`.
        path: String,
        /// The measure that breaks the rule: the number itself, or how many characters, bytes or
        /// items there are.
        found: Number,
        /// The rule.
        rule: Rule,
    },
    /// Parameters break a relation.
    Relation {
        /// Those that are given.
        given: Vec<&'static str>,
        /// The relation.
        relation: Relation,
    },
}

impl Violation {
    /// The path of the value that breaks a rule, or nothing if it is several parameters that do.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Value { path, .. } => Some(path),
            Self::Relation { .. } => None,
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value {
                path,
                found,
                rule: rule @ (Rule::Range(_) | Rule::RangeOr(..)),
            } => {
                write!(f, "`{path}` {rule}, but is {found}")
            }
            Self::Value { path, found, rule } => write!(f, "`{path}` {rule}, but has {found}"),
            Self::Relation { given, relation } => relation.explain(given, f),
        }
    }
}

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
    for &relation in info.relations {
        check.relation(info.params, &value, relation);
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
        let infos = object.info().fields;
        object.values(&mut |index, value| {
            if let Some(info) = infos.get(index).filter(|info| !is_free(info)) {
                self.member(infos, info, value, &|index| object.value(index), path);
            }
        });
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
        let broken = match rule {
            Rule::Range(bounds) => number(value).filter(|number| !bounds.contains(number)),
            Rule::RangeOr(bounds, also) => number(value).filter(|number| {
                let is_other = also.iter().any(|other| *number == Number::Int(*other));
                !bounds.contains(number) && !is_other
            }),
            Rule::Len(bounds) => text(value).and_then(|text| characters(text, bounds)),
            Rule::LenAfterEntities(bounds) => {
                let plain = text(value).filter(|_| !has_parse_mode());
                plain.and_then(|text| characters(text.trim(), bounds))
            }
            Rule::Bytes(bounds) => count(text(value).map(str::len), bounds),
            Rule::Items(bounds) => match value {
                Value::List(list) => count(Some(list.len()), bounds),
                _ => None,
            },
        };
        if let Some(found) = broken {
            self.violations.push(Violation::Value {
                path: path.to_string(),
                found,
                rule,
            });
        }
    }

    fn relation<'a>(
        &mut self,
        infos: &'static [ParamInfo],
        value: &dyn Fn(usize) -> Value<'a>,
        relation: Relation,
    ) {
        let broken = relation.broken(&|name| {
            let index = infos.iter().position(|info| info.name == name);
            index.map_or(Value::Absent, value)
        });
        if let Some(given) = broken {
            self.violations
                .push(Violation::Relation { given, relation });
        }
    }
}

fn number(value: Value<'_>) -> Option<Number> {
    match value {
        Value::Int(value) => Some(Number::Int(value.into())),
        Value::Uint(value) => Some(Number::Int(value.into())),
        Value::Int128(value) => Some(Number::Int(value)),
        Value::Uint128(value) => Some(Number::Uint(value)),
        Value::Float(value) => Some(Number::Float(value)),
        Value::Float32(value) => Some(Number::Float(value.into())),
        _ => None,
    }
}

fn text(value: Value<'_>) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

fn characters(text: &str, bounds: Bounds<usize>) -> Option<Number> {
    // A character has one to four bytes, which mostly settles it.
    if bounds.contains(&text.len()) && bounds.contains(&text.len().div_ceil(4)) {
        return None;
    }
    count(Some(text.chars().count()), bounds)
}

fn count(found: Option<usize>, bounds: Bounds<usize>) -> Option<Number> {
    let found = found.filter(|found| !bounds.contains(found))?;
    i128::try_from(found).ok().map(Number::Int)
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
