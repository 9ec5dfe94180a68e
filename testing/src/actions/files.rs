//! Files that users send.

use bytes::Bytes;
use serde_json::{Map, Value};

use super::done::Done;
use super::request::Request;
use super::{base64, messages};
use crate::world::Bot;

/// `photo`: sends the bytes in `base64`, with a `caption` if there is one. Those with the same
/// `media_group_id` are an album.
pub(super) fn send_photo(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let content = content(request)?;
    let actor = request.actor(bot)?;
    let mut message = bot.files.photo(content);
    caption(request, &mut message)?;
    messages::sent(bot, request, actor, message)
}

/// `document`: sends the bytes in `base64` as a file with a `file_name`.
pub(super) fn send_document(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let content = content(request)?;
    let file_name = request.required_text("file_name")?;
    let mime_type = request.text("mime_type")?;
    let actor = request.actor(bot)?;
    let mut message = bot.files.document(file_name, mime_type, content);
    caption(request, &mut message)?;
    messages::sent(bot, request, actor, message)
}

fn content(request: &Request<'_>) -> Result<Bytes, String> {
    let text = request.required_text("base64")?;
    let content = base64::decode(text).ok_or("`base64` must be the bytes of the file in base64")?;
    Ok(content.into())
}

fn caption(request: &Request<'_>, message: &mut Map<String, Value>) -> Result<(), String> {
    for name in ["caption", "media_group_id"] {
        if let Some(text) = request.text(name)?.filter(|text| !text.is_empty()) {
            message.insert(name.to_owned(), text.into());
        }
    }
    Ok(())
}
