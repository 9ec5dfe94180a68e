//! Many requests, and slow ones.

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::{call, connect, post, start, talk};

#[tokio::test]
async fn the_record_is_bounded() {
    let fake = start().await;
    let at = super::path(&fake, "sendMessage");
    let body = format!("{{\"text\":\"{}", "x".repeat(100_000));
    for _ in 0..500 {
        talk(&fake, &post(&at, "application/json", &body)).await;
    }
    let requests = fake.requests();
    assert!(requests.len() < 500, "{}", requests.len());
    let kept: usize = requests.iter().map(|request| request.body().len()).sum();
    assert!(kept <= 32 << 20, "{kept}");
    assert!(fake.complaints().len() <= 10_000);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_senders_delay_nobody() {
    let fake = start().await;
    let mut slow = Vec::new();
    for _ in 0..200 {
        let mut stream = connect(&fake).await;
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{{",
            super::path(&fake, "getMe")
        );
        stream.write_all(head.as_bytes()).await.expect("sent");
        slow.push(stream);
    }
    let begun = Instant::now();
    for _ in 0..20 {
        assert!(
            call(&fake, "getMe", "{}")
                .await
                .starts_with("HTTP/1.1 200 ")
        );
    }
    assert!(begun.elapsed() < Duration::from_secs(10));
    drop(slow);
}

#[tokio::test]
async fn a_half_closed_connection_is_answered() {
    let fake = start().await;
    let mut stream = connect(&fake).await;
    let request = post(&super::path(&fake, "getMe"), "application/json", "{}");
    stream.write_all(request.as_bytes()).await.expect("sent");
    stream.shutdown().await.expect("half closed");
    let mut answer = String::new();
    let reading = stream.read_to_string(&mut answer);
    let reading = tokio::time::timeout(Duration::from_secs(10), reading).await;
    reading.expect("in time").expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}
