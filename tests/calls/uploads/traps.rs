//! Peculiarities of the real server's form parser.

use telegrammar::error::ResponseErrorKind;
use telegrammar::{Error, InputFile, telegram_method, telegram_type};

use super::documents::{document, pieces};
use super::receiver::{Receiver, texts};

#[tokio::test]
async fn a_file_name_survives_unescaping_and_percent_decoding() {
    let mut server = Receiver::start().await;
    let bot = server.bot();
    for name in [
        "50%41.txt",
        "100%",
        "%",
        "%25%",
        "a+b c.txt",
        "quo\"te\\.txt",
        "\\\"",
        "semi;colon=\"x\"; name=\"y.txt",
        "line\r\nContent-Type: text/html\r\n\r\nbreak.txt",
        "tab\tnul\0del\x7f.txt",
        "кошка \u{1f408}.jpg",
        "filename*=utf-8''x.txt",
        " spaces ",
    ] {
        let file = InputFile::bytes("x").file_name(name);
        document(file).send(&bot).await.unwrap();
        let request = server.next();
        let [file] = request.files() else {
            panic!("{name:?}: {request:?}")
        };
        assert_eq!((file.part(), file.file_name()), ("document", name));
        assert_eq!(texts(&request), [("chat_id", "42")]);
    }
}

#[tokio::test]
async fn every_upload_has_a_file_name() {
    let mut server = Receiver::start().await;
    let bot = server.bot();
    let stream = InputFile::stream_with(None, || pieces([Ok("x")]));
    for file in [
        InputFile::bytes("x"),
        InputFile::bytes("x").file_name(""),
        InputFile::bytes("x").mime_type(""),
        // The real server would split a text of this media type into parameters.
        InputFile::bytes("x").mime_type("application/x-www-form-urlencoded"),
        InputFile::bytes("x").mime_type("multipart/form-data; boundary=x"),
        stream,
    ] {
        document(file).send(&bot).await.unwrap();
        let request = server.next();
        let file = request.file("document").unwrap();
        assert!(!file.file_name().is_empty());
        assert_eq!(file.content().as_ref(), b"x");
        assert_eq!(request.parameters().len(), 1);
    }
}

#[tokio::test]
async fn a_text_is_never_parsed_as_something_else() {
    let mut server = Receiver::start().await;
    let bot = server.bot();
    for text in [
        "",
        "null",
        "\"quoted\"",
        "a=1&b=2",
        "\r\n",
        "\r\n--",
        "--\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n",
        "attach",
        "+%41\\",
        "кошка \u{1f408}\0",
    ] {
        let call = document(InputFile::bytes("x")).caption(text);
        call.send(&bot).await.unwrap();
        let request = server.next();
        assert_eq!(request.parameter("caption"), Some(text));
        assert_eq!((request.parameters().len(), request.files().len()), (2, 1));
    }
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Book {
    scan: InputFile,
}

#[telegram_method("sendShelf", unlisted, returns = bool)]
struct SendShelf {
    books: Vec<Book>,
}

fn shelf(count: usize) -> SendShelf {
    SendShelf::new(vec![Book::new(InputFile::bytes("x")); count])
}

#[tokio::test]
async fn attached_part_names_are_alphanumeric() {
    let mut server = Receiver::start().await;
    shelf(30).send(&server.bot()).await.unwrap();
    let request = server.next();
    let books = request.parameter_json("books").unwrap();
    for book in books.as_array().unwrap() {
        let reference = book["scan"].as_str().unwrap();
        let name = reference.strip_prefix("attach://").unwrap();
        assert!(
            name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            "{name}"
        );
        assert!(request.attached(reference).is_some());
    }
    assert_eq!(request.files().len(), 30);
}

#[tokio::test]
async fn an_error_response_without_a_body_is_a_response_error() {
    let mut server = Receiver::start().await;
    let bot = server.bot();
    shelf(50).send(&bot).await.unwrap();
    let Error::Response(error) = shelf(51).send(&bot).await.unwrap_err() else {
        panic!("51 files are too many")
    };
    assert_eq!(
        (error.status(), error.kind()),
        (413, ResponseErrorKind::Empty)
    );
    for _ in 0..2 {
        assert_eq!(server.next().method(), "sendShelf");
    }
}
