//! A bot that deletes links in a group, and lets the administrators judge those who post them.
//!
//! ```text
//! cargo run --example moderation --features text
//! ```

use serde_json::json;
use telegrammar::Bot;
use telegrammar::methods::{
    AnswerCallbackQuery, BanChatMember, DeleteMessage, EditMessageText, GetChatMember, GetMe,
    RestrictChatMember, SendMessage,
};
use telegrammar::text::{Command, Text, callback_data, parse_callback_data};
use telegrammar::types::{
    CallbackQuery, Chat, ChatMember, ChatMemberAdministrator, ChatMemberLeft, ChatMemberMember,
    ChatMemberOwner, ChatMemberUpdated, ChatPermissions, InlineKeyboardButton,
    InlineKeyboardMarkup, Message, MessageEntity, MessageEntityType as Type, Update, UpdateKind,
};
use telegrammar::updates::{AllowedUpdates, BotUpdates as _};
use telegrammar_testing::{FakeBotApi, Reply, Sample as _};

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The bot.
pub(crate) async fn run(bot: Bot) -> Result {
    let username = GetMe::new().send(&bot).await?.username.unwrap_or_default();
    // Changes of members are sent to those bots only that ask for them.
    let mut updates = bot.updates().allowed(AllowedUpdates::All);
    while let Some(update) = updates.next().await {
        if let Err(error) = handle(&bot, &username, update?).await {
            eprintln!("{error}");
        }
    }
    Ok(())
}

async fn handle(bot: &Bot, username: &str, update: Update) -> Result {
    match update.kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => {
            on_message(bot, username, &message).await
        }
        UpdateKind::CallbackQuery(query) => on_press(bot, &query).await,
        UpdateKind::ChatMember(change) => on_member(bot, &change).await,
        UpdateKind::MyChatMember(change) if change.new_chat_member.is_administrator() => {
            let call = SendMessage::new(&change.chat, "I delete links from now on.");
            call.send(bot).await?;
            Ok(())
        }
        _ => Ok(()),
    }
}

async fn on_message(bot: &Bot, username: &str, message: &Message) -> Result {
    let is_link = |entity: &MessageEntity| matches!(entity.r#type, Type::Url | Type::TextLink);
    if Command::parse(message, username).is_some_and(|command| command.is("rules")) {
        message.reply("No links, please.").send(bot).await?;
    } else if message.text_or_caption_entities().iter().any(is_link)
        // Anonymous administrators and the channel of the group send in the name of a chat.
        && message.sender_chat.is_none()
        && let Some(sender) = &message.from
        && !is_administrator(bot, &message.chat, sender.id).await?
    {
        let call = DeleteMessage::new(message.chat.id, message.message_id);
        call.send(bot).await?;
        let button = |verdict| {
            let data = callback_data("judge", (verdict, sender.id))?;
            Ok(InlineKeyboardButton::callback(verdict, data))
        };
        let buttons = ["Ban", "Mute", "Forgive"].into_iter().map(button);
        let keyboard = InlineKeyboardMarkup::default().row(buttons.collect::<Result<Vec<_>>>()?);
        let text = Text::from("A link of ").mention(sender.full_name(), sender);
        let call = SendMessage::new(message.chat.id, "").formatted_text(text);
        call.reply_markup(keyboard).send(bot).await?;
    }
    Ok(())
}

async fn on_press(bot: &Bot, query: &CallbackQuery) -> Result {
    let (Some(data), Some(message)) = (&query.data, &query.message) else {
        return Ok(());
    };
    let (chat, answer) = (message.chat(), AnswerCallbackQuery::new(&*query.id));
    // Every member can press the buttons, and a client can send any data.
    if !is_administrator(bot, chat, query.from.id).await? {
        answer.text("Only administrators judge.").send(bot).await?;
    } else if let Some((verdict, user)) = parse_callback_data::<(String, i64)>("judge", data) {
        match &*verdict {
            "Ban" => BanChatMember::new(chat, user).send(bot).await?,
            "Mute" => {
                let call = RestrictChatMember::new(chat, user, ChatPermissions::new());
                call.send(bot).await?
            }
            _ => true,
        };
        answer.send(bot).await?;
        let text = format!("{verdict}, says {}.", query.from.full_name());
        let call = EditMessageText::new(chat, message.message_id()).text(text);
        call.send(bot).await?;
    }
    Ok(())
}

async fn on_member(bot: &Bot, change: &ChatMemberUpdated) -> Result {
    let (old, new) = (&change.old_chat_member, &change.new_chat_member);
    if let (false, true, Some(user)) = (old.is_present(), new.is_present(), new.user()) {
        let text = format!("Welcome, {}! See /rules.", user.full_name());
        SendMessage::new(&change.chat, text).send(bot).await?;
    }
    Ok(())
}

async fn is_administrator(bot: &Bot, chat: &Chat, user: i64) -> Result<bool> {
    let member = GetChatMember::new(chat, user).send(bot).await?;
    Ok(member.is_administrator())
}

#[tokio::main]
async fn main() -> Result {
    let fake = FakeBotApi::start().await?;
    let [ann, eve, dan] = ["Ann", "Eve", "Dan"].map(|name| fake.user(name).in_supergroup());
    let owner = ChatMember::Owner(ChatMemberOwner::sample());
    let reply = Reply::result(serde_json::to_value(owner)?);
    fake.reply("getChatMember", reply.when("user_id", ann.id()).always());
    tokio::spawn(run(fake.bot()));
    eve.says("/rules");
    fake.idle().await;

    let mut change = ChatMemberUpdated::sample();
    change.new_chat_member = ChatMember::Administrator(ChatMemberAdministrator::sample());
    fake.deliver(UpdateKind::MyChatMember(Box::new(change.clone())));
    change.old_chat_member = ChatMember::Left(ChatMemberLeft::sample());
    change.new_chat_member = ChatMember::Member(ChatMemberMember::sample());
    fake.deliver(UpdateKind::ChatMember(Box::new(change)));
    let link = json!([{"type": "url", "offset": 4, "length": 15}]);
    for (verdict, user) in [("Mute", eve), ("Ban", dan)] {
        user.sends(&json!({"text": "Buy https://spam.ly", "entities": link}));
        fake.idle().await;
        user.presses("Forgive");
        ann.presses(verdict);
        fake.idle().await;
    }
    print!("{}", fake.transcript());
    assert_eq!(fake.calls::<SendMessage>().len(), 5);
    assert_eq!(fake.calls::<DeleteMessage>().len(), 2);
    assert_eq!(fake.calls::<RestrictChatMember>()[0].user_id, eve.id());
    assert_eq!(fake.calls::<BanChatMember>()[0].user_id, dan.id());
    Ok(())
}
