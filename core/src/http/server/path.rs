//! Finds the part of a path that telegrammar adds itself: `/bot` and a token, or a placeholder for
//! one, as documentation of servers writes it.

/// Characters that begin a placeholder: `{token}`, `<token>`, `$TOKEN`, `:token`, `[token]`,
/// `(token)`, `*`, `@token`, `%s`.
const PLACEHOLDER: &[char] = &['{', '<', '$', ':', '[', '(', '*', '@', '%'];
/// Words around `token` in placeholders such as `YOUR_BOT_TOKEN`.
const WORDS: &[&str] = &[
    "your", "my", "the", "telegram", "bot", "api", "access", "here",
];

/// Returns whether a path ends in `/bot`, or has `/bot` with a token or a placeholder.
pub(super) fn has_token(path: &str) -> bool {
    let mut segments = path.trim_end_matches('/').split('/').peekable();
    while let Some(segment) = segments.next() {
        let found = match segment.strip_prefix("bot") {
            Some("") => segments.peek().is_none_or(|next| is_token(next)),
            Some(rest) => is_token(rest),
            None => false,
        };
        if found {
            return true;
        }
    }
    false
}

/// Returns whether what follows `bot` looks like `123456:secret`, or like a placeholder.
fn is_token(text: &str) -> bool {
    let text = decoded(text);
    let has_id = text
        .split_once(':')
        .is_some_and(|(id, _)| id.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    // Braces and angle brackets are not allowed in a URL, so they are placeholders at any position.
    has_id || text.starts_with(PLACEHOLDER) || text.contains(['{', '<']) || is_named(&text)
}

/// Returns whether the text is the word `token`, alone or as in `YOUR_BOT_TOKEN` or `TokenHere`.
fn is_named(text: &str) -> bool {
    let mut rest = text.to_ascii_lowercase().replace(['_', '-'], "");
    for word in WORDS {
        rest = rest.replace(word, "");
    }
    rest == "token"
}

/// Decodes percent-encoded characters. Those outside of ASCII become others, which are no part of any
/// placeholder either.
fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once('%') {
        decoded.push_str(head);
        let byte = tail
            .get(..2)
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(byte) = byte {
            decoded.push(char::from(byte));
            rest = tail.get(2..).unwrap_or_default();
        } else {
            decoded.push('%');
            rest = tail;
        }
    }
    decoded.push_str(rest);
    decoded
}
