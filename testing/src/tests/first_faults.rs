//! Calls with several faults: the server tells of the one that it finds first.

use serde_json::{Value, json};

use super::refusals::error;
use super::texts::ok;
use super::{FakeBotApi, start};

const GROUP: i64 = -1_001_234_567_890;

/// Checks the description of each call, which gets no chat by itself.
async fn first(fake: &FakeBotApi, cases: &[(&str, Value, &str)]) {
    for (method, body, expected) in cases {
        let description = error(fake, method, body).await;
        let expected = format!("Bad Request: {expected}");
        assert_eq!(description, expected, "{method} {body}");
    }
}

#[tokio::test]
async fn content_precedes_how_it_is_sent_and_the_chat_is_last() {
    let fake = start().await;
    let text = || json!([[{"text": "x"}]]);
    let no_kind = || json!({"inline_keyboard": text()});
    let mute =
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard";
    first(&fake, &[
        ("sendMessage", json!({}), "message text is empty"),
        ("sendMessage", json!({"link_preview_options": "[]", "chat_id": 99}), "object expected as link preview options"),
        ("sendMessage", json!({"text": "x".repeat(32_769), "parse_mode": "zzz"}), "text is too long"),
        ("sendMessage", json!({"text": "<b>", "parse_mode": "HTML", "reply_parameters": "{"}), "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("sendMessage", json!({"text": "x", "parse_mode": "zzz", "reply_markup": "{"}), "unsupported parse_mode"),
        ("sendMessage", json!({"text": "x", "reply_parameters": "{", "suggested_post_parameters": "{"}), "can't parse reply parameters JSON object"),
        ("sendMessage", json!({"text": "x", "reply_parameters": "[]", "reply_markup": "{"}), "object expected as reply parameters"),
        ("sendMessage", json!({"text": "x", "suggested_post_parameters": "{", "reply_markup": "{"}), "can't parse suggested post parameters JSON object"),
        ("sendMessage", json!({"text": "x", "reply_markup": "{", "chat_id": 99}), "can't parse reply keyboard markup JSON object"),
        ("sendMessage", json!({"text": "x", "reply_markup": null}), "object expected as reply markup"),
        ("sendMessage", json!({"text": "x", "reply_markup": no_kind(), "chat_id": 99}), mute),
        ("sendMessage", json!({"text": " ", "chat_id": 99}), "chat not found"),
        ("sendMessage", json!({"text": " "}), "chat_id is empty"),
        ("sendMessage", json!({"text": " ", "chat_id": 42, "reply_parameters": {"message_id": 9}}), "message to be replied not found"),
        ("sendMessage", json!({"text": " ", "chat_id": 42}), "text must be non-empty"),
        ("sendMessage", json!({"text": "x".repeat(4097), "chat_id": 42, "reply_markup": {"inline_keyboard": [[{"text": "a", "url": "http://localhost"}]]}}), "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL"),
        ("sendPhoto", json!({"caption": "<b>", "parse_mode": "HTML"}), "there is no photo in the request"),
        ("sendPhoto", json!({"photo": "P", "caption": "<b>", "parse_mode": "HTML", "chat_id": 99}), "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ("sendLocation", json!({"reply_markup": "{"}), "latitude is empty"),
        ("sendContact", json!({"first_name": "A"}), "parameter \"phone_number\" is required"),
        ("sendPoll", json!({"question": "", "options": "["}), "can't parse options JSON object"),
        ("sendPoll", json!({"question": " ", "options": [1], "chat_id": 42}), "expected an option to be of type String"),
        ("sendPoll", json!({"question": "", "options": ["a"], "chat_id": 42}), "text must be non-empty"),
        ("sendChatAction", json!({"action": "zzz", "chat_id": 99}), "wrong parameter action in request"),
        ("setMessageReaction", json!({"reaction": "[", "chat_id": 99}), "can't parse reaction types JSON object"),
        ("setMessageReaction", json!({"reaction": [{"type": "zzz"}], "chat_id": 99}), "can't parse ReactionType: invalid reaction type specified"),
    ]).await;
}

#[tokio::test]
async fn an_album_replies_before_it_has_content() {
    let fake = start().await;
    let photo = |media: Value| json!({"type": "photo", "media": media});
    first(&fake, &[
        ("sendMediaGroup", json!({"media": "[", "reply_parameters": "{"}), "can't parse reply parameters JSON object"),
        ("sendMediaGroup", json!({"media": "["}), "can't parse media JSON object"),
        ("sendMediaGroup", json!({"media": "{}"}), "expected an Array of InputMedia"),
        ("sendMediaGroup", json!({}), "parameter \"media\" is required"),
        ("sendMediaGroup", json!({"media": [{"type": "zzz"}], "chat_id": 99}), "can't parse InputMedia: media not found"),
        ("sendMediaGroup", json!({"media": [{"media": "a"}], "chat_id": 99}), "can't parse InputMedia: Can't find field \"type\""),
        ("sendMediaGroup", json!({"media": [{"type": "animation", "media": "a"}], "chat_id": 99}), "can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup"),
        ("sendMediaGroup", json!({"media": [5], "chat_id": 99}), "can't parse InputMedia: expected an Object"),
        ("sendMediaGroup", json!({"media": [], "chat_id": 99}), "chat not found"),
        ("sendMediaGroup", json!({"media": [], "chat_id": 42}), "there are no messages to send"),
        ("sendMediaGroup", json!({"media": vec![photo(json!("P")); 11], "chat_id": 42}), "too many messages to send as an album"),
        ("sendMediaGroup", json!({"media": [photo(json!("P")), {"type": "photo", "media": "Q", "show_caption_above_media": true}], "chat_id": 42}), "parameter show_caption_above_media must be the same for all messages"),
    ]).await;
}

#[tokio::test]
async fn an_edit_has_its_own_order() {
    let fake = start().await;
    ok(&fake, "sendMessage", json!({"text": "one"})).await;
    let keyboard = || json!({"keyboard": [["a"]]});
    let long = "x".repeat(4097);
    first(
        &fake,
        &[
            (
                "editMessageText",
                json!({"reply_markup": "{"}),
                "message text is empty",
            ),
            (
                "editMessageText",
                json!({"text": "x", "reply_markup": "{"}),
                "can't parse reply keyboard markup JSON object",
            ),
            (
                "editMessageText",
                json!({"text": "x"}),
                "message identifier is not specified",
            ),
            (
                "editMessageText",
                json!({"text": "x", "message_id": 1}),
                "chat_id is empty",
            ),
            (
                "editMessageText",
                json!({"text": "x", "chat_id": 42}),
                "message to edit not found",
            ),
            (
                "editMessageText",
                json!({"text": &long, "chat_id": 42, "message_id": 9}),
                "message to edit not found",
            ),
            (
                "editMessageText",
                json!({"text": &long, "chat_id": 42, "message_id": 1}),
                "message is too long",
            ),
            (
                "editMessageText",
                json!({"text": "x", "chat_id": 42, "message_id": 9, "reply_markup": keyboard()}),
                "message to edit not found",
            ),
            (
                "editMessageText",
                json!({"text": "x", "chat_id": 42, "message_id": 1, "reply_markup": keyboard()}),
                "inline keyboard expected",
            ),
            (
                "editMessageMedia",
                json!({"media": "{", "reply_markup": "{"}),
                "can't parse reply keyboard markup JSON object",
            ),
            (
                "editMessageMedia",
                json!({"media": "{"}),
                "can't parse input media JSON object",
            ),
            (
                "editMessageMedia",
                json!({"media": "[]", "chat_id": 99}),
                "can't parse InputMedia: expected an Object",
            ),
            (
                "editMessageMedia",
                json!({"chat_id": 99}),
                "parameter \"media\" is required",
            ),
            (
                "editMessageCaption",
                json!({"caption": "<b>", "parse_mode": "HTML", "reply_markup": "{"}),
                "can't parse reply keyboard markup JSON object",
            ),
            (
                "editMessageCaption",
                json!({"caption": "<b>", "parse_mode": "HTML", "chat_id": 99, "message_id": 1}),
                "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
            ),
            (
                "editMessageLiveLocation",
                json!({"reply_markup": "{"}),
                "latitude is empty",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_deletion_names_its_messages_first() {
    let fake = start().await;
    first(
        &fake,
        &[
            (
                "deleteMessage",
                json!({"message_id": 1}),
                "chat identifier is not specified",
            ),
            (
                "deleteMessage",
                json!({"chat_id": 99}),
                "message identifier is not specified",
            ),
            (
                "deleteMessages",
                json!({"chat_id": 99, "message_ids": [0]}),
                "invalid message identifier specified",
            ),
            (
                "deleteMessages",
                json!({"chat_id": 99, "message_ids": [true]}),
                "message identifier must be a Number",
            ),
            (
                "deleteMessages",
                json!({"chat_id": 99, "message_ids": "["}),
                "can't parse message_ids JSON object",
            ),
            (
                "deleteMessages",
                json!({"chat_id": 99, "message_ids": (1..=101).collect::<Vec<i64>>()}),
                "too many message identifiers specified",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_forward_looks_for_its_source_first() {
    let fake = start().await;
    ok(&fake, "sendMessage", json!({"text": "one"})).await;
    first(
        &fake,
        &[
            (
                "forwardMessage",
                json!({}),
                "parameter \"from_chat_id\" is required",
            ),
            (
                "forwardMessage",
                json!({"from_chat_id": 98, "chat_id": 99}),
                "chat not found",
            ),
            (
                "forwardMessage",
                json!({"from_chat_id": 42, "message_id": 9}),
                "message to forward not found",
            ),
            (
                "forwardMessage",
                json!({"from_chat_id": 42, "message_id": 1}),
                "chat_id is empty",
            ),
            (
                "copyMessage",
                json!({"from_chat_id": 42, "caption": "<b>", "parse_mode": "HTML"}),
                "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
            ),
            (
                "copyMessage",
                json!({"from_chat_id": 42, "message_id": 9, "reply_markup": "{"}),
                "message to copy not found",
            ),
            (
                "copyMessage",
                json!({"from_chat_id": 42, "message_id": 1, "reply_markup": "{"}),
                "can't parse reply keyboard markup JSON object",
            ),
            (
                "copyMessage",
                json!({"from_chat_id": 42, "message_id": 1, "chat_id": 99}),
                "chat not found",
            ),
            (
                "forwardMessages",
                json!({"message_ids": []}),
                "parameter \"from_chat_id\" is required",
            ),
            (
                "forwardMessages",
                json!({"from_chat_id": 98, "message_ids": []}),
                "message identifiers are not specified",
            ),
            (
                "forwardMessages",
                json!({"from_chat_id": 98, "message_ids": [1]}),
                "chat_id is empty",
            ),
            (
                "forwardMessages",
                json!({"from_chat_id": 98, "message_ids": [1], "chat_id": GROUP}),
                "chat not found",
            ),
            (
                "forwardMessages",
                json!({"from_chat_id": 42, "message_ids": [7], "chat_id": GROUP}),
                "messages can't be forwarded",
            ),
            (
                "copyMessages",
                json!({"from_chat_id": 42, "message_ids": [2, 1], "chat_id": GROUP}),
                "message identifiers must be in a strictly increasing order",
            ),
        ],
    )
    .await;
}

#[tokio::test]
async fn what_a_parameter_must_be_is_told_in_the_servers_words() {
    let fake = start().await;
    let button =
        |button: Value| json!({"text": "x", "reply_markup": {"inline_keyboard": [[button]]}});
    let key = |button: Value| json!({"text": "x", "chat_id": GROUP, "reply_markup": {"keyboard": [[button]]}});
    let inline = "can't parse inline keyboard button";
    let prices = |prices: Value| json!({"title": "T", "description": "D", "payload": "p", "currency": "XTR", "prices": prices});
    let option =
        |option: Value| json!({"shipping_query_id": "1", "ok": true, "shipping_options": [option]});
    let sticker = |sticker: Value| json!({"user_id": 42, "name": "n", "sticker": sticker});
    first(&fake, &[
        ("sendMessage", button(json!(5)), &format!("{inline}: InlineKeyboardButton must be an Object")),
        ("sendMessage", button(json!({"text": "a", "style": "zzz", "pay": true})), &format!("{inline}: invalid button style specified")),
        ("sendMessage", button(json!({"text": "a", "url": 5.5, "callback_data": true})), "chat_id is empty"),
        ("sendMessage", button(json!({"text": "a", "callback_data": true})), &format!("{inline}: Field \"callback_data\" must be of type String")),
        ("sendMessage", button(json!({"text": "a", "login_url": {}})), &format!("{inline}: Can't find field \"url\"")),
        ("sendMessage", json!({"text": "x", "reply_markup": {"inline_keyboard": {}}}), "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays"),
        ("sendMessage", json!({"text": "x", "reply_markup": {"remove_keyboard": "true"}}), "field \"remove_keyboard\" must be of type Boolean"),
        ("sendMessage", key(json!(5)), "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ("sendMessage", key(json!("")), "keyboard button text must be non-empty"),
        ("sendMessage", key(json!({"text": "a", "request_contact": true})), "phone number can be requested in private chats only"),
        ("sendMessage", key(json!({"text": "a", "request_location": true})), "location can be requested in private chats only"),
        ("sendInvoice", prices(json!([])), "there must be at least one price"),
        ("sendInvoice", prices(json!([5])), "can't parse labeled price: LabeledPrice must be an Object"),
        ("sendInvoice", prices(json!([{"label": "", "amount": 1}])), "can't parse labeled price: LabeledPrice label must be non-empty"),
        ("sendInvoice", prices(json!({})), "expected an Array of labeled prices"),
        ("answerShippingQuery", option(json!(5)), "can't parse shipping option: ShippingOption must be an Object"),
        ("answerShippingQuery", option(json!({"id": "", "title": "T", "prices": []})), "can't parse shipping option: ShippingOption identifier must be non-empty"),
        ("setMyCommands", json!({"commands": "["}), "can't parse commands JSON object"),
        ("setMyCommands", json!({"commands": {}}), "expected an Array of BotCommand"),
        ("setMyCommands", json!({"commands": [], "scope": 5}), "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ("setMyCommands", json!({"commands": [], "scope": {"type": "zzz"}}), "can't parse BotCommandScope: Unsupported type specified"),
        ("setMyCommands", json!({"commands": [], "scope": {"type": "chat_member", "chat_id": 42, "user_id": 0}}), "can't parse BotCommandScope: Invalid user_id specified"),
        ("setChatMenuButton", json!({"menu_button": 5, "chat_id": 0}), "can't parse menu button: MenuButton must be an Object"),
        ("setChatMenuButton", json!({"chat_id": 0}), "invalid chat_id specified"),
        ("setChatMenuButton", json!({"chat_id": 99}), "user not found"),
        ("setMyDefaultAdministratorRights", json!({"rights": 5}), "can't parse ChatAdministratorRights: ChatAdministratorRights must be an Object"),
        ("setMyDefaultAdministratorRights", json!({"rights": {"can_manage_chat": "yes"}}), "can't parse ChatAdministratorRights: Field \"can_manage_chat\" must be of type Boolean"),
        ("setChatPermissions", json!({"permissions": {"can_send_polls": 1}}), "can't parse chat permissions: Field \"can_send_polls\" must be of type Boolean"),
        ("setChatPermissions", json!({"permissions": 5}), "object expected as permissions"),
        ("addStickerToSet", sticker(json!({"format": "static", "emoji_list": ["a"]})), "can't parse sticker: sticker not found"),
        ("addStickerToSet", sticker(json!({"sticker": "S", "format": "static", "emoji_list": []})), "can't parse sticker: emoji list must be non-empty"),
        ("createNewStickerSet", json!({"user_id": 42, "name": "n", "title": "T", "stickers": [{"sticker": "S", "format": "zzz", "emoji_list": ["😀"]}]}), "can't parse InputSticker: Invalid sticker format specified"),
        ("setStickerEmojiList", json!({"sticker": "S", "emoji_list": ["x"]}), "can't parse emoji list: expected a Unicode emoji"),
        ("setStickerMaskPosition", json!({"sticker": "S", "mask_position": {"point": "nose"}}), "can't parse mask position: Wrong point specified in MaskPosition"),
        ("sendChecklist", json!({"business_connection_id": "b", "checklist": {"title": "T", "tasks": 5}}), "can't parse InputChecklist: Expected an Array of InputChecklistTask"),
        ("sendChecklist", json!({"business_connection_id": "b", "checklist": {"title": "T", "tasks": [5]}}), "can't parse InputChecklist: Can't parse InputChecklistTask: expected an Object"),
        ("sendPaidMedia", json!({"star_count": 1, "media": [{"type": "photo"}]}), "can't parse InputPaidMedia: media not found"),
        ("answerInlineQuery", json!({"inline_query_id": "1", "results": [5]}), "can't parse inline query result: Inline query result must be an object"),
        ("answerInlineQuery", json!({"inline_query_id": "1", "results": [{"type": "zzz", "id": "1"}]}), "can't parse inline query result: type \"zzz\" is unsupported for the inline query result"),
        ("answerInlineQuery", json!({"inline_query_id": "1", "results": [], "button": {"text": "T"}}), "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field"),
        ("answerWebAppQuery", json!({"web_app_query_id": "1"}), "result isn't specified"),
        ("setPassportDataErrors", json!({"user_id": 42}), "can't parse errors JSON object"),
        ("sendMessage", json!({"text": "x", "business_connection_id": "b"}), "chat identifier is empty"),
        ("sendMessage", json!({"text": "x", "business_connection_id": "b", "chat_id": "@x"}), "chat identifier must be a valid Integer"),
    ]).await;
}
