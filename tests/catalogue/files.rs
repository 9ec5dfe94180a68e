//! The forms in which a file may be given.

use telegrammar::error::ValidationError;
use telegrammar::methods::{
    EditInlineMessageMedia, EditInlineMessageText, SendMediaGroup, SendPhoto, SendRichMessageDraft,
    SetChatPhoto,
};
use telegrammar::types::{
    InputMedia, InputMediaPhoto, InputMediaVideo, InputRichBlock, InputRichBlockPhoto,
    InputRichMessage, InputRichMessageContent,
};
use telegrammar::{InputFile, telegram_method};

use serde_json::{Value, json};

use crate::facts::{Field, read};
use crate::list::{Check, calls, objects};
use crate::sample::{Extent, Samples};

/// Tries each form that JSON can express. Returns the number of those that are rejected.
fn try_file(base: &Value, field: &Field, check: Check, place: &str) -> usize {
    let sources = field.list("sources");
    let says = |file: &str| {
        let mut value = base.clone();
        value[field.name] = json!(file);
        let all = check(&value.to_string()).unwrap_or_else(|error| panic!("{place}: {error}"));
        let start = format!("`{}` ", field.name);
        let own = all.into_iter().filter(|text| text.starts_with(&start));
        own.collect::<Vec<_>>()
    };
    // These are uploads too: a part of the form, and a file on the disk of a local server.
    for upload in ["attach://part", "file:///srv/a.png"] {
        assert_eq!(says(upload), Vec::<String>::new(), "{place}");
    }
    let demand = if sources == ["upload"] {
        "must be uploaded, as by `InputFile::path`"
    } else {
        "must be uploaded or named by its file id"
    };
    let mut refused = 0;
    for (source, file, found) in [
        ("file_id", "AgACAgIAAxkB", "a file id"),
        ("url", "https://example.com/a.png", "a URL"),
        ("url", "HTTP://example.com/a.png", "a URL"),
    ] {
        if sources.contains(&source) || field.has("or_dropped") {
            assert_eq!(says(file), Vec::<String>::new(), "{place} {file}");
        } else {
            let words = format!("`{}` {demand}, but is {found}", field.name);
            assert_eq!(says(file), [words], "{place} {file}");
            refused += 1;
        }
    }
    // Neither an id nor a URL: mostly a path.
    for text in [
        "cat.jpg",
        "./cat.jpg",
        "example.com/a.png",
        "/srv/cat",
        r"C:\cat.jpg",
        "C:/cat.jpg",
        "a cat",
        "кот",
        "1://cat.jpg",
        "://cat.jpg",
        "https:cat.jpg",
    ] {
        let words = format!(
            "`{}` must be a file id or a URL with a scheme, but is {text:?}; for a file on disk: \
             `InputFile::path({text:?})`",
            field.name
        );
        assert_eq!(says(text), [words], "{place} {text}");
    }
    let words = format!(
        "`{}` must be a file id or a URL with a scheme, but is empty",
        field.name
    );
    assert_eq!(says(""), [words], "{place}");
    refused
}

#[test]
fn each_file_source_is_accepted_where_the_server_accepts_it() {
    let facts = read();
    let samples = Samples(&facts);
    let (mut tried, mut refused) = (0, 0);
    for call in calls() {
        let entry = &facts[call.info.name()];
        let required = call.info.params().iter().filter(|param| param.required);
        let members = required.map(|param| {
            let value = samples.field(entry.field(param.name), 0);
            (param.name.to_owned(), value)
        });
        let base = Value::Object(members.collect());
        for field in entry
            .fields
            .iter()
            .filter(|field| field.word("sources").is_some())
        {
            let place = format!("{}.{}", call.name, field.name);
            refused += try_file(&base, field, call.check, &place);
            tried += 1;
        }
    }
    for object in objects() {
        let base = samples.of(object.name, Extent::Required);
        let fields = facts[object.name].fields.iter();
        for field in fields.filter(|field| field.word("sources").is_some()) {
            let place = format!("{}.{}", object.name, field.name);
            refused += try_file(&base, field, object.check, &place);
            tried += 1;
        }
    }
    println!("{tried} files, {refused} ways refused");
    assert!(tried >= 45 && refused >= 30, "{tried} {refused}");
}

fn words(outcome: Result<(), ValidationError>) -> String {
    outcome
        .err()
        .map_or_else(String::new, |invalid| invalid.to_string())
}

fn upload() -> InputFile {
    InputFile::bytes("a").file_name("a.png")
}

