//! Maintenance of the facts of the Bot API and of the catalogue: `cargo xtask facts …`. Here: what
//! compares records with the facts, as the macros read them. Not here: the text of the facts and the
//! pages that it is compared with, which belong to the program.

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

/// How to call the tool.
pub const USAGE: &str = "\
usage: cargo xtask facts COMMAND

diff PAGE
    Prints what changed between the facts and PAGE: the HTML of https://core.telegram.org/bots/api, or
    `api.json` of telegram-bot-api-spec, in a file. Exits with 0 if nothing did, 1 if something did, and
    2 if the file is no such page.
apply [--accept-removals] PAGE
    Edits the facts, the list of retired names and the changelog, and marks what a person must read. A
    page that lacks more than 2 % of the methods and types, or of their members, is refused, and one that
    is older than the facts.
scaffold
    Declares what the catalogue lacks, with documentation to be written.
drift [--type TYPE | --method METHOD] [FILE]
    Names what recorded updates, or values of another type, or results of a method, contain and the
    facts do not know. The file contains JSON: one or several values, or whole responses. Without a
    file, stdin is read. Exits with 0 if nothing was found, 1 if something was, and 2 if the
    arguments or the input are wrong.
";
