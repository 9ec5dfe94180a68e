//! Section [Rich messages](https://core.telegram.org/bots/api#rich-messages).

use super::*;
use crate::{Unknown, telegram_type};

/// A message with rich formatting, made of blocks.
///
/// [Bot API](https://core.telegram.org/bots/api#richmessage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichMessage {
    /// The blocks it is made of.
    pub blocks: Vec<RichBlock>,
    /// Whether the message reads from right to left.
    pub is_rtl: Option<bool>,
}

/// A rich message to send. Set one, and only one, of `html`, `markdown` and `blocks`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichmessage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichMessage {
    /// The content as a list of blocks.
    pub blocks: Option<Vec<InputRichBlock>>,
    /// The content in HTML formatting; list its media files in `media`.
    pub html: Option<String>,
    /// The content in Markdown formatting; list its media files in `media`.
    pub markdown: Option<String>,
    /// The media that `html` or `markdown` refers to by links such as `tg://photo?id=`.
    pub media: Option<Vec<InputRichMessageMedia>>,
    /// Show the message from right to left.
    pub is_rtl: Option<bool>,
    /// Leave links, mentions, hashtags, commands, phone numbers and the like in the text
    /// undetected.
    pub skip_entity_detection: Option<bool>,
}

/// A media file used inside a rich message to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichmessagemedia)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichMessageMedia {
    /// Name that links such as `tg://photo?id=` use for the file: 1 to 64 letters, digits, `_` or
    /// `-`.
    pub id: String,
    /// The media file; only the file and its own properties count.
    pub media: RichMessageMedia,
}

/// A button inside a rich message. Besides `text` and `style`, set one field only: it decides what
/// the button does.
///
/// [Bot API](https://core.telegram.org/bots/api#richmessagebutton)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichMessageButton {
    /// The label: plain text, `RichTextCustomEmoji` and `RichTextDateTime` only.
    pub text: Box<RichText>,
    /// The look: red `"danger"`, green `"success"`, blue `"primary"`, or borderless `"link"`
    /// (callback buttons only). The app decides if unset.
    pub style: Option<RichButtonStyle>,
    /// The HTTP or `tg://` link to open. A `tg://user?id=` link mentions a user by id if their
    /// privacy settings permit.
    pub url: Option<String>,
    /// What the bot gets in the callback query after a press, 1 to 64 bytes.
    pub callback_data: Option<String>,
    /// The Web App to open, which may answer with `answerWebAppQuery`. Private chats with the bot
    /// only, and not for a business account.
    pub web_app: Option<WebAppInfo>,
    /// The HTTPS URL that logs the user in, like the Telegram Login Widget; not in ephemeral
    /// messages.
    pub login_url: Option<Box<LoginUrl>>,
    /// Inline query, maybe empty, to start in a chat the user picks. Not in channel direct
    /// messages or for a business account.
    pub switch_inline_query: Option<String>,
    /// Inline query, maybe empty, to start in this chat. Not in channels, channel direct messages
    /// or for a business account.
    pub switch_inline_query_current_chat: Option<String>,
    /// Inline query to start in a chat of a given type that the user picks. Not in channel direct
    /// messages or for a business account.
    pub switch_inline_query_chosen_chat: Option<SwitchInlineQueryChosenChat>,
    /// The text a press copies to the clipboard.
    pub copy_text: Option<CopyTextButton>,
    /// Makes the button inactive, so that a press does nothing.
    pub disabled: Option<DisabledButton>,
}

