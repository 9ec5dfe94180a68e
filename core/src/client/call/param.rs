//! Parameters that a definition does not have.

use crate::error::{EncodeError, Error, ValidationError, Violation};
use crate::http::request::Request;
use crate::json::encode::EncodeProblem;

/// The names of the parameters that were added to a request.
struct Added(Vec<String>);

/// Adds a parameter to a request.
pub(super) fn add(
    request: Request,
    name: &str,
    json: serde_json::Result<String>,
) -> Result<Request, Error> {
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
    let json = json.map_err(|error| {
        EncodeError::new(method, name.to_owned(), EncodeProblem::Serialize(error))
    })?;
    names.push(name.to_owned());
    let body = request.body().clone().with_param(name, &json);
    Ok(request.with_body(body).with_extension(Added(names)))
}
