//! Every type and method of the catalogue by its name. `complete.rs` compares the names with the
//! facts, so that none can be forgotten.

use telegrammar::{Method, MethodInfo, TypeInfo, UnionInfo, methods, types};

/// A type without its type.
pub(crate) struct Known {
    pub(crate) name: &'static str,
    /// Decodes JSON and writes it again.
    pub(crate) cycle: fn(&str) -> Result<String, serde_json::Error>,
}

pub(crate) struct Object {
    pub(crate) known: Known,
    pub(crate) info: &'static TypeInfo,
}

pub(crate) struct Union {
    pub(crate) known: Known,
    pub(crate) info: &'static UnionInfo,
}

/// A method without its type.
pub(crate) struct Call {
    pub(crate) name: &'static str,
    pub(crate) info: &'static MethodInfo,
    /// Decodes the arguments from JSON and writes them again.
    pub(crate) cycle: fn(&str) -> Result<String, serde_json::Error>,
    /// Decodes the arguments and says which rules they break.
    pub(crate) validate: fn(&str) -> Result<Vec<String>, serde_json::Error>,
}

fn cycle<T: serde::de::DeserializeOwned + serde::Serialize>(
    json: &str,
) -> Result<String, serde_json::Error> {
    serde_json::to_string(&serde_json::from_str::<T>(json)?)
}

fn validate<M: Method + serde::de::DeserializeOwned>(
    json: &str,
) -> Result<Vec<String>, serde_json::Error> {
    let method: M = serde_json::from_str(json)?;
    Ok(match method.validate() {
        Ok(()) => Vec::new(),
        Err(invalid) => invalid
            .violations()
            .iter()
            .map(ToString::to_string)
            .collect(),
    })
}

macro_rules! list {
    ($function:ident $item:ident: $($name:ident)+) => {
        pub(crate) fn $function() -> Vec<$item> {
            vec![$($item {
                known: Known { name: stringify!($name), cycle: cycle::<types::$name> },
                info: types::$name::INFO,
            },)+]
        }
    };
}

macro_rules! calls {
    ($($name:ident)+) => {
        pub(crate) fn calls() -> Vec<Call> {
            vec![$(Call {
                name: stringify!($name),
                info: methods::$name::INFO,
                cycle: cycle::<methods::$name>,
                validate: validate::<methods::$name>,
            },)+]
        }
    };
}

list! {
    objects Object:
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
}

list! {
    unions Union:
    MaybeInaccessibleMessage MessageOrigin PaidMedia InputPollMedia InputPollOptionMedia
    BackgroundFill BackgroundType ChatMember StoryAreaType ReactionType OwnedGift BotCommandScope
    MenuButton ChatBoostSource InputMedia InputPaidMedia InputProfilePhoto InputStoryContent
    RichText RichBlock InputRichBlock InlineQueryResult InputMessageContent RevenueWithdrawalState
    TransactionPartner PassportElementError
}

calls! {
    GetUpdates SetWebhook DeleteWebhook GetWebhookInfo GetMe LogOut Close SendMessage
    ForwardMessage ForwardMessages CopyMessage CopyMessages SendPhoto SendLivePhoto SendAudio
    SendDocument SendVideo SendAnimation SendVoice SendVideoNote SendPaidMedia SendMediaGroup
    SendLocation SendVenue SendContact SendPoll SendChecklist SendDice SendMessageDraft
    SendChatAction SetMessageReaction GetUserProfilePhotos GetUserProfileAudios SetUserEmojiStatus
    GetFile BanChatMember UnbanChatMember RestrictChatMember PromoteChatMember
    SetChatAdministratorCustomTitle SetChatMemberTag BanChatSenderChat UnbanChatSenderChat
    SetChatPermissions ExportChatInviteLink CreateChatInviteLink EditChatInviteLink
    CreateChatSubscriptionInviteLink EditChatSubscriptionInviteLink RevokeChatInviteLink
    ApproveChatJoinRequest DeclineChatJoinRequest AnswerChatJoinRequestQuery
    SendChatJoinRequestWebApp SetChatPhoto DeleteChatPhoto SetChatTitle SetChatDescription
    PinChatMessage UnpinChatMessage UnpinAllChatMessages LeaveChat GetChat GetChatAdministrators
    GetChatMemberCount GetChatMember GetUserPersonalChatMessages SetChatStickerSet
    DeleteChatStickerSet GetForumTopicIconStickers CreateForumTopic EditForumTopic CloseForumTopic
    ReopenForumTopic DeleteForumTopic UnpinAllForumTopicMessages EditGeneralForumTopic
    CloseGeneralForumTopic ReopenGeneralForumTopic HideGeneralForumTopic UnhideGeneralForumTopic
    UnpinAllGeneralForumTopicMessages AnswerCallbackQuery AnswerGuestQuery GetUserChatBoosts
    GetBusinessConnection GetManagedBotToken ReplaceManagedBotToken GetManagedBotAccessSettings
    SetManagedBotAccessSettings SetMyCommands DeleteMyCommands GetMyCommands SetMyName GetMyName
    SetMyDescription GetMyDescription SetMyShortDescription GetMyShortDescription
    SetMyProfilePhoto RemoveMyProfilePhoto SetChatMenuButton GetChatMenuButton
    SetMyDefaultAdministratorRights GetMyDefaultAdministratorRights GetAvailableGifts SendGift
    GiftPremiumSubscription VerifyUser VerifyChat RemoveUserVerification RemoveChatVerification
    ReadBusinessMessage DeleteBusinessMessages SetBusinessAccountName SetBusinessAccountUsername
    SetBusinessAccountBio SetBusinessAccountProfilePhoto RemoveBusinessAccountProfilePhoto
    SetBusinessAccountGiftSettings GetBusinessAccountStarBalance TransferBusinessAccountStars
    GetBusinessAccountGifts GetUserGifts GetChatGifts ConvertGiftToStars UpgradeGift TransferGift
    PostStory RepostStory EditStory DeleteStory AnswerWebAppQuery SavePreparedInlineMessage
    SavePreparedKeyboardButton EditMessageText EditInlineMessageText EditMessageCaption
    EditInlineMessageCaption EditMessageMedia EditInlineMessageMedia EditMessageLiveLocation
    EditInlineMessageLiveLocation StopMessageLiveLocation StopInlineMessageLiveLocation
    EditMessageChecklist EditMessageReplyMarkup EditInlineMessageReplyMarkup StopPoll
    EditEphemeralMessageText EditEphemeralMessageMedia EditEphemeralMessageCaption
    EditEphemeralMessageReplyMarkup ApproveSuggestedPost DeclineSuggestedPost DeleteMessage
    DeleteMessages DeleteEphemeralMessage DeleteMessageReaction DeleteAllMessageReactions
    SendSticker GetStickerSet GetCustomEmojiStickers UploadStickerFile CreateNewStickerSet
    AddStickerToSet SetStickerPositionInSet DeleteStickerFromSet ReplaceStickerInSet
    SetStickerEmojiList SetStickerKeywords SetStickerMaskPosition SetStickerSetTitle
    SetStickerSetThumbnail SetCustomEmojiStickerSetThumbnail DeleteStickerSet SendRichMessage
    SendRichMessageDraft AnswerInlineQuery SendInvoice CreateInvoiceLink AnswerShippingQuery
    AnswerPreCheckoutQuery GetMyStarBalance GetStarTransactions RefundStarPayment
    EditUserStarSubscription SetPassportDataErrors SendGame SetGameScore SetInlineGameScore
    GetGameHighScores
}
