//! Any number of updates needs little memory. A separate process, because its peak is measured.
#![cfg(all(feature = "reqwest", target_os = "linux"))]

use telegrammar::updates::BotUpdates as _;
use telegrammar::{Bot, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const UPDATES: i64 = 100_000;
/// The bytes of text of an update: 100 MB in all.
const TEXT: usize = 1_000;
/// A few batches, and what the allocator retains.
const ALLOWED_KIB: u64 = 8 << 10;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn updates_that_were_handed_out_are_not_kept() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream));
        }
    });
    let bot = Bot::builder("4242:Loopback_Secret_Of_No_Real_Bot_00000")
        .server(Server::new(&server).unwrap())
        .build()
        .unwrap();
    for keep in [false, true] {
        let mut updates = bot.updates().keep_raw(keep);
        let mut before = 0;
        for id in 1..=UPDATES {
            let update = updates.next().await.unwrap().unwrap();
            assert_eq!(update.update_id, id);
            // Memory that the first batches allocate permanently does not count.
            if id == 1_000 {
                before = peak_kib();
            }
        }
        let grown = peak_kib() - before;
        assert!(grown < ALLOWED_KIB, "{grown} KiB");
        println!("{UPDATES} updates, peak memory grew by {grown} KiB");
    }
}

/// Returns the peak memory of this process.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let value = line.unwrap().trim().trim_end_matches(" kB");
    value.parse().unwrap()
}

/// Answers each poll with the 100 updates from its offset.
async fn serve(mut stream: TcpStream) {
    let text = "x".repeat(TEXT);
    let mut received = Vec::new();
    loop {
        let request = String::from_utf8_lossy(&received).into_owned();
        // The body is one object without any inside.
        let Some((_, json)) = request
            .split_once("\r\n\r\n")
            .filter(|(_, json)| json.ends_with('}'))
        else {
            if stream.read_buf(&mut received).await.unwrap_or(0) == 0 {
                return;
            }
            continue;
        };
        let poll: serde_json::Value = serde_json::from_str(json).unwrap();
        received.clear();
        let first = poll["offset"].as_i64().unwrap_or(1);
        let update = |id: i64| {
            format!(
                r#"{{"update_id":{id},"message":{{"message_id":1,"date":2,"chat":{{"id":3,"type":"private"}},"text":"{text}"}}}}"#
            )
        };
        let updates: Vec<_> = (first..first + 100).map(update).collect();
        let body = format!(r#"{{"ok":true,"result":[{}]}}"#, updates.join(","));
        let len = body.len();
        let response = format!("HTTP/1.1 200 OK\r\ncontent-length: {len}\r\n\r\n{body}");
        if stream.write_all(response.as_bytes()).await.is_err() {
            return;
        }
    }
}
