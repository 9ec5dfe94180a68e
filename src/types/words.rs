//! Closed sets of words, which the page lists beside the fields that hold them.

use crate::telegram_type;

/// How formatting marks in a text are read.
#[telegram_type("sendMessage.parse_mode")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseMode {
    /// `MarkdownV2`.
    #[telegram(rename = "MarkdownV2")]
    MarkdownV2,
    /// `HTML`.
    #[telegram(rename = "HTML")]
    Html,
    /// `Markdown`.
    #[telegram(rename = "Markdown")]
    Markdown,
}

/// A kind of update, to choose which ones to receive.
#[telegram_type("WebhookInfo.allowed_updates")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UpdateType {
    /// `message`.
    Message,
    /// `edited_message`.
    EditedMessage,
    /// `channel_post`.
    ChannelPost,
    /// `edited_channel_post`.
    EditedChannelPost,
    /// `business_connection`.
    BusinessConnection,
    /// `business_message`.
    BusinessMessage,
    /// `edited_business_message`.
    EditedBusinessMessage,
    /// `deleted_business_messages`.
    DeletedBusinessMessages,
    /// `guest_message`.
    GuestMessage,
    /// `message_reaction`.
    MessageReaction,
    /// `message_reaction_count`.
    MessageReactionCount,
    /// `inline_query`.
    InlineQuery,
    /// `chosen_inline_result`.
    ChosenInlineResult,
    /// `callback_query`.
    CallbackQuery,
    /// `shipping_query`.
    ShippingQuery,
    /// `pre_checkout_query`.
    PreCheckoutQuery,
    /// `purchased_paid_media`.
    PurchasedPaidMedia,
    /// `poll`.
    Poll,
    /// `poll_answer`.
    PollAnswer,
    /// `my_chat_member`.
    MyChatMember,
    /// `chat_member`.
    ChatMember,
    /// `chat_join_request`.
    ChatJoinRequest,
    /// `chat_boost`.
    ChatBoost,
    /// `removed_chat_boost`.
    RemovedChatBoost,
    /// `managed_bot`.
    ManagedBot,
    /// `subscription`.
    Subscription,
    /// `stopped_message_generation`.
    StoppedMessageGeneration,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// A currency of Telegram's own: Telegram Stars or toncoins.
#[telegram_type("SuggestedPostPrice.currency")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PostCurrency {
    /// `XTR`.
    #[telegram(rename = "XTR")]
    Stars,
    /// `TON`.
    #[telegram(rename = "TON")]
    Toncoins,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// What a sticker is for.
#[telegram_type("Sticker.type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StickerType {
    /// `regular`.
    Regular,
    /// `mask`.
    Mask,
    /// `custom_emoji`.
    CustomEmoji,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The file format of a sticker.
#[telegram_type("InputSticker.format")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum StickerFormat {
    /// `static`.
    Static,
    /// `animated`.
    Animated,
    /// `video`.
    Video,
}

/// Where content stands from left to right.
#[telegram_type("RichBlockTableCell.align")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HorizontalAlign {
    /// `left`.
    Left,
    /// `center`.
    Center,
    /// `right`.
    Right,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// Where content stands from top to bottom.
#[telegram_type("RichBlockTableCell.valign")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VerticalAlign {
    /// `top`.
    Top,
    /// `middle`.
    Middle,
    /// `bottom`.
    Bottom,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The kind of a chat.
#[telegram_type("Chat.type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChatType {
    /// `private`.
    Private,
    /// `group`.
    Group,
    /// `supergroup`.
    Supergroup,
    /// `channel`.
    Channel,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The kind of chat that an inline query was typed in.
#[telegram_type("InlineQuery.chat_type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InlineQueryChatType {
    /// `sender`.
    Sender,
    /// `private`.
    Private,
    /// `group`.
    Group,
    /// `supergroup`.
    Supergroup,
    /// `channel`.
    Channel,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The colour of a button.
#[telegram_type("InlineKeyboardButton.style")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ButtonStyle {
    /// `danger`.
    Danger,
    /// `success`.
    Success,
    /// `primary`.
    Primary,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The look of a button in a rich message.
#[telegram_type("RichMessageButton.style")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RichButtonStyle {
    /// `danger`.
    Danger,
    /// `success`.
    Success,
    /// `primary`.
    Primary,
    /// `link`.
    Link,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The kind of a poll.
#[telegram_type("Poll.type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PollType {
    /// `regular`.
    Regular,
    /// `quiz`.
    Quiz,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// How the items of a numbered list are marked.
#[telegram_type("RichBlockListItem.type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListMarker {
    /// `a`.
    #[telegram(rename = "a")]
    LowerLetter,
    /// `A`.
    #[telegram(rename = "A")]
    UpperLetter,
    /// `i`.
    #[telegram(rename = "i")]
    LowerRoman,
    /// `I`.
    #[telegram(rename = "I")]
    UpperRoman,
    /// `1`.
    #[telegram(rename = "1")]
    Number,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The format of an animated thumbnail.
#[telegram_type("InlineQueryResultGif.thumbnail_mime_type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThumbnailMimeType {
    /// `image/jpeg`.
    #[telegram(rename = "image/jpeg")]
    Jpeg,
    /// `image/gif`.
    #[telegram(rename = "image/gif")]
    Gif,
    /// `video/mp4`.
    #[telegram(rename = "video/mp4")]
    Mp4,
}

/// The format behind a video's URL.
#[telegram_type("InlineQueryResultVideo.mime_type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VideoMimeType {
    /// `text/html`.
    #[telegram(rename = "text/html")]
    Html,
    /// `video/mp4`.
    #[telegram(rename = "video/mp4")]
    Mp4,
}

