//! A method with files, and sources of files.

use std::collections::VecDeque;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use telegrammar::types::ChatId;
use telegrammar::{InputFile, telegram_method};

/// A method with a file, and with a parameter of each type.
#[telegram_method("sendDocuments", unlisted, returns = bool)]
#[derive(Clone, Debug)]
pub(crate) struct SendDocuments {
    pub(crate) chat_id: ChatId,
    pub(crate) document: InputFile,
    pub(crate) thumbnail: Option<InputFile>,
    pub(crate) caption: Option<String>,
    pub(crate) quiet: Option<bool>,
    pub(crate) count: Option<u8>,
    pub(crate) ratio: Option<f64>,
    pub(crate) words: Option<Vec<String>>,
}

pub(crate) fn document(file: impl Into<InputFile>) -> SendDocuments {
    SendDocuments::new(42, file)
}

/// A directory that is removed when dropped.
pub(crate) struct Directory(PathBuf);

impl Directory {
    pub(crate) fn new(name: &str) -> Self {
        let name = format!("telegrammar-uploads-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a directory");
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("a file");
        path
    }
}

impl AsRef<Path> for Directory {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A stream of these chunks, each after a pause.
#[derive(Clone)]
pub(crate) struct Pieces {
    pieces: VecDeque<Result<&'static str, io::ErrorKind>>,
    is_paused: bool,
}

pub(crate) fn pieces(
    pieces: impl IntoIterator<Item = Result<&'static str, io::ErrorKind>>,
) -> Pieces {
    Pieces {
        pieces: pieces.into_iter().collect(),
        is_paused: false,
    }
}

impl Stream for Pieces {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.is_paused = !self.is_paused;
        if self.is_paused {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let next = self.pieces.pop_front();
        Poll::Ready(next.map(|piece| piece.map(Into::into).map_err(Into::into)))
    }
}

/// Returns content in which a chunk that is lost, duplicated or misplaced can be detected.
pub(crate) fn pattern(len: usize) -> Vec<u8> {
    (0_u32..)
        .flat_map(|count| count.wrapping_mul(2_654_435_761).to_le_bytes())
        .take(len)
        .collect()
}
