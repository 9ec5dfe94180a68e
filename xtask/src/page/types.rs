//! Types: from the page's words to those of the facts.

/// Returns the type that the page's words describe: `Array of A, B and C` is `Array<A|B|C>`.
pub(super) fn from_page(text: &str) -> String {
    let text = super::text::plain(text);
    let text = text.trim_end_matches('.');
    if let Some(item) = text.strip_prefix("Array of ") {
        return format!("Array<{}>", from_page(item));
    }
    let text = text.replace(", or ", ", ").replace(", and ", ", ");
    let text = text.replace(" or ", ", ").replace(" and ", ", ");
    let names: Vec<&str> = text.split(", ").map(name).collect();
    joined(&names)
}

/// Returns the type that the alternatives of the JSON describe.
pub(super) fn from_list(types: &[&str]) -> String {
    let items: Option<Vec<&str>> = types
        .iter()
        .map(|ty| ty.strip_prefix("Array of "))
        .collect();
    match items {
        Some(items) if !items.is_empty() => format!("Array<{}>", from_list(&items)),
        _ => {
            let names: Vec<String> = types.iter().map(|ty| from_page(ty)).collect();
            joined(&names.iter().map(String::as_str).collect::<Vec<_>>())
        }
    }
}

fn joined(names: &[&str]) -> String {
    let mut joined = names.join("|");
    // Every such parameter is an id or a user name.
    if joined == "Integer|String" {
        joined.insert_str("Integer".len(), "64");
    }
    joined
}

fn name(text: &str) -> &str {
    match text.trim() {
        "Int" => "Integer",
        "Bool" => "Boolean",
        "Float number" | "Number" => "Float",
        "Messages" => "Message",
        other => other,
    }
}

/// Whether a word is a type of the facts.
pub(crate) fn is_type_word(word: &str) -> bool {
    if let Some(item) = word.strip_prefix("Array<") {
        return item.strip_suffix('>').is_some_and(is_type_word);
    }
    word.split('|').all(|name| {
        name.starts_with(|first: char| first.is_ascii_uppercase())
            && name
                .trim_end_matches('~')
                .chars()
                .all(|char| char.is_ascii_alphanumeric())
    })
}

/// Returns the names of the types that a type refers to.
pub(crate) fn references(ty: &str) -> Vec<&str> {
    let names = ty.split(['<', '>', '|']);
    names
        .filter(|name| !name.is_empty() && !is_builtin(name))
        .collect()
}

/// Whether a name is no entry of the page.
fn is_builtin(name: &str) -> bool {
    let numbers = ["Integer", "Unsigned"];
    numbers.iter().any(|number| name.starts_with(number))
        || ["Array", "Float", "String", "Boolean", "True"].contains(&name)
}
