//! Maintenance of the facts of the Bot API and of the catalogue: `cargo xtask facts …`. Here: the
//! subcommands and their arguments. Each has a module that works on texts and can be tested without
//! the repository.

pub mod drift;
#[allow(
    clippy::struct_excessive_bools,
    dead_code,
    unused_imports,
    reason = "the macros use the rest of what they know about the Bot API"
)]
#[path = "../../macros/src/facts/mod.rs"]
mod facts;
#[allow(dead_code, reason = "the macros use the rest of the keys")]
#[path = "../../macros/src/keys.rs"]
mod keys;

use std::path::Path;

/// How to call the tool.
pub const USAGE: &str = "\
usage: cargo xtask facts COMMAND

drift [--type TYPE | --method METHOD] [FILE]
    Names what recorded updates, or values of another type, or results of a method, contain and the
    facts do not know. The file contains JSON: one or several values, or whole responses. Without a
    file, stdin is read. Exits with 0 if nothing was found, 1 if something was, and 2 if the
    arguments or the input are wrong.
";

/// Runs one command in the repository at `root`, and returns its report.
///
/// # Errors
///
/// Returns a message if the arguments are wrong or a file cannot be read or written.
pub fn run(args: &[String], _root: &Path) -> Result<String, String> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        [] | ["help" | "--help" | "-h"] => Ok(USAGE.to_owned()),
        _ => Err(format!("unknown arguments `{}`\n{USAGE}", args.join(" "))),
    }
}
