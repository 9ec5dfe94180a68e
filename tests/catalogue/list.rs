//! Every type and method of the catalogue by its name. `complete.rs` compares the names with the
//! facts, so that none can be forgotten.

use serde::Serialize;
use serde::de::DeserializeOwned;
use telegrammar::__private::{Slot, Target, json, read, validate_object};
use telegrammar::{Invalid, Method, MethodInfo, TypeInfo, UnionInfo, methods, types};

use crate::method_names::with_method_names;

/// Decodes JSON and writes it again.
pub(crate) type Cycle = fn(&str) -> Result<String, String>;

/// Decodes JSON and says which rules the value breaks.
pub(crate) type Check = fn(&str) -> Result<Vec<String>, String>;

pub(crate) struct Object {
    pub(crate) name: &'static str,
    pub(crate) cycle: Cycle,
    pub(crate) check: Check,
    pub(crate) info: &'static TypeInfo,
}

pub(crate) struct Union {
    pub(crate) name: &'static str,
    pub(crate) cycle: Cycle,
    pub(crate) info: &'static UnionInfo,
}

pub(crate) struct Call {
    pub(crate) name: &'static str,
    /// Whether its result is read by the engine that is compiled in core.
    pub(crate) is_read_in_core: bool,
    pub(crate) cycle: Cycle,
    pub(crate) check: Check,
    pub(crate) info: &'static MethodInfo,
}

/// A closed set of words, and the parameter or field whose words it has.
pub(crate) struct Words {
    pub(crate) of: &'static str,
    pub(crate) cycle: Cycle,
    /// Whether the enum holds words that it does not know.
    pub(crate) is_open: bool,
}

/// What everything in the catalogue can do.
trait Whole: DeserializeOwned + Serialize + PartialEq {}

impl<T: DeserializeOwned + Serialize + PartialEq> Whole for T {}

/// Decodes a type by serde and in the way of a call's result, which must agree, and writes again.
fn cycle<T: Whole + Slot>(json: &str) -> Result<String, String> {
    let answer = read::<T>(json).map_err(|error| error.to_string());
    let decoded = serde_json::from_str::<T>(json).map_err(|error| error.to_string());
    assert!(answer == decoded, "{json}");
    cycle_by_serde::<T>(json)
}

/// Decodes by serde and writes again; what is written is the same value.
fn cycle_by_serde<T: Whole>(json: &str) -> Result<String, String> {
    let write = |value: &T| serde_json::to_string(value).map_err(|error| error.to_string());
    match serde_json::from_str::<T>(json) {
        Ok(value) => {
            let again = write(&value);
            if let Ok(again) = &again {
                let same = serde_json::from_str::<T>(again).map(|again| again == value);
                // Tags are written first, and with tags at the end more depth can be read.
                let too_deep = |error: &str| error.contains("recursion limit exceeded");
                let is_same = same.unwrap_or_else(|error| too_deep(&error.to_string()));
                assert!(is_same, "{again} is not {json}");
            }
            again
        }
        Err(error) => Err(error.to_string()),
    }
}

fn broken(outcome: Result<(), Invalid>) -> Vec<String> {
    match outcome {
        Ok(()) => Vec::new(),
        Err(invalid) => invalid
            .violations()
            .iter()
            .map(ToString::to_string)
            .collect(),
    }
}

fn check<M: Method + DeserializeOwned>(json: &str) -> Result<Vec<String>, String> {
    let method: M = serde_json::from_str(json).map_err(|error| error.to_string())?;
    Ok(broken(method.validate()))
}

fn check_object<T: Slot + DeserializeOwned>(json: &str) -> Result<Vec<String>, String> {
    let mut value: T = serde_json::from_str(json).map_err(|error| error.to_string())?;
    match value.open() {
        Target::Object(object) => Ok(broken(validate_object(object))),
        _ => Err("not an object".to_owned()),
    }
}

/// The body of a call must be what serde writes.
fn cycle_call<M: Method + Whole>(text: &str) -> Result<String, String> {
    let again = cycle_by_serde::<M>(text)?;
    let method: M = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let body = json(&method).map_err(|error| error.to_string())?;
    assert_eq!(String::from_utf8_lossy(&body), again);
    Ok(again)
}

macro_rules! list {
    (objects: $($name:ident)+) => {
        pub(crate) fn objects() -> Vec<Object> {
            vec![$(Object {
                name: stringify!($name),
                cycle: cycle::<types::$name>,
                check: check_object::<types::$name>,
                info: types::$name::INFO,
            },)+]
        }
    };
    (unions: $($name:ident)+) => {
        pub(crate) fn unions() -> Vec<Union> {
            vec![$(Union {
                name: stringify!($name),
                cycle: cycle::<types::$name>,
                info: types::$name::INFO,
            },)+]
        }
    };
    (calls: $($name:ident)+) => {
        pub(crate) fn calls() -> Vec<Call> {
            vec![$(Call {
                name: stringify!($name),
                is_read_in_core: methods::$name::READ.is_some(),
                cycle: cycle_call::<methods::$name>,
                check: check::<methods::$name>,
                info: methods::$name::INFO,
            },)+]
        }
    };
    (words: $($name:ident $of:literal $is_open:literal)+) => {
        pub(crate) fn words() -> Vec<Words> {
            vec![$(Words {
                of: $of,
                cycle: cycle::<types::$name>,
                is_open: $is_open,
            },)+]
        }
    };
}

list! {
    objects:
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
    unions:
    MaybeInaccessibleMessage MessageOrigin PaidMedia InputPollMedia InputPollOptionMedia
    BackgroundFill BackgroundType ChatMember StoryAreaType ReactionType OwnedGift BotCommandScope
    MenuButton ChatBoostSource InputMedia InputPaidMedia InputProfilePhoto InputStoryContent
    RichText RichBlock InputRichBlock InlineQueryResult InputMessageContent RevenueWithdrawalState
    TransactionPartner PassportElementError
}

with_method_names! { list! calls: }

list! {
    words:
    ParseMode "sendMessage.parse_mode" false
    UpdateType "WebhookInfo.allowed_updates" true
    PostCurrency "SuggestedPostPrice.currency" true
    StickerType "Sticker.type" true
    StickerFormat "InputSticker.format" false
    HorizontalAlign "RichBlockTableCell.align" true
    VerticalAlign "RichBlockTableCell.valign" true
    ChatType "Chat.type" true
    InlineQueryChatType "InlineQuery.chat_type" true
    ButtonStyle "InlineKeyboardButton.style" true
    RichButtonStyle "RichMessageButton.style" true
    PollType "Poll.type" true
    ListMarker "RichBlockListItem.type" true
    ThumbnailMimeType "InlineQueryResultGif.thumbnail_mime_type" false
    VideoMimeType "InlineQueryResultVideo.mime_type" false
    DocumentMimeType "InlineQueryResultDocument.mime_type" false
    PassportElementType "EncryptedPassportElement.type" true
    MessageEntityType "MessageEntity.type" true
    SubscriptionState "BotSubscriptionUpdated.state" true
    SuggestedPostRefundReason "SuggestedPostRefunded.reason" true
    SuggestedPostState "SuggestedPostInfo.state" true
    GiftRarity "UniqueGiftModel.rarity" true
    GiftOrigin "UniqueGiftInfo.origin" true
    MaskPoint "MaskPosition.point" true
    TransactionType "TransactionPartnerUser.transaction_type" true
    DiceEmoji "sendDice.emoji" false
    ChatAction "sendChatAction.action" false
    JoinRequestAnswer "answerChatJoinRequestQuery.result" false
}
