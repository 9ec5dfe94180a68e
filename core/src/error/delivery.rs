//! How far a call that failed has come.

/// How far a call that failed has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// The server has surely not seen the call: to send it again does no harm.
    NotSent,
    /// The server may have seen the call and acted on it: sent again, it may take effect twice.
    Unknown,
    /// The server, or a proxy before it, has answered.
    Answered,
}
