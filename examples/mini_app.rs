//! The server of a Mini App, which takes orders: it learns from verified data who opened the app,
//! and sends a message in the name of this user.
//!
//! ```text
//! cargo run --example mini_app --features webapp
//! ```

use std::time::{Duration, UNIX_EPOCH};

use ring::hmac::{self, HMAC_SHA256, Key};
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use telegrammar::Bot;
use telegrammar::methods::AnswerWebAppQuery;
use telegrammar::types::{InlineQueryResultArticle, InputTextMessageContent};
use telegrammar::webapp::{Environment, InitData};
use telegrammar_testing::FakeBotApi;

type Result = std::result::Result<(), Box<dyn std::error::Error>>;

const HEX: &[u8] = b"0123456789abcdef";
const BASE64URL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
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
    let bot_id = bot.token().bot_id().unwrap_or_default();
    // In the place of Telegram: it signs the data for everyone, and for the bot.
    let telegram = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).map_err(|it| it.to_string())?;
    let now = UNIX_EPOCH.elapsed()?.as_secs();
    let start = format!("auth_date={now}\nquery_id=AAH");
    let user = r#"user={"id":7,"first_name":"Ann"}"#;
    let signature = format!("{bot_id}:WebAppData\n{start}\n{user}");
    let signature = telegram.sign(signature.as_bytes());
    let signature = digits(signature.as_ref(), 6, BASE64URL);
    let fields = format!("{start}\nsignature={signature}\n{user}");
    let key = Key::new(HMAC_SHA256, b"WebAppData");
    let key = hmac::sign(&key, fake.token().as_bytes());
    let hash = hmac::sign(&Key::new(HMAC_SHA256, key.as_ref()), fields.as_bytes());
    let hash = digits(hash.as_ref(), 4, HEX);
    let init_data = format!("{}&hash={hash}", fields.replace('\n', "&"));

    order(&bot, &init_data, "tea").await?;
    let forged = init_data.replace("Ann", "Eve");
    let refused = order(&bot, &forged, "gold").await.expect_err("forged");
    print!("{}\nrefused: {refused}\n", fake.transcript());
    assert_eq!(fake.calls::<AnswerWebAppQuery>().len(), 1);

    // A server without the token of the bot verifies the signature of Telegram.
    let key = Environment::Key(telegram.public_key().as_ref().try_into()?);
    let verify = |data: &str| InitData::verify_third_party(data, bot_id, key, HOUR);
    assert_eq!(verify(&init_data)?.user.map(|user| user.id), Some(7));
    assert!(verify(&forged).is_err());
    Ok(())
}

/// Writes bytes as digits of `width` bits.
fn digits(bytes: &[u8], width: usize, alphabet: &[u8]) -> String {
    let padded = [bytes, &[0]].concat();
    let bit = |at: usize| usize::from(padded[at / 8] >> (7 - at % 8)) & 1;
    let digit = |at: usize| (at..at + width).fold(0, |digit, at| 2 * digit + bit(at));
    let starts = (0..8 * bytes.len()).step_by(width);
    starts.map(|at| char::from(alphabet[digit(at)])).collect()
}
