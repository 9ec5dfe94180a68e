//! Writes the arguments of a call as JSON.

use crate::info::MethodInfo;
use crate::method::Arguments;
use crate::object::Object;
use crate::value::Value;

/// A value cannot be written as JSON. Nothing was sent.
#[derive(Debug, thiserror::Error)]
#[error("`{path}` of `{method}` cannot be sent")]
pub struct EncodeError {
    method: &'static str,
    path: String,
    #[source]
    problem: Problem,
}

impl EncodeError {
    /// The method that was to be called.
    #[must_use]
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// Where the value is, from the parameter on: `latitude`, `media[2]`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }
}

#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error("{0} is not a finite number")]
    NotFinite(f64),
    #[error("an item of a list cannot be left out")]
    AbsentItem,
    #[error(transparent)]
    Serialize(#[from] serde_json::Error),
}

/// The arguments as one JSON object. A parameter that is absent is left out.
pub(crate) fn json(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
) -> Result<Vec<u8>, EncodeError> {
    let mut out = Vec::with_capacity(128);
    out.push(b'{');
    for (index, param) in info.params.iter().enumerate() {
        let Some(argument) = arguments.argument(index) else {
            break;
        };
        write_member(param.name, argument.value(), 1, &mut out).map_err(|failure| EncodeError {
            method: info.name,
            path: format!("{}{}", param.name, failure.path),
            problem: failure.problem,
        })?;
    }
    out.push(b'}');
    Ok(out)
}

/// Where below the parameter a value could not be written, and why.
struct Failure {
    path: String,
    problem: Problem,
}

impl<E: Into<Problem>> From<E> for Failure {
    fn from(problem: E) -> Self {
        Self {
            path: String::new(),
            problem: problem.into(),
        }
    }
}

// Names of parameters are identifiers or checked literals and need no escapes.
fn write_key(name: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
}

fn write(value: Value<'_>, out: &mut Vec<u8>) -> Result<(), Failure> {
    match value {
        // Only reached inside of a list, where the server takes no `null`.
        Value::Absent => return Err(Problem::AbsentItem.into()),
        Value::Bool(true) => out.extend_from_slice(b"true"),
        Value::Bool(false) => out.extend_from_slice(b"false"),
        Value::Int(value) => out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes()),
        Value::Uint(value) => out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes()),
        Value::Int128(value) => {
            out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
        }
        Value::Uint128(value) => {
            out.extend_from_slice(itoa::Buffer::new().format(value).as_bytes());
        }
        Value::Float(value) if value.is_finite() => serde_json::to_writer(out, &value)?,
        Value::Float(value) => return Err(Problem::NotFinite(value).into()),
        Value::Float32(value) if value.is_finite() => serde_json::to_writer(out, &value)?,
        Value::Float32(value) => return Err(Problem::NotFinite(value.into()).into()),
        Value::Text(text) => serde_json::to_writer(out, text)?,
        Value::List(list) => {
            out.push(b'[');
            for index in 0..list.len() {
                if index > 0 {
                    out.push(b',');
                }
                if let Some(item) = list.item(index) {
                    write(item.value(), out).map_err(|failure| Failure {
                        path: format!("[{index}]{}", failure.path),
                        problem: failure.problem,
                    })?;
                }
            }
            out.push(b']');
        }
        Value::Object(object) => write_object(object, object.info().tag, out)?,
        Value::Tagged(object, tag) => {
            write_object(object, Some(object.info().tag.unwrap_or(*tag)), out)?;
        }
        Value::Raw(json) => out.extend_from_slice(json.as_bytes()),
        Value::Json(value) => value.write_json(out)?,
    }
    Ok(())
}

fn write_object(
    object: &dyn Object,
    tag: Option<(&str, &str)>,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    let info = object.info();
    out.push(b'{');
    let start = out.len();
    if let Some((name, value)) = tag {
        write_member(name, Value::Text(value), start, out)?;
    }
    for (index, field) in info.fields.iter().enumerate() {
        write_member(field.name, object.value(index), start, out).map_err(|failure| Failure {
            path: format!(".{}{}", field.name, failure.path),
            problem: failure.problem,
        })?;
    }
    if let Some((name, json)) = object.kept() {
        if out.len() > start {
            out.push(b',');
        }
        serde_json::to_writer(&mut *out, name)?;
        out.push(b':');
        out.extend_from_slice(json.as_bytes());
    }
    out.push(b'}');
    Ok(())
}

/// Writes one member of an object whose content starts at `start`, if there is a value for it.
#[inline]
fn write_member(
    name: &str,
    value: Value<'_>,
    start: usize,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    if matches!(value, Value::Absent) {
        return Ok(());
    }
    let before = out.len();
    if before > start {
        out.push(b',');
    }
    write_key(name, out);
    let written = out.len();
    write(value, out)?;
    // A type that serde writes as `null` is as absent as an `Option` without a value.
    if matches!(value, Value::Json(_)) && out.get(written..) == Some(b"null") {
        out.truncate(before);
    }
    Ok(())
}
