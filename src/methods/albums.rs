//! Albums that read like what they contain.

use super::{SendMediaGroup, SendPaidMedia};
use crate::types::{ChatId, InputMedia, InputPaidMedia};

impl SendMediaGroup {
    /// Creates an album of items of one type. [`item`](Self::item) adds those of another.
    ///
    /// ```
    /// use telegrammar::methods::SendMediaGroup;
    /// use telegrammar::types::{InputMediaPhoto, InputMediaVideo};
    ///
    /// let photos = ["one.jpg", "two.jpg"].map(|name| format!("https://example.com/{name}"));
    /// let album = SendMediaGroup::album(42, photos.map(InputMediaPhoto::new))
    ///     .item(InputMediaVideo::new("https://example.com/three.mp4"));
    /// assert_eq!(album.media.len(), 3);
    /// ```
    #[must_use]
    pub fn album<M: Into<InputMedia>>(
        chat_id: impl Into<ChatId>,
        items: impl IntoIterator<Item = M>,
    ) -> Self {
        Self::new(
            chat_id,
            items.into_iter().map(Into::into).collect::<Vec<_>>(),
        )
    }

    /// Adds an item to the album, after those that are there.
    #[must_use]
    pub fn item(mut self, item: impl Into<InputMedia>) -> Self {
        self.media.push(item.into());
        self
    }
}

impl SendPaidMedia {
    /// Creates an album of paid media of one type. [`item`](Self::item) adds those of another.
    #[must_use]
    pub fn album<M: Into<InputPaidMedia>>(
        chat_id: impl Into<ChatId>,
        star_count: i64,
        items: impl IntoIterator<Item = M>,
    ) -> Self {
        let items: Vec<_> = items.into_iter().map(Into::into).collect();
        Self::new(chat_id, star_count, items)
    }

    /// Adds an item to the album, after those that are there.
    #[must_use]
    pub fn item(mut self, item: impl Into<InputPaidMedia>) -> Self {
        self.media.push(item.into());
        self
    }
}