/// Formatted text: a plain string, a list of pieces, or one formatted piece.
///
/// [Bot API](https://core.telegram.org/bots/api#richtext)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RichText {
    /// Plain text.
    Text(String),
    /// Several texts, one after the other.
    List(Vec<RichText>),
    /// Text in bold type.
    Bold(RichTextBold),
    /// Text in italic type.
    Italic(RichTextItalic),
    /// Text with a line below.
    Underline(RichTextUnderline),
    /// Text with a line through it.
    Strikethrough(RichTextStrikethrough),
    /// Text hidden behind a spoiler.
    Spoiler(RichTextSpoiler),
    /// A moment in time, shown in a chosen format.
    DateTime(RichTextDateTime),
    /// A mention of a user by id.
    TextMention(RichTextTextMention),
    /// Text lowered below the line.
    Subscript(RichTextSubscript),
    /// Text raised above the line.
    Superscript(RichTextSuperscript),
    /// Text highlighted as if by a marker.
    Marked(RichTextMarked),
    /// Text in a monospaced font.
    Code(RichTextCode),
    /// A custom emoji within text.
    CustomEmoji(RichTextCustomEmoji),
    /// A mathematical formula within text.
    MathematicalExpression(RichTextMathematicalExpression),
    /// Text that opens a link.
    Url(RichTextUrl),
    /// Text that stands for an email address.
    EmailAddress(RichTextEmailAddress),
    /// Text that stands for a phone number.
    PhoneNumber(RichTextPhoneNumber),
    /// Text that stands for a bank card number.
    BankCardNumber(RichTextBankCardNumber),
    /// A mention of somebody by `@username`.
    Mention(RichTextMention),
    /// A hashtag within text.
    Hashtag(RichTextHashtag),
    /// A cashtag within text.
    Cashtag(RichTextCashtag),
    /// A bot command within text.
    BotCommand(RichTextBotCommand),
    /// A button within text.
    Button(RichTextButton),
    /// A spot in the message that links can jump to.
    Anchor(RichTextAnchor),
    /// A link that jumps to an anchor.
    AnchorLink(RichTextAnchorLink),
    /// A reference that links can point to.
    Reference(RichTextReference),
    /// A link that points to a reference.
    ReferenceLink(RichTextReferenceLink),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// Text in bold type.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextbold)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextBold {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// Text in italic type.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextitalic)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextItalic {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// Text with a line below.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextunderline)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextUnderline {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// Text with a line through it.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextstrikethrough)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextStrikethrough {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// Text hidden behind a spoiler.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextspoiler)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextSpoiler {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// A moment in time, shown in a chosen format.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextdatetime)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextDateTime {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The moment, as Unix time in seconds.
    pub unix_time: i64,
    /// How to show the moment, as a date-time format string.
    pub date_time_format: String,
}

/// A mention of a user by id.
///
/// [Bot API](https://core.telegram.org/bots/api#richtexttextmention)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextTextMention {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The user who is mentioned.
    pub user: User,
}

/// Text lowered below the line.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextsubscript)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextSubscript {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// Text raised above the line.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextsuperscript)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextSuperscript {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// Text highlighted as if by a marker.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextmarked)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextMarked {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// Text in a monospaced font.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextcode)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextCode {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
}

/// A custom emoji within text.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextcustomemoji)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextCustomEmoji {
    /// The id of the custom emoji; `getCustomEmojiStickers` gives its sticker.
    pub custom_emoji_id: String,
    /// Ordinary emoji to show in its place.
    pub alternative_text: String,
}

/// A mathematical formula within text.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextmathematicalexpression)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextMathematicalExpression {
    /// The formula, written in LaTeX.
    pub expression: String,
}

/// Text that opens a link.
///
/// [Bot API](https://core.telegram.org/bots/api#richtexturl)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextUrl {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The address the link opens.
    pub url: String,
}

/// Text that stands for an email address.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextemailaddress)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextEmailAddress {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The email address meant by it.
    pub email_address: String,
}

/// Text that stands for a phone number.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextphonenumber)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextPhoneNumber {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The phone number meant by it.
    pub phone_number: String,
}

/// Text that stands for a bank card number.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextbankcardnumber)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextBankCardNumber {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The card number meant by it.
    pub bank_card_number: String,
}

/// A mention of somebody by `@username`.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextmention)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextMention {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The username that is mentioned.
    pub username: String,
}

/// A hashtag within text.
///
/// [Bot API](https://core.telegram.org/bots/api#richtexthashtag)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextHashtag {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The hashtag meant by it.
    pub hashtag: String,
}

/// A cashtag within text.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextcashtag)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextCashtag {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The cashtag meant by it.
    pub cashtag: String,
}

