//! The clock of a server, and limits by time.

use std::time::Duration;

use super::FakeBotApi;
use crate::server::time;
use crate::world::FloodLimits;

impl FakeBotApi {
    /// Moves the clock of the server forward, by whole milliseconds. The dates of messages and updates are
    /// later from then on, and whatever ends before that time has ended:
    ///
    /// - queries: an inline query after 30 seconds, and a callback, shipping or pre-checkout query after 150;
    /// - updates that the bot has not confirmed: with their queries, a `chosen_inline_result` after 10
    ///   minutes, and any other after 24 hours;
    /// - bans, restrictions and memberships with an `until_date`, polls with an `open_period` or `close_date`, and
    ///   live locations with a `live_period`;
    /// - the wait for [flood limits](FloodLimits), and the pause before an update is delivered to a webhook again.
    ///
    /// How long a poll waits, and [delays of replies](crate::Reply::delay), are real time.
    ///
    /// ```
    /// use std::time::Duration;
    /// use telegrammar::methods::{AnswerCallbackQuery, GetUpdates, SendMessage};
    /// use telegrammar::types::{InlineKeyboardButton, InlineKeyboardMarkup, UpdateKind};
    /// use telegrammar_testing::FakeBotApi;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let fake = FakeBotApi::start().await?;
    /// let (ann, bot) = (fake.user("Ann"), fake.bot());
    /// let yes = InlineKeyboardButton::new("Yes").callback_data("yes");
    /// let keyboard = InlineKeyboardMarkup::new(vec![vec![yes]]);
    /// SendMessage::new(ann.id(), "Sure?").reply_markup(keyboard).send(&bot).await?;
    /// ann.presses("Yes");
    /// let update = GetUpdates::new().send(&bot).await?.remove(0);
    /// let UpdateKind::CallbackQuery(query) = update.kind else {
    ///     panic!("a button was pressed");
    /// };
    /// fake.advance(Duration::from_secs(150));
    /// let refused = AnswerCallbackQuery::new(query.id).send(&bot).await.unwrap_err();
    /// assert!(refused.to_string().contains("query is too old"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn advance(&self, time: Duration) {
        time::advance(&self.shared, time);
    }

    /// Limits how many messages each bot may send from now on, or ends such limits. More are refused with 429
    /// and the seconds to wait, in the header `Retry-After` too. Default: no limits.
    pub fn set_flood_limits(&self, limits: impl Into<Option<FloodLimits>>) {
        let limits = limits.into();
        self.shared.state().world.set_flood_limits(limits);
    }
}
