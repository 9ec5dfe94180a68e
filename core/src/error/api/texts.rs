//! The descriptions that tell more than the code, as data.
//!
//! In a text, `…` stands for one or more characters and `#` for a number. Case is ignored, because
//! the server changes the case of the first letter. A description that differs in any other way is
//! not classified.

use super::ApiErrorKind as Kind;

type Text = (&'static str, Kind);

/// Descriptions with code 400.
const BAD_REQUEST: &[Text] = &[
    // The chat.
    ("chat not found", Kind::ChatNotFound),
    ("private chat not found", Kind::ChatNotFound),
    (
        "group chat was upgraded to a supergroup chat",
        Kind::Migrated,
    ),
    (
        "method is available only for supergroups",
        Kind::WrongChatType,
    ),
    (
        "method is available only for groups and supergroups",
        Kind::WrongChatType,
    ),
    (
        "method is available for supergroup and channel chats only",
        Kind::WrongChatType,
    ),
    (
        "there are no administrators in the private chat",
        Kind::WrongChatType,
    ),
    ("the chat is not a forum", Kind::WrongChatType),
    ("CHAT_NOT_MODIFIED", Kind::NotModified),
    ("CHAT_ABOUT_NOT_MODIFIED", Kind::NotModified),
    ("chat description is not modified", Kind::NotModified),
    // The topic.
    ("message thread not found", Kind::TopicNotFound),
    ("TOPIC_DELETED", Kind::TopicNotFound),
    ("TOPIC_ID_INVALID", Kind::TopicNotFound),
    ("TOPIC_CLOSED", Kind::TopicClosed),
    ("TOPIC_NOT_MODIFIED", Kind::NotModified),
    // Users and members.
    ("user not found", Kind::UserNotFound),
    ("USER_DELETED", Kind::UserDeactivated),
    ("member not found", Kind::MemberNotFound),
    ("PARTICIPANT_ID_INVALID", Kind::MemberNotFound),
    ("USER_NOT_PARTICIPANT", Kind::MemberNotFound),
    (
        "user is an administrator of the chat",
        Kind::UserIsAdministrator,
    ),
    ("USER_ADMIN_INVALID", Kind::UserIsAdministrator),
    ("can't remove chat owner", Kind::UserIsAdministrator),
    // Rights.
    ("not enough rights", Kind::NotEnoughRights),
    ("not enough rights to …", Kind::NotEnoughRights),
    (
        "need administrator rights in the channel chat",
        Kind::NotEnoughRights,
    ),
    ("CHAT_ADMIN_REQUIRED", Kind::NotEnoughRights),
    ("RIGHT_FORBIDDEN", Kind::NotEnoughRights),
    ("have no write access to the chat", Kind::WriteForbidden),
    ("CHAT_WRITE_FORBIDDEN", Kind::WriteForbidden),
    ("CHAT_RESTRICTED", Kind::WriteForbidden),
    ("CHAT_GUEST_SEND_FORBIDDEN", Kind::WriteForbidden),
    ("CHAT_SEND_…_FORBIDDEN", Kind::WriteForbidden),
    (
        "user restricted receiving of voice note messages",
        Kind::VoiceMessagesForbidden,
    ),
    (
        "user restricted receiving of video note messages",
        Kind::VoiceMessagesForbidden,
    ),
    ("VOICE_MESSAGES_FORBIDDEN", Kind::VoiceMessagesForbidden),
    // The message.
    ("message to edit not found", Kind::MessageToEditNotFound),
    ("message to delete not found", Kind::MessageToDeleteNotFound),
    (
        "message to be replied not found",
        Kind::MessageToReplyNotFound,
    ),
    (
        "message to forward not found",
        Kind::MessageToForwardNotFound,
    ),
    ("message to copy not found", Kind::MessageToCopyNotFound),
    ("message not found", Kind::MessageNotFound),
    ("message to react not found", Kind::MessageNotFound),
    ("message to pin not found", Kind::MessageNotFound),
    ("message to unpin not found", Kind::MessageNotFound),
    ("message with poll to stop not found", Kind::MessageNotFound),
    ("message to set game score not found", Kind::MessageNotFound),
    (
        "message to get game high scores not found",
        Kind::MessageNotFound,
    ),
    (
        "message to delete reactions not found",
        Kind::MessageNotFound,
    ),
    ("suggested post not found", Kind::MessageNotFound),
    ("MESSAGE_NOT_FOUND", Kind::MessageNotFound),
    ("MESSAGE_ID_INVALID", Kind::MessageNotFound),
    (
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
        Kind::MessageNotModified,
    ),
    ("message is not modified", Kind::MessageNotModified),
    ("MESSAGE_NOT_MODIFIED", Kind::MessageNotModified),
    ("message can't be edited", Kind::MessageCantBeEdited),
    ("message media can't be edited", Kind::MessageCantBeEdited),
    ("MESSAGE_AUTHOR_REQUIRED", Kind::MessageCantBeEdited),
    ("MESSAGE_EDIT_TIME_EXPIRED", Kind::MessageCantBeEdited),
    (
        "there is no text in the message to edit",
        Kind::NothingToEdit,
    ),
    (
        "there is no caption in the message to edit",
        Kind::NothingToEdit,
    ),
    (
        "there is no live location in the message to edit",
        Kind::NothingToEdit,
    ),
    (
        "there is no checklist in the message to edit",
        Kind::NothingToEdit,
    ),
    ("message can't be deleted", Kind::MessageCantBeDeleted),
    (
        "message can't be deleted for everyone",
        Kind::MessageCantBeDeleted,
    ),
    ("MESSAGE_DELETE_FORBIDDEN", Kind::MessageCantBeDeleted),
    ("messages can't be forwarded", Kind::MessageCantBeForwarded),
    (
        "message has protected content and can't be forwarded",
        Kind::MessageCantBeForwarded,
    ),
    ("CHAT_FORWARDS_RESTRICTED", Kind::MessageCantBeForwarded),
    ("message is too long", Kind::MessageTooLong),
    ("message caption is too long", Kind::MessageTooLong),
    ("text is too long", Kind::MessageTooLong),
    ("MESSAGE_TOO_LONG", Kind::MessageTooLong),
    ("MEDIA_CAPTION_TOO_LONG", Kind::MessageTooLong),
    ("message text is empty", Kind::MessageEmpty),
    ("text must be non-empty", Kind::MessageEmpty),
    ("MESSAGE_EMPTY", Kind::MessageEmpty),
    ("can't parse entities: …", Kind::CantParseEntities),
    ("poll has already been closed", Kind::PollClosed),
    // Queries.
    (
        "query is too old and response timeout expired or query ID is invalid",
        Kind::QueryTooOld,
    ),
    ("QUERY_ID_INVALID", Kind::QueryTooOld),
    // Files.
    ("file is too big", Kind::FileTooBig),
    ("file of size # bytes is too big", Kind::FileTooBig),
    (
        "file of size # bytes is too big; the maximum size is # bytes",
        Kind::FileTooBig,
    ),
    (
        "file of size # bytes is too big for a …; the maximum size is # bytes",
        Kind::FileTooBig,
    ),
    ("invalid file_id", Kind::WrongFileId),
    (
        "wrong file_id or the file is temporarily unavailable",
        Kind::WrongFileId,
    ),
    (
        "wrong file identifier/HTTP URL specified",
        Kind::WrongFileId,
    ),
    (
        "wrong remote file identifier specified: …",
        Kind::WrongFileId,
    ),
    ("invalid remote file identifier", Kind::WrongFileId),
    (
        "remote file identifier must be non-empty",
        Kind::WrongFileId,
    ),
    ("can't use file of type … as …", Kind::WrongFileId),
    ("FILE_ID_INVALID", Kind::WrongFileId),
    ("FILE_REFERENCE_EXPIRED", Kind::WrongFileId),
    ("wrong HTTP URL specified", Kind::WrongFileUrl),
    ("invalid file HTTP URL specified: …", Kind::WrongFileUrl),
    ("failed to get HTTP URL content", Kind::WrongFileUrl),
    ("wrong type of the web page content", Kind::WrongFileUrl),
    ("can't upload file by URL", Kind::WrongFileUrl),
    ("WEBPAGE_CURL_FAILED", Kind::WrongFileUrl),
    ("WEBPAGE_MEDIA_EMPTY", Kind::WrongFileUrl),
    ("EXTERNAL_URL_INVALID", Kind::WrongFileUrl),
    // Other objects.
    (
        "business connection not found",
        Kind::BusinessConnectionNotFound,
    ),
    (
        "BUSINESS_CONNECTION_INVALID",
        Kind::BusinessConnectionNotFound,
    ),
    ("sticker set not found", Kind::StickerSetNotFound),
    ("STICKERSET_INVALID", Kind::StickerSetNotFound),
    (
        "sticker set name is already occupied",
        Kind::StickerSetNameOccupied,
    ),
    // The bot.
    ("logged out", Kind::LoggedOut),
    ("bad webhook: …", Kind::BadWebhook),
    ("invalid webhook URL specified", Kind::BadWebhook),
];

/// Descriptions with code 403.
const FORBIDDEN: &[Text] = &[
    ("bot was blocked by the user", Kind::BotBlocked),
    ("user is deactivated", Kind::UserDeactivated),
    ("bot was kicked from the group chat", Kind::BotKicked),
    ("bot was kicked from the supergroup chat", Kind::BotKicked),
    ("bot was kicked from the channel chat", Kind::BotKicked),
    ("bot is not a member of the group chat", Kind::NotAMember),
    (
        "bot is not a member of the supergroup chat",
        Kind::NotAMember,
    ),
    ("bot is not a member of the channel chat", Kind::NotAMember),
    ("the group chat was deleted", Kind::ChatDeleted),
    (
        "bot can't initiate conversation with a user",
        Kind::CantInitiateConversation,
    ),
    (
        "the bot can't send messages to the bot",
        Kind::CantMessageBots,
    ),
];

/// Descriptions with code 409.
const CONFLICT: &[Text] = &[
    (
        "terminated by other getUpdates request; make sure that only one bot instance is running",
        Kind::OtherPoller,
    ),
    (
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        Kind::WebhookActive,
    ),
    ("terminated by setWebhook request", Kind::WebhookActive),
];

/// Returns the kind that the description tells; `None` if it tells no more than the code.
pub(super) fn kind(code: i32, description: &str) -> Option<Kind> {
    let (prefix, texts) = match code {
        400 => ("Bad Request: ", BAD_REQUEST),
        403 => ("Forbidden: ", FORBIDDEN),
        409 => ("Conflict: ", CONFLICT),
        _ => return None,
    };
    // A server omits the prefix while the bot is being logged out.
    let text = after(description, prefix).unwrap_or(description);
    texts
        .iter()
        .find(|(pattern, _)| starts_alike(text, pattern) && is_match(text, pattern))
        .map(|(_, kind)| *kind)
}

/// Returns whether the first letters are the same, which rules out most patterns at once.
fn starts_alike(text: &str, pattern: &str) -> bool {
    let first = |text: &str| text.as_bytes().first().map(u8::to_ascii_lowercase);
    first(text) == first(pattern)
}

/// Returns whether the whole text has the form of the pattern.
fn is_match(text: &str, pattern: &str) -> bool {
    let Some(at) = pattern.find(['#', '…']) else {
        return text.eq_ignore_ascii_case(pattern);
    };
    let (literal, rest) = pattern.split_at(at);
    let Some(text) = after(text, literal) else {
        return false;
    };
    if let Some(rest) = rest.strip_prefix('#') {
        let text_after = text.trim_start_matches(|it: char| it.is_ascii_digit());
        return text_after.len() < text.len() && is_match(text_after, rest);
    }
    let rest = rest.trim_start_matches('…');
    if rest.is_empty() {
        return !text.is_empty();
    }
    let mut ends = text.char_indices().skip(1);
    ends.any(|(end, _)| text.get(end..).is_some_and(|text| is_match(text, rest)))
}

/// Returns what follows the prefix, in any case of its letters.
fn after<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (head, tail) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(tail)
}
