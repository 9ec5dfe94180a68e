//! Closed connections, and the end of the server.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{PATIENCE, Reply, call, connect, get, path, post, start, talk};

#[tokio::test]
async fn a_disconnect_sends_nothing() {
    let fake = start().await;
    fake.reply("sendMessage", Reply::disconnect());
    let late = Reply::disconnect().delay(Duration::from_millis(10));
    fake.reply("sendMessage", late);
    for _ in 0..2 {
        assert_eq!(call(&fake, "sendMessage", r#"{"text":"x"}"#).await, "");
    }
    // The request was received, and the next connection works.
    assert_eq!(fake.requests().len(), 2);
    assert!(
        call(&fake, "getMe", "{}")
            .await
            .starts_with("HTTP/1.1 200 ")
    );
}

#[tokio::test]
async fn a_cut_response_is_shorter_than_its_content_length() {
    let fake = start().await;
    for after in [0, 1, 20, 25, 100_000] {
        fake.reply("getMe", Reply::cut(after));
        let answer = call(&fake, "getMe", "{}").await;
        let (head, body) = answer.split_once("\r\n\r\n").expect("a whole head");
        assert!(head.starts_with("HTTP/1.1 200 OK\r\n"), "{head}");
        let (_, promised) = head.split_once("Content-Length: ").expect("a length");
        assert_eq!(promised.parse(), Ok(after + 23));
        assert_eq!(body.len(), after);
        assert!(format!("{{\"ok\":true,\"result\":\"{}", "x".repeat(after)).starts_with(body));
    }
}

#[tokio::test]
async fn a_cut_does_not_affect_earlier_responses_of_the_connection() {
    let fake = start().await;
    fake.reply("getMe", Reply::disconnect());
    let first = get(&path(&fake, "getUpdates"));
    let mut stream = connect(&fake).await;
    stream.write_all(first.as_bytes()).await.expect("sent");
    let mut answer = [0; 15];
    stream.read_exact(&mut answer).await.expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 200 OK");
    let second = get(&path(&fake, "getMe"));
    stream.write_all(second.as_bytes()).await.expect("sent");
    let mut rest = String::new();
    stream.read_to_string(&mut rest).await.expect("the end");
    assert!(rest.ends_with(r#"{"ok":true,"result":[]}"#), "{rest}");
}

#[tokio::test]
async fn a_truncated_request_is_not_stored() {
    let fake = start().await;
    let whole = post(&path(&fake, "getMe"), "application/json", r#"{"a":1}"#);
    let mut stream = connect(&fake).await;
    let part = &whole.as_bytes()[..whole.len() - 2];
    stream.write_all(part).await.expect("sent");
    drop(stream);
    // A later request has been handled, so the truncated one has been read too, or will be soon.
    call(&fake, "getMe", "{}").await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    assert_eq!(fake.requests().len(), 1);
    assert!(fake.complaints().is_empty());
}

#[tokio::test]
async fn input_that_is_not_http_is_rejected() {
    let fake = start().await;
    for nonsense in [
        "\r\n\r\n\0\r\n\r\n",
        "GET\r\n\r\n",
        "GET /bot%/%%%00%ff/%zz?%&=&a==&%f=%\u{e9} HTTP/1.1\r\nConnection: close\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ] {
        // A closed connection is acceptable as well.
        talk(&fake, nonsense).await;
    }
    assert!(
        call(&fake, "getMe", "{}")
            .await
            .starts_with("HTTP/1.1 200 ")
    );
}

#[tokio::test]
async fn the_server_stops_when_it_is_dropped() {
    let fake = start().await;
    fake.reply("sendDice", Reply::result(true.into()).delay(PATIENCE * 2));
    let address = fake.url().replace("http://", "");
    let mut idle = connect(&fake).await;
    let used = get(&path(&fake, "getMe"));
    idle.write_all(used.as_bytes()).await.expect("sent");
    let mut waiting = connect(&fake).await;
    let request = get(&path(&fake, "sendDice"));
    waiting.write_all(request.as_bytes()).await.expect("sent");
    while fake.requests().len() < 2 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    drop(fake);
    let mut answer = String::new();
    let end = tokio::time::timeout(PATIENCE, async {
        waiting.read_to_string(&mut answer).await.expect("the end");
        assert_eq!(answer, "");
        idle.read_to_string(&mut answer).await.expect("the end");
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    });
    end.await.expect("both connections end");
    assert!(TcpStream::connect(address).await.is_err());
}
