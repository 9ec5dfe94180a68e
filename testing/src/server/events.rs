//! `/control/events`: what changes, as server-sent events.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hyper::header::{self, HeaderValue};
use serde_json::json;
use tokio::sync::mpsc::error::SendError;
use tokio::sync::{mpsc, watch};
use tokio::time::{sleep, timeout};

use super::shared::Shared;
use crate::feed::Batch;
use crate::protocol::response::{Content, Response};

/// Changes within this time are sent together.
const PAUSE: Duration = Duration::from_millis(25);
/// A comment is sent if nothing else was for this long, which finds readers that are gone.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Returns a response that lasts as long as its reader: all that changed since a position, and then all
/// that changes. Without a position of this server, everything is sent.
pub(crate) fn stream(
    shared: &Arc<Shared>,
    stop: watch::Receiver<()>,
    position: Option<&str>,
) -> Response {
    // One event waits while another is read, so a slow reader holds nothing else.
    let (sender, receiver) = mpsc::channel(1);
    let change = position.and_then(|position| shared.state().feed.change(position));
    shared
        .runtime
        .spawn(send(Arc::clone(shared), stop, change, sender));
    let mut response = Response::new(Content::Parts(receiver));
    let headers = response.headers_mut();
    let content_type = HeaderValue::from_static("text/event-stream");
    headers.insert(header::CONTENT_TYPE, content_type);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Sends events until the reader is gone or the server stops.
async fn send(
    shared: Arc<Shared>,
    mut stop: watch::Receiver<()>,
    change: Option<u64>,
    sender: mpsc::Sender<Bytes>,
) {
    tokio::select! {
        _ = follow(&shared, change, &sender) => {}
        () = sender.closed() => {}
        _ = stop.changed() => {}
    }
}

/// Sends what changed after a change, or everything, and then what changes. Ends if the reader is gone.
async fn follow(
    shared: &Shared,
    change: Option<u64>,
    sender: &mpsc::Sender<Bytes>,
) -> Result<Infallible, SendError<Bytes>> {
    let mut changes = shared.changes();
    shared.look_again();
    let mut last = change.unwrap_or_default();
    if change.is_none() {
        // The reader forgets what it knows of another server.
        let reset = b"retry: 1000\nevent: reset\ndata: {}\n\n";
        sender.send(Bytes::from_static(reset)).await?;
    }
    loop {
        changes.mark_unchanged();
        if let Some(batch) = shared.after(last) {
            last = batch.change;
            let event = event(shared, &batch);
            sender.send(event.into()).await?;
            sleep(PAUSE).await;
        } else if timeout(HEARTBEAT, changes.changed()).await.is_err() {
            sender.send(Bytes::from_static(b":\n\n")).await?;
        }
    }
}

fn event(shared: &Shared, batch: &Batch) -> String {
    let position = shared.state().feed.position(batch.change);
    let data = json!({"items": batch.items});
    format!("id: {position}\nevent: change\ndata: {data}\n\n")
}
