//! The two headers that define a form, in the server's dialect.

use super::encoding::percent_decoded;

const LONGEST_BOUNDARY: usize = 70;

/// Returns the boundary in the Content-Type of a form.
pub(crate) fn boundary(content_type: &str) -> Option<&str> {
    // Only ASCII changes its case, so positions stay the same.
    let at = content_type.to_ascii_lowercase().find("boundary")?;
    let (_, value) = content_type.get(at..)?.split_once('=')?;
    let value = value.split(';').next()?.trim();
    let unquoted = value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let boundary = unquoted.unwrap_or(value);
    (1..=LONGEST_BOUNDARY)
        .contains(&boundary.len())
        .then_some(boundary)
}

/// The parsed Content-Disposition of a part.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Disposition {
    pub(crate) name: String,
    /// A part that has a file name is a file, even if the name is empty.
    pub(crate) file_name: Option<String>,
    /// Keys in the form of RFC 5987, which the server does not support.
    pub(crate) ignored: Vec<String>,
}

impl Disposition {
    /// The error is what is wrong.
    pub(crate) fn of(value: &[u8]) -> Result<Self, &'static str> {
        let mut rest = value
            .strip_prefix(b"form-data;")
            .ok_or("a Content-Disposition does not begin with `form-data;`")?;
        let mut found = Self::default();
        while let Some(equals) = rest.iter().position(|&byte| byte == b'=') {
            let (key, after) = rest.split_at(equals);
            let key = String::from_utf8_lossy(key.trim_ascii()).into_owned();
            let after = after.get(1..).unwrap_or_default().trim_ascii_start();
            let (value, tail) = match after.strip_prefix(b"\"") {
                Some(quoted) => unquoted(quoted).ok_or("a quotation mark is never closed")?,
                None => token(after),
            };
            // Percent-encoding is decoded everywhere, in a file name too.
            let value = percent_decoded(&value);
            match key.as_str() {
                "name" => found.name = value,
                "filename" => found.file_name = Some(value),
                _ if key.ends_with('*') => found.ignored.push(key),
                _ => {}
            }
            rest = tail;
        }
        if found.name.is_empty() {
            return Err("a part has no name");
        }
        Ok(found)
    }
}

/// Splits the text at the closing quotation mark, and returns the rest after the next semicolon.
fn unquoted(text: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let mut value = Vec::new();
    let mut bytes = text.iter().copied().enumerate();
    loop {
        match bytes.next()? {
            (at, b'"') => {
                let (_, tail) = token(text.get(at + 1..)?);
                return Some((value, tail));
            }
            (_, b'\\') => value.push(bytes.next()?.1),
            (_, byte) => value.push(byte),
        }
    }
}

/// Splits the text at the next semicolon.
fn token(text: &[u8]) -> (Vec<u8>, &[u8]) {
    let end = text.iter().position(|&byte| byte == b';');
    let (value, tail) = text.split_at(end.unwrap_or(text.len()));
    let tail = tail.get(1..).unwrap_or_default();
    (value.trim_ascii().to_vec(), tail)
}
