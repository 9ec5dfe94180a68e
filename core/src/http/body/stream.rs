//! The bytes of a body as a stream.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::error::UploadError;
use super::multipart::Multipart;
use super::part::OpenPart;

/// The bytes of a [`Body`](super::Body) as a stream. Chunks of files have at most 256 KiB.
#[must_use = "a stream does nothing until it is polled"]
pub struct BodyStream {
    parts: VecDeque<Part>,
    remaining: Option<u64>,
}

enum Part {
    Bytes(Bytes),
    File(Box<OpenPart>),
}

impl BodyStream {
    pub(super) fn of_bytes(bytes: Bytes) -> Self {
        Self {
            remaining: u64::try_from(bytes.len()).ok(),
            parts: VecDeque::from([Part::Bytes(bytes)]),
        }
    }

    pub(super) async fn of_form(form: &Multipart) -> Result<Self, UploadError> {
        let form = &*form.0;
        let mut parts = VecDeque::with_capacity(2 * form.files.len() + 1);
        for file in &form.files {
            parts.push_back(Part::Bytes(file.head.clone()));
            parts.push_back(Part::File(Box::new(file.open().await?)));
        }
        parts.push_back(Part::Bytes(form.end.clone()));
        Ok(Self {
            parts,
            remaining: form.len,
        })
    }

    /// Returns the number of bytes left, if known.
    #[must_use]
    pub fn remaining(&self) -> Option<u64> {
        self.remaining
    }
}

impl Stream for BodyStream {
    type Item = Result<Bytes, UploadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let next = match self.parts.front_mut() {
                None => return Poll::Ready(None),
                Some(Part::Bytes(bytes)) if bytes.is_empty() => None,
                Some(Part::Bytes(bytes)) => Some(Ok(std::mem::take(bytes))),
                Some(Part::File(file)) => ready!(file.poll_next(cx)),
            };
            match &next {
                None => {
                    self.parts.pop_front();
                    continue;
                }
                Some(Ok(piece)) => {
                    let len = u64::try_from(piece.len()).unwrap_or(u64::MAX);
                    self.remaining = self.remaining.map(|rest| rest.saturating_sub(len));
                }
                Some(Err(_)) => self.parts.clear(),
            }
            return Poll::Ready(next);
        }
    }
}

impl fmt::Debug for BodyStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BodyStream")
            .field("remaining", &self.remaining)
            .finish_non_exhaustive()
    }
}
