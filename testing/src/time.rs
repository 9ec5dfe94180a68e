//! The clock of a server.

use std::time::Duration;

use crate::fake::FakeBotApi;

impl FakeBotApi {
    /// Moves the clock of the server forward, by whole milliseconds. The dates of messages and updates are
    /// later from then on.
    pub fn advance(&self, time: Duration) {
        self.shared.state().world.clock.advance(time);
        self.shared.notify();
    }
}
