//! User-defined results.

use std::collections::BTreeMap;

use serde::Deserialize;
use telegrammar::transport::{self, Response};
use telegrammar::types::{Message, Update, UpdateKind};
use telegrammar::{Error, Method, telegram_method, telegram_type};

/// A type with a description.
#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Dog {
    name: String,
    age: Option<i64>,
}

type Dogs = Vec<Dog>;

#[telegram_method("listDogs", unlisted, returns = Dogs)]
struct ListDogs;

#[telegram_method("editMessageText", returns = Message)]
struct Edit {
    chat_id: i64,
    message_id: i64,
    text: String,
}

/// A type that implements `serde::Deserialize`.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
enum Weather {
    Rain,
    NoRain,
}

#[telegram_method("listWeather", unlisted, returns = BTreeMap<String, Weather>)]
struct ListWeather;

#[derive(Debug, Deserialize)]
struct Batch {
    updates: Vec<Update>,
}

#[telegram_method("getBatch", unlisted, returns = Batch)]
struct GetBatch;

fn read<M: Method>(result: &str) -> Result<M::Response, Error> {
    let body = format!(r#"{{"ok":true,"result":{result}}}"#);
    transport::decode_response::<M>(&Response::new(200, body), 1 << 20)
}

#[test]
fn a_type_with_a_target_is_decoded_into_it() {
    assert!(ListDogs::READ.is_some());
    assert!(Edit::READ.is_some());
    let dogs = read::<ListDogs>(r#"[{"name":"Rex"},{"name":"Bo","age":3.0}]"#).expect("dogs");
    assert_eq!(dogs, [Dog::new("Rex"), Dog::new("Bo").age(3)]);
}

#[test]
fn a_type_without_a_target_is_decoded_by_serde() {
    assert!(ListWeather::READ.is_none());
    let weather = read::<ListWeather>(r#"{"Oslo":"RAIN","Rome":"NO-RAIN"}"#).expect("weather");
    assert_eq!(weather["Oslo"], Weather::Rain);
    assert_eq!(weather["Rome"], Weather::NoRain);
    let error = read::<ListWeather>(r#"{"Oslo":"SNOW"}"#).expect_err("snow");
    assert!(matches!(error, Error::Decode(error) if error.path() == "result.Oslo"));
}

#[test]
fn an_undecodable_update_does_not_affect_others_in_any_result() {
    assert!(GetBatch::READ.is_none());
    let batch = read::<GetBatch>(r#"{"updates":[{"update_id":1,"poll":5},{"update_id":2}]}"#);
    let updates = batch.expect("a batch").updates;
    assert!(matches!(&updates[0].kind, UpdateKind::Undecodable { raw, .. } if raw.contains('5')));
    assert_eq!(updates[1].update_id, 2);
}
