//! Takes a form apart as the real server does: quoted values with backslash escapes, then
//! percent-decoded; a part with a file name is a file, one without is a parameter.

use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) media_type: String,
    pub(crate) content: Vec<u8>,
}

#[derive(Debug, Default)]
pub(crate) struct Form {
    pub(crate) texts: BTreeMap<String, String>,
    pub(crate) files: BTreeMap<String, File>,
}

impl Form {
    pub(crate) fn parse(content_type: &str, body: &[u8]) -> Self {
        let boundary = content_type
            .strip_prefix("multipart/form-data; boundary=")
            .expect("a form");
        assert!((1..=70).contains(&boundary.len()), "{boundary}");
        let mut form = Self::default();
        let mut rest = body
            .strip_prefix(format!("--{boundary}").as_bytes())
            .expect("the first boundary");
        let separator = format!("\r\n--{boundary}");
        while rest != b"--\r\n" {
            let part = rest.strip_prefix(b"\r\n").expect("the end of the boundary");
            let end = find(part, separator.as_bytes()).expect("the next boundary");
            form.part(&part[..end]);
            rest = &part[end + separator.len()..];
        }
        form
    }

    fn part(&mut self, part: &[u8]) {
        let end = find(part, b"\r\n\r\n").expect("headers");
        let head = std::str::from_utf8(&part[..end]).expect("UTF-8");
        let content = part[end + 4..].to_vec();
        let header = |name: &str| {
            let mut lines = head.split("\r\n");
            lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
        };
        assert!(!head.replace("\r\n", "").contains(['\r', '\n']), "{head:?}");
        let keys = header("Content-Disposition").expect("a disposition");
        let keys = keys.strip_prefix("form-data;").expect("form-data");
        let keys = keys_of(keys);
        let name = keys["name"].clone();
        assert!(!name.is_empty());
        let is_new = if let Some(file) = keys.get("filename") {
            let media_type = header("Content-Type").expect("a media type").to_owned();
            let file = File {
                name: file.clone(),
                media_type,
                content,
            };
            self.files.insert(name.clone(), file).is_none()
        } else {
            let text = String::from_utf8(content).expect("a text");
            self.texts.insert(name.clone(), text).is_none()
        };
        assert!(is_new, "`{name}` comes twice");
    }

    /// The text parameters, in the order of their names.
    pub(crate) fn texts(&self) -> Vec<(&str, &str)> {
        let texts = self.texts.iter();
        texts.map(|(name, text)| (&**name, &**text)).collect()
    }
}

fn keys_of(mut rest: &str) -> BTreeMap<String, String> {
    let mut keys = BTreeMap::new();
    while !rest.is_empty() {
        let (key, value) = rest.trim_start().split_once("=\"").expect("a key");
        let mut text = Vec::new();
        let mut bytes = value.bytes().enumerate();
        let end = loop {
            match bytes.next().expect("the end of a value") {
                (at, b'"') => break at,
                (_, b'\\') => text.push(bytes.next().expect("an escaped byte").1),
                (_, byte) => text.push(byte),
            }
        };
        keys.insert(key.to_owned(), percent_decoded(&text));
        rest = value[end + 1..].trim_start_matches(';');
    }
    keys
}

fn percent_decoded(text: &[u8]) -> String {
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let digits = text.get(at + 1..at + 3).filter(|_| text[at] == b'%');
        let digits = digits.and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(Ok(byte)) = digits.map(|digits| u8::from_str_radix(digits, 16)) {
            out.push(byte);
            at += 3;
        } else {
            out.push(text[at]);
            at += 1;
        }
    }
    String::from_utf8(out).expect("UTF-8")
}

pub(crate) fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}
