//! When a poll closes by itself.

/// A poll that closes at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Closing {
    /// The Unix time in seconds.
    pub(super) at: i64,
    pub(super) chat: i64,
    pub(super) message: i64,
    /// Whether the bot has sent it, and is told.
    pub(super) is_own: bool,
}
