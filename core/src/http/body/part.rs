//! A file in a form, and how it is read.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;

use super::attachment::Attachment;
use super::error::{Problem, UploadError};
use super::file::{FileReader, PIECE, open};
use crate::value::input_file::{Chunks, Content, Outgoing, Progress};

#[derive(Clone)]
pub(super) struct FilePart {
    /// The bytes before the file.
    pub(super) head: Bytes,
    param: &'static str,
    upload: Arc<Outgoing>,
    len: Option<u64>,
}

impl FilePart {
    pub(super) fn new(head: Bytes, attachment: Attachment) -> Self {
        Self {
            head,
            param: attachment.param,
            upload: attachment.upload,
            len: attachment.len,
        }
    }

    pub(super) fn is_repeatable(&self) -> bool {
        self.upload.content.is_repeatable()
    }

    /// Opens the file.
    pub(super) async fn open(&self) -> Result<OpenPart, UploadError> {
        let source = match &self.upload.content {
            Content::Bytes(bytes) => Ok(Source::Bytes(bytes.clone())),
            Content::Path(path) => open(path.clone())
                .await
                .map(|file| Source::File(FileReader::new(file, self.len)))
                .map_err(Problem::Io),
            Content::Repeatable { open, .. } => Ok(Source::Stream(Mutex::new(open()))),
            Content::Once { stream, .. } if lock(stream).is_none() => Err(Problem::UsedUp),
            Content::Once { stream, .. } => Ok(Source::Once(Arc::clone(stream))),
        };
        Ok(OpenPart {
            source: source.map_err(|problem| self.error(problem))?,
            param: self.param,
            upload: Arc::clone(&self.upload),
            expected: self.len,
            found: 0,
            rest: Bytes::new(),
        })
    }

    fn error(&self, problem: Problem) -> UploadError {
        UploadError::new(self.param, self.upload.name().into_owned(), problem)
    }
}

/// A file that is being read.
pub(super) struct OpenPart {
    source: Source,
    param: &'static str,
    upload: Arc<Outgoing>,
    expected: Option<u64>,
    found: u64,
    /// The rest of a chunk that is passed on piece by piece, so that progress is seen.
    rest: Bytes,
}

enum Source {
    Bytes(Bytes),
    File(FileReader),
    /// Never locked: the mutex only makes the body `Sync`, which a stream need not be.
    Stream(Mutex<Chunks>),
    /// The stream until it is first read, so that an attempt without a connection leaves it to the
    /// next.
    Once(Arc<Mutex<Option<Chunks>>>),
}

impl OpenPart {
    /// Returns the next chunk, which is never empty.
    pub(super) fn poll_next(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, UploadError>>> {
        if self.rest.is_empty()
            && let Some(chunk) = ready!(self.source.poll_next(cx))
        {
            match chunk {
                Ok(chunk) => self.rest = chunk,
                Err(problem) => return Poll::Ready(Some(Err(self.error(problem)))),
            }
        }
        let piece = self.rest.split_to(PIECE.min(self.rest.len()));
        let problem = match Some(piece).filter(|piece| !piece.is_empty()) {
            None => match self.expected {
                Some(expected) if expected != self.found => Problem::Shorter {
                    expected,
                    found: self.found,
                },
                _ => return Poll::Ready(None),
            },
            Some(piece) => {
                let len = u64::try_from(piece.len()).unwrap_or(u64::MAX);
                self.found = self.found.saturating_add(len);
                match self.expected {
                    Some(expected) if self.found > expected => Problem::Longer { expected },
                    _ => {
                        self.report();
                        return Poll::Ready(Some(Ok(piece)));
                    }
                }
            }
        };
        Poll::Ready(Some(Err(self.error(problem))))
    }

    fn error(&self, problem: Problem) -> UploadError {
        UploadError::new(self.param, self.upload.name().into_owned(), problem)
    }

    fn report(&self) {
        let progress: Option<&Progress> = self.upload.progress.as_ref();
        if let Some(progress) = progress {
            progress(self.found);
        }
    }
}

impl Source {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Problem>>> {
        loop {
            let next: Option<io::Result<Bytes>> = match self {
                Self::Bytes(bytes) if bytes.is_empty() => None,
                Self::Bytes(bytes) => Some(Ok(bytes.split_to(PIECE.min(bytes.len())))),
                Self::File(file) => ready!(file.poll_next(cx)),
                Self::Stream(stream) => {
                    let stream = stream.get_mut().unwrap_or_else(PoisonError::into_inner);
                    ready!(stream.as_mut().poll_next(cx))
                }
                Self::Once(stream) => {
                    let Some(stream) = lock(stream).take() else {
                        return Poll::Ready(Some(Err(Problem::UsedUp)));
                    };
                    *self = Self::Stream(Mutex::new(stream));
                    continue;
                }
            };
            match next {
                // In chunked encoding, an empty chunk would end the body.
                Some(Ok(piece)) if piece.is_empty() => {}
                next => return Poll::Ready(next.map(|piece| piece.map_err(Problem::Io))),
            }
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
