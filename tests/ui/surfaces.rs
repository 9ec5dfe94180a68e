//! Erroneous definitions that other code uses in every way: each mistake causes one error.

use telegrammar::types::*;
use telegrammar::{Bot, Error, Unknown, telegram_method, telegram_type};

mod fields_without_names {
    use super::*;

    #[telegram_method("getChat")]
    #[derive(Clone, Debug)]
    pub struct GetChat(i64); //~ error

    pub async fn call(bot: &Bot) -> Result<i64, Error> {
        bot.send(GetChat(1)).await?;
        GetChat(1).validate()?;
        let _ = serde_json::to_string(&GetChat(1));
        let _ = serde_json::from_str::<GetChat>("");
        Ok(GetChat::new(1).send(bot).await?.id)
    }

    #[telegram_type]
    #[derive(Clone, Debug, PartialEq)]
    pub struct Location(f64, f64); //~ error

    #[telegram_type(unlisted)]
    #[derive(Clone, Debug, PartialEq)]
    pub struct Places {
        pub first: Location,
        pub others: Vec<Location>,
        pub last: Option<Location>,
    }

    pub fn read() {
        let _: Result<Places, _> = serde_json::from_str("");
        let _ = (Location::new(1.0, 2.0).validate(), Location::INFO.name);
    }
}

mod parameters {
    use super::*;

    #[telegram_type]
    #[derive(Clone, Debug, PartialEq)]
    pub struct Location<T> { //~ error
        pub latitude: T,
        pub longitude: T,
    }

    #[telegram_type]
    pub struct PhotoSize<'a> { //~ error
        pub file_id: &'a str,
        pub file_unique_id: &'a str,
        pub width: i64,
        pub height: i64,
    }

    #[telegram_type(unlisted, tag = "type")]
    pub enum Place<T> { //~ error
        At(T),
        Venue(Venue),
    }

    #[telegram_type(unlisted)]
    pub struct Places {
        pub first: Location<f64>,
        pub others: Vec<Location<f64>>,
        pub photo: Option<PhotoSize<'static>>,
        pub place: Box<Place<Venue>>,
    }

    #[telegram_method("getChat")]
    pub struct GetChat<T> { //~ error
        pub chat_id: T,
    }

    pub async fn call(bot: &Bot) -> Result<i64, Error> {
        let _: Result<Places, _> = telegrammar::from_json("");
        bot.send(GetChat { chat_id: 5 }).await?;
        Ok(GetChat::new(1).send(bot).await?.id)
    }
}

mod forms {
    use super::*;

    #[telegram_type]
    #[derive(Clone, Debug, PartialEq)]
    pub enum Location { //~ error
        Here(Dice),
        There(Venue),
    }

    #[telegram_type]
    #[derive(Clone, Debug, PartialEq)]
    pub struct MessageOrigin { //~ error
        pub date: i64,
    }

    #[telegram_type]
    #[derive(Clone, Debug, PartialEq)]
    pub enum MenuButton { //~ error
        Commands,
        Default,
    }

    #[telegram_type("Chat.type")]
    #[derive(Clone, Debug, PartialEq)]
    pub struct ChatType { //~ error
        pub name: String,
    }

    #[telegram_type("Chat.type")]
    #[derive(Clone, Debug, PartialEq)]
    pub enum ChatKind { //~ error
        Private(Dice),
    }

    #[telegram_type]
    #[derive(Clone, Debug, PartialEq)]
    pub struct Chat {
        pub id: i64,
        #[telegram(rename = "type")]
        pub kind: ChatType,
    }

    #[telegram_type("Chat")]
    #[derive(Clone, Debug, PartialEq)]
    pub struct OtherChat {
        pub id: i64,
        #[telegram(rename = "type")]
        pub kind: ChatKind,
    }

    #[telegram_method("setChatMenuButton")]
    pub struct SetChatMenuButton {
        pub menu_button: Option<MenuButton>,
    }

    #[telegram_type]
    pub enum BackgroundFill {
        Solid(BackgroundFillSolid),
        Gradient { first: i64, second: i64 }, //~ error
        FreeformGradient(BackgroundFillFreeformGradient),
        Unknown(Unknown),
    }

    pub fn fill(solid: BackgroundFillSolid) -> BackgroundFill {
        let _ = SetChatMenuButton::new().menu_button(MenuButton::Commands);
        let _ = (Location::INFO, MessageOrigin::INFO, BackgroundFill::INFO);
        solid.into()
    }
}

mod other_attributes {
    use super::*;

    #[telegram_type]
    pub struct GetChat { //~ error
        pub chat_id: i64,
    }

    #[telegram_method("Location")] //~ error
    pub struct Location {
        pub latitude: f64,
        pub longitude: f64,
    }

    #[telegram_type(unlisted)]
    pub struct Place {
        pub at: Location,
    }

