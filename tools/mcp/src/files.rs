//! Uploads: files of one folder, and of no other.

use std::fs::{self, File, Metadata};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use telegrammar::InputFile;

/// What a parameter starts with that names a file to upload.
const ATTACH: &str = "attach://";

/// The most bytes of a file: what the Bot API accepts.
const MOST: u64 = 50 * 1024 * 1024;

/// The folder that files may be uploaded from.
#[derive(Clone, Debug)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Opens a folder.
    pub(crate) fn open(path: &Path) -> Result<Self, String> {
        let folder = path.canonicalize().ok().filter(|path| path.is_dir());
        let folder = folder.ok_or_else(|| format!("--files: `{}` is no folder", path.display()))?;
        Ok(Self(folder))
    }

    /// Reads the file with this path, if it is in the folder once all symbolic links and `..` are
    /// resolved.
    ///
    /// What is read is what was checked: links that are replaced in the meantime lead nowhere.
    fn read(&self, path: &str) -> Result<InputFile, String> {
        let (place, content) = self.content(path)?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        Ok(InputFile::bytes(content).file_name(name))
    }

    fn content(&self, path: &str) -> Result<(PathBuf, Vec<u8>), String> {
        const OUTSIDE: &str = "is no file in the folder of uploads";
        let place = self.find(path).ok_or(OUTSIDE)?;
        let file = File::open(&place).map_err(|_| OUTSIDE)?;
        let opened = file.metadata().map_err(|_| OUTSIDE)?;
        let again = self
            .find(path)
            .filter(|again| *again == place)
            .ok_or(OUTSIDE)?;
        let named = fs::symlink_metadata(again).map_err(|_| OUTSIDE)?;
        if !opened.is_file() || !is_same(&opened, &named) {
            return Err(OUTSIDE.to_owned());
        }
        let too_large = || format!("is larger than {MOST} bytes");
        if opened.len() > MOST {
            return Err(too_large());
        }
        let mut content = Vec::new();
        let read = file.take(MOST + 1).read_to_end(&mut content);
        read.map_err(|error: io::Error| format!("cannot be read: {}", error.kind()))?;
        if content.len() as u64 > MOST {
            return Err(too_large());
        }
        Ok((place, content))
    }

    /// Returns the regular file that a path leads to.
    fn find(&self, path: &str) -> Option<PathBuf> {
        let place = self.0.join(path).canonicalize().ok()?;
        let is_inside = place.starts_with(&self.0);
        // A pipe or a device could be waited for without end.
        (is_inside && fs::symlink_metadata(&place).ok()?.is_file()).then_some(place)
    }
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    one.len() == other.len() && one.created().ok() == other.created().ok()
}

