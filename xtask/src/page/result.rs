//! The result of a method, which only its prose states.

use std::collections::HashSet;

use super::Page;

/// Adds the results that are not known yet, from the prose. A result that names no type of the page
/// was read wrongly by whoever wrote the file, and is replaced.
pub(super) fn complete(page: &mut Page) {
    let types = page.entries.iter().filter(|entry| !entry.is_method);
    let types: HashSet<String> = types.map(|entry| entry.name.clone()).collect();
    for entry in page.entries.iter_mut().filter(|entry| entry.is_method) {
        let known = entry.returns.take().filter(|ty| {
            let mut names = super::references(ty).into_iter();
            names.all(|name| types.contains(name))
        });
        entry.returns = known.or_else(|| from_prose(&entry.prose, &types));
    }
}

/// Returns the first type that a sentence about the result names.
fn from_prose(prose: &str, types: &HashSet<String>) -> Option<String> {
    sentences(prose).find_map(|sentence| from_sentence(sentence, types))
}

fn sentences(prose: &str) -> impl Iterator<Item = &str> {
    prose.split(". ").map(str::trim)
}

fn from_sentence(sentence: &str, types: &HashSet<String>) -> Option<String> {
    let lower = sentence.to_ascii_lowercase();
    let is_result = lower.starts_with("returns ")
        || lower.contains(" returned")
        || lower.contains(", returns ")
        || lower.contains(" it returns ");
    let words = sentence.split(|char: char| !char.is_ascii_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    if !is_result {
        return None;
    }
    let (mut found, mut depth): (Vec<String>, usize) = (Vec::new(), 0);
    while let Some(word) = words.next() {
        if word.eq_ignore_ascii_case("array") && words.peek() == Some(&"of") {
            depth += 1;
            continue;
        }
        // "Messages" are of the type `Message`.
        let singular = word.strip_suffix('s').filter(|name| types.contains(*name));
        let name = match singular {
            Some(name) if !types.contains(word) => name,
            _ if word == "Int" => "Integer",
            _ => word,
        };
        let is_type = types.contains(name)
            || ["True", "String", "Integer", "Float", "Boolean"].contains(&name);
        if is_type && !found.iter().any(|known| known.contains(name)) {
            let open = "Array<".repeat(depth);
            found.push(format!("{open}{name}{}", ">".repeat(depth)));
            depth = 0;
        }
    }
    let is_choice = lower.contains("otherwise") || lower.contains(" or true");
    match found.as_slice() {
        [] => None,
        [first, second, ..] if is_choice => Some(format!("{first}|{second}")),
        [first, ..] => Some(first.clone()),
    }
}
