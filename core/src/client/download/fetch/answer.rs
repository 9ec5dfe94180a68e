//! What the head of a response asks for: its content, another attempt, or a new link.

use super::Fetch;
use crate::client::download::failure::Failure;
use crate::client::download::head::Head;
use crate::client::download::open::Content;
use crate::client::download::validator::Validator;
use crate::error::{DownloadErrorKind, Error};
use crate::http::file::response::FileResponse;

impl Fetch {
    /// Does what the head of a response asks for.
    pub(super) async fn answered(&mut self, response: FileResponse) -> Result<(), Error> {
        let status = response.status();
        let encoding = response.header("content-encoding");
        if matches!(status, 200 | 206) && encoding.is_some_and(is_compressed) {
            return Err(self.refused(status, "the content is compressed, which was not asked for"));
        }
        if matches!(status, 200 | 206) && self.validator.differs(&response) {
            self.changed()?;
            if status == 206 {
                return Ok(());
            }
        }
        match Head::of(&response, self.received, self.total) {
            Head::Content { first, len, total } => {
                self.repeated = self.received.saturating_sub(first);
                self.rest = len;
                if let Some(total) = total {
                    self.announced(total)?;
                }
                self.validator.update(&response);
                self.content = Some(Content::Remote(response.into_body()));
                Ok(())
            }
            Head::Complete => {
                self.is_complete = true;
                Ok(())
            }
            Head::Busy { wait } => {
                let failure = Failure::new(DownloadErrorKind::Status { status }, None);
                self.failed(failure.with_wait(wait)).await
            }
            // The link may have expired.
            Head::NotFound if self.may_renew() => {
                self.file.path = None;
                Ok(())
            }
            Head::NotFound if self.is_beyond_server() => {
                Err(self.error(DownloadErrorKind::ServerLimit { size: self.total }))
            }
            Head::NotFound => Err(self.error(DownloadErrorKind::NotFound)),
            Head::WrongRange => Err(self.refused(
                status,
                "the response does not have the range that was requested",
            )),
            Head::Contradiction => Err(self.refused(
                status,
                "its `Content-Range` contradicts its `Content-Length` or the size of the file",
            )),
            Head::OtherSize(actual) => self.announced(actual),
            Head::Refused => Err(self.error(DownloadErrorKind::Status { status })),
        }
    }

    /// Returns the error of a response whose content cannot be used.
    pub(super) fn refused(&self, status: u16, what: &str) -> Error {
        let kind = DownloadErrorKind::Status { status };
        Failure::new(kind, Some(what.into())).into_error(self.received)
    }

    /// Starts again with a file that has changed, if that is possible.
    fn changed(&mut self) -> Result<(), Error> {
        if self.received > 0 {
            if !std::mem::take(&mut self.may_restart) {
                return Err(self.error(DownloadErrorKind::Changed));
            }
            self.is_restarted = true;
        }
        self.received = 0;
        self.total = self.described;
        self.validator = Validator::default();
        Ok(())
    }

    /// Compares the size that a response announces with what is known, and with the limit.
    pub(super) fn announced(&mut self, actual: u64) -> Result<(), Error> {
        if let Some(announced) = self.total.filter(|total| *total != actual) {
            return Err(self.error(DownloadErrorKind::WrongSize { announced, actual }));
        }
        self.total = Some(actual);
        self.check_limit()
    }

    pub(super) fn check_limit(&self) -> Result<(), Error> {
        match (self.total, self.limit) {
            (Some(size), Some(limit)) if size > limit => {
                let size = Some(size);
                Err(self.error(DownloadErrorKind::TooLarge { size, limit }))
            }
            _ => Ok(()),
        }
    }
}

/// Returns whether a `Content-Encoding` changes the content.
fn is_compressed(encoding: &str) -> bool {
    let mut names = encoding.split(',').map(str::trim);
    names.any(|name| !name.is_empty() && !name.eq_ignore_ascii_case("identity"))
}

#[cfg(test)]
mod tests {
    use super::is_compressed;

    #[test]
    fn an_encoding_is_named_in_any_case() {
        for (encoding, expected) in [
            ("", false),
            ("identity", false),
            ("Identity", false),
            ("gzip", true),
            ("identity, GZIP", true),
        ] {
            assert_eq!(is_compressed(encoding), expected, "{encoding}");
        }
    }
}
