//! Tokens, which are in no output.

use serde_json::Value;

/// What stands for a token in texts.
const REDACTED: &str = "[token]";

/// The shortest secret of a token. A text of this length after an id and a colon is taken for one.
const SHORTEST: usize = 24;

/// The texts that nobody may read: the bot's token, and everything that looks like the token of a bot.
#[derive(Clone, Debug, Default)]
pub(crate) struct Secret(Vec<String>);

impl Secret {
    /// Takes a token. The default knows none, and redacts what looks like one.
    pub(crate) fn new(token: &str) -> Self {
        let mut texts = vec![token.to_owned()];
        // The bot's id before the colon is known to all.
        if let Some((_, secret)) = token.split_once(':') {
            texts.push(secret.to_owned());
        }
        texts.retain(|text| !text.is_empty());
        Self(texts)
    }

    /// Removes tokens from a text, also percent-encoded ones. A server at another address may name
    /// files by paths that contain the token, and some methods return the tokens of other bots.
    pub(crate) fn redact(&self, text: &str) -> String {
        let mut redacted = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let known = self.0.iter().find_map(|secret| encoded(rest, secret));
            let found = known.or_else(|| {
                // Not in the middle of a number.
                let is_start = !redacted.ends_with(|it: char| it.is_ascii_digit());
                if is_start { token(rest) } else { None }
            });
            let length = if found.is_some() {
                redacted.push_str(REDACTED);
                found
            } else {
                redacted.push(first);
                Some(first.len_utf8())
            };
            rest = length
                .and_then(|length| rest.get(length..))
                .unwrap_or_default();
        }
        redacted
    }

    /// Removes tokens from all texts of a value.
    pub(crate) fn redact_value(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.redact(&text)),
            Value::Array(items) => {
                let items = items.into_iter().map(|item| self.redact_value(item));
                Value::Array(items.collect())
            }
            Value::Object(members) => {
                let members = members.into_iter();
                let members =
                    members.map(|(name, value)| (self.redact(&name), self.redact_value(value)));
                Value::Object(members.collect())
            }
            other => other,
        }
    }
}

/// Returns the length of the start of the text that is the secret, each letter of which may be
/// percent-encoded.
fn encoded(text: &str, secret: &str) -> Option<usize> {
    let mut length = 0;
    for byte in secret.bytes() {
        let rest = text.as_bytes().get(length..)?;
        let code = rest
            .get(1..3)
            .and_then(|code| std::str::from_utf8(code).ok());
        length += match rest.first()? {
            found if *found == byte => 1,
            b'%' if code.and_then(|code| u8::from_str_radix(code, 16).ok()) == Some(byte) => 3,
            _ => return None,
        };
    }
    Some(length)
}

/// Returns the length of the start of the text that looks like a token: an id, a colon and a secret.
fn token(text: &str) -> Option<usize> {
    let id = text.find(|it: char| !it.is_ascii_digit())?;
    let rest = text.get(id..)?;
    let colon = if rest.starts_with(':') { 1 } else { 3 };
    let is_colon = rest
        .get(..colon)
        .is_some_and(|it| it == ":" || it.eq_ignore_ascii_case("%3a"));
    if id == 0 || !is_colon {
        return None;
    }
    let secret = rest.get(colon..)?;
    let is_secret = |it: char| it.is_ascii_alphanumeric() || "_-".contains(it);
    let length = secret.find(|it| !is_secret(it)).unwrap_or(secret.len());
    (length >= SHORTEST).then_some(id + colon + length)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Secret;

    const OTHER: &str = "987654321:AAOtherTokenOfNoBotOtherTokenOfNo";

    #[test]
    fn the_token_is_removed_wherever_it_is() {
        let secret = Secret::new("12:Abc_def");
        assert_eq!(secret.redact("x12:Abc_defy"), "x[token]y");
        assert_eq!(secret.redact("/bot12%3AAbc_def/"), "/bot[token]/");
        assert_eq!(secret.redact("é%41bc%5fdefé"), "é[token]é");
        assert_eq!(secret.redact("Abc_Abc_def%"), "Abc_[token]%");
        assert_eq!(
            secret.redact("the bot 12 is 100% é%"),
            "the bot 12 is 100% é%"
        );
        let value = json!({"a": ["12:Abc_def", 12], "Abc_def": {"b": "is Abc_def."}});
        let expected = json!({"a": ["[token]", 12], "[token]": {"b": "is [token]."}});
        assert_eq!(secret.redact_value(value), expected);
        assert_eq!(Secret::new("secret").redact("a secret"), "a [token]");
    }

    #[test]
    fn what_looks_like_a_token_is_removed() {
        for secret in [Secret::default(), Secret::new("12:Abc_def")] {
            assert_eq!(
                secret.redact(&format!("there is no `{OTHER}`")),
                "there is no `[token]`"
            );
            let path = OTHER.replace(':', "%3a");
            assert_eq!(
                secret.redact(&format!("/bot{path}/getMe")),
                "/bot[token]/getMe"
            );
        }
        for text in [
            "12:30",
            "a:bcdefghijklmnopqrstuvwxyzabcdefg",
            "1:",
            "%3A",
            "2026-01-01T10:00:00",
        ] {
            assert_eq!(Secret::default().redact(text), text);
        }
    }
}
