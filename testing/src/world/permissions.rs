//! What members may send in groups.

use serde_json::{Map, Value};

use super::bot::Bot;
use super::standing::status;

/// What a message has, the permission that it needs, and the server's words for it. What has a more general
/// member too comes first.
const CONTENTS: [(&str, &str, &str); 21] = [
    ("animation", "can_send_other_messages", "animations"),
    ("audio", "can_send_audios", "music"),
    ("contact", "can_send_messages", "contacts"),
    ("dice", "can_send_other_messages", "dice"),
    ("document", "can_send_documents", "documents"),
    ("game", "can_send_other_messages", "games"),
    ("invoice", "can_send_messages", "invoice messages"),
    ("venue", "can_send_messages", "venues"),
    ("location", "can_send_messages", "locations"),
    ("paid_media", "can_send_photos", "paid media"),
    ("live_photo", "can_send_photos", "photos"),
    ("photo", "can_send_photos", "photos"),
    ("poll", "can_send_polls", "polls"),
    ("sticker", "can_send_other_messages", "stickers"),
    ("story", "can_send_photos", "stories"),
    ("checklist", "can_send_messages", "checklists"),
    ("video", "can_send_videos", "videos"),
    ("video_note", "can_send_video_notes", "video notes"),
    ("voice", "can_send_voice_notes", "voice notes"),
    ("text", "can_send_messages", "text messages"),
    ("rich_message", "can_send_messages", "text messages"),
];

/// Returns the permission that a message needs, and the server's words for what it is.
pub(crate) fn needed(message: &Map<String, Value>) -> Option<(&'static str, &'static str)> {
    let has = |name: &str| message.contains_key(name);
    let (name, permission, words) = CONTENTS.iter().find(|(name, ..)| has(name))?;
    let is_live = *name == "location"
        && message
            .get("location")
            .and_then(|it| it.get("live_period"))
            .is_some();
    Some((permission, if is_live { "live locations" } else { words }))
}

impl Bot {
    /// Returns whether a user, or the bot, may do what members need a permission for. Owners and
    /// administrators may; in private chats and channels, there are no permissions.
    pub(crate) fn is_permitted(&self, chat: i64, user: i64, permission: &str) -> bool {
        let known = self.chats.get(&chat);
        let known = known.filter(|chat| matches!(chat.kind(), "group" | "supergroup"));
        let Some(known) = known else {
            return true;
        };
        let standing = self.standing(chat, user);
        match status(&standing) {
            "creator" | "administrator" => true,
            "restricted" => standing.get(permission) == Some(&true.into()),
            "kicked" => false,
            _ => {
                let usual = known.info.get("permissions");
                usual.and_then(|usual| usual.get(permission)) != Some(&false.into())
            }
        }
    }
}
