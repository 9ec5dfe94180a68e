//! How bodies are encoded, and percent-encoding.

/// How the server treats a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BodyKind {
    Multipart,
    Urlencoded,
    Json,
    /// A file without parameters.
    Other,
}

impl BodyKind {
    /// The server searches for a substring, whatever surrounds it.
    pub(crate) fn of(content_type: &str) -> Self {
        let content_type = content_type.to_ascii_lowercase();
        if content_type.contains("multipart/form-data") {
            Self::Multipart
        } else if content_type.contains("application/x-www-form-urlencoded") {
            Self::Urlencoded
        } else if content_type.contains("application/json") {
            Self::Json
        } else {
            Self::Other
        }
    }
}

/// Adds the pairs of a query string or of a form that is written like one.
pub(crate) fn urlencoded(text: &[u8], into: &mut Vec<(String, String)>) {
    for pair in text.split(|&byte| byte == b'&') {
        if pair.is_empty() {
            continue;
        }
        let mut halves = pair.splitn(2, |&byte| byte == b'=');
        let mut half = || percent_decoded(halves.next().unwrap_or_default(), true);
        into.push((half(), half()));
    }
}

/// Decodes percent-encoding. Invalid escapes are copied verbatim.
pub(crate) fn percent_decoded(text: &[u8], plus_is_space: bool) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [byte, after @ ..] = rest {
        rest = after;
        match (*byte, after) {
            (b'%', [high, low, tail @ ..]) => {
                if let (Some(high), Some(low)) = (hex(*high), hex(*low)) {
                    bytes.push(high << 4 | low);
                    rest = tail;
                } else {
                    bytes.push(b'%');
                }
            }
            (b'+', _) if plus_is_space => bytes.push(b' '),
            (other, _) => bytes.push(other),
        }
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
