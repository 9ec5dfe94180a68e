//! A bot that handles each update on its own task, with a conversation for each user, buttons, and a payment,
//! tested by users who talk to it in turn and at once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use telegrammar::methods::{
    AnswerCallbackQuery, AnswerPreCheckoutQuery, EditMessageText, SendInvoice, SendMessage,
};
use telegrammar::types::{
    InlineKeyboardButton, InlineKeyboardMarkup, LabeledPrice, Message, Update, UpdateKind,
};
use telegrammar::updates::BotUpdates as _;
use telegrammar::{Bot, Error};
use telegrammar_testing::FakeBotApi;

/// What each user has ordered, until the address is known.
type Orders = Arc<Mutex<HashMap<i64, String>>>;

async fn run(bot: Bot) {
    let orders = Orders::default();
    let mut updates = bot.updates();
    while let Some(Ok(update)) = updates.next().await {
        let (bot, orders) = (bot.clone(), Arc::clone(&orders));
        tokio::spawn(async move {
            if let Err(error) = handle(&bot, &orders, update).await {
                eprintln!("{error}");
            }
        });
    }
}

async fn handle(bot: &Bot, orders: &Orders, update: Update) -> Result<(), Error> {
    match update.kind {
        UpdateKind::Message(message) => on_message(bot, orders, &message).await?,
        UpdateKind::CallbackQuery(query) => {
            AnswerCallbackQuery::new(&*query.id).send(bot).await?;
            if let (Some(tea), Some(message)) = (query.data, query.message) {
                let text = format!("{tea}. Where to?");
                orders.lock().expect("orders").insert(query.from.id, tea);
                let edit = EditMessageText::new(message.chat(), message.message_id());
                edit.text(text).send(bot).await?;
            }
        }
        UpdateKind::PreCheckoutQuery(query) => {
            let is_near = !query.invoice_payload.ends_with("Mars");
            let answer = AnswerPreCheckoutQuery::new(&*query.id, is_near);
            answer.error_message("Too far away").send(bot).await?;
        }
        _ => {}
    }
    Ok(())
}

async fn on_message(bot: &Bot, orders: &Orders, message: &Message) -> Result<(), Error> {
    let chat = message.chat.id;
    if message.successful_payment.is_some() {
        SendMessage::new(chat, "Thank you").send(bot).await?;
        return Ok(());
    }
    let text = message.text.as_deref().unwrap_or_default();
    let order = orders.lock().expect("orders").remove(&chat);
    if let Some(tea) = order {
        let price = vec![LabeledPrice::new(&*tea, 50)];
        let payload = format!("{tea} to {text}");
        let invoice = SendInvoice::new(chat, &*tea, &*payload, &*payload, "XTR", price);
        invoice.send(bot).await?;
    } else {
        let teas = ["Green", "Black"].map(|tea| InlineKeyboardButton::new(tea).callback_data(tea));
        let keyboard = InlineKeyboardMarkup::new(vec![teas.into()]);
        let question = SendMessage::new(chat, "Which tea?");
        question.reply_markup(keyboard).send(bot).await?;
    }
    Ok(())
}

async fn start() -> FakeBotApi {
    let fake = FakeBotApi::start().await.expect("a port");
    tokio::spawn(run(fake.bot()));
    fake
}

#[tokio::test]
async fn tea_is_ordered_and_paid() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.says("/start").await;
    assert_eq!(
        ann.sees(),
        "Ann: /start\nFake Bot: Which tea? [Green] [Black]\n"
    );
    ann.presses("Black").await;
    ann.says("1 Example Street").await;
    let invoice = ann.last_message().expect("an invoice").message_id;
    let payment = ann.pays(invoice).await;
    assert!(payment.is_successful());
    let last = ann.last_message().and_then(|message| message.text);
    assert_eq!(last.as_deref(), Some("Thank you"), "{}", ann.sees());
    assert!(fake.complaints().is_empty(), "{:?}", fake.complaints());
}

#[tokio::test]
async fn nothing_is_sent_to_mars() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.says("/start").await;
    ann.presses("Green").await;
    ann.says("Mars").await;
    let invoice = ann.last_message().expect("an invoice").message_id;
    let payment = ann.pays(invoice).await;
    assert_eq!(payment.error().as_deref(), Some("Too far away"));
    fake.advance(Duration::from_secs(86_400));
    assert!(!payment.is_successful());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn users_do_not_disturb_each_other() {
    let fake = start().await;
    let names = ["Ann", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gil", "Hal"];
    let users = names.map(|name| fake.user(name));
    for user in users {
        user.says("/start");
    }
    fake.idle().await;
    for (number, user) in users.into_iter().enumerate() {
        user.presses(if number % 2 == 0 { "Green" } else { "Black" });
    }
    fake.idle().await;
    for user in users {
        user.says("Venus");
    }
    fake.idle().await;
    for (number, user) in users.into_iter().enumerate() {
        let tea = if number % 2 == 0 { "Green" } else { "Black" };
        let invoice = user.last_message().and_then(|message| message.invoice);
        let title = invoice.map(|invoice| invoice.title);
        assert_eq!(title.as_deref(), Some(tea), "{}", user.sees());
    }
    assert!(fake.complaints().is_empty(), "{:?}", fake.complaints());
}
