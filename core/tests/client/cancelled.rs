//! Downloads and uploads that are dropped after each number of polls, in paused time over services
//! in memory, and over sockets.

use std::convert::Infallible;
use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use telegrammar_core::transport::{FileRequest, FileResponse, Request, Response};
use telegrammar_core::{Bot, Error, InputFile, Retry, Throttle};
use tower::service_fn;

use super::downloads::{CONTENT, known, part};
use super::limits::{SendFile, TRUE};
use super::loopback::{Loopback, Reply, TOKEN, http};
use super::paths::Folder;
use super::polled::polled;

/// Chunks, each after a point of suspension. The last one is lost.
struct Chunks {
    chunks: Vec<io::Result<Bytes>>,
    is_ready: bool,
}

impl Chunks {
    fn new(content: &str, is_cut: bool) -> Self {
        let pieces = content.as_bytes().chunks(2);
        let mut chunks: Vec<_> = pieces.map(|piece| Ok(piece.to_vec().into())).collect();
        if is_cut {
            chunks.push(Err(io::ErrorKind::ConnectionReset.into()));
        }
        chunks.reverse();
        Self {
            chunks,
            is_ready: false,
        }
    }
}

impl Stream for Chunks {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.is_ready = !self.is_ready;
        if self.is_ready {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.chunks.pop())
    }
}

async fn get_file(request: Request) -> Result<Response, Infallible> {
    tokio::time::sleep(Duration::from_millis(10)).await;
    let json = r#"{"ok":true,"result":{"file_id":"1","file_size":10,"file_path":"a/b"}}"#;
    let lost = r#"{"ok":false,"error_code":500,"description":"Internal Server Error"}"#;
    Ok(match request.attempt() {
        1 => Response::new(500, lost),
        _ => Response::new(200, json),
    })
}

/// Breaks off after four bytes, and after two more.
async fn file(request: FileRequest) -> Result<FileResponse, Infallible> {
    tokio::time::sleep(Duration::from_millis(10)).await;
    let range = |first: usize, end: usize| {
        let chunks = Chunks::new(&CONTENT[first..end], end < 10);
        let range = format!("bytes {first}-9/10");
        FileResponse::new(206, chunks).with_header("Content-Range", range)
    };
    Ok(match request.range().as_deref() {
        None => FileResponse::new(200, Chunks::new(&CONTENT[..4], true)),
        Some("bytes=4-") => range(4, 6),
        Some("bytes=6-") => range(6, 10),
        other => panic!("{other:?}"),
    })
}

/// A bot with all policies, whose calls and downloads break off.
fn bot() -> Bot {
    Bot::builder(TOKEN)
        .transport(service_fn(get_file))
        .file_transport(service_fn(file))
        .retry(Retry::standard())
        .throttle(Throttle::telegram())
        .build()
        .unwrap()
}

/// Waits until blocking threads have removed what a download has left, in real time.
async fn cleared(folder: &Folder) -> Vec<String> {
    for _ in 0..2000 {
        let names = folder.names();
        if names.iter().all(|name| !name.contains(".telegrammar")) {
            return names;
        }
        let wait = || std::thread::sleep(Duration::from_millis(5));
        tokio::task::spawn_blocking(wait).await.unwrap();
    }
    panic!("{:?}", folder.names());
}

