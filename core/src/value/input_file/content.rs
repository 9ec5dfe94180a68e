//! The content of an upload, and its metadata.

use std::borrow::Cow;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures_core::Stream;

use super::media_type;

/// A type-erased stream.
pub(crate) type Chunks = Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>;

/// Callback invoked with the number of bytes sent so far.
pub(crate) type Progress = Arc<dyn Fn(u64) + Send + Sync>;

/// A file to upload.
#[derive(Clone)]
pub(crate) struct Outgoing {
    pub(crate) content: Content,
    pub(super) file_name: Option<String>,
    pub(super) media_type: Option<String>,
    pub(crate) progress: Option<Progress>,
}

#[derive(Clone)]
pub(crate) enum Content {
    Bytes(Bytes),
    Path(PathBuf),
    Repeatable {
        len: Option<u64>,
        open: Arc<dyn Fn() -> Chunks + Send + Sync>,
    },
    /// The stream until it is first read.
    Once {
        len: Option<u64>,
        stream: Arc<Mutex<Option<Chunks>>>,
    },
}

impl Content {
    pub(super) fn repeatable<F, S>(len: Option<u64>, open: F) -> Self
    where
        F: Fn() -> S + Send + Sync + 'static,
        S: Stream<Item = io::Result<Bytes>> + Send + 'static,
    {
        Self::Repeatable {
            len,
            open: Arc::new(move || Box::pin(open())),
        }
    }

    pub(super) fn once<S>(len: Option<u64>, stream: S) -> Self
    where
        S: Stream<Item = io::Result<Bytes>> + Send + 'static,
    {
        Self::Once {
            len,
            stream: Arc::new(Mutex::new(Some(Box::pin(stream)))),
        }
    }

    pub(crate) fn is_repeatable(&self) -> bool {
        !matches!(self, Self::Once { .. })
    }

    /// Returns the length in bytes, if known.
    ///
    /// For a path, it fails if there is no such file, or it is no regular file. It is not opened.
    pub(crate) fn measure(&self) -> io::Result<Option<u64>> {
        match self {
            Self::Bytes(bytes) => Ok(u64::try_from(bytes.len()).ok()),
            Self::Path(path) => regular(path).map(|found| Some(found.len())),
            Self::Repeatable { len, .. } | Self::Once { len, .. } => Ok(*len),
        }
    }
}

/// Returns the metadata of a regular file. Anything else is an error: a pipe or device has no size,
/// and opening it may wait forever.
pub(crate) fn regular(path: &Path) -> io::Result<Metadata> {
    let found = fs::metadata(path)?;
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "it is no regular file; read it yourself, and give the bytes or an `InputFile::stream_once`",
        ));
    }
    Ok(found)
}

impl Outgoing {
    /// Returns the path of a file on disk, and the name of any other, for errors.
    pub(crate) fn place(&self) -> Cow<'_, str> {
        match &self.content {
            Content::Path(path) => path.to_string_lossy(),
            _ => self.name(),
        }
    }

    /// Returns whether neither name, media type nor a callback is set.
    pub(super) fn is_plain(&self) -> bool {
        self.file_name.is_none() && self.media_type.is_none() && self.progress.is_none()
    }

    /// Returns the file name to send; never empty.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        if let Some(name) = self.file_name.as_deref().filter(|name| !name.is_empty()) {
            return name.into();
        }
        if let Content::Path(path) = &self.content
            && let Some(name) = path.file_name()
        {
            return name.to_string_lossy();
        }
        let given = self.media_type.as_deref();
        match given.and_then(media_type::extension) {
            Some(extension) => format!("file.{extension}").into(),
            None => "file".into(),
        }
    }

    /// Returns the media type to send.
    pub(crate) fn media_type(&self) -> Cow<'_, str> {
        if let Some(given) = &self.media_type {
            return given.into();
        }
        media_type::of_name(&self.name()).into()
    }
}