    #[telegram_method("getMe")]
    pub enum GetMe {} //~ error

    #[telegram_type] //~ error
    #[telegram_method("getChatMemberCount")]
    pub struct Count {
        pub chat_id: i64,
    }

    pub async fn call(bot: &Bot) -> Result<i64, Error> {
        let me = GetMe::new().send(bot).await?.id;
        Ok(me + GetChat::new(1).send(bot).await?.id + Count::new(1).send(bot).await?)
    }
}

mod results {
    use super::*;

    #[telegram_method("frobnicate it")] //~ error
    pub struct Unlisted;

    #[telegram_method("frobnicate", unlisted)] //~ error
    pub struct Untold;

    #[telegram_method("frobnicate", unlisted, result = User)] //~ error
    pub struct Misspelt;

    #[telegram_method("frobnicate" -> User, unlisted)] //~ error
    pub struct Arrow;

    #[telegram_method("getUserProfilePhoto")] //~ error
    pub struct Photos {
        pub user_id: i64,
        pub limit: Option<i64>,
    }

    #[telegram_method("kickChatMember")] //~ error
    pub struct Kick {
        pub chat_id: i64,
        pub user_id: i64,
    }

    #[telegram_method(NAME)] //~ error
    pub struct GetMe;

    pub async fn call(bot: &Bot) -> Result<i64, Error> {
        let unlisted = Unlisted::new().send(bot).await?;
        for item in unlisted.items {
            println!("{} {}", item.name(), unlisted);
        }
        let untold: Vec<User> = Untold::new().send(bot).await?;
        let kicked: bool = Kick::new(1, 2).send(bot).await?;
        let ids = [Misspelt::new().send(bot).await?.id, Arrow::new().send(bot).await?.id];
        let photos = Photos::new(1).limit(2).send(bot).await?.total_count;
        Ok(untold.len() as i64 + i64::from(kicked) + ids[0] + photos + GetMe.send(bot).await?.id)
    }
}

mod names {
    use super::*;

    #[telegram_method("getUserProfilePhotos")]
    pub struct Photos {
        pub user_id: i64,
        pub limti: Option<i64>, //~ error
    }

    #[telegram_method("getChat")]
    pub struct GetChat {
        pub chat_id: i64,
        pub chat_id: i64, //~ E0124
    }

    #[telegram_type("Chat.type")]
    #[derive(Clone, Debug, PartialEq)]
    pub enum ChatType {
        Privat, //~ error
        Group,
        Supergroup,
        Channel,
        Unknown(String),
    }

    #[telegram_type]
    pub struct Chat {
        pub id: i64,
        #[telegram(rename = "type")]
        pub kind: ChatType,
    }

    pub async fn call(bot: &Bot, kind: ChatType) -> Result<i64, Error> {
        let _ = kind.to_string() + kind.as_str();
        Ok(Photos::new(1).limti(2).send(bot).await?.total_count)
    }
}

mod variants {
    use super::*;

    #[telegram_type("Chat.type")]
    pub enum ChatType {
        Private,
        Private, //~ E0428
        Group,
        Supergroup,
        Channel,
        Unknown(String),
    }

    pub fn text(kind: ChatType) -> String {
        kind.to_string() + kind.as_str()
    }
}

mod implementations {
    use super::*;

    #[derive(serde::Serialize)]
    #[telegram_method("getChat")]
    pub struct GetChat { //~ E0119
        pub chat_id: i64,
    }

    #[derive(serde::Deserialize)]
    #[telegram_type(unlisted)]
    pub struct Place { //~ E0119
        pub name: String,
    }

    #[telegram_type("Chat.type")]
    pub enum ChatType { //~ E0119
        Private,
        Group,
        Supergroup,
        Channel,
        Unknown(String),
    }

    impl std::fmt::Display for ChatType {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(self.as_str())
        }
    }
}

mod lifetimes {
    use std::borrow::Cow;

    use super::*;

    #[telegram_method("sendMessage")]
    pub struct SendMessage {
        pub chat_id: i64,
        pub text: &str, //~ E0106
        pub parse_mode: Option<&'a str>, //~ E0261
    }

    #[telegram_method("sendDice")]
    pub struct SendDice {
        pub chat_id: i64,
        pub emoji: Option<Cow<str>>, //~ E0106
    }

    #[telegram_type(unlisted)]
    pub struct Place {
        pub name: &str, //~ E0106
    }

    #[telegram_method("visit", unlisted, returns = bool)]
    pub struct Visit {
        pub place: Place,
    }

    pub async fn call(bot: &Bot) -> Result<i64, Error> {
        let _ = SendDice::new(1).emoji("🎲").send(bot).await?;
        Ok(SendMessage::new(1, "text").parse_mode("HTML").send(bot).await?.message_id)
    }
}

fn main() {}
