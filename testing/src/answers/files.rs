//! Files by id.

use bytes::Bytes;
use serde_json::Value;
use telegrammar::types::Sticker;

use super::call::{Call, Outcome, bad};
use super::convert::Converter;
use super::sample;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, Kind, LARGEST_DOWNLOAD, StoredFile};

/// How many custom emoji can be asked for at once.
const MOST_EMOJI: usize = 200;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    Some(match call.name {
        "getFile" => get(bot, call),
        "uploadStickerFile" => {
            let sticker = call.arguments.text("sticker").unwrap_or_default();
            let file = Converter::new(bot, call).stored(Kind::of("sticker"), sticker);
            file.map(|file| described(&file))
        }
        "getCustomEmojiStickers" => custom_emoji(bot, call),
        _ => return None,
    })
}

/// Returns a sticker for each custom emoji.
fn custom_emoji(bot: &mut Bot, call: &Call<'_>) -> Outcome {
    let ids = call
        .arguments
        .get("custom_emoji_ids")
        .and_then(Value::as_array);
    let ids = ids.map(Vec::as_slice).unwrap_or_default();
    if ids.len() > MOST_EMOJI {
        return Err(bad("too many custom emoji identifiers specified"));
    }
    let mut stickers = Vec::new();
    for id in ids {
        let text = id
            .as_str()
            .ok_or_else(|| bad("custom emoji identifier must be of type String"))?;
        if text.parse::<i64>().is_err() {
            return Err(bad("invalid custom emoji identifier specified"));
        }
        let file = bot.files.add(Kind::of("sticker"), None, None, Bytes::new());
        let mut sticker = sample::object(Sticker::INFO, call.now);
        sticker.append(&mut file.members());
        sticker.insert("type".to_owned(), "custom_emoji".into());
        sticker.insert("custom_emoji_id".to_owned(), id.clone());
        stickers.push(sticker);
    }
    Ok(stickers.into())
}

fn described(file: &StoredFile) -> Value {
    let mut members = file.members();
    members.insert("file_path".to_owned(), file.path.clone().into());
    members.into()
}

fn get(bot: &Bot, call: &Call<'_>) -> Outcome {
    let id = call.arguments.text("file_id").unwrap_or_default();
    let file = bot.files.get(id).ok_or_else(|| bad("invalid file_id"))?;
    if file.content.len() > LARGEST_DOWNLOAD {
        return Err(Refusal::FileTooBig.answer());
    }
    Ok(described(file))
}
