//! What the members of a message say about it.

use serde_json::{Map, Value};

/// What can have a caption.
pub(crate) const MEDIA: [&str; 8] = [
    "animation",
    "audio",
    "document",
    "live_photo",
    "paid_media",
    "photo",
    "video",
    "voice",
];

/// Returns the user or bot that has sent a message. A post in a channel has none.
pub(crate) fn sender(message: &Map<String, Value>) -> Option<i64> {
    message.get("from")?.get("id")?.as_i64()
}

/// A message that the bot generates.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) id: i64,
    /// The message, without an id.
    pub(crate) message: Map<String, Value>,
    pub(crate) topic: Option<i64>,
    /// Whether the user can stop it.
    pub(crate) can_stop: bool,
    pub(crate) is_stopped: bool,
    /// The Unix time of the last part.
    pub(crate) date: i64,
}
