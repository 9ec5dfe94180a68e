//! Files by id.

use serde_json::Value;

use super::call::{Call, Outcome, bad};
use super::convert::Converter;
use crate::world::{Bot, Kind, LARGEST_DOWNLOAD, StoredFile};

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    Some(match call.name {
        "getFile" => get(bot, call),
        "uploadStickerFile" => {
            let sticker = call.arguments.text("sticker").unwrap_or_default();
            let file = Converter::new(bot, call).stored(Kind::of("sticker"), sticker);
            file.map(|file| described(&file))
        }
        _ => return None,
    })
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
        return Err(bad("file is too big"));
    }
    Ok(described(file))
}
