//! Calls that are sent more than once, and calls that cannot be sent.

use std::fs;
use std::sync::{Arc, Mutex};

use telegrammar::error::{Delivery, TransportError, TransportErrorKind, UploadError};
use telegrammar::transport::Reqwest;
use telegrammar::transport::{Request, Response};
use telegrammar::{Bot, Error, InputFile, Server, Token};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tower::{Service, service_fn};

use super::documents::{Directory, SendDocuments, document, pattern, pieces};
use super::receiver::{Receiver, content};
use crate::TOKEN;

/// Returns the request once more, even if its body cannot be sent again.
fn again(request: &Request) -> Request {
    Request::new(request.info(), request.body().clone())
}

/// Returns a bot that sends each call twice, and returns the outcome of the second attempt.
fn twice(server: &Server) -> Bot {
    let token = TOKEN.parse::<Token>().unwrap();
    let reqwest = Reqwest::new(server.clone(), token).unwrap();
    let service = service_fn(move |request: Request| {
        let mut reqwest = reqwest.clone();
        async move {
            let first: Result<Response, TransportError> = reqwest.call(again(&request)).await;
            first?;
            reqwest.call(request).await
        }
    });
    Bot::builder(TOKEN).transport(service).build().unwrap()
}

fn upload_error(error: &Error) -> &UploadError {
    let Error::Transport(transport) = error else {
        panic!("{error:?}")
    };
    assert_eq!(transport.kind(), TransportErrorKind::Upload);
    assert_eq!(transport.delivery(), Delivery::NotSent);
    transport.cause().unwrap().downcast_ref().unwrap()
}

#[tokio::test]
async fn a_second_attempt_sends_identical_bytes() {
    let directory = Directory::new("identical");
    let mut server = Receiver::start().await;
    let path = directory.file("a.bin", pattern(300_000));
    let streamed = InputFile::stream_with(None, || pieces([Ok("one "), Ok("two")]));
    for file in [
        InputFile::path(path.clone()),
        InputFile::bytes(pattern(300_000)),
        streamed,
    ] {
        let call = document(file)
            .thumbnail(InputFile::path(&path))
            .caption("c");
        call.send(&twice(&server.address)).await.unwrap();
        let (first, second) = (server.next(), server.next());
        assert_eq!(first.header("content-type"), second.header("content-type"));
        assert!(first.body() == second.body());
        assert_eq!(first.files().len(), 2);
    }
}

#[tokio::test]
async fn a_second_attempt_with_a_one_shot_stream_is_an_error() {
    let mut server = Receiver::start().await;
    let file = InputFile::stream_once(Some(3), pieces([Ok("one")]));
    assert!(!file.is_repeatable());
    let error = document(file.file_name("a.txt"))
        .send(&twice(&server.address))
        .await
        .unwrap_err();
    let upload = upload_error(&error);
    assert!(upload.is_used_up());
    assert_eq!(upload.param(), "document");
    assert_eq!(upload.file_name(), "a.txt");
    assert!(upload.to_string().ends_with(
        ": it is a one-shot stream that has been read already: use `InputFile::stream_with`"
    ));
    assert_eq!(content(&server.next(), "document"), b"one");
    assert!(server.is_unseen());
}

#[tokio::test]
async fn an_attempt_without_a_connection_does_not_consume_a_one_shot_stream() {
    let mut server = Receiver::start().await;
    let call = document(InputFile::stream_once(None, pieces([Ok("one")])));
    // No server is listening there any more.
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let nowhere = format!("http://{}", gone.local_addr().unwrap());
    drop(gone);
    let nowhere = Server::new(&nowhere).unwrap();
    let bot = Bot::builder(TOKEN).server(nowhere).build().unwrap();
    let error = call.send(&bot).await.unwrap_err();
    assert_eq!(error.delivery(), Delivery::NotSent);
    call.send(&server.bot()).await.unwrap();
    assert_eq!(content(&server.next(), "document"), b"one");
}

#[tokio::test]
async fn a_missing_file_is_an_error_before_anything_is_sent() {
    let directory = Directory::new("missing");
    let mut server = Receiver::start().await;
    let bot = server.bot();
    let error = document(InputFile::bytes("x"))
        .thumbnail(InputFile::path(directory.path("no.jpg")))
        .send(&bot)
        .await
        .unwrap_err();
    let Error::Encode(encode) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(encode.path(), "thumbnail");
    assert_eq!(error.delivery(), Delivery::NotSent);
    let path = directory.path("no.jpg");
    assert_eq!(
        error.to_string(),
        format!(
            "`sendDocuments` was not sent: `thumbnail` is the file `{}`, which cannot be read: {}",
            path.display(),
            encode.io_error().unwrap()
        )
    );
    assert_eq!(
        encode.io_error().unwrap().kind(),
        std::io::ErrorKind::NotFound
    );

    let error = document(directory.as_ref()).send(&bot).await.unwrap_err();
    assert!(matches!(error, Error::Encode(_)), "{error:?}");
    assert!(server.is_unseen());
}

