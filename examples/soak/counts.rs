//! The figures of the run, and those that must not be too small or too large.

use std::collections::BTreeMap;

use crate::fault::{Fault, permits, permits_repetition};
use crate::judge::Case;
use crate::report::Report;

#[derive(Clone, Debug, Default)]
pub(crate) struct Counts {
    calls: usize,
    attempts: usize,
    reports: BTreeMap<Report, usize>,
    faults: BTreeMap<Fault, usize>,
    /// Calls whose first attempt the server did not fail.
    unfailed: usize,
    /// Failures that could be followed by another attempt.
    repeatable: usize,
    /// Those that were.
    repeated: usize,
    /// Attempts that took too long although the server did not fail them so.
    pub(crate) late: usize,
    /// Attempts that the server did not see, because it had closed the connection before.
    pub(crate) unseen: usize,
}

impl Counts {
    pub(crate) fn add(&mut self, case: &Case) {
        self.calls += 1;
        self.attempts += case.attempts.len();
        *self.reports.entry(case.report).or_default() += 1;
        for fault in case.attempts.iter().filter_map(|(fault, _)| *fault) {
            *self.faults.entry(fault).or_default() += 1;
        }
        if case.report == Report::Cancelled {
            return;
        }
        let first = case.attempts.first();
        self.unfailed +=
            usize::from(first.is_some_and(|(fault, _)| permits(*fault, Report::Succeeded)));
        for (number, (fault, _)) in case.attempts.iter().enumerate() {
            // After a reset, not every client knows that nothing was read.
            let may_go_on = *fault != Some(Fault::Reset)
                && permits_repetition(*fault, case.work.is_repeatable())
                && !case.work.is_once()
                && number + 1 < case.most;
            self.repeatable += usize::from(may_go_on);
            self.repeated += usize::from(may_go_on && number + 1 < case.attempts.len());
        }
    }

    fn of(&self, report: Report) -> usize {
        self.reports.get(&report).copied().unwrap_or_default()
    }

    /// Returns what is wrong with the figures of a run with this share of faults.
    pub(crate) fn judge(&self, faults: f64) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut check = |is_right: bool, text: String| {
            if !is_right {
                wrong.push(text);
            }
        };
        let succeeded = self.of(Report::Succeeded);
        check(
            succeeded + self.late + self.unseen >= self.unfailed,
            format!(
                "{succeeded} calls succeeded, and {} were not failed",
                self.unfailed
            ),
        );
        // Every failure is repeated unless the budget for repetitions is used up.
        check(
            share(self.repeated, self.repeatable) >= 0.9 * (1.0 - faults),
            format!(
                "{} of {} failures were repeated",
                self.repeated, self.repeatable
            ),
        );
        check(
            self.late <= self.calls / 10,
            format!("{} attempts took too long", self.late),
        );
        let closed = self.faults.get(&Fault::CloseAfter).copied();
        check(
            self.unseen <= closed.unwrap_or_default(),
            format!("{} attempts did not reach the server", self.unseen),
        );
        // With so many, none is missing by chance.
        if share(self.calls, 1) * faults >= 20.0 * share(Fault::ALL.len(), 1) {
            for fault in Fault::ALL {
                let is_there = self.faults.contains_key(&fault);
                check(is_there, format!("no attempt was failed by {fault:?}"));
            }
        }
        wrong
    }

    pub(crate) fn print(&self) {
        println!("attempts      {}", self.attempts);
        println!(
            "repeated      {} of {} failures",
            self.repeated, self.repeatable
        );
        println!("late, unseen  {}, {}", self.late, self.unseen);
        let join = |counts: Vec<String>| counts.join(", ");
        let reports = self.reports.iter();
        let reports = reports.map(|(report, count)| format!("{report:?} {count}"));
        println!("reports       {}", join(reports.collect()));
        let faults = self.faults.iter();
        let faults = faults.map(|(fault, count)| format!("{fault:?} {count}"));
        println!("faults of the server: {}", join(faults.collect()));
    }
}

/// Returns a share of a whole; 1 if there is none.
fn share(part: usize, whole: usize) -> f64 {
    let number = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if whole == 0 {
        return 1.0;
    }
    number(part) / number(whole)
}
