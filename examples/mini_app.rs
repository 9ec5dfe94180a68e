//! The server of a Mini App, which takes orders: it learns from verified data who opened the app,
//! and sends a message in the name of this user.
//!
//! ```text
//! cargo run --example mini_app --features webapp
//! ```

use std::time::Duration;

use telegrammar::Bot;
use telegrammar::methods::AnswerWebAppQuery;
use telegrammar::types::{InlineQueryResultArticle, InputTextMessageContent};
use telegrammar::webapp::{Environment, InitData};
use telegrammar_testing::FakeBotApi;

type Result = std::result::Result<(), Box<dyn std::error::Error>>;

const HOUR: Duration = Duration::from_secs(3600);

/// The bot, which the app sends an order, together with `Telegram.WebApp.initData`.
async fn order(bot: &Bot, init_data: &str, order: &str) -> Result {
    let data = InitData::verify(init_data, bot.token(), HOUR)?;
    let query = data.query_id.ok_or("opened without an inline button")?;
    let name = data.user.map_or_else(String::new, |user| user.first_name);
    let text = InputTextMessageContent::new(format!("{name} orders {order}."));
    let article = InlineQueryResultArticle::new("order", "Order", text);
    AnswerWebAppQuery::new(query, article).send(bot).await?;
    Ok(())
}

#[tokio::main]
async fn main() -> Result {
    let fake = FakeBotApi::start().await?;
    let bot = fake.bot();
    let init_data = fake.user("Ann").opens_mini_app();
    order(&bot, &init_data, "tea").await?;
    let forged = init_data.replace("Ann", "Eve");
    let refused = order(&bot, &forged, "gold").await.expect_err("forged");
    print!("{}\nrefused: {refused}\n", fake.transcript());
    assert_eq!(fake.calls::<AnswerWebAppQuery>().len(), 1);

    // A server without the token of the bot verifies the signature of Telegram.
    let bot_id = bot.token().bot_id().unwrap_or_default();
    let key = Environment::Key(fake.mini_app_key());
    let verify = |data: &str| InitData::verify_third_party(data, bot_id, key, HOUR);
    assert_eq!(verify(&init_data)?.user.map(|user| user.id), Some(1001));
    assert!(verify(&forged).is_err());
    Ok(())
}
