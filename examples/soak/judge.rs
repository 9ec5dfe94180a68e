//! Compares what the client reports with what the server did.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::calls::{Outcome, Report};
use crate::server::{Event, Fault};

/// The number of faults that are told one by one.
const TOLD: usize = 20;

/// Returns what is wrong.
pub(crate) fn judge(outcomes: &[Outcome], record: &[Event]) -> Vec<String> {
    let mut events: BTreeMap<u64, Vec<&Event>> = BTreeMap::new();
    for event in record {
        events.entry(event.id).or_default().push(event);
    }
    let mut faults = Vec::new();
    let mut reports: BTreeMap<String, usize> = BTreeMap::new();
    let mut attempts = 0;
    for outcome in outcomes {
        *reports.entry(format!("{:?}", outcome.report)).or_default() += 1;
        let events = events.remove(&outcome.id).unwrap_or_default();
        attempts += events.len();
        faults.extend(of_call(outcome, &events));
    }
    println!("attempts      {attempts}");
    for (report, count) in reports {
        println!("{report:<13} {count}");
    }
    for fault in Fault::ALL {
        let count = record.iter().filter(|event| event.fault == Some(fault));
        println!("  {:<19} {}", format!("{fault:?}"), count.count());
    }
    let more = faults.len().saturating_sub(TOLD);
    faults.truncate(TOLD);
    if more > 0 {
        faults.push(format!("and {more} more"));
    }
    faults
}

fn of_call(outcome: &Outcome, events: &[&Event]) -> Vec<String> {
    let mut faults = Vec::new();
    let id = outcome.id;
    let performed = events.iter().filter(|event| event.is_performed).count();
    if performed > 1 && !outcome.is_repeatable {
        faults.push(format!(
            "call {id} was performed {performed} times: {events:?}"
        ));
    }
    let is_wrong = match outcome.report {
        Report::Succeeded => performed == 0,
        Report::NotPerformed => performed > 0 && !outcome.is_repeatable,
        Report::Unknown | Report::Cancelled => false,
    };
    if is_wrong {
        let report = outcome.report;
        faults.push(format!("call {id} is reported as {report:?}: {events:?}"));
    }
    for pair in events.windows(2) {
        let [first, second] = pair else { continue };
        let waited = second.arrived.saturating_duration_since(first.answered);
        let asked = Duration::from_secs(first.retry_after);
        if waited < asked {
            faults.push(format!("call {id} waited {waited:?} and not {asked:?}"));
        }
    }
    faults
}
