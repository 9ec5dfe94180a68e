//! Maintenance of the facts of the Bot API and of the catalogue: `cargo xtask facts …`. Here: the
//! subcommands and their arguments. Each has a module that works on texts and can be tested without
//! the repository.

use std::path::Path;

/// How to call the tool.
pub const USAGE: &str = "\
usage: cargo xtask facts COMMAND
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
