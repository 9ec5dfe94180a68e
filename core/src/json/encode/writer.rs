//! The output of the encoder, and its errors.

use super::error::{EncodeError, EncodeProblem};
use crate::error::Error;
use crate::validate::{Path, ValidationError, Violation};
use crate::value::input_file::InputFile;

/// The JSON written so far. After an error the walk continues, so that all violations are found.
pub(crate) struct Writer<'u> {
    pub(crate) out: Vec<u8>,
    pub(super) uploads: Uploads<'u>,
    /// Whether the server reads files from the disk of the bot.
    pub(crate) is_local: bool,
    /// The violations, if rules are checked.
    pub(super) violations: Option<Vec<Violation>>,
    /// The first value that cannot be encoded. Boxed to keep the writer small.
    pub(super) failure: Option<Box<Failure>>,
}

/// How uploads inside of values are encoded.
pub(crate) enum Uploads<'u> {
    /// They are only detected.
    Noticed(bool),
    /// They become parts of a form, which the JSON refers to.
    Attached(&'u mut dyn Attach),
}

/// Collects files to be uploaded.
pub(crate) trait Attach {
    /// Adds a file as a separate part, and returns the name of the part.
    fn attach(&mut self, file: &InputFile) -> Result<String, EncodeProblem>;
}

/// A value that cannot be encoded.
pub(crate) struct Failure {
    path: String,
    problem: EncodeProblem,
}

impl Failure {
    #[cold]
    pub(super) fn within(self, method: &'static str) -> EncodeError {
        EncodeError::new(method, self.path, self.problem)
    }
}

impl<'u> Writer<'u> {
    pub(crate) fn new(uploads: Uploads<'u>) -> Self {
        Self {
            out: Vec::with_capacity(1000),
            uploads,
            is_local: false,
            violations: None,
            failure: None,
        }
    }

    /// Returns the JSON, unless there were errors.
    pub(crate) fn finish(self, method: &'static str) -> Result<Vec<u8>, Error> {
        match (self.violations, self.failure) {
            (Some(violations), _) if !violations.is_empty() => {
                Err(ValidationError::of_call(method, violations).into())
            }
            (_, Some(failure)) => Err(failure.within(method).into()),
            _ => Ok(self.out),
        }
    }

    /// Records that a value cannot be encoded.
    #[cold]
    #[inline(never)]
    pub(crate) fn fail(&mut self, problem: EncodeProblem, path: &Path<'_>) {
        self.failure.get_or_insert_with(|| {
            Box::new(Failure {
                path: path.to_string(),
                problem,
            })
        });
    }
}

/// Replaces the trailing comma by the closing bracket.
#[inline]
pub(super) fn close(bracket: u8, out: &mut Vec<u8>) {
    match out.last_mut() {
        Some(last) if *last == b',' => *last = bracket,
        _ => out.push(bracket),
    }
}
