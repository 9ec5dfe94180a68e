//! Moderates a group: a bot of typical size, with twenty methods.

use telegrammar::methods::{
    AnswerCallbackQuery, AnswerInlineQuery, ApproveChatJoinRequest, BanChatMember,
    DeclineChatJoinRequest, DeleteMessage, EditMessageText, ForwardMessage, GetChat,
    GetChatAdministrators, GetMe, GetUpdates, LeaveChat, PinChatMessage, RestrictChatMember,
    SendDocument, SendMessage, SendPoll, SetMessageReaction, SetMyCommands,
};
use telegrammar::types::{
    BotCommand, CallbackQuery, ChatMember, ChatMemberUpdated, ChatPermissions, ChatType,
    InlineKeyboardButton, InlineKeyboardMarkup, InlineQuery, InlineQueryResultArticle, InputFile,
    InputPollOption, InputTextMessageContent, Message, ParseMode, ReactionTypeEmoji,
    ReplyParameters, UpdateKind,
};
use telegrammar::{Bot, Error};

const PREFIX: &str = "mod: ";
const HELP: &str = "/rules /admins /poll /report /pin /mute /ban /log";
const MUTE_SECONDS: i64 = 3600;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bot = Bot::from_env()?;
    let me = GetMe::new().send(&bot).await?;
    println!("{PREFIX}{}", me.first_name);
    let commands = HELP
        .split(' ')
        .map(|name| BotCommand::new(&name[1..], name));
    SetMyCommands::new(commands.collect()).send(&bot).await?;
    let mut offset = 0;
    loop {
        let updates = GetUpdates::new()
            .offset(offset)
            .timeout(30)
            .send(&bot)
            .await?;
        for update in updates {
            offset = update.update_id + 1;
            if let Err(error) = handle(&bot, update.kind).await {
                eprintln!("{PREFIX}{error}");
            }
        }
    }
}

async fn handle(bot: &Bot, update: UpdateKind) -> Result<(), Error> {
    match update {
        UpdateKind::Message(message) => on_message(bot, &message).await?,
        UpdateKind::EditedMessage(message) => on_edit(bot, &message).await?,
        UpdateKind::CallbackQuery(query) => on_button(bot, *query).await?,
        UpdateKind::InlineQuery(query) => on_query(bot, *query).await?,
        UpdateKind::MyChatMember(change) => on_status(bot, &change).await?,
        UpdateKind::ChatJoinRequest(request) => {
            let (chat, user) = (request.chat.id, request.from.id);
            if request.bio.is_some_and(|bio| bio.contains("http")) {
                DeclineChatJoinRequest::new(chat, user).send(bot).await?;
            } else {
                ApproveChatJoinRequest::new(chat, user).send(bot).await?;
            }
        }
        UpdateKind::PollAnswer(answer) => println!("{PREFIX}{:?}", answer.option_ids),
        UpdateKind::Unknown { name, .. } => println!("{PREFIX}{name} is new"),
        _ => {}
    }
    Ok(())
}

async fn on_message(bot: &Bot, message: &Message) -> Result<(), Error> {
    let (chat, id) = (message.chat.id, message.message_id);
    for user in message.new_chat_members.iter().flatten() {
        let text = format!("<b>Welcome</b>, {}!", user.first_name);
        let buttons = [InlineKeyboardButton::callback("I keep the rules", "rules")];
        SendMessage::new(chat, text)
            .parse_mode(ParseMode::Html)
            .reply_markup(InlineKeyboardMarkup::new(vec![]).row(buttons))
            .send(bot)
            .await?;
    }
    let replied = message.reply_to_message.as_deref();
    let author = replied.and_then(|replied| replied.from.as_ref());
    match (message.text.as_deref().unwrap_or_default(), author) {
        ("/admins", _) => {
            let names = administrators(bot, chat).await?.join(", ");
            SendMessage::new(chat, names).send(bot).await?;
        }
        ("/poll", _) => {
            let options = ["Yes", "No"].map(InputPollOption::new).into();
            let poll = SendPoll::new(chat, "Is this about the topic?", options);
            poll.is_anonymous(false).send(bot).await?;
        }
        ("/report", Some(author)) => {
            let replied = replied.map_or(id, |replied| replied.message_id);
            ForwardMessage::new(author.id, chat, replied)
                .send(bot)
                .await?;
        }
        ("/pin", _) => {
            PinChatMessage::new(chat, id)
                .disable_notification(true)
                .send(bot)
                .await?;
        }
        ("/mute", Some(author)) => {
            let silent = ChatPermissions::new().can_send_messages(false);
            RestrictChatMember::new(chat, author.id, silent)
                .until_date(message.date + MUTE_SECONDS)
                .send(bot)
                .await?;
        }
        ("/ban", Some(author)) => {
            BanChatMember::new(chat, author.id)
                .revoke_messages(true)
                .send(bot)
                .await?;
        }
        ("/log", _) => {
            let log = InputFile::bytes(format!("{PREFIX}{}", message.date)).file_name("log.txt");
            SendDocument::new(chat, log)
                .caption("What happened")
                .send(bot)
                .await?;
        }
        ("/rules", _) => {
            let description = GetChat::new(chat).send(bot).await?.description;
            SendMessage::new(chat, description.as_deref().unwrap_or(HELP))
                .reply_parameters(ReplyParameters::new().message_id(id))
                .send(bot)
                .await?;
        }
        (text, _) if text.contains("spam") => {
            DeleteMessage::new(chat, id).send(bot).await?;
        }
        _ => {}
    }
    Ok(())
}

async fn on_edit(bot: &Bot, message: &Message) -> Result<(), Error> {
    SetMessageReaction::new(message.chat.id, message.message_id)
        .reaction(vec![ReactionTypeEmoji::new("👀").into()])
        .send(bot)
        .await?;
    Ok(())
}

async fn on_button(bot: &Bot, query: CallbackQuery) -> Result<(), Error> {
    AnswerCallbackQuery::new(query.id)
        .text("Thank you")
        .send(bot)
        .await?;
    if let Some(message) = query.message {
        let text = format!("{PREFIX}{} keeps the rules", query.from.first_name);
        EditMessageText::new(message.chat().id, message.message_id())
            .text(text)
            .send(bot)
            .await?;
    }
    Ok(())
}

async fn on_query(bot: &Bot, query: InlineQuery) -> Result<(), Error> {
    let content = InputTextMessageContent::new(format!("{PREFIX}{}", query.query));
    let article = InlineQueryResultArticle::new("1", "Say it", content);
    AnswerInlineQuery::new(query.id, vec![article.into()])
        .cache_time(10)
        .send(bot)
        .await?;
    Ok(())
}

async fn on_status(bot: &Bot, change: &ChatMemberUpdated) -> Result<(), Error> {
    if change.chat.r#type == ChatType::Channel
        && matches!(change.new_chat_member, ChatMember::Member(_))
    {
        LeaveChat::new(change.chat.id).send(bot).await?;
    }
    Ok(())
}

async fn administrators(bot: &Bot, chat: i64) -> Result<Vec<String>, Error> {
    let administrators = GetChatAdministrators::new(chat).send(bot).await?;
    let names = administrators
        .into_iter()
        .filter_map(|member| match member {
            ChatMember::Owner(owner) => Some(format!("{}, the owner", owner.user.first_name)),
            ChatMember::Administrator(other) => Some(other.user.first_name),
            _ => None,
        });
    Ok(names.collect())
}
