//! The command line: runs targets with random input.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use telegrammar_fuzz::run::{Options, repeat, supervise, work};
use telegrammar_fuzz::target::{TARGETS, Target};

const USAGE: &str = "\
usage: cargo run --release --manifest-path fuzz/Cargo.toml -- TARGET [--seconds 10] [--seed 1]
       cargo run --release --manifest-path fuzz/Cargo.toml -- TARGET --input FILE
       cargo run --release --manifest-path fuzz/Cargo.toml -- TARGET --write-corpus FOLDER [--seed 1]

TARGET is a name, or `all`. Each input depends on the seed and the number of the case alone.";

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Some(Ok(true)) => ExitCode::SUCCESS,
        Some(Ok(false)) => ExitCode::FAILURE,
        Some(Err(error)) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
        None => {
            let names = TARGETS.map(|target| target.name).join(", ");
            eprintln!("{USAGE}\n\ntargets: {names}");
            ExitCode::from(2)
        }
    }
}

/// Returns whether nothing failed; `None` if the arguments are not understood.
fn run(arguments: &[String]) -> Option<io::Result<bool>> {
    if let [first, name, seed, seconds, progress] = arguments
        && first == "--worker"
    {
        let options = Options {
            seed: seed.parse().ok()?,
            seconds: seconds.parse().ok()?,
        };
        return Some(work(Target::named(name)?, options, Path::new(progress)));
    }
    let (name, rest) = arguments.split_first()?;
    let targets = match name.as_str() {
        "all" => TARGETS.to_vec(),
        name => vec![Target::named(name)?],
    };
    let (mut seed, mut seconds, mut input, mut corpus) = (1, 10, None, None);
    for pair in rest.chunks(2) {
        let [key, value] = pair else { return None };
        match key.as_str() {
            "--seed" => seed = value.parse().ok()?,
            "--seconds" => seconds = value.parse().ok()?,
            "--input" => input = Some(PathBuf::from(value)),
            "--write-corpus" => corpus = Some(PathBuf::from(value)),
            _ => return None,
        }
    }
    let options = Options { seed, seconds };
    let run = |target: Target| match (&input, &corpus) {
        (Some(input), _) => repeat(target, input),
        (_, Some(corpus)) => write_corpus(target, seed, corpus).map(|()| true),
        _ => supervise(target, options),
    };
    // All are run, also after a failure.
    let results: Vec<_> = targets.into_iter().map(run).collect();
    Some(
        results
            .into_iter()
            .try_fold(true, |all, result| Ok(all & result?)),
    )
}

/// Writes the first inputs to files, for a fuzzer that starts from some.
fn write_corpus(target: Target, seed: u64, folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    for case in 0..500 {
        let file = folder.join(format!("{}-{case}", target.name));
        std::fs::write(file, target.input(seed, case))?;
    }
    Ok(())
}
