//! How the server fails, and what a client may make of it.

use std::time::Duration;

use crate::report::Report;

/// The longest wait that a client grants a flood error by default.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// How the server fails an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    /// Nothing listens at the port.
    Refuse,
    /// It accepts the connection and closes it at once.
    Reset,
    /// It reads a part of the request and resets the connection.
    CutRequest,
    /// It accepts the connection and reads nothing.
    StallUnread,
    /// It reads the request and never answers.
    StallRead,
    /// It reads the request and closes the connection.
    Close,
    CutResponse,
    /// The response is shorter than its `Content-Length`.
    LongLength,
    /// The response is longer than its `Content-Length`, and the connection remains open.
    ShortLength,
    Garbage,
    Giant,
    /// The response is correct, and comes in small pieces.
    Trickle,
    /// The response is correct, and the connection is closed after it without notice.
    CloseAfter,
    Flood,
    /// A flood error whose wait is only in the header.
    FloodHeader,
    /// A flood error that does not tell how long to wait.
    FloodBare,
    /// A flood error whose wait is longer than the client waits.
    FloodLong,
    Internal,
    BadGateway,
    Conflict,
}

impl Fault {
    pub(crate) const ALL: [Self; 20] = [
        Self::Refuse,
        Self::Reset,
        Self::CutRequest,
        Self::StallUnread,
        Self::StallRead,
        Self::Close,
        Self::CutResponse,
        Self::LongLength,
        Self::ShortLength,
        Self::Garbage,
        Self::Giant,
        Self::Trickle,
        Self::CloseAfter,
        Self::Flood,
        Self::FloodHeader,
        Self::FloodBare,
        Self::FloodLong,
        Self::Internal,
        Self::BadGateway,
        Self::Conflict,
    ];

    /// Returns the wait that the response asks for.
    pub(crate) fn retry_after(self) -> Duration {
        Duration::from_secs(match self {
            Self::Flood | Self::FloodHeader => 1,
            Self::FloodLong => 1000,
            _ => 0,
        })
    }

    /// Returns whether it is a flood error after which the client has to try again.
    pub(crate) fn is_flood(self) -> bool {
        matches!(self, Self::Flood | Self::FloodHeader | Self::FloodBare)
    }

    /// Returns whether the server performs the request: `None` if it may do so or not.
    pub(crate) fn performs(self) -> Option<bool> {
        match self {
            Self::StallRead | Self::Close | Self::Internal | Self::BadGateway => None,
            Self::CutResponse
            | Self::LongLength
            | Self::ShortLength
            | Self::Garbage
            | Self::Giant
            | Self::Trickle
            | Self::CloseAfter => Some(true),
            Self::Refuse
            | Self::Reset
            | Self::CutRequest
            | Self::StallUnread
            | Self::Flood
            | Self::FloodHeader
            | Self::FloodBare
            | Self::FloodLong
            | Self::Conflict => Some(false),
        }
    }
}

/// Returns whether the client may report this of a call whose last attempt ended so.
pub(crate) fn permits(fault: Option<Fault>, report: Report) -> bool {
    match fault {
        None | Some(Fault::Trickle | Fault::CloseAfter) => report == Report::Succeeded,
        Some(Fault::Refuse) => report == Report::NotSent,
        // Nothing of it was read, which a client may know or not.
        Some(Fault::Reset) => matches!(report, Report::NotSent | Report::Unknown),
        Some(
            Fault::CutRequest
            | Fault::StallUnread
            | Fault::StallRead
            | Fault::Close
            | Fault::CutResponse
            | Fault::LongLength,
        ) => report == Report::Unknown,
        Some(Fault::ShortLength) => report == Report::Accepted,
        Some(Fault::Garbage | Fault::Giant | Fault::BadGateway) => report == Report::Unreadable,
        Some(
            Fault::Flood
            | Fault::FloodHeader
            | Fault::FloodBare
            | Fault::FloodLong
            | Fault::Conflict,
        ) => report == Report::Refused,
        Some(Fault::Internal) => report == Report::Failed,
    }
}

/// Returns whether the client may send the request again after an attempt that ended so.
pub(crate) fn permits_repetition(fault: Option<Fault>, is_repeatable: bool) -> bool {
    match fault {
        // The server reads nothing of it.
        Some(Fault::Refuse | Fault::Reset) => true,
        Some(fault) if fault.retry_after() > LONGEST_WAIT => false,
        Some(fault) if fault.is_flood() => true,
        Some(Fault::Internal | Fault::BadGateway) => is_repeatable,
        _ => is_repeatable && permits(fault, Report::Unknown),
    }
}
