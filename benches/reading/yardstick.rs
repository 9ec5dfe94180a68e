//! The baseline: structs as one would write them by hand for exactly this data, with serde's
//! derive. They have only the fields that occur in it, and store nothing that is unknown.
#![allow(
    clippy::struct_field_names,
    reason = "the fields are called what the Bot API calls them"
)]
// The decoded values are not used.
#![allow(dead_code)]

use std::borrow::Cow;

use serde::Deserialize;

/// A text that is borrowed unless it has escapes.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

#[derive(Deserialize)]
pub(crate) struct Envelope<T> {
    pub(crate) result: T,
}

#[derive(Deserialize)]
pub(crate) struct ErrorEnvelope<S> {
    ok: bool,
    error_code: i64,
    description: S,
    parameters: Option<ResponseParameters>,
}

#[derive(Deserialize)]
struct ResponseParameters {
    retry_after: Option<i64>,
    migrate_to_chat_id: Option<i64>,
}

#[derive(Deserialize)]
pub(crate) struct Photos<S> {
    total_count: i64,
    photos: Vec<Vec<PhotoSize<S>>>,
}

#[derive(Deserialize)]
struct PhotoSize<S> {
    file_id: S,
    file_unique_id: S,
    width: i64,
    height: i64,
    file_size: Option<i64>,
}

#[derive(Deserialize)]
pub(crate) struct Update<S> {
    update_id: i64,
    message: Option<Box<Message<S>>>,
    edited_message: Option<Box<Message<S>>>,
    channel_post: Option<Box<Message<S>>>,
    callback_query: Option<Box<CallbackQuery<S>>>,
    inline_query: Option<Box<InlineQuery<S>>>,
    chosen_inline_result: Option<Box<ChosenInlineResult<S>>>,
    my_chat_member: Option<Box<ChatMemberUpdated<S>>>,
    chat_member: Option<Box<ChatMemberUpdated<S>>>,
    chat_join_request: Option<Box<ChatJoinRequest<S>>>,
    message_reaction: Option<Box<MessageReactionUpdated<S>>>,
    poll: Option<Box<Poll<S>>>,
    poll_answer: Option<Box<PollAnswer<S>>>,
}

#[derive(Deserialize)]
pub(crate) struct Message<S> {
    message_id: i64,
    message_thread_id: Option<i64>,
    from: Option<User<S>>,
    sender_chat: Option<Box<Chat<S>>>,
    date: i64,
    chat: Chat<S>,
    forward_origin: Option<Box<MessageOrigin<S>>>,
    is_topic_message: Option<bool>,
    reply_to_message: Option<Box<Message<S>>>,
    quote: Option<Box<TextQuote<S>>>,
    edit_date: Option<i64>,
    media_group_id: Option<S>,
    text: Option<S>,
    entities: Option<Vec<MessageEntity<S>>>,
    link_preview_options: Option<LinkPreviewOptions>,
    document: Option<Box<Document<S>>>,
    photo: Option<Vec<PhotoSize<S>>>,
    sticker: Option<Box<Sticker<S>>>,
    voice: Option<Box<Voice<S>>>,
    caption: Option<S>,
    caption_entities: Option<Vec<MessageEntity<S>>>,
    new_chat_members: Option<Vec<User<S>>>,
    left_chat_member: Option<Box<User<S>>>,
    new_chat_title: Option<S>,
    pinned_message: Option<Box<Message<S>>>,
    forum_topic_created: Option<Box<ForumTopicCreated<S>>>,
    reply_markup: Option<InlineKeyboardMarkup<S>>,
}

#[derive(Deserialize)]
pub(crate) struct User<S> {
    id: i64,
    is_bot: bool,
    first_name: S,
    last_name: Option<S>,
    username: Option<S>,
    language_code: Option<S>,
    is_premium: Option<bool>,
}

#[derive(Deserialize)]
struct Chat<S> {
    id: i64,
    r#type: S,
    title: Option<S>,
    username: Option<S>,
    first_name: Option<S>,
    last_name: Option<S>,
    is_forum: Option<bool>,
}

#[derive(Deserialize)]
struct MessageEntity<S> {
    r#type: S,
    offset: i64,
    length: i64,
    url: Option<S>,
    user: Option<Box<User<S>>>,
    language: Option<S>,
    custom_emoji_id: Option<S>,
}

#[derive(Deserialize)]
struct MessageOrigin<S> {
    r#type: S,
    date: i64,
    sender_user: Option<User<S>>,
    sender_user_name: Option<S>,
    sender_chat: Option<Chat<S>>,
    author_signature: Option<S>,
    chat: Option<Chat<S>>,
    message_id: Option<i64>,
}

#[derive(Deserialize)]
struct TextQuote<S> {
    text: S,
    position: i64,
    is_manual: Option<bool>,
}

#[derive(Deserialize)]
struct LinkPreviewOptions {
    is_disabled: Option<bool>,
}

