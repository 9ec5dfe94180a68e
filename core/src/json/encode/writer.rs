//! JSON that is being written, and what is wrong with it.

use super::error::{EncodeError, EncodeProblem};
use crate::error::Error;
use crate::validate::{Path, ValidationError, Violation};
use crate::value::input_file::InputFile;

/// JSON that is being written. Whatever is wrong, the walk goes on, so that all violations are found.
pub(crate) struct Writer<'u> {
    pub(crate) out: Vec<u8>,
    pub(super) uploads: Uploads<'u>,
    /// The rules that are broken, if they are checked.
    pub(super) violations: Option<Vec<Violation>>,
    /// The first value that cannot be written. Boxed to keep the writer small.
    pub(super) failure: Option<Box<Failure>>,
}

/// What becomes of uploads inside of what is written.
pub(crate) enum Uploads<'u> {
    /// Nothing but that there is one.
    Noticed(bool),
    /// They become parts of a form, to which the JSON refers.
    Attached(&'u mut dyn Attach),
}

/// Takes files that are to be uploaded.
pub(crate) trait Attach {
    /// Adds a file as a part of its own, and returns the name of the part.
    fn attach(&mut self, file: &InputFile) -> Result<String, EncodeProblem>;
}

/// A value that cannot be written.
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
            violations: None,
            failure: None,
        }
    }

    /// Returns what was written, unless something is wrong with it.
    pub(crate) fn finish(self, method: &'static str) -> Result<Vec<u8>, Error> {
        match (self.violations, self.failure) {
            (Some(violations), _) if !violations.is_empty() => {
                Err(ValidationError::new(method, violations).into())
            }
            (_, Some(failure)) => Err(failure.within(method).into()),
            _ => Ok(self.out),
        }
    }

    /// Notes that a value cannot be written.
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
