//! The limits of each attempt, in real time: each ends a call that makes no progress, and none ends
//! one that does.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_core::Stream;
use telegrammar_core::__private::FieldVisitor;
use telegrammar_core::error::{Delivery, TransportError, TransportErrorKind};
use telegrammar_core::schema::{ApiType, FieldInfo, MethodInfo};
use telegrammar_core::transport::{Request, Response, Transport};
use telegrammar_core::type_check::AnyParam as _;
use telegrammar_core::{BotBuilder, Error, InputFile, Method};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tower::layer::layer_fn;
use tower::{Service as _, service_fn};

use crate::loopback::{Loopback, Reply, TOKEN, http, photos};

const SHORT: Duration = Duration::from_millis(300);
/// Far more than any of the limits, also on a loaded machine.
const LONG: Duration = Duration::from_secs(20);
pub(crate) const TRUE: &str = r#"{"ok":true,"result":true}"#;

/// A method with a file.
pub(crate) struct SendFile(pub(crate) InputFile);

impl Method for SendFile {
    type Response = bool;

    const INFO: &'static MethodInfo = &MethodInfo::new(
        "sendFile",
        &[FieldInfo::required("file", ApiType::InputFile, "")],
    )
    .uploads();

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.0.visit(0, visit);
    }
}

/// Sets limits that are shorter than a bot permits.
fn short(builder: BotBuilder) -> BotBuilder {
    builder
        .connect_timeout(SHORT)
        .layer(layer_fn(|inner: Transport| {
            service_fn(move |request: Request| {
                let mut inner = inner.clone();
                let request = request
                    .with_answer_timeout(Some(SHORT))
                    .with_idle_timeout(Some(SHORT));
                async move { inner.call(request).await }
            })
        }))
}

/// What a stream yields after each wait.
struct Slow {
    chunk: Bytes,
    left: usize,
    wait: Option<Duration>,
    sleep: Pin<Box<dyn Future<Output = ()> + Send>>,
}

impl Slow {
    /// Without a wait, nothing comes after the chunks.
    fn new(chunk: usize, left: usize, wait: Option<Duration>) -> Self {
        Self {
            chunk: vec![b'x'; chunk].into(),
            left,
            wait,
            sleep: Box::pin(std::future::ready(())),
        }
    }
}

impl Stream for Slow {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.left == 0 {
            return match self.wait {
                Some(_) => Poll::Ready(None),
                None => Poll::Pending,
            };
        }
        std::task::ready!(self.sleep.as_mut().poll(cx));
        self.left -= 1;
        if let Some(wait) = self.wait {
            self.sleep = Box::pin(tokio::time::sleep(wait));
        }
        Poll::Ready(Some(Ok(self.chunk.clone())))
    }
}

async fn timed<T>(call: impl Future<Output = Result<T, Error>>) -> (Result<T, Error>, Duration) {
    let started = Instant::now();
    let result = tokio::time::timeout(LONG, call).await;
    (result.expect("the call never ended"), started.elapsed())
}

fn transport(error: Error) -> TransportError {
    match error {
        Error::Transport(error) => error,
        other => panic!("{other:?}"),
    }
}

/// Accepts a connection, and reads only as much of it as `bytes`.
async fn reads_only(bytes: usize) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut kept: Vec<TcpStream> = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut buffer = vec![0; bytes];
            let _ = stream.read_exact(&mut buffer).await;
            kept.push(stream);
        }
    });
    url
}

fn builder_at(url: &str) -> BotBuilder {
    short(telegrammar_core::Bot::builder(TOKEN).server(url.parse().unwrap()))
}

#[tokio::test]
async fn an_answer_that_does_not_come_ends_the_attempt() {
    for bytes in [0, 10] {
        let bot = builder_at(&reads_only(bytes).await).build().unwrap();
        let (result, taken) = timed(bot.send(photos(1))).await;
        let error = transport(result.unwrap_err());
        assert_eq!(error.kind(), TransportErrorKind::Timeout, "{error}");
        assert_eq!(error.delivery(), Delivery::Unknown);
        assert!(taken >= SHORT, "{taken:?}");
    }
}

#[tokio::test]
async fn a_response_that_trickles_ends_on_time() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let _ = stream.read(&mut [0; 4096]).await;
                let head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
                let _ = stream.write_all(head).await;
                while stream.write_all(b" ").await.is_ok() {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
            });
        }
    });
    let (result, _) = timed(builder_at(&url).build().unwrap().send(photos(1))).await;
    assert_eq!(
        transport(result.unwrap_err()).kind(),
        TransportErrorKind::Timeout
    );
}

