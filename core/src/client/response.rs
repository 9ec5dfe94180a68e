//! Decodes the response to a call without sending a request.

use super::method::{Method, reader};
use crate::error::Error;
use crate::http::envelope::{self, Options};
use crate::http::response::Response;
use crate::json::decode::report;

/// Decodes the response to a call of the method `M`, as a [`Call`](crate::Call) of a bot with
/// default settings does. `limit` is the maximum size of the body in bytes. Repairs are logged by
/// `tracing`.
///
/// The envelope's `ok` takes precedence over the HTTP status.
///
/// # Errors
///
/// [`Error::Api`] if `ok` is `false`, [`Error::Response`] if the body is not a Bot API response,
/// [`Error::Decode`] if its result is not a valid result of the method.
pub fn decode_response<M: Method>(response: &Response, limit: usize) -> Result<M::Response, Error> {
    let options = Options {
        limit,
        strict: false,
        reports: false,
    };
    let name = M::INFO.name();
    let (value, repairs) = envelope::decode(reader::<M>(), name, response, options)?;
    repairs.iter().for_each(report);
    Ok(value)
}
