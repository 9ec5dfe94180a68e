//! A fake Bot API server for tests in any language.
//!
//! ```sh
//! cargo run -p telegrammar-testing --example fake_bot_api -- --port 8081 --token 123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0
//! ```
//!
//! `--port` is 0 by default, which is any free one; `--address` is 127.0.0.1; `--token` may be given
//! several times, each for another bot. The program serves until it is stopped, and prints each call.
//! `POST /control/update` delivers an update, `POST /control/reply` specifies the reply to a call.

use std::net::IpAddr;
use std::process::ExitCode;

use telegrammar_testing::FakeBotApi;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fake_bot_api: {error}");
            ExitCode::from(2)
        }
    }
}

async fn serve() -> Result<(), Box<dyn std::error::Error>> {
    let mut builder = FakeBotApi::builder()
        .control(true)
        .on_call(|line| println!("{line}"));
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        if name == "--help" {
            println!("fake_bot_api [--address IP] [--port N] [--token TOKEN]…");
            return Ok(());
        }
        let value = arguments.next().ok_or(format!("{name} needs a value"))?;
        builder = match name.as_str() {
            "--address" => builder.address(value.parse::<IpAddr>()?),
            "--port" => builder.port(value.parse()?),
            "--token" => builder.token(value),
            other => return Err(format!("unknown argument: {other}").into()),
        };
    }
    let fake = builder.start().await?;
    println!(
        "The fake Bot API is at {}. Stop it with Ctrl+C.",
        fake.url()
    );
    println!("Token: {}", fake.token());
    std::future::pending().await
}