#[tokio::test]
async fn an_upload_that_the_server_does_not_read_ends() {
    let bot = builder_at(&reads_only(1000).await).build().unwrap();
    let stream = InputFile::stream_with(None, || Slow::new(1 << 20, 1000, Some(Duration::ZERO)));
    let (result, _) = timed(bot.send(SendFile(stream))).await;
    let error = transport(result.unwrap_err());
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
    let text = error.to_string();
    assert!(text.contains("no progress for 300ms"), "{text}");
}

#[tokio::test]
async fn an_upload_whose_file_stalls_ends() {
    let server = Loopback::once(Reply::Keep(http(200, TRUE))).await;
    let bot = short(server.builder()).build().unwrap();
    let stream = InputFile::stream_with(Some(1000), || Slow::new(10, 1, None));
    let (result, _) = timed(bot.send(SendFile(stream))).await;
    assert_eq!(
        transport(result.unwrap_err()).kind(),
        TransportErrorKind::Timeout
    );
}

#[tokio::test]
async fn an_upload_that_makes_progress_has_no_limit() {
    let server = Loopback::once(Reply::Keep(http(200, TRUE))).await;
    let bot = short(server.builder()).build().unwrap();
    let wait = SHORT / 3;
    let stream = InputFile::stream_with(Some(120), move || Slow::new(10, 12, Some(wait)));
    let (result, taken) = timed(bot.send(SendFile(stream))).await;
    assert!(result.unwrap());
    assert!(taken > 3 * SHORT, "{taken:?}");
}

#[tokio::test]
async fn an_upload_that_is_not_answered_ends() {
    let server = Loopback::once(Reply::Stall(Vec::new())).await;
    let bot = short(server.builder()).build().unwrap();
    let (result, _) = timed(bot.send(SendFile(InputFile::bytes("content")))).await;
    let error = transport(result.unwrap_err());
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
    assert_eq!(error.delivery(), Delivery::Unknown);
    assert!(error.to_string().contains("no response came"), "{error}");
}

#[test]
fn a_bots_answer_timeout_is_never_shorter_than_what_the_server_absorbs() {
    let seen = std::sync::Arc::new(std::sync::Mutex::new(None));
    let keep = std::sync::Arc::clone(&seen);
    let bot = telegrammar_core::Bot::builder(TOKEN)
        .answer_timeout(Duration::from_secs(1))
        .transport(service_fn(move |request: Request| {
            *keep.lock().unwrap() = request.answer_timeout();
            std::future::ready(Ok::<_, std::convert::Infallible>(Response::new(200, TRUE)))
        }))
        .build()
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime
        .block_on(bot.send(SendFile(InputFile::id("x"))))
        .unwrap();
    assert_eq!(*seen.lock().unwrap(), Some(Duration::from_secs(10)));
}

