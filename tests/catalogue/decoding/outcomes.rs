//! What each way of decoding makes of one input, and what must hold between the ways.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::{Debug, Display};
use std::future::ready;
use std::pin::pin;
use std::sync::LazyLock;
use std::task::{Context, Poll, Waker};

use serde::Serialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use telegrammar::error::{JsonError, Repair};
use telegrammar::transport::{Request, Response};
use telegrammar::{Bot, Error, from_json, from_json_strict};
use tower::service_fn;

use crate::decoding::ways::{Answer, Decoded, TOKEN, envelope};

/// What strict and lenient decoding make of an input, as it is written again.
pub(crate) struct Outcomes {
    pub(crate) strict: Result<Value, JsonError>,
    pub(crate) lenient: Result<Value, Error>,
    pub(crate) repairs: Vec<Repair>,
    /// What should hold between the ways, and does not.
    pub(crate) problems: Vec<String>,
}

thread_local! {
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static REPAIRS: RefCell<Vec<Repair>> = const { RefCell::new(Vec::new()) };
}

/// A bot that gets the answer of its thread.
static BOT: LazyLock<Bot> = LazyLock::new(|| {
    let answer = |_: Request| ready(Ok::<_, Infallible>(Response::new(200, ANSWER.take())));
    Bot::builder(TOKEN)
        .transport(service_fn(answer))
        .on_repair(|repair| REPAIRS.with_borrow_mut(|repairs| repairs.push(repair.clone())))
        .build()
        .expect("a bot")
});

/// A result as a bot decodes it, and what it repairs.
fn lenient<T: Decoded>(json: impl AsRef<[u8]>) -> (Result<T, Error>, Vec<Repair>) {
    ANSWER.set(envelope(json));
    let call = pin!(BOT.send(Answer::<T>::default()));
    match call.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => (result, REPAIRS.take()),
        Poll::Pending => unreachable!("the answer is there"),
    }
}

pub(crate) fn is_json(json: &[u8]) -> bool {
    serde_json::from_slice::<IgnoredAny>(json).is_ok()
}

struct Problems(Vec<String>);

impl Problems {
    fn unless(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.0.push(what());
        }
    }

    /// Both ways give the same value, or none.
    fn same<T: PartialEq + Debug, E: Display, F: Display>(
        &mut self,
        ways: &str,
        one: Result<&T, E>,
        other: Result<&T, F>,
    ) {
        match (one, other) {
            (Ok(one), Ok(other)) => {
                self.unless(one == other, || format!("{ways}: {one:?} and {other:?}"));
            }
            (Err(_), Err(_)) => {}
            (Ok(one), Err(error)) => self
                .0
                .push(format!("{ways}: {one:?} and the error {error}")),
            (Err(error), Ok(one)) => self
                .0
                .push(format!("{ways}: the error {error} and {one:?}")),
        }
    }
}

/// Decodes JSON, or what was JSON, in every way.
pub(crate) fn outcomes<T>(json: &[u8]) -> Outcomes
where
    T: Decoded + Serialize + PartialEq + Debug,
{
    let mut problems = Problems(Vec::new());
    let strict = from_json_strict::<T>(json);
    let own = from_json::<T>(json);
    let (lenient, repairs) = lenient::<T>(json);
    if let Ok(text) = str::from_utf8(json) {
        check_syntax(&mut problems, text, &strict, &lenient);
        if is_json(json) {
            check(&mut problems, text, &strict, &own, &lenient, &repairs);
        }
    } else {
        let is_syntax = strict.as_ref().is_err_and(JsonError::is_syntax);
        problems.unless(is_syntax, || {
            "bytes that are not UTF-8 are accepted".to_owned()
        });
        let (lossy, _) = self::lenient::<T>(String::from_utf8_lossy(json).as_bytes());
        problems.same("U+FFFD or other bytes", lossy.as_ref(), lenient.as_ref());
        let is_told = !repairs.is_empty() || lenient.is_err();
        problems.unless(is_told, || "bytes were replaced without a word".to_owned());
    }
    if T::IS_RECEIVED {
        // What is no JSON may be some with the brackets of the envelope.
        if is_json(String::from_utf8_lossy(json).as_bytes()) {
            problems.same("from_json and a result", own.as_ref(), lenient.as_ref());
        } else {
            problems.unless(own.is_err(), || "from_json accepts no JSON".to_owned());
        }
    } else {
        problems.unless(own == strict, || {
            "not strict, although it can be sent".to_owned()
        });
    }
    Outcomes {
        strict: strict.map(|value| written(&value)),
        lenient: lenient.map(|value| written(&value)),
        repairs,
        problems: problems.0,
    }
}

fn check_syntax<T>(
    problems: &mut Problems,
    text: &str,
    strict: &Result<T, JsonError>,
    lenient: &Result<T, Error>,
) {
    let is_syntax = strict.as_ref().is_err_and(JsonError::is_syntax);
    if is_json(text.as_bytes()) {
        problems.unless(!is_syntax, || "JSON is taken for none".to_owned());
    } else {
        problems.unless(strict.is_err(), || "no JSON, and accepted".to_owned());
    }
    let is_answer = is_json(&envelope(text));
    let is_read = !matches!(lenient, Err(Error::Response(_)));
    problems.unless(is_answer == is_read, || {
        format!("the answer is JSON: {is_answer}")
    });
}

fn check<T>(
    problems: &mut Problems,
    text: &str,
    strict: &Result<T, JsonError>,
    own: &Result<T, JsonError>,
    lenient: &Result<T, Error>,
    repairs: &[Repair],
) where
    T: Decoded + Serialize + PartialEq + Debug,
{
    if strict.is_ok() || lenient.is_ok() && repairs.is_empty() {
        problems.same("strict and lenient", strict.as_ref(), lenient.as_ref());
    }
    problems.unless(strict.is_err() || repairs.is_empty(), || {
        format!("repairs of what is right: {repairs:?}")
    });
    problems.unless(lenient.is_ok() || repairs.is_empty(), || {
        format!("repairs of what is an error: {repairs:?}")
    });
    let serde = serde_json::from_str::<T>(text);
    problems.same("from_json and serde", own.as_ref(), serde.as_ref());
    if let (Err(own), Err(serde)) = (own, serde) {
        let (own, serde) = (own.to_string(), serde.to_string());
        let words = own.split(" at line ").next().unwrap_or_default();
        problems.unless(serde.starts_with(words), || {
            format!("{own}, but by serde {serde}")
        });
    }
    // A `Value` has no member twice, no more digits than a float, no lone surrogate and limited depth.
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        let text = value.to_string();
        let own = from_json::<T>(&text).map(|value| written(&value));
        let serde = serde_json::from_value::<T>(value).map(|value| written(&value));
        problems.same("from_json and from_value", own.as_ref(), serde.as_ref());
        if let Ok(value) = lenient {
            let first = serde_json::to_string(value);
            problems.unless(first.is_ok(), || "it cannot be written".to_owned());
            let first = first.unwrap_or_default();
            let (again, _) = self::lenient::<T>(&first);
            let second = again.map(|again| serde_json::to_string(&again).unwrap_or_default());
            problems.same(
                "once and again",
                Ok::<_, Infallible>(&first),
                second.as_ref(),
            );
        }
    }
}

/// What a value is written as. By way of a text, because a `Value` cannot hold all that one can.
fn written<T: Serialize>(value: &T) -> Value {
    let text = serde_json::to_string(value);
    let value = text.and_then(|text| serde_json::from_str(&text));
    // JSON that was stored may hold what no serializer takes, such as a lone surrogate.
    value.unwrap_or_default()
}
