//! Keyboards that read like what they look like.

use super::{InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup};

impl InlineKeyboardButton {
    /// A button that sends `data`, of at most 64 bytes, to the bot as a callback query.
    #[inline]
    #[must_use]
    pub fn callback(text: impl Into<String>, data: impl Into<String>) -> Self {
        // In place: the setter would copy the whole button.
        Self {
            callback_data: Some(data.into()),
            ..Self::new(text)
        }
    }

    /// A button that opens a URL.
    #[inline]
    #[must_use]
    pub fn link(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            url: Some(url.into()),
            ..Self::new(text)
        }
    }
}

/// A keyboard without buttons.
impl Default for InlineKeyboardMarkup {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// A keyboard without buttons.
impl Default for ReplyKeyboardMarkup {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl InlineKeyboardMarkup {
    /// Creates a keyboard with these rows of buttons.
    ///
    /// ```
    /// use telegrammar::types::{InlineKeyboardButton, InlineKeyboardMarkup};
    ///
    /// let digits = ["1", "2", "3", "4", "5", "6"];
    /// let rows = digits.chunks(3).map(|row| {
    ///     row.iter().map(|digit| InlineKeyboardButton::callback(*digit, *digit))
    /// });
    /// let keyboard = InlineKeyboardMarkup::from_rows(rows);
    /// assert_eq!(keyboard.inline_keyboard[1][0].text, "4");
    /// ```
    #[must_use]
    pub fn from_rows<R: IntoIterator<Item = InlineKeyboardButton>>(
        rows: impl IntoIterator<Item = R>,
    ) -> Self {
        rows.into_iter().fold(Self::default(), Self::row)
    }

    /// Adds a row of buttons below those that are there.
    ///
    /// ```
    /// use telegrammar::types::{InlineKeyboardButton, InlineKeyboardMarkup};
    ///
    /// let keyboard = InlineKeyboardMarkup::default()
    ///     .row([
    ///         InlineKeyboardButton::callback("Yes", "answer:yes"),
    ///         InlineKeyboardButton::callback("No", "answer:no"),
    ///     ])
    ///     .row([InlineKeyboardButton::link("Why?", "https://example.com")]);
    /// assert_eq!(keyboard.inline_keyboard.len(), 2);
    /// ```
    #[must_use]
    pub fn row(mut self, buttons: impl IntoIterator<Item = InlineKeyboardButton>) -> Self {
        self.inline_keyboard.push(buttons.into_iter().collect());
        self
    }
}

impl ReplyKeyboardMarkup {
    /// Creates a keyboard with these rows of buttons.
    ///
    /// ```
    /// use telegrammar::types::ReplyKeyboardMarkup;
    ///
    /// let keyboard = ReplyKeyboardMarkup::from_rows([["1", "2"], ["3", "4"]]);
    /// assert_eq!(keyboard.keyboard[1][0].text, "3");
    /// ```
    #[must_use]
    pub fn from_rows<B: Into<KeyboardButton>, R: IntoIterator<Item = B>>(
        rows: impl IntoIterator<Item = R>,
    ) -> Self {
        rows.into_iter().fold(Self::default(), Self::row)
    }

    /// Adds a row of buttons below those that are there.
    ///
    /// ```
    /// use telegrammar::types::ReplyKeyboardMarkup;
    ///
    /// let keyboard = ReplyKeyboardMarkup::default().row(["Yes", "No"]);
    /// assert_eq!(keyboard.keyboard[0][1].text, "No");
    /// ```
    #[must_use]
    pub fn row<B: Into<KeyboardButton>>(mut self, buttons: impl IntoIterator<Item = B>) -> Self {
        self.keyboard
            .push(buttons.into_iter().map(Into::into).collect());
        self
    }
}

/// A button that sends its own text.
impl From<&str> for KeyboardButton {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// A button that sends its own text.
impl From<String> for KeyboardButton {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
