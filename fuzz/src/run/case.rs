//! One case: whether a target fails on an input.

use std::cell::RefCell;
use std::fs;
use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use peak_alloc::PeakAlloc;

use crate::target::Target;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

/// The stack of a thread of tokio.
pub(super) const STACK: usize = 2 << 20;

/// Memory that a case may need whatever its input is, in bytes.
const ALLOWED: usize = 4 << 20;
/// Memory that a case may need for each byte of its input: every value is decoded in several ways and written
/// again, and the smallest item of a list, `0,`, becomes a whole value.
const ALLOWED_PER_BYTE: usize = 2000;

/// How a target failed.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The place of the panic, or the kind of failure.
    pub at: String,
    pub message: String,
}

static PANICS: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static PANIC: RefCell<Option<Failure>> = const { RefCell::new(None) };
}

/// How many panics there have been in the process, also those that were caught.
pub fn panics() -> usize {
    PANICS.load(Ordering::SeqCst)
}

/// Counts panics from now on, instead of printing them.
pub fn watch_panics() {
    panic::set_hook(Box::new(|info| {
        PANICS.fetch_add(1, Ordering::SeqCst);
        let at = info.location().map(ToString::to_string).unwrap_or_default();
        let text = info.payload().downcast_ref::<&str>().copied();
        let text = text.or_else(|| info.payload().downcast_ref::<String>().map(|text| &**text));
        let message = text.unwrap_or("a panic").to_owned();
        PANIC.with_borrow_mut(|panic| {
            // The first is the cause.
            panic.get_or_insert(Failure { at, message });
        });
    }));
}

/// Runs a target. Returns how it failed.
pub fn fails(target: &Target, input: &[u8]) -> Option<Failure> {
    PANIC.set(None);
    let before = panics();
    ALLOCATOR.reset_peak_usage();
    let start = ALLOCATOR.current_usage();
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    let needed = ALLOCATOR.peak_usage().saturating_sub(start);
    if outcome.is_err() || panics() > before {
        let unknown = || Failure {
            at: "another thread".to_owned(),
            message: "a panic".to_owned(),
        };
        return Some(PANIC.take().unwrap_or_else(unknown));
    }
    let allowed = ALLOWED + ALLOWED_PER_BYTE * input.len();
    (needed > allowed).then(|| Failure {
        at: "memory".to_owned(),
        message: format!("{needed} bytes of memory for an input of {}", input.len()),
    })
}

/// Runs a target on the inputs that once failed, on a small stack. Returns how many there are.
///
/// # Errors
///
/// The folder cannot be read.
pub fn replay(target: Target) -> io::Result<usize> {
    let folder = target.corpus();
    if !folder.is_dir() {
        return Ok(0);
    }
    let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    files.sort();
    for file in &files {
        let input = fs::read(file)?;
        let run = move || (target.run)(&input);
        let thread = std::thread::Builder::new().stack_size(STACK).spawn(run)?;
        assert!(thread.join().is_ok(), "{} fails", file.display());
    }
    Ok(files.len())
}