/// A bot command within text.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextbotcommand)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextBotCommand {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The command meant by it.
    pub bot_command: String,
}

/// A button within text.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextbutton)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextButton {
    /// The button to show there.
    pub button: Box<RichMessageButton>,
}

/// A spot in the message that links can jump to.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextanchor)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextAnchor {
    /// The anchor's name, for links to it.
    pub name: String,
}

/// A link that jumps to an anchor.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextanchorlink)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextAnchorLink {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The anchor to jump to; empty for the top of the message.
    pub anchor_name: String,
}

/// A reference that links can point to.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextreference)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextReference {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The reference's name, for links to it.
    pub name: String,
}

/// A link that points to a reference.
///
/// [Bot API](https://core.telegram.org/bots/api#richtextreferencelink)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichTextReferenceLink {
    /// The piece of text it applies to, which may be formatted further.
    pub text: Box<RichText>,
    /// The reference to point to, by name.
    pub reference_name: String,
}

/// The caption of a block, with an optional credit.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockcaption)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockCaption {
    /// The words of the caption.
    pub text: RichText,
    /// Who or what is credited, like `<cite>` in HTML.
    pub credit: Option<Box<RichText>>,
}

/// A cell of a table.
///
/// [Bot API](https://core.telegram.org/bots/api#richblocktablecell)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockTableCell {
    /// What the cell says; a cell without text is not shown.
    pub text: Option<Box<RichText>>,
    /// Set when it is a heading cell.
    pub is_header: bool,
    /// How many columns it covers, when more than one.
    pub colspan: Option<i64>,
    /// How many rows it covers, when more than one.
    pub rowspan: Option<i64>,
    /// Where the content sits across: `"left"`, `"center"` or `"right"`.
    pub align: HorizontalAlign,
    /// Where the content sits in height: `"top"`, `"middle"` or `"bottom"`.
    pub valign: VerticalAlign,
}

/// An entry of a list block.
///
/// [Bot API](https://core.telegram.org/bots/api#richblocklistitem)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockListItem {
    /// The bullet or number in front.
    pub label: String,
    /// The blocks inside the entry.
    pub blocks: Vec<RichBlock>,
    /// Set when a checkbox belongs to it.
    pub has_checkbox: bool,
    /// Set when its checkbox is ticked.
    pub is_checked: bool,
    /// The number behind the label; ordered lists only.
    pub value: Option<i64>,
    /// Style of the label, in ordered lists only: `"a"` or `"A"` for letters, `"i"` or `"I"` for
    /// Roman numerals, `"1"` for numbers.
    pub r#type: Option<ListMarker>,
}

/// A block of a rich message.
///
/// [Bot API](https://core.telegram.org/bots/api#richblock)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum RichBlock {
    /// A paragraph of text, `<p>` in HTML.
    Paragraph(RichBlockParagraph),
    /// A heading of a section, `<h1>` to `<h6>` in HTML.
    SectionHeading(RichBlockSectionHeading),
    /// Text kept as typed, such as program code; `<pre>` around `<code>` in HTML.
    Preformatted(RichBlockPreformatted),
    /// Closing text of a message, `<footer>` in HTML.
    Footer(RichBlockFooter),
    /// A line between blocks, `<hr/>` in HTML.
    Divider(RichBlockDivider),
    /// A formula in a block of its own, `<tg-math-block>` in HTML.
    MathematicalExpression(RichBlockMathematicalExpression),
    /// A spot that links can jump to, `<a name>` in HTML.
    Anchor(RichBlockAnchor),
    /// A bulleted or numbered list, `<ul>` or `<ol>` in HTML.
    List(RichBlockList),
    /// A quotation made of blocks, `<blockquote>` in HTML.
    BlockQuotation(RichBlockBlockQuotation),
    /// A quotation that starts folded, `<blockquote collapsed>` in HTML.
    ExpandableBlockQuotation(RichBlockExpandableBlockQuotation),
    /// A quotation set in the middle, much like `<aside>` in HTML.
    PullQuotation(RichBlockPullQuotation),
    /// Several media shown together, `<tg-collage>` in HTML.
    Collage(RichBlockCollage),
    /// Several media shown one by one, `<tg-slideshow>` in HTML.
    Slideshow(RichBlockSlideshow),
    /// A table of cells, `<table>` in HTML.
    Table(RichBlockTable),
    /// A block that unfolds to show more, `<details>` in HTML.
    Details(RichBlockDetails),
    /// A map of a place, `<tg-map>` in HTML.
    Map(RichBlockMap),
    /// A row of buttons, `<tg-button-row>` in HTML.
    Buttons(RichBlockButtons),
    /// An animation in a block, `<video>` in HTML.
    Animation(RichBlockAnimation),
    /// A piece of music in a block, `<audio>` in HTML.
    Audio(RichBlockAudio),
    /// A file of any type in a block, `<tg-document>` in HTML.
    Document(RichBlockDocument),
    /// A photo in a block, `<img>` in HTML.
    Photo(RichBlockPhoto),
    /// A video in a block, `<video>` in HTML.
    Video(RichBlockVideo),
    /// A voice message in a block, `<audio>` in HTML.
    VoiceNote(RichBlockVoiceNote),
    /// A placeholder that says the bot is thinking, `<tg-thinking>` in HTML. Only for
    /// `sendRichMessageDraft`, so it never arrives in a message.
    Thinking(RichBlockThinking),
    /// A variant that this version of telegrammar does not know.
    Unknown(Unknown),
}

