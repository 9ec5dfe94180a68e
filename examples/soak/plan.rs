//! What is called, and how each attempt fails. It follows from the seed alone.

use std::time::Duration;

use crate::fault::Fault;
use crate::random::{fraction, random};

/// The most attempts of a call.
pub(crate) const ATTEMPTS: u64 = 6;
/// The byte that uploads consist of, which is in no other part of a request.
pub(crate) const CONTENT: u8 = 0xaa;
/// The sizes of uploads: small ones, and one in 40 that is larger than the buffers of a connection.
pub(crate) const SMALL: usize = 40_000;
pub(crate) const LARGE: usize = 1 << 20;

/// An attempt of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) id: u64,
    /// The number of the attempt. The first is 1.
    pub(crate) attempt: u64,
}

impl Key {
    /// Returns the chat that the attempt is sent to, which tells the server what it receives.
    pub(crate) fn chat(self) -> i64 {
        i64::try_from((self.id + 1) * 8 + self.attempt).unwrap_or_default()
    }

    pub(crate) fn of_chat(chat: u64) -> Option<Self> {
        Some(Self {
            id: (chat / 8).checked_sub(1)?,
            attempt: chat % 8,
        })
    }
}

/// What a call does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    /// `getChat`, which may be repeated.
    Chat,
    /// `sendMessage`, which may not.
    Message,
    /// `sendDocument`, which may not be repeated.
    Document(Upload),
    /// `editMessageMedia`, which may be repeated.
    Edit(Upload),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Upload {
    pub(crate) source: Source,
    pub(crate) size: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Bytes,
    Path,
    /// A one-shot stream, with its length or without.
    Once {
        has_length: bool,
    },
}

impl Work {
    pub(crate) fn upload(self) -> Option<Upload> {
        match self {
            Self::Chat | Self::Message => None,
            Self::Document(upload) | Self::Edit(upload) => Some(upload),
        }
    }

    /// Returns whether it may be performed twice.
    pub(crate) fn is_repeatable(self) -> bool {
        matches!(self, Self::Chat | Self::Edit(_))
    }

    /// Returns whether it can be sent only once.
    pub(crate) fn is_once(self) -> bool {
        let upload = self.upload();
        upload.is_some_and(|upload| matches!(upload.source, Source::Once { .. }))
    }
}

/// What random numbers are for.
#[derive(Clone, Copy)]
enum Purpose {
    IsDropped,
    DroppedAfter,
    IsFault,
    Fault,
    Performs,
    Work,
    Upload,
    Attempts,
    Variant,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) seed: u64,
    /// The share of attempts that fail.
    pub(crate) faults: f64,
    /// The number of calls. Calls with higher ids do not fail.
    pub(crate) calls: u64,
}

impl Plan {
    fn of_call(&self, id: u64, purpose: Purpose) -> u64 {
        random(self.seed, &[id, purpose as u64])
    }

    fn of_attempt(&self, key: Key, purpose: Purpose) -> u64 {
        random(self.seed, &[key.id, key.attempt, purpose as u64])
    }

    pub(crate) fn work(&self, id: u64) -> Work {
        if id >= self.calls {
            return Work::Chat;
        }
        let number = self.of_call(id, Purpose::Upload);
        let source = match number % 4 {
            0 => Source::Bytes,
            1 => Source::Path,
            2 => Source::Once { has_length: true },
            _ => Source::Once { has_length: false },
        };
        // A client waits long for the response to a large file whose length it did not know.
        let is_large = number % 4 < 3 && (number / 4).is_multiple_of(40);
        let size = if is_large { LARGE } else { SMALL };
        let upload = Upload { source, size };
        match self.of_call(id, Purpose::Work) % 8 {
            0..3 => Work::Chat,
            3..6 => Work::Message,
            6 => Work::Document(upload),
            _ => Work::Edit(upload),
        }
    }

    /// Returns how many attempts the call may have.
    pub(crate) fn attempts(&self, id: u64) -> u64 {
        1 + self.of_call(id, Purpose::Attempts) % ATTEMPTS
    }

    /// Returns after which time the call is dropped, if it is: every twentieth.
    pub(crate) fn dropped_after(&self, id: u64) -> Option<Duration> {
        let is_dropped = self.of_call(id, Purpose::IsDropped).is_multiple_of(20);
        let time = self.of_call(id, Purpose::DroppedAfter) % 30_000;
        is_dropped.then(|| Duration::from_micros(time))
    }

    pub(crate) fn fault(&self, key: Key) -> Option<Fault> {
        let parts = [key.id, key.attempt, Purpose::IsFault as u64];
        if key.id >= self.calls || fraction(self.seed, &parts) >= self.faults {
            return None;
        }
        let count = u64::try_from(Fault::ALL.len()).unwrap_or(1);
        let chosen = usize::try_from(self.of_attempt(key, Purpose::Fault) % count);
        Fault::ALL.get(chosen.unwrap_or_default()).copied()
    }

    /// Returns whether the server performs the request once it has received it.
    pub(crate) fn performs(&self, key: Key) -> bool {
        let decided = self.fault(key).map_or(Some(true), Fault::performs);
        decided.unwrap_or_else(|| self.of_attempt(key, Purpose::Performs).is_multiple_of(2))
    }

    /// Returns which of two forms a fault has.
    pub(crate) fn variant(&self, key: Key) -> bool {
        self.of_attempt(key, Purpose::Variant).is_multiple_of(2)
    }
}
