//! Input that the tests of the repository have, read where it is.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Returns the texts of the files with this extension in a folder of the repository, in the order of their
/// names.
pub(crate) fn texts(folder: &str, extension: &str) -> Vec<String> {
    let folder = root().join(folder);
    let entries =
        fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let is_meant = |file: &PathBuf| file.extension().is_some_and(|it| it == extension);
    let texts = files.into_iter().filter(is_meant);
    texts
        .map(|file| {
            let text = fs::read_to_string(&file);
            text.unwrap_or_else(|error| panic!("{}: {error}", file.display()))
        })
        .collect()
}
