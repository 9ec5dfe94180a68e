//! Many servers in one process share nothing.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::net::TcpStream;

use super::{FakeBotApi, connect, exchange, post, result};

const SERVERS: usize = 500;
/// How far the clock of a server is ahead of the one before it, in seconds. No update expires.
const AHEAD: u64 = 160;

struct Server {
    fake: FakeBotApi,
    stream: TcpStream,
    token: String,
}

impl Server {
    async fn start(number: usize) -> Self {
        let token = format!("{}:AAFakeTokenOfNoBot{number:024}", 100_000 + number);
        let fake = FakeBotApi::with_token(&token).await.expect("a port");
        let stream = connect(&fake).await;
        Self {
            fake,
            stream,
            token,
        }
    }

    async fn call(&mut self, method: &str, body: &Value) -> String {
        let path = format!("/bot{}/{method}", self.token);
        let request = post(&path, "application/json", &body.to_string());
        exchange(&mut self.stream, &request).await
    }

    async fn updates(&mut self) -> Vec<Value> {
        let updates = result(&self.call("getUpdates", &json!({})).await);
        updates.as_array().cloned().unwrap_or_default()
    }
}

/// Returns the resident memory of this process in KiB, where that is known.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let value = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
    value.unwrap_or_default()
}

#[tokio::test]
async fn hundreds_of_servers_share_nothing() {
    let (before, begun) = (memory(), std::time::Instant::now());
    let mut servers = Vec::new();
    for number in 0..SERVERS {
        servers.push(Server::start(number).await);
    }
    let each = u64::try_from(SERVERS).expect("a number");
    println!(
        "each server: {:?} to start, {} KiB",
        begun.elapsed() / 500,
        (memory() - before) / each
    );
    // All do each thing before any does the next. Each does another number of things.
    for (number, server) in servers.iter_mut().enumerate() {
        let ann = server.fake.user(&format!("Ann {number}"));
        assert_eq!(ann.id(), 1001);
        for message in 1..=i64::try_from(number % 4).expect("a number") {
            assert_eq!(ann.says(&format!("I am {number}")).result(), message);
        }
        let ahead = Duration::from_secs(AHEAD * u64::try_from(number).expect("a number"));
        server.fake.advance(ahead);
        if number % 2 == 0 {
            server.fake.reply("getMe", crate::Reply::flood(3));
        }
    }
    for (number, server) in servers.iter_mut().enumerate() {
        let text = format!("To {number}");
        let body = json!({"chat_id": 1001, "text": text, "disable_notification": null});
        let sent = result(&server.call("sendMessage", &body).await);
        assert_eq!(sent["message_id"], number % 4 + 1, "{sent}");
        let name = format!("Ann {number}");
        assert_eq!(sent["chat"]["first_name"], name, "{sent}");
        let document = json!({"chat_id": 42, "document": format!("file-of-{number}")});
        result(&server.call("sendDocument", &document).await);
    }
    let dates = dates(&mut servers).await;
    let ahead = i64::try_from(AHEAD).expect("a number");
    let are_apart = dates.is_sorted_by(|one, next| one + ahead <= *next);
    assert!(are_apart, "{dates:?}");
    for (number, server) in servers.iter_mut().enumerate() {
        let updates = server.updates().await;
        assert_eq!(updates.len(), number % 4);
        let own = format!("I am {number}");
        assert!(
            updates
                .iter()
                .all(|update| update["message"]["text"] == own)
        );
        let other = json!({"file_id": format!("file-of-{}", number + 1)});
        assert!(
            server
                .call("getFile", &other)
                .await
                .contains("invalid file_id")
        );
        let own = json!({"file_id": format!("file-of-{number}")});
        result(&server.call("getFile", &own).await);
        let status = if number % 2 == 0 {
            "HTTP/1.1 429 "
        } else {
            "HTTP/1.1 200 "
        };
        assert!(server.call("getMe", &json!({})).await.starts_with(status));
        let complaints = server.fake.complaints();
        assert_eq!(complaints.len(), 1, "{complaints:?}");
        assert_eq!(server.fake.requests().len(), 7);
        let other = format!(
            "/bot{}/getMe",
            format_args!("{}:AAFakeTokenOfNoBot{:024}", 100_001 + number, number + 1)
        );
        let request = post(&other, "application/json", "{}");
        let answer = exchange(&mut server.stream, &request).await;
        assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    }
}

/// Returns the time of each server.
async fn dates(servers: &mut [Server]) -> Vec<i64> {
    let mut dates = Vec::new();
    for server in servers {
        let sent = server
            .call("sendMessage", &json!({"chat_id": 42, "text": "Now"}))
            .await;
        dates.push(result(&sent)["date"].as_i64().expect("a date"));
    }
    dates
}
