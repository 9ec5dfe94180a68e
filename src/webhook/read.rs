//! Requests of the server, and why one is refused.

use std::error::Error;
use std::fmt;

use super::compare::is_equal;
use super::{SECRET_HEADER, Secret};
use crate::error::JsonError;
use crate::from_json;
use crate::types::Update;

/// The receiving end of a webhook: it checks that a request came from the server, and decodes the
/// update.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// `None` if anyone may send updates.
    secret: Option<Secret>,
}

impl Webhook {
    /// Creates a webhook that accepts only requests with this secret.
    #[must_use]
    pub fn new(secret: Secret) -> Self {
        Self {
            secret: Some(secret),
        }
    }

    /// Creates a webhook that accepts requests of anyone.
    ///
    /// Whoever knows the URL can send any update, in the name of any user. Use it only if something
    /// else proves who sent a request, such as a secret path or a client certificate.
    #[must_use]
    pub fn without_secret() -> Self {
        Self { secret: None }
    }

    /// Decodes the update of a request.
    ///
    /// `secrets` are the values of all headers with the name [`SECRET_HEADER`], such as
    /// `headers.get_all(webhook::SECRET_HEADER)`. `body` is the body as it was received: an update
    /// is decoded from bytes, because they need not be UTF-8.
    ///
    /// An update that cannot be decoded is not an error: it is an
    /// [`UpdateKind::Undecodable`](crate::types::UpdateKind::Undecodable), to be answered as any
    /// other, because the server would only send the same again. For the same reason, a body that is
    /// not an update at all is [`Rejection::Malformed`], whose status is 200. It is also logged by
    /// `tracing` as a warning.
    ///
    /// ```
    /// use telegrammar::webhook::{Rejection, Secret, Webhook};
    ///
    /// let webhook = Webhook::new(Secret::new("s3cret")?);
    /// let body = r#"{"update_id":1,"poll":{}}"#;
    /// assert_eq!(webhook.read(["s3cret"], body)?.update_id, 1);
    ///
    /// let rejection = webhook.read(["guess"], body).expect_err("a wrong secret");
    /// assert_eq!(rejection, Rejection::WrongSecret);
    /// assert_eq!(rejection.status(), 403);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The secret is missing, wrong or repeated, and then the body is not read; or the body is not
    /// an update at all.
    pub fn read(
        &self,
        secrets: impl IntoIterator<Item = impl AsRef<[u8]>>,
        body: impl AsRef<[u8]>,
    ) -> Result<Update, Rejection> {
        if let Some(secret) = &self.secret {
            let mut secrets = secrets.into_iter();
            let received = secrets.next().ok_or(Rejection::MissingSecret)?;
            // Which one a proxy or an HTTP crate would look at is not known.
            if secrets.next().is_some() {
                return Err(Rejection::RepeatedSecret);
            }
            if !is_equal(secret.expose().as_bytes(), received.as_ref()) {
                return Err(Rejection::WrongSecret);
            }
        }
        from_json(body.as_ref()).map_err(|error| {
            tracing::warn!(target: "telegrammar", %error, "a request to the webhook is not an update");
            Rejection::Malformed(error)
        })
    }
}

/// Why a request is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rejection {
    /// The request has no secret.
    MissingSecret,
    /// The request has another secret.
    WrongSecret,
    /// The request has more than one header with a secret.
    RepeatedSecret,
    /// The body is not an update: it is no JSON object with an `update_id`.
    Malformed(JsonError),
}

impl Rejection {
    /// Returns the HTTP status to answer with: 403 if the secret is the reason, and 200 for a body
    /// that is not an update.
    ///
    /// The server sends an update again until the status is one of 2xx, and holds those after it
    /// back. A body that cannot be read will not be readable the next time, so it is accepted: the
    /// request has the secret, or the webhook accepts everyone.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::MissingSecret | Self::WrongSecret | Self::RepeatedSecret => 403,
            Self::Malformed(_) => 200,
        }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingSecret => write!(f, "the request has no header `{SECRET_HEADER}`"),
            Self::WrongSecret => write!(f, "the header `{SECRET_HEADER}` has another secret"),
            Self::RepeatedSecret => write!(f, "the request has several headers `{SECRET_HEADER}`"),
            Self::Malformed(error) => write!(f, "the request is not an update: {error}"),
        }
    }
}

impl Error for Rejection {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            // `Display` has its text already.
            Self::Malformed(error) => error.source(),
            _ => None,
        }
    }
}
