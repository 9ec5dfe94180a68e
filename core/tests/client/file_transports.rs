//! Downloads over services in memory, with a clock of their own, and without an HTTP crate.

use std::collections::VecDeque;
use std::error::Error as StdError;
use std::future::{Future, Ready, poll_fn, ready};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use telegrammar_core::download::FileRef;
use telegrammar_core::error::DownloadErrorKind;
use telegrammar_core::transport::{FileRequest, FileResponse, Request, Response, Sleep, Timer};
use telegrammar_core::{Bot, BotBuilder, Error};
use tower_service::Service;

use super::loopback::{SECRET, TOKEN};

/// Answers each call with a file.
#[derive(Clone)]
struct Calls;

impl Service<Request> for Calls {
    type Response = Response;
    type Error = std::convert::Infallible;
    type Future = Ready<Result<Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        assert_eq!(request.method(), "getFile");
        assert!(request.is_repeatable());
        let json = r#"{"ok":true,"result":{"file_id":"1","file_size":6,"file_path":"a/b"}}"#;
        ready(Ok(Response::new(200, json)))
    }
}

type Chunk = Result<&'static str, &'static str>;

/// The chunks of a body. After the last, it ends, or waits forever.
struct Chunks(VecDeque<Chunk>, bool);

impl Stream for Chunks {
    type Item = Result<Bytes, Box<dyn StdError + Send + Sync>>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0.pop_front() {
            Some(chunk) => Poll::Ready(Some(chunk.map(Bytes::from).map_err(Into::into))),
            None if self.1 => Poll::Pending,
            None => Poll::Ready(None),
        }
    }
}

fn chunks(chunks: impl IntoIterator<Item = Chunk>) -> Chunks {
    Chunks(chunks.into_iter().collect(), false)
}

type Answer = Result<FileResponse, String>;

/// Answers the requests for files in this order, and stores them.
#[derive(Clone, Default)]
struct Files {
    answers: Arc<Mutex<VecDeque<Answer>>>,
    requests: Arc<Mutex<Vec<FileRequest>>>,
}

impl Files {
    fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let answers: VecDeque<_> = answers.into_iter().collect();
        Self {
            answers: Arc::new(Mutex::new(answers)),
            ..Self::default()
        }
    }
}

impl Service<FileRequest> for Files {
    type Response = FileResponse;
    type Error = String;
    type Future = Ready<Answer>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), String>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: FileRequest) -> Self::Future {
        let url = request.url().to_owned();
        self.requests.lock().unwrap().push(request);
        let answer = self.answers.lock().unwrap().pop_front();
        ready(answer.unwrap_or(Err(format!("{url} cannot be reached"))))
    }
}

/// A clock that jumps to the end of each sleep.
#[derive(Clone, Default)]
struct Clock(Arc<Mutex<(Duration, Vec<Duration>)>>);

impl Timer for Clock {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().0
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let clock = self.clone();
        let mut end = None;
        Box::pin(poll_fn(move |_| {
            let mut clock = clock.0.lock().unwrap();
            let end = *end.get_or_insert(clock.0 + duration);
            clock.1.push(duration);
            clock.0 = clock.0.max(end);
            Poll::Ready(())
        }))
    }
}

fn builder() -> BotBuilder {
    Bot::builder(TOKEN).transport(Calls)
}

/// Polls a future that never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

