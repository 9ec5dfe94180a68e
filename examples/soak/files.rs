//! The files that are uploaded, in memory and on disk.

use std::fs;
use std::io;
use std::path::PathBuf;

use bytes::Bytes;

use crate::plan::{CONTENT, LARGE, SMALL};

/// A file of each size. Those on disk are removed in the end.
pub(crate) struct Files {
    directory: PathBuf,
    content: Bytes,
}

impl Files {
    pub(crate) fn create() -> io::Result<Self> {
        let name = format!("telegrammar-soak-{}", std::process::id());
        let files = Self {
            directory: std::env::temp_dir().join(name),
            content: vec![CONTENT; LARGE].into(),
        };
        fs::create_dir_all(&files.directory)?;
        for size in [SMALL, LARGE] {
            fs::write(files.path(size), files.content(size))?;
        }
        Ok(files)
    }

    pub(crate) fn content(&self, size: usize) -> Bytes {
        self.content.slice(..size.min(LARGE))
    }

    pub(crate) fn path(&self, size: usize) -> PathBuf {
        self.directory.join(format!("{size}.bin"))
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.directory);
    }
}
