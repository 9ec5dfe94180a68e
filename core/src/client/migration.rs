//! The layer that follows a group to the supergroup that it became.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::http::request::Request;
use crate::http::transport::{Transport, TransportFuture, layer};

/// Layer that repeats a request whose group was migrated to a supergroup, with the new id as
/// `chat_id`. If the request names another chat too, such as the one that a message is forwarded
/// from, the server does not tell which was migrated: the error is returned. A bot has it with [`BotBuilder::follow_migrations`](crate::BotBuilder::follow_migrations).
///
/// The server refuses such a request without performing it, so every method may be repeated. A
/// request with a one-shot stream is not: its error has the new id.
#[derive(Clone)]
pub struct MigrationLayer(Arc<Inner>);

struct Inner {
    hook: Box<dyn Fn(i64, i64) + Send + Sync>,
    /// The migrations that the hook knows.
    told: Mutex<HashSet<(i64, i64)>>,
}

/// How many migrations are remembered. A bot has far fewer.
const MOST_TOLD: usize = 10_000;

layer!(MigrationLayer);

/// Returns whether the id is that of a basic group: others are not migrated.
fn is_group(chat: i64) -> bool {
    (-999_999_999_999..0).contains(&chat)
}

impl MigrationLayer {
    /// Creates the layer. `hook` is called with the old and the new id, once for each migration, and
    /// before the request is repeated. It must return at once.
    #[must_use]
    pub fn new(hook: impl Fn(i64, i64) + Send + Sync + 'static) -> Self {
        Self(Arc::new(Inner {
            hook: Box::new(hook),
            told: Mutex::default(),
        }))
    }

    fn send(&self, inner: &Transport, request: Request) -> TransportFuture {
        let (this, inner) = (self.clone(), inner.clone());
        Box::pin(async move {
            let again = request.try_clone();
            let old = request.chat().and_then(|chat| chat.parse().ok());
            let old = old.filter(|old| is_group(*old) && !request.body().names_other_chats());
            let response = inner.send(request).await?;
            let (Some(old), Some(new)) = (old, response.migrate_to_chat_id()) else {
                return Ok(response);
            };
            this.tell(old, new);
            match again {
                Some(again) => {
                    let attempt = again.attempt().saturating_add(1);
                    inner.send(again.with_chat(new).with_attempt(attempt)).await
                }
                None => Ok(response),
            }
        })
    }

    fn tell(&self, old: i64, new: i64) {
        let is_new = {
            let mut told = self.0.told.lock().unwrap_or_else(PoisonError::into_inner);
            if told.len() >= MOST_TOLD {
                told.clear();
            }
            told.insert((old, new))
        };
        if is_new {
            (self.0.hook)(old, new);
        }
    }
}

impl fmt::Debug for MigrationLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MigrationLayer")
    }
}
