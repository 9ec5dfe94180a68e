//! The categories of errors returned by the Bot API.

/// The category of an [`ApiError`](super::ApiError).
///
/// It is derived from the code and the parameters of the response first, and from its description
/// second. Telegram does not promise to keep its descriptions: a description that telegrammar does
/// not know, or one that differs by a word, has the kind of its code, such as
/// [`BadRequest`](Self::BadRequest). So a `match` on a specific kind also handles the kind of the
/// code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ApiErrorKind {
    /// A parameter is invalid, or what it refers to does not exist (400), and no kind below says
    /// more.
    BadRequest,
    /// The group was migrated to a supergroup: send the request to
    /// [`migrate_to_chat_id`](super::ApiError::migrate_to_chat_id), and store that id.
    Migrated,
    /// The token is invalid or was revoked (401).
    Unauthorized,
    /// The bot is not allowed to do this (403), and no kind below says more.
    Forbidden,
    /// The server does not know the method, or has no bot with this token (404).
    NotFound,
    /// Another process uses the bot (409), and neither [`OtherPoller`](Self::OtherPoller) nor
    /// [`WebhookActive`](Self::WebhookActive) says more.
    Conflict,
    /// The request is larger than the server accepts (413).
    TooLarge,
    /// This server does not serve this bot (421).
    Misdirected,
    /// Too many requests: wait for [`retry_after`](super::ApiError::retry_after) (429, or any other
    /// code below 500 with `retry_after`).
    TooManyRequests,
    /// Internal server error (5xx). A later retry may succeed.
    Server,
    /// Any other code.
    Other,

    /// The user has blocked the bot (403).
    BotBlocked,
    /// The user's account was deleted.
    UserDeactivated,
    /// The bot was removed from the chat and banned (403).
    BotKicked,
    /// The bot is not a member of the chat: it left, was removed, or never joined (403).
    NotAMember,
    /// The group was deleted (403).
    ChatDeleted,
    /// The user has never started a chat with the bot (403).
    CantInitiateConversation,
    /// The recipient is a bot, and bots do not receive messages of this bot (403).
    CantMessageBots,

    /// There is no such chat, or the bot has never met it (400).
    ChatNotFound,
    /// The method does not work in chats of this type (400).
    WrongChatType,
    /// The topic does not exist or was deleted (400).
    TopicNotFound,
    /// The topic is closed (400).
    TopicClosed,
    /// There is no such user, or the bot has never met the user (400).
    UserNotFound,
    /// The user is not a member of the chat (400).
    MemberNotFound,
    /// The user is an administrator or the owner of the chat, and so protected (400).
    UserIsAdministrator,
    /// The bot is no administrator of the chat, or lacks the right that the method needs (400).
    NotEnoughRights,
    /// The bot must not write to the chat, or not send what the method sends (400).
    WriteForbidden,
    /// The user does not accept voice and video messages (400).
    VoiceMessagesForbidden,
    /// The chat or topic already has the value that was to be set (400).
    NotModified,

    /// The message to edit does not exist (400).
    MessageToEditNotFound,
    /// The message to delete does not exist (400).
    MessageToDeleteNotFound,
    /// The message to reply to does not exist (400).
    MessageToReplyNotFound,
    /// The message to forward does not exist (400).
    MessageToForwardNotFound,
    /// The message to copy does not exist (400).
    MessageToCopyNotFound,
    /// Another message does not exist, such as one to pin or to react to (400).
    MessageNotFound,
    /// The edited message would be the same as before (400).
    MessageNotModified,
    /// The message cannot be edited: it is not the bot's own, too old, or of another kind (400).
    MessageCantBeEdited,
    /// The message has no text, caption, live location or checklist that the method could edit
    /// (400).
    NothingToEdit,
    /// The message cannot be deleted: it is too old, or the bot lacks the right (400).
    MessageCantBeDeleted,
    /// The message cannot be forwarded or copied, because its content is protected or of a kind that
    /// cannot (400).
    MessageCantBeForwarded,
    /// The text or caption is too long (400).
    MessageTooLong,
    /// The text, or one of a poll, is empty or has nothing but white space (400).
    MessageEmpty,
    /// The text does not follow its `parse_mode` (400):
    /// [`entity_offset`](super::ApiError::entity_offset) tells where.
    CantParseEntities,
    /// The poll is closed already (400).
    PollClosed,
    /// The query was answered too late, or its id is wrong (400).
    QueryTooOld,

    /// The file is larger than the server accepts, or than it lets bots download (400).
    FileTooBig,
    /// The id of the file is wrong, belongs to another bot or to another kind of file, or the file
    /// is temporarily unavailable (400).
    WrongFileId,
    /// Telegram cannot get the file from its URL: the URL is invalid, it does not respond, or it
    /// has the wrong type of content (400).
    WrongFileUrl,
    /// There is no such business connection (400).
    BusinessConnectionNotFound,
    /// There is no such sticker set (400).
    StickerSetNotFound,
    /// Another sticker set has this name (400).
    StickerSetNameOccupied,

    /// The bot is being logged out of this server (400).
    LoggedOut,
    /// Telegram does not accept the URL of the webhook (400).
    BadWebhook,
    /// Another `getUpdates` of the same bot has ended this one: a second process polls (409).
    OtherPoller,
    /// The bot has a webhook, so `getUpdates` does not work (409).
    WebhookActive,
}

impl ApiErrorKind {
    /// Returns whether a message that the request refers to does not exist, whatever was to be done
    /// with it.
    #[must_use]
    pub fn is_message_not_found(self) -> bool {
        matches!(
            self,
            Self::MessageToEditNotFound
                | Self::MessageToDeleteNotFound
                | Self::MessageToReplyNotFound
                | Self::MessageToForwardNotFound
                | Self::MessageToCopyNotFound
                | Self::MessageNotFound
        )
    }

    /// Returns whether sending to the chat again is pointless until its user or an administrator
    /// does something: the user has blocked the bot or deleted the account, the bot was removed from
    /// the chat or is not a member, or the chat does not exist or was deleted.
    ///
    /// A chat that was [migrated](Self::Migrated) is not gone, and neither is one whose user has
    /// [never started](Self::CantInitiateConversation) the bot.
    #[must_use]
    pub fn is_recipient_gone(self) -> bool {
        matches!(
            self,
            Self::BotBlocked
                | Self::UserDeactivated
                | Self::BotKicked
                | Self::NotAMember
                | Self::ChatDeleted
                | Self::ChatNotFound
        )
    }

    /// Returns whether the same request may succeed later: flood control or an internal server
    /// error.
    #[must_use]
    pub fn is_transient(self) -> bool {
        matches!(self, Self::TooManyRequests | Self::Server)
    }
}
