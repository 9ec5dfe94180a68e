//! What parameters owe each other.

use telegrammar::telegram_method;

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
fn exactly_one_of_several_is_given() {
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
fn a_message_is_named_in_one_way_wholly() {
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
