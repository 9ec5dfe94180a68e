//! Every type of the catalogue by its name, and what is tried with it. `zero_fall_backs.rs` compares the
//! names with the facts, so that none can be forgotten.

use telegrammar::types;

use crate::decoding::outcomes::{Outcomes, outcomes};
use crate::decoding::zero_fall_backs::Walk;

/// A type of the catalogue.
pub(crate) struct Subject {
    pub(crate) name: &'static str,
    /// Decodes JSON in every way.
    pub(crate) decode: fn(&[u8]) -> Outcomes,
    /// Looks at every target that the type has.
    pub(crate) walk: fn(&mut Walk),
}

macro_rules! subjects {
    ($function:ident: $($name:ident)+) => {
        pub(crate) fn $function() -> Vec<Subject> {
            vec![$(Subject {
                name: stringify!($name),
                decode: outcomes::<types::$name>,
                walk: Walk::start::<types::$name>,
            },)+]
        }
    };
}

subjects! {
    subjects:
    Update WebhookInfo User Chat ChatFullInfo Message MessageId InaccessibleMessage MessageEntity
    TextQuote ExternalReplyInfo ReplyParameters EphemeralMessageParameters MessageOriginUser
    MessageOriginHiddenUser MessageOriginChat MessageOriginChannel PhotoSize Animation Audio
    Document LivePhoto Story VideoQuality Video VideoNote Voice PaidMediaInfo PaidMediaLivePhoto
    PaidMediaPhoto PaidMediaPreview PaidMediaVideo Contact Dice Link PollMedia PollOption
    InputPollOption PollAnswer Poll ChecklistTask Checklist InputChecklistTask InputChecklist
    Location Venue WebAppData ProximityAlertTriggered MessageAutoDeleteTimerChanged
    ManagedBotCreated ManagedBotUpdated BotSubscriptionUpdated MessageGenerationStopped
    PollOptionAdded PollOptionDeleted ChatBoostAdded BackgroundFillSolid BackgroundFillGradient
    BackgroundFillFreeformGradient BackgroundTypeFill BackgroundTypeWallpaper
    BackgroundTypePattern BackgroundTypeChatTheme ChatBackground ChecklistTasksDone
    ChecklistTasksAdded CommunityChatAdded CommunityChatJoined CommunityChatRemoved
    ForumTopicCreated ForumTopicClosed ForumTopicEdited ForumTopicReopened GeneralForumTopicHidden
    GeneralForumTopicUnhidden SharedUser UsersShared ChatShared WriteAccessAllowed
    VideoChatScheduled VideoChatStarted VideoChatEnded VideoChatParticipantsInvited
    PaidMessagePriceChanged DirectMessagePriceChanged SuggestedPostApproved
    SuggestedPostApprovalFailed SuggestedPostDeclined SuggestedPostPaid SuggestedPostRefunded
    GiveawayCreated Giveaway GiveawayWinners GiveawayCompleted LinkPreviewOptions
    SuggestedPostPrice SuggestedPostInfo SuggestedPostParameters DirectMessagesTopic
    UserProfilePhotos UserProfileAudios File WebAppInfo ReplyKeyboardMarkup KeyboardButton
    KeyboardButtonRequestUsers KeyboardButtonRequestChat KeyboardButtonRequestManagedBot
    KeyboardButtonPollType ReplyKeyboardRemove InlineKeyboardMarkup InlineKeyboardButton LoginUrl
    SwitchInlineQueryChosenChat CopyTextButton DisabledButton CallbackQuery ForceReply Community
    ChatPhoto ChatInviteLink ChatAdministratorRights ChatMemberUpdated ChatMemberOwner
    ChatMemberAdministrator ChatMemberMember ChatMemberRestricted ChatMemberLeft ChatMemberBanned
    ChatJoinRequest ChatPermissions Birthdate BusinessIntro BusinessLocation
    BusinessOpeningHoursInterval BusinessOpeningHours UserRating StoryAreaPosition LocationAddress
    StoryAreaTypeLocation StoryAreaTypeSuggestedReaction StoryAreaTypeLink StoryAreaTypeWeather
    StoryAreaTypeUniqueGift StoryArea ChatLocation ReactionTypeEmoji ReactionTypeCustomEmoji
    ReactionTypePaid ReactionCount MessageReactionUpdated MessageReactionCountUpdated ForumTopic
    GiftBackground Gift Gifts UniqueGiftModel UniqueGiftSymbol UniqueGiftBackdropColors
    UniqueGiftBackdrop UniqueGiftColors UniqueGift GiftInfo UniqueGiftInfo OwnedGiftRegular
    OwnedGiftUnique OwnedGifts BotAccessSettings AcceptedGiftTypes StarAmount BotCommand
    BotCommandScopeDefault BotCommandScopeAllPrivateChats BotCommandScopeAllGroupChats
    BotCommandScopeAllChatAdministrators BotCommandScopeChat BotCommandScopeChatAdministrators
    BotCommandScopeChatMember BotName BotDescription BotShortDescription MenuButtonCommands
    MenuButtonWebApp MenuButtonDefault ChatBoostSourcePremium ChatBoostSourceGiftCode
    ChatBoostSourceGiveaway ChatBoost ChatBoostUpdated ChatBoostRemoved ChatOwnerLeft
    ChatOwnerChanged UserChatBoosts BusinessBotRights BusinessConnection BusinessMessagesDeleted
    SentWebAppMessage SentGuestMessage PreparedInlineMessage PreparedKeyboardButton
    ResponseParameters InputMediaAnimation InputMediaAudio InputMediaDocument InputMediaLink
    InputMediaLivePhoto InputMediaLocation InputMediaPhoto InputMediaSticker InputMediaVenue
    InputMediaVideo InputMediaVoiceNote InputPaidMediaLivePhoto InputPaidMediaPhoto
    InputPaidMediaVideo InputProfilePhotoStatic InputProfilePhotoAnimated InputStoryContentPhoto
    InputStoryContentVideo Sticker StickerSet MaskPosition InputSticker RichMessage
    InputRichMessage InputRichMessageMedia RichMessageButton RichTextBold RichTextItalic
    RichTextUnderline RichTextStrikethrough RichTextSpoiler RichTextDateTime RichTextTextMention
    RichTextSubscript RichTextSuperscript RichTextMarked RichTextCode RichTextCustomEmoji
    RichTextMathematicalExpression RichTextUrl RichTextEmailAddress RichTextPhoneNumber
    RichTextBankCardNumber RichTextMention RichTextHashtag RichTextCashtag RichTextBotCommand
    RichTextButton RichTextAnchor RichTextAnchorLink RichTextReference RichTextReferenceLink
    RichBlockCaption RichBlockTableCell RichBlockListItem RichBlockParagraph
    RichBlockSectionHeading RichBlockPreformatted RichBlockFooter RichBlockDivider
    RichBlockMathematicalExpression RichBlockAnchor RichBlockList RichBlockBlockQuotation
    RichBlockExpandableBlockQuotation RichBlockPullQuotation RichBlockCollage RichBlockSlideshow
    RichBlockTable RichBlockDetails RichBlockMap RichBlockButtons RichBlockAnimation
    RichBlockAudio RichBlockDocument RichBlockPhoto RichBlockVideo RichBlockVoiceNote
    RichBlockThinking InputRichBlockListItem InputRichBlockParagraph InputRichBlockSectionHeading
    InputRichBlockPreformatted InputRichBlockFooter InputRichBlockDivider
    InputRichBlockMathematicalExpression InputRichBlockAnchor InputRichBlockList
    InputRichBlockBlockQuotation InputRichBlockExpandableBlockQuotation
    InputRichBlockPullQuotation InputRichBlockCollage InputRichBlockSlideshow InputRichBlockTable
    InputRichBlockDetails InputRichBlockMap InputRichBlockButtons InputRichBlockAnimation
    InputRichBlockAudio InputRichBlockDocument InputRichBlockPhoto InputRichBlockVideo
    InputRichBlockVoiceNote InputRichBlockThinking InlineQuery InlineQueryResultsButton
    InlineQueryResultArticle InlineQueryResultPhoto InlineQueryResultGif InlineQueryResultMpeg4Gif
    InlineQueryResultVideo InlineQueryResultAudio InlineQueryResultVoice InlineQueryResultDocument
    InlineQueryResultLocation InlineQueryResultVenue InlineQueryResultContact
    InlineQueryResultGame InlineQueryResultCachedPhoto InlineQueryResultCachedGif
    InlineQueryResultCachedMpeg4Gif InlineQueryResultCachedSticker InlineQueryResultCachedDocument
    InlineQueryResultCachedVideo InlineQueryResultCachedVoice InlineQueryResultCachedAudio
    InputTextMessageContent InputRichMessageContent InputLocationMessageContent
    InputVenueMessageContent InputContactMessageContent InputInvoiceMessageContent
    ChosenInlineResult LabeledPrice Invoice ShippingAddress OrderInfo ShippingOption
    SuccessfulPayment RefundedPayment ShippingQuery PreCheckoutQuery PaidMediaPurchased
    RevenueWithdrawalStatePending RevenueWithdrawalStateSucceeded RevenueWithdrawalStateFailed
    AffiliateInfo TransactionPartnerUser TransactionPartnerChat TransactionPartnerAffiliateProgram
    TransactionPartnerFragment TransactionPartnerTelegramAds TransactionPartnerTelegramApi
    TransactionPartnerOther StarTransaction StarTransactions PassportData PassportFile
    EncryptedPassportElement EncryptedCredentials PassportElementErrorDataField
    PassportElementErrorFrontSide PassportElementErrorReverseSide PassportElementErrorSelfie
    PassportElementErrorFile PassportElementErrorFiles PassportElementErrorTranslationFile
    PassportElementErrorTranslationFiles PassportElementErrorUnspecified Game CallbackGame
    GameHighScore
    MaybeInaccessibleMessage MessageOrigin PaidMedia InputPollMedia InputPollOptionMedia
    BackgroundFill BackgroundType ChatMember StoryAreaType ReactionType OwnedGift BotCommandScope
    MenuButton ChatBoostSource InputMedia InputPaidMedia InputProfilePhoto InputStoryContent
    RichText RichBlock InputRichBlock InlineQueryResult InputMessageContent RevenueWithdrawalState
    TransactionPartner PassportElementError
}

subjects! {
    words:
    ParseMode UpdateType PostCurrency StickerType StickerFormat HorizontalAlign VerticalAlign
    ChatType InlineQueryChatType ButtonStyle RichButtonStyle PollType ListMarker ThumbnailMimeType
    VideoMimeType DocumentMimeType PassportElementType MessageEntityType SubscriptionState
    SuggestedPostRefundReason SuggestedPostState GiftRarity GiftOrigin MaskPoint TransactionType
    DiceEmoji ChatAction JoinRequestAnswer
}
