//! The command line of `cargo xtask`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(root) = Path::new(env!("CARGO_MANIFEST_DIR")).parent() else {
        return ExitCode::FAILURE;
    };
    if let ["facts", "drift", arguments @ ..] = args
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        return drift(arguments);
    }
    match xtask::run(&args, root) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
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
