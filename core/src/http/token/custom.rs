//! Tokens of servers that are not Telegram's: any text, all of which is secret.

use std::fmt::Write as _;

use zeroize::Zeroizing;

use crate::value::percent::is_unreserved;

/// From this length on, a custom token is redacted wherever it occurs. A shorter one is redacted only
/// as part of a URL, because it could be a word of any text.
pub(super) const SHORTEST_REDACTED: usize = 8;

/// A wiped text.
type Secret = Zeroizing<String>;

/// The spellings of a custom token.
#[derive(PartialEq, Eq)]
pub(super) struct Spellings {
    /// As the end of a path segment: percent-encoded where a path requires it.
    pub(super) path: Secret,
    /// Everything to search for in texts, longest first, and what replaces it.
    secrets: Vec<Secret>,
    replacement: &'static str,
}

impl Spellings {
    pub(super) fn new(text: &str) -> Self {
        let path = percent(text, is_path_character, true);
        let mut secrets = vec![
            Secret::new(text.to_owned()),
            path.clone(),
            percent(text, is_path_character, false),
            percent(text, is_unreserved, true),
            percent(text, is_unreserved, false),
            json(text, char::is_control, "/"),
            json(text, |it| !it.is_ascii(), "/"),
            json(text, |it| !it.is_ascii(), "\\/"),
        ];
        secrets.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        secrets.dedup();
        let mut replacement = "***";
        if text.chars().count() < SHORTEST_REDACTED {
            replacement = "/bot***/";
            for secret in &mut secrets {
                *secret = Secret::new(format!("/bot{}/", secret.as_str()));
            }
        }
        Self {
            path,
            secrets,
            replacement,
        }
    }

    /// Returns the text without the token in any spelling, and without the beginning of it where the
    /// text was cut; `None` if it has neither.
    pub(super) fn redact(&self, text: &str) -> Option<String> {
        let mut redacted = None;
        for secret in &self.secrets {
            let current = redacted.as_deref().unwrap_or(text);
            if current.contains(secret.as_str()) {
                redacted = Some(current.replace(secret.as_str(), self.replacement));
            }
            let current = redacted.as_deref().unwrap_or(text);
            if current.contains('…')
                && let Some(uncut) = self.redact_cut(current, secret)
            {
                redacted = Some(uncut);
            }
        }
        redacted
    }

    /// Redacts the beginning of a secret in front of each `…`.
    fn redact_cut(&self, text: &str, secret: &str) -> Option<String> {
        let mut found = false;
        let mut parts: Vec<_> = text.split('…').map(str::to_owned).collect();
        let last = parts.len().saturating_sub(1);
        for part in parts.iter_mut().take(last) {
            let shown = (SHORTEST_REDACTED..secret.len())
                .rev()
                .filter_map(|end| secret.get(..end))
                .find(|start| part.ends_with(start));
            if let Some(start) = shown {
                part.truncate(part.len() - start.len());
                part.push_str(self.replacement);
                found = true;
            }
        }
        found.then(|| parts.join("…"))
    }
}

/// Returns whether the character needs no escaping in a path segment (RFC 3986).
fn is_path_character(byte: u8) -> bool {
    is_unreserved(byte) || b"!$&'()*+,;=:@".contains(&byte)
}

fn percent(text: &str, stays: impl Fn(u8) -> bool, upper: bool) -> Secret {
    // Three bytes for each, so that no part is left behind in memory when the text grows.
    let mut encoded = Secret::new(String::with_capacity(text.len() * 3));
    for byte in text.bytes() {
        // Writing to a `String` cannot fail.
        let _ = match (stays(byte), upper) {
            (true, _) => write!(encoded, "{}", char::from(byte)),
            (false, true) => write!(encoded, "%{byte:02X}"),
            (false, false) => write!(encoded, "%{byte:02x}"),
        };
    }
    encoded
}

/// Returns the text as it stands in JSON, with `\u` for the characters that `escaped` selects.
fn json(text: &str, escaped: impl Fn(char) -> bool, slash: &str) -> Secret {
    let mut encoded = Secret::new(String::with_capacity(text.len() * 6));
    let mut units = [0; 2];
    for character in text.chars() {
        match character {
            '"' => encoded.push_str("\\\""),
            '\\' => encoded.push_str("\\\\"),
            '/' => encoded.push_str(slash),
            _ if escaped(character) => {
                for unit in character.encode_utf16(&mut units) {
                    // Writing to a `String` cannot fail.
                    let _ = write!(encoded, "\\u{unit:04x}");
                }
            }
            _ => encoded.push(character),
        }
    }
    encoded
}
