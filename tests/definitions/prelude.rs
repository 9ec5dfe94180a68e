//! Definitions without any prelude.
#![no_implicit_prelude]

use ::serde::{Deserialize, Serialize};
use ::std::option::Option;
use ::std::string::String;
use ::std::vec::Vec;
use ::telegrammar::telegram_method;

const LEAST: i64 = 1;

#[derive(Serialize, Deserialize)]
struct Own(i64);
::telegrammar::param!(Own: Long = |own| own.0);

#[telegram_method("getMe")]
struct GetMe;

#[telegram_method("getUpdates", returns = Vec<::telegrammar::types::Update>)]
struct Updates;

#[telegram_method("getUserProfilePhotos")]
struct Photos {
    user_id: Own,
    offset: Option<i64>,
    #[telegram(range = LEAST..=50)]
    limit: Option<i64>,
}

#[telegram_method("everything", unlisted, returns = bool, one_of(a, b))]
struct Everything<'a> {
    #[telegram(len = 1..=5, default = "x")]
    a: Option<String>,
    #[telegram(bytes = 1..=5)]
    b: Option<&'a str>,
    #[telegram(items = 1..=2)]
    list: Vec<i64>,
    #[telegram(range = 0.0..=1.0)]
    ratio: Option<f64>,
    #[telegram(rename = "type", default = true)]
    flag: Option<bool>,
    #[telegram(skip)]
    skipped: Option<Own>,
}

#[telegram_method("everything", unlisted, returns = bool, one_of(c, d))]
struct More<'a> {
    #[telegram(flatten)]
    base: Everything<'a>,
    #[telegram(len = 1..=5)]
    c: Option<String>,
    d: Option<i64>,
}

#[::telegrammar::telegram_type("Message")]
struct Moody {
    #[telegram(flatten)]
    base: ::telegrammar::types::Message,
    #[telegram(unlisted)]
    mood: Option<String>,
    #[telegram(rest)]
    rest: ::telegrammar::value::UnknownFields,
}

// Only the enum's own name is in scope.
#[telegram_method("bare", unlisted, returns = ::core::primitive::bool)]
struct Bare {
    value: ::std::option::Option<::std::string::String>,
}

#[::std::prelude::v1::test]
fn definitions_work_without_a_prelude() {
    let photos = Photos::new(Own(1)).offset(2).limit(3);
    ::std::assert!(photos.validate().is_ok());
    ::std::assert!(photos.limit(51).validate().is_err());
    ::std::assert!(GetMe::new().validate().is_ok());
    ::std::assert!(Updates::new().validate().is_ok());
    let everything = Everything::new(::std::vec![1]).a("a").ratio(0.5).flag(true);
    ::std::assert!(everything.validate().is_ok());
    ::std::assert!(everything.skipped.is_none());
    ::std::assert!(More::new(everything.b("b")).d(1).validate().is_err());
    let json = br#"{"message_id":1,"date":2,"chat":{"id":3,"type":"private"},"mood":"sad","x":1}"#;
    let moody: Moody = ::telegrammar::from_json(json).unwrap();
    ::std::assert_eq!(
        (
            moody.base.message_id,
            moody.mood.as_deref(),
            moody.rest.len()
        ),
        (1, Option::Some("sad"), 1)
    );
    let bare = Bare::new().value("x");
    let text = ::serde_json::to_string(&bare).unwrap();
    ::std::assert_eq!(text, r#"{"value":"x"}"#);
    ::std::assert!(::serde_json::from_str::<Photos>("{}").is_err());
}
