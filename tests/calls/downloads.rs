//! Downloads of files that the fake server stores, by objects of the catalogue and of users.

use std::fs;
use std::future::poll_fn;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_core::Stream as _;
use telegrammar::download::{FileRef, RemoteFile};
use telegrammar::error::DownloadErrorKind;
use telegrammar::methods::{GetFile, SendDocument};
use telegrammar::types::Document;
use telegrammar::{Bot, Error, InputFile, Retry, telegram_type};
use telegrammar_testing::{FakeBotApi, Reply};

const CONTENT: &[u8] = b"0123456789abcdef";

/// A user's own version of a type of the Bot API.
#[telegram_type("Document")]
struct OwnDocument {
    file_id: String,
    file_unique_id: String,
    file_size: Option<i64>,
    mime_type: Option<String>,
}

/// An object that has the fields of a document.
#[telegram_type(unlisted)]
struct Received {
    #[telegram(flatten)]
    document: Document,
    note: Option<String>,
}

/// An object with a base that is no file.
#[telegram_type(unlisted)]
struct Note {
    text: String,
}

#[telegram_type(unlisted)]
struct LongNote {
    #[telegram(flatten)]
    note: Note,
    more: String,
}

async fn start() -> (FakeBotApi, Bot) {
    let fake = FakeBotApi::start().await.expect("a server");
    let bot = fake.bot();
    (fake, bot)
}

/// Uploads a document, which can be downloaded then.
async fn document(bot: &Bot, content: &'static [u8]) -> Document {
    let file = InputFile::bytes(content).file_name("a b.txt");
    let message = SendDocument::new(42, file).send(bot).await.expect("sent");
    *message.document.expect("a document")
}

fn kind(error: &Error) -> &DownloadErrorKind {
    match error {
        Error::Download(error) => error.kind(),
        other => panic!("not of a download: {other:?}"),
    }
}

/// Returns the methods of the requests, which are removed; `/file` for a download.
fn methods(fake: &FakeBotApi) -> Vec<String> {
    let requests = fake.take_requests().into_iter();
    let method = |request: telegrammar_testing::ReceivedRequest| {
        let is_file = request.path().starts_with("/file/");
        let method = if is_file { "/file" } else { request.method() };
        method.to_owned()
    };
    requests.map(method).collect()
}

/// A directory that is removed when dropped.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let name = format!("telegrammar-downloads-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a directory");
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("a file");
        path
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("a directory");
        let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
        entries
            .map(|entry| name(entry).into_string().expect("text"))
            .collect()
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn every_form_of_a_file_is_downloaded() {
    let (_fake, bot) = start().await;
    let sent = document(&bot, CONTENT).await;
    let id = sent.file_id.clone();
    let json = serde_json::to_string(&sent).unwrap();
    let own: OwnDocument = serde_json::from_str(&json).unwrap();
    let received: Received = serde_json::from_str(&json).unwrap();
    assert_eq!(received.file_ref(), FileRef::new(&id).size(16));
    assert_eq!(own.file_ref(), FileRef::new(&id).size(16));
    for content in [
        bot.download(&sent).bytes(16).await,
        bot.download(&own).bytes(16).await,
        bot.download(own).bytes(16).await,
        bot.download(&received).bytes(16).await,
        bot.download(id.as_str()).bytes(16).await,
        bot.download(&id).bytes(16).await,
        bot.download(id).bytes(16).await,
        bot.download(Box::new(sent.clone())).bytes(16).await,
        bot.download(sent).bytes(16).await,
    ] {
        assert_eq!(content.unwrap(), CONTENT);
    }
}

