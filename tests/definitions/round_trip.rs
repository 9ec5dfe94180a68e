//! `Serialize` and `Deserialize` of a declared method.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::json;
use telegrammar::telegram_method;

#[telegram_method("store", unlisted, returns = bool)]
#[derive(Clone, Debug, PartialEq)]
struct Store {
    id: i64,
    #[telegram(rename = "type")]
    kind: String,
    ratio: Option<f64>,
    ratio32: Option<f32>,
    flag: Option<bool>,
    list: Option<Vec<Option<i64>>>,
    nested: Option<Nested>,
    variant: Option<Variant>,
    big: Option<u128>,
    letter: Option<String>,
    #[telegram(skip)]
    note: u8,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Nested {
    pair: (i64, String),
    inner: Option<Box<Nested>>,
}
telegrammar::param!(Nested);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Variant {
    Unit,
    New(u8),
    Tuple(u8, u8),
    Struct { a: u8 },
}
telegrammar::param!(Variant);

#[telegram_method("borrow", unlisted, returns = bool)]
#[derive(Debug, PartialEq)]
struct Borrow<'a> {
    text: &'a str,
    cow: Option<Cow<'a, str>>,
}

/// Only types that are deserialized must implement `Deserialize`.
#[derive(Serialize)]
struct OnlySent(u8);
telegrammar::param!(OnlySent);

#[telegram_method("half", unlisted, returns = bool)]
struct Half<'a> {
    only_sent: Option<OnlySent>,
    list: Option<&'a [&'a str]>,
}

type Maybe<T> = Option<T>;

#[telegram_method("alias", unlisted, returns = bool)]
#[derive(Debug, PartialEq)]
struct Alias {
    number: Maybe<i64>,
    nested: Maybe<Nested>,
}

#[telegram_method("getMe")]
#[derive(Debug, PartialEq)]
struct Nothing;

fn full() -> Store {
    Store::new(-1, "kind")
        .ratio(0.1)
        .ratio32(0.1)
        .flag(false)
        .list(vec![Some(1), Some(2)])
        .nested(Nested {
            pair: (1, "a".to_owned()),
            inner: Some(Box::new(Nested {
                pair: (2, String::new()),
                inner: None,
            })),
        })
        .big(u128::from(u64::MAX))
        .letter("ä😀\"\\\n")
}

