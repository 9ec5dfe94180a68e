//! Checks the arguments of a call against the rules in its [`MethodInfo`], before anything is sent.

use std::fmt;

use crate::info::{MethodInfo, ParamInfo};
use crate::method::Arguments;
use crate::rule::{Bounds, Number, Relation, Rule};
use crate::value::Value;

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
            Self::Relation { given, relation } => {
                match relation {
                    Relation::OneOf(names) => {
                        f.write_str("exactly one of ")?;
                        list(f, names)?;
                    }
                    Relation::AnyOf(groups) => {
                        groups.iter().enumerate().try_for_each(|(index, names)| {
                            if index > 0 {
                                f.write_str(" or ")?;
                            }
                            list(f, names)
                        })?;
                    }
                }
                f.write_str(" must be given, but ")?;
                match given.as_slice() {
                    [] => f.write_str("none is"),
                    [name] => write!(f, "only `{name}` is"),
                    names => {
                        list(f, names)?;
                        f.write_str(" are")
                    }
                }
            }
        }
    }
}

fn list(f: &mut fmt::Formatter<'_>, names: &[&str]) -> fmt::Result {
    names.iter().enumerate().try_for_each(|(index, name)| {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "`{name}`")
    })
}

/// Checks all rules of `info` and collects what they find.
pub(crate) fn validate(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
) -> Result<(), Invalid> {
    let mut violations = Vec::new();
    for (index, param) in info.params.iter().enumerate() {
        if param.rules.is_empty() {
            continue;
        }
        if let Some(argument) = arguments.argument(index) {
            check(info, arguments, param, argument.value(), &mut violations);
        }
    }
    for &relation in info.relations {
        violations.extend(check_relation(info, arguments, relation));
    }
    if violations.is_empty() {
        Ok(())
    } else {
        Err(Invalid {
            method: info.name,
            violations,
        })
    }
}

fn check(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
    param: &'static ParamInfo,
    value: Value<'_>,
    violations: &mut Vec<Violation>,
) {
    for &rule in param.rules {
        let broken = match rule {
            Rule::Range(bounds) => number(value).filter(|number| !bounds.contains(number)),
            Rule::RangeOr(bounds, also) => number(value).filter(|number| {
                let is_other = also.iter().any(|other| *number == Number::Int(*other));
                !bounds.contains(number) && !is_other
            }),
            Rule::Len(bounds) => count(text(value).map(|text| text.chars().count()), bounds),
            Rule::LenAfterEntities(bounds) => {
                let plain = text(value).filter(|_| !has_parse_mode(info, arguments, param.name));
                count(plain.map(|text| text.trim().chars().count()), bounds)
            }
            Rule::Bytes(bounds) => count(text(value).map(str::len), bounds),
            Rule::Items(bounds) => match value {
                Value::List(list) => count(Some(list.len()), bounds),
                _ => None,
            },
        };
        if let Some(found) = broken {
            violations.push(Violation::Value {
                path: param.name.to_owned(),
                found,
                rule,
            });
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

fn count(found: Option<usize>, bounds: Bounds<usize>) -> Option<Number> {
    let found = found.filter(|found| !bounds.contains(found))?;
    i128::try_from(found).ok().map(Number::Int)
}

/// Whether the call gives the parse mode that applies to the text called `name`: `parse_mode` for
/// `text` and `caption`, `question_parse_mode` for `question`.
fn has_parse_mode(info: &'static MethodInfo, arguments: &dyn Arguments, name: &str) -> bool {
    info.params.iter().enumerate().any(|(index, param)| {
        let applies = match param.name.strip_suffix("parse_mode") {
            Some("") => true,
            Some(prefix) => prefix.strip_suffix('_') == Some(name),
            None => false,
        };
        applies && is_given(arguments, index)
    })
}

fn is_given(arguments: &dyn Arguments, index: usize) -> bool {
    arguments
        .argument(index)
        .is_some_and(|value| !matches!(value.value(), Value::Absent))
}

fn check_relation(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
    relation: Relation,
) -> Option<Violation> {
    let given: Vec<_> = info
        .params
        .iter()
        .enumerate()
        .filter(|(index, _)| is_given(arguments, *index))
        .map(|(_, param)| param.name)
        .collect();
    let is_given = |name: &&str| given.contains(name);
    let (concerned, is_kept): (Vec<_>, _) = match relation {
        Relation::OneOf(names) => {
            let concerned: Vec<_> = names.iter().copied().filter(is_given).collect();
            let is_kept = concerned.len() == 1;
            (concerned, is_kept)
        }
        Relation::AnyOf(groups) => (
            groups
                .iter()
                .flat_map(|group| group.iter())
                .copied()
                .filter(is_given)
                .collect(),
            groups.iter().any(|group| group.iter().all(is_given)),
        ),
    };
    (!is_kept).then_some(Violation::Relation {
        given: concerned,
        relation,
    })
}
