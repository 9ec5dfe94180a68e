//! Lenient decoding: faults that are recorded as repairs instead of returned as errors.

use super::error::{FaultKind, Step, path};
use super::held::Held;
use super::locate::Locator;
use super::reader::Reader;
use super::report::report;
use crate::error::Repair;

/// How many repairs are recorded of any text.
const FEW: usize = 2048;
/// How many bytes of text each further one needs.
const BYTES_PER_HELD: usize = 256;

impl Reader<'_> {
    /// Records the last fault as a repair of the value from `start` to the current position. The
    /// step, if any, leads to the value.
    #[cold]
    pub(super) fn hold(&mut self, start: usize, step: Option<Step>) {
        if let Some(fault) = self.fault.take() {
            if !self.may_record() {
                self.unrecorded += 1;
                return;
            }
            self.all_held += 1;
            self.held.push(Held {
                error: fault.to_string(),
                quotes: fault.kind.quotes(),
                path: step.into_iter().collect(),
                raw: (start, self.at),
            });
        }
    }

    /// Returns whether one more repair may be recorded. Further ones are only counted, so that a
    /// text which is wrong everywhere costs little more than one that is right.
    pub(super) fn may_record(&self) -> bool {
        self.all_held < FEW + self.at / BYTES_PER_HELD
    }

    /// Holds that the field of this step is absent, or `null` as it stands at `null`.
    #[cold]
    pub(super) fn hold_absent(&mut self, step: Step, null: Option<usize>) {
        let end = self.at;
        self.at = null.map_or(end, |null| null + 4);
        self.hold(null.unwrap_or(end), Some(step));
        self.at = end;
    }

    /// Adds a step to the paths of all repairs after the first `held`.
    #[cold]
    #[inline(never)]
    pub(super) fn step_held(&mut self, held: usize, step: &Step) {
        for held in self.held.iter_mut().skip(held) {
            held.path.push(step.clone());
        }
    }

    /// Records that bytes were replaced in the value from `start` to the current position.
    #[inline]
    pub(crate) fn hold_replaced(&mut self, start: usize) {
        if !self.replaced.is_empty() {
            self.hold_each_replaced(start);
        }
    }

    #[cold]
    fn hold_each_replaced(&mut self, start: usize) {
        let end = self.at;
        let from = self.replaced.partition_point(|at| *at < start);
        let to = self.replaced.partition_point(|at| *at < end);
        let replaced: Vec<_> = self.replaced.drain(from..to).collect();
        let mut locator = Locator::new(self.text, start);
        let mut last = 0;
        // Values that are held stand in the order of the text.
        let mut index = 0;
        for at in replaced {
            while self.held.get(index).is_some_and(|held| held.raw.1 <= at) {
                index += 1;
            }
            let is_held = self.held.get(index).is_some_and(|held| held.raw.0 <= at);
            if at < last || is_held {
                continue;
            }
            if !self.may_record() {
                self.unrecorded += 1;
                continue;
            }
            self.all_held += 1;
            if let Some((path, raw)) = locator.locate(at) {
                last = raw.1;
                self.held.push(Held {
                    error: FaultKind::InvalidUtf8.to_string(),
                    quotes: false,
                    path,
                    raw,
                });
            }
        }
    }

    /// Returns all repairs after the first `held`. Their paths start at the current value.
    pub(super) fn repairs_since(&self, held: usize) -> Vec<Repair> {
        let held = self.held.iter().skip(held);
        held.map(|held| self.repair(held, "", "")).collect()
    }

    /// Returns all repairs.
    pub(crate) fn repairs(&self, method: &'static str, root: &str) -> Vec<Repair> {
        let held = self.held.iter();
        let mut repairs: Vec<_> = held.map(|held| self.repair(held, method, root)).collect();
        if self.unrecorded > 0 {
            repairs.push(Repair {
                method,
                path: root.to_owned(),
                error: format!("{} further faults were repaired", self.unrecorded),
                raw: String::new(),
            });
        }
        repairs
    }

    /// Logs all repairs where no bot is known, whose token could be redacted: without what errors
    /// quote of the JSON.
    #[cold]
    pub(super) fn report_repairs(&self) {
        // The repair after those held counts the unrecorded ones.
        let quotes = self.held.iter().map(|held| held.quotes).chain([false]);
        for (repair, quotes) in self.repairs("", "").iter_mut().zip(quotes) {
            if quotes {
                "the value is rejected by its type".clone_into(&mut repair.error);
            }
            report(repair);
        }
    }

    fn repair(&self, held: &Held, method: &'static str, root: &str) -> Repair {
        let (start, end) = held.raw;
        Repair {
            method,
            path: path(root, &held.path),
            error: held.error.clone(),
            raw: self.text.get(start..end).unwrap_or_default().to_owned(),
        }
    }
}
