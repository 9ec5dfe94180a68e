//! What is opened: the content on the server, or a file on the disk.

use std::fs::File;
use std::future::poll_fn;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;

use super::blocking::blocking;
use super::failure::BoxError;
use crate::http::body::file::FileReader;
use crate::http::file::response::FileBody;
use crate::value::input_file::regular;

/// Content that is being read.
pub(super) enum Content {
    Remote(FileBody),
    Disk { reader: FileReader, path: Arc<Path> },
}

impl Content {
    /// Opens a regular file. Also returns its size.
    pub(super) async fn of_path(path: PathBuf) -> io::Result<(Self, u64)> {
        let opened = path.clone();
        let (file, size) = blocking(move || {
            // Opening anything else, such as a pipe, may wait forever.
            regular(&opened)?;
            let file = File::open(opened)?;
            let size = file.metadata()?.len();
            Ok((file, size))
        })
        .await?;
        let content = Self::Disk {
            reader: FileReader::new(file, Some(size)),
            path: path.into(),
        };
        Ok((content, size))
    }

    /// Returns the path of a file on the disk.
    pub(super) fn path(&self) -> Option<PathBuf> {
        match self {
            Self::Remote(_) => None,
            Self::Disk { path, .. } => Some(path.to_path_buf()),
        }
    }

    pub(super) async fn next(&mut self) -> Option<Result<Bytes, BoxError>> {
        poll_fn(|cx| match self {
            Self::Remote(body) => body.as_mut().poll_next(cx),
            Self::Disk { reader, .. } => {
                let next = reader.poll_next(cx);
                next.map(|next| next.map(|chunk| chunk.map_err(Into::into)))
            }
        })
        .await
    }
}