#[tokio::test]
async fn a_file_removed_later_is_an_error_of_that_attempt() {
    let directory = Directory::new("gone");
    let mut server = Receiver::start().await;
    let path = directory.file("a.txt", "x");
    let call = document(path.clone()).send(&server.bot());
    fs::remove_file(path).unwrap();
    let error = call.await.unwrap_err();
    let upload = upload_error(&error);
    assert!(!upload.is_used_up());
    let reason = upload.io_error().unwrap();
    assert_eq!(reason.kind(), std::io::ErrorKind::NotFound);
    assert_eq!(
        upload.to_string(),
        format!("the file `a.txt` in `document` cannot be sent: {reason}")
    );
    assert!(server.is_unseen());
}

#[tokio::test]
async fn an_error_response_before_the_end_of_the_upload_is_read() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = Server::new(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    let bot = Bot::builder(TOKEN).server(server).build().unwrap();
    let refuse = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.read_exact(&mut [0; 100]).await.unwrap();
        let body = r#"{"ok":false,"error_code":413,"description":"Request Entity Too Large"}"#;
        let answer = format!(
            "HTTP/1.1 413 X\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream
    };
    let call = document(InputFile::bytes(vec![0; 64 << 20])).send(&bot);
    let (_stream, outcome) = tokio::join!(refuse, call);
    let Error::Api(api) = outcome.unwrap_err() else {
        panic!("the refusal is lost")
    };
    assert_eq!(api.code, 413);
}

#[tokio::test]
async fn a_custom_transport_reads_the_body_as_a_stream() {
    let seen = Arc::new(Mutex::new(None));
    let keep = Arc::clone(&seen);
    let service = service_fn(move |request: Request| {
        let keep = Arc::clone(&keep);
        async move {
            let mut stream = request.body().open().await?;
            assert_eq!(stream.remaining(), request.body().content_length());
            let mut body = Vec::new();
            while let Some(piece) = next(&mut stream).await {
                let piece = piece?;
                assert!(!piece.is_empty(), "it would end a body in chunks");
                body.extend_from_slice(&piece);
            }
            let again = request.body().open().await.unwrap_err();
            assert!(again.is_used_up(), "known before anything is sent again");
            *keep.lock().unwrap() = Some((request, body));
            Ok::<_, UploadError>(Response::new(200, r#"{"ok":true,"result":true}"#))
        }
    });
    let bot = Bot::builder(TOKEN).transport(service).build().unwrap();
    let file = InputFile::stream_once(None, pieces([Ok(""), Ok("x"), Ok("")]));
    let call: SendDocuments = document(file).thumbnail(InputFile::bytes(""));
    call.send(&bot).await.unwrap();
    let (request, body) = seen.lock().unwrap().take().unwrap();
    let body = String::from_utf8(body).unwrap();
    for (name, content) in [("document", "x"), ("thumbnail", "")] {
        let part = format!(
            "name=\"{name}\"; filename=\"file\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n{content}\r\n--"
        );
        assert!(body.contains(&part), "{body}");
    }
    assert!(!request.body().is_repeatable());
    assert!(format!("{request:?}").contains("body: Multipart(2 files, unknown size)"));
}

async fn next<S: futures_core::Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    std::future::poll_fn(|cx| std::pin::Pin::new(&mut *stream).poll_next(cx)).await
}

#[tokio::test]
async fn the_secret_in_the_path_of_a_file_is_in_no_error() {
    let (_, secret) = TOKEN.split_once(':').unwrap();
    let directory = Directory::new("secret");
    let mut server = Receiver::start().await;
    let bot = server.bot();
    let missing = document(directory.path(secret)).send(&bot).await;
    let path = directory.file(&format!("{secret}.txt"), "x");
    let call = document(path.clone()).send(&bot);
    fs::remove_file(path).unwrap();
    for error in [missing.unwrap_err(), call.await.unwrap_err()] {
        let text = format!("{error} {error:?}");
        assert!(text.contains("***") && !text.contains(secret), "{text}");
    }
    assert!(server.is_unseen());
}
