//! Names and lines of generated source text.

/// The start of documentation that is to be written.
pub(crate) const TO_WRITE: &str = "TODO(docs):";

/// `userShared` and `user_shared` as `UserShared`.
pub(crate) fn camel_case(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words = words.map(|word| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_ascii_uppercase().to_string() + letters.as_str()
        })
    });
    words.collect()
}

/// Functions that the attributes generate, and keywords that are no raw identifiers.
const TAKEN: [&str; 7] = ["new", "send", "validate", "self", "Self", "super", "crate"];

const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// The attribute of a field with this name on the wire, if it needs one, and its name in Rust.
pub(crate) fn field(name: &str) -> (Option<String>, String) {
    if TAKEN.contains(&name) {
        let attribute = format!("    #[telegram(rename = \"{name}\")]");
        return (Some(attribute), format!("{name}_value"));
    }
    let raw = if KEYWORDS.contains(&name) { "r#" } else { "" };
    (None, format!("{raw}{name}"))
}

/// The name of the variant for a word of a closed set.
pub(crate) fn variant(word: &str) -> String {
    let ident = camel_case(word);
    if ["Self", "Unknown"].contains(&ident.as_str()) {
        return ident + "Value";
    }
    let is_name = ident.starts_with(|first: char| first.is_ascii_alphabetic());
    let start = if is_name { "" } else { "Value" };
    format!("{start}{ident}")
}

/// The lines of a variant for a word of a closed set.
pub(crate) fn word(value: &str) -> Vec<String> {
    let ident = variant(value);
    let is_plain = value
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        && ident == camel_case(value);
    let mut lines = vec![format!("    /// `{value}`.")];
    if !is_plain {
        lines.push(format!("    #[telegram(rename = \"{value}\")]"));
    }
    lines.push(format!("    {ident},"));
    lines
}
