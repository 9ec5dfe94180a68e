//! What the server says about parameters that are not there.

use telegrammar::schema::{ApiType, FieldInfo};

use super::call::{Call, bad};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;

/// Returns whether the server refuses a call without this parameter. What names a message is checked where
/// the message is looked up.
pub(super) fn is_required(call: &Call<'_>, param: &FieldInfo) -> bool {
    match (param.name, call.name) {
        ("message_id" | "inline_message_id", _)
        // Without a URL, the webhook is deleted.
        | (_, "setWebhook")
        | ("question", "sendPoll")
        | ("commands", "setMyCommands")
        | ("results", "answerInlineQuery") => false,
        ("text", "editMessageText") => call.arguments.get("rich_message").is_none(),
        ("shipping_options", _) => call.arguments.is_true("ok"),
        ("error_message", _) => !call.arguments.is_true("ok"),
        _ => param.required,
    }
}

/// The answer to a call without a parameter.
pub(super) fn answer(method: &str, param: &FieldInfo) -> Answer {
    let name = param.name;
    if matches!(param.api_type, ApiType::InputFile) {
        let what = name.replace('_', " ");
        return bad(&format!("there is no {what} in the request"));
    }
    match name {
        "file_id" => bad("file_id not specified"),
        "message_ids" => bad("message identifiers are not specified"),
        "added_user_ids" => bad("user identifiers are not specified"),
        "latitude" | "longitude" | "sticker_set_name" | "sender_chat_id" | "actor_chat_id" => {
            bad(&format!("{name} is empty").replace("actor_chat_id", "sender_chat_id"))
        }
        "stickers" => bad("there is no sticker file in the request"),
        "sticker" if matches!(param.api_type, ApiType::Object(_)) => {
            bad("there is no sticker file in the request")
        }
        "sticker" | "old_sticker" => bad("sticker is not specified"),
        "action" => bad("wrong parameter action in request"),
        "text" if method != "answerCallbackQuery" => bad("message text is empty"),
        "title" if method == "setChatTitle" => bad("title must be non-empty"),
        "name" if method == "createForumTopic" => bad("name must be non-empty"),
        "user_id" => bad("invalid user_id specified"),
        "options" => bad("can't parse options JSON object"),
        "errors" => bad("can't parse errors JSON object"),
        "emoji_list" => bad("can't parse emoji list JSON array"),
        "result" => bad("result isn't specified"),
        "photo" => bad("photo isn't specified"),
        "content" => bad("story content isn't specified"),
        "accepted_gift_types" => bad("accepted gift types aren't specified"),
        name if name.ends_with("_query_id") => Refusal::QueryTooOld.answer(),
        name => bad(&format!("parameter \"{name}\" is required")),
    }
}
