//! Parts of texts, and the text of a message wherever it is.

use super::{Chat, MaybeInaccessibleMessage, Message, MessageEntity, RichText};

impl MessageEntity {
    /// The part of `text` that the entity is about.
    ///
    /// Offsets count UTF-16 code units. Nothing is returned if they lie outside of the text or
    /// within a character.
    ///
    /// ```
    /// use telegrammar::types::MessageEntity;
    ///
    /// let entity: MessageEntity =
    ///     serde_json::from_str(r#"{"type":"bold","offset":3,"length":4}"#)?;
    /// assert_eq!(entity.text("🦀 rust"), Some("rust"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn text<'t>(&self, text: &'t str) -> Option<&'t str> {
        let start = usize::try_from(self.offset).ok()?;
        let length = usize::try_from(self.length).ok()?;
        let from = byte_offset(text, start)?;
        let rest = text.get(from..)?;
        rest.get(..byte_offset(rest, length)?)
    }
}

/// Where in `text`, in bytes, a number of UTF-16 code units ends.
fn byte_offset(text: &str, units: usize) -> Option<usize> {
    let mut left = units;
    for (index, letter) in text.char_indices() {
        if left == 0 {
            return Some(index);
        }
        left = left.checked_sub(letter.len_utf16())?;
    }
    (left == 0).then_some(text.len())
}

impl Message {
    /// The text of a text message, or the caption of any other.
    #[must_use]
    pub fn text_or_caption(&self) -> Option<&str> {
        self.text.as_deref().or(self.caption.as_deref())
    }

    /// The entities of [`text_or_caption`](Self::text_or_caption).
    #[must_use]
    pub fn text_or_caption_entities(&self) -> &[MessageEntity] {
        let entities = if self.text.is_some() {
            &self.entities
        } else {
            &self.caption_entities
        };
        entities.as_deref().unwrap_or_default()
    }

    /// The entities of the text or caption, each with the part that it is about.
    pub fn entity_texts(&self) -> impl Iterator<Item = (&MessageEntity, &str)> {
        let text = self.text_or_caption().unwrap_or_default();
        self.text_or_caption_entities()
            .iter()
            .filter_map(move |entity| Some((entity, entity.text(text)?)))
    }
}

impl MaybeInaccessibleMessage {
    /// The message, if it can still be seen.
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        match self {
            Self::Message(message) => Some(message),
            Self::Inaccessible(_) => None,
        }
    }

    /// The id of the message within its chat.
    #[must_use]
    pub fn message_id(&self) -> i64 {
        match self {
            Self::Message(message) => message.message_id,
            Self::Inaccessible(message) => message.message_id,
        }
    }

    /// The chat of the message.
    #[must_use]
    pub fn chat(&self) -> &Chat {
        match self {
            Self::Message(message) => &message.chat,
            Self::Inaccessible(message) => &message.chat,
        }
    }
}

/// Plain text.
impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// Plain text.
impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Several texts, one after the other.
///
/// ```
/// use telegrammar::types::{RichText, RichTextBold};
///
/// let text = RichText::from(vec!["It is ".into(), RichTextBold::new("late").into()]);
/// assert_eq!(serde_json::to_string(&text)?, r#"["It is ",{"type":"bold","text":"late"}]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl From<Vec<Self>> for RichText {
    fn from(texts: Vec<Self>) -> Self {
        Self::List(texts)
    }
}
