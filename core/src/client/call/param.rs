//! Parameters that a definition does not have.

use std::fmt::{self, Write as _};

use serde::Serialize;

use crate::error::{EncodeError, Error, ValidationError, Violation};
use crate::http::request::Request;
use crate::json::encode::EncodeProblem;

/// The names of the parameters that were added to a request.
struct Added(Vec<String>);

/// Adds a parameter to a request. A value without content, such as `None`, is not sent.
pub(super) fn add(request: Request, name: &str, value: &impl Serialize) -> Result<Request, Error> {
    let method = request.method();
    let mut names = match request.extension() {
        Some(Added(names)) => names.clone(),
        None => Vec::new(),
    };
    if request.info().param(name).is_some() || names.iter().any(|known| known == name) {
        let twice = Violation::Twice {
            path: name.to_owned(),
        };
        return Err(ValidationError::of_call(method, vec![twice]).into());
    }
    let json =
        encode(value).map_err(|problem| EncodeError::new(method, name.to_owned(), problem))?;
    names.push(name.to_owned());
    let request = match json {
        None => request,
        Some(json) => {
            let body = request.body().clone().with_param(name, &json);
            request.with_body(body)
        }
    };
    Ok(request.with_extension(Added(names)))
}

/// Encodes a value as JSON; `None` if it is `null`.
fn encode(value: &impl Serialize) -> Result<Option<String>, EncodeProblem> {
    let json = serde_json::to_string(value)?;
    if json != "null" {
        return Ok(Some(json));
    }
    // This is also what serde_json writes for a number that JSON cannot express.
    let mut text = String::new();
    let _ = write!(text, "{}", Plain(value));
    match text.parse::<f64>() {
        Ok(number) if !number.is_finite() => Err(EncodeProblem::NotFinite(number)),
        _ => Ok(None),
    }
}

/// Displays a number, and nothing else.
struct Plain<'v, T>(&'v T);

impl<T: Serialize> fmt::Display for Plain<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}
