//! Floods: how many calls a bot sends in which time. Here: which limits a call counts against, the
//! queue of the waiting calls, and the budget that they spend. Not here: repetitions
//! (`client::retry`).
//!
//! A call passes through: `target` (its limits) → `queue` (its turn) → `budget` (its place in the
//! windows) → the inner transport → `flood` (what a 429 freezes).

pub(crate) mod budget;
mod flood;
pub(crate) mod layer;
pub(crate) mod limit;
pub(crate) mod memory;
pub(crate) mod policy;
mod queue;
#[cfg(feature = "redis")]
pub(crate) mod redis;
mod target;
