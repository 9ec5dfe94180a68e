//! Users who talk to the bot.

use bytes::Bytes;
use serde_json::{Map, Value, json};

use super::action::Action;
use crate::actions;
use crate::fake::FakeBotApi;
use crate::world::{Bot, Chat, SUPERGROUP};

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

    /// Returns a user with this first name who has never written to the bot. Until then, the bot cannot write
    /// to the user: "chat not found" as long as they are in no chat together, and "bot can't initiate
    /// conversation with a user" afterwards, except for five minutes after the user has asked to join a chat.
    ///
    /// # Panics
    ///
    /// Panics if there is such a user already.
    #[must_use]
    #[track_caller]
    pub fn stranger(&self, first_name: &str) -> User<'_> {
        let id = {
            let mut state = self.shared.state();
            let bot = state.world.bot(&self.key).expect("the first bot");
            let known = bot.find_user(first_name);
            assert!(known.is_none(), "there is a user {first_name}");
            let id = bot.free_user_id();
            bot.add_stranger(id, first_name);
            id
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
/// Everything panics that a user cannot do, such as writing to a bot that the same user has blocked, or of
/// which the bot would not be told, because it is not in the group.
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
    pub(crate) fake: &'f FakeBotApi,
    pub(crate) id: i64,
    pub(crate) chat: i64,
    /// The topic.
    pub(crate) thread: Option<i64>,
    /// The message that is replied to.
    pub(crate) reply_to: Option<i64>,
    /// The owner of the business account that the chat belongs to.
    pub(crate) account: Option<i64>,
}

impl<'f> User<'f> {
    pub(crate) fn new(fake: &'f FakeBotApi, id: i64) -> Self {
        Self {
            fake,
            id,
            chat: id,
            thread: None,
            reply_to: None,
            account: None,
        }
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

    /// Returns the user in another chat that the bot knows. Whoever does something there becomes a member.
    ///
    /// # Panics
    ///
    /// Panics if the bot does not know the chat.
    #[must_use]
    #[track_caller]
    pub fn in_chat(self, chat: impl Into<i64>) -> Self {
        let chat = chat.into();
        let is_known = self.with_bot(|bot| bot.chats.contains_key(&chat));
        assert!(is_known, "the bot knows no chat {chat}");
        Self {
            chat,
            thread: None,
            reply_to: None,
            account: None,
            ..self
        }
    }

    /// Returns the user in a topic of the chat, whose id [`creates_topic`](Self::creates_topic) and
    /// `createForumTopic` return. 1 is the general topic, in which everything is that is in no other one.
    #[must_use]
    pub fn in_topic(self, topic: impl Into<i64>) -> Self {
        Self {
            thread: Some(topic.into()),
            ..self
        }
    }

    /// Returns the user while replying to a message of the chat: what is said, sent and shared is a reply to it.
    ///
    /// ```
    /// use telegrammar_testing::FakeBotApi;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let fake = FakeBotApi::start().await?;
    /// let [ann, ben] = ["Ann", "Ben"].map(|name| fake.user(name).in_supergroup());
    /// let question = ann.says("Tea or coffee?");
    /// ben.replying_to(question).says("Tea");
    /// assert_eq!(ben.sees(), "Ann: Tea or coffee?\nBen: Tea (reply to \"Tea or coffee?\")\n");
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn replying_to(self, message: impl Into<i64>) -> Self {
        Self {
            reply_to: Some(message.into()),
            ..self
        }
    }

    /// Sends a text. White space around it is removed. Commands, mentions, hashtags and addresses in it are marked as by the server.
    /// Returns the id of the message.
    ///
    /// # Panics
    ///
    /// Panics if nothing is left of the text, or more than 4096 characters, and if the user may not send it.
    #[track_caller]
    pub fn says(&self, text: &str) -> Action<'f, i64> {
        self.send(&actions::text(text))
    }

