//! Every type and method of the catalogue by name. `complete.rs` compares the names with the facts,
//! so that none can be missing.

use serde::Serialize;
use serde::de::DeserializeOwned;
use telegrammar::__private::{Decode, check as check_fields, json};
use telegrammar::error::ValidationError;
use telegrammar::schema::{MethodInfo, TypeInfo, UnionInfo};
use telegrammar::value::{Param, Value};
use telegrammar::{Method, from_json, from_json_strict, methods, types};

use crate::decoding::list::Subject;
use crate::decoding::outcomes::outcomes;
use crate::decoding::zero_fall_backs::Walk;
use crate::method_names::with_method_names;

/// Decodes JSON and encodes it again.
pub(crate) type Cycle = fn(&str) -> Result<String, String>;

/// Decodes JSON and returns the rules that the value violates.
pub(crate) type Check = fn(&str) -> Result<Vec<String>, String>;

pub(crate) struct Object {
    pub(crate) subject: Subject,
    pub(crate) name: &'static str,
    pub(crate) cycle: Cycle,
    pub(crate) cycle_leniently: Cycle,
    pub(crate) check: Check,
    pub(crate) info: &'static TypeInfo,
    pub(crate) is_received: bool,
}

pub(crate) struct Union {
    pub(crate) subject: Subject,
    pub(crate) name: &'static str,
    pub(crate) cycle: Cycle,
    pub(crate) cycle_leniently: Cycle,
    pub(crate) info: &'static UnionInfo,
    pub(crate) is_received: bool,
}

pub(crate) struct Call {
    pub(crate) name: &'static str,
    /// Whether its result is decoded by the decoder that is compiled in core.
    pub(crate) is_read_in_core: bool,
    pub(crate) cycle: Cycle,
    pub(crate) check: Check,
    pub(crate) info: &'static MethodInfo,
}

/// A closed set of words, and the parameter or field that it belongs to.
pub(crate) struct Words {
    pub(crate) subject: Subject,
    pub(crate) of: &'static str,
    pub(crate) cycle: Cycle,
    /// Whether the enum can store unknown words.
    pub(crate) is_open: bool,
}

/// The traits that everything in the catalogue implements.
trait Whole: DeserializeOwned + Serialize + PartialEq {}

impl<T: DeserializeOwned + Serialize + PartialEq> Whole for T {}

/// Decodes a type strictly and encodes it again. For valid JSON, lenient decoding must have the
/// same result.
fn cycle<T: Whole + Decode>(json: &str) -> Result<String, String> {
    let strict = from_json_strict::<T>(json).map_err(|error| error.to_string());
    let lenient = lenient::<T>(json);
    // Only values that can be repaired may differ.
    let is_same = strict == lenient || (T::IS_RECEIVED && strict.is_err());
    assert!(is_same, "{json}");
    rewrite(&strict?, json, |text| {
        from_json_strict::<T>(text).map_err(|error| error.to_string())
    })
}

/// Decodes a type leniently, if it is only received, and encodes it again.
fn cycle_leniently<T: Whole + Decode>(json: &str) -> Result<String, String> {
    rewrite(&lenient::<T>(json)?, json, lenient::<T>)
}

/// Decodes from text and by serde, which must agree.
fn lenient<T: Whole + Decode>(json: &str) -> Result<T, String> {
    let by_text = from_json::<T>(json);
    let by_serde = serde_json::from_str::<T>(json);
    let is_same = match (&by_text, &by_serde) {
        (Ok(value), Ok(same)) => value == same,
        // Errors of a deserializer have no positions.
        (Err(error), Err(same)) if same.is_data() && !error.is_syntax() => {
            let position = format!(
                " at line {} column {}",
                error.line().unwrap_or_default(),
                error.column().unwrap_or_default()
            );
            error.to_string() == format!("{same}{position}")
        }
        // The error comes from serde's own parser.
        (Err(_), Err(_)) => true,
        _ => false,
    };
    let error = by_serde.err();
    assert!(is_same, "{json}: {:?}, {error:?}", by_text.err());
    by_text.map_err(|error| error.to_string())
}

/// Decodes a method by serde and encodes it again.
fn cycle_by_serde<T: Whole>(json: &str) -> Result<String, String> {
    let read = |text: &str| serde_json::from_str::<T>(text).map_err(|error| error.to_string());
    rewrite(&read(json)?, json, read)
}

/// Encodes a value, which must be decoded as the same value.
fn rewrite<T: Whole>(
    value: &T,
    json: &str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<String, String> {
    let again = serde_json::to_string(value).map_err(|error| error.to_string())?;
    let is_same = read(&again).map(|again| again == *value);
    assert_eq!(is_same, Ok(true), "{again} is not {json}");
    Ok(again)
}

fn broken(outcome: Result<(), ValidationError>) -> Vec<String> {
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

fn check_object<T: Param + DeserializeOwned>(json: &str) -> Result<Vec<String>, String> {
    let value: T = serde_json::from_str(json).map_err(|error| error.to_string())?;
    match value.value() {
        Value::Object(object) => Ok(broken(check_fields(object))),
        _ => Err("not an object".to_owned()),
    }
}

/// The body of a call must equal the output of serde.
fn cycle_call<M: Method + Whole>(text: &str) -> Result<String, String> {
    let again = cycle_by_serde::<M>(text)?;
    let method: M = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let body = json(&method).map_err(|error| error.to_string())?;
    assert_eq!(String::from_utf8_lossy(&body), again);
    Ok(again)
}

/// What is tried with the type when decoding.
macro_rules! subject {
    ($name:ident) => {
        Subject {
            name: stringify!($name),
            decode: outcomes::<types::$name>,
            walk: Walk::start::<types::$name>,
        }
    };
}

macro_rules! list {
    (objects: $($name:ident)+) => {
        pub(crate) fn objects() -> Vec<Object> {
            vec![$(Object {
                name: stringify!($name),
                cycle: cycle::<types::$name>,
                cycle_leniently: cycle_leniently::<types::$name>,
                check: check_object::<types::$name>,
                info: types::$name::INFO,
                is_received: <types::$name as Decode>::IS_RECEIVED,
                subject: subject!($name),
            },)+]
        }
    };
    (unions: $($name:ident)+) => {
        pub(crate) fn unions() -> Vec<Union> {
            vec![$(Union {
                name: stringify!($name),
                cycle: cycle::<types::$name>,
                cycle_leniently: cycle_leniently::<types::$name>,
                info: types::$name::INFO,
                is_received: <types::$name as Decode>::IS_RECEIVED,
                subject: subject!($name),
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
                subject: subject!($name),
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
