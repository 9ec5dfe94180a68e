//! Files: what was uploaded, and what the server says about it.

use std::collections::HashMap;

use bytes::Bytes;
use serde_json::{Map, Value, json};

/// The server's limit for downloads, in bytes.
pub(crate) const LARGEST_DOWNLOAD: usize = 20 << 20;

/// The sides of the sizes in which a photo is available, in pixels.
const SIDES: [i64; 3] = [90, 320, 800];

/// What a file was sent as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    /// The parameter, such as `video_note`.
    pub(crate) name: &'static str,
    /// The server's own name of the type, for errors.
    title: &'static str,
    folder: &'static str,
    extension: &'static str,
    mime_type: &'static str,
}

const KINDS: [Kind; 10] = [
    Kind {
        name: "photo",
        title: "Photo",
        folder: "photos",
        extension: "jpg",
        mime_type: "image/jpeg",
    },
    Kind {
        name: "document",
        title: "Document",
        folder: "documents",
        extension: "bin",
        mime_type: "application/octet-stream",
    },
    Kind {
        name: "video",
        title: "Video",
        folder: "videos",
        extension: "mp4",
        mime_type: "video/mp4",
    },
    Kind {
        name: "animation",
        title: "Animation",
        folder: "animations",
        extension: "mp4",
        mime_type: "video/mp4",
    },
    Kind {
        name: "audio",
        title: "Audio",
        folder: "music",
        extension: "mp3",
        mime_type: "audio/mpeg",
    },
    Kind {
        name: "voice",
        title: "VoiceNote",
        folder: "voice",
        extension: "oga",
        mime_type: "audio/ogg",
    },
    Kind {
        name: "video_note",
        title: "VideoNote",
        folder: "video_notes",
        extension: "mp4",
        mime_type: "video/mp4",
    },
    Kind {
        name: "sticker",
        title: "Sticker",
        folder: "stickers",
        extension: "webp",
        mime_type: "image/webp",
    },
    Kind {
        name: "live_photo",
        title: "LivePhoto",
        folder: "live_photos",
        extension: "mp4",
        mime_type: "video/mp4",
    },
    Kind {
        name: "thumbnail",
        title: "Thumbnail",
        folder: "thumbnails",
        extension: "jpg",
        mime_type: "image/jpeg",
    },
];

impl Kind {
    fn is_document(self) -> bool {
        matches!(
            self.name,
            "document" | "video" | "animation" | "audio" | "voice" | "video_note"
        )
    }

    /// Returns the kind with this name; a document for any other parameter.
    pub(crate) fn of(name: &str) -> Self {
        let name = match name {
            "cover" | "icon" => "photo",
            other => other,
        };
        let [_, document, ..] = KINDS;
        KINDS
            .into_iter()
            .find(|kind| kind.name == name)
            .unwrap_or(document)
    }
}

/// A file on the server.
#[derive(Clone, Debug)]
pub(crate) struct StoredFile {
    pub(crate) id: String,
    pub(crate) unique_id: String,
    pub(crate) kind: Kind,
    pub(crate) path: String,
    pub(crate) file_name: Option<String>,
    pub(crate) mime_type: String,
    pub(crate) content: Bytes,
}

impl StoredFile {
    /// Returns the file as a `PhotoSize`.
    pub(crate) fn size(&self, side: i64) -> Map<String, Value> {
        let mut members = self.members();
        members.insert("width".to_owned(), side.into());
        members.insert("height".to_owned(), side.into());
        members
    }

    /// Returns the members that every object for a file has.
    pub(crate) fn members(&self) -> Map<String, Value> {
        let members = json!({
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": self.content.len(),
        });
        members.as_object().cloned().unwrap_or_default()
    }
}

/// All files of a bot.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// By id.
    by_id: HashMap<String, StoredFile>,
    /// The sizes of a photo by the id of each of them, smallest first.
    sizes: HashMap<String, Vec<String>>,
    /// What was said about a file when it was sent, such as its duration, by its id and the type of the
    /// object that it was sent as.
    details: HashMap<(String, &'static str), Map<String, Value>>,
    count: usize,
}

