//! A call as the answer to a webhook's request, which the server performs.

use crate::client::method::{Method, Parameters};
use crate::error::Error;
use crate::http::body::Body;
use crate::http::body::encode::encode;
use crate::schema::MethodInfo;
use crate::value::Object;

/// Returns the parameters of a call and its method's name, as one body.
///
/// # Errors
///
/// The parameters violate rules of the Bot API or cannot be encoded.
pub fn reply_body<M: Method>(method: &M) -> Result<Body, Error> {
    named(M::INFO, &Parameters(method))
}

fn named(info: &'static MethodInfo, parameters: &dyn Object) -> Result<Body, Error> {
    // The server is not known to read files from the disk of the bot.
    let body = encode(info, parameters, true, false)?;
    // Names of methods need no escaping.
    Ok(body.with_param("method", &format!("\"{}\"", info.name())))
}
