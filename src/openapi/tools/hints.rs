//! What a tool does to the world, as hints for those who decide whether it may be called.

use super::super::json::Map;
use crate::schema::MethodInfo;

/// The first words of methods that only add something. Everything else changes or removes something
/// that was there before, as edits and settings do.
const ADDS: [&str; 14] = [
    "add", "answer", "approve", "copy", "create", "forward", "pin", "post", "repost", "save",
    "send", "unban", "upload", "verify",
];

/// Methods of the bot itself that their names do not show.
const OF_THE_BOT: [&str; 3] = ["getMe", "logOut", "close"];

/// Returns the annotations of a method, by its name and class.
///
/// The terms are those of the Model Context Protocol: destructive is what does more than adding
/// something, idempotent what may be repeated, and the world is open if others than the bot itself
/// are concerned.
pub(super) fn of(info: &MethodInfo) -> Map {
    let name = info.name();
    let verb = verb(name);
    // Fetching updates confirms earlier ones, which the server then forgets.
    let is_read_only = verb == "get" && !info.is_long_poll;
    // A gift costs stars, which do not come back.
    let is_gift = verb == "gift" || words(name).any(|word| word == "Gift");
    let is_destructive = !is_read_only && (is_gift || !ADDS.contains(&verb));
    let is_of_the_bot =
        OF_THE_BOT.contains(&name) || words(name).any(|word| word == "My" || word == "Webhook");
    Map::new()
        .with("readOnlyHint", is_read_only)
        .with("destructiveHint", is_destructive)
        .with("idempotentHint", is_read_only || info.is_repeatable)
        .with("openWorldHint", !is_of_the_bot)
}

/// The first word of a name.
fn verb(name: &str) -> &str {
    let end = name.find(|letter: char| letter.is_ascii_uppercase());
    name.get(..end.unwrap_or(name.len())).unwrap_or(name)
}

/// The words of a name after the first one.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let is_start = |(_, letter): &(usize, char)| letter.is_ascii_uppercase();
    name.char_indices().filter(is_start).map(|(start, _)| {
        let word = name.get(start..).unwrap_or_default();
        let end = word
            .get(1..)
            .and_then(|rest| rest.find(|letter: char| letter.is_ascii_uppercase()));
        word.get(..end.map_or(word.len(), |end| end + 1))
            .unwrap_or(word)
    })
}