/// A paragraph of text, `<p>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockparagraph)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockParagraph {
    /// The text shown in this block.
    pub text: RichText,
}

/// A heading of a section, `<h1>` to `<h6>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblocksectionheading)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockSectionHeading {
    /// The text shown in this block.
    pub text: RichText,
    /// How big the heading is, from 1 (biggest) to 6.
    pub size: i64,
}

/// Text kept as typed, such as program code; `<pre>` around `<code>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockpreformatted)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockPreformatted {
    /// The text shown in this block.
    pub text: RichText,
    /// The programming language it is in, if known.
    pub language: Option<String>,
}

/// Closing text of a message, `<footer>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockfooter)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockFooter {
    /// The text shown in this block.
    pub text: RichText,
}

/// A line between blocks, `<hr/>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockdivider)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct RichBlockDivider {}

/// A formula in a block of its own, `<tg-math-block>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockmathematicalexpression)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockMathematicalExpression {
    /// The formula, written in LaTeX.
    pub expression: String,
}

/// A spot that links can jump to, `<a name>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockanchor)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockAnchor {
    /// The anchor's name, for links to it.
    pub name: String,
}

/// A bulleted or numbered list, `<ul>` or `<ol>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblocklist)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockList {
    /// The entries of the list.
    pub items: Vec<RichBlockListItem>,
}

/// A quotation made of blocks, `<blockquote>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockblockquotation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockBlockQuotation {
    /// The blocks that are quoted.
    pub blocks: Vec<RichBlock>,
    /// Who or what the quotation is credited to.
    pub credit: Option<Box<RichText>>,
}

/// A quotation that starts folded, `<blockquote collapsed>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockexpandableblockquotation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockExpandableBlockQuotation {
    /// The text that is quoted.
    pub text: RichText,
    /// Who or what the quotation is credited to.
    pub credit: Option<Box<RichText>>,
}

/// A quotation set in the middle, much like `<aside>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockpullquotation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockPullQuotation {
    /// The text that is quoted.
    pub text: RichText,
    /// Who or what the quotation is credited to.
    pub credit: Option<Box<RichText>>,
}