/// The format behind a document's URL.
#[telegram_type("InlineQueryResultDocument.mime_type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentMimeType {
    /// `application/pdf`.
    #[telegram(rename = "application/pdf")]
    Pdf,
    /// `application/zip`.
    #[telegram(rename = "application/zip")]
    Zip,
}

/// A kind of Telegram Passport data.
#[telegram_type("EncryptedPassportElement.type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PassportElementType {
    /// `personal_details`.
    PersonalDetails,
    /// `passport`.
    Passport,
    /// `driver_license`.
    DriverLicense,
    /// `identity_card`.
    IdentityCard,
    /// `internal_passport`.
    InternalPassport,
    /// `address`.
    Address,
    /// `utility_bill`.
    UtilityBill,
    /// `bank_statement`.
    BankStatement,
    /// `rental_agreement`.
    RentalAgreement,
    /// `passport_registration`.
    PassportRegistration,
    /// `temporary_registration`.
    TemporaryRegistration,
    /// `phone_number`.
    PhoneNumber,
    /// `email`.
    Email,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// What a part of a text is.
#[telegram_type("MessageEntity.type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageEntityType {
    /// `mention`.
    Mention,
    /// `hashtag`.
    Hashtag,
    /// `cashtag`.
    Cashtag,
    /// `bot_command`.
    BotCommand,
    /// `url`.
    Url,
    /// `email`.
    Email,
    /// `phone_number`.
    PhoneNumber,
    /// `bold`.
    Bold,
    /// `italic`.
    Italic,
    /// `underline`.
    Underline,
    /// `strikethrough`.
    Strikethrough,
    /// `spoiler`.
    Spoiler,
    /// `blockquote`.
    Blockquote,
    /// `expandable_blockquote`.
    ExpandableBlockquote,
    /// `code`.
    Code,
    /// `pre`.
    Pre,
    /// `text_link`.
    TextLink,
    /// `text_mention`.
    TextMention,
    /// `custom_emoji`.
    CustomEmoji,
    /// `date_time`.
    DateTime,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The state of a subscription.
#[telegram_type("BotSubscriptionUpdated.state")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubscriptionState {
    /// `canceled`.
    Canceled,
    /// `active`.
    Active,
    /// `failed`.
    Failed,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// Why a suggested post was refunded.
#[telegram_type("SuggestedPostRefunded.reason")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SuggestedPostRefundReason {
    /// `post_deleted`.
    PostDeleted,
    /// `payment_refunded`.
    PaymentRefunded,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The state of a suggested post.
#[telegram_type("SuggestedPostInfo.state")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SuggestedPostState {
    /// `pending`.
    Pending,
    /// `approved`.
    Approved,
    /// `declined`.
    Declined,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// How rare a part of a unique gift is.
#[telegram_type("UniqueGiftModel.rarity")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GiftRarity {
    /// `uncommon`.
    Uncommon,
    /// `rare`.
    Rare,
    /// `epic`.
    Epic,
    /// `legendary`.
    Legendary,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// Where a unique gift comes from.
#[telegram_type("UniqueGiftInfo.origin")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GiftOrigin {
    /// `upgrade`.
    Upgrade,
    /// `transfer`.
    Transfer,
    /// `resale`.
    Resale,
    /// `gifted_upgrade`.
    GiftedUpgrade,
    /// `offer`.
    Offer,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The part of a face that a mask is placed on.
#[telegram_type("MaskPosition.point")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MaskPoint {
    /// `forehead`.
    Forehead,
    /// `eyes`.
    Eyes,
    /// `mouth`.
    Mouth,
    /// `chin`.
    Chin,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// What a transaction with a user was for.
#[telegram_type("TransactionPartnerUser.transaction_type")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransactionType {
    /// `invoice_payment`.
    InvoicePayment,
    /// `paid_media_payment`.
    PaidMediaPayment,
    /// `gift_purchase`.
    GiftPurchase,
    /// `premium_purchase`.
    PremiumPurchase,
    /// `business_account_transfer`.
    BusinessAccountTransfer,
    /// A word that this version of telegrammar does not know.
    Unknown(String),
}

/// The animation of a dice.
#[telegram_type("sendDice.emoji")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DiceEmoji {
    /// `🎲`.
    #[telegram(rename = "🎲")]
    Dice,
    /// `🎯`.
    #[telegram(rename = "🎯")]
    Darts,
    /// `🏀`.
    #[telegram(rename = "🏀")]
    Basketball,
    /// `⚽`.
    #[telegram(rename = "⚽")]
    Football,
    /// `🎳`.
    #[telegram(rename = "🎳")]
    Bowling,
    /// `🎰`.
    #[telegram(rename = "🎰")]
    SlotMachine,
}

/// What the bot is seen to be doing.
#[telegram_type("sendChatAction.action")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ChatAction {
    /// `typing`.
    Typing,
    /// `upload_photo`.
    UploadPhoto,
    /// `record_video`.
    RecordVideo,
    /// `upload_video`.
    UploadVideo,
    /// `record_voice`.
    RecordVoice,
    /// `upload_voice`.
    UploadVoice,
    /// `upload_document`.
    UploadDocument,
    /// `choose_sticker`.
    ChooseSticker,
    /// `find_location`.
    FindLocation,
    /// `record_video_note`.
    RecordVideoNote,
    /// `upload_video_note`.
    UploadVideoNote,
}

/// What becomes of a request to join.
#[telegram_type("answerChatJoinRequestQuery.result")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum JoinRequestAnswer {
    /// `approve`.
    Approve,
    /// `decline`.
    Decline,
    /// `queue`.
    Queue,
}
