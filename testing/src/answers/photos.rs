//! The pictures of users: everybody has the same few.

use serde_json::{Value, json};

use super::call::{Call, Outcome};
use crate::world::{Bot, Kind};

/// The number of profile pictures of every user.
const PICTURES: usize = 5;
/// Width and height of a picture's sizes.
const SIDES: [u32; 4] = [160, 320, 640, 1280];

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    if call.name != "getUserProfilePhotos" {
        return None;
    }
    let argument = |name: &str, least: i64, most: i64, default: i64| {
        let value = call.arguments.integer(name).unwrap_or(default);
        usize::try_from(value.clamp(least, most)).unwrap_or_default()
    };
    let user = call.arguments.integer("user_id").unwrap_or_default();
    let offset = argument("offset", 0, i64::from(i32::MAX), 0);
    let limit = argument("limit", 1, 100, 100);
    let pictures = (0..PICTURES).skip(offset).take(limit);
    let photos: Vec<Vec<Value>> = pictures
        .map(|picture| SIDES.map(|side| size(bot, user, picture, side)).into())
        .collect();
    Some(Ok(json!({"total_count": PICTURES, "photos": photos})))
}

fn size(bot: &mut Bot, user: i64, picture: usize, side: u32) -> Value {
    let id = format!("FakePhoto-{user}-{picture}-{side}");
    // So that it can be downloaded and sent.
    let _ = bot.files.refer(Kind::of("photo"), &id);
    json!({
        "file_id": id,
        "file_unique_id": format!("FakeUnique-{user}-{picture}-{side}"),
        "width": side,
        "height": side,
        // The approximate size of a photograph in this format as a JPEG.
        "file_size": side * side / 8,
    })
}
