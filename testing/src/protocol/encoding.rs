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

/// Parameters, as far as they have been read.
#[derive(Debug, Default)]
pub(crate) struct Parameters {
    pub(crate) list: Vec<(String, String)>,
    /// Whether a name or value is not UTF-8, for which every call is refused.
    pub(crate) has_invalid_utf8: bool,
}

impl Parameters {
    pub(crate) fn push(&mut self, name: Vec<u8>, value: Vec<u8>) {
        let pair = (self.text(name), self.text(value));
        self.list.push(pair);
    }

    fn text(&mut self, bytes: Vec<u8>) -> String {
        String::from_utf8(bytes).unwrap_or_else(|error| {
            self.has_invalid_utf8 = true;
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        })
    }
}

/// Adds the pairs of a query string or of a form that is written like one.
pub(crate) fn urlencoded(text: &[u8], into: &mut Parameters) {
    for pair in text.split(|&byte| byte == b'&') {
        if pair.is_empty() {
            continue;
        }
        let mut halves = pair.splitn(2, |&byte| byte == b'=');
        let mut half = || decoded(halves.next().unwrap_or_default(), true);
        into.push(half(), half());
    }
}

/// Decodes percent-encoding. Invalid escapes are copied verbatim; what is not UTF-8 is replaced.
pub(crate) fn percent_decoded(text: &[u8]) -> String {
    let bytes = decoded(text, false);
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn decoded(text: &[u8], plus_is_space: bool) -> Vec<u8> {
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
    bytes
}

/// Returns the value of a hexadecimal digit.
pub(crate) fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
