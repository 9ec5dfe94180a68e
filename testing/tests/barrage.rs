//! The fake server under a barrage. A separate process, because its peak memory is measured.
#![cfg(target_os = "linux")]

use std::time::{Duration, Instant};

use telegrammar_testing::FakeBotApi;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The number of broken requests.
const REQUESTS: usize = 10_000;
/// The record is bounded, and so is what else the server allocates.
const ALLOWED_KIB: u64 = 100 << 10;
/// The number of connections that send slowly or nothing.
const CONNECTIONS: usize = 1_000;
const CALLS: usize = 200;
const PATIENCE: Duration = Duration::from_secs(60);

async fn connect(fake: &FakeBotApi) -> TcpStream {
    let address = fake.url().strip_prefix("http://").expect("an HTTP URL");
    TcpStream::connect(address).await.expect("a connection")
}

/// Sends bytes, and reads until the server has nothing more to say.
async fn send(fake: &FakeBotApi, bytes: &[u8]) -> Vec<u8> {
    let mut stream = connect(fake).await;
    // The server may have closed the connection before it got everything.
    let _ = stream.write_all(bytes).await;
    let _ = stream.shutdown().await;
    let mut answer = Vec::new();
    let reading = stream.read_to_end(&mut answer);
    let reading = tokio::time::timeout(PATIENCE, reading).await;
    let _ = reading.expect("the server closes a connection that its client has closed");
    answer
}

/// Returns a broken request. All kinds take turns.
fn broken(fake: &FakeBotApi, number: usize) -> Vec<u8> {
    let long = "x".repeat(20_000 + number % 5_000);
    let path = format!("/bot{}/sendMessage", fake.token());
    let post = |content_type: &str, body: &str| {
        let length = body.len();
        format!("POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {content_type}\r\nContent-Length: {length}\r\n\r\n{body}").into_bytes()
    };
    match number % 9 {
        0 => post("application/json", &format!("{{\"text\":\"{long}")),
        1 => post("application/json", &"[".repeat(20_000)),
        2 => post(
            "multipart/form-data; boundary=b",
            &format!("--b\r\n\r\n{long}"),
        ),
        3 => post("multipart/form-data", &long),
        4 => post("text/plain", &long),
        5 => post("application/x-www-form-urlencoded", &"%&=".repeat(7_000)),
        6 => format!("GET /bot{long} HTTP/1.1\r\nHost: x\r\n\r\n").into_bytes(),
        7 => format!("POST {path} HTTP/1.1\r\nContent-Length: 99999\r\n\r\n{long}").into_bytes(),
        _ => long.into_bytes(),
    }
}

/// Returns the peak memory of this process.
fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let value = line.expect("the peak").trim().trim_end_matches(" kB");
    value.parse().expect("a number")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn broken_requests_and_slow_senders_do_no_harm() {
    let fake = FakeBotApi::start().await.expect("a port");
    let call = format!("GET /bot{}/getMe HTTP/1.1\r\nHost: x\r\n\r\n", fake.token());
    for number in 0..REQUESTS {
        send(&fake, &broken(&fake, number)).await;
    }
    let answer = send(&fake, call.as_bytes()).await;
    assert!(answer.starts_with(b"HTTP/1.1 200 "));
    assert!(!fake.requests().is_empty());
    let peak = peak_kib();
    assert!(peak < ALLOWED_KIB, "{peak} KiB");

    let mut slow = Vec::new();
    for number in 0..CONNECTIONS {
        let mut stream = connect(&fake).await;
        if number % 2 == 0 {
            let start = format!(
                "POST /bot{}/getMe HTTP/1.1\r\nContent-Length: 9\r\n\r\n{{",
                fake.token()
            );
            stream.write_all(start.as_bytes()).await.expect("sent");
        }
        slow.push(stream);
    }
    let mut times = Vec::new();
    for _ in 0..CALLS {
        let begun = Instant::now();
        assert!(
            send(&fake, call.as_bytes())
                .await
                .starts_with(b"HTTP/1.1 200 ")
        );
        times.push(begun.elapsed());
    }
    times.sort();
    println!(
        "{REQUESTS} broken requests: peak {peak} KiB; getMe beside {CONNECTIONS} connections: median {:?}, 99% {:?}",
        times[CALLS / 2],
        times[CALLS * 99 / 100]
    );
    drop(slow);
}
