//! Encodes the parameters of a request: as JSON, or as a form if there is a file to upload.

use std::sync::Arc;

use bytes::Bytes;

use super::Body;
use super::attachment::Attachment;
use super::form::Form;
use crate::error::Error;
use crate::json::encode::{Attach, EncodeProblem, Uploads, Writer, local_url, parameters};
use crate::schema::{FieldInfo, MethodInfo};
use crate::validate::Path;
use crate::value::Object;
use crate::value::Value;
use crate::value::input_file::InputFile;

/// Validates the parameters if that is enabled, and encodes them as a request body. `is_local`: the
/// server reads files from the disk of the bot.
pub(crate) fn encode(
    info: &'static MethodInfo,
    object: &dyn Object,
    validates: bool,
    is_local: bool,
) -> Result<Body, Error> {
    match parameters(object, validates, is_local)? {
        (json, false) => Ok(Body::Json(Bytes::from(json))),
        (_, true) => form(info, object, is_local),
    }
}

/// Encodes the parameters as a form: texts verbatim, structured values as JSON, and files as parts
/// named after their parameter or referenced by JSON.
fn form(info: &'static MethodInfo, object: &dyn Object, is_local: bool) -> Result<Body, Error> {
    let mut form = Form::new();
    let mut attachments = Attachments {
        info,
        param: "",
        is_local,
        count: 0,
        files: Vec::new(),
    };
    let mut result = Ok(());
    object.visit_fields(&mut |index, value| {
        if let Some(field) = info.params().get(index)
            && result.is_ok()
        {
            result = member(field, value, &mut form, &mut attachments);
        }
    });
    result?;
    Ok(Body::Multipart(form.finish(attachments.files)))
}

fn member(
    field: &'static FieldInfo,
    value: Value<'_>,
    form: &mut Form,
    attachments: &mut Attachments,
) -> Result<(), Error> {
    let name = field.name;
    attachments.param = name;
    let method = attachments.info.name();
    match value {
        Value::Absent => return Ok(()),
        Value::Text(text) => {
            form.text(name, text.as_bytes());
            return Ok(());
        }
        Value::File(file) => {
            if let Some(text) = file.as_str() {
                form.text(name, text.as_bytes());
                return Ok(());
            }
            if attachments.is_local
                && let Some(url) = local_url(field, file)
            {
                form.text(name, url.as_bytes());
                return Ok(());
            }
            return attachments
                .add_as(name.to_owned(), file)
                .map_err(|problem| {
                    crate::error::EncodeError::new(method, name.to_owned(), problem).into()
                });
        }
        _ => {}
    }
    let is_local = attachments.is_local;
    let mut writer = Writer::new(Uploads::Attached(attachments));
    writer.is_local = is_local;
    writer.value(value, &Path::Field(&Path::Start, name));
    let json = writer.finish(method)?;
    if json != b"null" {
        form.json(name, &json);
    }
    Ok(())
}

/// The files found so far, and the names of their parts.
struct Attachments {
    info: &'static MethodInfo,
    /// The parameter that is being written.
    param: &'static str,
    is_local: bool,
    count: usize,
    files: Vec<Attachment>,
}

impl Attach for Attachments {
    fn attach(&mut self, file: &InputFile) -> Result<String, EncodeProblem> {
        let part = loop {
            let part = format!("file{}", self.count);
            self.count += 1;
            if self.info.param(&part).is_none() {
                break part;
            }
        };
        self.add_as(part.clone(), file)?;
        Ok(part)
    }
}

impl Attachments {
    fn add_as(&mut self, part: String, file: &InputFile) -> Result<(), EncodeProblem> {
        let Some(upload) = file.as_upload() else {
            return Ok(());
        };
        let len = upload
            .content
            .measure()
            .map_err(|error| EncodeProblem::Unreadable {
                file: upload.place().into_owned(),
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