fn video(file: InputFile) -> InputMedia {
    InputMedia::Video(Box::new(InputMediaVideo::new(file)))
}

#[test]
fn a_path_given_as_text_is_refused_before_it_is_sent() {
    let photo = |file: &str| words(SendPhoto::new(42, file).validate());
    for valid in [
        "AgACAgIAAxkBAAIB_-",
        "https://example.com/cat.jpg",
        "file:/srv/cat.jpg",
    ] {
        assert_eq!(photo(valid), "", "{valid}");
    }
    assert_eq!(
        photo("cat.jpg"),
        "`sendPhoto` was not sent: `photo` must be a file id or a URL with a scheme, but is \
         \"cat.jpg\"; for a file on disk: `InputFile::path(\"cat.jpg\")`"
    );
    let token = "api.telegram.org/file/bot123456:AAFakeTokenOfNoBotFakeTokenOfNoBot0/cat.jpg";
    assert!(photo(token).contains("bot123456:***"), "{}", photo(token));
    let long = photo(&"cat/".repeat(1000));
    assert!(long.len() < 200 && long.ends_with("…\""), "{long}");
    let media = InputMedia::Photo(InputMediaPhoto::new("cat.jpg"));
    let nested = words(SendMediaGroup::new(42, vec![media.clone(), media]).validate());
    for index in 0..2 {
        let place = format!("`media[{index}].media` must be a file id or a URL with a scheme");
        assert!(nested.contains(&place), "{nested}");
    }
}

#[telegram_method("sendDrawing", unlisted, returns = bool)]
struct SendDrawing {
    drawing: InputFile,
    sketch: Option<InputFile>,
}

#[telegram_method("sendPhoto")]
struct SendPhotoByText {
    chat_id: i64,
    photo: String,
}

#[test]
fn files_of_the_users_definitions_are_checked_too() {
    let drawing = SendDrawing::new("AgACAgI").sketch("cat.jpg");
    let outcome = words(drawing.validate());
    assert!(outcome.contains("`sketch` must be a file id"), "{outcome}");
    let photo = words(SendPhotoByText::new(1, "cat.jpg").validate());
    assert!(photo.contains("`photo` must be a file id"), "{photo}");
    assert_eq!(words(SendPhotoByText::new(1, "AgACAgI").validate()), "");
}

#[test]
fn an_upload_is_accepted_where_only_uploads_are() {
    let photo = |file| words(SetChatPhoto::new(1, file).validate());
    assert_eq!(photo(upload()), "");
    assert_eq!(photo(InputFile::local_path("/srv/a.png")), "");
    assert_eq!(
        photo(InputFile::id("AgAC")),
        "`setChatPhoto` was not sent: `photo` must be uploaded, as by `InputFile::path`, but is a \
         file id"
    );
}

#[test]
fn uploads_to_inline_messages_are_rejected() {
    let media = |media| words(EditInlineMessageMedia::new("a", media).validate());
    assert_eq!(media(video(InputFile::id("AgAC"))), "");
    let refused = "`editMessageMedia` was not sent: `media` must hold no file to upload, but one by \
                   id, when `inline_message_id` is given";
    assert_eq!(media(video(upload())), refused);
    // A thumbnail is dropped, and the edit succeeds.
    let thumbed = InputMediaVideo::new(InputFile::id("AgAC")).thumbnail(upload());
    assert_eq!(media(InputMedia::Video(Box::new(thumbed))), "");
}

fn rich(file: InputFile) -> InputRichMessage {
    let photo = InputRichBlockPhoto::new(InputMediaPhoto::new(file));
    InputRichMessage::new().blocks(vec![InputRichBlock::Photo(photo)])
}

#[test]
fn uploads_in_rich_messages_without_uploads_are_rejected() {
    let demand = "`rich_message` must hold no file to upload, but one by id";
    for (file, is_taken) in [(InputFile::id("AgAC"), true), (upload(), false)] {
        let draft = SendRichMessageDraft::new(1, 1, rich(file.clone())).validate();
        let edit = EditInlineMessageText::new("a")
            .rich_message(rich(file.clone()))
            .validate();
        let content = InputRichMessageContent::new(rich(file)).validate();
        for (outcome, fails, when) in [
            (draft, "was not sent", ""),
            (edit, "was not sent", ", when `inline_message_id` is given"),
            (content, "is invalid", ""),
        ] {
            let found = words(outcome);
            let refused = format!("{fails}: {demand}{when}");
            let is_right = found.is_empty() == is_taken && (is_taken || found.ends_with(&refused));
            assert!(is_right, "{found:?}");
        }
    }
}
