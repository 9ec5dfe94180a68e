//! What a bot writes: a message with all that such a message has, and a small request.

pub(crate) mod serde_structs;
mod writer;

use super::Workload;
use std::hint::black_box;

use telegrammar::Method;
use telegrammar::methods::{GetUserProfilePhotos, SendMessage};
use telegrammar::types::{InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters};

const CHAT: i64 = -1_001_234_567_890;
const REPLY_TO: i64 = 48_999;
const USER: i64 = 5_123_456_789;
/// 309 characters.
const TEXT: &str = "The order has been packed and leaves the warehouse today. You can follow it \
    with the number below; it is updated once an hour. If nobody is at home, the driver leaves \
    the parcel with a neighbour or takes it to the nearest shop, where it is kept for seven days. \
    Please have your number at hand for that. Thanks";
/// The buttons of three rows: what is on them, and what they send.
const BUTTONS: [[(&str, &str); 3]; 3] = [
    [
        ("Track", "order:track:8812"),
        ("Move", "order:move:8812"),
        ("Cancel", "order:cancel:8812"),
    ],
    [
        ("Receipt", "order:receipt:8812"),
        ("Again", "order:again:8812"),
        ("Help", "help:order"),
    ],
    [
        ("Older", "page:2"),
        ("Mute", "mute:8812"),
        ("Close", "close"),
    ],
];

/// Each workload by its name: what is built and written, and by whom.
pub(crate) fn workloads() -> Vec<Workload> {
    vec![
        (
            "sendMessage/telegrammar",
            Box::new(|| {
                black_box(json(&message()));
            }),
        ),
        (
            "sendMessage/validated",
            Box::new(|| {
                let message = message();
                message.validate().expect("a valid message");
                black_box(json(&message));
            }),
        ),
        (
            "sendMessage/serde",
            Box::new(|| {
                black_box(serde_structs::message());
            }),
        ),
        (
            "sendMessage/writer",
            Box::new(|| {
                black_box(writer::message());
            }),
        ),
        (
            "getUserProfilePhotos/telegrammar",
            Box::new(|| {
                black_box(json(&photos()));
            }),
        ),
        (
            "getUserProfilePhotos/validated",
            Box::new(|| {
                let photos = photos();
                photos.validate().expect("valid arguments");
                black_box(json(&photos));
            }),
        ),
        (
            "getUserProfilePhotos/serde",
            Box::new(|| {
                black_box(serde_structs::photos());
            }),
        ),
        (
            "getUserProfilePhotos/writer",
            Box::new(|| {
                black_box(writer::photos());
            }),
        ),
    ]
}

fn json<M: Method>(method: &M) -> Vec<u8> {
    telegrammar::__private::json(method).expect("JSON")
}

pub(crate) fn message() -> SendMessage {
    let button = |(text, data): &(&str, &str)| InlineKeyboardButton::callback(*text, *data);
    let rows = black_box(&BUTTONS).iter();
    let rows = rows.map(|row| row.iter().map(button).collect());
    SendMessage::new(black_box(CHAT), black_box(TEXT))
        .reply_parameters(ReplyParameters::new().message_id(black_box(REPLY_TO)))
        .reply_markup(InlineKeyboardMarkup::new(rows.collect()))
}

pub(crate) fn photos() -> GetUserProfilePhotos {
    GetUserProfilePhotos::new(black_box(USER))
        .offset(black_box(42))
        .limit(black_box(100))
}

/// All of them write the same.
pub(crate) fn check() {
    let [ours, serde, plain] = [
        json(&message()),
        serde_structs::message(),
        writer::message(),
    ];
    assert_eq!(ours, serde, "sendMessage by serde");
    assert_eq!(ours, plain, "sendMessage by the plain writer");
    let [ours, serde, plain] = [json(&photos()), serde_structs::photos(), writer::photos()];
    assert_eq!(ours, serde, "getUserProfilePhotos by serde");
    assert_eq!(ours, plain, "getUserProfilePhotos by the plain writer");
}