/// Checks what a download to a path has left, and removes it.
async fn is_whole_or_absent(folder: &Folder, result: Option<&Result<u64, Error>>) {
    let names = cleared(folder).await;
    if let Some(result) = result {
        assert!(matches!(result, Ok(10)), "{result:?}");
        assert_eq!(names, ["received"]);
    }
    // It may be renamed while the download is dropped.
    for name in names {
        let path = folder.0.join(&name);
        let content = std::fs::read_to_string(&path).unwrap();
        assert_eq!((&*name, &*content), ("received", CONTENT));
        std::fs::remove_file(path).unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn a_download_to_a_path_may_be_dropped_after_each_poll() {
    let folder = Folder::new("dropped");
    let path = folder.0.join("received");
    let bot = bot();
    let mut polls = 0;
    loop {
        let download = bot.download("1").timeout(Duration::from_secs(100));
        let result = polled(download.to_path(&path), polls).await;
        is_whole_or_absent(&folder, result.as_ref()).await;
        // The same bot is usable.
        let content = bot.download("1").bytes(10).await.unwrap();
        assert_eq!(content, CONTENT, "after {polls} polls");
        if result.is_some() {
            break;
        }
        polls += 1;
    }
    assert!(polls > 15, "it completes after {polls} polls");
}

#[tokio::test(start_paused = true)]
async fn other_downloads_may_be_dropped_after_each_poll() {
    let bot = bot();
    let mut counts = Vec::new();
    for kind in 0..3 {
        let mut polls = 0;
        loop {
            let download = bot.download("1").timeout(Duration::from_secs(100));
            let result = match kind {
                0 => polled(download.bytes(10), polls).await,
                1 => {
                    let mut written = Vec::new();
                    let result = polled(download.to_writer(&mut written), polls).await;
                    assert!(CONTENT.as_bytes().starts_with(&written));
                    result.map(|size| size.map(|_| written.into()))
                }
                _ => polled(collected(download.stream()), polls).await,
            };
            assert_eq!(bot.download("1").bytes(10).await.unwrap(), CONTENT);
            if let Some(content) = result {
                assert_eq!(content.unwrap(), CONTENT);
                break;
            }
            polls += 1;
        }
        counts.push(polls);
    }
    assert!(counts.iter().all(|polls| *polls > 10), "{counts:?}");
}

async fn collected(stream: impl Stream<Item = Result<Bytes, Error>>) -> Result<Bytes, Error> {
    let mut stream = pin!(stream);
    let mut content = Vec::new();
    while let Some(chunk) = poll_fn(|cx| stream.as_mut().poll_next(cx)).await {
        content.extend_from_slice(&chunk?);
    }
    Ok(content.into())
}

#[tokio::test]
async fn a_download_over_sockets_may_be_dropped_after_each_poll() {
    let folder = Folder::new("dropped-sockets");
    let path = folder.0.join("received");
    let server = Loopback::once(Reply::Late(part(10))).await;
    let bot = server.bot();
    let mut polls = 0;
    loop {
        let result = polled(bot.download(known()).to_path(&path), polls).await;
        is_whole_or_absent(&folder, result.as_ref()).await;
        assert_eq!(bot.download(known()).bytes(10).await.unwrap(), CONTENT);
        if result.is_some() {
            break;
        }
        polls += 1;
    }
    assert!(polls > 2, "it completes after {polls} polls");
}

#[tokio::test]
async fn an_upload_by_path_may_be_dropped_after_each_poll() {
    let folder = Folder::new("dropped-upload");
    let path = folder.0.join("file");
    std::fs::write(&path, vec![b'x'; 300 << 10]).unwrap();
    let flood = r#"{"ok":false,"error_code":500,"description":"Internal Server Error"}"#;
    let mut polls = 0;
    loop {
        let replies = vec![Reply::Keep(http(500, flood)), Reply::Keep(http(200, TRUE))];
        let server = Loopback::start(replies).await;
        let bot = server
            .builder()
            .retry(Retry::standard().backoff(Duration::from_millis(1)))
            .throttle(Throttle::telegram())
            .timeout(Duration::from_secs(30))
            .build()
            .unwrap();
        let send = || bot.send(SendFile(InputFile::path(&path)));
        let result = polled(send(), polls).await;
        // What was not delivered meets the server's failure now.
        let _ = send().await;
        assert!(send().await.unwrap(), "after {polls} polls");
        if result.is_some() {
            break;
        }
        polls += 1;
    }
    assert!(polls > 2, "it completes after {polls} polls");
    // No thread holds the file.
    std::fs::write(&path, "other").unwrap();
}
