//! Opens a file, and reads it in chunks, without blocking other tasks.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::task::{Context, Poll};

use bytes::Bytes;

use crate::value::input_file::regular;

/// The size of a chunk in bytes.
pub(super) const PIECE: usize = 256 << 10;

/// Opens a regular file. Within a tokio runtime, a blocking thread does so.
pub(crate) async fn open(path: PathBuf) -> io::Result<File> {
    let open = move || {
        // Opening anything else, such as a pipe, may wait forever.
        regular(&path)?;
        File::open(path)
    };
    #[cfg(feature = "reqwest")]
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        let opened = runtime.spawn_blocking(open).await;
        return opened.unwrap_or_else(|error| Err(io::Error::other(error)));
    }
    open()
}

/// A file that is being read, up to a length.
///
/// Within a tokio runtime, each chunk is read on a blocking thread while the previous one is sent.
/// Without tokio, chunks are read synchronously when polled.
pub(crate) struct FileReader {
    state: State,
    /// The number of bytes left to read, if known.
    rest: Option<u64>,
}

enum State {
    Idle(File),
    #[cfg(feature = "reqwest")]
    Reading(tokio::task::JoinHandle<io::Result<Piece>>),
    Ended,
}

struct Piece {
    file: File,
    bytes: Bytes,
}

impl FileReader {
    pub(crate) fn new(file: File, len: Option<u64>) -> Self {
        Self {
            state: State::Idle(file),
            rest: len,
        }
    }

    pub(crate) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        // Without tokio, a read completes immediately.
        let _ = &cx;
        loop {
            let read = match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => return Poll::Ready(None),
                State::Idle(file) => match self.ahead(file) {
                    Err(file) => read(file, self.size()),
                    Ok(state) => {
                        self.state = state;
                        continue;
                    }
                },
                #[cfg(feature = "reqwest")]
                State::Reading(mut task) => match std::pin::Pin::new(&mut task).poll(cx) {
                    Poll::Ready(read) => read.unwrap_or_else(|error| Err(io::Error::other(error))),
                    Poll::Pending => {
                        self.state = State::Reading(task);
                        return Poll::Pending;
                    }
                },
            };
            return Poll::Ready(self.take(read));
        }
    }

    fn take(&mut self, read: io::Result<Piece>) -> Option<io::Result<Bytes>> {
        let Piece { file, bytes } = match read {
            Ok(piece) => piece,
            Err(error) => return Some(Err(error)),
        };
        let is_last = bytes.len() < self.size();
        if let (Some(rest), Ok(len)) = (&mut self.rest, u64::try_from(bytes.len())) {
            *rest = rest.saturating_sub(len);
        }
        if !is_last {
            self.state = self.ahead(file).unwrap_or_else(State::Idle);
        }
        Some(bytes).filter(|bytes| !bytes.is_empty()).map(Ok)
    }

    /// Starts to read the next chunk in the background, or returns the file if there is no runtime.
    fn ahead(&self, file: File) -> Result<State, File> {
        let size = self.size();
        if size == 0 {
            return Ok(State::Ended);
        }
        #[cfg(feature = "reqwest")]
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            return Ok(State::Reading(
                runtime.spawn_blocking(move || read(file, size)),
            ));
        }
        Err(file)
    }

    /// Returns the size of the next chunk.
    fn size(&self) -> usize {
        match self.rest.map(usize::try_from) {
            Some(Ok(rest)) => rest.min(PIECE),
            _ => PIECE,
        }
    }
}

/// Reads `size` bytes, or up to the end of the file.
fn read(mut file: File, size: usize) -> io::Result<Piece> {
    let mut bytes = Vec::with_capacity(size);
    let limit = u64::try_from(size).unwrap_or(u64::MAX);
    file.by_ref().take(limit).read_to_end(&mut bytes)?;
    Ok(Piece {
        file,
        bytes: bytes.into(),
    })
}
