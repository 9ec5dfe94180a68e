//! Users who talk to the bot.

use bytes::Bytes;
use serde_json::{Value, json};

use crate::answers::mark;
use crate::fake::FakeBotApi;
use crate::world::{Bot, Kind, SUPERGROUP, now};

impl FakeBotApi {
    /// Returns a user with this first name, and a private chat with the bot. The same name is the same
    /// user.
    #[must_use]
    pub fn user(&self, first_name: &str) -> User<'_> {
        let id = {
            let mut state = self.shared.state();
            let bot = state.world.bot(&self.key);
            bot.map_or(0, |bot| bot.user_named(first_name))
        };
        User::new(self, id)
    }

    /// Returns the user 42, who is in the private chat 42 and in the supergroup.
    #[must_use]
    pub fn first_user(&self) -> User<'_> {
        User::new(self, 42)
    }
}

/// A user, in a chat. Each thing that the user does is delivered to the first bot as an update.
///
/// ```
/// use telegrammar::methods::{GetUpdates, SendMessage};
/// use telegrammar_testing::FakeBotApi;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let fake = FakeBotApi::start().await?;
/// let ann = fake.user("Ann");
/// ann.says("/start");
///
/// let updates = GetUpdates::new().send(&fake.bot()).await?;
/// assert_eq!(updates.len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct User<'f> {
    fake: &'f FakeBotApi,
    id: i64,
    chat: i64,
}

impl<'f> User<'f> {
    pub(crate) fn new(fake: &'f FakeBotApi, id: i64) -> Self {
        Self { fake, id, chat: id }
    }

    /// Returns the id of the user, which is that of the private chat with the bot too.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Returns the user in the supergroup that exists from the start.
    #[must_use]
    pub fn in_supergroup(self) -> Self {
        self.in_chat(SUPERGROUP)
    }

    /// Returns the user in another chat that the bot knows, of which the user becomes a member.
    ///
    /// # Panics
    ///
    /// Panics if the bot does not know the chat.
    #[must_use]
    pub fn in_chat(self, chat: i64) -> Self {
        self.with_bot(|bot| {
            assert!(
                bot.chats.contains_key(&chat),
                "the bot knows no chat {chat}"
            );
            bot.meet(chat, self.id);
        });
        Self { chat, ..self }
    }

    /// Sends a text. Commands, mentions, hashtags and addresses in it are marked as by the server.
    /// Returns the id of the message.
    #[expect(clippy::must_use_candidate, reason = "what counts is the update")]
    pub fn says(&self, text: &str) -> i64 {
        self.sends(&json!({"text": text}))
    }

    /// Sends a photo, which the bot can download. Returns the id of the message.
    pub fn sends_photo(&self, content: impl Into<Bytes>) -> i64 {
        let content = content.into();
        let sizes = self.with_bot(|bot| {
            let photo = bot.files.add(Kind::of("photo"), None, None, content);
            let sizes = bot.files.sizes(&photo).into_iter();
            let sizes: Vec<_> = sizes.map(|(file, side)| file.size(side)).collect();
            json!(sizes)
        });
        self.sends(&json!({"photo": sizes}))
    }

    /// Sends a file, which the bot can download. Returns the id of the message.
    pub fn sends_document(&self, file_name: &str, content: impl Into<Bytes>) -> i64 {
        let document = self.with_bot(|bot| {
            let kind = Kind::of("document");
            let file = bot.files.add(kind, Some(file_name), None, content.into());
            let mut document = file.members();
            document.insert("file_name".to_owned(), file_name.into());
            document.insert("mime_type".to_owned(), file.mime_type.into());
            document
        });
        self.sends(&json!({"document": document}))
    }

    /// Sends a message with these members of a `Message`. A text or caption without entities gets
    /// those that the server finds. Returns the id of the message.
    ///
    /// # Panics
    ///
    /// Panics if `content` is no object.
    #[expect(clippy::must_use_candidate, reason = "what counts is the update")]
    pub fn sends(&self, content: &Value) -> i64 {
        let content = content.as_object().expect("the members of a message");
        let (message, id) = self.with_bot(|bot| {
            let from = bot.user_object(self.id);
            let chat = bot.chats.get_mut(&self.chat).expect("the chat of the user");
            let id = chat.next_message_id();
            let mut message = json!({
                "message_id": id,
                "from": from,
                "chat": chat.short(),
                "date": now(),
            });
            if let Some(message) = message.as_object_mut() {
                message.extend(content.clone());
                mark(message);
            }
            (message, id)
        });
        let kind = self.with_bot(|bot| {
            bot.chats
                .get(&self.chat)
                .map(|chat| chat.kind() == "channel")
        });
        let kind = if kind == Some(true) {
            "channel_post"
        } else {
            "message"
        };
        self.fake.deliver_json(json!({kind: message}));
        id
    }

    /// Presses a button by its label: of the newest message with such an inline button, or of the
    /// keyboard below the input field, which sends its label.
    ///
    /// # Panics
    ///
    /// Panics if no button has the label, or if pressing it tells the bot nothing, as with a link.
    pub fn presses(&self, label: &str) {
        let pressed = self.with_bot(|bot| self.find(bot, label));
        match pressed {
            Some(Button::Inline(query)) => {
                self.fake.deliver_json(json!({"callback_query": query}));
            }
            Some(Button::Keyboard) => {
                self.says(label);
            }
            Some(Button::Silent) => panic!("pressing the button `{label}` tells the bot nothing"),
            None => panic!("there is no button `{label}` in the chat {}", self.chat),
        }
    }

    fn find(&self, bot: &mut Bot, label: &str) -> Option<Button> {
        let number = bot.number();
        let from = bot.user_object(self.id);
        let chat = bot.chats.get(&self.chat)?;
        for message in chat.messages.values().rev() {
            let rows = message
                .get("reply_markup")
                .and_then(|markup| markup.get("inline_keyboard"));
            let Some(button) = rows.and_then(|rows| labelled(rows, label)) else {
                continue;
            };
            let mut query = json!({
                "id": format!("{}", 4_000_000_000_000_i64 + number),
                "from": from,
                "message": message,
                "chat_instance": format!("{}", self.chat),
            });
            let (name, value) = match (button.get("callback_data"), button.get("callback_game")) {
                (Some(data), _) => ("data", data.clone()),
                (None, Some(_)) => {
                    let game = message.get("game").and_then(|game| game.get("title"));
                    ("game_short_name", game.cloned().unwrap_or_default())
                }
                _ => return Some(Button::Silent),
            };
            if let Some(query) = query.as_object_mut() {
                query.insert(name.to_owned(), value);
            }
            return Some(Button::Inline(query));
        }
        let keyboard = chat.keyboard.as_ref()?;
        labelled(keyboard, label).map(|_| Button::Keyboard)
    }

    fn with_bot<T>(&self, with: impl FnOnce(&mut Bot) -> T) -> T {
        let mut state = self.fake.shared.state();
        with(state.world.bot(&self.fake.key).expect("the first bot"))
    }
}

/// A button that was found.
enum Button {
    /// The callback query that it causes.
    Inline(Value),
    Keyboard,
    Silent,
}

/// Returns the button with this label in rows of buttons, which may be plain texts.
fn labelled<'v>(rows: &'v Value, label: &str) -> Option<&'v Value> {
    let rows = rows.as_array().into_iter().flatten();
    let mut buttons = rows.filter_map(Value::as_array).flatten();
    buttons.find(|button| button.get("text").unwrap_or(button).as_str() == Some(label))
}
