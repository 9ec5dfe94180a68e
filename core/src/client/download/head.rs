//! What the head of a response means for a download.

use std::time::Duration;

use crate::http::file::response::{FileResponse, Range};

/// The meaning of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// The content follows, from this byte on.
    Content {
        first: u64,
        /// The number of bytes, if a range says it.
        len: Option<u64>,
        total: Option<u64>,
    },
    /// Nothing is left of a file of unknown size.
    Complete,
    NotFound,
    /// Another attempt may succeed, after the wait that the server asks for.
    Busy {
        wait: Option<Duration>,
    },
    /// The content that follows is not the one requested.
    WrongRange,
    /// The headers of the content that follows contradict each other, or what is known.
    Contradiction,
    /// The file has this size, which is not the known one.
    OtherSize(u64),
    Refused,
}

impl Head {
    /// Judges the response to a request for everything after the first `received` bytes.
    pub(super) fn of(response: &FileResponse, received: u64, total: Option<u64>) -> Self {
        match response.status() {
            200 => Self::Content {
                first: 0,
                len: None,
                total: response.length(),
            },
            206 if received > 0 => match response.range() {
                Some(range) if range.first == received => Self::part(range, response, total),
                _ => Self::WrongRange,
            },
            416 => match (total, response.unsatisfied_range()) {
                (None, Some(size)) if size == received => Self::Complete,
                (Some(total), Some(size)) if size != total => Self::OtherSize(size),
                _ => Self::Refused,
            },
            404 => Self::NotFound,
            429 | 500..=599 => Self::Busy {
                wait: response.retry_after(),
            },
            _ => Self::Refused,
        }
    }

    /// Judges the response that starts where it should. The end of its range is not that of the
    /// file: a server may send less than the rest.
    fn part(range: Range, response: &FileResponse, known: Option<u64>) -> Self {
        let Range { first, len, total } = range;
        let fits_body = response.length().is_none_or(|length| length == len);
        let end = first.saturating_add(len);
        let fits_file = total.or(known).is_none_or(|total| end <= total);
        if !fits_body || !fits_file {
            return Self::Contradiction;
        }
        Self::Content {
            first,
            len: Some(len),
            total,
        }
    }
}
