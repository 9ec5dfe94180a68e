//! Kinds of rules that a person must read: what the page requires beyond a type and a limit.

/// Phrases, in lower case, and the kind of rule that they announce.
const PHRASES: [(&str, &str); 47] = [
    ("can't be used", "a condition"),
    ("cannot be used", "a condition"),
    ("can be used only", "a condition"),
    ("can be specified instead", "alternatives"),
    ("instead of", "alternatives"),
    ("exactly one of", "alternatives"),
    ("at most one of", "alternatives"),
    ("must be specified", "a condition"),
    ("must not be", "a condition"),
    ("must be empty", "a condition"),
    ("required if", "a condition"),
    ("required for", "a condition"),
    ("if specified", "a condition"),
    ("only if", "a condition"),
    ("is ignored", "a condition"),
    ("ignored if", "a condition"),
    ("ignored for", "a condition"),
    ("ignored when", "a condition"),
    ("for active", "a condition"),
    (" only.", "a condition"),
    (" only", "a condition"),
    ("not supported", "a condition"),
    ("isn't specified", "a condition"),
    ("if and only if", "a condition"),
    ("must have", "a condition"),
    ("must be the", "a condition"),
    ("must be a", "a condition"),
    ("must contain", "a condition"),
    ("choose one", "a closed set"),
    ("must be 0", "a condition"),
    ("currently", "a set that may grow"),
    ("can contain only", "a pattern"),
    ("are allowed", "a pattern"),
    ("two-letter", "a pattern"),
    ("three-letter", "a pattern"),
    ("iso ", "a pattern"),
    ("must begin", "a pattern"),
    ("must end", "a pattern"),
    ("http url", "a scheme"),
    ("https", "a scheme"),
    ("attach://", "an upload"),
    ("multipart/form-data", "an upload"),
    ("at most", "a limit"),
    ("up to", "a limit"),
    ("at least", "a limit"),
    ("must be", "a limit"),
    ("default", "a default"),
];

/// Returns the kinds of rules that the prose holds beyond the facts that were read from it. A limit
/// or default that was read needs nobody.
pub(crate) fn kinds(prose: &str, was_read: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let lower = prose.to_lowercase();
    let mut kinds = Vec::new();
    for (phrase, kind) in PHRASES {
        let is_read = match kind {
            "a limit" => ["in", "len", "items", "values", "const", "nonzero"]
                .iter()
                .any(|key| was_read(key)),
            "a default" => was_read("default"),
            "an upload" | "a scheme" => was_read("upload"),
            "a set that may grow" => was_read("hedged"),
            _ => false,
        };
        if lower.contains(phrase) && !is_read && !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}
