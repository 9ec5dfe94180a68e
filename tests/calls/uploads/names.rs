//! Default names and media types of files.

use telegrammar::InputFile;

use super::documents::{Directory, document};
use super::receiver::Receiver;

#[tokio::test]
async fn names_and_types_are_derived() {
    let directory = Directory::new("derived");
    let mut server = Receiver::start().await;
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
        let request = server.next();
        let file = request.file("document").unwrap();
        assert_eq!(file.file_name(), name);
        assert_eq!(file.mime_type(), Some(media_type));
    }
}
