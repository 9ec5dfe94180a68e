//! Text with its entities.

use std::fmt;

use super::entity::{end, sort, units, utf16_len};
use super::normal::normalise;
use crate::types::MessageEntity;

/// Text with its entities, whose offsets and lengths are in UTF-16 code units.
///
/// Methods like [`bold`](Self::bold) append a part. A part is itself a text or anything that becomes
/// one, so formats can be nested.
///
/// ```
/// use telegrammar::text::Text;
///
/// let text = Text::new()
///     .append("🦀 ")
///     .bold(Text::from("very ").italic("important"))
///     .append("\n")
///     .link("details", "https://example.com/");
/// assert_eq!(text.as_str(), "🦀 very important\ndetails");
/// let html = "🦀 <b>very <i>important</i></b>\n<a href=\"https://example.com/\">details</a>";
/// assert_eq!(text.to_html(), html);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct Text {
    letters: String,
    entities: Vec<MessageEntity>,
    /// The length of the text in UTF-16 code units.
    units: usize,
}

impl Text {
    /// Creates an empty text.
    pub const fn new() -> Self {
        Self {
            letters: String::new(),
            entities: Vec::new(),
            units: 0,
        }
    }

    /// Creates a text from its parts, such as those of a [`Message`](crate::types::Message).
    ///
    /// Entities are sorted as the server sorts them: by offset, longest first. One that is empty or
    /// ends after the text is removed, and so is one that starts or ends within a character.
    ///
    /// ```
    /// use telegrammar::text::Text;
    /// use telegrammar::types::{MessageEntity, MessageEntityType};
    ///
    /// let bold = MessageEntity::new(MessageEntityType::Bold, 3, 4);
    /// let text = Text::from_parts("🦀 rust", vec![bold]);
    /// assert_eq!(text.to_html(), "🦀 <b>rust</b>");
    /// ```
    pub fn from_parts(text: impl Into<String>, mut entities: Vec<MessageEntity>) -> Self {
        let text = text.into();
        let mut starts = Vec::new();
        let mut length = 0;
        // Which offsets are within a character, so that each entity is looked up only once.
        for letter in text.chars() {
            length += letter.len_utf16();
            if letter.len_utf16() == 2 {
                starts.push(units(length - 1));
            }
        }
        let is_bound = |offset: i64| starts.binary_search(&offset).is_err();
        entities.retain(|entity| {
            let end = end(entity);
            let is_inside = entity.offset >= 0 && entity.length > 0 && end <= units(length);
            is_inside && is_bound(entity.offset) && is_bound(end)
        });
        sort(&mut entities);
        Self {
            letters: text,
            entities,
            units: length,
        }
    }

    /// Returns the text and its entities, as two parameters of a method take them.
    #[must_use]
    pub fn into_parts(self) -> (String, Vec<MessageEntity>) {
        (self.letters, self.entities)
    }

    /// Returns the text without its entities.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.letters
    }

    /// Returns the entities, sorted by offset, longest first.
    #[must_use]
    pub fn entities(&self) -> &[MessageEntity] {
        &self.entities
    }

    /// Returns whether there is no text.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Returns the length in UTF-16 code units, which entities count.
    #[must_use]
    pub const fn utf16_len(&self) -> usize {
        self.units
    }

    /// Returns the length that the server compares with its limits, such as 4096 for a message and
    /// 1024 for a caption: the number of code points of what it stores, see
    /// [`cleaned`](Self::cleaned).
    ///
    /// ```
    /// use telegrammar::text::parse_html;
    ///
    /// assert_eq!(parse_html(" <b>🦀 rust</b>&amp;\r\n ")?.server_len(), 7);
    /// # Ok::<(), telegrammar::text::ParseError>(())
    /// ```
    #[must_use]
    pub fn server_len(&self) -> usize {
        self.cleaned().letters.chars().count()
    }

    /// Returns the text with entities as the server stores them: of links, code and quotes that
    /// overlap, the first stays; bold, italic and their like are merged, and split where others
    /// start. No character of the text looks different for it.
    pub fn normalised(self) -> Self {
        Self {
            entities: normalise(self.entities),
            ..self
        }
    }

    /// Adds a part at the end.
    pub(super) fn add(&mut self, part: Self) {
        let shift = units(self.units);
        self.letters.push_str(&part.letters);
        self.units += part.units;
        self.entities
            .extend(part.entities.into_iter().map(|mut entity| {
                entity.offset += shift;
                entity
            }));
    }

    /// Puts an entity around the whole text, outside of others.
    pub(super) fn surround(&mut self, mut entity: MessageEntity) {
        if self.units > 0 {
            (entity.offset, entity.length) = (0, units(self.units));
            self.entities.insert(0, entity);
            // Outer and inner entities of one place have a fixed order.
            sort(&mut self.entities);
        }
    }
}

/// Text without entities.
impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// Text without entities.
impl From<String> for Text {
    fn from(text: String) -> Self {
        let units = utf16_len(&text);
        Self {
            letters: text,
            entities: Vec::new(),
            units,
        }
    }
}

/// Text without entities.
impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

/// The same text.
impl From<&Text> for Text {
    fn from(text: &Text) -> Self {
        text.clone()
    }
}

/// A text and its entities, as [`Text::into_parts`].
impl From<Text> for (String, Vec<MessageEntity>) {
    fn from(text: Text) -> Self {
        text.into_parts()
    }
}

/// A text and its entities, as [`Text::from_parts`].
impl From<(String, Vec<MessageEntity>)> for Text {
    fn from((text, entities): (String, Vec<MessageEntity>)) -> Self {
        Self::from_parts(text, entities)
    }
}

/// The text without its entities.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.letters)
    }
}
