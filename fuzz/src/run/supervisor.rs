//! Starts workers, and finds out what became of them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

use super::case::{Failure, STACK, fails, watch_panics};
use super::minimise::minimise;
use crate::fixtures::root;
use crate::target::Target;

/// What is run.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub seed: u64,
    pub seconds: u64,
}

/// A case that takes longer hangs.
const PATIENCE: Duration = Duration::from_secs(10);
/// The same while the input of a case that hangs is shortened.
const PATIENCE_AGAIN: Duration = Duration::from_secs(2);
/// The number in the place of a case's while an input is shortened.
pub(super) const MINIMISING: u64 = u64::MAX;

/// How a process ended.
enum End {
    Exit(ExitStatus),
    Hang,
}

/// Waits for the process, which is killed if `is_stuck` says so.
fn wait(child: &mut Child, mut is_stuck: impl FnMut() -> bool) -> io::Result<End> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(End::Exit(status));
        }
        if is_stuck() {
            child.kill()?;
            child.wait()?;
            return Ok(End::Hang);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn program() -> io::Result<Command> {
    Ok(Command::new(std::env::current_exe()?))
}

/// Runs a target in a process of its own. Returns whether nothing failed.
///
/// # Errors
///
/// A process cannot be started, or a file cannot be written.
pub fn supervise(target: Target, options: Options) -> io::Result<bool> {
    let progress = std::env::temp_dir().join(format!("telegrammar-fuzz-{}", std::process::id()));
    let mut worker = program()?
        .args([
            "--worker",
            target.name,
            &options.seed.to_string(),
            &options.seconds.to_string(),
        ])
        .arg(&progress)
        .spawn()?;
    let mut seen = (None, Instant::now());
    let end = wait(&mut worker, || {
        let now = number(&progress);
        if now != seen.0 {
            seen = (now, Instant::now());
        }
        now != Some(MINIMISING) && seen.1.elapsed() > PATIENCE
    })?;
    let case = number(&progress).and_then(|number| usize::try_from(number).ok());
    fs::remove_file(&progress)?;
    let failure = match end {
        End::Exit(status) if status.success() => return Ok(true),
        // The worker has reported it.
        End::Exit(status) if status.code().is_some() => return Ok(false),
        End::Exit(status) => Failure {
            at: "crash".to_owned(),
            message: status.to_string(),
        },
        End::Hang => Failure {
            at: "hang".to_owned(),
            message: format!("a case takes more than {} s", PATIENCE.as_secs()),
        },
    };
    let Some(case) = case else {
        return Err(io::Error::other(failure.message));
    };
    let input = target.input(options.seed, case);
    report(target, options, case, &input, &failure)?;
    let shorter = minimise(input, &failure, Duration::from_secs(60), |input| {
        crashes(target, input).ok()?
    });
    report(target, options, case, &shorter, &failure)?;
    Ok(false)
}

/// The number of the case that runs.
fn number(progress: &Path) -> Option<u64> {
    let bytes = fs::read(progress).ok()?;
    Some(u64::from_le_bytes(bytes.try_into().ok()?))
}

/// Runs a target on an input in a process of its own. Returns how that crashed or hung.
fn crashes(target: Target, input: &[u8]) -> io::Result<Option<Failure>> {
    let file = std::env::temp_dir().join(format!("telegrammar-fuzz-input-{}", std::process::id()));
    fs::write(&file, input)?;
    let mut child = program()?
        .args([target.name, "--input"])
        .arg(&file)
        .spawn()?;
    let start = Instant::now();
    let end = wait(&mut child, || start.elapsed() > PATIENCE_AGAIN)?;
    fs::remove_file(&file)?;
    let at = match end {
        End::Exit(status) if status.code().is_some() => return Ok(None),
        End::Exit(_) => "crash",
        End::Hang => "hang",
    };
    Ok(Some(Failure {
        at: at.to_owned(),
        message: at.to_owned(),
    }))
}

/// Writes the input of a failure to a file, and prints how to repeat it.
pub(super) fn report(
    target: Target,
    options: Options,
    case: usize,
    input: &[u8],
    failure: &Failure,
) -> io::Result<()> {
    let folder = root().join("fuzz/failures");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}-{}-{case}", target.name, options.seed));
    fs::write(&file, input)?;
    let file = fs::canonicalize(&file)?;
    eprintln!(
        "{}: seed {}, case {case} fails at {}\n{}\ninput ({} bytes): {}\nrepeat it with\n  cargo run --release --manifest-path fuzz/Cargo.toml -- {} --input {}",
        target.name,
        options.seed,
        failure.at,
        failure.message,
        input.len(),
        String::from_utf8_lossy(input.get(..2000).unwrap_or(input)),
        target.name,
        file.display(),
    );
    Ok(())
}

/// Runs a target on the input in a file. Returns whether it did not fail.
///
/// # Errors
///
/// The file cannot be read.
pub fn repeat(target: Target, file: &PathBuf) -> io::Result<bool> {
    let input = fs::read(file)?;
    watch_panics();
    let run = move || fails(&target, &input);
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run)?;
    let failure = thread
        .join()
        .map_err(|_| io::Error::other("the worker panicked"))?;
    match &failure {
        Some(Failure { at, message }) => eprintln!("{} fails at {at}\n{message}", target.name),
        None => println!("{} does not fail", target.name),
    }
    Ok(failure.is_none())
}
