//! Data that a bot decodes: batches of updates, one update, the pictures of a user, and an error.

mod sources;
pub(crate) mod yardstick;

use super::{Workload, set_up};
use std::hint::black_box;

use serde::Deserialize;
use telegrammar::methods::{GetUpdates, GetUserProfilePhotos, SendMessage};
use telegrammar::transport::Response;
use telegrammar::types::Update;
use telegrammar::{Error, Method};
use yardstick::{Envelope, ErrorEnvelope, Photos, Text};

pub(crate) const UPDATES: &str = include_str!("../data/updates100.json");
const PHOTOS: &str = include_str!("../data/photos100.json");
const UPDATE: &str = include_str!("../data/update1.json");
const ERROR: &str = include_str!("../data/error429.json");

/// Returns each workload by name: the data, and the decoder. All of them drop the decoded value.
pub(crate) fn workloads() -> Vec<Workload> {
    vec![
        ("updates100/telegrammar", result::<GetUpdates>(UPDATES)),
        (
            "updates100/owned",
            result_by_serde::<Vec<yardstick::Update<String>>>(UPDATES),
        ),
        (
            "updates100/borrowed",
            result_by_serde::<Vec<yardstick::Update<Text>>>(UPDATES),
        ),
        (
            "photos100/telegrammar",
            result::<GetUserProfilePhotos>(PHOTOS),
        ),
        ("photos100/owned", result_by_serde::<Photos<String>>(PHOTOS)),
        (
            "photos100/borrowed",
            result_by_serde::<Photos<Text>>(PHOTOS),
        ),
        ("update1/telegrammar", Box::new(|| update(UPDATE))),
        (
            "update1/owned",
            by_serde::<yardstick::Update<String>>(UPDATE),
        ),
        (
            "update1/borrowed",
            by_serde::<yardstick::Update<Text>>(UPDATE),
        ),
        // By `Deserialize`, which any serde deserializer can call.
        ("update1Buffered/telegrammar", by_serde::<Update>(UPDATE)),
        ("update1Buffered/plain", Box::new(|| update(UPDATE))),
        ("error429/telegrammar", error::<SendMessage>(429, ERROR)),
        ("error429/owned", by_serde::<ErrorEnvelope<String>>(ERROR)),
        ("error429/borrowed", by_serde::<ErrorEnvelope<Text>>(ERROR)),
        // Each of these updates lacks a required field.
        (
            "repaired100/telegrammar",
            set_up(|| result::<GetUpdates>(sources::incomplete())),
        ),
        (
            "repaired100/complete100",
            set_up(|| result::<GetUpdates>(sources::complete())),
        ),
        (
            "repaired100/owned",
            set_up(|| result_by_serde::<Vec<yardstick::Update<String>>>(sources::incomplete())),
        ),
        (
            "repaired100/borrowed",
            set_up(|| result_by_serde::<Vec<yardstick::Update<Text>>>(sources::incomplete())),
        ),
        (
            "texts100/telegrammar",
            set_up(|| result::<GetUpdates>(sources::texts())),
        ),
        (
            "texts100/owned",
            set_up(|| result_by_serde::<Vec<yardstick::Update<String>>>(sources::texts())),
        ),
        (
            "texts100/borrowed",
            set_up(|| result_by_serde::<Vec<yardstick::Update<Text>>>(sources::texts())),
        ),
    ]
}

/// Decodes the response of a transport, as a call does.
fn decode<M: Method>(response: &Response) -> Result<M::Response, Error> {
    telegrammar::transport::decode_response::<M>(response, usize::MAX)
}

/// Decodes the body of a request, as a webhook does.
fn update(body: &str) {
    let read: Result<Update, _> = telegrammar::from_json(black_box(body));
    black_box(read).expect("an update");
}

/// Decodes a result. The body is passed as a transport does: as bytes.
pub(crate) fn result<M: Method + 'static>(body: &'static str) -> Box<dyn Fn()> {
    let response = Response::new(200, body.as_bytes());
    Box::new(move || {
        black_box(decode::<M>(&response)).expect("a result");
    })
}

/// Decodes an error.
fn error<M: Method + 'static>(status: u16, body: &'static str) -> Box<dyn Fn()> {
    let response = Response::new(status, body.as_bytes());
    Box::new(move || {
        let read = black_box(decode::<M>(&response));
        assert!(matches!(read, Err(Error::Api(_))), "an error of the server");
    })
}

/// The baseline gets text that is known to be UTF-8, and does not check `ok`.
fn result_by_serde<T: Deserialize<'static>>(body: &'static str) -> Box<dyn Fn()> {
    Box::new(move || {
        let read: Result<Envelope<T>, _> = serde_json::from_str(black_box(body));
        black_box(read.expect("an answer").result);
    })
}

/// Decodes without an envelope.
fn by_serde<T: Deserialize<'static>>(body: &'static str) -> Box<dyn Fn()> {
    Box::new(move || {
        let read: Result<T, _> = serde_json::from_str(black_box(body));
        black_box(read).expect("a value");
    })
}

/// Checks that the generated data is as intended.
pub(crate) fn check() {
    sources::check();
}
