//! Names in a text.

/// Replaces a name wherever it is a whole word.
pub(crate) fn replace_word(text: &str, from: &str, to: &str) -> String {
    let is_part =
        |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric() || char == '_');
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, found) = rest.split_at(at);
        let after = found.get(from.len()..).unwrap_or_default();
        let is_word = !is_part(
            before
                .chars()
                .next_back()
                .or_else(|| replaced.chars().next_back()),
        ) && !is_part(after.chars().next());
        replaced.push_str(before);
        replaced.push_str(if is_word { to } else { from });
        rest = after;
    }
    replaced + rest
}
