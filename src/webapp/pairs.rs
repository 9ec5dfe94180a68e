//! The query string of a Mini App as pairs of names and values.

use super::error::InitDataError;

/// The decoded fields, sorted by name. Each name is there once.
pub(super) struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Decodes a query string.
    ///
    /// The text that is signed joins names and values by `=` and pairs by line feeds. A line feed
    /// in a value, or a `=` in a name, would let others move the boundaries of fields without
    /// changing that text, so neither is accepted. Telegram sends none: values with any text are
    /// JSON, which escapes line feeds.
    pub(super) fn read(text: &str) -> Result<Self, InitDataError> {
        let mut pairs = Vec::new();
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair
                .split_once('=')
                .ok_or(InitDataError::malformed("a pair has no `=`"))?;
            let (name, value) = (decoded(name)?, decoded(value)?);
            if name.contains(['=', '\n']) || value.contains('\n') {
                let problem = "a name has `=` or a line feed, or a value has a line feed";
                return Err(InitDataError::malformed(problem));
            }
            pairs.push((name, value));
        }
        pairs.sort_unstable();
        let mut names = pairs.iter().map(|(name, _)| name);
        let mut last = names.next();
        for name in names {
            if last.replace(name) == Some(name) {
                return Err(InitDataError::malformed("a field occurs twice"));
            }
        }
        Ok(Self(pairs))
    }

    /// Removes a field and returns its value.
    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        let position = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.remove(position).1)
    }

    /// Returns the fields that are left, as the text that is signed.
    pub(super) fn joined(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.0 {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(name);
            text.push('=');
            text.push_str(value);
        }
        text
    }

    pub(super) fn into_rest(self) -> Vec<(String, String)> {
        self.0
    }
}

/// Decodes `%XX`, and `+` as a space.
fn decoded(text: &str) -> Result<String, InitDataError> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits = (
                    rest.next().and_then(hex_digit),
                    rest.next().and_then(hex_digit),
                );
                let (Some(high), Some(low)) = digits else {
                    let problem = "a `%` is not followed by two hexadecimal digits";
                    return Err(InitDataError::malformed(problem));
                };
                high << 4 | low
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).map_err(|_| InitDataError::malformed("it is not UTF-8"))
}

/// Decodes a text of hexadecimal digits into `N` bytes.
pub(super) fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N {
        return None;
    }
    let mut digits = text.bytes();
    for byte in &mut bytes {
        *byte = hex_digit(digits.next()?)? << 4 | hex_digit(digits.next()?)?;
    }
    Some(bytes)
}

fn hex_digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}
