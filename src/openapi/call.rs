//! Calls of methods by their names, with parameters as JSON.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::methods::{self, MethodEntry, Methods};
use crate::__private::{FieldVisitor, send, with_attached};
use crate::schema::MethodInfo;
use crate::{Bot, Call, InputFile, Method};

/// A function that calls one method.
pub(super) type CallByName = fn(&Bot, &Value) -> Result<Call<Value>, serde_json::Error>;

/// A call by name was not made, because there is no such method, or because its parameters are not of
/// their types.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CallError {
    /// The list has no method of this name.
    UnknownMethod(String),
    /// The method was added by [`Methods::with_documented`].
    OnlyDocumented(&'static str),
    /// The parameters do not fit the definition of the method.
    Parameters {
        /// The name of the method.
        method: &'static str,
        /// What is wrong, and where.
        problem: String,
    },
}

impl std::fmt::Display for CallError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownMethod(name) => write!(f, "there is no method `{name}`"),
            Self::OnlyDocumented(name) => {
                write!(
                    f,
                    "`{name}` borrows its parameters and cannot be called by name"
                )
            }
            Self::Parameters { method, problem } => write!(f, "`{method}` was not sent: {problem}"),
        }
    }
}

impl std::error::Error for CallError {}

/// Calls a method of the Bot API by its name, with parameters as a JSON object.
///
/// The parameters are decoded into the method's struct, so a call is checked as any other. The result
/// is what the server sent. A file is given by its id or URL; see [`Methods::call_with_files`] for
/// others.
///
/// # Errors
///
/// There is no such method, or the parameters are of wrong types. That they violate a rule is an
/// [`Error::Invalid`](crate::Error::Invalid) of the call itself. Nothing is sent in either case.
///
/// ```no_run
/// # async fn run(bot: telegrammar::Bot) -> Result<(), Box<dyn std::error::Error>> {
/// use telegrammar::openapi;
///
/// let parameters = serde_json::json!({"chat_id": 42, "text": "Hello"});
/// let message = openapi::call(&bot, "sendMessage", &parameters)?.await?;
/// println!("{}", message["message_id"]);
/// # Ok(())
/// # }
/// ```
pub fn call(bot: &Bot, method: &str, parameters: &Value) -> Result<Call<Value>, CallError> {
    methods::bot_api().call(bot, method, parameters)
}

impl Methods {
    /// Calls a method of this list, as [`call`] does.
    ///
    /// # Errors
    ///
    /// As [`call`].
    pub fn call(
        &self,
        bot: &Bot,
        method: &str,
        parameters: &Value,
    ) -> Result<Call<Value>, CallError> {
        let mut named = self.named(method);
        let Some(first) = named.next() else {
            return Err(CallError::UnknownMethod(method.to_owned()));
        };
        // Of several structs, that which takes the parameters; or else the one with most of them.
        let all = [first].into_iter().chain(named);
        let mut errors = Vec::new();
        for entry in all {
            let Some(call) = entry.call else {
                continue;
            };
            match call(bot, parameters) {
                Ok(call) => return Ok(call),
                Err(error) => errors.push((given(entry, parameters), error.to_string())),
            }
        }
        if errors.is_empty() {
            return Err(CallError::OnlyDocumented(first.name()));
        }
        let best = errors.into_iter().rev().max_by_key(|(count, _)| *count);
        Err(CallError::Parameters {
            method: first.name(),
            problem: best.map(|(_, problem)| problem).unwrap_or_default(),
        })
    }

    /// Calls a method as [`call`](Self::call) does, with files to upload: the parameter says
    /// `attach://name` where the file with this name belongs.
    ///
    /// # Errors
    ///
    /// As [`call`].
    pub fn call_with_files(
        &self,
        bot: &Bot,
        method: &str,
        parameters: &Value,
        files: Vec<(String, InputFile)>,
    ) -> Result<Call<Value>, CallError> {
        with_attached(files, || self.call(bot, method, parameters))
    }
}

/// The number of parameters that the method has.
fn given(entry: &MethodEntry, parameters: &Value) -> usize {
    let params = entry.info().params().iter();
    params
        .filter(|param| parameters.get(param.name).is_some())
        .count()
}

/// Decodes the parameters into a method, and calls it.
pub(super) fn by_name<M: Method + DeserializeOwned>(
    bot: &Bot,
    parameters: &Value,
) -> Result<Call<Value>, serde_json::Error> {
    let method: M = serde::Deserialize::deserialize(parameters)?;
    Ok(send(bot, &AsJson(method)))
}

/// A method whose result is not decoded.
struct AsJson<M>(M);

impl<M: Method> Method for AsJson<M> {
    type Response = Value;

    const INFO: &'static MethodInfo = M::INFO;

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.0.visit_fields(visit);
    }
}
