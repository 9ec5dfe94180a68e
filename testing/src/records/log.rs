//! The record of requests: bounded, so that a long test does not fill the memory.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use super::request::ReceivedRequest;

/// The most requests that are kept.
const MOST_REQUESTS: usize = 10_000;
/// The most bytes of bodies that are kept.
const MOST_BYTES: usize = 32 << 20;
/// The most complaints that are kept.
const MOST_COMPLAINTS: usize = 10_000;
/// The most complaints that are kept with their bots.
const MOST_ABOUT_BOTS: usize = 500;
/// The most bytes of an answer that are kept.
const MOST_OF_ANSWER: usize = 32 << 10;
/// The most bytes of answers that are kept. Of an older one, only the beginning is.
const MOST_BYTES_OF_ANSWERS: usize = 8 << 20;
const BEGINNING: usize = 300;

/// A request and what it was answered with.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Grows by one with every request.
    pub(crate) number: u64,
    pub(crate) request: ReceivedRequest,
    /// The name of the bot, if the request itself does not say it.
    pub(crate) bot: Option<String>,
    /// When it was received, in milliseconds of Unix time.
    pub(crate) time: u64,
    received: Instant,
    /// Status and beginning of the body, once it was answered.
    pub(crate) answer: Option<(u16, String)>,
    /// How long the answer took.
    pub(crate) took: Option<Duration>,
    /// Whether the test has specified the answer.
    pub(crate) is_scripted: bool,
    /// The complaints about it.
    pub(crate) complaints: Vec<String>,
}

impl Entry {
    /// Returns how many bytes of the answer are kept.
    fn answer_bytes(&self) -> usize {
        self.answer.as_ref().map_or(0, |(_, body)| body.len())
    }
}

/// A complaint that is not about one request.
#[derive(Clone, Debug)]
pub(crate) struct AboutBot {
    /// Grows by one with every such complaint.
    pub(crate) number: u64,
    /// The name of the bot.
    pub(crate) bot: String,
    /// When it was found, in milliseconds of Unix time.
    pub(crate) time: u64,
    pub(crate) text: String,
}

/// Requests, oldest first.
#[derive(Debug)]
pub(crate) struct Log {
    pub(crate) is_strict: bool,
    /// Whether strict mode complains of too many messages in too little time.
    pub(crate) is_strict_about_rates: bool,
    entries: VecDeque<Entry>,
    bytes: usize,
    answer_bytes: usize,
    /// Up to which request only the beginning of an answer is kept.
    shortened: u64,
    last_number: u64,
    /// The number of requests that were forgotten.
    pub(crate) forgotten: u64,
    complaints: VecDeque<String>,
    about_bots: VecDeque<AboutBot>,
    last_about_bot: u64,
    /// Up to which request each method was awaited.
    pub(crate) awaited: HashMap<String, u64>,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            is_strict: true,
            is_strict_about_rates: true,
            entries: VecDeque::new(),
            bytes: 0,
            answer_bytes: 0,
            shortened: 0,
            last_number: 0,
            forgotten: 0,
            complaints: VecDeque::new(),
            about_bots: VecDeque::new(),
            last_about_bot: 0,
            awaited: HashMap::new(),
        }
    }
}

impl Log {
    /// Adds a request and returns its number. The oldest ones are forgotten if there are too many.
    pub(crate) fn add(&mut self, request: ReceivedRequest) -> u64 {
        self.last_number += 1;
        let entry = Entry {
            number: self.last_number,
            request,
            bot: None,
            time: milliseconds(),
            received: Instant::now(),
            answer: None,
            took: None,
            is_scripted: false,
            complaints: Vec::new(),
        };
        self.bytes += entry.request.weight();
        self.entries.push_back(entry);
        while self.entries.len() > MOST_REQUESTS
            || (self.bytes > MOST_BYTES && self.entries.len() > 1)
        {
            if let Some(oldest) = self.entries.pop_front() {
                self.bytes -= oldest.request.weight();
                self.answer_bytes = self.answer_bytes.saturating_sub(oldest.answer_bytes());
                self.forgotten += 1;
            }
        }
        self.last_number
    }

