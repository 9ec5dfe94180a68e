//! Calls as answers to the server.

use std::error::Error as StdError;
use std::fmt;

use crate::__private::reply_body;
use crate::transport::Body;
use crate::{Error, Method};

/// Methods that the server ignores in an answer, beside all that begin with `get`.
const IGNORED: [&str; 4] = ["setWebhook", "deleteWebhook", "close", "logOut"];

/// Returns a call as the body of the answer to a webhook's request: the server performs it, without
/// a request of the bot.
///
/// The body is JSON, or a form if there is a file to upload. Answer with the status 200 and the
/// header `Content-Type` of [`Body::content_type`], without which the server ignores the answer.
/// Neither the result nor an error of the call is ever known to the bot. One answer has one call.
///
/// ```
/// use telegrammar::methods::SendMessage;
/// use telegrammar::transport::Body;
/// use telegrammar::webhook;
///
/// let reply = webhook::reply(&SendMessage::new(42, "Hello"))?;
/// assert_eq!(reply.content_type(), "application/json");
/// let Body::Json(json) = reply else {
///     panic!("no file is uploaded");
/// };
/// assert_eq!(json, r#"{"chat_id":42,"text":"Hello","method":"sendMessage"}"#);
/// # Ok::<(), telegrammar::webhook::ReplyError>(())
/// ```
///
/// # Errors
///
/// The parameters violate rules of the Bot API or cannot be encoded; or the server ignores the
/// method in an answer: `setWebhook`, `deleteWebhook`, `close`, `logOut`, and all methods whose
/// names begin with `get`.
pub fn reply<M: Method>(method: &M) -> Result<Body, ReplyError> {
    let name = M::INFO.name();
    if IGNORED.contains(&name) || name.starts_with("get") {
        return Err(ReplyError::Ignored { method: name });
    }
    reply_body(method).map_err(ReplyError::Parameters)
}

/// A call cannot be the answer to a webhook's request.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReplyError {
    /// The server ignores this method in an answer. Send it as a call.
    Ignored {
        /// The name of the method.
        method: &'static str,
    },
    /// The parameters violate rules of the Bot API or cannot be encoded.
    Parameters(Error),
}

impl fmt::Display for ReplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ignored { method } => write!(
                f,
                "`{method}` cannot be the answer to a webhook's request, because the server ignores it there; send it as a call"
            ),
            Self::Parameters(error) => error.fmt(f),
        }
    }
}

impl StdError for ReplyError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Ignored { .. } => None,
            Self::Parameters(error) => error.source(),
        }
    }
}
