//! Files on a disk that the bot shares with a local server.

use telegrammar::methods::{SendDocument, SendMediaGroup, SetWebhook};
use telegrammar::types::InputMediaDocument;
use telegrammar::{Bot, InputFile};

use super::documents::{Directory, SendDocuments, document};
use super::receiver::{Receiver, content, texts};

fn local(server: &Receiver) -> Bot {
    let address = server.address.clone().local(true);
    let bot = Bot::builder(crate::TOKEN).server(address).build();
    bot.expect("a bot")
}

/// Returns the URL of a file whose path needs no escapes.
fn url(path: &std::path::Path) -> String {
    format!("file://{}", path.display())
}

#[tokio::test]
async fn an_absolute_path_is_sent_as_a_url() {
    let mut server = Receiver::start().await;
    let directory = Directory::new("local");
    let path = directory.file("plain.txt", "content");
    let call = document(InputFile::path(&path));
    call.clone().send(&local(&server)).await.unwrap();
    let request = server.next();
    assert_eq!(request.header("content-type"), Some("application/json"));
    let expected = format!(r#"{{"chat_id":42,"document":"{}"}}"#, url(&path));
    assert_eq!(str::from_utf8(request.body()).unwrap(), expected);

    call.send(&server.bot()).await.unwrap();
    assert_eq!(content(&server.next(), "document"), b"content");
}

#[tokio::test]
async fn a_file_with_settings_of_its_own_is_uploaded() {
    let mut server = Receiver::start().await;
    let directory = Directory::new("local-settings");
    let path = directory.file("plain.txt", "content");
    let file = || InputFile::path(&path);
    for file in [
        file().file_name("other.txt"),
        file().mime_type("text/csv"),
        file().on_progress(|_| {}),
        InputFile::bytes("content"),
    ] {
        document(file).send(&local(&server)).await.unwrap();
        assert_eq!(content(&server.next(), "document"), b"content");
    }
}

#[tokio::test]
async fn a_form_refers_to_the_other_files_by_url() {
    let mut server = Receiver::start().await;
    let directory = Directory::new("local-form");
    let path = directory.file("plain.txt", "content");
    let call = document(InputFile::path(&path)).thumbnail(InputFile::bytes("small"));
    call.send(&local(&server)).await.unwrap();
    let request = server.next();
    let expected = [("chat_id", "42"), ("document", &url(&path))];
    assert_eq!(texts(&request), expected);
    assert_eq!(content(&request, "thumbnail"), b"small");
}

#[tokio::test]
async fn files_inside_of_objects_are_sent_as_urls() {
    let mut server = Receiver::start().await;
    let directory = Directory::new("local-group");
    let (a, b) = (directory.file("a", "a"), directory.file("b", "b"));
    let thumbnail = directory.file("thumbnail", "small");
    let media = [
        InputMediaDocument::new(InputFile::path(&a)),
        InputMediaDocument::new(InputFile::path(&b)).thumbnail(InputFile::path(&thumbnail)),
    ];
    let call = SendMediaGroup::new(42, media.map(Into::into).into());
    call.send(&local(&server)).await.unwrap();
    let request = server.next();
    let media = request.parameter_json("media").expect("JSON");
    assert_eq!(media[0]["media"], url(&a));
    assert_eq!(media[1]["media"], url(&b));
    // The server would drop anything but an upload.
    assert_eq!(media[1]["thumbnail"], "attach://file0");
    assert_eq!(request.files().len(), 1);
}

#[tokio::test]
async fn what_must_be_an_upload_is_uploaded() {
    let mut server = Receiver::start().await;
    let directory = Directory::new("local-certificate");
    let path = directory.file("public.pem", "certificate");
    let call = SetWebhook::new("https://example.com/").certificate(InputFile::path(&path));
    call.send(&local(&server)).await.unwrap();
    assert_eq!(content(&server.next(), "certificate"), b"certificate");

    let call = SendDocument::new(42, "id").thumbnail(InputFile::path(&path));
    call.send(&local(&server)).await.unwrap();
    assert_eq!(content(&server.next(), "thumbnail"), b"certificate");
}

#[tokio::test]
async fn a_missing_file_and_a_relative_path_are_treated_as_uploads() {
    let server = Receiver::start().await;
    for path in ["/no/such/file", "no/such/file"] {
        let error = SendDocuments::new(42, InputFile::path(path))
            .send(&local(&server))
            .await
            .unwrap_err();
        assert!(matches!(error, telegrammar::Error::Encode(_)), "{error:?}");
    }
}
