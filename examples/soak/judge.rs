//! Compares what the client did and reports with what the server saw of it.

#[cfg(test)]
#[path = "judge_tests.rs"]
mod tests;

use std::fmt;
use std::time::{Duration, Instant};

use crate::counts::Counts;
use crate::fault::{Fault, permits, permits_repetition};
use crate::plan::Work;
use crate::record::Seen;
use crate::report::Report;
use crate::ways::ANSWER;

/// A call, and what is known of it.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    pub(crate) id: u64,
    pub(crate) work: Work,
    /// How many attempts it may have.
    pub(crate) most: usize,
    /// Its attempts, and how the server failed them.
    pub(crate) attempts: Vec<(Option<Fault>, Seen)>,
    pub(crate) report: Report,
    pub(crate) ended: Instant,
}

/// Judges a call and counts it. Returns what is wrong.
pub(crate) fn judge(case: &Case, counts: &mut Counts) -> Vec<String> {
    counts.add(case);
    let mut wrong = Vec::new();
    performed(case, &mut wrong);
    repetitions(case, counts, &mut wrong);
    report(case, counts, &mut wrong);
    let describe = |wrong| format!("call {} {wrong}: {case}", case.id);
    wrong.into_iter().map(describe).collect()
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}, at most {} attempts", self.work, self.most)?;
        for (fault, seen) in &self.attempts {
            let (arrivals, performed) = (seen.arrivals, seen.performed);
            write!(f, "; {fault:?} arrived {arrivals}, performed {performed}")?;
        }
        write!(f, "; {:?}", self.report)
    }
}

/// What was performed, how often and with which file.
fn performed(case: &Case, wrong: &mut Vec<String>) {
    let mut performed = 0;
    for (_, seen) in &case.attempts {
        performed += usize::from(seen.performed);
        if seen.arrivals > 1 {
            wrong.push("was sent again within an attempt".to_owned());
        }
        let size = case.work.upload().map_or(0, |upload| upload.size);
        if seen.performed > 0 && seen.content != size {
            wrong.push(format!("has a file of {size} bytes"));
        }
    }
    if performed > 1 && !case.work.is_repeatable() {
        wrong.push(format!("was performed {performed} times"));
    }
}

/// Which attempts were followed by another, and after which wait.
fn repetitions(case: &Case, counts: &mut Counts, wrong: &mut Vec<String>) {
    if case.attempts.len() > case.most {
        wrong.push(format!("has more than {} attempts", case.most));
    }
    for pair in case.attempts.windows(2) {
        let [(fault, first), (_, second)] = pair else {
            continue;
        };
        let next = second.started.into_iter().chain(second.arrived).min();
        let is_repeatable = case.work.is_repeatable();
        let is_permitted = permits_repetition(*fault, is_repeatable)
            || is_repeatable && counts.excuses(Report::Unknown, *fault, first, next);
        if !is_permitted || case.work.is_once() {
            wrong.push(format!("was repeated after {fault:?}"));
        }
        let asked = fault.map_or(Duration::ZERO, Fault::retry_after);
        let waited = first.answered.zip(next);
        let waited = waited.map(|(first, next)| next.saturating_duration_since(first));
        if waited.is_some_and(|waited| waited < asked) {
            // The client had given up before the answer came.
            if is_repeatable && is_late(first, next) {
                counts.late += 1;
            } else {
                wrong.push(format!("waited {waited:?} and not {asked:?}"));
            }
        }
    }
}

/// Whether the report is true.
fn report(case: &Case, counts: &mut Counts, wrong: &mut Vec<String>) {
    if case.report == Report::Cancelled {
        return;
    }
    let Some((fault, last)) = case.attempts.last() else {
        wrong.push("was never attempted".to_owned());
        return;
    };
    // Nothing was read, or flood control refused it.
    let is_without_effect = |(fault, _): &&(Option<Fault>, Seen)| permits_repetition(*fault, false);
    // An attempt that was not sent tells less than one before it that may have had an effect.
    let mut telling = (*fault, *last);
    if permits(*fault, Report::NotSent) {
        let mut attempts = case.attempts.iter().rev().skip_while(is_without_effect);
        telling = attempts.next().copied().unwrap_or(telling);
    }
    let is_true = match case.report {
        Report::Succeeded => last.performed == 1,
        Report::Accepted => last.performed > 0,
        Report::NotSent => {
            let mut attempts = case.attempts.iter();
            let is_unsent = |it: &(_, Seen)| it.1.arrivals == 0 || is_without_effect(&it);
            last.arrivals == 0 && attempts.all(is_unsent)
        }
        Report::Refused => last.performed == 0,
        Report::Failed | Report::Unknown | Report::Unreadable => true,
        Report::Cancelled | Report::Endless => false,
    };
    // After a reset, not every client knows that nothing was read.
    let is_reset = |(fault, _): &(_, Seen)| *fault == Some(Fault::Reset);
    let is_guess = case.report == Report::Unknown
        && permits(*fault, Report::NotSent)
        && case.attempts.iter().any(is_reset);
    let is_known = is_guess
        || permits(*fault, case.report)
        || counts.excuses(case.report, telling.0, &telling.1, Some(case.ended));
    if !is_true || !is_known {
        wrong.push(format!("is reported as {:?}", case.report));
    }
    let may_go_on = case.attempts.len() < case.most && !case.work.is_once();
    if case.report == Report::Refused && fault.is_some_and(Fault::is_flood) && may_go_on {
        wrong.push("was given up after a flood error".to_owned());
    }
}

/// Returns whether the server was so slow that the time for the response was over.
fn is_late(seen: &Seen, ended: Option<Instant>) -> bool {
    let took = |at: Instant| Some(at.saturating_duration_since(seen.started?));
    let server = seen.finished.and_then(took);
    let client = ended.and_then(took);
    server.is_none_or(|time| time >= ANSWER / 2) && client.is_some_and(|time| time >= ANSWER)
}

impl Counts {
    /// Returns whether the client cannot know better: the time for the response was over, because
    /// the server was slow on a busy machine, or the connection was closed before the server saw the
    /// request.
    fn excuses(
        &mut self,
        report: Report,
        fault: Option<Fault>,
        seen: &Seen,
        ended: Option<Instant>,
    ) -> bool {
        if permits(fault, report) {
            return true;
        }
        let is_unseen = seen.arrivals == 0 && !permits(fault, Report::NotSent);
        match report {
            Report::Unknown if is_unseen => self.unseen += 1,
            Report::Unknown | Report::NotSent if is_late(seen, ended) => self.late += 1,
            _ => return false,
        }
        true
    }
}
