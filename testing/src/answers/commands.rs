//! The list of commands of a bot.

use serde_json::Value;

use super::call::{Call, bad};
use crate::protocol::envelope::Answer;

/// The most characters of a command.
const LONGEST: usize = 32;

/// Replaces the commands by what the server stores of them: without white space around them, and without a
/// slash.
///
/// # Errors
///
/// The answer to a command that is empty, too long, or has other characters than it may have.
pub(super) fn store(call: &mut Call<'_>) -> Result<(), Answer> {
    let commands = call.arguments.values.get_mut("commands");
    let commands = commands.and_then(Value::as_array_mut);
    for command in commands.into_iter().flatten() {
        let text = |name: &str| command.get(name).and_then(Value::as_str).map(str::trim);
        let name = text("command").unwrap_or_default();
        let name = name.strip_prefix('/').unwrap_or(name).to_owned();
        let description = text("description").unwrap_or_default().to_owned();
        check(&name, &description).map_err(bad)?;
        for (member, text) in [("command", name), ("description", description)] {
            if let Some(value) = command.get_mut(member) {
                *value = text.into();
            }
        }
    }
    Ok(())
}

fn check(name: &str, description: &str) -> Result<(), &'static str> {
    if name.is_empty() {
        return Err("command must be non-empty");
    }
    if name.chars().count() > LONGEST {
        return Err("command length must not exceed 32");
    }
    if description.is_empty() {
        return Err("command description must be non-empty");
    }
    let is_known = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_';
    if !name.bytes().all(is_known) {
        return Err("BOT_COMMAND_INVALID");
    }
    Ok(())
}
