//! Built-in responses to a few methods. All data is invented.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Value, json};

use crate::server::envelope::Answer;
use crate::server::integer::{clamped, lenient_i64};
use crate::records::ReceivedRequest;

/// The number of profile pictures of every user.
const PICTURES: usize = 5;
/// Width and height of a picture's sizes.
const SIDES: [u32; 4] = [160, 320, 640, 1280];
/// Ids of supergroups and channels are below this.
const SUPERGROUPS_BELOW: i64 = -1_000_000_000_000;

/// The bot whose token the server accepts.
pub(crate) struct Bot {
    id: i64,
    last_message_id: AtomicI64,
}

impl Bot {
    pub(crate) fn new(id: i64) -> Self {
        Self {
            id,
            last_message_id: AtomicI64::new(0),
        }
    }

    pub(crate) fn id(&self) -> i64 {
        self.id
    }

    pub(crate) fn answer(&self, request: &ReceivedRequest) -> Answer {
        match request.method().to_ascii_lowercase().as_str() {
            "getme" => Answer::result(&self.me()),
            "getuserprofilephotos" => profile_photos(request),
            "sendmessage" => self.send_message(request),
            "getupdates" => Answer::result(&json!([])),
            _ => Answer::error(404, "Not Found: method not found"),
        }
    }

    /// The bot as the sender of a message.
    fn user(&self) -> Value {
        json!({
            "id": self.id,
            "is_bot": true,
            "first_name": "Fake Bot",
            "username": "telegrammar_fake_bot",
        })
    }

    /// The bot as returned by `getMe` only.
    fn me(&self) -> Value {
        let mut me = self.user();
        if let Some(me) = me.as_object_mut() {
            me.insert("can_join_groups".to_owned(), true.into());
            for ability in [
                "can_read_all_group_messages",
                "supports_inline_queries",
                "can_connect_to_business",
                "has_main_web_app",
            ] {
                me.insert(ability.to_owned(), false.into());
            }
        }
        me
    }

    fn send_message(&self, request: &ReceivedRequest) -> Answer {
        // The text is checked before the chat, as on the server.
        let text = request.parameter("text").unwrap_or_default();
        if text.is_empty() {
            return Answer::error(400, "Bad Request: message text is empty");
        }
        let chat_id = request.parameter("chat_id").unwrap_or_default();
        if chat_id.is_empty() {
            return Answer::error(400, "Bad Request: chat_id is empty");
        }
        let Some(chat) = chat(chat_id) else {
            return Answer::error(400, "Bad Request: chat not found");
        };
        let message_id = self.last_message_id.fetch_add(1, Ordering::Relaxed) + 1;
        Answer::result(&json!({
            "message_id": message_id,
            "from": self.user(),
            "chat": chat,
            "date": now(),
            "text": text,
        }))
    }
}

/// A chat for any id except 0. The type of the chat follows from the id.
fn chat(chat_id: &str) -> Option<Value> {
    if let Some(username) = chat_id.strip_prefix('@') {
        // Different names should be different chats, the same name always the same chat.
        let number = username.bytes().fold(0_i64, |sum, byte| {
            (sum * 31 + i64::from(byte)) % 1_000_000_007
        });
        let id = SUPERGROUPS_BELOW - 1 - number;
        return (!username.is_empty()).then(|| {
            json!({"id": id, "type": "supergroup", "title": "Fake Supergroup", "username": username})
        });
    }
    match lenient_i64(chat_id) {
        0 => None,
        id @ 1.. => Some(json!({"id": id, "type": "private", "first_name": "Fake User"})),
        id if id < SUPERGROUPS_BELOW => {
            Some(json!({"id": id, "type": "supergroup", "title": "Fake Supergroup"}))
        }
        id => Some(json!({"id": id, "type": "group", "title": "Fake Group"})),
    }
}

fn profile_photos(request: &ReceivedRequest) -> Answer {
    let user_id = lenient_i64(request.parameter("user_id").unwrap_or_default());
    if user_id <= 0 {
        return Answer::error(400, "Bad Request: invalid user_id specified");
    }
    let offset = clamped(request.parameter("offset"), 0, 0, i32::MAX);
    let limit = clamped(request.parameter("limit"), 100, 1, 100);
    // Neither is negative here.
    let offset = usize::try_from(offset).unwrap_or_default();
    let limit = usize::try_from(limit).unwrap_or_default();
    let photos: Vec<Vec<Value>> = (0..PICTURES)
        .skip(offset)
        .take(limit)
        .map(|picture| SIDES.map(|side| photo_size(user_id, picture, side)).into())
        .collect();
    Answer::result(&json!({"total_count": PICTURES, "photos": photos}))
}

fn photo_size(user_id: i64, picture: usize, side: u32) -> Value {
    json!({
        "file_id": format!("FakePhoto-{user_id}-{picture}-{side}"),
        "file_unique_id": format!("FakeUnique-{user_id}-{picture}-{side}"),
        "width": side,
        "height": side,
        // The approximate size of a photograph in this format as a JPEG.
        "file_size": side * side / 8,
    })
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
