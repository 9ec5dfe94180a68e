//! Downloads to paths that are no place for a file.

use std::path::{Path, PathBuf};

use telegrammar_core::error::DownloadErrorKind;

use super::downloads::{failed, known, part};
use super::loopback::{Loopback, Reply};

/// An empty directory that is removed when dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Self {
        let name = format!("telegrammar-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Returns the names of the files, in order.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<_> = entries
            .map(|entry| name(entry).into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn a_path_that_is_no_file_is_refused_before_anything_is_requested() {
    let folder = Folder::new("paths");
    std::fs::create_dir(folder.0.join("directory")).unwrap();
    std::fs::write(folder.0.join("file"), "old").unwrap();
    let mut server = Loopback::once(Reply::Close(part(10))).await;
    let bot = server.bot();
    for (path, words) in [
        ("directory", "is a directory"),
        ("directory/", "is a directory"),
        ("directory/.", "is a directory"),
        ("new/", "must end with the name of a file"),
        ("new/.", "must end with the name of a file"),
        ("file/.", "cannot be read or written"),
        ("file/", "cannot be read or written"),
        ("directory/new/", "must end with the name of a file"),
        ("none/file", "the directory of the file does not exist"),
        ("file/inner", "cannot be read or written: "),
    ] {
        // Joined as text, because `Path::join` may normalize.
        let path = format!("{}/{path}", folder.0.display());
        let error = failed(bot.download(known()).to_path(&path).await);
        let kind = DownloadErrorKind::Io {
            path: Some(PathBuf::from(&path)),
        };
        assert_eq!(error.kind(), &kind);
        let text = error.to_string();
        assert!(text.contains(&path) && text.contains(words), "{text}");
        assert_eq!(folder.names(), ["directory", "file"], "{path}");
        assert!(
            folder
                .0
                .join("directory")
                .read_dir()
                .unwrap()
                .next()
                .is_none()
        );
    }
    for path in ["", "..", "/"] {
        let error = failed(bot.download(known()).to_path(Path::new(path)).await);
        assert!(matches!(error.kind(), DownloadErrorKind::Io { .. }));
    }
    assert_eq!(server.unseen(), 0);
    assert_eq!(std::fs::read(folder.0.join("file")).unwrap(), b"old");
}
