//! Known, unknown and wrong lengths.

use std::io;
use std::sync::{Arc, Mutex};

use telegrammar::InputFile;
use telegrammar::error::Delivery;

use super::documents::{Directory, document, pattern, pieces};
use super::receiver::{Receiver, content};

#[tokio::test]
async fn a_stream_without_a_length_is_sent_in_chunks() {
    let mut server = Receiver::start().await;
    let file = InputFile::stream_once(None, pieces([Ok("one "), Ok(""), Ok("two")]));
    document(file).send(&server.bot()).await.unwrap();
    let received = server.next();
    assert_eq!(received.header("transfer-encoding"), Some("chunked"));
    assert_eq!(received.header("content-length"), None);
    assert_eq!(content(&received, "document"), b"one two");
}

#[tokio::test]
async fn a_stream_with_a_length_has_a_content_length() {
    let mut server = Receiver::start().await;
    let file = InputFile::stream_with(Some(7), || pieces([Ok("one "), Ok("two")]));
    document(file).send(&server.bot()).await.unwrap();
    let received = server.next();
    assert_eq!(received.header("transfer-encoding"), None);
    assert_eq!(
        received.header("content-length"),
        Some(received.body().len().to_string().as_str())
    );
    assert_eq!(content(&received, "document"), b"one two");
}

#[tokio::test]
async fn a_stream_that_fails_ends_the_call() {
    let mut server = Receiver::start().await;
    let bot = server.bot();
    let torn = [Ok("on"), Err(io::ErrorKind::UnexpectedEof)];
    for (len, content, problem) in [
        (
            Some(8),
            vec![Ok("one "), Ok("two")],
            "it has 7 bytes, not the 8 that were announced",
        ),
        (
            Some(6),
            vec![Ok("one "), Ok("two")],
            "it has more than the 6 bytes that were announced",
        ),
        (Some(7), torn.to_vec(), "unexpected end of file"),
        (None, torn.to_vec(), "unexpected end of file"),
    ] {
        let file = InputFile::stream_with(len, move || pieces(content.clone()));
        let error = document(file.file_name("a.txt"))
            .send(&bot)
            .await
            .unwrap_err();
        assert_eq!(error.delivery(), Delivery::NotSent);
        assert_eq!(
            error.to_string(),
            format!(
                "`sendDocuments` was not sent: the file `a.txt` in `document` cannot be sent: {problem}"
            )
        );
    }
    assert!(server.is_unseen());
}

#[tokio::test]
async fn progress_is_reported() {
    let directory = Directory::new("progress");
    let mut server = Receiver::start().await;
    let bot = server.bot();
    let whole = pattern(600_000);
    for file in [
        InputFile::path(directory.file("a.bin", &whole)),
        InputFile::bytes(whole.clone()),
    ] {
        let reported = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&reported);
        let file = file.on_progress(move |sent| sink.lock().unwrap().push(sent));
        document(file).send(&bot).await.unwrap();
        assert_eq!(*reported.lock().unwrap(), [262_144, 524_288, 600_000]);
        assert!(content(&server.next(), "document") == whole);
    }
}

#[tokio::test]
async fn bytes_appended_later_are_not_sent_and_a_shortened_file_is_an_error() {
    let directory = Directory::new("changes");
    let mut server = Receiver::start().await;
    let bot = server.bot();
    let path = directory.file("log.txt", "first");
    let call = document(path.clone()).send(&bot);
    directory.file("log.txt", "first and second");
    call.await.unwrap();
    assert_eq!(content(&server.next(), "document"), b"first");

    let call = document(path).send(&bot);
    directory.file("log.txt", "fir");
    let error = call.await.unwrap_err();
    assert_eq!(error.delivery(), Delivery::NotSent);
    assert!(server.is_unseen());
}

#[tokio::test]
async fn the_default_timeout_grows_with_the_upload() {
    let server = Receiver::start().await;
    let bot = server.bot();
    let timeout = |file: InputFile| format!("{:?}", document(file).send(&bot));
    assert!(timeout(InputFile::id("a")).contains("timeout: Some(30s)"));
    assert!(timeout(InputFile::bytes(vec![0; 1 << 20])).contains("timeout: Some(62s)"));
    let unknown = InputFile::stream_with(None, || pieces([]));
    assert!(timeout(unknown).contains("timeout: None"));
}
