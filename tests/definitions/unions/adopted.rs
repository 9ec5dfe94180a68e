//! Variants and words that the facts do not know, and objects of the user's own in listed unions.

use telegrammar::types::InputTextMessageContent;
use telegrammar::{Unknown, telegram_type};

use super::{Nothing, check};

/// A variant and a word that a later version of the Bot API adds.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct MenuButtonGhost {
    text: String,
}

#[telegram_type("MenuButton")]
#[derive(Clone, Debug, PartialEq)]
enum NewMenuButton {
    Commands(telegrammar::types::MenuButtonCommands),
    #[telegram(unlisted)]
    Ghost(MenuButtonGhost),
    #[telegram(unlisted, rename = "spirit")]
    Second(MenuButtonGhost),
    WebApp(telegrammar::types::MenuButtonWebApp),
    Default(telegrammar::types::MenuButtonDefault),
    #[telegram(unlisted)]
    Label(String),
    Unknown(Unknown),
}

#[telegram_type("InputMessageContent")]
#[derive(Clone, Debug, PartialEq)]
enum NewContent {
    Text(InputTextMessageContent),
    #[telegram(unlisted)]
    Ghost(MenuButtonGhost),
    Location(telegrammar::types::InputLocationMessageContent),
    Venue(telegrammar::types::InputVenueMessageContent),
    Contact(telegrammar::types::InputContactMessageContent),
    Invoice(telegrammar::types::InputInvoiceMessageContent),
    Rich(telegrammar::types::InputRichMessageContent),
}

#[telegram_type("Chat.type")]
#[derive(Clone, Debug, PartialEq)]
enum NewChatType {
    Private,
    Group,
    #[telegram(unlisted)]
    Ultra,
    Supergroup,
    Channel,
    #[telegram(unlisted, rename = "megagroup")]
    Mega,
    Unknown(String),
}

/// A listed union of objects of the user's own, which have no tags.
#[telegram_type("MenuButton")]
#[derive(Clone, Debug, PartialEq)]
enum OwnMenuButton {
    Commands(Nothing),
    WebApp(Box<MenuButtonGhost>),
    Default(telegrammar::types::MenuButtonDefault),
    Unknown(Unknown),
}

#[telegram_type("InlineQueryResult")]
#[derive(Clone, Debug, PartialEq)]
#[rustfmt::skip]
enum OwnResult {
    Gif(OwnGif),
    CachedGif(OwnCachedGif),
    Article(telegrammar::types::InlineQueryResultArticle),
    Audio(telegrammar::types::InlineQueryResultAudio),
    CachedAudio(telegrammar::types::InlineQueryResultCachedAudio),
    CachedDocument(telegrammar::types::InlineQueryResultCachedDocument),
    CachedMpeg4Gif(telegrammar::types::InlineQueryResultCachedMpeg4Gif),
    CachedPhoto(telegrammar::types::InlineQueryResultCachedPhoto),
    CachedSticker(telegrammar::types::InlineQueryResultCachedSticker),
    CachedVideo(telegrammar::types::InlineQueryResultCachedVideo),
    CachedVoice(telegrammar::types::InlineQueryResultCachedVoice),
    Contact(telegrammar::types::InlineQueryResultContact),
    Game(telegrammar::types::InlineQueryResultGame),
    Document(telegrammar::types::InlineQueryResultDocument),
    Location(telegrammar::types::InlineQueryResultLocation),
    Mpeg4Gif(telegrammar::types::InlineQueryResultMpeg4Gif),
    Photo(telegrammar::types::InlineQueryResultPhoto),
    Venue(telegrammar::types::InlineQueryResultVenue),
    Video(telegrammar::types::InlineQueryResultVideo),
    Voice(telegrammar::types::InlineQueryResultVoice),
    #[telegram(unlisted, rename = "gif")]
    GhostGif(MenuButtonGhost),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct OwnGif {
    id: String,
    gif_url: String,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct OwnCachedGif {
    id: String,
    gif_file_id: String,
}

#[test]
fn objects_of_the_users_own_get_the_tags_of_listed_unions() {
    check(
        &OwnMenuButton::Commands(Nothing {}),
        r#"{"type":"commands"}"#,
    );
    let app = MenuButtonGhost::new("a");
    check(
        &OwnMenuButton::from(app),
        r#"{"type":"web_app","text":"a"}"#,
    );
    check(
        &OwnResult::Gif(OwnGif::new("a", "b")),
        r#"{"type":"gif","id":"a","gif_url":"b"}"#,
    );
    check(
        &OwnResult::CachedGif(OwnCachedGif::new("a", "b")),
        r#"{"type":"gif","id":"a","gif_file_id":"b"}"#,
    );
    check(
        &OwnResult::GhostGif(MenuButtonGhost::new("a")),
        r#"{"type":"gif","text":"a"}"#,
    );
}

#[test]
fn a_new_variant_and_a_new_word_are_adopted() {
    let ghost = || MenuButtonGhost::new("a");
    check(
        &NewMenuButton::Ghost(ghost()),
        r#"{"type":"ghost","text":"a"}"#,
    );
    check(
        &NewMenuButton::Second(ghost()),
        r#"{"type":"spirit","text":"a"}"#,
    );
    check(&NewMenuButton::Label("a".to_owned()), r#""a""#);
    let commands = telegrammar::types::MenuButtonCommands::new();
    check(&NewMenuButton::from(commands), r#"{"type":"commands"}"#);
    check(&NewContent::from(ghost()), r#"{"text":"a"}"#);
    check(
        &NewContent::from(InputTextMessageContent::new("a")),
        r#"{"message_text":"a"}"#,
    );
    check(&NewChatType::Ultra, r#""ultra""#);
    check(&NewChatType::Mega, r#""megagroup""#);
    check(&NewChatType::Group, r#""group""#);
}
