//! Creation and order of entities.

use std::cmp::Reverse;

use crate::types::MessageEntityType as Type;
use crate::types::{MessageEntity, User};

/// Converts a length, which is far below the limit, as text that long does not fit into memory.
pub(super) fn units(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// Returns the length of a text in UTF-16 code units.
pub(super) fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// Creates an entity from its start and end.
pub(super) fn entity(r#type: Type, start: usize, end: usize) -> MessageEntity {
    let length = end.saturating_sub(start);
    MessageEntity {
        r#type,
        offset: units(start),
        length: units(length),
        url: None,
        user: None,
        language: None,
        custom_emoji_id: None,
        unix_time: None,
        date_time_format: None,
    }
}

/// Returns the end of an entity in UTF-16 code units.
pub(super) const fn end(entity: &MessageEntity) -> i64 {
    entity.offset.saturating_add(entity.length)
}

/// Creates a user of whom only the id is known.
pub(super) const fn user_of_id(id: i64) -> User {
    User {
        id,
        is_bot: false,
        first_name: String::new(),
        last_name: None,
        username: None,
        language_code: None,
        is_premium: false,
        added_to_attachment_menu: false,
        can_join_groups: None,
        can_read_all_group_messages: None,
        supports_guest_queries: None,
        supports_inline_queries: None,
        can_connect_to_business: None,
        has_main_web_app: None,
        has_topics_enabled: None,
        allows_users_to_create_topics: None,
        can_manage_bots: None,
        supports_join_request_queries: None,
    }
}

/// Sorts entities as the server does: by offset, then longest first, then by type.
pub(super) fn sort(entities: &mut [MessageEntity]) {
    entities.sort_by_key(|entity| {
        let rank = rank(entity);
        (entity.offset, Reverse(entity.length), rank)
    });
}

/// Returns the order of entities with the same place, outermost first.
fn rank(entity: &MessageEntity) -> u8 {
    match &entity.r#type {
        Type::Blockquote | Type::ExpandableBlockquote => 0,
        Type::Pre if entity.language.is_some() => 10,
        Type::Pre => 11,
        Type::Code => 20,
        Type::DateTime => 30,
        Type::TextLink | Type::TextMention => 49,
        Type::Mention
        | Type::Hashtag
        | Type::Cashtag
        | Type::BotCommand
        | Type::Url
        | Type::Email
        | Type::PhoneNumber
        | Type::Unknown(_) => 50,
        Type::Bold => 90,
        Type::Italic => 91,
        Type::Underline => 92,
        Type::Strikethrough => 93,
        Type::Spoiler => 94,
        Type::CustomEmoji => 99,
    }
}

/// Returns whether an entity can be split and merged: bold, italic and their like.
pub(super) const fn is_style(r#type: &Type) -> bool {
    matches!(
        r#type,
        Type::Bold | Type::Italic | Type::Underline | Type::Strikethrough | Type::Spoiler
    )
}

/// Returns whether an entity is a quote.
pub(super) const fn is_quote(r#type: &Type) -> bool {
    matches!(r#type, Type::Blockquote | Type::ExpandableBlockquote)
}

/// Returns whether an entity must not contain others: code and formatted dates.
pub(super) const fn is_verbatim(r#type: &Type) -> bool {
    matches!(r#type, Type::Pre | Type::Code | Type::DateTime)
}
