//! An MCP server over stdio that gives language models the methods of the Telegram Bot API.
//!
//! The tools are derived from the definitions of `telegrammar`. See `README.md` for the options.

mod allow;
mod calls;
mod catalogue;
mod describe;
mod files;
mod options;
mod secret;
mod server;
mod tools;
mod words;

use std::env::VarError;
use std::process::ExitCode;

use rmcp::ServiceExt as _;
use telegrammar::{Bot, Server};
use telegrammar_testing::FakeBotApi;

use calls::Calls;
use catalogue::Catalogue;
use options::{Options, USAGE};
use secret::Secret;
use server::McpServer;

/// The environment variable with the token.
const TOKEN: &str = "TELEGRAM_BOT_TOKEN";

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let secret = Secret::new(&std::env::var(TOKEN).unwrap_or_default());
    let of_panics = secret.clone();
    std::panic::set_hook(Box::new(move |panic| {
        eprintln!("error: {}", of_panics.redact(&panic.to_string()));
    }));
    let arguments = std::env::args_os().skip(1);
    let arguments: Result<Vec<_>, _> = arguments.map(std::ffi::OsString::into_string).collect();
    let options = arguments.map_err(|_| "an argument is no valid Unicode".to_owned());
    let outcome = match options.and_then(Options::parse) {
        Ok(None) => {
            // Nobody speaks the protocol yet.
            println!("{USAGE}");
            Ok(())
        }
        Ok(Some(options)) => run(options, secret.clone()).await,
        Err(problem) => Err(format!("{problem}\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            // A token may be among the arguments, by mistake.
            eprintln!("error: {}", secret.redact(&problem));
            ExitCode::FAILURE
        }
    }
}

/// Serves until the client closes the input.
async fn run(options: Options, secret: Secret) -> Result<(), String> {
    // The fake server runs as long as this is there.
    let mut fake = None;
    let bot = if options.is_fake {
        let started = FakeBotApi::start().await;
        let started =
            started.map_err(|error| format!("the fake server does not start: {error}"))?;
        fake.insert(started).bot()
    } else {
        bot(options.url.as_deref())?
    };
    let catalogue = Catalogue::new(&options.allow);
    let calls = Calls::new(bot, catalogue.methods().clone(), options.files);
    let server = McpServer::new(catalogue, calls, options.mode, secret);
    let service = server.serve(rmcp::transport::stdio()).await;
    let service = service.map_err(|error| format!("the client did not begin: {error}"))?;
    let outcome = service.waiting().await;
    outcome.map_err(|error| format!("the server failed: {error}"))?;
    Ok(())
}

fn bot(url: Option<&str>) -> Result<Bot, String> {
    let token = std::env::var(TOKEN);
    let token = token.map_err(|error| match error {
        VarError::NotPresent => format!("{TOKEN} is not set; `--fake` needs no token"),
        VarError::NotUnicode(_) => format!("{TOKEN} is no valid Unicode"),
    })?;
    let mut builder = Bot::builder(token);
    if let Some(url) = url {
        let server = Server::new(url).map_err(|error| format!("--url: {error}"))?;
        builder = builder.server(server);
    }
    builder.build().map_err(|error| format!("{TOKEN}: {error}"))
}
