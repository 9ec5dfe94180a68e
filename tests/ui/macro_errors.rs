//! Mistakes that the macro finds: one error each, and none where the definition is used.

use telegrammar::types::UserProfilePhotos;
use telegrammar::{Bot, Call, Method, telegram_method};

#[telegram_method("getUserProfilePhotos")]
pub struct Two {
    pub user_id: i64,
    pub ofset: Option<i64>, //~ error
    #[telegram(rnage = 1..=100)] //~ error
    pub limit: Option<i64>,
}

#[telegram_method("getUserProfilePhotos")]
pub struct Missing { //~ error
    pub limit: Option<i64>,
}

#[telegram_method("getUserProfilePhoto", returns = bool)] //~ error
pub struct Unknown {
    pub user_id: i64,
}

#[telegram_method] //~ error
pub struct GetMe;

#[telegram_method("newMethod", unlisted)] //~ error
pub struct NoResult {
    pub text: String,
}

#[telegram_method("getUserProfilePhotos")]
pub struct Wide {
    pub user_id: Option<i64>, //~ error
    #[telegram(range = 1..=200)] //~ error
    pub limit: Option<i64>,
}

#[telegram_method("getMe")]
pub enum Choice { //~ error
    This,
}

#[telegram_method("getMe")]
pub struct Tuple(i64); //~ error

#[telegram_method("pinChatMessage", repeatable)] //~ error
pub struct PinChatMessage {
    pub chat_id: i64,
    pub message_id: i64,
}

#[telegram_method("newMethod", unlisted, idempotent, returns = bool)] //~ error
pub struct Habit;

fn uses(bot: &Bot) -> Result<(), telegrammar::error::ValidationError> {
    let two = Two::new(1).ofset(2).limit(3);
    two.validate()?;
    let _: Call<UserProfilePhotos> = two.send(bot);
    let _: Call<UserProfilePhotos> = bot.send(&two);
    let _ = Missing::new().limit(1).send(bot);
    let _: Call<bool> = bot.send(Unknown::new(1));
    let _ = bot.send(GetMe::new());
    let _ = NoResult::new("text").send(bot);
    let _ = Wide::new().user_id(1).limit(2).send(bot);
    let _ = PinChatMessage::new(1, 2).send(bot);
    let _ = Habit::new().send(bot);
    let _ = (Choice::This, Tuple(1));
    let _ = serde_json::to_string(&two).map(|text| serde_json::from_str::<Wide>(&text).is_ok());
    assert_eq!(Two::INFO.name(), "getUserProfilePhotos");
    Ok(())
}

fn main() {}
