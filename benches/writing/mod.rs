//! Data that a bot encodes: messages, an album, and a small request.

mod arguments;
mod serde_album;
pub(crate) mod serde_structs;
mod serde_text;
mod writer;

use super::{TOKEN, Workload, set_up, texts};
use std::convert::Infallible;
use std::future;
use std::hint::black_box;

use telegrammar::transport::{Request, Response};
use telegrammar::{Bot, Method};
use tower::service_fn;

use arguments::album;
pub(crate) use arguments::{message, photos};

/// Returns each workload by name: the data, and the encoder.
pub(crate) fn workloads() -> Vec<Workload> {
    let bot = bot();
    vec![
        ("sendMessage/telegrammar", encoded(message)),
        ("sendMessage/validated", validated(message)),
        ("sendMessage/prepared", prepared(&bot, message)),
        ("sendMessage/serde", by_hand(serde_structs::message)),
        ("sendMessage/writer", by_hand(writer::message)),
        ("getUserProfilePhotos/telegrammar", encoded(photos)),
        ("getUserProfilePhotos/validated", validated(photos)),
        ("getUserProfilePhotos/prepared", prepared(&bot, photos)),
        ("getUserProfilePhotos/serde", by_hand(serde_structs::photos)),
        ("getUserProfilePhotos/writer", by_hand(writer::photos)),
        ("sendMediaGroup/telegrammar", encoded(album)),
        ("sendMediaGroup/validated", validated(album)),
        ("sendMediaGroup/prepared", prepared(&bot, album)),
        ("sendMediaGroup/serde", by_hand(serde_album::album)),
        (
            "sendTexts100/telegrammar",
            of_each(|text| encode(&arguments::text(text))),
        ),
        (
            "sendTexts100/validated",
            of_each(|text| validate_and_encode(&arguments::text(text))),
        ),
        (
            "sendTexts100/prepared",
            of_each(move |text| prepare(&bot, arguments::text(text))),
        ),
        (
            "sendTexts100/serde",
            of_each(|text| {
                black_box(serde_text::text(text));
            }),
        ),
    ]
}

/// Returns the body of a call.
fn json<M: Method>(method: &M) -> Vec<u8> {
    telegrammar::__private::json(method).expect("JSON")
}

fn encode<M: Method>(method: &M) {
    black_box(json(method));
}

fn validate_and_encode<M: Method>(method: &M) {
    method.validate().expect("valid arguments");
    encode(method);
}

/// Runs everything before the transport. Nothing is sent, because the call is not awaited.
fn prepare<M: Method>(bot: &Bot, method: M) {
    drop(black_box(bot.send(method)));
}

/// A bot whose transport does nothing.
fn bot() -> Bot {
    let idle = service_fn(|_: Request| future::pending::<Result<Response, Infallible>>());
    Bot::builder(TOKEN).transport(idle).build().expect("a bot")
}

pub(crate) fn encoded<M: Method + 'static>(method: impl Fn() -> M + 'static) -> Box<dyn Fn()> {
    Box::new(move || encode(&method()))
}

pub(crate) fn validated<M: Method + 'static>(method: impl Fn() -> M + 'static) -> Box<dyn Fn()> {
    Box::new(move || validate_and_encode(&method()))
}

fn prepared<M: Method + 'static>(bot: &Bot, method: impl Fn() -> M + 'static) -> Box<dyn Fn()> {
    let bot = bot.clone();
    Box::new(move || prepare(&bot, method()))
}

fn by_hand(write: impl Fn() -> Vec<u8> + 'static) -> Box<dyn Fn()> {
    Box::new(move || {
        black_box(write());
    })
}

fn of_each(write: impl Fn(&str) + 'static) -> Box<dyn Fn()> {
    set_up(move || {
        let texts = texts::texts();
        Box::new(move || texts.iter().for_each(|text| write(text)))
    })
}

/// Checks that all encoders write the same.
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
    let [ours, serde] = [json(&album()), serde_album::album()].map(String::from_utf8);
    assert_eq!(ours, serde, "sendMediaGroup by serde");
    for text in texts::texts() {
        let [ours, serde] = [json(&arguments::text(&text)), serde_text::text(&text)];
        assert_eq!(ours, serde, "{text} by serde");
    }
}
