//! What a tool does to the world, as hints for those who decide whether it may be called.

use super::super::json::Map;
use crate::schema::MethodInfo;

/// The first words of methods that only add something. Everything else changes or removes something
/// that was there before, as edits and settings do.
const ADDS: [&str; 13] = [
    "add", "answer", "approve", "copy", "create", "forward", "pin", "post", "repost", "save",
    "send", "upload", "verify",
];

/// What a method costs that has one of these words in its name: what is paid does not come back.
const PAYS: [&str; 2] = ["Gift", "Checkout"];

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
    let has_word = |wanted: &[&str]| words(name).any(|word| wanted.contains(&word));
    // Fetching updates confirms earlier ones, which the server then forgets. A token gives power over
    // a bot, so nobody should hand one out without being asked. And what may not be repeated does
    // more than reading, whatever its name is.
    let is_read_only =
        verb == "get" && info.is_repeatable && !info.is_long_poll && !has_word(&["Token"]);
    let pays = verb == "gift" || has_word(&PAYS);
    let is_destructive = !is_read_only && (pays || !ADDS.contains(&verb));
    let is_of_the_bot = OF_THE_BOT.contains(&name) || has_word(&["My", "Webhook"]);
    Map::new()
        .with("readOnlyHint", is_read_only)
        .with("destructiveHint", is_destructive)
        .with("idempotentHint", info.is_repeatable)
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
