//! What is sent is one of the values that the Bot API lists; what is received may be another one.

use serde_json::{Value, json};
use telegrammar::openapi::schema_document;

use crate::validator::Validator;

/// Asserts that a schema accepts the first values and refuses the others.
fn assert_accepted(name: &str, right: &[Value], wrong: &[Value]) {
    let mut validator = Validator::new(&schema_document().to_value());
    let schema = validator.at(&format!("/$defs/{name}"));
    for value in right {
        assert_eq!(validator.check(value, schema), Ok(()), "{name}: {value}");
    }
    for value in wrong {
        let outcome = validator.check(value, schema);
        assert!(outcome.is_err(), "{name} accepts {value}");
    }
}

#[test]
fn sent_words_are_those_of_the_page() {
    let poll = |kind| json!({"chat_id": 1, "question": "a", "options": [{"text": "a"}, {"text": "b"}], "type": kind});
    assert_accepted("SendPoll", &[poll("regular")], &[poll("foo")]);
    let sticker = |kind| {
        let sticker = json!({"sticker": "a", "format": "static", "emoji_list": ["🎲"]});
        json!({"user_id": 1, "name": "a", "title": "a", "stickers": [sticker], "sticker_type": kind})
    };
    assert_accepted("CreateNewStickerSet", &[sticker("mask")], &[sticker("zzz")]);
    let message = |style| {
        let button = json!({"text": "a", "callback_data": "a", "style": style});
        let keyboard = json!({"inline_keyboard": [[button]]});
        json!({"chat_id": 1, "text": "a", "reply_markup": keyboard})
    };
    // The server ignores the case of some.
    assert_accepted(
        "SendMessage",
        &[message("danger"), message("Danger")],
        &[message("purple")],
    );
    let updates = |name| json!({"allowed_updates": [name]});
    assert_accepted(
        "GetUpdates",
        &[updates("message"), updates("MESSAGE")],
        &[updates("bogus")],
    );
    let mask = |point| json!({"point": point, "x_shift": 0.5, "y_shift": 0.5, "scale": 1.0});
    assert_accepted("MaskPositionInput", &[mask("eyes")], &[mask("knee")]);
}

#[test]
fn sent_words_are_open_where_the_page_lists_those_of_today() {
    for currency in ["XTR", "USD"] {
        let price = json!({"currency": currency, "amount": 5});
        let sent =
            json!({"chat_id": 1, "text": "a", "suggested_post_parameters": {"price": price}});
        assert_accepted("SendMessage", &[sent], &[]);
    }
}

#[test]
fn received_words_may_be_new() {
    let mask = |point| json!({"point": point, "x_shift": 0.5, "y_shift": 0.5, "scale": 1.0});
    assert_accepted("MaskPosition", &[mask("eyes"), mask("knee")], &[]);
    assert_accepted("StickerType", &[json!("mask"), json!("new")], &[json!(1)]);
}

#[test]
fn sent_variants_are_those_of_the_page() {
    let button = |kind| json!({"menu_button": {"type": kind}});
    assert_accepted("SetChatMenuButton", &[button("commands")], &[button("foo")]);
    let reaction = |kind| json!({"chat_id": 1, "message_id": 1, "reaction": [{"type": kind}]});
    assert_accepted(
        "SetMessageReaction",
        &[reaction("paid")],
        &[reaction("zzz")],
    );
    let text = |kind| json!({"type": kind, "text": "a"});
    assert_accepted("RichTextInput", &[text("bold")], &[text("foo")]);
    assert_accepted("RichText", &[text("bold"), text("foo")], &[json!(1)]);
    assert_accepted("MenuButton", &[json!({"type": "new"})], &[json!({})]);
}

#[test]
fn sent_integers_are_those_of_the_page() {
    let gift = |months, stars| json!({"user_id": 1, "month_count": months, "star_count": stars});
    assert_accepted(
        "GiftPremiumSubscription",
        &[gift(3, 1000), gift(12, 2500)],
        &[gift(4, 1000), gift(3, 1001)],
    );
    let document = schema_document().to_value();
    let of = |name: &str, parameter: &str| {
        let schema = &document["$defs"][name]["properties"][parameter];
        (
            schema["enum"].clone(),
            schema["x-telegram-known-values"].clone(),
        )
    };
    let periods = json!([21600, 43200, 86400, 172_800]);
    assert_eq!(
        of("PostStory", "active_period"),
        (periods.clone(), Value::Null)
    );
    assert_eq!(of("RepostStory", "active_period"), (periods, Value::Null));
    let stars = json!([1000, 1500, 2500]);
    assert_eq!(
        of("GiftPremiumSubscription", "star_count"),
        (stars, Value::Null)
    );
    // The page lists those of today.
    let month = (Value::Null, json!([2_592_000]));
    assert_eq!(of("CreateInvoiceLink", "subscription_period"), month);
    assert_eq!(of("CreateForumTopic", "icon_color").0, Value::Null);
    assert_eq!(of("CreateForumTopic", "icon_color").1[0], 7_322_096);
    // What is received may be another one.
    assert_eq!(of("InaccessibleMessage", "date"), (Value::Null, json!([0])));
}

#[test]
fn a_member_with_fewer_words_than_its_type_accepts_those() {
    let error = |kind| {
        let error = json!({"source": "selfie", "type": kind, "file_hash": "a", "message": "a"});
        json!({"user_id": 1, "errors": [error]})
    };
    assert_accepted(
        "SetPassportDataErrors",
        &[error("passport")],
        &[error("phone_number"), error("address")],
    );
}

#[test]
fn an_album_holds_only_the_variants_that_the_page_lists_for_it() {
    let album = |kind| {
        let item = json!({"type": kind, "media": "a"});
        json!({"chat_id": 1, "media": [item, item]})
    };
    assert_accepted("SendMediaGroup", &[album("photo")], &[album("animation")]);
    // Elsewhere the same type is any of them.
    let edited =
        |kind| json!({"chat_id": 1, "message_id": 1, "media": {"type": kind, "media": "a"}});
    assert_accepted(
        "EditMessageMedia",
        &[edited("photo"), edited("animation")],
        &[],
    );
}
