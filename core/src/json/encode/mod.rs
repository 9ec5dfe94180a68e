//! Writes the arguments of a call: as JSON, or as a form if there is a file to upload.

mod form;
mod integer;
mod members;
mod room;
mod short;

use std::fmt;
use std::io;

use bytes::Bytes;

use crate::client::method::Arguments;
use crate::http::body::Body;
use crate::json::escape;
use crate::schema::MethodInfo;
use crate::value::input_file::InputFile;
use crate::value::object::{Object, TypeInfo};
use crate::value::{List, Value};

use members::{Members, write_member};

/// A value cannot be written as JSON, or a file to upload cannot be read. Nothing was sent.
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
    #[error("the file `{file}` cannot be read")]
    Unreadable {
        file: String,
        #[source]
        error: io::Error,
    },
    #[error(transparent)]
    Serialize(#[from] serde_json::Error),
}

/// The arguments in the form in which they are sent.
pub(crate) fn body(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
) -> Result<Body, EncodeError> {
    let mut writer = Writer::new(Uploads::Noticed(false));
    write_all(info, arguments, &mut writer)?;
    match writer.uploads {
        Uploads::Noticed(true) => form::form(info, arguments).map(Body::Multipart),
        _ => Ok(Body::Json(Bytes::from(writer.out))),
    }
}

/// The arguments as one JSON object. A parameter that is absent is left out.
pub(crate) fn json(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
) -> Result<Vec<u8>, EncodeError> {
    let mut writer = Writer::new(Uploads::Noticed(false));
    write_all(info, arguments, &mut writer)?;
    Ok(writer.out)
}

fn write_all(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
    writer: &mut Writer,
) -> Result<(), EncodeError> {
    writer.out.push(b'{');
    let mut members = Members::new(writer);
    for (index, param) in info.params.iter().enumerate() {
        let Some(argument) = arguments.argument(index) else {
            break;
        };
        let value = argument.value();
        match value {
            Value::Absent => {}
            Value::Int(_) => members.write_number(param, value),
            _ => members.write(param, value),
        }
    }
    members
        .result
        .map_err(|failure| failure.within(info.name))?;
    close(b'}', &mut writer.out);
    Ok(())
}

/// JSON that is being written.
struct Writer {
    out: Vec<u8>,
    uploads: Uploads,
}

/// What becomes of uploads inside of what is written.
enum Uploads {
    /// Nothing but that there is one.
    Noticed(bool),
    /// They become parts of a form, to which the JSON refers.
    Attached(Box<form::Attachments>),
}

impl Writer {
    fn new(uploads: Uploads) -> Self {
        Self {
            out: Vec::with_capacity(1000),
            uploads,
        }
    }

    #[cold]
    fn upload(&mut self, file: &InputFile) -> Result<(), Failure> {
        match &mut self.uploads {
            Uploads::Noticed(is_there) => *is_there = true,
            Uploads::Attached(attachments) => {
                if let Some(part) = attachments.add(file)? {
                    self.out.extend_from_slice(b"\"attach://");
                    self.out.extend_from_slice(part.as_bytes());
                    self.out.push(b'"');
                }
            }
        }
        Ok(())
    }
}

/// Where in the call a value could not be written, and why. Boxed, because the way of each
/// value leads past it.
struct Failure(Box<(String, Problem)>);

impl Failure {
    #[cold]
    fn below(mut self, step: impl fmt::Display) -> Self {
        self.0.0.insert_str(0, &step.to_string());
        self
    }

    #[cold]
    fn below_member(self, name: &str) -> Self {
        self.below(format_args!(".{name}"))
    }

    #[cold]
    fn within(self, method: &'static str) -> EncodeError {
        let (path, problem) = *self.0;
        EncodeError {
            method,
            path: path.trim_start_matches('.').to_owned(),
            problem,
        }
    }
}

impl<E: Into<Problem>> From<E> for Failure {
    #[cold]
    fn from(problem: E) -> Self {
        Self(Box::new((String::new(), problem.into())))
    }
}

fn write(value: Value<'_>, writer: &mut Writer) -> Result<(), Failure> {
    let out = &mut writer.out;
    match value {
        // Only reached inside of a list, where the server takes no `null`.
        Value::Absent | Value::Kept(_) => return Err(Problem::AbsentItem.into()),
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
        Value::Text(text) => escape::write(text, out),
        Value::File(file) => match file.as_str() {
            Some(text) => escape::write(text, out),
            None => writer.upload(file)?,
        },
        Value::List(list) => write_list(list, writer)?,
        Value::Object(object) => {
            let info = object.info();
            write_object(object, info, info.tag, writer)?;
        }
        Value::Tagged(object, tag) => {
            let info = object.info();
            write_object(object, info, Some(info.tag.unwrap_or(*tag)), writer)?;
        }
        Value::Raw(json) => out.extend_from_slice(json.as_bytes()),
        Value::Json(value) => value.write_json(out)?,
    }
    Ok(())
}

fn write_list(list: &dyn List, writer: &mut Writer) -> Result<(), Failure> {
    writer.out.push(b'[');
    let mut index = 0;
    while let Some(item) = list.item(index) {
        match item {
            // In fewer steps, for rows of buttons.
            Value::Object(object) => {
                let info = object.info();
                write_object(object, info, info.tag, writer)
            }
            value => write(value, writer),
        }
        .map_err(|failure| failure.below(format_args!("[{index}]")))?;
        writer.out.push(b',');
        index += 1;
    }
    close(b']', &mut writer.out);
    Ok(())
}

#[inline(always)]
#[allow(clippy::inline_always)] // For lists, which the compiler takes for rare.
fn write_object(
    object: &dyn Object,
    info: &TypeInfo,
    tag: Option<(&str, &str)>,
    writer: &mut Writer,
) -> Result<(), Failure> {
    writer.out.push(b'{');
    if let Some((name, value)) = tag {
        write_member(name, Value::Text(value), writer)?;
    }
    let mut members = Members::new(writer);
    object.values(&mut |index, value| match info.fields.get(index) {
        Some(field) => members.write(field, value),
        None => members.write_kept(value),
    });
    members.result?;
    close(b'}', &mut writer.out);
    Ok(())
}

/// Ends an object or list. A comma stands behind each member and item, the last one's too many.
#[inline]
fn close(bracket: u8, out: &mut Vec<u8>) {
    match out.last_mut() {
        Some(last) if *last == b',' => *last = bracket,
        _ => out.push(bracket),
    }
}
