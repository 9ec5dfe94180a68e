//! The ways in which JSON becomes a value.

use std::convert::Infallible;
use std::fmt::Debug;
use std::future::ready;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use telegrammar::__private::{Decode, FieldVisitor, Reading, read_target};
use telegrammar::error::Repair;
use telegrammar::schema::MethodInfo;
use telegrammar::transport::{Request, Response, decode_response};
use telegrammar::{Bot, Error, Method, from_json};
use tower::service_fn;

use crate::decoding::other_format;

pub(crate) const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

/// What the tests decode.
pub(crate) trait Decoded: Decode + DeserializeOwned + Send + 'static {}

impl<T: Decode + DeserializeOwned + Send + 'static> Decoded for T {}

/// A method whose result is any type that has a target.
pub(crate) struct Answer<T>(PhantomData<fn() -> T>);

impl<T> Default for Answer<T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T: Decoded> Method for Answer<T> {
    type Response = T;
    const INFO: &'static MethodInfo = &MethodInfo::new("getAnything", &[]);
    const READ: Reading<T> = Some(read_target);

    fn visit_fields<'a>(&'a self, _: &mut FieldVisitor<'_, 'a>) {}
}

/// The answer of a server with this result.
pub(crate) fn envelope(result: impl AsRef<[u8]>) -> Vec<u8> {
    [br#"{"ok":true,"result":"#, result.as_ref(), b"}"].concat()
}

/// Decodes a result without a bot.
pub(crate) fn result<T: Decoded>(json: impl AsRef<[u8]>) -> Result<T, Error> {
    decode_response::<Answer<T>>(&Response::new(200, envelope(json)), usize::MAX)
}

/// What a bot makes of an answer, and the repairs that it tells.
pub(crate) struct Outcome<T> {
    pub(crate) value: Result<T, Error>,
    pub(crate) repairs: Vec<Repair>,
}

/// Decodes a whole answer by the call of a bot.
pub(crate) fn call<T: Decoded>(body: impl Into<Vec<u8>>, strict: bool) -> Outcome<T> {
    let body = body.into();
    let told = Arc::new(Mutex::new(Vec::new()));
    let telling = Arc::clone(&told);
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(move |_: Request| {
            ready(Ok::<_, Infallible>(Response::new(200, body.clone())))
        }))
        .strict(strict)
        .on_repair(move |repair| telling.lock().expect("a lock").push(repair.clone()))
        .build()
        .expect("a bot");
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let call = bot.send(Answer::<T>::default());
    let value = runtime.expect("a runtime").block_on(call);
    drop(bot);
    let repairs = std::mem::take(&mut *told.lock().expect("a lock"));
    Outcome { value, repairs }
}

/// A result as a bot decodes it, and its repairs as paths, errors and values.
pub(crate) fn repaired<T: Decoded>(json: impl AsRef<[u8]>) -> (T, Vec<[String; 3]>) {
    let Outcome { value, repairs } = call(envelope(json), false);
    let repairs = repairs.into_iter().map(|repair| {
        assert_eq!(repair.method, "getAnything");
        [repair.path, repair.error, repair.raw]
    });
    (value.expect("a value"), repairs.collect())
}

/// What a strict bot says of a result: the path of the fault and what it is.
#[track_caller]
pub(crate) fn refused<T: Decoded + Debug>(json: impl AsRef<[u8]>) -> [String; 2] {
    match call::<T>(envelope(json), true).value {
        Err(Error::Decode(error)) => [error.path().to_owned(), error.problem().to_owned()],
        other => panic!("{other:?}"),
    }
}

#[derive(Deserialize)]
struct Flat<T> {
    #[serde(flatten)]
    value: T,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    Value(T),
    Other(Nothing),
}

/// No value at all.
#[derive(Deserialize)]
enum Nothing {}

pub(crate) type Tried<T> = Vec<(&'static str, Result<T, String>)>;

/// Reads JSON in every way by which serde can bring it.
pub(crate) fn by_serde<T: DeserializeOwned>(json: &str) -> Tried<T> {
    fn words<T>(result: Result<T, serde_json::Error>) -> Result<T, String> {
        result.map_err(|error| error.to_string())
    }
    let mut tried = vec![
        ("from_str", words(serde_json::from_str(json))),
        ("from_slice", words(serde_json::from_slice(json.as_bytes()))),
        (
            "from_reader",
            words(serde_json::from_reader(json.as_bytes())),
        ),
    ];
    let Ok(value) = serde_json::from_str::<Value>(json) else {
        return tried;
    };
    // An `Option` that is flattened makes nothing of every error, whatever it holds.
    let is_option = std::any::type_name::<T>().starts_with("core::option::Option");
    if value.is_object() && !is_option {
        let flat = serde_json::from_str::<Flat<T>>(json).map(|flat| flat.value);
        tried.push(("flatten", words(flat)));
    }
    let untagged = serde_json::from_str::<Untagged<T>>(json).map(|read| match read {
        Untagged::Value(value) => value,
        Untagged::Other(nothing) => match nothing {},
    });
    tried.push(("untagged", words(untagged)));
    tried.push(("another format", other_format::read(&value)));
    tried.push(("from_value", words(serde_json::from_value(value))));
    tried
}

/// Reads JSON in every way, of which all but the last are for values of their own.
pub(crate) fn every_way<T: Decoded>(json: &str) -> Tried<T> {
    let mut tried = by_serde(json);
    let own = from_json(json).map_err(|error| error.to_string());
    tried.insert(0, ("from_json", own));
    let result = result(json).map_err(|error| error.to_string());
    tried.push(("decode_response", result));
    tried
}

/// Reads JSON in every way, and hands each value to `check`.
#[track_caller]
pub(crate) fn in_every_way<T: Decoded>(json: &str, check: impl Fn(&T)) {
    for (way, value) in every_way::<T>(json) {
        match value {
            Ok(value) => check(&value),
            Err(error) => panic!("{way}: {error}\n{json}"),
        }
    }
}

/// Reads JSON in every way, and hands each error to `check`.
#[track_caller]
pub(crate) fn in_no_way<T: Decoded + Debug>(json: &str) {
    for (way, value) in every_way::<T>(json) {
        assert!(value.is_err(), "{way}: {value:?}\n{json}");
    }
}
