//! What a user has done.

use std::fmt;
use std::future::{Future, IntoFuture};
use std::pin::Pin;

use crate::fake::FakeBotApi;

/// Something that a [`User`](crate::User) has done. It is done at once, and the bot is told of it.
///
/// Whoever awaits it waits until the bots have handled everything, as [`FakeBotApi::idle`] does. A test
/// that polls by itself, without a bot that runs, must not await it.
///
/// ```
/// use telegrammar::methods::SendMessage;
/// use telegrammar::types::UpdateKind;
/// use telegrammar::updates::BotUpdates as _;
/// use telegrammar_testing::FakeBotApi;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let fake = FakeBotApi::start().await?;
/// let bot = fake.bot();
/// tokio::spawn(async move {
///     let mut updates = bot.updates();
///     while let Some(Ok(update)) = updates.next().await {
///         if let UpdateKind::Message(message) = update.kind {
///             let _ = SendMessage::new(message.chat.id, "Welcome").send(&bot).await;
///         }
///     }
/// });
///
/// let ann = fake.user("Ann");
/// ann.says("/start").await;
/// assert_eq!(ann.sees(), "Ann: /start\nFake Bot: Welcome\n");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct Action<'f, T = ()> {
    fake: &'f FakeBotApi,
    result: T,
}

impl<'f, T> Action<'f, T> {
    pub(crate) fn new(fake: &'f FakeBotApi, result: T) -> Self {
        Self { fake, result }
    }

    /// Returns what awaiting it returns, without waiting: the id of a message that was sent, for example.
    pub fn result(self) -> T {
        self.result
    }
}

/// The future of an action.
pub(crate) type Handled<'f, T> = Pin<Box<dyn Future<Output = T> + Send + 'f>>;

impl<'f, T: Send + 'f> IntoFuture for Action<'f, T> {
    type Output = T;
    type IntoFuture = Handled<'f, T>;

    /// Waits until the bots have handled everything.
    ///
    /// # Panics
    ///
    /// The future panics if that takes longer than 10 seconds, and says what is left.
    #[track_caller]
    fn into_future(self) -> Self::IntoFuture {
        let handled = self.fake.idle();
        Box::pin(async move {
            handled.await;
            self.result
        })
    }
}

/// The id of a message or chat, for what is done to it.
impl From<Action<'_, i64>> for i64 {
    fn from(action: Action<'_, i64>) -> Self {
        action.result
    }
}

impl<T: fmt::Debug> fmt::Debug for Action<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Action").field(&self.result).finish()
    }
}
