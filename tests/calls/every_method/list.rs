//! Every method as a call that can be sent.

use std::pin::Pin;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use telegrammar::schema::MethodInfo;
use telegrammar::{Bot, Error, Method, methods};
use telegrammar_macros::listed;

/// The parameters of a call by name.
pub(crate) type Members = Map<String, Value>;

/// The future of a call.
pub(crate) type Sending = Pin<Box<dyn Future<Output = Result<(), Error>>>>;

pub(crate) struct Call {
    /// The name of the struct.
    pub(crate) name: &'static str,
    pub(crate) info: &'static MethodInfo,
    pub(crate) send: fn(&Bot, &Members) -> Sending,
}

/// Creates the method with these parameters.
pub(crate) fn method<M: Method + DeserializeOwned>(arguments: &Members) -> M {
    let outcome = serde_json::from_value(Value::Object(arguments.clone()));
    outcome.unwrap_or_else(|error| panic!("{}: {error}", M::INFO.name()))
}

macro_rules! list {
    (methods: $($name:ident)+) => {
        pub(crate) fn calls() -> Vec<Call> {
            vec![$(Call {
                name: stringify!($name),
                info: methods::$name::INFO,
                send: |bot, arguments| {
                    let call = method::<methods::$name>(arguments).send(bot);
                    Box::pin(async move { call.await.map(drop) })
                },
            },)+]
        }
    };
}

listed!(list! methods);
