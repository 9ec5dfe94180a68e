//! The server's words for wrong values inside of parameters, by the type that they should have.

use serde_json::{Map, Value};
use telegrammar::schema::ApiType;

/// Returns what a wrong value of a type is wrapped in, as in `can't parse InputMedia: …`. `None` if the
/// server does not name the type.
pub(super) fn title(method: &str, ty: &ApiType) -> Option<&'static str> {
    Some(match ty {
        ApiType::Array(item) => return title(method, item),
        ApiType::OneOf(types) => return types.iter().find_map(|ty| title(method, ty)),
        ApiType::Object(name) => match *name {
            "InputPollOption"
            | "ReplyParameters"
            | "LinkPreviewOptions"
            | "SuggestedPostParameters"
            | "InputProfilePhoto"
            | "InputStoryContent"
            | "AcceptedGiftTypes" => return None,
            "MenuButton" => "can't parse menu button",
            "MaskPosition" => "can't parse mask position",
            "LabeledPrice" => "can't parse labeled price",
            "ShippingOption" => "can't parse shipping option",
            "ChatPermissions" => "can't parse chat permissions",
            "InlineQueryResultsButton" => "can't parse inline query results button",
            "KeyboardButton" => "can't parse keyboard button",
            "BotCommand" => "can't parse BotCommand",
            "BotCommandScope" => "can't parse BotCommandScope",
            "ReactionType" => "can't parse ReactionType",
            "ChatAdministratorRights" => "can't parse ChatAdministratorRights",
            "InputStoryArea" | "StoryArea" => "can't parse InputStoryArea",
            "InputChecklist" => "can't parse InputChecklist",
            "InputSticker" if method == "createNewStickerSet" => "can't parse InputSticker",
            "InputSticker" => "can't parse sticker",
            _ if method == "sendPoll" => "failed to parse InputPollMedia",
            name if name.starts_with("InlineQueryResult") => match method {
                "answerInlineQuery" => "can't parse inline query result",
                _ => return None,
            },
            name if name.starts_with("InputPaidMedia") => "can't parse InputPaidMedia",
            name if name.starts_with("InputMedia") => "can't parse InputMedia",
            name if name.starts_with("PassportElementError") => "can't parse PassportElementError",
            _ => return None,
        },
        _ => return None,
    })
}

/// The server's words for a value that should be an object of a type.
pub(super) fn not_an_object(name: &str) -> String {
    match name {
        "LabeledPrice"
        | "ShippingOption"
        | "InputSticker"
        | "MaskPosition"
        | "MenuButton"
        | "InlineQueryResultsButton"
        | "BotCommandScope" => format!("{name} must be an Object"),
        "InputPollOption" => "expected an option to be of type String".to_owned(),
        "InputChecklistTask" => "Can't parse InputChecklistTask: expected an Object".to_owned(),
        name if name.starts_with("InlineQueryResult") => {
            "Inline query result must be an object".to_owned()
        }
        _ => "expected an Object".to_owned(),
    }
}

/// The server's words for an object whose tag is none of those that a type has.
pub(super) fn unknown_tag(name: &str, tag: &str, given: &str) -> String {
    match name {
        "MenuButton" => "MenuButton has unsupported type".to_owned(),
        "BotCommandScope" => "Unsupported type specified".to_owned(),
        "ReactionType" => "invalid reaction type specified".to_owned(),
        "InputProfilePhoto" => "invalid profile photo type specified".to_owned(),
        "InputStoryContent" => "invalid story content type specified".to_owned(),
        "StoryAreaType" => "invalid story area type specified".to_owned(),
        name if name.starts_with("InputPoll") && name.ends_with("Media") => {
            "invalid type specified".to_owned()
        }
        name if name.starts_with("PassportElementError") && tag == "source" => {
            "wrong source specified".to_owned()
        }
        name if name.starts_with("InlineQueryResult") => {
            format!("type \"{given}\" is unsupported for the inline query result")
        }
        // Albums have a list of types of their own.
        name if name.starts_with("InputMedia") && name != "InputMedia" && given == "animation" => {
            format!("type \"{given}\" can't be used in sendMediaGroup")
        }
        _ => format!("type \"{given}\" is unsupported"),
    }
}

