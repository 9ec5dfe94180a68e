//! Files inside of parameters: in lists, objects and unions, of the catalogue and of the user.

use serde_json::json;
use telegrammar::methods::SendMediaGroup;
use telegrammar::types::{InputMedia, InputMediaPhoto, InputMediaVideo};
use telegrammar::{InputFile, telegram_method, telegram_type};

use super::documents::{Directory, pattern};
use super::receiver::{Receiver, files, texts};

#[tokio::test]
async fn an_album_may_mix_all_sources() {
    let directory = Directory::new("album");
    let mut server = Receiver::start().await;
    let path = |name: &str| InputFile::path(directory.file(name, name));
    let jpeg = |text: &'static str| InputFile::bytes(text).file_name("t.jpg");
    let big = pattern(700_000);
    let media = vec![
        InputMedia::from(InputMediaPhoto::new("AgACAgIAAxkB")),
        InputMediaPhoto::new(InputFile::url("https://example.com/1.jpg")).into(),
        InputMediaPhoto::new(jpeg("photo 2")).caption("two").into(),
        InputMediaPhoto::new(path("3.png")).into(),
        InputMediaVideo::new(path("4.mp4"))
            .thumbnail(jpeg("thumbnail 4"))
            .cover(InputFile::id("cover4"))
            .into(),
        InputMediaVideo::new("BAACAgIAAxkB")
            .cover(path("5.jpg"))
            .into(),
        InputMediaVideo::new(InputFile::bytes(big.clone()).file_name("6.bin"))
            .thumbnail(path("6.jpg"))
            .into(),
        InputMediaVideo::new(path("7.mp4")).into(),
        InputMediaVideo::new("https://example.com/8.mp4").into(),
        InputMediaPhoto::new(jpeg("photo 9")).into(),
    ];
    let group = SendMediaGroup::new("@channel", media).protect_content(true);
    group.send(&server.bot()).await.unwrap();

    let request = server.next();
    assert_eq!(request.parameter("chat_id"), Some("@channel"));
    assert_eq!(request.parameter("protect_content"), Some("true"));
    let media = request.parameter_json("media").unwrap();
    assert_eq!(
        media,
        json!([
            {"type": "photo", "media": "AgACAgIAAxkB"},
            {"type": "photo", "media": "https://example.com/1.jpg"},
            {"type": "photo", "media": "attach://file0", "caption": "two"},
            {"type": "photo", "media": "attach://file1"},
            {
                "type": "video",
                "media": "attach://file2",
                "thumbnail": "attach://file3",
                "cover": "cover4",
            },
            {"type": "video", "media": "BAACAgIAAxkB", "cover": "attach://file4"},
            {"type": "video", "media": "attach://file5", "thumbnail": "attach://file6"},
            {"type": "video", "media": "attach://file7"},
            {"type": "video", "media": "https://example.com/8.mp4"},
            {"type": "photo", "media": "attach://file8"},
        ])
    );
    let files: Vec<_> = files(&request)
        .into_iter()
        .map(|(_, file)| (file.file_name(), &**file.content()))
        .collect();
    assert_eq!(files.len(), 9);
    assert!(files[5] == ("6.bin", big.as_slice()));
    let small: Vec<_> = files.iter().filter(|(name, _)| *name != "6.bin").collect();
    let text = |name, content: &'static str| (name, content.as_bytes());
    assert_eq!(
        small,
        [
            &text("t.jpg", "photo 2"),
            &text("3.png", "3.png"),
            &text("4.mp4", "4.mp4"),
            &text("t.jpg", "thumbnail 4"),
            &text("5.jpg", "5.jpg"),
            &text("6.jpg", "6.jpg"),
            &text("7.mp4", "7.mp4"),
            &text("t.jpg", "photo 9"),
        ]
    );
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Page {
    scan: InputFile,
    number: i64,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Chapter {
    pages: Vec<Vec<Page>>,
    cover: Option<Box<Page>>,
}

#[telegram_method("sendBook", unlisted, returns = bool)]
struct SendBook {
    file0: String,
    chapters: Vec<Chapter>,
    spine: InputFile,
    file2: Option<InputFile>,
}

#[tokio::test]
async fn user_defined_types_may_contain_files_at_any_depth() {
    let mut server = Receiver::start().await;
    let page = |text: &'static str| Page::new(InputFile::bytes(text), 1);
    let mut chapter = Chapter::new(vec![vec![page("a")], vec![page("b"), page("c")]]);
    chapter.cover = Some(Box::new(page("d")));
    SendBook::new("text", vec![chapter], InputFile::bytes("spine"))
        .send(&server.bot())
        .await
        .unwrap();
    let request = server.next();
    // The names of parts differ from those of all parameters, set or not.
    assert_eq!(
        texts(&request),
        [
            (
                "chapters",
                "[{\"pages\":[[{\"scan\":\"attach://file1\",\"number\":1}],\
                 [{\"scan\":\"attach://file3\",\"number\":1},\
                 {\"scan\":\"attach://file4\",\"number\":1}]],\
                 \"cover\":{\"scan\":\"attach://file5\",\"number\":1}}]"
            ),
            ("file0", "text"),
        ]
    );
    let files = files(&request).into_iter();
    let files: Vec<_> = files
        .map(|(name, file)| (name, &**file.content()))
        .collect();
    assert_eq!(
        files,
        [
            ("file1", b"a".as_slice()),
            ("file3", b"b"),
            ("file4", b"c"),
            ("file5", b"d"),
            ("spine", b"spine"),
        ]
    );
}
