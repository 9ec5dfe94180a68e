//! The command line of `cargo xtask`, and what changes the text of the facts and the catalogue.

mod apply;
mod compare;
mod document;
mod facts;
mod page;
mod prose;
mod scaffold;
#[cfg(test)]
mod tests;

use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["facts", "diff", page] => facts::diff(page),
        ["facts", "apply", facts::ACCEPT_REMOVALS, page]
        | ["facts", "apply", page, facts::ACCEPT_REMOVALS] => facts::apply(page, true),
        ["facts", "apply", page] => facts::apply(page, false),
        ["facts", "scaffold"] => facts::scaffold(),
        ["facts", "drift", arguments @ ..] => return drift(arguments),
        [] | ["help" | "--help" | "-h"] => {
            print!("{}", xtask::USAGE);
            return ExitCode::SUCCESS;
        }
        _ => Err(format!("unknown arguments\n{}", xtask::USAGE)),
    };
    match outcome {
        Ok(outcome) => {
            // Whoever reads it may have read enough.
            let _ = std::io::stdout().write_all(outcome.report.as_bytes());
            ExitCode::from(u8::from(outcome.is_found))
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn drift(arguments: &[&str]) -> ExitCode {
    let error = match xtask::drift::run(arguments, &mut std::io::stdin()) {
        Ok(outcome) => {
            // Whoever reads it may have read enough.
            let _ = std::io::stdout().write_all(outcome.report.as_bytes());
            match outcome.error {
                None => return ExitCode::from(u8::from(!outcome.report.is_empty())),
                Some(error) => error,
            }
        }
        Err(error) => format!("{error}\n{}", xtask::USAGE),
    };
    eprintln!("error: {error}");
    ExitCode::from(2)
}
