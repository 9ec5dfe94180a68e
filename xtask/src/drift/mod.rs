//! Compares records of what Telegram sent with the facts, and names what the facts do not know. Here:
//! the arguments. Not here: the values of the input (`records`), the comparison (`check`).
//!
//! Only names, kinds, and words of closed sets are printed, never another value of a record.

mod check;
mod known;
mod records;
mod report;

use std::io::Read;

use serde_json::Value;

use self::check::Check;
use self::known::Known;
use self::records::Records;
use self::report::{Report, Step};
use crate::facts::{self, TypeExpr};

/// The arguments of the command.
#[derive(Debug, Default)]
struct Options<'a> {
    ty: Option<&'a str>,
    method: Option<&'a str>,
    file: Option<&'a str>,
}

impl<'a> Options<'a> {
    fn parse(arguments: &[&'a str]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut arguments = arguments.iter().copied();
        while let Some(argument) = arguments.next() {
            let (place, value) = match argument {
                "--type" => (&mut options.ty, arguments.next()),
                "--method" => (&mut options.method, arguments.next()),
                _ if argument.starts_with("--") => {
                    return Err(format!("unknown option `{argument}`"));
                }
                _ => (&mut options.file, Some(argument)),
            };
            let value = value.ok_or_else(|| format!("`{argument}` needs a name"))?;
            if place.replace(value).is_some() {
                return Err(format!("`{value}` is one name too many"));
            }
        }
        if options.ty.is_some() && options.method.is_some() {
            return Err("`--type` and `--method` exclude each other".to_owned());
        }
        Ok(options)
    }

    /// Returns what a record must be.
    fn expected(&self) -> Result<Expected, String> {
        if let Some(name) = self.method {
            let method = facts::method(name);
            let method = method.ok_or_else(|| format!("the facts have no method `{name}`"))?;
            return Ok(Expected {
                ty: method.returns,
                may_be_list: false,
            });
        }
        let name = self.ty.unwrap_or("Update");
        let ty = facts::ty(name).filter(|ty| ty.name != "InputFile");
        let ty = ty.ok_or_else(|| format!("the facts have no type `{name}`"))?;
        Ok(Expected {
            ty: TypeExpr::Ref(ty.name),
            may_be_list: true,
        })
    }
}

/// What a record must be.
struct Expected {
    ty: TypeExpr,
    /// Whether a list of several values is accepted instead of one, as `getUpdates` returns it.
    may_be_list: bool,
}

/// What came of a comparison.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    /// A line for each finding.
    pub report: String,
    /// Why records were not read, a line for each.
    pub error: Option<String>,
}

/// Compares the records of a file, or those of `stdin` if no file is given, with the facts.
///
/// # Errors
///
/// Returns a message if the arguments are wrong or the file cannot be read.
pub fn run(arguments: &[&str], stdin: &mut dyn Read) -> Result<Outcome, String> {
    let options = Options::parse(arguments)?;
    let expected = options.expected()?;
    let mut bytes = Vec::new();
    let (name, read) = match options.file {
        None | Some("-") => ("stdin", stdin.read_to_end(&mut bytes).map(drop)),
        Some(file) => (file, std::fs::read(file).map(|read| bytes = read)),
    };
    read.map_err(|error| format!("{name}: {error}"))?;
    let mut report = Report::default();
    let errors = compare(&expected, &bytes, &mut report).err();
    let error = errors.map(|errors| {
        let lines = errors.iter().map(|error| format!("{name}: {error}"));
        lines.collect::<Vec<_>>().join("\n")
    });
    Ok(Outcome {
        report: report.to_string(),
        error,
    })
}

/// Compares all records of an input, and returns what is wrong with those that cannot be read.
fn compare(expected: &Expected, bytes: &[u8], report: &mut Report) -> Result<(), Vec<String>> {
    let known = Known::all();
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut values = Records::new(bytes).peekable();
    if values.peek().is_none() {
        return Err(vec!["there is no JSON".to_owned()]);
    }
    let mut errors = Vec::new();
    let mut index = 0;
    while let Some(value) = values.next() {
        index += 1;
        report.path.clear();
        if index > 1 || values.peek().is_some() {
            report.path.push(Step::Record(index));
        }
        let mut check = Check {
            known: &known,
            report,
        };
        let read = value.and_then(|value| record(&mut check, expected, &value));
        errors.extend(read.err().map(|error| format!("record {index}: {error}")));
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

/// Compares a value, or the result of a whole response.
fn record(check: &mut Check<'_>, expected: &Expected, value: &Value) -> Result<(), String> {
    let members = match value {
        Value::Object(members) if members.get("ok").is_some_and(Value::is_boolean) => members,
        _ => {
            content(check, expected, value);
            return Ok(());
        }
    };
    if members.get("ok") == Some(&Value::Bool(true)) && !members.contains_key("result") {
        return Err("a successful response has no `result`".to_owned());
    }
    for (name, value) in members {
        let ty = match name.as_str() {
            "ok" => TypeExpr::Boolean,
            "error_code" => TypeExpr::Integer(facts::Width::Unsaid),
            "description" => TypeExpr::String,
            "parameters" => TypeExpr::Ref("ResponseParameters"),
            "result" => {
                check.within(Step::Member(name.clone()), |check| {
                    content(check, expected, value);
                });
                continue;
            }
            _ => {
                check.unknown_member("response", name, value);
                continue;
            }
        };
        check.member("response", name, value, &ty);
    }
    Ok(())
}

/// Compares a value, or each one of a list of several.
fn content(check: &mut Check<'_>, expected: &Expected, value: &Value) {
    match value {
        Value::Array(values) if expected.may_be_list => {
            for (index, value) in values.iter().enumerate() {
                check.within(Step::Item(index), |check| check.value(value, &expected.ty));
            }
        }
        _ => check.value(value, &expected.ty),
    }
}
