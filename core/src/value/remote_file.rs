//! Files on the server that can be downloaded: an id, or any object with one.

use super::view::{Object, Value};

/// Reference to a file on the server: its id, and what else is known about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRef {
    pub(crate) id: String,
    pub(crate) path: Option<String>,
    pub(crate) size: Option<u64>,
}

impl FileRef {
    /// Creates a reference from a `file_id`.
    #[must_use]
    pub fn new(file_id: impl Into<String>) -> Self {
        Self {
            id: file_id.into(),
            ..Self::default()
        }
    }

    /// Sets the `file_path` that `getFile` has returned. It is valid for at least an hour; after
    /// that, a download calls `getFile` again.
    #[must_use]
    pub fn path(mut self, file_path: impl Into<String>) -> Self {
        self.path = Some(file_path.into());
        self
    }

    /// Sets the size in bytes. A download of another size fails.
    #[must_use]
    pub fn size(mut self, file_size: u64) -> Self {
        self.size = Some(file_size);
        self
    }
}

/// A file that [`Bot::download`](crate::Bot::download) takes: a `file_id` as text, or an object
/// with one.
///
/// Every type of the Bot API that has a field `file_id` implements it, such as `File`, `Document`
/// and `PhotoSize`, and so does every `#[telegram_type]` of your own with such a field. `file_size`
/// and `file_path` are used if the type has them. Other types implement it by hand:
///
/// ```
/// # use telegrammar_core as telegrammar;
/// use telegrammar::download::{FileRef, RemoteFile};
///
/// struct Avatar {
///     id: String,
/// }
///
/// impl RemoteFile for Avatar {
///     fn file_ref(&self) -> FileRef {
///         FileRef::new(&self.id)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a file that can be downloaded",
    label = "has no `file_id`",
    note = "help: give a `file_id` as text, or an object that has one, such as a `Document` or one of the sizes of a photo"
)]
pub trait RemoteFile {
    /// Returns what is known about the file.
    fn file_ref(&self) -> FileRef;
}

impl RemoteFile for str {
    fn file_ref(&self) -> FileRef {
        FileRef::new(self)
    }
}

impl RemoteFile for String {
    fn file_ref(&self) -> FileRef {
        FileRef::new(self)
    }
}

impl RemoteFile for FileRef {
    fn file_ref(&self) -> FileRef {
        self.clone()
    }
}

impl<T: RemoteFile + ?Sized> RemoteFile for &T {
    fn file_ref(&self) -> FileRef {
        (**self).file_ref()
    }
}

impl<T: RemoteFile + ?Sized> RemoteFile for Box<T> {
    fn file_ref(&self) -> FileRef {
        (**self).file_ref()
    }
}

/// Reads the reference from the fields of an object. Compiled once and not for every type.
#[must_use]
pub fn file_ref(object: &dyn Object) -> FileRef {
    let fields = object.info().fields;
    let mut file = FileRef::default();
    object.visit_fields(&mut |index, value| match fields.get(index) {
        Some(field) if field.name == "file_id" => file.id = text(value).unwrap_or_default(),
        Some(field) if field.name == "file_path" => file.path = text(value),
        Some(field) if field.name == "file_size" => file.size = number(value),
        _ => {}
    });
    file
}

fn text(value: Value<'_>) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_owned()),
        Value::Json(json) => serde_json::from_slice(&bytes(json)?).ok(),
        Value::Raw(json) => serde_json::from_str(json).ok(),
        _ => None,
    }
}

fn number(value: Value<'_>) -> Option<u64> {
    match value {
        Value::Int(number) => number.try_into().ok(),
        Value::Uint(number) => Some(number),
        Value::Int128(number) => number.try_into().ok(),
        Value::Uint128(number) => number.try_into().ok(),
        Value::Json(json) => serde_json::from_slice(&bytes(json)?).ok(),
        Value::Raw(json) => serde_json::from_str(json).ok(),
        _ => None,
    }
}

fn bytes(json: &dyn super::view::Json) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    json.write_json(&mut bytes).ok()?;
    Some(bytes)
}
