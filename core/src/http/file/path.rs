//! The path of a file in a URL.

use crate::value::percent;

/// Returns a `file_path` with every segment percent-encoded. `None` if it would refer to something
/// outside of the bot's files: if it is empty, absolute, or has a segment `.` or `..`.
pub(crate) fn encoded(path: &str) -> Option<String> {
    let mut encoded = String::with_capacity(path.len());
    for (index, segment) in path.split('/').enumerate() {
        if matches!(segment, "" | "." | "..") {
            return None;
        }
        if index > 0 {
            encoded.push('/');
        }
        for byte in segment.bytes() {
            percent::push(byte, percent::is_unreserved(byte), &mut encoded);
        }
    }
    Some(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_encoded_and_slashes_kept() {
        for (path, expected) in [
            ("documents/file_0.txt", "documents/file_0.txt"),
            ("a b/50%?#.txt", "a%20b/50%25%3F%23.txt"),
            ("日本/é", "%E6%97%A5%E6%9C%AC/%C3%A9"),
            ("%2e%2e/x", "%252e%252e/x"),
            ("a\\..\\b", "a%5C..%5Cb"),
            ("http:/evil", "http%3A/evil"),
            ("user@host/..x", "user%40host/..x"),
            ("line\r\nbreak", "line%0D%0Abreak"),
        ] {
            assert_eq!(encoded(path).as_deref(), Some(expected), "{path}");
        }
    }

    #[test]
    fn paths_that_lead_elsewhere_are_refused() {
        for path in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "a/../../b",
            "./a",
            "a/.",
            "a//b",
            "//evil.example/a",
            "a/",
        ] {
            assert_eq!(encoded(path), None, "{path}");
        }
    }
}
