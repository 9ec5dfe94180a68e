//! Writes values as JSON, and checks them against their rules in the same walk.

mod buffer;
mod error;
mod integer;
mod member;
mod members;
mod short;
mod value;
mod writer;

use crate::error::Error;
use crate::validate::{Path, ValidationError};
use crate::value::Object;

pub use error::EncodeError;
pub(crate) use error::EncodeProblem;
pub(crate) use writer::{Attach, Uploads, Writer};

/// The parameters of a call as a JSON object, and whether there is a file to upload among them. The
/// JSON of a call with an upload is not complete.
pub(crate) fn parameters(object: &dyn Object, validates: bool) -> Result<(Vec<u8>, bool), Error> {
    let info = object.info();
    let mut writer = Writer::new(Uploads::Noticed(false));
    writer.violations = validates.then(Vec::new);
    writer.object(object, info, None, &Path::Start);
    let has_upload = matches!(writer.uploads, Uploads::Noticed(true));
    writer.finish(info.name).map(|json| (json, has_upload))
}

/// The parameters of a call as a JSON object, unchecked.
pub(crate) fn json(object: &dyn Object) -> Result<Vec<u8>, EncodeError> {
    let info = object.info();
    let mut writer = Writer::new(Uploads::Noticed(false));
    writer.object(object, info, None, &Path::Start);
    match writer.failure {
        None => Ok(writer.out),
        Some(failure) => Err(failure.within(info.name)),
    }
}

/// Checks the rules of an object and of everything inside.
///
/// # Errors
///
/// All violations at once.
pub fn check(object: &dyn Object) -> Result<(), ValidationError> {
    let info = object.info();
    let mut writer = Writer::new(Uploads::Noticed(false));
    writer.violations = Some(Vec::new());
    writer.object(object, info, None, &Path::Start);
    match writer.violations {
        Some(violations) if !violations.is_empty() => {
            Err(ValidationError::new(info.name, violations))
        }
        _ => Ok(()),
    }
}
