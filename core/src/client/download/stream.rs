//! Downloads as a stream.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::fetch::Fetch;
use crate::error::Error;

type Next = Pin<Box<dyn Future<Output = (Fetch, Result<Option<Bytes>, Error>)> + Send>>;

/// The content of a file as a stream of chunks, from
/// [`Download::stream`](super::Download::stream). It ends after an error.
#[must_use = "a stream does nothing until it is polled"]
pub struct FileStream(State);

enum State {
    Idle(Box<Fetch>),
    Waiting(Next),
    Ended,
}

impl FileStream {
    pub(super) fn new(fetch: Fetch) -> Self {
        Self(State::Idle(Box::new(fetch)))
    }
}

impl Stream for FileStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut next: Next = match std::mem::replace(&mut self.0, State::Ended) {
            State::Idle(mut fetch) => Box::pin(async move {
                let chunk = fetch.next().await;
                (*fetch, chunk)
            }),
            State::Waiting(next) => next,
            State::Ended => return Poll::Ready(None),
        };
        let Poll::Ready((fetch, chunk)) = next.as_mut().poll(cx) else {
            self.0 = State::Waiting(next);
            return Poll::Pending;
        };
        if let Ok(Some(_)) = chunk {
            self.0 = State::Idle(Box::new(fetch));
        }
        Poll::Ready(chunk.transpose())
    }
}

impl fmt::Debug for FileStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FileStream")
    }
}