    /// Sends a photo, which the bot can download. Returns the id of the message. With a caption, it is an
    /// [album](Self::sends_album) of one photo.
    #[track_caller]
    pub fn sends_photo(&self, content: impl Into<Bytes>) -> Action<'f, i64> {
        let content = content.into();
        let message = self.with_bot(|bot| bot.files.photo(content));
        self.send(&message)
    }

    /// Sends photos as an album, of which the first has the caption, unless that is empty. The bot gets a
    /// message for each, with the same `media_group_id` if there are several. Returns the ids of the messages.
    ///
    /// # Panics
    ///
    /// Panics unless there are 1 to 10 photos, and if the caption has more than 1024 characters.
    #[track_caller]
    pub fn sends_album<B: Into<Bytes>>(
        &self,
        photos: impl IntoIterator<Item = B>,
        caption: &str,
    ) -> Action<'f, Vec<i64>> {
        let photos: Vec<Bytes> = photos.into_iter().map(Into::into).collect();
        let count = photos.len();
        assert!(
            (1..=10).contains(&count),
            "an album has 1 to 10 photos, not {count}"
        );
        let group = self.with_bot(|bot| (13_000_000_000 + bot.number()).to_string());
        let mut ids = Vec::new();
        for (index, content) in photos.into_iter().enumerate() {
            let mut message = self.with_bot(|bot| bot.files.photo(content));
            if count > 1 {
                message.insert("media_group_id".to_owned(), group.as_str().into());
            }
            if index == 0 {
                message.insert("caption".to_owned(), caption.into());
            }
            ids.push(self.send(&message).result());
        }
        Action::new(self.fake, ids)
    }

    /// Sends a file, which the bot can download. Returns the id of the message.
    #[track_caller]
    pub fn sends_document(&self, file_name: &str, content: impl Into<Bytes>) -> Action<'f, i64> {
        let content = content.into();
        let message = self.with_bot(|bot| bot.files.document(file_name, None, content));
        self.send(&message)
    }

    /// Sends a message with these members of a `Message`. What they require and is left out is filled in:
    /// `{"voice": {}}` is a voice message. A text or caption without entities gets those that the server finds.
    /// Returns the id of the message.
    ///
    /// # Panics
    ///
    /// Panics if `content` is no object, if it is empty, if a `Message` has no such member, or one of another
    /// type, and if no client can decode the message.
    #[track_caller]
    pub fn sends(&self, content: &Value) -> Action<'f, i64> {
        self.send(content.as_object().expect("the members of a message"))
    }

    #[track_caller]
    fn send(&self, content: &Map<String, Value>) -> Action<'f, i64> {
        let done = self.acts("send", json!({"message": content}));
        let id = done.get("message_id").and_then(Value::as_i64);
        Action::new(self.fake, id.unwrap_or_default())
    }

    /// Presses a button by its label: of the newest message with such an inline button, or of the
    /// keyboard below the input field, which sends its label, a contact or a location, in groups as a reply
    /// to the message with the keyboard. A keyboard for one use is hidden then, and can still be pressed. A
    /// button with `pay` pays the invoice of its message.
    ///
    /// # Panics
    ///
    /// Panics if no button has the label, or if pressing it tells the bot nothing, as with a link. A button
    /// that asks for more is for [`shares_users`](Self::shares_users) and the like.
    #[track_caller]
    pub fn presses(&self, label: &str) -> Action<'f> {
        let done = self.acts("press", json!({"label": label}));
        let is_silent = done.contains_key("button");
        assert!(
            !is_silent,
            "pressing the button `{label}` tells the bot nothing"
        );
        Action::new(self.fake, ())
    }

    pub(crate) fn first_name(&self) -> String {
        let user = self.with_bot(|bot| bot.user_object(self.id));
        let name = user.get("first_name").and_then(Value::as_str);
        name.unwrap_or_default().to_owned()
    }

    /// Returns the chat in which the user is.
    pub(crate) fn chat_in<'b>(&self, bot: &'b Bot) -> Option<&'b Chat> {
        let chats = match self.account {
            Some(owner) => &bot.business.get(bot.business_of(owner)?)?.chats,
            None => &bot.chats,
        };
        chats.get(&self.chat)
    }

    pub(crate) fn with_bot<T>(&self, with: impl FnOnce(&mut Bot) -> T) -> T {
        let mut state = self.fake.shared.state();
        with(state.world.bot(&self.fake.key).expect("the first bot"))
    }
}
