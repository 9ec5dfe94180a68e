//! Downloads to a path, by way of a temporary file.

use std::fs::{self, File, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::blocking::blocking;
use super::fetch::Fetch;
use crate::error::{DownloadError, DownloadErrorKind, Error};

/// How many bytes are collected before they are written.
const BATCH: usize = 256 << 10;

/// How many names are tried for the temporary file.
const NAMES: u32 = 100;

pub(super) async fn save(fetch: Fetch, path: PathBuf) -> Result<u64, Error> {
    let mut fetch = fetch.restartable();
    let failed = |error: io::Error, fetch: &Fetch| -> Error {
        let path = Some(path.clone());
        DownloadError::new(DownloadErrorKind::Io { path }, fetch.received())
            .with_source(error)
            .into()
    };
    let beside = path.clone();
    let create = blocking(move || Temporary::create(&beside));
    let created = fetch.within(create).await?;
    let mut temporary = created.map_err(|error| failed(error, &fetch))?;
    let (mut batch, mut size) = (Vec::new(), 0);
    loop {
        let chunk = fetch.next().await?;
        let is_last = chunk.is_none();
        if fetch.take_restarted() {
            (batch, size) = (Vec::new(), 0);
            let clear = blocking(move || temporary.clear());
            let cleared = fetch.within(clear).await?;
            temporary = cleared.map_err(|error| failed(error, &fetch))?;
        }
        if let Some(chunk) = chunk {
            size += chunk.len();
            batch.push(chunk);
        }
        if size >= BATCH || (is_last && size > 0) {
            size = 0;
            let batch = std::mem::take(&mut batch);
            let write = blocking(move || temporary.write(&batch));
            let written = fetch.within(write).await?;
            temporary = written.map_err(|error| failed(error, &fetch))?;
        }
        if is_last {
            break;
        }
    }
    let to = path.clone();
    let renamed = blocking(move || temporary.rename(&to)).await;
    renamed.map_err(|error| failed(error, &fetch))?;
    Ok(fetch.received())
}

/// A file that is removed on drop.
struct Temporary {
    path: PathBuf,
    /// `None` once the file is closed, before it is renamed.
    file: Option<File>,
}

impl Temporary {
    /// Creates a file in the same directory.
    fn create(path: &Path) -> io::Result<Self> {
        if path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        if !names_file(path) {
            let text = "the path must end with the name of a file";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        }
        // A device or a pipe must not be replaced by a file.
        let existing = fs::metadata(path).ok();
        if existing.as_ref().is_some_and(|found| !found.is_file()) {
            let text = "it is no regular file; use `Download::to_writer`";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        }
        for _ in 0..NAMES {
            let name = RandomState::new().hash_one(0_u8);
            let path = path.with_file_name(format!(".telegrammar-{name:016x}.part"));
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => {
                    let created = Self {
                        path,
                        file: Some(file),
                    };
                    if let (Some(existing), Some(file)) = (existing, &created.file) {
                        file.set_permissions(existing.permissions())?;
                    }
                    return Ok(created);
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    let text = "the directory of the file does not exist";
                    return Err(io::Error::new(error.kind(), text));
                }
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Removes what was written.
    fn clear(mut self) -> io::Result<Self> {
        if let Some(file) = &mut self.file {
            file.rewind()?;
            file.set_len(0)?;
        }
        Ok(self)
    }

    fn write(mut self, batch: &[Bytes]) -> io::Result<Self> {
        if let Some(file) = &mut self.file {
            for chunk in batch {
                file.write_all(chunk)?;
            }
        }
        Ok(self)
    }

    fn rename(mut self, to: &Path) -> io::Result<()> {
        self.file = None;
        fs::rename(&self.path, to)?;
        // It has another name now, and there is nothing to remove.
        self.path = PathBuf::new();
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        self.file = None;
        if !self.path.as_os_str().is_empty() {
            // If that fails, nobody is left to be told.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Returns whether the path ends with a file's name, and not with a separator or a dot after it,
/// which [`Path::file_name`] ignores.
fn names_file(path: &Path) -> bool {
    let end = path.as_os_str().as_encoded_bytes();
    path.file_name()
        .is_some_and(|name| end.ends_with(name.as_encoded_bytes()))
}
