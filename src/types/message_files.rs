//! The file of a message.

use super::{Message, MessageContent, PhotoSize};

impl Message {
    /// Returns the id of the message's file, for [`Bot::download`](crate::Bot::download) or to send
    /// it again: an animation, audio file, document, live photo, photo, sticker, video, video note
    /// or voice message, or the new photo of the chat.
    ///
    /// Of a photo it is the largest size. Paid media are several files, so they have none here.
    #[must_use]
    pub fn file_id(&self) -> Option<&str> {
        Some(match self.content() {
            MessageContent::Animation(file) => &file.file_id,
            MessageContent::Audio(file) => &file.file_id,
            MessageContent::Document(file) => &file.file_id,
            MessageContent::LivePhoto(file) => &file.file_id,
            MessageContent::Photo(sizes) | MessageContent::NewChatPhoto(sizes) => {
                &largest(sizes)?.file_id
            }
            MessageContent::Sticker(file) => &file.file_id,
            MessageContent::Video(file) => &file.file_id,
            MessageContent::VideoNote(file) => &file.file_id,
            MessageContent::Voice(file) => &file.file_id,
            _ => return None,
        })
    }
}

fn largest(sizes: &[PhotoSize]) -> Option<&PhotoSize> {
    let pixels = |size: &&PhotoSize| size.width.saturating_mul(size.height);
    sizes.iter().max_by_key(pixels)
}
