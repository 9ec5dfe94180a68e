//! Constraints between parameters.

use telegrammar::error::Violation;
use telegrammar::methods::SetMessageReaction;
use telegrammar::schema::TypeInfo;
use telegrammar::types::{
    InlineKeyboardButton, InlineKeyboardMarkup, InputRichBlockParagraph, ReactionType,
};
use telegrammar::{telegram_method, telegram_type};

#[telegram_method("editMessageText", returns = bool)]
struct Edit {
    chat_id: Option<i64>,
    message_id: Option<i64>,
    inline_message_id: Option<String>,
    text: String,
}

#[telegram_method("three", unlisted, returns = bool, one_of(a, b, c))]
#[derive(Clone)]
struct Three {
    a: Option<bool>,
    b: Option<bool>,
    c: Option<bool>,
}

#[test]
fn exactly_one_of_several_must_be_set() {
    for bits in 0_u8..8 {
        let given = |bit: u8| (bits & bit != 0).then_some(false);
        let method = Three {
            a: given(1),
            b: given(2),
            c: given(4),
        };
        assert_eq!(
            method.validate().is_ok(),
            bits.is_power_of_two(),
            "{bits:b}"
        );
    }
}

#[test]
fn a_message_is_identified_in_one_complete_way() {
    for bits in 0_u8..8 {
        let method = Edit {
            chat_id: (bits & 1 != 0).then_some(1),
            message_id: (bits & 2 != 0).then_some(2),
            inline_message_id: (bits & 4 != 0).then(|| "x".to_owned()),
            text: "text".to_owned(),
        };
        let is_there = bits & 3 == 3 || bits & 4 != 0;
        assert!(is_there || method.validate().is_err(), "{bits:b}");
    }
    let neither = Edit::new("text").chat_id(1);
    let error = neither.validate().unwrap_err().to_string();
    assert!(error.contains("`inline_message_id`"), "{error}");
    assert!(error.contains("only `chat_id` is"), "{error}");
}

#[telegram_type(unlisted, one_of(user, chat))]
struct Target {
    user: Option<i64>,
    chat: Option<i64>,
}

#[telegram_method("aim", unlisted, returns = bool)]
struct Aim {
    targets: Vec<Target>,
}

#[test]
fn a_user_defined_type_may_have_constraints() {
    let aimed = |user: Option<i64>, chat: Option<i64>| {
        let good = Target::new().user(1);
        Aim::new(vec![good, Target { user, chat }]).validate()
    };
    assert!(aimed(None, Some(1)).is_ok());
    let error = aimed(Some(1), Some(2)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`aim` was not sent: `targets[1]`: exactly one of `user`, `chat` must be given, but \
         `user`, `chat` are"
    );
    assert_eq!(error.violations()[0].path(), Some("targets[1]"));
}

/// The part of a button that a bot needs which only reads texts.
#[telegram_type("InlineKeyboardButton")]
struct Label {
    text: String,
}

/// A button of a kind that a later version of the Bot API may add.
#[telegram_type("InlineKeyboardButton")]
struct NewButton {
    text: String,
    url: Option<String>,
    #[telegram(unlisted)]
    wave: Option<bool>,
}

#[test]
fn a_partial_definition_has_only_constraints_that_it_can_violate() {
    let count = |info: &TypeInfo| info.relations.len();
    assert_eq!(count(Label::INFO), 0);
    assert_eq!(count(NewButton::INFO), 0);
    assert_eq!(count(InlineKeyboardButton::INFO), 3);
    assert!(NewButton::new("a").wave(true).validate().is_ok());
    assert!(InlineKeyboardButton::new("a").validate().is_err());
}

#[test]
fn a_received_keyboard_can_be_sent() {
    let text = r#"{"inline_keyboard":[
        [{"text":"Pay","pay":true}],
        [{"text":"a","callback_data":"a","later":{"x":[1]}},{"text":"b","switch_inline_query":""}],
        [{"text":"c","disabled":{}}]
    ],"later":1}"#;
    let keyboard: InlineKeyboardMarkup = serde_json::from_str(text).unwrap();
    assert_eq!(keyboard.validate(), Ok(()));
}

/// A value whose content is unknown to telegrammar.
#[derive(serde::Serialize, serde::Deserialize, Default)]
struct Opaque {
    inline_keyboard: Vec<Vec<String>>,
}
telegrammar::field!(Opaque);

#[telegram_method("sendGame")]
struct Play {
    chat_id: i64,
    game_short_name: String,
    reply_markup: Option<Opaque>,
}

#[telegram_method("savePreparedKeyboardButton")]
struct Prepare {
    user_id: i64,
    button: Opaque,
}

#[test]
fn opaque_values_violate_no_constraint() {
    let opaque = || Opaque {
        inline_keyboard: vec![vec!["a".to_owned()]],
    };
    let play = Play::new(1, "a").reply_markup(opaque());
    assert_eq!(play.validate(), Ok(()));
    assert_eq!(Prepare::new(1, opaque()).validate(), Ok(()));
}

#[test]
fn an_unknown_variant_violates_no_rule() {
    let react = |kind: &str| {
        let text = format!(r#"[{{"type":"{kind}"}}]"#);
        let reaction: Vec<ReactionType> = serde_json::from_str(&text).unwrap();
        SetMessageReaction::new(1, 1).reaction(reaction).validate()
    };
    assert_eq!(react("hologram"), Ok(()));
    assert_eq!(
        react("paid").unwrap_err().to_string(),
        "`setMessageReaction` was not sent: `reaction[*]` must not be `ReactionTypePaid`"
    );
}

#[test]
fn objects_in_mixed_lists_are_validated() {
    let text = r#"{"text":["a",{"type":"hologram"},{"type":"button","button":{"text":"b"}}]}"#;
    let paragraph: InputRichBlockParagraph = serde_json::from_str(text).unwrap();
    let error = paragraph.validate().unwrap_err();
    let paths: Vec<_> = error.violations().iter().map(Violation::path).collect();
    assert_eq!(paths, [Some("text[2].button")]);
}
