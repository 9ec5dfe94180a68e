//! Declares a method that telegrammar does not know, and calls it.
//!
//! ```text
//! cargo run --example extend
//! ```

use telegrammar::{Bot, Method, Server, telegram_method};
use telegrammar_testing::{FakeBotApi, Reply};

/// Waves at a user. The Bot API has no such method, which `unlisted` confirms.
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

    // `new` takes the required parameters, each optional one has a setter, `send` calls the method.
    let waved: bool = WaveAtUser::new(42).times(3).send(&bot).await?;
    for request in fake.requests() {
        let body = String::from_utf8_lossy(request.body());
        println!("sent      {} {} {body}", request.verb(), request.method());
    }
    println!("result    {waved}");

    // The struct's own rule is checked before anything is sent.
    if let Err(error) = WaveAtUser::new(42).times(11).validate() {
        println!("error     {error}");
    }

    // The definition is available as data too.
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
