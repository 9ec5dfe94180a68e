//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): stories.

use crate::telegram_method;
use crate::types::{InputStoryContent, MessageEntity, ParseMode, StoryArea};

/// Posts a story for a business account. Needs the `can_manage_stories` business right.
///
/// [Bot API](https://core.telegram.org/bots/api#poststory)
#[telegram_method("postStory")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PostStory {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The photo or video of the story.
    pub content: InputStoryContent,
    /// Seconds until the story goes to the archive: 6, 12, 24 or 48 hours.
    pub active_period: i64,
    /// Caption to show with the story.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Areas of the story that react to taps.
    pub areas: Option<Vec<StoryArea>>,
    /// Keep the story visible past its end.
    pub post_to_chat_page: Option<bool>,
    /// Keep the story from being forwarded and captured as a screenshot.
    pub protect_content: Option<bool>,
}

/// Posts a story of one business account again for another. The bot must have posted the original,
/// with the `can_manage_stories` business right for both accounts.
///
/// [Bot API](https://core.telegram.org/bots/api#repoststory)
#[telegram_method("repostStory")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RepostStory {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The chat that posted the original story, by id.
    pub from_chat_id: i64,
    /// The story to post again, by id.
    pub from_story_id: i64,
    /// Seconds until the story goes to the archive: 6, 12, 24 or 48 hours.
    pub active_period: i64,
    /// Keep the story visible past its end.
    pub post_to_chat_page: Option<bool>,
    /// Keep the story from being forwarded and captured as a screenshot.
    pub protect_content: Option<bool>,
}

/// Changes a story that the bot posted for a business account. Needs the `can_manage_stories`
/// business right.
///
/// [Bot API](https://core.telegram.org/bots/api#editstory)
#[telegram_method("editStory")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EditStory {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The story to change, by id.
    pub story_id: i64,
    /// The photo or video of the story.
    pub content: InputStoryContent,
    /// Caption to show with the story.
    pub caption: Option<String>,
    /// How to read formatting marks in the caption.
    pub parse_mode: Option<ParseMode>,
    /// Formatting of the caption, instead of `parse_mode`.
    pub caption_entities: Option<Vec<MessageEntity>>,
    /// Areas of the story that react to taps.
    pub areas: Option<Vec<StoryArea>>,
}

/// Deletes a story that the bot posted for a business account. Needs the `can_manage_stories`
/// business right.
///
/// [Bot API](https://core.telegram.org/bots/api#deletestory)
#[telegram_method("deleteStory")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteStory {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The story to delete, by id.
    pub story_id: i64,
}
