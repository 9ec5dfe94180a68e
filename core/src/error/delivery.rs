//! Whether a request reached the server.

/// Whether a request that failed reached the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// The server definitely did not receive the request; retrying is safe.
    NotSent,
    /// The server may have received and performed the request; a retry may perform it twice.
    Unknown,
    /// The server, or a proxy in front of it, sent a response.
    Answered,
}
