//! File names and media types that bite.

use telegrammar::InputFile;

use crate::documents::{Directory, document};
use crate::receiver::Receiver;

#[tokio::test]
async fn file_names_arrive_as_they_are() {
    let mut server = Receiver::start("true").await;
    let bot = server.bot();
    for name in [
        "plain.txt",
        "two words.txt",
        "50%41.txt",
        "100%",
        "quo\"te.txt",
        "back\\slash.txt",
        "semi;colon=\"x\"; name=\"y.txt",
        "line\r\nContent-Type: text/html\r\n\r\nbreak.txt",
        "tab\tnul\0.txt",
        "кошка.jpg",
        "\u{1f408}.png",
        "file*=utf-8''x.txt",
    ] {
        document(InputFile::bytes("x").file_name(name))
            .send(&bot)
            .await
            .unwrap();
        let received = server.next().await;
        let form = received.form();
        assert_eq!(form.files["document"].name, name);
        assert_eq!(form.files.len() + form.texts.len(), 2, "{name}");
        assert!(!String::from_utf8_lossy(&received.body).contains("name*"));
    }
}

#[tokio::test]
async fn names_and_types_are_derived() {
    let directory = Directory::new("derived");
    let mut server = Receiver::start("true").await;
    let bot = server.bot();
    let sticker = directory.file("Sticker.TGS", "x");
    for (file, name, media_type) in [
        (InputFile::bytes("x"), "file", "application/octet-stream"),
        (
            InputFile::bytes("x").file_name(""),
            "file",
            "application/octet-stream",
        ),
        (
            InputFile::bytes("x").mime_type("image/png"),
            "file.png",
            "image/png",
        ),
        (InputFile::bytes("x").mime_type("x/y"), "file", "x/y"),
        (
            InputFile::bytes("x").file_name("a.b.MP3"),
            "a.b.MP3",
            "audio/mpeg",
        ),
        (
            InputFile::path(&sticker),
            "Sticker.TGS",
            "application/x-tgsticker",
        ),
        (
            InputFile::path(&sticker).file_name("a.webp"),
            "a.webp",
            "image/webp",
        ),
        (
            InputFile::path(&sticker).mime_type("video/webm\r\nX: y"),
            "Sticker.TGS",
            "video/webmX: y",
        ),
    ] {
        document(file).send(&bot).await.unwrap();
        let form = server.next().await.form();
        assert_eq!(form.files["document"].name, name);
        assert_eq!(form.files["document"].media_type, media_type);
    }
}