/// Several media shown together, `<tg-collage>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockcollage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockCollage {
    /// The blocks shown in the collage.
    pub blocks: Vec<RichBlock>,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// Several media shown one by one, `<tg-slideshow>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockslideshow)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockSlideshow {
    /// The blocks shown as slides.
    pub blocks: Vec<RichBlock>,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A table of cells, `<table>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblocktable)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockTable {
    /// The cells, as a list of rows.
    pub cells: Vec<Vec<RichBlockTableCell>>,
    /// Set when lines are drawn around the cells.
    pub is_bordered: bool,
    /// Set when rows alternate in shade.
    pub is_striped: bool,
    /// Set when the cells have less padding.
    pub is_compact: bool,
    /// Caption shown with the table.
    pub caption: Option<Box<RichText>>,
}

/// A block that unfolds to show more, `<details>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockdetails)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockDetails {
    /// The line that is visible even when folded.
    pub summary: RichText,
    /// The blocks that can be folded away.
    pub blocks: Vec<RichBlock>,
    /// Set when it starts unfolded.
    pub is_open: bool,
}

/// A map of a place, `<tg-map>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockmap)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockMap {
    /// The point in the middle of the map.
    pub location: Location,
    /// How far the map is zoomed in.
    pub zoom: i64,
    /// The width the map should have.
    pub width: i64,
    /// The height the map should have.
    pub height: i64,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A row of buttons, `<tg-button-row>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockbuttons)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockButtons {
    /// The buttons of the row, in order.
    pub buttons: Vec<RichMessageButton>,
    /// Where the row sits across: `"left"`, `"center"` or `"right"`.
    pub align: Option<HorizontalAlign>,
}

/// An animation in a block, `<video>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockanimation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockAnimation {
    /// The animation to be played.
    pub animation: Animation,
    /// Set when a spoiler hides the preview of the media.
    pub has_spoiler: bool,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A piece of music in a block, `<audio>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockaudio)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockAudio {
    /// The music file to be played.
    pub audio: Audio,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A file of any type in a block, `<tg-document>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockdocument)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockDocument {
    /// The file in the block.
    pub document: Document,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A photo in a block, `<img>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockPhoto {
    /// The photo in each size it comes in.
    pub photo: Vec<PhotoSize>,
    /// Set when a spoiler hides the preview of the media.
    pub has_spoiler: bool,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A video in a block, `<video>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockvideo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockVideo {
    /// The video to be played.
    pub video: Video,
    /// Set when a spoiler hides the preview of the media.
    pub has_spoiler: bool,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A voice message in a block, `<audio>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockvoicenote)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockVoiceNote {
    /// The voice message to be played.
    pub voice_note: Voice,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A placeholder that says the bot is thinking, `<tg-thinking>` in HTML. Only for
/// `sendRichMessageDraft`, so it never arrives in a message.
///
/// [Bot API](https://core.telegram.org/bots/api#richblockthinking)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RichBlockThinking {
    /// The text of the placeholder; custom emoji from the `AIActions` set suit it.
    pub text: RichText,
}

/// An entry of a list block to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblocklistitem)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockListItem {
    /// The blocks inside the entry.
    pub blocks: Vec<InputRichBlock>,
    /// Give the entry a checkbox.
    pub has_checkbox: bool,
    /// Tick the checkbox of the entry.
    pub is_checked: bool,
    /// The number behind the label; ordered lists only.
    pub value: Option<i64>,
    /// Style of the label, in ordered lists only: `"a"` or `"A"` for letters, `"i"` or `"I"` for
    /// Roman numerals, `"1"` for numbers.
    pub r#type: Option<ListMarker>,
}

/// A block of a rich message to send.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblock)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum InputRichBlock {
    /// A paragraph of text to send, `<p>` in HTML.
    Paragraph(InputRichBlockParagraph),
    /// A heading of a section to send, `<h1>` to `<h6>` in HTML.
    SectionHeading(InputRichBlockSectionHeading),
    /// Text to send as typed, such as program code; `<pre>` around `<code>` in HTML.
    Preformatted(InputRichBlockPreformatted),
    /// Closing text of a message to send, `<footer>` in HTML.
    Footer(InputRichBlockFooter),
    /// A line between blocks to send, `<hr/>` in HTML.
    Divider(InputRichBlockDivider),
    /// A LaTeX formula block to send, like the custom `<tg-math-block>` tag.
    MathematicalExpression(InputRichBlockMathematicalExpression),
    /// An anchor block to send, like an HTML `<a>` tag with a `name`.
    Anchor(InputRichBlockAnchor),
    /// A list block to send, like the HTML tags `<ul>` and `<ol>`.
    List(InputRichBlockList),
    /// A block quotation to send, like the HTML tag `<blockquote>`.
    BlockQuotation(InputRichBlockBlockQuotation),
    /// A collapsed block quotation to send, like a `<blockquote>` tag with the custom attribute
    /// `collapsed`.
    ExpandableBlockQuotation(InputRichBlockExpandableBlockQuotation),
    /// A centered pull quotation to send, roughly like the HTML tag `<aside>`.
    PullQuotation(InputRichBlockPullQuotation),
    /// A collage block to send, like the custom HTML tag `<tg-collage>`.
    Collage(InputRichBlockCollage),
    /// A slideshow block to send, like the custom HTML tag `<tg-slideshow>`.
    Slideshow(InputRichBlockSlideshow),
    /// A table block to send, like the HTML tag `<table>`.
    Table(InputRichBlockTable),
    /// A block to send that expands to show details, like the HTML tag `<details>`.
    Details(InputRichBlockDetails),
    /// A map block to send, like the custom HTML tag `<tg-map>`. Width and height may add up to
    /// 10000, with a ratio of 20 at most.
    Map(InputRichBlockMap),
    /// A row of buttons to send, like the custom `<tg-button-row>` tag.
    Buttons(InputRichBlockButtons),
    /// An animation block to send, like the HTML tag `<video>`.
    Animation(InputRichBlockAnimation),
    /// A music block to send, like the HTML tag `<audio>`.
    Audio(InputRichBlockAudio),
    /// A file block to send, like the custom HTML tag `<tg-document>`.
    Document(InputRichBlockDocument),
    /// A photo block to send, like the HTML tag `<img>`.
    Photo(InputRichBlockPhoto),
    /// A video block to send, like the HTML tag `<video>`.
    Video(Box<InputRichBlockVideo>),
    /// A voice note block to send, like the HTML tag `<audio>`.
    VoiceNote(InputRichBlockVoiceNote),
    /// A "Thinking..." placeholder, like the custom HTML tag `<tg-thinking>`. Works only in
    /// `sendRichMessageDraft`, so received messages never have it.
    Thinking(InputRichBlockThinking),
}

/// A paragraph of text to send, `<p>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockparagraph)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockParagraph {
    /// The text shown in this block.
    pub text: RichText,
}

/// A heading of a section to send, `<h1>` to `<h6>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblocksectionheading)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockSectionHeading {
    /// The text shown in this block.
    pub text: RichText,
    /// How big the heading is, from 1 (biggest) to 6.
    pub size: i64,
}

