//! Adopts what Telegram added after this release of telegrammar: a method, a result, a parameter, a
//! field, an update kind, a variant, a word, and a field in place of another one.
//!
//! ```text
//! cargo run --example adopt
//! ```

use serde_json::{Value, json};
use telegrammar::methods::{GetUpdates, SendMessage};
use telegrammar::types::{
    ChatId, Game, InputPollOption, MenuButtonCommands, MenuButtonDefault, MenuButtonWebApp,
    Message, RichBlock, RichText, Update, UpdateKind, UpdateType, User,
};
use telegrammar::value::UnknownFields;
use telegrammar::{Bot, Server, Unknown, from_json, telegram_method, telegram_type};
use telegrammar_testing::{FakeBotApi, Reply};

// Each definition is one line after its attributes. The compiler checks all that is known already.

/// A method. Its parameters are not known to this release, so this one is a guess.
#[rustfmt::skip]
#[telegram_method("setMySettings", returns = bool, unlisted)]
struct SetMySettings { callback_query_mode: Option<String> }

/// A result with more fields than before. `rest` has those that nobody has declared yet.
#[rustfmt::skip]
#[telegram_type(unlisted)]
struct BotFullInfo { #[telegram(flatten)] user: User, #[telegram(rest)] rest: UnknownFields }

/// The method with the changed result.
#[telegram_method("getMe", returns = BotFullInfo)]
struct GetFullInfo;

/// A parameter of a known method.
#[rustfmt::skip]
#[telegram_method("sendMessage", returns = MoodyMessage)]
struct SendMoodyMessage { #[telegram(flatten)] base: SendMessage, #[telegram(unlisted)] mood: Option<String> }

/// A field of a known type.
#[rustfmt::skip]
#[telegram_type("Message")]
struct MoodyMessage { #[telegram(flatten)] base: Message, #[telegram(unlisted)] mood: Option<String> }

/// An update kind.
#[rustfmt::skip]
#[telegram_type(unlisted)]
struct NewUpdate { #[telegram(flatten)] base: Update, moody_message: Option<MoodyMessage> }

/// The method that returns such updates.
#[rustfmt::skip]
#[telegram_method("getUpdates", returns = Vec<NewUpdate>)]
struct GetNewUpdates { #[telegram(flatten)] base: GetUpdates }

/// A variant of a union.
#[rustfmt::skip]
#[telegram_type("MenuButton")]
enum Button { Commands(MenuButtonCommands), WebApp(MenuButtonWebApp), Default(MenuButtonDefault), #[telegram(unlisted)] Game(Game), Unknown(Unknown) }

/// The method that returns such variants.
#[rustfmt::skip]
#[telegram_method("getChatMenuButton", returns = Button)]
struct GetButton { chat_id: Option<i64> }

/// A word of a closed set.
#[rustfmt::skip]
#[telegram_type("sendPoll.type")]
enum PollType { Regular, Quiz, #[telegram(unlisted)] Ranked }

/// The method that takes such words.
#[rustfmt::skip]
#[telegram_method("sendPoll")]
struct SendPoll { chat_id: ChatId, question: String, options: Vec<InputPollOption>, r#type: PollType }

/// A field in place of another one: a quotation has `blocks` where it had `text`.
#[rustfmt::skip]
#[telegram_type(unlisted)]
struct Quotation { blocks: Vec<RichBlock>, credit: Option<RichText> }

/// A message as the server returns it.
fn message(more: Value) -> Value {
    let mut message = json!({"message_id": 1, "date": 2, "chat": {"id": 42, "type": "private"}});
    if let (Some(message), Value::Object(mut more)) = (message.as_object_mut(), more) {
        message.append(&mut more);
    }
    message
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let fake = FakeBotApi::start().await?;
    let bot = Bot::builder(fake.token())
        .server(Server::new(fake.url())?)
        .build()?;

    fake.reply("setMySettings", Reply::result(json!(true)));
    let call = SetMySettings::new().callback_query_mode("inline");
    println!("method    {}", call.send(&bot).await?);

    let info =
        json!({"id": 7, "is_bot": true, "first_name": "Bot", "settings": {"mode": "inline"}});
    fake.reply("getMe", Reply::result(info));
    let info = GetFullInfo::new().send(&bot).await?;
    println!(
        "result    {}, {:?}",
        info.user.first_name,
        info.rest.get("settings")
    );

    fake.reply(
        "sendMessage",
        Reply::result(message(json!({"text": "Hi", "mood": "calm"}))),
    );
    let call =
        SendMoodyMessage::new(SendMessage::new(42, "Hi").protect_content(true)).mood("sunny");
    let sent = call.send(&bot).await?;
    for request in fake
        .requests()
        .iter()
        .filter(|request| request.method() == "sendMessage")
    {
        println!("parameter {}", String::from_utf8_lossy(request.body()));
    }
    println!("field     {:?} {:?}", sent.base.text, sent.mood);

    // A callback query of the bot's own message may come with `inline_message_id` instead of
    // `message`. Both are optional, so nothing has to be adopted.
    let query = json!({"id": "1", "from": {"id": 9, "is_bot": false, "first_name": "Ann"},
        "chat_instance": "2", "inline_message_id": "3", "data": "4"});
    let updates = json!([
        {"update_id": 1, "moody_message": message(json!({"mood": "sad"}))},
        {"update_id": 2, "callback_query": query},
    ]);
    fake.reply("getUpdates", Reply::result(updates));
    // Any word can be sent in a set that grows.
    let kinds = vec![
        UpdateType::Unknown("moody_message".to_owned()),
        UpdateType::CallbackQuery,
    ];
    let call = GetNewUpdates::new(GetUpdates::new().allowed_updates(kinds));
    for update in call.send(&bot).await? {
        if let Some(message) = update.moody_message {
            println!("update    moody_message, {:?}", message.mood);
        } else if let UpdateKind::CallbackQuery(query) = update.base.kind {
            println!("update    callback_query, {:?}", query.inline_message_id);
        }
    }

    let game = json!({"type": "game", "title": "Chess", "description": "A game", "photo": []});
    fake.reply("getChatMenuButton", Reply::result(game));
    if let Button::Game(game) = GetButton::new().send(&bot).await? {
        println!("variant   {}", game.title);
    }

    let options = ["Yes", "No"].map(InputPollOption::new).to_vec();
    let call = SendPoll::new(42, "Really?", options, PollType::Ranked);
    println!("word      {}", serde_json::to_string(&call)?);

    // The known variant needs `text`, so what the server sends is stored as it is.
    let block = br#"{"type":"expandable_blockquote","blocks":[{"type":"divider"}],"credit":"Ann"}"#;
    if let RichBlock::Unknown(unknown) = from_json(block)? {
        let quotation: Quotation = from_json(unknown.json())?;
        println!(
            "blocks    {} by {:?}",
            quotation.blocks.len(),
            quotation.credit
        );
    }
    Ok(())
}
