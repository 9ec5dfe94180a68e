//! Conversions between the naming conventions of the Bot API and Rust.

/// `GetUserProfilePhotos` → `getUserProfilePhotos`, `get_me` → `getMe`.
pub(crate) fn camel_case(name: &str) -> String {
    let pascal = pascal_case(name);
    let mut letters = pascal.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => pascal,
    }
}

/// `getMe` → `GetMe`, `send message` → `SendMessage`.
pub(crate) fn pascal_case(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words.flat_map(capitalised).collect()
}

fn capitalised(word: &str) -> impl Iterator<Item = char> {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters)
}

/// `chatId` → `chat_id`, `HTMLText` → `html_text`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    let mut before = None;
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_inside = before.is_some_and(char::is_uppercase)
            && letters.peek().is_none_or(|next| !next.is_lowercase());
        let starts_word = letter.is_uppercase() && !is_inside;
        before = Some(letter);
        if starts_word && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        if letter.is_alphanumeric() {
            snake.extend(letter.to_lowercase());
        } else if !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
    }
    snake.trim_end_matches('_').to_owned()
}

/// Whether the Bot API could use this name for a parameter.
pub(crate) fn is_snake_case(name: &str) -> bool {
    name.bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        && name.starts_with(|letter: char| letter.is_ascii_lowercase())
}
