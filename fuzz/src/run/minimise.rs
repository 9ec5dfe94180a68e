//! Shortens an input that fails, as long as it fails in the same way.

use std::time::{Duration, Instant};

use super::case::Failure;

/// Removes parts of the input, from large ones to single bytes, until none can be removed or the time is over.
pub(super) fn minimise(
    input: Vec<u8>,
    failure: &Failure,
    time: Duration,
    mut fails: impl FnMut(&[u8]) -> Option<Failure>,
) -> Vec<u8> {
    let end = Instant::now() + time;
    let mut best = input;
    let mut size = best.len() / 2;
    while size > 0 {
        let before = best.len();
        let mut at = 0;
        while at < best.len() {
            if Instant::now() > end {
                return best;
            }
            let mut shorter = best.clone();
            shorter.drain(at..(at + size).min(best.len()));
            if fails(&shorter).is_some_and(|found| found.at == failure.at) {
                best = shorter;
            } else {
                at += size;
            }
        }
        if size == 1 && best.len() < before {
            // What was needed before may not be needed any more.
            continue;
        }
        size /= 2;
    }
    best
}
