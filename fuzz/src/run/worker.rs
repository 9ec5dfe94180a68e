//! Runs cases one after the other, within the process.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

use super::case::{STACK, fails, watch_panics};
use super::minimise::minimise;
use super::supervisor::{MINIMISING, Options, report};
use crate::target::Target;

/// Runs cases until the time is over or one fails. The number of each is in the file `progress` before it starts.
/// Returns whether none failed.
///
/// # Errors
///
/// A file cannot be written.
pub fn work(target: Target, options: Options, progress: &Path) -> io::Result<bool> {
    watch_panics();
    let progress = File::create(progress)?;
    let run = move || -> io::Result<bool> {
        let end = Instant::now() + Duration::from_secs(options.seconds);
        let mut case = 0;
        while Instant::now() < end {
            let number = u64::try_from(case).unwrap_or_default();
            progress.write_all_at(&number.to_le_bytes(), 0)?;
            let input = target.input(options.seed, case);
            if let Some(failure) = fails(&target, &input) {
                // The supervisor waits longer.
                progress.write_all_at(&MINIMISING.to_le_bytes(), 0)?;
                let time = Duration::from_secs(30);
                let shorter = minimise(input, &failure, time, |input| fails(&target, input));
                let failure = fails(&target, &shorter).unwrap_or(failure);
                report(target, options, case, &shorter, &failure)?;
                return Ok(false);
            }
            case += 1;
        }
        println!(
            "{}: seed {}, {case} cases in {} s",
            target.name, options.seed, options.seconds
        );
        Ok(true)
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(run)?;
    thread
        .join()
        .unwrap_or_else(|_| Err(io::Error::other("the worker panicked")))
}