impl Files {
    /// Stores an upload.
    pub(crate) fn add(
        &mut self,
        kind: Kind,
        file_name: Option<&str>,
        mime_type: Option<&str>,
        content: Bytes,
    ) -> StoredFile {
        let number = self.count;
        self.count += 1;
        let own = file_name
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, end)| end);
        let is_plain = |end: &&str| {
            (1..=8).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        let extension = own.filter(is_plain).unwrap_or(kind.extension);
        let generic = ["", "application/octet-stream"];
        let mime_type = mime_type.filter(|given| !generic.contains(given));
        let file = StoredFile {
            id: format!("FakeFile-{}-{number}", kind.name),
            unique_id: format!("FakeUnique-{number}"),
            kind,
            path: format!("{}/file_{number}.{extension}", kind.folder),
            file_name: file_name.filter(|name| !name.is_empty()).map(str::to_owned),
            mime_type: mime_type
                .or(by_extension(own))
                .unwrap_or(kind.mime_type)
                .to_owned(),
            content,
        };
        self.by_id.insert(file.id.clone(), file.clone());
        file
    }

    /// Stores a photo, and returns it as members of a message.
    pub(crate) fn photo(&mut self, content: Bytes) -> Map<String, Value> {
        let photo = self.add(Kind::of("photo"), None, None, content);
        let sizes = self.sizes(&photo).into_iter();
        let sizes: Vec<_> = sizes.map(|(file, side)| file.size(side)).collect();
        Map::from_iter([("photo".to_owned(), json!(sizes))])
    }

    /// Stores a document, and returns it as members of a message.
    pub(crate) fn document(
        &mut self,
        file_name: &str,
        mime_type: Option<&str>,
        content: Bytes,
    ) -> Map<String, Value> {
        let kind = Kind::of("document");
        let file = self.add(kind, Some(file_name), mime_type, content);
        let mut document = file.members();
        document.insert("file_name".to_owned(), file_name.into());
        document.insert("mime_type".to_owned(), file.mime_type.into());
        Map::from_iter([("document".to_owned(), document.into())])
    }

    /// Stores the object that a file was sent as, for when it is sent again.
    pub(crate) fn remember(&mut self, id: &str, ty: &'static str, object: &Map<String, Value>) {
        self.details.insert((id.to_owned(), ty), object.clone());
    }

    /// Returns the object of a type that a file was sent as.
    pub(crate) fn remembered(&self, id: &str, ty: &'static str) -> Option<Map<String, Value>> {
        self.details.get(&(id.to_owned(), ty)).cloned()
    }

    /// Returns the file with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&StoredFile> {
        self.by_id.get(id)
    }

    /// Returns the file for an id or URL that a call refers to. What was never uploaded is an empty
    /// file with that id.
    ///
    /// # Errors
    ///
    /// The server's text if the file has another type.
    pub(crate) fn refer(&mut self, kind: Kind, id: &str) -> Result<StoredFile, String> {
        if id.contains('.') {
            // A URL: the server downloads it, which this one does not.
            return Ok(self.add(kind, None, None, Bytes::new()));
        }
        match self.by_id.get(id) {
            Some(file) if file.kind == kind || kind.name == "thumbnail" => Ok(file.clone()),
            // Kinds of documents are sent as each other.
            Some(file) if file.kind.is_document() && kind.is_document() => Ok(file.clone()),
            Some(file) => Err(format!(
                "can't use file of type {} as {}",
                file.kind.title, kind.title
            )),
            None => {
                let mut file = self.add(kind, None, None, Bytes::new());
                self.by_id.remove(&file.id);
                id.clone_into(&mut file.id);
                self.by_id.insert(file.id.clone(), file.clone());
                Ok(file)
            }
        }
    }

    /// Returns the sizes in which a photo is available, smallest first, with their sides in pixels. All
    /// have the content that was sent, because nothing is scaled.
    pub(crate) fn sizes(&mut self, photo: &StoredFile) -> Vec<(StoredFile, i64)> {
        if !self.sizes.contains_key(&photo.id) {
            let smaller = SIDES.iter().skip(1).map(|_| {
                let name = photo.file_name.as_deref();
                self.add(photo.kind, name, None, photo.content.clone())
            });
            let smaller: Vec<_> = smaller.collect();
            let ids = smaller.iter().chain([photo]).map(|file| file.id.clone());
            let ids: Vec<String> = ids.collect();
            for id in &ids {
                self.sizes.insert(id.clone(), ids.clone());
            }
        }
        let ids = self.sizes.get(&photo.id).cloned().unwrap_or_default();
        let files = ids.iter().filter_map(|id| self.by_id.get(id).cloned());
        files.zip(SIDES).collect()
    }

    /// Returns the file that is downloaded from a path.
    pub(crate) fn at(&self, path: &str) -> Option<&StoredFile> {
        self.by_id.values().find(|file| file.path == path)
    }
}

/// Returns the media type of common files.
fn by_extension(extension: Option<&str>) -> Option<&'static str> {
    Some(match extension?.to_ascii_lowercase().as_str() {
        "txt" | "md" | "log" => "text/plain",
        "csv" => "text/csv",
        "htm" | "html" => "text/html",
        "json" => "application/json",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "gif" => "image/gif",
        "jpg" | "jpeg" => "image/jpeg",
        "png" => "image/png",
        "webp" => "image/webp",
        "mp3" => "audio/mpeg",
        "ogg" | "oga" => "audio/ogg",
        "mp4" => "video/mp4",
        _ => return None,
    })
}
