//! Encodes values as JSON and validates them in the same walk. Here: the encoder. Not here: the
//! rules (`validate`), and forms (`http::body`).

mod buffer;
mod error;
mod integer;
mod member;
mod members;
mod short;
mod value;
mod writer;

use crate::error::Error;
use crate::validate::{Path, ValidationError, Violation};
use crate::value::Object;

pub use error::EncodeError;
pub(crate) use error::EncodeProblem;
pub(crate) use members::local_url;
pub(crate) use writer::{Attach, Uploads, Writer};

/// Encodes the parameters of a call as a JSON object. Also returns whether a file is to be
/// uploaded; the JSON is incomplete then. `is_local`: the server reads files from the disk of the
/// bot.
pub(crate) fn parameters(
    object: &dyn Object,
    validates: bool,
    is_local: bool,
) -> Result<(Vec<u8>, bool), Error> {
    let info = object.info();
    let mut writer = Writer::new(Uploads::Noticed(false));
    writer.violations = validates.then(Vec::new);
    writer.is_local = is_local;
    writer.object(object, info, None, &Path::Start);
    let has_upload = matches!(writer.uploads, Uploads::Noticed(true));
    writer.finish(info.name).map(|json| (json, has_upload))
}

/// Encodes the parameters of a call as a JSON object, without validation.
pub(crate) fn json(object: &dyn Object) -> Result<Vec<u8>, EncodeError> {
    let info = object.info();
    let mut writer = Writer::new(Uploads::Noticed(false));
    writer.object(object, info, None, &Path::Start);
    match writer.failure {
        None => Ok(writer.out),
        Some(failure) => Err(failure.within(info.name)),
    }
}

/// Validates a value that is not sent by itself, and everything inside it.
///
/// # Errors
///
/// All violations.
pub fn check(object: &dyn Object) -> Result<(), ValidationError> {
    validate(object, ValidationError::of_value)
}

/// Validates the parameters of a call, and everything inside them.
pub(crate) fn check_call(parameters: &dyn Object) -> Result<(), ValidationError> {
    validate(parameters, ValidationError::of_call)
}

fn validate(
    object: &dyn Object,
    error: fn(&'static str, Vec<Violation>) -> ValidationError,
) -> Result<(), ValidationError> {
    let info = object.info();
    let mut writer = Writer::new(Uploads::Noticed(false));
    writer.violations = Some(Vec::new());
    writer.object(object, info, None, &Path::Start);
    match writer.violations {
        Some(violations) if !violations.is_empty() => Err(error(info.name, violations)),
        _ => Ok(()),
    }
}
