//! Calls of methods by their names, with parameters as JSON.

mod check;
mod error;
mod form;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::methods::{self, MethodEntry, Methods};
use super::nearest::nearest;
use crate::__private::{FieldVisitor, send, with_attached};
use crate::schema::MethodInfo;
use crate::{Bot, Call, InputFile, Method};
use check::Misfit;
use error::start;

pub use error::CallError;

/// What a parameter starts with that is a file to upload.
const ATTACH: &str = "attach://";

/// A function that calls one method.
pub(super) type CallByName = fn(&Bot, &Value) -> Result<Call<Value>, serde_json::Error>;

/// Calls a method of the Bot API by its name, with parameters as a JSON object.
///
/// The parameters are decoded into the method's struct, so a call is checked as any other. The result
/// is what the server sent. A file is given by its id or URL; see [`Methods::call_with_files`] for
/// others.
///
/// # Errors
///
/// There is no such method, or the parameters are of wrong types, or there is a member that the
/// definition does not have, also in an inner object. That they violate a rule is an
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
        self.call_with_files(bot, method, parameters, Vec::new())
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
        let mut named = self.named(method).peekable();
        let Some(first) = named.peek().copied() else {
            return Err(CallError::UnknownMethod {
                name: start(method),
                nearest: self.nearest(method),
            });
        };
        let given = object(parameters).map_err(|problem| {
            error(
                first,
                Misfit {
                    path: String::new(),
                    problem: problem.to_owned(),
                },
            )
        })?;
        // Of several structs, that which takes the parameters; or else the one with most of them.
        let mut misfits = Vec::new();
        let given_files: Vec<_> = files.iter().map(|(name, _)| name.clone()).collect();
        with_attached(files, || {
            for entry in named {
                let Some(call) = entry.call else {
                    continue;
                };
                let misfit = match check::unknown(entry, given)
                    .or_else(|| unattached(entry, given, &given_files))
                {
                    Some(misfit) => misfit,
                    None => match call(bot, parameters) {
                        Ok(call) => return Ok(call),
                        Err(problem) => check::mistyped(entry, given).unwrap_or(Misfit {
                            path: String::new(),
                            problem: problem.to_string(),
                        }),
                    },
                };
                misfits.push((number_of_known(entry, given), misfit));
            }
            let best = misfits.into_iter().rev().max_by_key(|(count, _)| *count);
            Err(match best {
                Some((_, misfit)) => error(first, misfit),
                None => CallError::OnlyDocumented(first.name()),
            })
        })
    }

    /// Returns the texts that stand for files in the parameters of a method, each with its path, such
    /// as `media[0].thumbnail` and `attach://small`.
    #[must_use]
    pub fn files(&self, method: &str, parameters: &Value) -> Vec<(String, String)> {
        let Ok(given) = object(parameters) else {
            return Vec::new();
        };
        let mut all: Vec<(String, String)> = Vec::new();
        for file in self
            .named(method)
            .flat_map(|entry| check::files(entry, given))
        {
            if !all.contains(&file) {
                all.push(file);
            }
        }
        all
    }

    /// Returns the name of the list that is most similar to this one, if one is similar.
    #[must_use]
    pub fn nearest(&self, method: &str) -> Option<&'static str> {
        nearest(method, self.iter().map(MethodEntry::name))
    }
}

fn error(entry: &MethodEntry, misfit: Misfit) -> CallError {
    CallError::Parameters {
        method: entry.name(),
        path: misfit.path,
        problem: misfit.problem,
    }
}

/// Returns the members of parameters.
fn object(parameters: &Value) -> Result<&Map<String, Value>, &'static str> {
    if check::is_too_deep(parameters) {
        return Err("the parameters are nested too deep");
    }
    let given = parameters.as_object();
    given.ok_or("the parameters must be an object")
}

/// Returns a file that is referred to but not given, or given but not referred to.
fn unattached(entry: &MethodEntry, given: &Map<String, Value>, names: &[String]) -> Option<Misfit> {
    let texts = check::files(entry, given);
    let of_text = |text: &str| {
        names
            .iter()
            .any(|name| text.strip_prefix(ATTACH) == Some(name))
    };
    let missing = texts
        .iter()
        .find(|(_, text)| text.starts_with(ATTACH) && !of_text(text));
    if let Some((path, text)) = missing {
        return Some(Misfit {
            path: path.clone(),
            problem: format!("is `{}`, but no file of this name is given", start(text)),
        });
    }
    let is_used = |name: &&String| {
        let mut members = given.values();
        members.any(|member| mentions(member, name))
    };
    let unused = names.iter().find(|name| !is_used(name))?;
    Some(Misfit {
        path: String::new(),
        problem: format!("no parameter is `{ATTACH}{}`", start(unused)),
    })
}

/// Whether a text of the value refers to this file. Not all types tell where they have files.
fn mentions(value: &Value, file: &str) -> bool {
    match value {
        Value::String(text) => text.strip_prefix(ATTACH) == Some(file),
        Value::Array(items) => items.iter().any(|item| mentions(item, file)),
        Value::Object(members) => members.values().any(|member| mentions(member, file)),
        _ => false,
    }
}

/// The number of parameters that the method has.
fn number_of_known(entry: &MethodEntry, given: &Map<String, Value>) -> usize {
    let params = entry.info().params().iter();
    params
        .filter(|param| given.contains_key(param.name))
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
