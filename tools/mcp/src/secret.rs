//! The token, which is in no output.

use serde_json::Value;

/// What stands for the token in texts.
const REDACTED: &str = "[token]";

/// The texts that nobody may read.
pub(crate) struct Secret(Vec<String>);

impl Secret {
    /// Takes a token.
    pub(crate) fn new(token: &str) -> Self {
        let mut texts = vec![token.to_owned()];
        // The bot's id before the colon is known to all.
        if let Some((_, secret)) = token.split_once(':') {
            texts.push(secret.to_owned());
        }
        texts.retain(|text| !text.is_empty());
        Self(texts)
    }

    /// Removes the token from a text. A server at another address may name files by paths that
    /// contain it.
    pub(crate) fn redact(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for secret in &self.0 {
            text = text.replace(secret, REDACTED);
        }
        text
    }

    /// Removes the token from all texts of a value.
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Secret;

    #[test]
    fn the_token_is_removed_wherever_it_is() {
        let secret = Secret::new("12:Abc_def");
        assert_eq!(secret.redact("x12:Abc_defy"), "x[token]y");
        assert_eq!(secret.redact("/bot12%3AAbc_def/"), "/bot12%3A[token]/");
        assert_eq!(secret.redact("the bot 12"), "the bot 12");
        let value = json!({"a": ["12:Abc_def", 12], "Abc_def": {"b": "is Abc_def."}});
        let expected = json!({"a": ["[token]", 12], "[token]": {"b": "is [token]."}});
        assert_eq!(secret.redact_value(value), expected);
        assert_eq!(Secret::new("secret").redact("a secret"), "a [token]");
    }
}
