//! What the server says about a parameter that is not the JSON that it must be.

use telegrammar::schema::{ApiType, FieldInfo};

/// Parameters that the server has words of its own for: what it cannot parse, and what it says about a value of
/// another type.
const WORDS: [(&str, &str, &str); 25] = [
    (
        "reply_markup",
        "reply keyboard markup JSON object",
        "object expected as reply markup",
    ),
    (
        "commands",
        "commands JSON object",
        "expected an Array of BotCommand",
    ),
    (
        "scope",
        "BotCommandScope JSON object",
        "can't parse BotCommandScope: BotCommandScope must be an Object",
    ),
    (
        "menu_button",
        "menu button JSON object",
        "can't parse menu button: MenuButton must be an Object",
    ),
    (
        "rights",
        "ChatAdministratorRights JSON object",
        "can't parse ChatAdministratorRights: ChatAdministratorRights must be an Object",
    ),
    (
        "mask_position",
        "mask position JSON object",
        "can't parse mask position: MaskPosition must be an Object",
    ),
    (
        "prices",
        "prices JSON object",
        "expected an Array of labeled prices",
    ),
    (
        "suggested_tip_amounts",
        "suggested_tip_amounts JSON object",
        "expected an Array of suggested tip amounts",
    ),
    (
        "results",
        "JSON encoded inline query results",
        "expected an Array of inline query results",
    ),
    (
        "result",
        "JSON encoded web view query results",
        "inline query result must be an object",
    ),
    (
        "emoji_list",
        "emoji list JSON array",
        "can't parse emoji list: expected an Array of string",
    ),
    (
        "stickers",
        "stickers JSON object",
        "expected an Array of InputSticker",
    ),
    (
        "sticker",
        "sticker JSON object",
        "can't parse sticker: InputSticker must be an Object",
    ),
    (
        "keywords",
        "keywords JSON object",
        "field \"keywords\" must be an Array",
    ),
    (
        "errors",
        "errors JSON object",
        "expected an Array of PassportElementError",
    ),
    (
        "checklist",
        "InputChecklist JSON object",
        "can't parse InputChecklist: expected an Object",
    ),
    (
        "options",
        "options JSON object",
        "expected an Array of String as options",
    ),
    (
        "correct_option_ids",
        "correct option identifiers JSON object",
        "expected an Array of correct option identifiers",
    ),
    (
        "reaction",
        "reaction types JSON object",
        "expected an Array of ReactionType",
    ),
    (
        "areas",
        "story areas JSON object",
        "expected an Array of InputStoryArea",
    ),
    (
        "photo",
        "photo JSON object",
        "object expected as profile photo",
    ),
    (
        "content",
        "story content JSON object",
        "object expected as story content",
    ),
    (
        "message_ids",
        "message_ids JSON object",
        "expected an Array of message identifiers",
    ),
    (
        "country_codes",
        "country_codes JSON object",
        "expected an Array of String",
    ),
    (
        "custom_emoji_ids",
        "custom emoji identifiers JSON object",
        "expected an Array of custom emoji identifiers",
    ),
];

/// The server's words for one parameter.
struct Words {
    /// If the text is no JSON.
    not_json: String,
    /// If the JSON is a value of another type.
    wrong_type: String,
}

/// Returns the description of a parameter that is no JSON.
pub(super) fn not_json(method: &str, param: &FieldInfo) -> String {
    words(method, param).not_json
}

/// Returns the description of a parameter that is another kind of JSON.
pub(super) fn wrong_type(method: &str, param: &FieldInfo) -> String {
    words(method, param).wrong_type
}

fn words(method: &str, param: &FieldInfo) -> Words {
    let is_list = matches!(param.api_type, ApiType::Array(_));
    if let Some((title, wrong_type)) = known(method, param.name, is_list) {
        return Words {
            not_json: format!("can't parse {title}"),
            wrong_type: wrong_type.to_owned(),
        };
    }
    let title = param.name.replace('_', " ");
    Words {
        not_json: format!("can't parse {title} JSON object"),
        wrong_type: if is_list {
            format!("expected an Array of {title}")
        } else {
            format!("object expected as {title}")
        },
    }
}

/// Returns what the server cannot parse, and what it says about a value of another type.
fn known(method: &str, name: &str, is_list: bool) -> Option<(&'static str, &'static str)> {
    Some(match (name, method) {
        ("button", "savePreparedKeyboardButton") => (
            "keyboard button JSON object",
            "can't parse keyboard button: KeyboardButton must be a String or an Object",
        ),
        ("button", _) => (
            "inline query results button JSON object",
            "can't parse inline query results button: InlineQueryResultsButton must be an Object",
        ),
        ("media", "sendPaidMedia") => (
            "paid media JSON object",
            "expected an Array of InputPaidMedia",
        ),
        ("media" | "explanation_media", "sendPoll") => (
            "InputPollMedia JSON object",
            "failed to parse InputPollMedia: expected an Object",
        ),
        ("media", _) if is_list => ("media JSON object", "expected an Array of InputMedia"),
        ("media", _) => (
            "input media JSON object",
            "can't parse InputMedia: expected an Object",
        ),
        _ => {
            let words = WORDS.iter().find(|(known, ..)| *known == name);
            let (_, title, wrong_type) = words?;
            (title, wrong_type)
        }
    })
}
