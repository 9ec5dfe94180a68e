//! What tells one version of a file from another: the headers `ETag` and `Last-Modified`.

use crate::http::file::response::FileResponse;

/// The validators of the version that is being downloaded, as far as they are known.
#[derive(Debug, Default)]
pub(super) struct Validator {
    etag: Option<String>,
    last_modified: Option<String>,
}

impl Validator {
    /// Adds what a response says about the same version.
    pub(super) fn update(&mut self, response: &FileResponse) {
        if let Some(etag) = response.header("etag") {
            self.etag = Some(etag.to_owned());
        }
        if let Some(date) = response.header("last-modified") {
            self.last_modified = Some(date.to_owned());
        }
    }

    /// Returns whether a response is of another version: its entity tag differs, or, if one of the
    /// tags is unknown, its date.
    pub(super) fn differs(&self, response: &FileResponse) -> bool {
        let dates = (&self.last_modified, response.header("last-modified"));
        match (&self.etag, response.header("etag")) {
            (Some(old), Some(new)) => opaque(old) != opaque(new),
            _ => matches!(dates, (Some(old), Some(new)) if old != new),
        }
    }

    /// Returns the value of the header `If-Range`: the entity tag, unless it is weak, or the date.
    pub(super) fn if_range(&self) -> Option<String> {
        let etag = self.etag.as_ref().filter(|etag| etag.starts_with('"'));
        etag.or(self.last_modified.as_ref()).cloned()
    }
}

/// Returns an entity tag without the mark of a weak one.
fn opaque(etag: &str) -> &str {
    etag.strip_prefix("W/").unwrap_or(etag)
}
