//! What the server did. Its memory is taken at the start.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use crate::plan::{ATTEMPTS, Key};

/// What happened to an attempt.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// When it was on its way to the server.
    pub(crate) started: Option<Instant>,
    /// When the server saw its first bytes.
    pub(crate) arrived: Option<Instant>,
    /// When the server began to answer.
    pub(crate) answered: Option<Instant>,
    /// When it had done so.
    pub(crate) finished: Option<Instant>,
    /// How often the server saw it.
    pub(crate) arrivals: u16,
    /// How often it was performed.
    pub(crate) performed: u16,
    /// The bytes of its file that were received.
    pub(crate) content: usize,
}

/// The record of all attempts. Clones are the same record.
#[derive(Clone)]
pub(crate) struct Record(Arc<Mutex<Vec<Seen>>>);

impl Record {
    pub(crate) fn new(calls: u64) -> Self {
        let attempts = usize::try_from(calls * ATTEMPTS).unwrap_or_default();
        Self(Arc::new(Mutex::new(vec![Seen::default(); attempts])))
    }

    fn update(&self, key: Key, update: impl FnOnce(&mut Seen)) {
        let at = key.attempt.checked_sub(1).map(|at| key.id * ATTEMPTS + at);
        let at = at.and_then(|at| usize::try_from(at).ok());
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(seen) = at.and_then(|at| seen.get_mut(at)) {
            update(seen);
        }
    }

    pub(crate) fn started(&self, key: Key) {
        self.update(key, |seen| seen.started = Some(Instant::now()));
    }

    pub(crate) fn arrived(&self, key: Key) {
        self.update(key, |seen| {
            seen.arrived = Some(Instant::now());
            seen.arrivals += 1;
        });
    }

    /// Notes that the request was received as a whole.
    pub(crate) fn received(&self, key: Key, content: usize, is_performed: bool) {
        self.update(key, |seen| {
            seen.answered = Some(Instant::now());
            seen.performed += u16::from(is_performed);
            seen.content = content;
        });
    }

    pub(crate) fn finished(&self, key: Key) {
        self.update(key, |seen| seen.finished = Some(Instant::now()));
    }

    /// Returns the attempts of a call that were started.
    pub(crate) fn of_call(&self, id: u64) -> Vec<Seen> {
        let width = usize::try_from(ATTEMPTS).unwrap_or_default();
        let start = usize::try_from(id).unwrap_or_default() * width;
        let seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let seen = seen.get(start..start + width).unwrap_or_default();
        let is_started = |seen: &&Seen| seen.started.is_some() || seen.arrivals > 0;
        seen.iter().filter(is_started).copied().collect()
    }
}
