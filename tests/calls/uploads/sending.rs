//! Which calls are sent as JSON and which as a form, and the content of forms.

use telegrammar::{InputFile, telegram_method};
use telegrammar_testing::ReceivedRequest;

use super::documents::{Directory, SendDocuments, document, pattern, pieces};
use super::receiver::{Receiver, content, texts};

fn json(request: &ReceivedRequest) -> &str {
    assert_eq!(request.header("content-type"), Some("application/json"));
    str::from_utf8(request.body()).unwrap()
}

#[tokio::test]
async fn a_call_without_an_upload_is_json() {
    let mut server = Receiver::start().await;
    let bot = server.bot();
    document("AgACAgIAAxkB").send(&bot).await.unwrap();
    assert_eq!(
        json(&server.next()),
        r#"{"chat_id":42,"document":"AgACAgIAAxkB"}"#
    );
    let url = document(InputFile::url("https://example.com/a.pdf")).thumbnail("AgACAgI");
    url.send(&bot).await.unwrap();
    assert_eq!(
        json(&server.next()),
        r#"{"chat_id":42,"document":"https://example.com/a.pdf","thumbnail":"AgACAgI"}"#
    );
    document(InputFile::local_path("/srv/a b/50%.txt"))
        .send(&bot)
        .await
        .unwrap();
    assert_eq!(
        json(&server.next()),
        r#"{"chat_id":42,"document":"file:///srv/a%20b/50%25.txt"}"#
    );
}

#[tokio::test]
async fn bytes_are_a_part_with_the_name_of_the_parameter() {
    let mut server = Receiver::start().await;
    document(InputFile::bytes("a,b\r\n").file_name("table.csv"))
        .send(&server.bot())
        .await
        .unwrap();
    let received = server.next();
    let content_type = received.header("content-type").unwrap();
    let boundary = content_type.split_once('=').unwrap().1;
    let expected = format!(
        "--{boundary}\r\n\
         Content-Disposition: form-data; name=\"chat_id\"\r\n\
         \r\n\
         42\r\n\
         --{boundary}\r\n\
         Content-Disposition: form-data; name=\"document\"; filename=\"table.csv\"\r\n\
         Content-Type: text/csv\r\n\
         \r\n\
         a,b\r\n\r\n\
         --{boundary}--\r\n"
    );
    assert_eq!(String::from_utf8_lossy(received.body()), expected);
    assert_eq!(content(&received, "document"), b"a,b\r\n".as_slice());
}

#[tokio::test]
async fn scalars_are_plain_text_and_structures_are_json() {
    let mut server = Receiver::start().await;
    document(InputFile::bytes("x"))
        .caption("\"quoted\"\r\n\u{1f431} 100 %")
        .quiet(true)
        .count(7)
        .ratio(0.5)
        .words(vec!["a\"".to_owned(), "b".to_owned()])
        .thumbnail("AgACAgIAAxkB")
        .send(&server.bot())
        .await
        .unwrap();
    let request = server.next();
    assert_eq!(
        texts(&request),
        [
            ("caption", "\"quoted\"\r\n\u{1f431} 100 %"),
            ("chat_id", "42"),
            ("count", "7"),
            ("quiet", "true"),
            ("ratio", "0.5"),
            ("thumbnail", "AgACAgIAAxkB"),
            ("words", r#"["a\"","b"]"#),
        ]
    );
    assert_eq!(request.files().len(), 1);
}

#[derive(serde::Serialize)]
struct Mood(Option<&'static str>);
telegrammar::param!(Mood);

#[telegram_method("sendMood", unlisted, returns = bool)]
struct SendMood {
    photo: InputFile,
    mood: Mood,
    other: Mood,
}

#[tokio::test]
async fn a_string_of_serde_has_no_quotes_and_null_is_absent() {
    let mut server = Receiver::start().await;
    SendMood::new(InputFile::bytes("x"), Mood(Some("so \"so\"")), Mood(None))
        .send(&server.bot())
        .await
        .unwrap();
    let request = server.next();
    assert_eq!(texts(&request), [("mood", "so \"so\"")]);
}

#[tokio::test]
async fn files_of_all_sizes_arrive_complete() {
    let directory = Directory::new("sizes");
    let mut server = Receiver::start().await;
    let bot = server.bot();
    let piece = 256 << 10;
    for len in [0, 1, piece - 1, piece, piece + 1, 2 * piece, 5 * piece + 77] {
        let whole = pattern(len);
        let path = directory.file("picture.png", &whole);
        document(path)
            .thumbnail(InputFile::bytes(whole.clone()).mime_type("image/jpeg"))
            .send(&bot)
            .await
            .unwrap();
        let received = server.next();
        assert_eq!(
            received.header("content-length"),
            Some(received.body().len().to_string().as_str())
        );
        for (parameter, name, media_type) in [
            ("document", "picture.png", "image/png"),
            ("thumbnail", "file.jpg", "image/jpeg"),
        ] {
            let file = received.file(parameter).unwrap();
            assert_eq!(file.file_name(), name);
            assert_eq!(file.mime_type(), Some(media_type));
            assert!(file.content() == &whole, "{len}");
        }
        assert_eq!(texts(&received), [("chat_id", "42")]);
    }
}

#[test]
fn an_upload_cannot_be_stored_but_an_id_can() {
    let json = serde_json::to_string(&document("AgAC")).unwrap();
    let again: SendDocuments = serde_json::from_str(&json).unwrap();
    assert_eq!(again.document, InputFile::id("AgAC"));
    let url: InputFile = serde_json::from_str(r#""https://example.com/a""#).unwrap();
    assert_eq!(url, InputFile::url("https://example.com/a"));
    let error = serde_json::to_string(&document(InputFile::bytes("x"))).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a file to upload cannot be stored: only an id or URL can"
    );
}

#[test]
fn files_are_compared_by_their_source() {
    let stream = InputFile::stream_with(None, || pieces([]));
    assert_eq!(stream, stream.clone());
    assert_ne!(stream, InputFile::stream_with(None, || pieces([])));
    assert_eq!(InputFile::path("a"), InputFile::path("a"));
    assert_ne!(InputFile::path("a"), InputFile::path("a").file_name("b"));
    assert_eq!(InputFile::bytes("a"), InputFile::bytes("a"));
    assert_ne!(InputFile::id("a"), InputFile::bytes("a"));
}

#[test]
fn debug_output_omits_content() {
    let output = format!("{:?}", document(InputFile::bytes("secret")));
    assert!(output.contains("Upload { bytes: 6, "), "{output}");
    assert!(!output.contains("secret"), "{output}");
}
