//! The clock: what moves it, and what happens by itself when time passes.

use std::sync::Arc;
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::sync::watch;

use super::delivery;
use super::shared::Shared;

/// Moves the clock forward.
pub(crate) fn advance(shared: &Arc<Shared>, time: Duration) {
    shared.state().world.clock.advance(time);
    shared.notify();
    // What has ended may have made updates.
    delivery::start(shared);
}

/// Moves the clock forward by the `seconds` in a body. Returns the time that it is then.
///
/// # Errors
///
/// What is wrong with the body.
pub(super) fn advance_by(shared: &Arc<Shared>, body: &Map<String, Value>) -> Result<Value, String> {
    let seconds = body.get("seconds").and_then(Value::as_f64);
    let time = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let time = time.ok_or("`seconds` must be a number of seconds, at least 0")?;
    advance(shared, time);
    Ok(json!({"now": shared.state().world.clock.now()}))
}

/// Tells bots of polls that close, until `stop` loses its sender.
pub(crate) async fn keep(shared: Arc<Shared>, mut stop: watch::Receiver<()>) {
    let mut changes = shared.changes();
    loop {
        changes.mark_unchanged();
        let next = shared.state().world.until_next_closing();
        let is_due = async {
            match next {
                Some(time) => tokio::time::sleep(time).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = is_due => {
                delivery::start(&shared);
                shared.notify();
            }
            _ = changes.changed() => {}
            _ = stop.changed() => return,
        }
    }
}
