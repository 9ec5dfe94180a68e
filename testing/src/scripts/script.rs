//! The replies that are queued, and which of them a call gets.

use std::collections::HashMap;

use super::reply::{Reply, Uses};
use crate::answers::schema;
use crate::records::ReceivedRequest;

/// The replies by method, in lower case.
#[derive(Debug, Default)]
pub(crate) struct Scripts {
    methods: HashMap<String, Script>,
}

#[derive(Debug, Default)]
struct Script {
    /// The name as the test wrote it.
    name: String,
    queued: Vec<Queued>,
}

#[derive(Debug)]
struct Queued {
    reply: Reply,
    /// The number of calls that it has seen.
    seen: usize,
    used: usize,
}

impl Scripts {
    pub(crate) fn add(&mut self, method: &str, reply: Reply) {
        let script = self.methods.entry(method.to_ascii_lowercase()).or_default();
        method.clone_into(&mut script.name);
        let queued = Queued {
            reply,
            seen: 0,
            used: 0,
        };
        script.queued.push(queued);
    }

    /// Removes all replies of a method.
    pub(crate) fn clear(&mut self, method: &str) {
        self.methods.remove(&method.to_ascii_lowercase());
    }

    /// Removes all replies.
    pub(crate) fn clear_all(&mut self) {
        self.methods.clear();
    }

    /// Returns the reply for a call: the first one that is queued and fits. Permanent ones come after
    /// the others, the last one first.
    pub(crate) fn due(&mut self, method: &str, request: &ReceivedRequest) -> Option<Reply> {
        let script = self.methods.get_mut(&method.to_ascii_lowercase())?;
        let (permanent, limited): (Vec<_>, Vec<_>) = (0..script.queued.len()).partition(|at| {
            script
                .queued
                .get(*at)
                .is_some_and(|it| it.reply.uses == Uses::Always)
        });
        for at in limited.into_iter().chain(permanent.into_iter().rev()) {
            let Some(queued) = script.queued.get_mut(at) else {
                continue;
            };
            if !queued.reply.fits(request) {
                continue;
            }
            queued.seen += 1;
            if !queued.reply.is_due(queued.seen) {
                continue;
            }
            queued.used += 1;
            let reply = queued.reply.clone();
            if let Uses::Times(times) = reply.uses
                && queued.used >= times
            {
                script.queued.remove(at);
            }
            return Some(reply);
        }
        None
    }

    /// Returns a sentence about each reply that no call has got.
    pub(crate) fn unused(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        for (name, script) in &self.methods {
            let left = script
                .queued
                .iter()
                .filter(|queued| match queued.reply.uses {
                    Uses::Times(times) => queued.used < times,
                    Uses::Always => queued.used == 0,
                });
            let left = left.count();
            if left == 0 {
                continue;
            }
            let noun = if left == 1 { "reply is" } else { "replies are" };
            let mut sentence = format!("{}: {left} {noun} left that no call has got", script.name);
            if schema::method(name).is_none() {
                sentence.push_str("; the Bot API has no such method");
                if let Some(near) = nearest(name) {
                    sentence.push_str("; did you mean `");
                    sentence.push_str(near);
                    sentence.push_str("`?");
                }
            }
            sentences.push(sentence);
        }
        sentences.sort();
        sentences
    }
}

/// Returns the method whose name differs least, if it differs by at most a few letters.
fn nearest(name: &str) -> Option<&'static str> {
    const MOST: usize = 3;
    let methods = schema::all_methods()
        .into_iter()
        .map(|method| method.info.name())
        .filter(|known| known.len().abs_diff(name.len()) <= MOST);
    let distances = methods.map(|known| (distance(name, &known.to_ascii_lowercase()), known));
    let nearest = distances.min_by_key(|(distance, _)| *distance);
    nearest
        .filter(|(distance, _)| *distance <= MOST)
        .map(|(_, known)| known)
}

/// The number of letters to insert, remove or replace.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, from) in one.chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        for (cell, to) in row
            .iter_mut()
            .zip([None].into_iter().chain(other.iter().map(Some)))
        {
            let above = *cell;
            left = match to {
                None => line + 1,
                Some(to) => (diagonal + usize::from(from != *to))
                    .min(above + 1)
                    .min(left + 1),
            };
            diagonal = above;
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}
