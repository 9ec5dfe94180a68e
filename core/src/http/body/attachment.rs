//! A file that is a part of a form.

use std::sync::Arc;

use crate::value::input_file::Outgoing;

/// A file in a form.
pub(crate) struct Attachment {
    /// The name of the part.
    pub(crate) part: String,
    /// The parameter that contains the file.
    pub(crate) param: &'static str,
    pub(crate) upload: Arc<Outgoing>,
    pub(crate) len: Option<u64>,
}
