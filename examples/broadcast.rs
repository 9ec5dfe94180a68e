//! Sends a text to many chats, within the limits of Telegram. When it was killed and is started
//! again, it goes on where it stopped.
//!
//! ```text
//! cargo run --example broadcast
//! ```

use std::collections::HashSet;
use std::fs::{File, read_to_string};
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use telegrammar::methods::SendMessage;
use telegrammar::{Bot, Retry, Server, Throttle};
use telegrammar_testing::{FakeBotApi, Refusal, Reply};
use tokio::task::JoinSet;

type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Creates the bot: it waits for its turn, repeats what a flood or a lost connection has prevented,
/// and follows groups that have become supergroups.
fn bot(token: &str, server: Server) -> Result<Bot> {
    let bot = Bot::builder(token).server(server);
    let bot = bot.throttle(Throttle::telegram()).retry(Retry::standard());
    let bot = bot.follow_migrations(|old, new| println!("{old} is {new} now"));
    Ok(bot.build()?)
}

/// Sends the text to all chats that are not in the journal, which gets a line for each chat that is
/// done. Calls that are in flight when the program is killed have none, so they are made again.
async fn run(bot: Bot, text: &str, chats: &[i64], journal: &Path) -> Result {
    let mut file = File::options().create(true).append(true).open(journal)?;
    let journal = read_to_string(journal)?;
    let done = journal.lines().filter_map(|line| line.split_once(' '));
    let done: HashSet<&str> = done.map(|(chat, _)| chat).collect();
    let is_open = |chat: &i64| !done.contains(&*chat.to_string());
    let mut chats = chats.iter().copied().filter(is_open);
    let mut calls = JoinSet::new();
    loop {
        while calls.len() < 30
            && let Some(chat) = chats.next()
        {
            let call = SendMessage::new(chat, text).send(&bot);
            calls.spawn(async move { (chat, call.await) });
        }
        let Some(call) = calls.join_next().await else {
            return Ok(());
        };
        let line = match call? {
            (chat, Ok(_)) => format!("{chat} sent\n"),
            // Blocked, deleted or left: a bot removes the chat from its list.
            (chat, Err(error)) if error.is_recipient_gone() => format!("{chat} gone\n"),
            // Not done: the next start tries it again.
            (chat, Err(error)) => {
                eprintln!("{chat}: {error}");
                continue;
            }
        };
        print!("{line}");
        // By one write, so that no part of a line is left if the program is killed.
        file.write_all(line.as_bytes())?;
    }
}

#[tokio::main]
async fn main() -> Result {
    let fake = FakeBotApi::start().await?;
    let [ann, bob, cid, dan] = ["Ann", "Bob", "Cid", "Dan"].map(|name| fake.user(name).id());
    let refuse = |reply: Reply, chat: i64| fake.reply("sendMessage", reply.when("chat_id", chat));
    refuse(Reply::refuse(Refusal::BlockedByUser), ann);
    refuse(Reply::flood(1), bob);
    refuse(Reply::stall(), cid);
    refuse(Reply::migrate(-1_001_234_567_890), -42);
    let chats = [ann, bob, cid, dan, -42];
    let journal = std::env::temp_dir().join(format!("broadcast-{}.txt", std::process::id()));
    let server = Server::new(fake.url())?;

    // All but one have an answer when the first start is killed.
    let kill = async {
        while read_to_string(&journal).map_or(0, |journal| journal.lines().count()) < 4 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::select! {
        ended = run(bot(fake.token(), server.clone())?, "Hello", &chats, &journal) => ended?,
        () = kill => println!("killed"),
    }
    run(bot(fake.token(), server)?, "Hello", &chats, &journal).await?;
    std::fs::remove_file(&journal)?;

    let calls = fake.calls::<SendMessage>().into_iter();
    let called: Vec<_> = calls.map(|call| call.chat_id).collect();
    let count = |chat: i64| called.iter().filter(|id| **id == chat.into()).count();
    assert_eq!(chats.map(count), [1, 2, 2, 1, 1]);
    Ok(())
}