fn kind(error: &Error) -> &DownloadErrorKind {
    match error {
        Error::Download(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_custom_transport_needs_one_for_files() {
    let bot = builder().build().unwrap();
    let error = now(bot.download("1").bytes(9)).unwrap_err();
    assert_eq!(kind(&error), &DownloadErrorKind::NoTransport);
    assert!(error.to_string().contains("`BotBuilder::file_transport`"));
}

#[test]
fn a_download_needs_neither_tokio_nor_an_http_crate() {
    let files = Files::new([
        Ok(
            FileResponse::new(200, chunks([Ok("ab"), Ok(""), Err("lost")]))
                .with_header("ETag", "\"tag\""),
        ),
        Err("lost".to_owned()),
        Ok(FileResponse::new(206, chunks([Ok("cd"), Ok("ef")]))
            .with_header("content-range", "bytes 2-5/6")),
    ]);
    let clock = Clock::default();
    let bot = builder().file_transport(files.clone()).timer(clock.clone());
    let bot = bot.build().unwrap();
    let mut stream = bot.download("1").stream();
    let mut content = Vec::new();
    while let Some(chunk) = now(poll_fn(|cx| Pin::new(&mut stream).poll_next(cx))) {
        content.push(chunk.unwrap());
    }
    assert_eq!(content, ["ab", "cd", "ef"]);
    let requests = files.requests.lock().unwrap();
    let ranges: Vec<_> = requests.iter().map(FileRequest::range).collect();
    let rest = Some("bytes=2-".to_owned());
    assert_eq!(ranges, [None, rest.clone(), rest]);
    assert_eq!(requests[1].if_range(), Some("\"tag\""));
    assert!(requests[0].url().ends_with("/a/b"));
    assert!(!format!("{requests:?}").contains(SECRET));
    // The two waits before an attempt.
    assert_eq!(clock.0.lock().unwrap().1.len(), 2);
}

#[test]
fn an_error_of_a_custom_transport_is_redacted() {
    let files = Files::default();
    let bot = builder()
        .file_transport(files.clone())
        .timer(Clock::default());
    let bot = bot.build().unwrap();
    let error = now(bot.download(FileRef::new("1").path("a b")).bytes(9)).unwrap_err();
    assert_eq!(kind(&error), &DownloadErrorKind::Interrupted);
    let text = error.to_string();
    assert!(text.contains("***/a%20b cannot be reached"), "{text}");
    assert!(!format!("{error:?}").contains(SECRET));
    assert_eq!(files.requests.lock().unwrap().len(), 3);
}

#[test]
fn a_stream_ends_after_an_error() {
    let files = Files::new([Ok(FileResponse::new(200, chunks([Ok("abcdefg")])))]);
    let bot = builder().file_transport(files).timer(Clock::default());
    let bot = bot.build().unwrap();
    let mut stream = bot.download("1").stream();
    let mut next = || now(poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)));
    let error = next().unwrap().unwrap_err();
    let expected = DownloadErrorKind::WrongSize {
        announced: 6,
        actual: 7,
    };
    assert_eq!(kind(&error), &expected);
    assert!(next().is_none());
}

#[test]
fn a_stall_is_limited_by_the_clock_of_the_bot() {
    let stalled = || Ok(FileResponse::new(200, Chunks([Ok("ab")].into(), true)));
    let files = Files::new([stalled(), stalled(), stalled(), stalled()]);
    let clock = Clock::default();
    let bot = builder().file_transport(files).timer(clock.clone());
    let bot = bot.idle_timeout(Duration::from_secs(7)).build().unwrap();
    let error = now(bot.download("1").bytes(9)).unwrap_err();
    assert_eq!(kind(&error), &DownloadErrorKind::Interrupted);
    // One attempt with a part of the content, and three that bring nothing more.
    let sleeps = &clock.0.lock().unwrap().1;
    let idle = sleeps.iter().filter(|sleep| sleep.as_secs() == 7).count();
    assert_eq!(idle, 4);
}

/// A response whose body is lost after "ab", and the responses after it, each with this header.
fn replaced(header: &str, others: impl IntoIterator<Item = (u16, &'static str)>) -> Files {
    let first = FileResponse::new(200, chunks([Ok("ab"), Err("lost")]));
    let mut answers = vec![Ok(first.with_header(header, "\"1\""))];
    for (status, content) in others {
        let response = FileResponse::new(status, chunks([Ok(content)]));
        let first = 6 - content.len();
        let range = format!("bytes {first}-5/6");
        answers.push(Ok(response
            .with_header(header, "\"2\"")
            .with_header("Content-Range", range)));
    }
    Files::new(answers)
}

#[test]
fn two_versions_of_a_file_are_never_joined() {
    for header in ["ETag", "Last-Modified"] {
        for (status, content) in [(200, "ABCDEF"), (206, "CDEF")] {
            let files = replaced(header, [(status, content)]);
            let bot = builder()
                .file_transport(files.clone())
                .timer(Clock::default());
            let bot = bot.build().unwrap();
            let mut stream = bot.download("1").stream();
            let mut next = || now(poll_fn(|cx| Pin::new(&mut stream).poll_next(cx)));
            assert_eq!(next().unwrap().unwrap(), "ab");
            let error = next().unwrap().unwrap_err();
            assert_eq!(kind(&error), &DownloadErrorKind::Changed);
            assert_eq!(files.requests.lock().unwrap()[1].if_range(), Some("\"1\""));
        }
    }
}

#[test]
fn a_download_to_memory_or_a_path_starts_again_if_the_file_has_changed() {
    let path = std::env::temp_dir().join(format!("telegrammar-changed-{}", std::process::id()));
    for answers in [vec![(200, "ABCDEF")], vec![(206, "CDEF"), (200, "ABCDEF")]] {
        let bot = || {
            let files = replaced("ETag", answers.clone());
            let bot = builder().file_transport(files).timer(Clock::default());
            bot.build().unwrap()
        };
        assert_eq!(now(bot().download("1").bytes(9)).unwrap(), "ABCDEF");
        assert_eq!(now(bot().download("1").to_path(&path)).unwrap(), 6);
        assert_eq!(std::fs::read(&path).unwrap(), b"ABCDEF");
    }
    std::fs::remove_file(path).unwrap();
}

#[test]
fn progress_counts_from_0_when_a_download_starts_again() {
    let first = FileResponse::new(200, chunks([Ok("ab"), Ok("c"), Err("lost")]));
    let other = FileResponse::new(200, chunks([Ok("AB"), Ok("CDEF")]));
    let files = Files::new([
        Ok(first.with_header("ETag", "\"1\"")),
        Ok(other.with_header("ETag", "\"2\"")),
    ]);
    let bot = builder().file_transport(files).timer(Clock::default());
    let bot = bot.build().unwrap();
    let seen: Arc<Mutex<Vec<_>>> = Arc::default();
    let progress = Arc::clone(&seen);
    let download = bot.download("1").on_progress(move |received, total| {
        progress.lock().unwrap().push((received, total));
    });
    assert_eq!(now(download.bytes(9)).unwrap(), "ABCDEF");
    let seen: Vec<_> = std::mem::take(&mut *seen.lock().unwrap());
    assert_eq!(
        seen,
        [2, 3, 2, 6].map(|received| (received, Some(6))),
        "the second time counts from 0"
    );
}
