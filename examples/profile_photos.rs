//! Lists the profile pictures of a user, and demonstrates what happens when a call fails.
//!
//! Without a token, it runs against telegrammar's fake Bot API server on this machine:
//!
//! ```text
//! cargo run --example profile_photos
//! ```
//!
//! With a token, it requests the pictures of a user, whose id is given, from the real Bot API:
//!
//! ```text
//! TELEGRAM_BOT_TOKEN=… cargo run --example profile_photos -- 123456789
//! ```

use std::error::Error as StdError;
use std::process::ExitCode;

use telegrammar::methods::GetUserProfilePhotos;
use telegrammar::types::UserProfilePhotos;
use telegrammar::{Bot, Error, Server};
use telegrammar_testing::{FakeBotApi, Reply};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let result = if std::env::var_os("TELEGRAM_BOT_TOKEN").is_some_and(|token| !token.is_empty()) {
        ask_telegram().await
    } else {
        ask_the_fake_server().await
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                eprintln!("  because: {error}");
                cause = error.source();
            }
            ExitCode::FAILURE
        }
    }
}

/// Makes one call to the real Bot API.
async fn ask_telegram() -> Result<(), Box<dyn StdError>> {
    let user_id = std::env::args()
        .nth(1)
        .ok_or("whose pictures? `cargo run --example profile_photos -- USER_ID`")?
        .parse()
        .map_err(|_| "a user's id is a number")?;

    let bot = Bot::from_env()?;
    println!("Bot {}, server {}\n", bot.token(), bot.server().base_url());
    let photos = GetUserProfilePhotos::new(user_id).send(&bot).await?;
    print_photos(&photos);
    Ok(())
}

/// Demonstrates the possible outcomes of a call.
async fn ask_the_fake_server() -> Result<(), Box<dyn StdError>> {
    let fake = FakeBotApi::start().await?;
    let bot = Bot::builder(fake.token())
        .server(Server::new(fake.url())?)
        .build()?;
    println!("TELEGRAM_BOT_TOKEN is not set, so this talks to a fake Bot API server.");
    println!("Bot {}, server {}", bot.token(), fake.url());

    heading("1. A call: GetUserProfilePhotos::new(42).limit(3)");
    let photos = GetUserProfilePhotos::new(42).limit(3).send(&bot).await?;
    for request in fake.requests() {
        let body = String::from_utf8_lossy(request.body());
        println!("sent      {} {} {body}", request.verb(), request.method());
    }
    print_photos(&photos);

    heading("2. A parameter that violates a rule: limit(101)");
    let before = fake.requests().len();
    let outcome = GetUserProfilePhotos::new(42).limit(101).send(&bot).await;
    print_outcome(&outcome);
    let after = fake.requests().len();
    println!("server    received {before} request before and {after} after: nothing was sent");

    heading("3. A call that the server rejects: user -1");
    let outcome = GetUserProfilePhotos::new(-1).send(&bot).await;
    print_outcome(&outcome);

    heading("4. Flood control: wait as long as the server requests, and retry");
    fake.reply("getUserProfilePhotos", Reply::flood(1));
    let call = GetUserProfilePhotos::new(42).offset(4);
    let outcome = call.send(&bot).await;
    print_outcome(&outcome);
    if let Err(Error::Api(error)) = outcome
        && let Some(pause) = error.retry_after
    {
        println!("waiting   …");
        tokio::time::sleep(pause).await;
        print_outcome(&call.send(&bot).await);
    }
    Ok(())
}

fn heading(text: &str) {
    println!("\n{text}\n{}", "─".repeat(text.chars().count()));
}

/// Distinguishes the outcomes that a program would handle differently.
fn print_outcome(outcome: &Result<UserProfilePhotos, Error>) {
    match outcome {
        Ok(photos) => println!(
            "result    {} of {} pictures",
            photos.photos.len(),
            photos.total_count
        ),
        // Parameters violate rules of the Bot API, so nothing was sent. All violations are listed.
        Err(Error::Invalid(error)) => {
            println!("error     Error::Invalid");
            println!("method    {}", error.method());
            for violation in error.violations() {
                println!("rule      {violation}");
            }
        }
        // The Bot API returned an error.
        Err(Error::Api(error)) => {
            println!("error     Error::Api, kind {:?}", error.kind());
            println!("method    {}", error.method);
            println!("server    {} {}", error.code, error.description);
            if let Some(pause) = error.retry_after {
                println!("retry     after {pause:?}");
            }
        }
        // A network error, or a response that is not a Bot API response.
        Err(error) => println!("error     {error}"),
    }
}

/// Prints one line for each size of each picture.
fn print_photos(photos: &UserProfilePhotos) {
    let (listed, total) = (photos.photos.len(), photos.total_count);
    println!("result    {listed} of {total} pictures\n");
    println!("{:>5}  {:>11}  {:>9}  file_id", "photo", "size", "bytes");
    println!("{:─>5}  {:─>11}  {:─>9}  {:─<20}", "", "", "", "");
    for (index, sizes) in photos.photos.iter().enumerate() {
        for (nth, size) in sizes.iter().enumerate() {
            // The number of the picture is printed with its first size only.
            let number = match nth {
                0 => (index + 1).to_string(),
                _ => String::new(),
            };
            let pixels = format!("{} × {}", size.width, size.height);
            let bytes = size
                .file_size
                .map_or_else(|| "?".to_owned(), |bytes| bytes.to_string());
            let file_id = shortened(&size.file_id, 20);
            println!("{number:>5}  {pixels:>11}  {bytes:>9}  {file_id}");
        }
    }
}

/// Shortens a text. Real file ids have some eighty characters, which differ at both ends.
fn shortened(text: &str, width: usize) -> String {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= width {
        return text.to_owned();
    }
    let head = (width - 1) / 2;
    let tail = characters.len() - (width - 1 - head);
    let (head, tail) = (&characters[..head], &characters[tail..]);
    head.iter().chain(&['…']).chain(tail).collect()
}
