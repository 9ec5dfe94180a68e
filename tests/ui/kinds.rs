//! A field whose type cannot hold the Bot API's type, whatever the type is called.

use telegrammar::telegram_method;

type Name = String;
type Ratio = f64;
type Maybe<T> = Option<T>;

struct Plain;

#[derive(serde::Serialize)]
struct Markup;
telegrammar::param!(Markup);

#[telegram_method("getUserProfilePhotos")]
pub struct TextForAnId {
    pub user_id: String, //~ E0277
}

#[telegram_method("getUserProfilePhotos")]
pub struct AliasForAnId {
    pub user_id: Name, //~ E0277
}

#[telegram_method("getUserProfilePhotos")]
pub struct TooFewBits {
    pub user_id: i32, //~ E0277
    pub offset: Option<Ratio>, //~ E0277
}

#[telegram_method("getUserProfilePhotos")]
pub struct InAnAliasOfOption {
    pub user_id: i64,
    pub limit: Maybe<String>, //~ E0277
}

#[telegram_method("sendMessage")]
pub struct SendMessage<'a> {
    pub chat_id: bool, //~ E0277
    pub text: i64, //~ E0277
    pub parse_mode: Option<bool>, //~ E0277
    pub entities: Option<Markup>, //~ E0277
    pub disable_notification: Option<&'a str>, //~ E0277
    pub reply_markup: Option<String>, //~ E0277
}

#[telegram_method("sendMessage")]
pub struct SendMessageAgain {
    pub chat_id: Markup, //~ E0277
    pub text: Vec<String>, //~ E0277
    pub entities: Option<Vec<i64>>, //~ E0277
    pub reply_markup: Option<Vec<Markup>>, //~ E0277
}

#[telegram_method("sendLocation")]
pub struct SendLocation {
    pub chat_id: i32, //~ E0277
    pub latitude: i64, //~ E0277
    pub longitude: String, //~ E0277
}

#[telegram_method("deleteMessages", returns = bool)]
pub struct DeleteMessages {
    pub chat_id: i64,
    pub message_ids: Vec<String>, //~ E0277
}

#[telegram_method("deleteMessages", returns = bool)]
pub struct NotAList {
    pub chat_id: i64,
    pub message_ids: i64, //~ E0277
}

#[telegram_method("setChatPhoto", returns = bool)]
pub struct SetChatPhoto {
    pub chat_id: i64,
    pub photo: String, //~ E0277
}

#[telegram_method("sendPhoto")]
pub struct SendPhoto {
    pub chat_id: i64,
    pub photo: i64, //~ E0277
}

#[telegram_method("newMethod", unlisted, returns = bool)]
struct NotSendable {
    plain: Plain, //~ E0277
    maybe: Option<Plain>, //~ E0277
    many: Option<Vec<Plain>>, //~ E0277
    tuple: (i64, i64), //~ E0277
    listed: Option<Markup>,
}

#[telegram_method("sendMessage")]
struct NotEvenSendable {
    chat_id: Plain, //~ E0277
    text: String,
    reply_markup: Option<Plain>, //~ E0277
}

fn main() {
    // A mistake in a definition is not reported again where it is used.
    let _ = TextForAnId::new("x");
    let _ = TooFewBits::new(1).offset(2.0);
    let _ = SetChatPhoto::new(1, "x").validate();
    let _ = NotSendable::new(Plain, (1, 2)).maybe(Plain);
}