#[derive(Deserialize)]
struct Document<S> {
    file_id: S,
    file_unique_id: S,
    thumbnail: Option<PhotoSize<S>>,
    file_name: Option<S>,
    mime_type: Option<S>,
    file_size: Option<i64>,
}

#[derive(Deserialize)]
struct Sticker<S> {
    file_id: S,
    file_unique_id: S,
    r#type: S,
    width: i64,
    height: i64,
    is_animated: bool,
    is_video: bool,
    thumbnail: Option<PhotoSize<S>>,
    emoji: Option<S>,
    set_name: Option<S>,
    file_size: Option<i64>,
}

#[derive(Deserialize)]
struct Voice<S> {
    file_id: S,
    file_unique_id: S,
    duration: i64,
    mime_type: Option<S>,
    file_size: Option<i64>,
}

#[derive(Deserialize)]
struct ForumTopicCreated<S> {
    name: S,
    icon_color: i64,
}

#[derive(Deserialize)]
struct InlineKeyboardMarkup<S> {
    inline_keyboard: Vec<Vec<InlineKeyboardButton<S>>>,
}

#[derive(Deserialize)]
struct InlineKeyboardButton<S> {
    text: S,
    url: Option<S>,
    callback_data: Option<S>,
}

#[derive(Deserialize)]
struct CallbackQuery<S> {
    id: S,
    from: User<S>,
    message: Option<Box<Message<S>>>,
    chat_instance: S,
    data: Option<S>,
}

#[derive(Deserialize)]
struct InlineQuery<S> {
    id: S,
    from: User<S>,
    query: S,
    offset: S,
    chat_type: Option<S>,
}

#[derive(Deserialize)]
struct ChosenInlineResult<S> {
    result_id: S,
    from: User<S>,
    inline_message_id: Option<S>,
    query: S,
}

#[derive(Deserialize)]
struct ChatMemberUpdated<S> {
    chat: Chat<S>,
    from: User<S>,
    date: i64,
    old_chat_member: ChatMember<S>,
    new_chat_member: ChatMember<S>,
}

/// All kinds of members in one struct, because distinguishing them is expensive.
#[derive(Deserialize)]
#[allow(clippy::struct_excessive_bools)]
struct ChatMember<S> {
    status: S,
    user: User<S>,
    custom_title: Option<S>,
    until_date: Option<i64>,
    is_anonymous: Option<bool>,
    is_member: Option<bool>,
    can_be_edited: Option<bool>,
    can_manage_chat: Option<bool>,
    can_change_info: Option<bool>,
    can_delete_messages: Option<bool>,
    can_invite_users: Option<bool>,
    can_restrict_members: Option<bool>,
    can_pin_messages: Option<bool>,
    can_manage_topics: Option<bool>,
    can_promote_members: Option<bool>,
    can_manage_video_chats: Option<bool>,
    can_post_stories: Option<bool>,
    can_edit_stories: Option<bool>,
    can_delete_stories: Option<bool>,
    can_send_welcome_messages: Option<bool>,
    can_send_messages: Option<bool>,
    can_send_audios: Option<bool>,
    can_send_documents: Option<bool>,
    can_send_photos: Option<bool>,
    can_send_videos: Option<bool>,
    can_send_video_notes: Option<bool>,
    can_send_voice_notes: Option<bool>,
    can_send_polls: Option<bool>,
    can_send_other_messages: Option<bool>,
    can_add_web_page_previews: Option<bool>,
    can_react_to_messages: Option<bool>,
    can_edit_tag: Option<bool>,
}

#[derive(Deserialize)]
struct ChatJoinRequest<S> {
    chat: Chat<S>,
    from: User<S>,
    user_chat_id: i64,
    date: i64,
    bio: Option<S>,
}

#[derive(Deserialize)]
struct MessageReactionUpdated<S> {
    chat: Chat<S>,
    message_id: i64,
    user: Option<User<S>>,
    date: i64,
    old_reaction: Vec<ReactionType<S>>,
    new_reaction: Vec<ReactionType<S>>,
}

#[derive(Deserialize)]
struct ReactionType<S> {
    r#type: S,
    emoji: Option<S>,
    custom_emoji_id: Option<S>,
}

#[derive(Deserialize)]
struct Poll<S> {
    id: S,
    question: S,
    options: Vec<PollOption<S>>,
    total_voter_count: i64,
    is_closed: bool,
    is_anonymous: bool,
    r#type: S,
    allows_multiple_answers: bool,
    allows_revoting: bool,
    members_only: bool,
}

#[derive(Deserialize)]
struct PollOption<S> {
    persistent_id: S,
    text: S,
    voter_count: i64,
}

#[derive(Deserialize)]
struct PollAnswer<S> {
    poll_id: S,
    user: Option<User<S>>,
    option_ids: Vec<i64>,
    option_persistent_ids: Vec<S>,
}
