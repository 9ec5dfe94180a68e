//! Requests as the methods that they call.

use serde::de::DeserializeOwned;
use serde_json::Value;
use telegrammar::__private::with_attached;
use telegrammar::{InputFile, Method};

use super::arguments::Arguments;
use super::call::bad;
use crate::records::ReceivedRequest;

/// Decodes the parameters of a request. Uploads are decoded as files with their content.
///
/// # Errors
///
/// What is missing or has another type.
pub(crate) fn decode<M: Method + DeserializeOwned>(request: &ReceivedRequest) -> Result<M, String> {
    let arguments = Arguments::read(M::INFO, request);
    if let Some(fault) = arguments.any_fault() {
        return Err(bad(fault).text());
    }
    let files = request.files().iter().map(|file| {
        let mut upload = InputFile::bytes(file.content().clone()).file_name(file.file_name());
        if let Some(mime_type) = file.mime_type() {
            upload = upload.mime_type(mime_type);
        }
        (file.part().to_owned(), upload)
    });
    let values = Value::Object(arguments.values);
    let decoded = with_attached(files.collect(), || serde_json::from_value(values));
    decoded.map_err(|error| format!("`{}`: {error}", M::INFO.name()))
}
