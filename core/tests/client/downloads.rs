//! Downloads from a server that breaks off, stalls, lies and misleads.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use telegrammar_core::download::FileRef;
use telegrammar_core::error::{DownloadError, DownloadErrorKind};
use telegrammar_core::{Bot, Error, Server};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::loopback::{Loopback, Reply, SECRET, TOKEN, http};

pub(crate) const CONTENT: &str = "0123456789";

/// Returns a response with these headers, each with its line end.
pub(crate) fn head(status: u16, headers: &str) -> String {
    format!("HTTP/1.1 {status} X\r\n{headers}\r\n")
}

/// Returns a response that announces the whole content, and has only a part of it.
pub(crate) fn part(len: usize) -> Vec<u8> {
    let head = head(200, "Content-Length: 10\r\nETag: \"e\"\r\n");
    (head + &CONTENT[..len]).into_bytes()
}

/// Returns the rest of the content as a range.
pub(crate) fn rest(first: usize) -> Vec<u8> {
    let rest = &CONTENT[first..];
    let headers = format!(
        "Content-Range: bytes {first}-9/10\r\nContent-Length: {}\r\n",
        rest.len()
    );
    (head(206, &headers) + rest).into_bytes()
}

fn whole() -> Vec<u8> {
    part(10)
}

fn get_file(path: &str) -> Reply {
    let result = format!(r#"{{"ok":true,"result":{{"file_id":"1","file_path":"{path}"}}}}"#);
    Reply::Keep(http(200, &result))
}

/// A file whose path is known.
pub(crate) fn known() -> FileRef {
    FileRef::new("1").path("documents/file.txt")
}

/// A bot with a short limit of the time without progress.
fn hasty(server: &Loopback) -> Bot {
    let builder = server.builder().idle_timeout(Duration::from_millis(200));
    builder.build().unwrap()
}

/// Returns the error of a download, which must not contain the secret.
pub(crate) fn failed<T>(result: Result<T, Error>) -> DownloadError {
    let Err(error) = result else {
        panic!("downloaded");
    };
    let mut text = format!("{error} {error:?}");
    let mut source = std::error::Error::source(&error);
    while let Some(error) = source {
        let _ = write!(text, " {error} {error:?}");
        source = error.source();
    }
    assert!(!text.contains(SECRET), "{text}");
    match error {
        Error::Download(error) => *error,
        other => panic!("{other:?}"),
    }
}

fn header<'a>(request: &'a str, name: &str) -> Option<&'a str> {
    let lines = request.lines().filter_map(|line| line.split_once(": "));
    let mut lines = lines.filter(|(known, _)| known.eq_ignore_ascii_case(name));
    lines.next().map(|(_, value)| value)
}

/// Accepts a connection, and reads a request.
async fn accepted(listener: TcpListener) -> TcpStream {
    let (mut stream, _) = listener.accept().await.unwrap();
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await.unwrap());
    }
    stream
}

