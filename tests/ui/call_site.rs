//! Mistakes in the use of a method: the compiler's own errors, unaffected by generated code.

use telegrammar::methods::GetUserProfilePhotos;
use telegrammar::{Bot, telegram_method};

#[telegram_method("sendMessage")]
pub struct SendMessage {
    pub chat_id: i64,
    pub text: String,
    pub disable_notification: Option<bool>,
}

struct Foo;

fn calls(bot: &Bot) {
    let _ = SendMessage::new(1); //~ E0061
    let _ = SendMessage::new(1, "a", true); //~ E0061
    let _ = SendMessage::new("1", "a"); //~ E0308
    let _ = GetUserProfilePhotos::new(1).limti(3); //~ E0599
    let _ = GetUserProfilePhotos::new(1).limit("x"); //~ E0308
    let _ = SendMessage::new(1, "a").disable_notification(1); //~ E0308
    let _ = SendMessage { chat_id: 1, txt: String::new(), disable_notification: None }; //~ E0560
    let _ = bot.send(Foo); //~ E0277
    let _ = bot.send(&Foo); //~ E0277
    let _ = SendMessage::new(1, "a").send(); //~ E0061
}

async fn results(bot: &Bot) -> Result<(), telegrammar::Error> {
    let _: i64 = SendMessage::new(1, "a").send(bot).await?; //~ E0308
    Ok(())
}

async fn unawaited(bot: &Bot) -> Result<(), telegrammar::Error> {
    SendMessage::new(1, "a").send(bot)?; //~ E0277
    Ok(())
}

fn main() {}
