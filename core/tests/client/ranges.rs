//! Responses with a part of a file, and files whose end the response does not tell.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use telegrammar_core::download::FileRef;
use telegrammar_core::error::{DownloadError, DownloadErrorKind};

use super::downloads::{CONTENT, failed, head, known, part, rest};
use super::loopback::{Loopback, Reply, http};

/// Returns a response in chunks. Without `is_complete`, its end is missing.
fn chunks(status: u16, headers: &str, chunks: &[&str], is_complete: bool) -> Vec<u8> {
    let mut response = head(status, &format!("{headers}Transfer-Encoding: chunked\r\n"));
    for chunk in chunks {
        let _ = write!(response, "{:x}\r\n{chunk}\r\n", chunk.len());
    }
    if is_complete {
        response += "0\r\n\r\n";
    }
    response.into_bytes()
}

/// Returns the start of a file of unknown size.
fn start() -> Reply {
    Reply::Close(chunks(200, "ETag: \"e\"\r\n", &["012"], false))
}

/// Returns a response with these headers and this content.
fn range(range: &str, length: usize, content: &str) -> Vec<u8> {
    let headers = format!("Content-Range: bytes {range}\r\nContent-Length: {length}\r\n");
    (head(206, &headers) + content).into_bytes()
}

fn no_range_left(size: usize) -> Reply {
    let headers = format!("Content-Range: bytes */{size}\r\nContent-Length: 0\r\n");
    Reply::Keep(head(416, &headers).into_bytes())
}

/// Returns the offsets that were requested, 0 for the whole file.
async fn offsets(server: &mut Loopback, count: usize) -> Vec<usize> {
    let mut offsets = Vec::new();
    for _ in 0..count {
        let request = server.request().await.to_ascii_lowercase();
        let range = request.split_once("range: bytes=").map(|(_, range)| range);
        let first = range.and_then(|range| range.split_once('-'));
        offsets.push(first.map_or(0, |(first, _)| first.parse().unwrap()));
    }
    assert_eq!(server.unseen(), 0);
    offsets
}

#[tokio::test]
async fn headers_that_contradict_each_other_are_an_error() {
    for (value, length, content) in [
        ("3-9/10", 6, "345678"),
        ("3-8/10", 7, "3456789"),
        ("3-9/*", 8, "3456789x"),
        ("3-9/*", 3, "345"),
        ("3-11/10", 9, "3456789xx"),
    ] {
        for first in [start(), Reply::Close(part(3))] {
            let answer = Reply::Keep(range(value, length, content));
            let server = Loopback::start(vec![first, answer]).await;
            let error = failed(server.bot().download(known()).bytes(99).await);
            assert_eq!(
                error.kind(),
                &DownloadErrorKind::Status { status: 206 },
                "{value}"
            );
            assert!(error.to_string().contains("`Content-Range`"), "{error}");
            assert_eq!(error.received(), 3);
        }
    }
    // Beyond the size that the first response has announced.
    let answer = Reply::Keep(range("3-11/*", 9, "3456789xx"));
    let server = Loopback::start(vec![Reply::Close(part(3)), answer]).await;
    let error = failed(server.bot().download(known()).bytes(99).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Status { status: 206 });
}

#[tokio::test]
async fn the_end_of_a_range_is_not_the_end_of_the_file() {
    for [first, second] in [["3-5/*", "6-9/*"], ["3-5/*", "6-9/10"], ["3-5/10", "6-9/*"]] {
        let is_known = first.ends_with("10") || second.ends_with("10");
        let replies = vec![
            start(),
            Reply::Keep(range(first, 3, "345")),
            Reply::Keep(range(second, 4, "6789")),
            no_range_left(10),
        ];
        let mut server = Loopback::start(replies).await;
        let content = server.bot().download(known()).bytes(10).await.unwrap();
        assert_eq!(content, CONTENT);
        let expected: &[_] = if is_known { &[0, 3, 6] } else { &[0, 3, 6, 10] };
        assert_eq!(offsets(&mut server, expected.len()).await, expected);
    }
}

#[tokio::test]
async fn the_content_of_a_range_has_its_length() {
    // Longer, and nothing else tells so.
    for answer in [
        chunks(206, "Content-Range: bytes 3-5/*\r\n", &["345678"], true),
        chunks(206, "Content-Range: bytes 3-5/*\r\n", &["345", "678"], true),
        chunks(206, "Content-Range: bytes 3-5/10\r\n", &["34", "56"], true),
    ] {
        let server = Loopback::start(vec![start(), Reply::Keep(answer)]).await;
        let error = failed(server.bot().download(known()).bytes(99).await);
        assert_eq!(error.kind(), &DownloadErrorKind::Status { status: 206 });
        assert!(error.to_string().contains("longer than"), "{error}");
    }
    // Shorter: the rest is requested.
    let answer = chunks(206, "Content-Range: bytes 3-9/*\r\n", &["345"], true);
    let replies = vec![start(), Reply::Keep(answer), Reply::Keep(rest(6))];
    let mut server = Loopback::start(replies).await;
    let content = server.bot().download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
    assert_eq!(offsets(&mut server, 3).await, [0, 3, 6]);
}

/// Neither response has a `Content-Length`, and the server leaves the connection open.
#[tokio::test]
async fn a_file_of_known_size_is_complete_with_its_last_byte() {
    let open = || Reply::Stall((head(200, "") + CONTENT).into_bytes());
    let chunked = || Reply::Stall(chunks(200, "", &["01234", "56789"], false));
    let ranged = || {
        let headers = "Content-Range: bytes 3-9/10\r\n";
        Reply::Stall((head(206, headers) + &CONTENT[3..]).into_bytes())
    };
    let found = r#"{"ok":true,"result":{"file_id":"1","file_path":"a","file_size":10}}"#;
    let found = || Reply::Keep(http(200, found));
    for (file, replies) in [
        (known().size(10), vec![open()]),
        (known().size(10), vec![chunked()]),
        (FileRef::new("1"), vec![found(), open()]),
        (known(), vec![start(), ranged()]),
    ] {
        let server = Loopback::start(replies).await;
        let bot = server.builder().idle_timeout(Duration::from_secs(30));
        let bot = bot.build().unwrap();
        let started = Instant::now();
        let content = bot.download(file).bytes(10).await.unwrap();
        assert_eq!(content, CONTENT);
        assert!(started.elapsed() < Duration::from_secs(15));
    }
}

#[tokio::test]
async fn a_size_that_the_content_does_not_have_is_an_error() {
    let wrong = |announced, actual| DownloadErrorKind::WrongSize { announced, actual };
    let kind = |error: &DownloadError| error.kind().clone();
    // The announced size ends with a chunk, and another one follows.
    let answer = Reply::Keep(chunks(200, "", &["01234", "56789"], true));
    let server = Loopback::once(answer).await;
    let error = failed(server.bot().download(known().size(5)).bytes(99).await);
    assert_eq!(kind(&error), wrong(5, 10));
    // The content is shorter, and the server says so when the rest is requested.
    let answer = Reply::Keep(chunks(200, "", &[CONTENT], true));
    let server = Loopback::start(vec![answer, no_range_left(10)]).await;
    let error = failed(server.bot().download(known().size(11)).bytes(99).await);
    assert_eq!(kind(&error), wrong(11, 10));
    // The size of a file that has grown is not taken for the end of what was received.
    let server = Loopback::start(vec![start(), no_range_left(2)]).await;
    let error = failed(server.bot().download(known()).bytes(99).await);
    assert_eq!(kind(&error), DownloadErrorKind::Status { status: 416 });
}
