//! Media types by file extension, for the formats that Telegram treats specially.

pub(super) const UNKNOWN: &str = "application/octet-stream";

/// The first extension of a media type is used for a file without a name.
const TABLE: &[(&str, &str)] = &[
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("bmp", "image/bmp"),
    ("tif", "image/tiff"),
    ("tiff", "image/tiff"),
    ("heic", "image/heic"),
    ("svg", "image/svg+xml"),
    ("tgs", "application/x-tgsticker"),
    ("webm", "video/webm"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("mov", "video/quicktime"),
    ("mkv", "video/x-matroska"),
    ("avi", "video/x-msvideo"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("oga", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("flac", "audio/flac"),
    ("wav", "audio/x-wav"),
    ("pdf", "application/pdf"),
    ("zip", "application/zip"),
    ("txt", "text/plain"),
    ("csv", "text/csv"),
    ("html", "text/html"),
    ("json", "application/json"),
    ("pem", "application/x-pem-file"),
];

/// Returns the media type for the extension of `name`.
pub(super) fn of_name(name: &str) -> &'static str {
    let Some((_, extension)) = name.rsplit_once('.') else {
        return UNKNOWN;
    };
    let mut rows = TABLE.iter();
    rows.find(|(known, _)| known.eq_ignore_ascii_case(extension))
        .map_or(UNKNOWN, |(_, media_type)| media_type)
}

/// Returns the usual extension of files of this type.
pub(super) fn extension(media_type: &str) -> Option<&'static str> {
    let mut rows = TABLE.iter();
    rows.find(|(_, known)| known.eq_ignore_ascii_case(media_type))
        .map(|(extension, _)| *extension)
}