/// Text to send as typed, such as program code; `<pre>` around `<code>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockpreformatted)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockPreformatted {
    /// The text shown in this block.
    pub text: RichText,
    /// The programming language it is in, if known.
    pub language: Option<String>,
}

/// Closing text of a message to send, `<footer>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockfooter)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockFooter {
    /// The text shown in this block.
    pub text: RichText,
}

/// A line between blocks to send, `<hr/>` in HTML.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockdivider)
#[telegram_type]
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockDivider {}

/// A LaTeX formula block to send, like the custom `<tg-math-block>` tag.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockmathematicalexpression)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockMathematicalExpression {
    /// The formula, in LaTeX.
    pub expression: String,
}

/// An anchor block to send, like an HTML `<a>` tag with a `name`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockanchor)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockAnchor {
    /// Name that links can point to.
    pub name: String,
}

/// A list block to send, like the HTML tags `<ul>` and `<ol>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblocklist)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockList {
    /// Entries of the list, in order.
    pub items: Vec<InputRichBlockListItem>,
}

/// A block quotation to send, like the HTML tag `<blockquote>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockblockquotation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockBlockQuotation {
    /// Blocks that make up the quotation.
    pub blocks: Vec<InputRichBlock>,
    /// Attribution of the quotation.
    pub credit: Option<Box<RichText>>,
}