    /// Stores what a request was answered with.
    pub(crate) fn answered(&mut self, number: u64, status: u16, body: &[u8]) {
        let most = if number > self.shortened {
            MOST_OF_ANSWER
        } else {
            BEGINNING
        };
        if let Some(entry) = self.entry_mut(number) {
            #[cfg(test)]
            if !entry.is_scripted {
                crate::tests::schemas::check(&entry.request, status, body);
            }
            let shown = body.get(..most).unwrap_or(body);
            entry.answer = Some((status, String::from_utf8_lossy(shown).into_owned()));
            entry.took = Some(entry.received.elapsed());
            let bytes = entry.answer_bytes();
            self.answer_bytes += bytes;
        }
        while self.answer_bytes > MOST_BYTES_OF_ANSWERS && self.shortened < self.last_number {
            self.shortened += 1;
            self.shorten(self.shortened);
        }
    }

    /// Forgets all but the beginning of an answer.
    fn shorten(&mut self, number: u64) {
        let Some(entry) = self.entry_mut(number) else {
            return;
        };
        let before = entry.answer_bytes();
        if let Some((_, body)) = &mut entry.answer {
            let beginning = body.as_bytes().get(..BEGINNING);
            if let Some(beginning) = beginning {
                *body = String::from_utf8_lossy(beginning).into_owned();
            }
        }
        let after = entry.answer_bytes();
        self.answer_bytes = (self.answer_bytes + after).saturating_sub(before);
    }

    /// Stores that the test has specified the answer to a request.
    pub(crate) fn scripted(&mut self, number: u64) {
        if let Some(entry) = self.entry_mut(number) {
            entry.is_scripted = true;
        }
    }

    /// Stores which bot has sent a request that does not say it.
    pub(crate) fn sent_by(&mut self, number: u64, bot: String) {
        if let Some(entry) = self.entry_mut(number) {
            entry.bot = Some(bot);
        }
    }

    /// Stores a complaint about a request.
    pub(crate) fn complain(&mut self, number: u64, complaint: String) {
        if !self.is_strict {
            return;
        }
        if let Some(entry) = self.entry_mut(number) {
            entry.complaints.push(complaint.clone());
        }
        self.store(complaint);
    }

    /// Stores a complaint that is not about one request.
    pub(crate) fn complain_about_bot(&mut self, bot: String, text: String) {
        if !self.is_strict {
            return;
        }
        self.last_about_bot += 1;
        self.about_bots.push_back(AboutBot {
            number: self.last_about_bot,
            bot,
            time: milliseconds(),
            text: text.clone(),
        });
        if self.about_bots.len() > MOST_ABOUT_BOTS {
            self.about_bots.pop_front();
        }
        self.store(text);
    }

    fn store(&mut self, complaint: String) {
        self.complaints.push_back(complaint);
        if self.complaints.len() > MOST_COMPLAINTS {
            self.complaints.pop_front();
        }
    }

    /// Returns the newest complaints that are not about one request, oldest first.
    pub(crate) fn about_bots(&self) -> impl Iterator<Item = &AboutBot> {
        self.about_bots.iter()
    }

    pub(crate) fn complaints(&self) -> Vec<String> {
        self.complaints.iter().cloned().collect()
    }

    pub(crate) fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// Returns the request with this number, if it is stored.
    pub(crate) fn entry(&self, number: u64) -> Option<&Entry> {
        let entry = self.entries.get(self.place(number))?;
        (entry.number == number).then_some(entry)
    }

    fn entry_mut(&mut self, number: u64) -> Option<&mut Entry> {
        let place = self.place(number);
        let entry = self.entries.get_mut(place)?;
        (entry.number == number).then_some(entry)
    }

    fn place(&self, number: u64) -> usize {
        self.entries.partition_point(|entry| entry.number < number)
    }

    /// Removes all requests.
    pub(crate) fn take(&mut self) -> Vec<ReceivedRequest> {
        self.bytes = 0;
        self.answer_bytes = 0;
        let entries = std::mem::take(&mut self.entries);
        entries.into_iter().map(|entry| entry.request).collect()
    }
}

/// Returns the Unix time in milliseconds.
fn milliseconds() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    u64::try_from(since.unwrap_or_default().as_millis()).unwrap_or(u64::MAX)
}
