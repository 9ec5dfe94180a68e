//! Declares a method that telegrammar does not know, and calls it.
//!
//! ```text
//! cargo run --example extend
//! ```

use telegrammar::testing::{FakeBotApi, Reply};
use telegrammar::{Bot, Method, Server, telegram_method};

/// Waves at a user. The Bot API has no such method, so `unlisted` says that this is no slip.
#[telegram_method("waveAtUser", returns = bool, unlisted)]
struct WaveAtUser {
    user_id: i64,
    #[telegram(range = 1..=10, default = 1)]
    times: Option<u8>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let fake = FakeBotApi::start().await?;
    fake.reply("waveAtUser", Reply::result(true.into()));
    let bot = Bot::builder(fake.token())
        .server(Server::new(fake.url())?)
        .build()?;

    // `new` asks for what is required, a setter takes each of the rest, `send` makes the call.
    let waved: bool = WaveAtUser::new(42).times(3).send(&bot).await?;
    for request in fake.requests() {
        let body = String::from_utf8_lossy(request.body());
        println!("sent      {} {} {body}", request.verb(), request.method());
    }
    println!("answer    {waved}");

    // The rule is the struct's own, and holds before anything is sent.
    if let Err(error) = WaveAtUser::new(42).times(11).validate() {
        println!("refused   {error}");
    }

    // What was declared is there as data too.
    for param in WaveAtUser::INFO.params() {
        let need = if param.required {
            "required"
        } else {
            "optional"
        };
        println!("declared  {}, {need}", param.name);
        for rule in param.rules {
            println!("          {} {rule}", param.name);
        }
    }
    Ok(())
}
