//! Values that are created and not sent.
#![deny(unused_must_use)]

use telegrammar::{Bot, telegram_method};

#[telegram_method("getMe")]
pub struct GetMe;

#[telegram_method("getUserProfilePhotos")]
pub struct Photos {
    pub user_id: i64,
    pub limit: Option<i64>,
}

fn unused(bot: &Bot) {
    GetMe::new(); //~ unused_must_use
    Photos::new(1); //~ unused_must_use
    Photos::new(1).limit(2); //~ unused_must_use
    bot.send(GetMe); //~ unused_must_use
    GetMe.send(bot); //~ unused_must_use
    bot.send(GetMe).timeout(std::time::Duration::MAX); //~ unused_must_use
    Photos::new(1).validate(); //~ unused_must_use
}

async fn half_used(bot: &Bot) {
    bot.send(GetMe).await; //~ unused_must_use
}

#[telegrammar::telegram_type(unlisted)]
pub struct Dog {
    pub name: String,
    pub age: Option<i64>,
}

fn unused_values() {
    Dog::new("Rex"); //~ unused_must_use
    Dog::new("Rex").age(3); //~ unused_must_use
}

fn main() {}
