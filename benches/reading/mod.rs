//! What a bot reads: a batch of mixed updates, and the pictures of a user.

pub(crate) mod yardstick;

use super::Workload;
use std::hint::black_box;

use telegrammar::Response;
use telegrammar::envelope;
use telegrammar::methods::{GetUpdates, GetUserProfilePhotos};
use yardstick::{Envelope, Photos, Text};

const UPDATES: &str = include_str!("../data/updates100.json");
const PHOTOS: &str = include_str!("../data/photos100.json");

/// Each workload by its name: what is read, and by whom. All of them drop what they have read.
pub(crate) fn workloads() -> Vec<Workload> {
    // A body as a transport hands it on: bytes that nobody has looked at.
    let [updates, photos] = [UPDATES, PHOTOS].map(|body| Response::new(200, body.as_bytes()));
    vec![
        (
            "updates100/telegrammar",
            Box::new(move || {
                let read = envelope::read::<GetUpdates>(&updates, usize::MAX);
                black_box(read).expect("updates");
            }),
        ),
        (
            "updates100/owned",
            read::<Vec<yardstick::Update<String>>>(UPDATES),
        ),
        (
            "updates100/borrowed",
            read::<Vec<yardstick::Update<Text>>>(UPDATES),
        ),
        (
            "photos100/telegrammar",
            Box::new(move || {
                let read = envelope::read::<GetUserProfilePhotos>(&photos, usize::MAX);
                black_box(read).expect("photos");
            }),
        ),
        ("photos100/owned", read::<Photos<String>>(PHOTOS)),
        ("photos100/borrowed", read::<Photos<Text>>(PHOTOS)),
    ]
}

/// The yardstick gets text that is known to be UTF-8, and does not look at `ok`.
fn read<T: serde::Deserialize<'static>>(body: &'static str) -> Box<dyn Fn()> {
    Box::new(move || {
        let read: Result<Envelope<T>, _> = serde_json::from_str(black_box(body));
        black_box(read.expect("an answer").result);
    })
}
