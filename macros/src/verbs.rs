//! What a method's name tells of it: the Bot API's names start with a verb.

/// Verbs of methods that leave the same state however often they are called.
const REPEATABLE: &[&str] = &[
    "answer", "approve", "ban", "close", "decline", "delete", "edit", "get", "hide", "leave",
    "log", "pin", "promote", "read", "remove", "reopen", "restrict", "revoke", "set", "stop",
    "unban", "unhide", "unpin", "verify",
];

/// Whether a call of the method may be repeated without harm. Whatever sends, makes, hands over or
/// pays may not, and neither may a verb that is not known.
pub(crate) fn is_repeatable(method: &str) -> bool {
    let verb = method.split(|letter: char| letter.is_uppercase()).next();
    verb.is_some_and(|verb| REPEATABLE.contains(&verb))
}

/// Whether a call of the method waits at the server until something happens.
pub(crate) fn is_long_poll(method: &str) -> bool {
    method == "getUpdates"
}
