//! A budget that several throttles of one process share.

use super::server::*;
use telegrammar_core::Throttle;
use telegrammar_core::transport::{Budget, Limit, MemoryBudget};

/// Sends to different chats with two throttles. Returns the most calls in a window.
pub(crate) async fn together(server: &Server, budget: impl Budget + Clone, limit: Limit) -> usize {
    let throttle = || Throttle::telegram().bot(limit).budget(budget.clone());
    let bots = [throttle(), throttle()].map(|throttle| server.bot(&throttle, 1));
    tokio::join!(
        send_all(&bots[0], (0..40).map(message)),
        send_all(&bots[1], (100..140).map(message))
    );
    let times: Vec<_> = server.record().iter().map(|arrival| arrival.at).collect();
    assert_eq!(times.len(), 80);
    most(&times, limit.per())
}

#[tokio::test(start_paused = true)]
async fn two_throttles_send_together_what_one_may() {
    let server = Server::new();
    let most = together(&server, MemoryBudget::new(), Limit::new(15, secs(1))).await;
    assert_eq!(most, 15);
}
