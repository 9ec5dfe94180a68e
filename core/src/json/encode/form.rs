//! The arguments of a call that uploads something, as a form.

use std::sync::Arc;

use super::{EncodeError, Failure, Problem, Uploads, Writer, write};
use crate::client::method::Arguments;
use crate::http::body::{Attachment, Form, Multipart};
use crate::schema::MethodInfo;
use crate::value::Value;
use crate::value::input_file::InputFile;

/// The arguments as a form: texts as they are, what has a structure as JSON, and files as parts
/// that are called like their parameter, or that JSON refers to.
pub(super) fn form(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
) -> Result<Multipart, EncodeError> {
    let mut form = Form::new();
    let mut writer = Writer::new(Uploads::Attached(Box::new(Attachments::new(info))));
    for (index, param) in info.params.iter().enumerate() {
        let Some(argument) = arguments.argument(index) else {
            break;
        };
        let value = argument.value();
        writer
            .member(param.name, value, &mut form)
            .map_err(|failure| failure.below_member(param.name).within(info.name))?;
    }
    Ok(form.finish(match writer.uploads {
        Uploads::Attached(attachments) => attachments.files,
        Uploads::Noticed(_) => Vec::new(),
    }))
}

impl Writer {
    fn member(
        &mut self,
        name: &'static str,
        value: Value<'_>,
        form: &mut Form,
    ) -> Result<(), Failure> {
        if let Uploads::Attached(attachments) = &mut self.uploads {
            attachments.param = name;
        }
        match value {
            Value::Absent => {}
            Value::Text(text) => form.text(name, text.as_bytes()),
            Value::File(file) => match (file.as_str(), &mut self.uploads) {
                (Some(text), _) => form.text(name, text.as_bytes()),
                (None, Uploads::Attached(attachments)) => {
                    attachments.add_as(name.to_owned(), file)?;
                }
                (None, Uploads::Noticed(_)) => {}
            },
            value => {
                self.out.clear();
                write(value, self)?;
                // What wrote itself as JSON may be a text, which the server takes without quotes.
                match self.out.first() {
                    Some(b'"') => {
                        let text: String = serde_json::from_slice(&self.out)?;
                        form.text(name, text.as_bytes());
                    }
                    _ if self.out == b"null" => {}
                    _ => form.text(name, &self.out),
                }
            }
        }
        Ok(())
    }
}

/// Files that have been found, and the names of their parts.
pub(super) struct Attachments {
    info: &'static MethodInfo,
    param: &'static str,
    count: usize,
    files: Vec<Attachment>,
}

impl Attachments {
    fn new(info: &'static MethodInfo) -> Self {
        Self {
            info,
            param: "",
            count: 0,
            files: Vec::new(),
        }
    }

    /// Adds a file as a part with a name of its own, and gives that name.
    pub(super) fn add(&mut self, file: &InputFile) -> Result<Option<&str>, Failure> {
        let part = loop {
            let part = format!("file{}", self.count);
            self.count += 1;
            if self.info.param(&part).is_none() {
                break part;
            }
        };
        self.add_as(part, file)?;
        Ok(self.files.last().map(|file| file.part.as_str()))
    }

    fn add_as(&mut self, part: String, file: &InputFile) -> Result<(), Failure> {
        let Some(upload) = file.as_upload() else {
            return Ok(());
        };
        let len = upload
            .content
            .measure()
            .map_err(|error| Problem::Unreadable {
                file: upload.name().into_owned(),
                error,
            })?;
        self.files.push(Attachment {
            part,
            param: self.param,
            upload: Arc::clone(upload),
            len,
        });
        Ok(())
    }
}