#[tokio::test]
async fn a_type_without_a_file_in_its_base_is_declared_as_before() {
    let note: LongNote = serde_json::from_str(r#"{"text":"a","more":"b"}"#).unwrap();
    assert_eq!((&*note.note.text, &*note.more), ("a", "b"));
}

#[tokio::test]
async fn a_known_path_needs_no_get_file() {
    let (fake, bot) = start().await;
    let sent = document(&bot, CONTENT).await;
    let file = GetFile::new(sent.file_id).send(&bot).await.unwrap();
    assert!(file.file_path.is_some());
    fake.take_requests();
    assert_eq!(bot.download(&file).bytes(16).await.unwrap(), CONTENT);
    assert_eq!(methods(&fake), ["/file"]);

    fake.take_requests();
    fake.reply_to_download(Reply::error(404, "Not Found"));
    assert_eq!(bot.download(&file).bytes(16).await.unwrap(), CONTENT);
    assert_eq!(methods(&fake), ["/file", "getFile", "/file"]);
}

#[tokio::test]
async fn a_download_that_is_cut_is_resumed_by_range() {
    let (fake, bot) = start().await;
    let sent = document(&bot, CONTENT).await;
    fake.take_requests();
    fake.reply_to_download(Reply::cut(7));
    assert_eq!(bot.download(&sent).bytes(16).await.unwrap(), CONTENT);
    let ranges: Vec<_> = fake
        .requests()
        .iter()
        .filter_map(|request| request.header("range").map(str::to_owned))
        .collect();
    assert_eq!(ranges, ["bytes=7-"]);
}

#[tokio::test]
async fn a_limit_is_checked_before_anything_is_fetched() {
    let (fake, bot) = start().await;
    let sent = document(&bot, CONTENT).await;
    fake.take_requests();
    let error = bot.download(&sent).bytes(15).await.unwrap_err();
    let expected = DownloadErrorKind::TooLarge {
        size: Some(16),
        limit: 15,
    };
    assert_eq!(kind(&error), &expected);
    assert_eq!(methods(&fake), [""; 0]);

    // Known from `getFile` only.
    let error = bot.download(&sent.file_id).bytes(15).await.unwrap_err();
    assert_eq!(kind(&error), &expected);
    assert_eq!(methods(&fake), ["getFile"]);
}

#[tokio::test]
async fn the_servers_limit_is_explained() {
    let (fake, bot) = start().await;
    let big = InputFile::bytes(vec![b'x'; (20 << 20) + 1]);
    let message = SendDocument::new(42, big).send(&bot).await.unwrap();
    let sent = *message.document.unwrap();
    for error in [
        bot.download(&sent).bytes(1 << 30).await.unwrap_err(),
        bot.download(&sent.file_id)
            .bytes(1 << 30)
            .await
            .unwrap_err(),
    ] {
        assert!(matches!(
            kind(&error),
            DownloadErrorKind::ServerLimit { .. }
        ));
        assert!(error.to_string().contains("`--local`"), "{error}");
        assert_eq!(error.method(), "getFile");
        assert!(error.to_string().contains("file is too big"), "{error}");
    }
    assert!(!methods(&fake).contains(&"/file".to_owned()));
}

#[tokio::test]
async fn other_errors_of_get_file_are_returned_as_they_are() {
    let (_fake, bot) = start().await;
    let error = bot.download("no-such-id").bytes(9).await.unwrap_err();
    assert!(
        matches!(&error, Error::Api(api) if api.code == 400),
        "{error:?}"
    );
    let error = bot.download("").bytes(9).await.unwrap_err();
    assert_eq!(kind(&error), &DownloadErrorKind::NoId);
}

#[tokio::test]
async fn get_file_passes_through_retries() {
    let (fake, _) = start().await;
    let server = fake.bot().server().clone();
    let retry = Retry::standard().backoff(Duration::from_millis(1));
    let bot = Bot::builder(fake.token()).server(server).retry(retry);
    let bot = bot.build().unwrap();
    let sent = document(&bot, CONTENT).await;
    fake.reply("getFile", Reply::error(500, "Internal Server Error"));
    assert_eq!(bot.download(sent).bytes(16).await.unwrap(), CONTENT);
}

#[tokio::test]
async fn a_file_appears_when_it_is_complete() {
    let (fake, bot) = start().await;
    let sent = document(&bot, CONTENT).await;
    let directory = Directory::new("path");
    let path = directory.file("received.txt", "older");
    let seen: Arc<Mutex<Vec<_>>> = Arc::default();
    let (progress, during) = (Arc::clone(&seen), path.clone());
    let size = bot
        .download(&sent)
        .on_progress(move |done, total| {
            let before = fs::read(&during).unwrap();
            progress.lock().unwrap().push((done, total, before));
        })
        .to_path(&path)
        .await
        .unwrap();
    assert_eq!((size, &*fs::read(&path).unwrap()), (16, CONTENT));
    let last = seen.lock().unwrap().pop();
    assert_eq!(last, Some((16, Some(16), b"older".to_vec())));
    assert_eq!(directory.names(), ["received.txt"]);

    // A failure leaves the file as it is.
    fake.reply_to_download(Reply::error(403, "Forbidden"));
    let error = bot.download(&sent).to_path(&path).await.unwrap_err();
    assert_eq!(kind(&error), &DownloadErrorKind::Status { status: 403 });
    assert_eq!(fs::read(&path).unwrap(), CONTENT);
    assert_eq!(directory.names(), ["received.txt"]);

    let missing = directory.path("none/received.txt");
    fake.take_requests();
    let error = bot.download(&sent).to_path(&missing).await.unwrap_err();
    assert_eq!(
        kind(&error),
        &DownloadErrorKind::Io {
            path: Some(missing)
        }
    );
    assert_eq!(methods(&fake), [""; 0]);
}

#[tokio::test]
async fn a_cancelled_download_leaves_nothing_behind() {
    let (fake, bot) = start().await;
    let sent = document(&bot, CONTENT).await;
    let directory = Directory::new("cancelled");
    let path = directory.path("received.txt");
    fake.reply_to_download(Reply::stall());
    let download = bot.download(&sent).to_path(&path);
    let cancelled = tokio::time::timeout(Duration::from_millis(200), download).await;
    assert!(cancelled.is_err());
    assert_eq!(directory.names(), [""; 0]);

    // The bot is usable.
    assert_eq!(bot.download(&sent).to_path(&path).await.unwrap(), 16);
}

#[tokio::test]
async fn writers_and_streams_get_the_same_content() {
    let (fake, bot) = start().await;
    let content: Vec<u8> = (0..1_000_000_u32).flat_map(u32::to_le_bytes).collect();
    let file = InputFile::bytes(content.clone());
    let message = SendDocument::new(42, file).send(&bot).await.unwrap();
    let sent = *message.document.unwrap();
    fake.reply_to_download(Reply::cut(1_234_567));
    let mut written = Vec::new();
    let size = bot.download(&sent).to_writer(&mut written).await.unwrap();
    assert_eq!(size, 4_000_000);
    assert!(written == content);

    fake.reply_to_download(Reply::cut(3_999_999));
    let mut stream = pin!(bot.download(&sent).stream());
    let mut streamed = Vec::new();
    while let Some(chunk) = poll_fn(|cx| stream.as_mut().poll_next(cx)).await {
        streamed.extend_from_slice(&chunk.unwrap());
    }
    assert!(streamed == content);

    let mut too_small = [0_u8; 10];
    let writer = std::io::Cursor::new(&mut too_small[..]);
    let error = bot.download(&sent).to_writer(writer).await;
    assert_eq!(
        kind(&error.unwrap_err()),
        &DownloadErrorKind::Io { path: None }
    );
}

#[tokio::test]
async fn a_local_server_is_read_from_the_disk() {
    let (fake, _) = start().await;
    let server = fake.bot().server().clone().local(true);
    let bot = Bot::builder(fake.token()).server(server).build().unwrap();
    let directory = Directory::new("local");
    let secret = fake.token().to_owned();
    fs::create_dir(directory.path(&secret)).unwrap();
    let path = directory.file(&format!("{secret}/file 1.txt"), CONTENT);
    let result = serde_json::json!({"file_id": "1", "file_unique_id": "2", "file_path": path});
    fake.reply("getFile", Reply::result(result).always());

    assert_eq!(bot.download("1").bytes(16).await.unwrap(), CONTENT);
    let copy = directory.path("copy.txt");
    assert_eq!(bot.download("1").to_path(&copy).await.unwrap(), 16);
    assert_eq!(fs::read(&copy).unwrap(), CONTENT);
    let mut written = Vec::new();
    bot.download("1").to_writer(&mut written).await.unwrap();
    assert_eq!(written, CONTENT);
    let error = bot.download("1").bytes(15).await.unwrap_err();
    assert!(matches!(kind(&error), DownloadErrorKind::TooLarge { .. }));
    let error = bot.download(FileRef::new("1").path(path.to_str().unwrap()).size(17));
    let error = error.bytes(99).await.unwrap_err();
    assert!(matches!(kind(&error), DownloadErrorKind::WrongSize { .. }));
    assert!(!methods(&fake).contains(&"/file".to_owned()));

    // A path that is no longer valid is renewed.
    let moved = FileRef::new("1").path(directory.path("none").to_str().unwrap());
    assert_eq!(bot.download(moved).bytes(16).await.unwrap(), CONTENT);

    // The path contains the token, and the error does not.
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let error = bot.download("1").bytes(16).await.unwrap_err();
    assert!(matches!(kind(&error), DownloadErrorKind::Io { .. }));
    let secret = secret.split_once(':').unwrap().1;
    assert!(!format!("{error} {error:?}").contains(secret), "{error:?}");
    assert!(error.to_string().contains("file 1.txt"), "{error}");

    // Without `local`, the path is refused.
    let error = fake.bot().download("1").bytes(16).await.unwrap_err();
    assert!(matches!(kind(&error), DownloadErrorKind::BadPath { .. }));
    assert!(!format!("{error} {error:?}").contains(secret), "{error:?}");
}