/// Reads the files that parameters name. `texts` are those that stand for files, each with its path in
/// the parameters.
///
/// # Errors
///
/// A file is not in the folder. The text does not tell whether there is such a file elsewhere.
pub(crate) fn attached(
    texts: &[(String, String)],
    folder: Option<&Folder>,
) -> Result<Vec<(String, InputFile)>, String> {
    let mut files: Vec<(String, InputFile)> = Vec::new();
    for (member, text) in texts {
        // A local Bot API server would read any file of its machine.
        let scheme = text.trim_start().get(..5).unwrap_or_default();
        if scheme.eq_ignore_ascii_case("file:") {
            return Err(format!(
                "`{member}` is `{text}`: a file is uploaded as `{ATTACH}` and its path"
            ));
        }
        let Some(path) = text.strip_prefix(ATTACH) else {
            continue;
        };
        let Some(folder) = folder else {
            return Err(format!(
                "`{member}` is `{text}`, but no files may be uploaded: the server was started without `--files`"
            ));
        };
        if files.iter().any(|(known, _)| known == path) {
            continue;
        }
        let file = folder.read(path);
        let file = file.map_err(|problem| format!("`{member}` is `{text}`, which {problem}"))?;
        files.push((path.to_owned(), file));
    }
    Ok(files)
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::{Folder, MOST, attached};

    /// A folder beside a file that nobody may read.
    fn folder(name: &str) -> (PathBuf, Folder) {
        let outer =
            std::env::temp_dir().join(format!("telegrammar-mcp-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&outer);
        let inner = outer.join("files");
        fs::create_dir_all(inner.join("more")).unwrap();
        fs::create_dir_all(outer.join("files-too")).unwrap();
        for file in [
            "secret",
            "files/cat.png",
            "files/more/dog.png",
            "files-too/secret",
        ] {
            fs::write(outer.join(file), file).unwrap();
        }
        symlink(outer.join("secret"), inner.join("link.png")).unwrap();
        symlink(&outer, inner.join("up")).unwrap();
        symlink("cat.png", inner.join("same.png")).unwrap();
        symlink("round.png", inner.join("round.png")).unwrap();
        drop(UnixListener::bind(inner.join("socket")).unwrap());
        let folder = Folder::open(&inner).unwrap();
        (outer, folder)
    }

    fn photo(folder: Option<&Folder>, photo: &str) -> Result<usize, String> {
        let texts = [("photo".to_owned(), photo.to_owned())];
        attached(&texts, folder).map(|files| files.len())
    }

    #[test]
    fn files_of_the_folder_are_uploaded() {
        let (outer, folder) = folder("inside");
        let inside = outer.join("files/cat.png").canonicalize().unwrap();
        for path in [
            "cat.png",
            "more/dog.png",
            "more/../cat.png",
            "same.png",
            inside.to_str().unwrap(),
        ] {
            assert_eq!(
                photo(Some(&folder), &format!("attach://{path}")),
                Ok(1),
                "{path}"
            );
        }
        for other in ["AgAD", "https://example.org/cat.png"] {
            assert_eq!(photo(Some(&folder), other), Ok(0), "{other}");
        }
        let texts = ["attach://cat.png", "attach://cat.png", "attach://same.png"];
        let texts = texts.map(|text| ("media".to_owned(), text.to_owned()));
        let names = attached(&texts, Some(&folder)).unwrap().into_iter();
        let names: Vec<_> = names.map(|(name, _)| name).collect();
        assert_eq!(names, ["cat.png", "same.png"]);
        fs::remove_dir_all(outer).unwrap();
    }

    #[test]
    fn no_other_files_are_uploaded() {
        let (outer, folder) = folder("outside");
        let absolute = outer.join("secret");
        let long = "x".repeat(10_000);
        for path in [
            "../secret",
            "more/../../secret",
            "link.png",
            "up/secret",
            "up/files/../secret",
            "../files-too/secret",
            "/etc/passwd",
            "/dev/zero",
            "/proc/self/environ",
            absolute.to_str().unwrap(),
            "more",
            "socket",
            "round.png",
            "",
            ".",
            "none.png",
            "%2e%2e/secret",
            "cat.png\0",
            "cat.png/",
            &long,
        ] {
            let error = photo(Some(&folder), &format!("attach://{path}")).unwrap_err();
            assert!(
                error.ends_with("which is no file in the folder of uploads"),
                "{error}"
            );
        }
        for local in [
            "file:///etc/passwd",
            "FILE:/etc/passwd",
            " file:///etc/passwd",
        ] {
            assert!(photo(Some(&folder), local).is_err(), "{local}");
        }
        let error = photo(None, "attach://cat.png").unwrap_err();
        assert!(error.contains("--files"), "{error}");
        fs::remove_dir_all(outer).unwrap();
    }

    #[test]
    fn a_file_that_is_replaced_in_the_meantime_is_not_read() {
        let (outer, folder) = folder("race");
        let inner = outer.join("files");
        let is_done = Arc::new(AtomicBool::new(false));
        let swapping = is_done.clone();
        let swap = thread::spawn(move || {
            let (new, name) = (inner.join("new"), inner.join("swap"));
            while !swapping.load(Ordering::Relaxed) {
                fs::hard_link(inner.join("cat.png"), &new).unwrap();
                fs::rename(&new, &name).unwrap();
                symlink("../secret", &new).unwrap();
                fs::rename(&new, &name).unwrap();
            }
        });
        let contents = (0..60_000).filter_map(|_| folder.content("swap").ok());
        let outside = contents.filter(|(_, content)| content == b"secret").count();
        is_done.store(true, Ordering::Relaxed);
        swap.join().unwrap();
        assert_eq!(outside, 0);
        fs::remove_dir_all(outer).unwrap();
    }

    #[test]
    fn huge_files_are_not_read() {
        let (outer, folder) = folder("huge");
        let file = fs::File::create(outer.join("files/huge")).unwrap();
        file.set_len(MOST + 1).unwrap();
        let error = photo(Some(&folder), "attach://huge").unwrap_err();
        assert!(error.contains("is larger than 52428800 bytes"), "{error}");
        file.set_len(MOST).unwrap();
        assert_eq!(photo(Some(&folder), "attach://huge"), Ok(1));
        fs::remove_dir_all(outer).unwrap();
    }
}
