//! Definitions among constants, unit structs, types and lifetimes with names that generated code could
//! bind: a pattern with the name of a constant is that constant.
#![allow(dead_code, non_upper_case_globals, non_camel_case_types)]

use serde::{Deserialize, Serialize};
use telegrammar::{Unknown, telegram_method, telegram_type};

macro_rules! constants {
    ($($name:ident)+) => {$(const $name: u8 = 0;)+};
}

macro_rules! structs {
    ($($name:ident)+) => {$(struct $name;)+};
}

constants! {
    index visit show deserializer serializer fields value values plain word words unknown f fmt bot
    json text list item items error field target object union tag state result tokens method
}

structs! {
    S T K M H V E F W source this other self_ visitor formatter info name call
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct D;
telegrammar::param!(D);

#[telegram_method("everything", unlisted, returns = bool)]
#[derive(Debug, PartialEq)]
struct Everything<'de> {
    a: &'de str,
    forever: &'static str,
    d: D,
    e: Option<i64>,
    g: Option<String>,
}

#[telegram_method("sendMessage", returns = telegrammar::types::Message)]
struct SendMessage {
    chat_id: i64,
    #[telegram(rename = "text")]
    content: String,
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Part {
    a: String,
    e: Option<i64>,
}

#[telegram_type(unlisted, tag = "t")]
#[derive(Debug, PartialEq)]
enum Union {
    Part(Part),
    Text(String),
    Unknown(Unknown),
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
enum Word {
    First,
    Unknown(String),
}

#[test]
fn no_local_of_generated_code_is_a_users_constant() {
    let sent_everything = Everything::new("a", "b", D).e(1).g("g");
    let sent_json = r#"{"a":"a","forever":"b","d":null,"e":1,"g":"g"}"#;
    assert_eq!(serde_json::to_string(&sent_everything).unwrap(), sent_json);
    assert_eq!(
        serde_json::from_str::<Everything<'_>>(sent_json).unwrap(),
        sent_everything
    );
    let sent_part = Union::Part(Part::new("x").e(2));
    let sent_json = r#"{"t":"part","a":"x","e":2}"#;
    assert_eq!(serde_json::to_string(&sent_part).unwrap(), sent_json);
    assert_eq!(serde_json::from_str::<Union>(sent_json).unwrap(), sent_part);
    let read_word = serde_json::from_str::<Word>("\"second\"").unwrap();
    assert_eq!(read_word, Word::Unknown("second".to_owned()));
}
