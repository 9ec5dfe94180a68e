//! Lenient decoding: faults that are recorded as repairs instead of returned as errors.

use super::error::{Fault, FaultKind, Step, path};
use super::held::Held;
use super::locate::Locator;
use super::reader::Reader;
use crate::error::Repair;

/// How many faults are held in any text.
const FEW: usize = 512;
/// How many bytes of text each further one needs.
const BYTES_PER_HELD: usize = 512;

impl Reader<'_> {
    /// Records the last fault as a repair of the value from `start` to the current position. The
    /// step, if any, leads to the value.
    #[cold]
    pub(super) fn hold(&mut self, start: usize, step: Option<Step>) {
        if let Some(fault) = self.fault.take() {
            self.all_held += 1;
            self.held.push(Held {
                error: fault.to_string(),
                path: step.into_iter().collect(),
                raw: (start, self.at),
            });
        }
    }

    /// Whether one more fault may be held. A text that is wrong everywhere is refused, so that it
    /// costs no more than one that is right.
    pub(super) fn may_hold(&self) -> bool {
        self.is_lenient && self.all_held < FEW + self.at / BYTES_PER_HELD
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
            if !self.may_hold() {
                break;
            }
            self.all_held += 1;
            if let Some((path, raw)) = locator.locate(at) {
                last = raw.1;
                let error = Fault {
                    kind: FaultKind::InvalidUtf8,
                    offset: at,
                    path: Vec::new(),
                };
                self.held.push(Held {
                    error: error.to_string(),
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
        held.map(|held| self.repair(held, method, root)).collect()
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
