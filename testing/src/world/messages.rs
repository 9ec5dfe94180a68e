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
