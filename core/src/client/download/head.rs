//! What the head of a response means for a download.

use std::time::Duration;

use crate::http::file::response::FileResponse;

/// The meaning of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// The content follows, from this byte on.
    Content {
        first: u64,
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
    Refused,
}

impl Head {
    /// Judges the response to a request for everything after the first `received` bytes.
    pub(super) fn of(response: &FileResponse, received: u64, total: Option<u64>) -> Self {
        match response.status() {
            200 => Self::Content {
                first: 0,
                total: response.length(),
            },
            206 if received > 0 => match response.range() {
                Some((first, total)) if first == received => {
                    let rest = response.length();
                    let end = rest.map(|rest| first.saturating_add(rest));
                    let total = total.or(end);
                    Self::Content { first, total }
                }
                _ => Self::WrongRange,
            },
            416 if total.is_none() && response.unsatisfied_range() == Some(received) => {
                Self::Complete
            }
            404 => Self::NotFound,
            429 | 500..=599 => Self::Busy {
                wait: response.retry_after(),
            },
            _ => Self::Refused,
        }
    }
}
