//! A fake Bot API server for tests in any language.
//!
//! ```sh
//! cargo run -p telegrammar-testing --example fake_bot_api -- --port 8081 --token 123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0
//! ```
//!
//! `--port` is 0 by default, which is any free one; `--address` is 127.0.0.1; `--token` may be given several
//! times, each for another bot; `--world` is a JSON file with users and chats, such as `world.json` beside
//! this program; `--privacy off` switches privacy mode off. The program serves until it is stopped, and
//! prints each call. Its URL in a browser is a page on which you talk to the bot. Tests do the same over
//! HTTP, at `/control/…`: the page `control` of the documentation lists the routes.

use std::io::Write;
use std::net::IpAddr;
use std::process::ExitCode;
use std::sync::mpsc;
use std::thread;

use telegrammar_testing::FakeBotApi;

const HELP: &str = "\
fake_bot_api [--address IP] [--port N] [--token TOKEN]… [--world FILE] [--privacy on|off]

  --address IP      the address to listen on (127.0.0.1)
  --port N          the port (any free one)
  --token TOKEN     adds a bot with this token
  --world FILE      adds the users and chats that a JSON file describes
  --privacy on|off  switches privacy mode in groups (on)";

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
    let print = printer();
    let first = print.clone();
    // A line is lost rather than a call delayed, if nobody reads what is printed.
    let mut builder = FakeBotApi::builder().control(true).on_call(move |line| {
        let _ = print.try_send(line.to_owned());
    });
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        if name == "--help" || name == "-h" {
            println!("{HELP}");
            return Ok(());
        }
        let value = arguments.next().ok_or(format!("{name} needs a value"))?;
        builder = match name.as_str() {
            "--address" => builder.address(value.parse::<IpAddr>()?),
            "--port" => builder.port(value.parse()?),
            "--token" => builder.token(value),
            "--world" => {
                let world = std::fs::read_to_string(&value);
                builder.world(world.map_err(|error| format!("{value}: {error}"))?)
            }
            "--privacy" => match value.as_str() {
                "on" => builder.privacy(true),
                "off" => builder.privacy(false),
                _ => return Err("--privacy is on or off".into()),
            },
            other => return Err(format!("unknown argument: {other}").into()),
        };
    }
    let fake = builder.start().await?;
    first.send(format!("The fake Bot API is at {}", fake.url()))?;
    first.send(format!("Token: {}", fake.token()))?;
    first.send("Open the URL in a browser to talk to the bot. Stop it with Ctrl+C.".to_owned())?;
    std::future::pending().await
}

/// Starts a thread that prints lines. If nobody reads them, up to 10,000 wait.
fn printer() -> mpsc::SyncSender<String> {
    let (sender, lines) = mpsc::sync_channel::<String>(10_000);
    thread::spawn(move || {
        let mut stdout = std::io::stdout();
        for line in lines {
            // The server is of use without its output too.
            let _ = writeln!(stdout, "{line}").and_then(|()| stdout.flush());
        }
    });
    sender
}
