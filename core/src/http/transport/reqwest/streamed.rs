//! A body that is read while it is sent.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};

use super::progress::Progress;
use crate::http::body::{BodyStream, UploadError};

/// Stores the error of a body, because reqwest would only return a wrapped one.
#[derive(Clone, Default)]
pub(super) struct Broken(Arc<Mutex<Option<UploadError>>>);

impl Broken {
    pub(super) fn take(&self) -> Option<UploadError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn set(&self, error: UploadError) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }
}

/// Placeholder for the stored error.
#[derive(Debug, thiserror::Error)]
#[error("a file cannot be read")]
struct Unreadable;

/// Converts a stream into a body of reqwest, with its length if that is known.
pub(super) fn streamed(
    stream: BodyStream,
    broken: &Broken,
    progress: &Progress,
) -> ::reqwest::Body {
    ::reqwest::Body::wrap(Streamed {
        stream,
        broken: broken.clone(),
        progress: progress.clone(),
    })
}

struct Streamed {
    stream: BodyStream,
    broken: Broken,
    progress: Progress,
}

impl http_body::Body for Streamed {
    type Data = Bytes;
    type Error = Unreadable;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Unreadable>>> {
        let piece = ready!(Pin::new(&mut self.stream).poll_next(cx));
        let bytes = match &piece {
            Some(Ok(bytes)) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            _ => 0,
        };
        let is_last = piece.is_none() || self.stream.remaining() == Some(0);
        self.progress.sent(bytes, is_last);
        Poll::Ready(piece.map(|piece| match piece {
            Ok(bytes) => Ok(Frame::data(bytes)),
            Err(error) => {
                self.broken.set(error);
                Err(Unreadable)
            }
        }))
    }

    fn size_hint(&self) -> SizeHint {
        self.stream
            .remaining()
            .map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