/// The server's words for a required member that is not there.
pub(super) fn missing(owner: &str, name: &str) -> String {
    let is_media = owner.starts_with("Input") && matches!(name, "media" | "photo");
    match (owner, name) {
        ("InputSticker", "sticker") => "sticker not found".to_owned(),
        _ if is_media => format!("{name} not found"),
        _ => format!("Can't find field \"{name}\""),
    }
}

/// The server's words for a text that is none of a closed set.
pub(super) fn unknown_word(owner: &str, name: &str) -> String {
    match (owner, name) {
        ("MaskPosition", "point") => "Wrong point specified in MaskPosition".to_owned(),
        ("InputSticker", "format") => "Invalid sticker format specified".to_owned(),
        (_, "type") if owner.starts_with("PassportElementError") => {
            "wrong Telegram Passport element type specified".to_owned()
        }
        (_, "type") => "Unsupported type specified".to_owned(),
        (_, name) => format!("invalid {} specified", name.replace('_', " ")),
    }
}

/// Refuses members that are there, and that the server does not accept for another reason.
pub(super) fn members(owner: &str, members: &Map<String, Value>) -> Result<(), String> {
    let is_empty = |name: &str| members.get(name).and_then(Value::as_str) == Some("");
    let is_empty_list = |name: &str| {
        let list = members.get(name).and_then(Value::as_array);
        list.is_some_and(Vec::is_empty)
    };
    let wrong = match owner {
        "LabeledPrice" if is_empty("label") => "LabeledPrice label must be non-empty",
        "ShippingOption" if is_empty("id") => "ShippingOption identifier must be non-empty",
        "ShippingOption" if is_empty("title") => "ShippingOption title must be non-empty",
        "ShippingOption" if is_empty_list("prices") => {
            "Can't parse shipping option prices: There must be at least one price"
        }
        "InputSticker" => return emoji(members.get("emoji_list")),
        "BotCommandScopeChat"
        | "BotCommandScopeChatAdministrators"
        | "BotCommandScopeChatMember"
            if is_empty("chat_id") =>
        {
            "Empty chat_id specified"
        }
        "BotCommandScopeChatMember" if members.get("user_id").is_some_and(is_no_user) => {
            "Invalid user_id specified"
        }
        "InlineQueryResultsButton" => {
            let actions = ["web_app", "start_parameter"];
            let count = actions.iter().filter(|name| members.contains_key(**name));
            if count.count() == 1 {
                return Ok(());
            }
            "InlineQueryResultsButton must have exactly one optional field"
        }
        _ => return Ok(()),
    };
    Err(wrong.to_owned())
}

fn is_no_user(id: &Value) -> bool {
    super::replies::number(id).is_some_and(|id| id <= 0)
}

/// Refuses a list of emoji.
pub(super) fn emoji(list: Option<&Value>) -> Result<(), String> {
    let Some(Value::Array(emoji)) = list else {
        return Ok(());
    };
    let wrong = match emoji.len() {
        0 => "emoji list must be non-empty",
        21.. => "too many emoji specified",
        _ if emoji.iter().any(|it| !it.is_string()) => "emoji must be a string",
        _ if emoji.iter().any(|it| it.as_str().is_some_and(is_no_emoji)) => {
            "expected a Unicode emoji"
        }
        _ => return Ok(()),
    };
    Err(wrong.to_owned())
}

/// Returns whether a text has a letter, or nothing.
fn is_no_emoji(text: &str) -> bool {
    text.is_empty() || text.chars().any(char::is_alphabetic)
}