fn error<'de, T: Deserialize<'de>>(json: &'de str) -> String {
    match serde_json::from_str::<T>(json) {
        Ok(_) => panic!("{json} is read"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn text_round_trips() {
    let text = serde_json::to_string(&full()).unwrap();
    assert_eq!(serde_json::from_str::<Store>(&text).unwrap(), full());
    let bytes = serde_json::to_vec(&full()).unwrap();
    assert_eq!(serde_json::from_slice::<Store>(&bytes).unwrap(), full());
    assert_eq!(
        serde_json::from_reader::<_, Store>(bytes.as_slice()).unwrap(),
        full()
    );
}

#[test]
fn a_tree_of_values_round_trips() {
    let tree = serde_json::to_value(full()).unwrap();
    assert_eq!(tree["type"], "kind");
    assert_eq!(tree["nested"]["inner"]["pair"], json!([2, ""]));
    assert_eq!(tree.get("note"), None);
    assert_eq!(Store::deserialize(&tree).unwrap(), full());
    assert_eq!(serde_json::from_value::<Store>(tree).unwrap(), full());
}

#[test]
fn every_form_of_an_enum_round_trips() {
    let variants = [
        Variant::Unit,
        Variant::New(1),
        Variant::Tuple(1, 2),
        Variant::Struct { a: 1 },
    ];
    for variant in variants {
        let store = Store::new(1, "").variant(variant);
        let text = serde_json::to_string(&store).unwrap();
        assert_eq!(serde_json::from_str::<Store>(&text).unwrap(), store);
        let tree = serde_json::to_value(&store).unwrap();
        assert_eq!(serde_json::from_value::<Store>(tree).unwrap(), store);
    }
}

#[test]
fn a_skipped_field_is_deserialized_as_its_default() {
    let mut store = full();
    store.note = 7;
    let text = serde_json::to_string(&store).unwrap();
    assert_eq!(serde_json::from_str::<Store>(&text).unwrap(), full());
}

#[test]
fn a_method_without_parameters_is_an_empty_map() {
    assert_eq!(serde_json::to_string(&Nothing).unwrap(), "{}");
    assert_eq!(serde_json::from_str::<Nothing>("{}").unwrap(), Nothing);
    assert_eq!(
        error::<Nothing>(r#"{"what":1}"#),
        "`getMe` has no parameter \"what\""
    );
    assert_eq!(
        error::<Nothing>("[]"),
        "expected an object of parameters, found an Array"
    );
}

#[test]
fn strings_are_borrowed_from_the_input_where_possible() {
    let json = String::from(r#"{"text":"plain","cow":"plain"}"#);
    let read: Borrow<'_> = serde_json::from_str(&json).unwrap();
    let input = json.as_bytes().as_ptr_range();
    assert!(input.contains(&read.text.as_ptr()));
    assert_eq!(read, Borrow::new("plain").cow("plain"));
    // A text with escapes differs from its input.
    let escaped = r#"{"text":"plain","cow":"\n"}"#;
    assert_eq!(
        serde_json::from_str::<Borrow<'_>>(escaped).unwrap(),
        Borrow::new("plain").cow("\n")
    );
    assert!(error::<Borrow<'_>>(r#"{"text":"\n"}"#).starts_with("parameter `text`: "));
}

#[test]
fn a_method_with_a_type_that_is_only_sent_is_only_sent() {
    let names = ["a"];
    let half = Half::new().only_sent(OnlySent(1)).list(&names[..]);
    assert_eq!(
        serde_json::to_string(&half).unwrap(),
        r#"{"only_sent":1,"list":["a"]}"#
    );
}

#[test]
fn an_unknown_name_is_an_error() {
    let known = "it has `id`, `type`, `ratio`, `ratio32`, `flag`, `list`, `nested`, `variant`, \
                 `big`, `letter`";
    for name in ["zzz", "ids", "note", "Id", ""] {
        let json = format!(r#"{{"id":1,"{name}":[{{"a":1}}],"type":""}}"#);
        let expected = format!("`store` has no parameter {name:?}; {known}");
        assert_eq!(error::<Store>(&json), expected);
    }
    // Of several mistakes, the first is reported.
    let twice = error::<Store>(r#"{"id":1,"first":2,"id":3,"second":4}"#);
    assert!(twice.contains("\"first\""), "{twice}");
}

#[test]
fn a_parameter_may_be_called_method() {
    #[telegram_method("sendCustomRequest", unlisted, returns = bool)]
    #[derive(Debug, PartialEq)]
    struct SendCustomRequest {
        method: String,
    }
    let read: SendCustomRequest = serde_json::from_str(r#"{"method":"other"}"#).unwrap();
    assert_eq!(read, SendCustomRequest::new("other"));
}

#[test]
fn null_counts_as_unset() {
    let json = r#"{"id":1,"type":"","flag":null,"nested":null}"#;
    assert_eq!(
        serde_json::from_str::<Store>(json).unwrap(),
        Store::new(1, "")
    );
}

#[test]
fn an_alias_of_option_that_is_none_round_trips() {
    let alias = Alias::new(None, None);
    let text = serde_json::to_string(&alias).unwrap();
    assert_eq!(text, "{}");
    assert_eq!(serde_json::from_str::<Alias>(&text).unwrap(), alias);
    let text = r#"{"number":null,"nested":null}"#;
    assert_eq!(serde_json::from_str::<Alias>(text).unwrap(), alias);
}

#[test]
fn the_error_for_a_missing_parameter_names_it() {
    assert_eq!(error::<Store>(r#"{"id":1}"#), "missing field `type`");
    assert_eq!(error::<Store>("{}"), "missing field `id`");
}

#[test]
fn the_error_for_a_parameter_of_the_wrong_type_names_it() {
    let wrong = [
        (r#"{"id":"1","type":""}"#, "parameter `id`: "),
        (r#"{"id":1,"type":2}"#, "parameter `type`: "),
        (r#"{"id":1,"type":"","flag":"yes"}"#, "parameter `flag`: "),
        (r#"{"id":1,"type":"","list":{}}"#, "parameter `list`: "),
        (r#"{"id":1.5,"type":""}"#, "parameter `id`: "),
        (
            r#"{"id":9223372036854775808,"type":""}"#,
            "parameter `id`: ",
        ),
    ];
    for (json, start) in wrong {
        let text = error::<Store>(json);
        assert!(text.starts_with(start), "{json}: {text}");
    }
}

#[test]
fn a_duplicate_parameter_is_an_error() {
    assert_eq!(
        error::<Store>(r#"{"id":1,"type":"","id":2}"#),
        "duplicate field `id`"
    );
}

#[test]
fn rules_are_not_checked_when_deserializing() {
    // Stored values are checked when they are sent.
    let json = r#"{"user_id":1,"limit":1000}"#;
    let read: telegrammar::methods::GetUserProfilePhotos = serde_json::from_str(json).unwrap();
    assert!(read.validate().is_err());
}