#[tokio::test]
async fn the_path_is_escaped_and_follows_the_token() {
    for (test, middle) in [(false, ""), (true, "/test")] {
        let replies = vec![get_file("a b/50%?#日.txt"), Reply::Keep(whole())];
        let mut server = Loopback::start(replies).await;
        let base = format!("{}/prefix/", server.url);
        let base = Server::new(&base).unwrap().test(test);
        let bot = Bot::builder(TOKEN).server(base).build().unwrap();
        let content = bot.download("1").bytes(10).await.unwrap();
        assert_eq!(content, CONTENT);
        let request = server.request().await;
        let line = format!("POST /prefix/bot{TOKEN}{middle}/getFile HTTP/1.1");
        assert_eq!(request.lines().next(), Some(&*line));
        assert!(request.ends_with(r#"{"file_id":"1"}"#), "{request}");
        let request = server.request().await;
        let line =
            format!("GET /prefix/file/bot{TOKEN}{middle}/a%20b/50%25%3F%23%E6%97%A5.txt HTTP/1.1");
        assert_eq!(request.lines().next(), Some(&*line));
        assert_eq!(header(&request, "range"), None);
    }
}

#[tokio::test]
async fn hostile_paths_are_refused() {
    for path in [
        "/etc/passwd",
        "../../other/secret",
        "a/../../b",
        "//evil.example/a",
        ".",
        "a/",
    ] {
        let mut server = Loopback::start(vec![get_file(path), Reply::Keep(whole())]).await;
        let error = failed(server.bot().download("1").bytes(10).await);
        let path = path.to_owned();
        assert_eq!(error.kind(), &DownloadErrorKind::BadPath { path });
        assert_eq!(server.unseen(), 1);
    }
    let server = Loopback::once(get_file("")).await;
    let error = failed(server.bot().download("1").bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::NoPath);
}

#[tokio::test]
async fn what_breaks_off_is_resumed_where_it_ended() {
    let replies = vec![
        Reply::Close(part(3)),
        Reply::Close(Vec::new()),
        Reply::Keep(rest(3)),
    ];
    let mut server = Loopback::start(replies).await;
    let content = server.bot().download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
    assert_eq!(header(&server.request().await, "range"), None);
    for _ in 0..2 {
        let request = server.request().await;
        assert_eq!(header(&request, "range"), Some("bytes=3-"));
        assert_eq!(header(&request, "if-range"), Some("\"e\""));
    }
}

#[tokio::test]
async fn what_stalls_is_resumed() {
    let replies = vec![
        Reply::Stall(part(4)),
        Reply::Stall(Vec::new()),
        Reply::Keep(rest(4)),
    ];
    let server = Loopback::start(replies).await;
    let content = hasty(&server).download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
}

#[tokio::test]
async fn a_server_without_ranges_is_read_from_the_start() {
    let replies = vec![
        Reply::Close(part(6)),
        Reply::Close(part(3)),
        Reply::Keep(whole()),
    ];
    let server = Loopback::start(replies).await;
    let content = server.bot().download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
}

#[tokio::test]
async fn three_attempts_without_a_byte_are_the_end() {
    let replies = vec![Reply::Close(part(2)), Reply::Close(Vec::new())];
    let mut server = Loopback::start(replies).await;
    let error = failed(server.bot().download(known()).bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Interrupted);
    assert_eq!(error.received(), 2);
    assert_eq!(server.unseen(), 4);

    let mut server = Loopback::once(Reply::Stall(Vec::new())).await;
    let start = Instant::now();
    let error = failed(hasty(&server).download(known()).bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Interrupted);
    assert!(start.elapsed() >= Duration::from_millis(600));
    assert_eq!(server.unseen(), 3);
}

#[tokio::test]
async fn a_trickle_is_slow_and_no_failure() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = Server::new(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let trickle = tokio::spawn(async move {
        let mut stream = accepted(listener).await;
        stream.write_all(&part(0)).await.unwrap();
        for byte in CONTENT.bytes() {
            tokio::time::sleep(Duration::from_millis(60)).await;
            stream.write_all(&[byte]).await.unwrap();
        }
        stream
    });
    let bot = Bot::builder(TOKEN).server(server);
    let bot = bot
        .idle_timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    let content = bot.download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
    trickle.await.unwrap();
}

#[tokio::test]
async fn a_wrong_size_is_an_error() {
    let wrong = |announced, actual| DownloadErrorKind::WrongSize { announced, actual };
    for size in [9, 11] {
        let server = Loopback::once(Reply::Keep(whole())).await;
        let error = failed(server.bot().download(known().size(size)).bytes(99).await);
        assert_eq!(error.kind(), &wrong(size, 10));
    }
    // Without `Content-Length`, only the object says the size.
    let unmeasured = || {
        let head = head(200, "Connection: close\r\n");
        Reply::Close((head + CONTENT).into_bytes())
    };
    let server = Loopback::once(unmeasured()).await;
    let error = failed(server.bot().download(known().size(9)).bytes(99).await);
    assert_eq!(error.kind(), &wrong(9, 10));
    let server = Loopback::once(unmeasured()).await;
    let error = failed(server.bot().download(known().size(11)).bytes(99).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Interrupted);
    let server = Loopback::once(unmeasured()).await;
    let content = server.bot().download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
    // The size changes between two attempts.
    let other = "Content-Range: bytes 3-10/11\r\nContent-Length: 8\r\n";
    let other = (head(206, other) + "34567890").into_bytes();
    let server = Loopback::start(vec![Reply::Close(part(3)), Reply::Keep(other)]).await;
    let error = failed(server.bot().download(known()).bytes(99).await);
    assert_eq!(error.kind(), &wrong(10, 11));
}

#[tokio::test]
async fn another_range_than_requested_is_an_error() {
    for answer in [
        rest(2),
        rest(4),
        head(206, "Content-Length: 7\r\n").into_bytes(),
    ] {
        let server = Loopback::start(vec![Reply::Close(part(3)), Reply::Keep(answer)]).await;
        let error = failed(server.bot().download(known()).bytes(99).await);
        assert_eq!(error.kind(), &DownloadErrorKind::Status { status: 206 });
    }
    let refused = head(416, "Content-Range: bytes */10\r\nContent-Length: 0\r\n");
    let refused = Reply::Keep(refused.into_bytes());
    let server = Loopback::start(vec![Reply::Close(part(3)), refused]).await;
    let error = failed(server.bot().download(known()).bytes(99).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Status { status: 416 });
    assert_eq!(error.received(), 3);
}

#[tokio::test]
async fn a_file_of_unknown_size_is_over_when_no_range_is_left() {
    let chunk = head(200, "Transfer-Encoding: chunked\r\n") + "a\r\n" + CONTENT + "\r\n";
    let refused = head(416, "Content-Range: bytes */10\r\nContent-Length: 0\r\n");
    let replies = vec![
        Reply::Close(chunk.into_bytes()),
        Reply::Keep(refused.into_bytes()),
    ];
    let server = Loopback::start(replies).await;
    let content = server.bot().download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
}

#[tokio::test]
async fn a_giant_body_ends_at_the_limit() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = Server::new(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    tokio::spawn(async move {
        let mut stream = accepted(listener).await;
        let start = head(200, "Connection: close\r\n");
        let mut sent = stream.write_all(start.as_bytes()).await;
        while sent.is_ok() {
            sent = stream.write_all(&[0; 8192]).await;
        }
    });
    let bot = Bot::builder(TOKEN).server(server).build().unwrap();
    let error = failed(bot.download(known()).bytes(1 << 20).await);
    let limit = 1 << 20;
    assert_eq!(
        error.kind(),
        &DownloadErrorKind::TooLarge { size: None, limit }
    );
    assert!(error.received() <= limit);

    let giant = head(200, "Content-Length: 18446744073709551615\r\n");
    let server = Loopback::once(Reply::Keep(giant.into_bytes())).await;
    let error = failed(server.bot().download(known()).bytes(limit).await);
    let kind = error.kind();
    assert!(
        matches!(
            kind,
            DownloadErrorKind::TooLarge { .. } | DownloadErrorKind::Interrupted
        ),
        "{kind:?}"
    );
}

#[tokio::test]
async fn an_expired_link_is_renewed_once() {
    let gone = Reply::Keep(http(404, r#"{"ok":false,"error_code":404}"#));
    let replies = vec![gone.clone(), get_file("new/path"), Reply::Keep(whole())];
    let mut server = Loopback::start(replies).await;
    let content = server.bot().download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
    let _ = (server.request().await, server.request().await);
    let request = server.request().await;
    assert!(request.contains("/new/path "), "{request}");

    let replies = vec![gone.clone(), get_file("new/path"), gone.clone()];
    let mut server = Loopback::start(replies).await;
    let error = failed(server.bot().download(known()).bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::NotFound);
    assert_eq!(server.unseen(), 3);

    // In the middle of a download.
    let replies = vec![
        get_file("old/path"),
        Reply::Close(part(5)),
        gone,
        get_file("new/path"),
        Reply::Keep(rest(5)),
    ];
    let server = Loopback::start(replies).await;
    let content = server.bot().download("1").bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
}

#[tokio::test]
async fn floods_and_errors_of_the_server_are_waited_for() {
    let flood = head(429, "Retry-After: 1\r\nContent-Length: 0\r\n").into_bytes();
    let replies = vec![Reply::Keep(flood), Reply::Keep(whole())];
    let server = Loopback::start(replies).await;
    let start = Instant::now();
    let content = server.bot().download(known()).bytes(10).await.unwrap();
    assert_eq!(content, CONTENT);
    assert!(start.elapsed() >= Duration::from_secs(1));

    let mut server = Loopback::once(Reply::Keep(http(502, "<h1>Bad Gateway</h1>"))).await;
    let error = failed(server.bot().download(known()).bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Status { status: 502 });
    assert_eq!(server.unseen(), 3);

    // A longer wait than is acceptable, or than is left.
    let long = head(429, "Retry-After: 3600\r\nContent-Length: 0\r\n").into_bytes();
    let mut server = Loopback::once(Reply::Keep(long)).await;
    let error = failed(server.bot().download(known()).bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Status { status: 429 });
    assert_eq!(server.unseen(), 1);
    let medium = head(429, "Retry-After: 30\r\nContent-Length: 0\r\n").into_bytes();
    let server = Loopback::once(Reply::Keep(medium)).await;
    let download = server
        .bot()
        .download(known())
        .timeout(Duration::from_secs(5));
    let error = failed(download.bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Status { status: 429 });
}

#[tokio::test]
async fn other_statuses_are_errors_at_once() {
    for status in [201, 204, 301, 302, 400, 401, 403, 410] {
        let redirect = head(
            status,
            "Location: http://127.0.0.1:1/\r\nContent-Length: 0\r\n",
        );
        let mut server = Loopback::once(Reply::Keep(redirect.into_bytes())).await;
        let error = failed(server.bot().download(known()).bytes(10).await);
        assert_eq!(error.kind(), &DownloadErrorKind::Status { status });
        assert_eq!(server.unseen(), 1);
    }
}

#[tokio::test]
async fn a_timeout_ends_the_download_as_a_whole() {
    let server = Loopback::once(Reply::Stall(part(3))).await;
    let timeout = Duration::from_millis(300);
    let start = Instant::now();
    let download = server.bot().download(known()).timeout(timeout);
    let error = failed(download.bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Timeout);
    assert_eq!(error.received(), 3);
    assert!((timeout..timeout * 10).contains(&start.elapsed()));
}

#[tokio::test]
async fn no_connection_is_an_interruption_without_the_token() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let bot = Bot::builder(TOKEN).server(Server::new(&url).unwrap());
    let bot = bot.build().unwrap();
    let error = failed(bot.download(known()).bytes(10).await);
    assert_eq!(error.kind(), &DownloadErrorKind::Interrupted);
    assert!(error.cause().is_some());
}

#[tokio::test]
async fn the_timeout_includes_the_time_of_the_writer() {
    let server = Loopback::once(Reply::Keep(whole())).await;
    let (writer, _reader) = tokio::io::duplex(1);
    let download = hasty(&server).download(known());
    let download = download.timeout(Duration::from_millis(300));
    let copied = tokio::time::timeout(Duration::from_secs(20), download.to_writer(writer));
    let error = failed(copied.await.unwrap());
    assert_eq!(error.kind(), &DownloadErrorKind::Timeout);
}

#[tokio::test]
async fn compressed_content_that_was_not_asked_for_is_refused() {
    let headers = "Content-Length: 10\r\nContent-Encoding: gzip\r\n";
    let packed = (head(200, headers) + CONTENT).into_bytes();
    let server = Loopback::once(Reply::Close(packed)).await;
    let error = failed(server.bot().download(known()).bytes(100).await);
    assert_eq!(*error.kind(), DownloadErrorKind::Status { status: 200 });
    assert!(error.to_string().contains("compressed"), "{error}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_path_keeps_its_permissions_and_what_is_no_file_is_not_replaced() {
    use std::os::unix::fs::PermissionsExt as _;
    let name = format!("telegrammar-permissions-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let private = folder.join("private");
    std::fs::write(&private, "old").unwrap();
    std::fs::set_permissions(&private, std::fs::Permissions::from_mode(0o600)).unwrap();
    let server = Loopback::once(Reply::Close(whole())).await;
    server
        .bot()
        .download(known())
        .to_path(&private)
        .await
        .unwrap();
    assert_eq!(std::fs::read(&private).unwrap(), CONTENT.as_bytes());
    let mode = std::fs::metadata(&private).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);

    let link = folder.join("link");
    std::fs::write(&private, "old").unwrap();
    std::os::unix::fs::symlink(&private, &link).unwrap();
    let server = Loopback::once(Reply::Close(whole())).await;
    let download = server.bot().download(known());
    download.to_path(&link).await.unwrap();
    assert!(link.symlink_metadata().unwrap().is_file());
    assert_eq!(std::fs::read(&link).unwrap(), CONTENT.as_bytes());
    assert_eq!(std::fs::read(&private).unwrap(), b"old");

    let pipe = folder.join("pipe");
    let mkfifo = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(mkfifo.unwrap().success());
    let server = Loopback::once(Reply::Close(whole())).await;
    let error = failed(server.bot().download(known()).to_path(&pipe).await);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(error.to_string().contains("no regular file"), "{error}");
}