/// A collapsed block quotation to send, like a `<blockquote>` tag with the custom attribute
/// `collapsed`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockexpandableblockquotation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockExpandableBlockQuotation {
    /// The quoted text.
    pub text: RichText,
    /// Attribution of the quotation.
    pub credit: Option<Box<RichText>>,
}

/// A centered pull quotation to send, roughly like the HTML tag `<aside>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockpullquotation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockPullQuotation {
    /// The quoted text.
    pub text: RichText,
    /// Attribution of the quotation.
    pub credit: Option<Box<RichText>>,
}

/// A collage block to send, like the custom HTML tag `<tg-collage>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockcollage)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockCollage {
    /// Blocks to arrange in the collage.
    pub blocks: Vec<InputRichBlock>,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A slideshow block to send, like the custom HTML tag `<tg-slideshow>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockslideshow)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockSlideshow {
    /// Blocks to show as slides.
    pub blocks: Vec<InputRichBlock>,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A table block to send, like the HTML tag `<table>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblocktable)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockTable {
    /// Table cells, row by row.
    pub cells: Vec<Vec<RichBlockTableCell>>,
    /// Draw borders.
    pub is_bordered: bool,
    /// Stripe the rows.
    pub is_striped: bool,
    /// Use smaller indents in the cells.
    pub is_compact: bool,
    /// Caption shown with the table.
    pub caption: Option<Box<RichText>>,
}

/// A block to send that expands to show details, like the HTML tag `<details>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockdetails)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockDetails {
    /// Text that stays visible when the block is closed.
    pub summary: RichText,
    /// Blocks revealed when it is opened.
    pub blocks: Vec<InputRichBlock>,
    /// Show the content from the start.
    pub is_open: bool,
}

/// A map block to send, like the custom HTML tag `<tg-map>`. Width and height may add up to 10000,
/// with a ratio of 20 at most.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockmap)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockMap {
    /// Center of the map.
    pub location: Location,
    /// Zoom level, 0 to 24.
    pub zoom: Option<i64>,
    /// Width of the map, 0 to 10000.
    pub width: Option<i64>,
    /// Height of the map, 0 to 10000.
    pub height: Option<i64>,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A row of buttons to send, like the custom `<tg-button-row>` tag.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockbuttons)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockButtons {
    /// The buttons of the row, 1 to 8.
    pub buttons: Vec<RichMessageButton>,
    /// How to align the buttons: `"left"`, `"center"` or `"right"`.
    pub align: Option<HorizontalAlign>,
}

/// An animation block to send, like the HTML tag `<video>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockanimation)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockAnimation {
    /// The animation to show; its own caption is ignored.
    pub animation: InputMediaAnimation,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A music block to send, like the HTML tag `<audio>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockaudio)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockAudio {
    /// The audio to play; its own caption is ignored.
    pub audio: InputMediaAudio,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A file block to send, like the custom HTML tag `<tg-document>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockdocument)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockDocument {
    /// The file to show; its own caption is ignored.
    pub document: InputMediaDocument,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A photo block to send, like the HTML tag `<img>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockphoto)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockPhoto {
    /// The photo to show; its own caption is ignored.
    pub photo: InputMediaPhoto,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A video block to send, like the HTML tag `<video>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockvideo)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockVideo {
    /// The video to show; its own caption is ignored.
    pub video: InputMediaVideo,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A voice note block to send, like the HTML tag `<audio>`.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockvoicenote)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockVoiceNote {
    /// The voice note to play; its own caption is ignored.
    pub voice_note: InputMediaVoiceNote,
    /// Caption shown with the block.
    pub caption: Option<Box<RichBlockCaption>>,
}

/// A "Thinking..." placeholder, like the custom HTML tag `<tg-thinking>`. Works only in
/// `sendRichMessageDraft`, so received messages never have it.
///
/// [Bot API](https://core.telegram.org/bots/api#inputrichblockthinking)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InputRichBlockThinking {
    /// Text of the placeholder; Telegram suggests custom emoji from its `AIActions` set.
    pub text: RichText,
}