#[cfg(unix)]
mod pipes {
    use super::*;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    fn folder(name: &str) -> PathBuf {
        let name = format!("telegrammar-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn pipe(path: &Path) {
        let made = Command::new("mkfifo").arg(path).status();
        assert!(made.expect("mkfifo").success());
    }

    /// Runs a call in a runtime that is dropped afterwards, and returns how long both took.
    fn run(call: impl AsyncFnOnce() -> Result<bool, Error>) -> (Error, Duration) {
        let started = Instant::now();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let error = runtime.block_on(call()).unwrap_err();
        drop(runtime);
        (error, started.elapsed())
    }

    #[test]
    fn a_pipe_is_refused_before_it_is_opened() {
        let folder = folder("pipe");
        let path = folder.join("pipe");
        pipe(&path);
        let (error, taken) = run(async || {
            let server = Loopback::once(Reply::Keep(http(200, TRUE))).await;
            let file = InputFile::path(&path);
            short(server.builder())
                .build()
                .unwrap()
                .send(SendFile(file))
                .await
        });
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(matches!(error, Error::Encode(_)), "{error:?}");
        assert!(taken < LONG, "{taken:?}");
        let text = error.to_string();
        assert!(
            text.contains("pipe") && text.contains("no regular file"),
            "{text}"
        );
    }

    #[test]
    fn a_file_that_became_a_pipe_is_refused_before_it_is_opened() {
        let folder = folder("became");
        let path = folder.join("file");
        std::fs::write(&path, "content").unwrap();
        let (error, taken) = run(async || {
            let server = Loopback::once(Reply::Keep(http(200, TRUE))).await;
            let bot = short(server.builder()).build().unwrap();
            let call = bot.send(SendFile(InputFile::path(&path)));
            std::fs::remove_file(&path).unwrap();
            pipe(&path);
            call.await
        });
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(error.delivery(), Delivery::NotSent);
        assert_eq!(transport(error).kind(), TransportErrorKind::Upload);
        assert!(taken < LONG, "{taken:?}");
    }
}

/// The task of the connection cannot see that the server has closed it before the next request is
/// given to it, because the only thread is busy. hyper sends such a request again on a new
/// connection, and that is no attempt: nothing of it was sent.
#[tokio::test]
async fn a_request_that_a_reused_connection_never_took_is_not_an_attempt() {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let served = std::thread::spawn(move || {
        let mut count = 0;
        while count < 20 {
            let (mut stream, _) = listener.accept().unwrap();
            let read = stream.read(&mut [0; 4096]).unwrap();
            assert!(read > 0, "a connection without a request");
            count += 1;
            stream.write_all(&http(200, TRUE)).unwrap();
        }
        count
    });
    let attempts = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let noted = std::sync::Arc::clone(&attempts);
    let layer = layer_fn(move |inner: Transport| {
        let noted = std::sync::Arc::clone(&noted);
        service_fn(move |request: Request| {
            let mut inner = inner.clone();
            noted.lock().unwrap().push(request.attempt());
            async move { inner.call(request).await }
        })
    });
    let builder = telegrammar_core::Bot::builder(TOKEN).server(url.parse().unwrap());
    let bot = builder.layer(layer).build().unwrap();
    for _ in 0..20 {
        bot.send(SendFile(InputFile::id("x"))).await.unwrap();
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(*attempts.lock().unwrap(), [1; 20]);
    assert_eq!(served.join().unwrap(), 20, "no request was performed twice");
}

/// Sends a stream of unknown length to a server that reads it and does not answer.
#[tokio::test]
async fn an_upload_of_unknown_length_that_is_not_answered_ends() {
    let url = reads_only(1 << 24).await;
    let bot = builder_at(&url).build().unwrap();
    let stream = InputFile::stream_with(None, || Slow::new(10, 2, Some(Duration::ZERO)));
    let (result, _) = timed(bot.send(SendFile(stream))).await;
    let error = transport(result.unwrap_err());
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
}

#[tokio::test]
async fn a_stalled_file_ends_after_the_idle_time_however_long_connecting_may_take() {
    let server = Loopback::once(Reply::Keep(http(200, TRUE))).await;
    let bot = short(server.builder()).connect_timeout(Duration::from_secs(15));
    let stream = InputFile::stream_with(Some(1000), || Slow::new(10, 1, None));
    let (result, taken) = timed(bot.build().unwrap().send(SendFile(stream))).await;
    assert_eq!(
        transport(result.unwrap_err()).kind(),
        TransportErrorKind::Timeout
    );
    assert!(taken < Duration::from_secs(10), "{taken:?}");
}

#[tokio::test]
async fn large_chunks_of_a_stream_are_seen_as_progress() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut buffer = vec![0; 256 << 10];
        // Steadily, but a chunk takes longer than the idle time.
        while let Ok(read) = stream.read(&mut buffer).await {
            if read == 0 || buffer[..read].ends_with(b"--\r\n") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
        stream.write_all(&http(200, TRUE)).await.unwrap();
        tokio::time::sleep(Duration::from_secs(5)).await;
    });
    let chunk = 24 << 20;
    let stream = InputFile::stream_with(Some(2 * chunk), move || {
        Slow::new(usize::try_from(chunk).unwrap(), 2, Some(Duration::ZERO))
    });
    // What the systems hold when the last chunk is passed on takes the server a while to read.
    let patient = layer_fn(|inner: Transport| {
        service_fn(move |request: Request| {
            let mut inner = inner.clone();
            let request = request
                .with_answer_timeout(Some(LONG))
                .with_idle_timeout(Some(SHORT));
            async move { inner.call(request).await }
        })
    });
    let builder = telegrammar_core::Bot::builder(TOKEN).server(url.parse().unwrap());
    let bot = builder.layer(patient).build().unwrap();
    let (result, taken) = timed(bot.send(SendFile(stream))).await;
    assert!(result.unwrap());
    assert!(taken > 2 * SHORT, "{taken:?}");
}
