//! Uploads: files of one folder, and of no other.

use std::path::{Path, PathBuf};

use serde_json::Value;
use telegrammar::InputFile;

/// What a parameter starts with that names a file to upload.
const ATTACH: &str = "attach://";

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

    /// Returns the file with this path, if it is in the folder once all symbolic links and `..` are
    /// resolved.
    fn file(&self, path: &str) -> Option<InputFile> {
        let path = self.0.join(path).canonicalize().ok()?;
        let is_inside = path.starts_with(&self.0) && path.is_file();
        is_inside.then(|| InputFile::path(path))
    }
}

/// Returns the files that parameters name, each with its name. `is_file` tells which members are
/// files.
///
/// # Errors
///
/// A file is not in the folder. The text does not tell whether there is such a file elsewhere.
pub(crate) fn attached(
    parameters: &Value,
    folder: Option<&Folder>,
    is_file: &dyn Fn(&str) -> bool,
) -> Result<Vec<(String, InputFile)>, String> {
    let mut named = Vec::new();
    collect(parameters, "", &mut |member, text| {
        if is_file(member) {
            named.push((member.to_owned(), text.to_owned()));
        }
    });
    let mut files: Vec<(String, InputFile)> = Vec::new();
    for (member, text) in named {
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
        let file = folder.file(path).ok_or_else(|| {
            format!("`{member}` is `{text}`, which is no file in the folder of uploads")
        })?;
        if files.iter().all(|(known, _)| known != path) {
            files.push((path.to_owned(), file));
        }
    }
    Ok(files)
}

/// Calls `found` with each text and the name of the member that it belongs to.
fn collect(value: &Value, member: &str, found: &mut dyn FnMut(&str, &str)) {
    match value {
        Value::String(text) => found(member, text),
        Value::Array(items) => items.iter().for_each(|item| collect(item, member, found)),
        Value::Object(members) => {
            for (name, value) in members {
                collect(value, name, found);
            }
        }
        _ => {}
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::PathBuf;

    use serde_json::{Value, json};

    use super::{Folder, attached};

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
        let folder = Folder::open(&inner).unwrap();
        (outer, folder)
    }

    fn photo(folder: Option<&Folder>, photo: &str) -> Result<usize, String> {
        let parameters = json!({"chat_id": 1, "photo": photo, "caption": "attach://no"});
        attached(&parameters, folder, &|name| name == "photo").map(|files| files.len())
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
        fs::remove_dir_all(outer).unwrap();
    }

    #[test]
    fn no_other_files_are_uploaded() {
        let (outer, folder) = folder("outside");
        let absolute = outer.join("secret");
        for path in [
            "../secret",
            "more/../../secret",
            "link.png",
            "up/secret",
            "../files-too/secret",
            "/etc/passwd",
            absolute.to_str().unwrap(),
            "more",
            "",
            ".",
            "none.png",
            "cat.png\0",
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
    fn nested_files_are_found_once() {
        let (outer, folder) = folder("nested");
        let item = json!({"type": "photo", "media": "attach://cat.png"});
        let parameters =
            json!({"chat_id": 1, "media": [item, item, {"type": "photo", "media": "AgAD"}]});
        let is_file = |name: &str| name == "media";
        let files = attached(&parameters, Some(&folder), &is_file).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].0, "cat.png");
        assert!(attached(&Value::Null, None, &is_file).unwrap().is_empty());
        fs::remove_dir_all(outer).unwrap();
    }
}
