//! Calls on a server that nobody here wrote: `telegram-test-api` from npm, as far as it goes.
//!
//! It is looked for in the folder named by `TELEGRAMMAR_FOREIGN`, as the clients in
//! `testing/tests/foreign` are.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use telegrammar::methods::{DeleteWebhook, GetChat, GetUpdates, SendMessage};
use telegrammar::types::UpdateKind;
use telegrammar::{Bot, Error, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const NAME: &str = "telegram-test-api";
const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";
const PROGRAM: &str = "
    const TelegramServer = require('telegram-test-api');
    const server = new TelegramServer({ port: Number(process.argv[1]), host: '127.0.0.1' });
    server.start().then(() => console.log('started'));
";

/// The server, until it is dropped.
struct Foreign {
    process: Child,
    port: u16,
}

impl Drop for Foreign {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Returns the folder that the server is installed in, or why there is none.
fn folder() -> Result<PathBuf, String> {
    let folder = std::env::var_os("TELEGRAMMAR_FOREIGN");
    let folder = folder.ok_or("TELEGRAMMAR_FOREIGN is not set")?;
    let folder = PathBuf::from(folder).join("node");
    if folder.join("node_modules").join(NAME).is_dir() {
        Ok(folder)
    } else {
        Err(format!("{NAME} is not in {}", folder.display()))
    }
}

/// Starts the server. `None` if it is not installed and need not be.
async fn start() -> Option<Foreign> {
    let folder = match folder() {
        Ok(folder) => folder,
        Err(reason) => {
            let required = std::env::var("TELEGRAMMAR_REQUIRE").unwrap_or_default();
            let is_required = required.split(',').any(|name| name == NAME);
            assert!(!is_required, "{NAME} is required, but {reason}");
            eprintln!("SKIPPED: {NAME}: {reason}");
            return None;
        }
    };
    let free = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = free.local_addr().expect("an address").port();
    drop(free);
    let mut command = Command::new("node");
    command
        .current_dir(folder)
        .args(["-e", PROGRAM, &port.to_string()]);
    let process = command.stdout(Stdio::null()).spawn().expect("node");
    let foreign = Foreign { process, port };
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return Some(foreign);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{NAME} did not start");
}

impl Foreign {
    fn bot(&self) -> Bot {
        let server = Server::new(&format!("http://127.0.0.1:{}", self.port)).expect("a URL");
        Bot::builder(TOKEN).server(server).build().expect("a bot")
    }

    /// Sends a message as a user, by the server's own interface.
    async fn say(&self, text: &str) {
        let body = format!(
            r#"{{"botToken":"{TOKEN}","from":{{"id":7,"first_name":"Ann","is_bot":false}},"chat":{{"id":7,"type":"private","first_name":"Ann"}},"date":1700000000,"text":"{text}"}}"#
        );
        let request = format!(
            "POST /sendMessage HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))
            .await
            .expect("the server");
        stream.write_all(request.as_bytes()).await.expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    }
}

#[tokio::test]
async fn a_foreign_server_is_understood() {
    let Some(foreign) = start().await else { return };
    let bot = foreign.bot();
    let deleted = DeleteWebhook::new().send(&bot).await;
    assert!(deleted.expect("a result"));

    foreign.say("Hello").await;
    let updates = GetUpdates::new().send(&bot).await.expect("updates");
    let [update] = updates.as_slice() else {
        panic!("{updates:?}")
    };
    let UpdateKind::Message(message) = &update.kind else {
        panic!("{update:?}")
    };
    assert_eq!(message.text.as_deref(), Some("Hello"));

    // What it returns is no message; nothing is made up, and the call is known to have succeeded.
    match SendMessage::new(7, "Hello, Ann").send(&bot).await {
        Ok(sent) => assert_eq!(sent.text.as_deref(), Some("Hello, Ann")),
        Err(Error::Decode(error)) => assert!(!error.to_string().contains(TOKEN)),
        Err(error) => panic!("{error}"),
    }
    // An error that has not the form of the Bot API is one of the server.
    let refused = GetChat::new(7).send(&bot).await.unwrap_err();
    assert!(matches!(refused, Error::Response(_)), "{refused:?}");
}
