//! Appends formatted parts to a text.

use super::Text;
use super::entity::{entity, user_of_id};
use crate::types::MessageEntityType as Type;
use crate::types::{MessageEntity, User};

impl Text {
    /// Appends a part as it is: plain text, or a text with its own entities.
    pub fn append(mut self, part: impl Into<Self>) -> Self {
        self.add(part.into());
        self
    }

    /// Appends a part to a text that is borrowed.
    pub fn push(&mut self, part: impl Into<Self>) {
        self.add(part.into());
    }

    /// Joins texts with a separator.
    ///
    /// ```
    /// use telegrammar::text::Text;
    ///
    /// let names = ["Ann", "Bob"].map(|name| Text::new().bold(name));
    /// assert_eq!(Text::join(names, ", ").to_html(), "<b>Ann</b>, <b>Bob</b>");
    /// ```
    pub fn join<P: Into<Self>>(
        parts: impl IntoIterator<Item = P>,
        separator: impl Into<Self>,
    ) -> Self {
        let separator = separator.into();
        let mut joined = Self::new();
        for (index, part) in parts.into_iter().enumerate() {
            if index > 0 {
                joined.push(&separator);
            }
            joined.push(part);
        }
        joined
    }

    /// Appends a bold part.
    pub fn bold(self, part: impl Into<Self>) -> Self {
        self.with(part, entity(Type::Bold, 0, 0))
    }

    /// Appends an italic part.
    pub fn italic(self, part: impl Into<Self>) -> Self {
        self.with(part, entity(Type::Italic, 0, 0))
    }

    /// Appends an underlined part.
    pub fn underline(self, part: impl Into<Self>) -> Self {
        self.with(part, entity(Type::Underline, 0, 0))
    }

    /// Appends a part that is struck through.
    pub fn strikethrough(self, part: impl Into<Self>) -> Self {
        self.with(part, entity(Type::Strikethrough, 0, 0))
    }

    /// Appends a part that is hidden until it is tapped.
    pub fn spoiler(self, part: impl Into<Self>) -> Self {
        self.with(part, entity(Type::Spoiler, 0, 0))
    }

    /// Appends a link. The server ignores a link whose address is invalid, and shows the part only.
    pub fn link(self, part: impl Into<Self>, url: impl Into<String>) -> Self {
        let link = MessageEntity {
            url: Some(url.into()),
            ..entity(Type::TextLink, 0, 0)
        };
        self.with(part, link)
    }

    /// Appends a mention of a user, with or without a username. The bot must know the user.
    ///
    /// Of the user, the id is what counts; `User::new(id, false, "")` is enough.
    pub fn mention(self, part: impl Into<Self>, user: &User) -> Self {
        let mention = MessageEntity {
            user: Some(Box::new(user.clone())),
            ..entity(Type::TextMention, 0, 0)
        };
        self.with(part, mention)
    }

    /// Appends a mention of the user with an id, which the bot must know.
    pub fn mention_id(self, part: impl Into<Self>, user_id: i64) -> Self {
        let mention = MessageEntity {
            user: Some(Box::new(user_of_id(user_id))),
            ..entity(Type::TextMention, 0, 0)
        };
        self.with(part, mention)
    }

    /// Appends code within a line. It cannot have other formats.
    pub fn code(self, code: impl Into<String>) -> Self {
        self.with(code.into(), entity(Type::Code, 0, 0))
    }

    /// Appends a block of code. It cannot have other formats.
    pub fn pre(self, code: impl Into<String>) -> Self {
        self.with(code.into(), entity(Type::Pre, 0, 0))
    }

    /// Appends a block of code in a programming language, such as `rust`.
    pub fn pre_in(self, language: impl Into<String>, code: impl Into<String>) -> Self {
        let language = Some(language.into()).filter(|language| !language.is_empty());
        let pre = MessageEntity {
            language,
            ..entity(Type::Pre, 0, 0)
        };
        self.with(code.into(), pre)
    }

    /// Appends a quote. Quotes cannot be nested.
    pub fn quote(self, part: impl Into<Self>) -> Self {
        self.with(part, entity(Type::Blockquote, 0, 0))
    }

    /// Appends a quote of which only the first lines are shown until it is tapped.
    pub fn expandable_quote(self, part: impl Into<Self>) -> Self {
        self.with(part, entity(Type::ExpandableBlockquote, 0, 0))
    }

    /// Appends a custom emoji. `emoji` is the ordinary one that is shown where it is unavailable.
    pub fn custom_emoji(self, emoji: impl Into<String>, id: impl Into<String>) -> Self {
        let custom = MessageEntity {
            custom_emoji_id: Some(id.into()),
            ..entity(Type::CustomEmoji, 0, 0)
        };
        self.with(emoji.into(), custom)
    }

    /// Appends a date that is shown in the time zone and language of the reader.
    ///
    /// - `part`: what is shown where dates are not supported.
    /// - `unix_time`: the moment, in seconds; it must be positive.
    /// - `format`: `"r"` for a relative time, or up to one each of `w` (day of the week), `d` or `D`
    ///   (short or long date) and `t` or `T` (short or long time). Empty: the part is shown.
    pub fn date_time(
        self,
        part: impl Into<String>,
        unix_time: i64,
        format: impl Into<String>,
    ) -> Self {
        let format = Some(format.into()).filter(|format| !format.is_empty());
        let date = MessageEntity {
            unix_time: Some(unix_time),
            date_time_format: format,
            ..entity(Type::DateTime, 0, 0)
        };
        self.with(part.into(), date)
    }

    fn with(self, part: impl Into<Self>, entity: MessageEntity) -> Self {
        let mut part = part.into();
        part.surround(entity);
        self.append(part)
    }
}

/// Texts in a row.
impl<P: Into<Self>> FromIterator<P> for Text {
    fn from_iter<I: IntoIterator<Item = P>>(parts: I) -> Self {
        Self::join(parts, "")
    }
}

/// Texts in a row.
impl<P: Into<Self>> Extend<P> for Text {
    fn extend<I: IntoIterator<Item = P>>(&mut self, parts: I) {
        for part in parts {
            self.push(part);
        }
    }
}
