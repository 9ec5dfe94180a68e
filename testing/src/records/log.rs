//! The record of requests: bounded, so that a long test does not fill the memory.

use std::collections::{HashMap, VecDeque};

use super::request::ReceivedRequest;

/// The most requests that are kept.
const MOST_REQUESTS: usize = 10_000;
/// The most bytes of bodies that are kept.
const MOST_BYTES: usize = 32 << 20;
/// The most complaints that are kept.
const MOST_COMPLAINTS: usize = 10_000;

/// A request and what it was answered with.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Grows by one with every request.
    pub(crate) number: u64,
    pub(crate) request: ReceivedRequest,
    /// Status and beginning of the body, once it was answered.
    pub(crate) answer: Option<(u16, String)>,
}

/// Requests, oldest first.
#[derive(Debug)]
pub(crate) struct Log {
    pub(crate) is_strict: bool,
    entries: VecDeque<Entry>,
    bytes: usize,
    last_number: u64,
    /// The number of requests that were forgotten.
    pub(crate) forgotten: u64,
    complaints: VecDeque<String>,
    /// Up to which request each method was awaited.
    pub(crate) awaited: HashMap<String, u64>,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            is_strict: true,
            entries: VecDeque::new(),
            bytes: 0,
            last_number: 0,
            forgotten: 0,
            complaints: VecDeque::new(),
            awaited: HashMap::new(),
        }
    }
}

impl Log {
    /// Adds a request and returns its number. The oldest ones are forgotten if there are too many.
    pub(crate) fn add(&mut self, request: ReceivedRequest) -> u64 {
        self.last_number += 1;
        self.bytes += request.weight();
        self.entries.push_back(Entry {
            number: self.last_number,
            request,
            answer: None,
        });
        while self.entries.len() > MOST_REQUESTS
            || (self.bytes > MOST_BYTES && self.entries.len() > 1)
        {
            if let Some(oldest) = self.entries.pop_front() {
                self.bytes -= oldest.request.weight();
                self.forgotten += 1;
            }
        }
        self.last_number
    }

    /// Stores what a request was answered with.
    pub(crate) fn answered(&mut self, number: u64, status: u16, body: &[u8]) {
        const SHOWN: usize = 300;
        let mut entries = self.entries.iter_mut().rev();
        if let Some(entry) = entries.find(|entry| entry.number == number) {
            let shown = body.get(..SHOWN).unwrap_or(body);
            entry.answer = Some((status, String::from_utf8_lossy(shown).into_owned()));
        }
    }

    pub(crate) fn complain(&mut self, complaint: String) {
        if self.is_strict {
            self.complaints.push_back(complaint);
            if self.complaints.len() > MOST_COMPLAINTS {
                self.complaints.pop_front();
            }
        }
    }

    pub(crate) fn complaints(&self) -> Vec<String> {
        self.complaints.iter().cloned().collect()
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Removes all requests.
    pub(crate) fn take(&mut self) -> Vec<ReceivedRequest> {
        self.bytes = 0;
        let entries = std::mem::take(&mut self.entries);
        entries.into_iter().map(|entry| entry.request).collect()
    }
}
