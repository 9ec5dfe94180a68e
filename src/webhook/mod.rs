//! Webhooks: updates that the server sends, and calls as answers to it.
//!
//! Here: reading a request that the server sent, and writing the answer. Not here: an HTTP server.
//! Any will do, as it needs only the values of one header and the bytes of the body. With axum:
//!
//! ```
//! use std::sync::Arc;
//!
//! use axum::body::{Body, Bytes};
//! use axum::extract::State;
//! use axum::http::{HeaderMap, StatusCode};
//! use axum::response::{IntoResponse, Response};
//! use axum::routing::post;
//! use telegrammar::types::Update;
//! use telegrammar::webhook::{self, Webhook};
//!
//! async fn receive(bot: State<Arc<Webhook>>, headers: HeaderMap, body: Bytes) -> Response {
//!     match bot.read(headers.get_all(webhook::SECRET_HEADER), &body) {
//!         Ok(update) => greet(&update).await.unwrap_or_default(),
//!         Err(refused) => StatusCode::from_u16(refused.status())
//!             .unwrap_or(StatusCode::FORBIDDEN)
//!             .into_response(),
//!     }
//! }
//!
//! async fn greet(update: &Update) -> Option<Response> {
//!     let reply = webhook::reply(&update.message()?.reply("Hello")).ok()?;
//!     let content_type = [("Content-Type", reply.content_type().to_owned())];
//!     Some((content_type, Body::from_stream(reply.open().await.ok()?)).into_response())
//! }
//!
//! # fn app(secret: webhook::Secret) -> axum::Router {
//! let webhook = Arc::new(Webhook::new(secret));
//! let app = axum::Router::new().route("/bot", post(receive)).with_state(webhook);
//! # app
//! # }
//! ```
//!
//! The server is told of the webhook and its secret by
//! [`SetWebhook`](crate::methods::SetWebhook):
//!
//! ```
//! use telegrammar::methods::SetWebhook;
//! use telegrammar::webhook::Secret;
//!
//! let secret = Secret::new("kept-in-the-settings")?;
//! let call = SetWebhook::new("https://bot.example.com/bot").secret_token(secret.expose());
//! # Ok::<(), telegrammar::webhook::SecretError>(())
//! ```
//!
//! # Order and repetition
//!
//! The server sends an update again until it is answered with a status of 2xx. So answer even if an
//! update cannot be handled: otherwise, it blocks those after it with the same
//! [key](crate::types::Update::chat_key). The [`status`](Rejection::status) of a body that cannot be
//! read is therefore 200. An update may arrive twice if an answer was lost. Keep
//! the latest [`update_id`](crate::types::Update::update_id) per key if that does harm.

mod compare;
mod read;
mod reply;
mod secret;

pub use read::{Rejection, Webhook};
pub use reply::{ReplyError, reply};
pub use secret::{Secret, SecretError};

/// The name of the header with the webhook's secret, in lower case, as HTTP crates write it.
pub const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";
