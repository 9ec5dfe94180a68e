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

impl InlineKeyboardMarkup {
    /// Adds a row of buttons below those that are there.
    ///
    /// ```
    /// use telegrammar::types::{InlineKeyboardButton, InlineKeyboardMarkup};
    ///
    /// let keyboard = InlineKeyboardMarkup::new(vec![])
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
    /// Adds a row of buttons below those that are there.
    ///
    /// ```
    /// use telegrammar::types::ReplyKeyboardMarkup;
    ///
    /// let keyboard = ReplyKeyboardMarkup::new(vec![]).row(["Yes", "No"]);
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
