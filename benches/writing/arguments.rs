//! Data that is encoded: the parameters of each method, and telegrammar's structs with them.

use std::hint::black_box;

use telegrammar::methods::{GetUserProfilePhotos, SendMediaGroup, SendMessage};
use telegrammar::types::{
    InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaPhoto, ReplyParameters,
};

pub(super) const CHAT: i64 = -1_001_234_567_890;
pub(super) const REPLY_TO: i64 = 48_999;
pub(super) const USER: i64 = 5_123_456_789;
/// 309 characters.
pub(super) const TEXT: &str = "The order has been packed and leaves the warehouse today. You can follow it \
    with the number below; it is updated once an hour. If nobody is at home, the driver leaves \
    the parcel with a neighbour or takes it to the nearest shop, where it is kept for seven days. \
    Please have your number at hand for that. Thanks";
/// The buttons of three rows: their texts and their data.
pub(super) const BUTTONS: [[(&str, &str); 3]; 3] = [
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
/// The photos of an album: a file id as long as Telegram's, and a caption.
pub(super) const ALBUM: [(&str, &str); 10] = [
    (
        "AgACAgIAAxkBAAIGTd7FguoV8FWnFbB0JxXujr4qqaaABvvLOzAxzXMcU1vsHiQMaRiNTN9AAgEAAwIAA3k",
        "The parcel as it left the warehouse",
    ),
    (
        "AgACAgIAAxkBAAIOx98whGcTZc1UWb5fxzpF7STG7nVLe3lARUsRJlNONwktN9ugkZeESG6AAgEAAwIAA3k",
        "The label, with the number to follow it by",
    ),
    (
        "AgACAgIAAxkBAAI1she_QAqq0nv3Vth1Ls6v6-O9JL8ZsoWw_Rxl-IUiTeNUJ-HLRwb8GPJAAgEAAwIAA3k",
        "Packed in two layers of paper",
    ),
    (
        "AgACAgIAAxkBAAI7KTSJS0Sw5UQsvzU9Kk1v1MIdzu4xCxf8CvgroOx9ye17SWjAEVaSZJ0AAgEAAwIAA3k",
        "The seal on the left side",
    ),
    (
        "AgACAgIAAxkBAAIoVeMmLRLTq10V7suW9zrlSaWnPsPW23C_L9WXuHM_G1cON-Ks9dp4FLfAAgEAAwIAA3k",
        "The seal on the right side",
    ),
    (
        "AgACAgIAAxkBAAIrYb9JF8eF-ItKL_8pcqMKRLd7SUqeaG6nyb229X8YzL7iMa3K8Nsv9_QAAgEAAwIAA3k",
        "Everything that is in it",
    ),
    (
        "AgACAgIAAxkBAAIt2giDIkidQ2iZ-gppCorL4txx0uiBfnWjJhpZrb3lO--TVhrLtLCHiEGAAgEAAwIAA3k",
        "The receipt: please keep it",
    ),
    (
        "AgACAgIAAxkBAAIKrEV6XwqcRkelp6EX79PndXgt2Cok-BrWTELQSXWrTL3UeBxYimeexzzAAgEAAwIAA3k",
        "Where the driver has left it",
    ),
    (
        "AgACAgIAAxkBAAIf-9Sa28M2P77mytujVX8tGoJuKEe9eSVOhc68tpPL6EuezdDkZUNx7UKAAgEAAwIAA3k",
        "The neighbour's door, second floor",
    ),
    (
        "AgACAgIAAxkBAAIi7uEwAf3Ia7h50vfeSmjE-l8gFg_YhgG05NgeywZyDkOnlujBc4T-2WqAAgEAAwIAA3k",
        "Signed for at noon",
    ),
];

/// A message with typical parameters.
pub(crate) fn message() -> SendMessage {
    let button = |(text, data): &(&str, &str)| InlineKeyboardButton::callback(*text, *data);
    let rows = black_box(&BUTTONS).iter();
    let rows = rows.map(|row| row.iter().map(button).collect());
    text(TEXT)
        .reply_parameters(ReplyParameters::new().message_id(black_box(REPLY_TO)))
        .reply_markup(InlineKeyboardMarkup::new(rows.collect()))
}

/// A message with only a text.
pub(super) fn text(text: &str) -> SendMessage {
    SendMessage::new(black_box(CHAT), black_box(text))
}

/// A small request.
pub(crate) fn photos() -> GetUserProfilePhotos {
    GetUserProfilePhotos::new(black_box(USER))
        .offset(black_box(42))
        .limit(black_box(100))
}

/// An album of photos that are on the server.
pub(super) fn album() -> SendMediaGroup {
    let photo = |(id, caption): &(&str, &str)| {
        InputMediaPhoto::new(InputFile::id(*id))
            .caption(*caption)
            .into()
    };
    let media = black_box(&ALBUM).iter().map(photo);
    SendMediaGroup::new(black_box(CHAT), media.collect())
}
