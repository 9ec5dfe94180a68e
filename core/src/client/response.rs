//! Reads the answer to a call without sending one.

use super::method::{Method, reader};
use crate::error::Error;
use crate::http::envelope::{self, Options};
use crate::http::request::Response;
use crate::json::decode::report;

/// Reads the answer to a call of the method `M`, as a [`Call`](crate::Call) does with what its
/// transport returns. `limit` is the largest body, in bytes, that is looked at.
///
/// The envelope's `ok` is trusted over the HTTP status.
///
/// # Errors
///
/// [`Error::Api`] if `ok` is `false`, [`Error::Response`] if the body is not an answer of the Bot
/// API, [`Error::Decode`] if its result is not what the method answers with.
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
