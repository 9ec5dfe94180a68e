//! Retries. Here: what is repeated, when, and how often. Not here: floods of a whole bot
//! (`client::throttle`).

pub(crate) mod backoff;
mod budget;
mod decision;
pub(crate) mod layer;
pub(crate) mod policy;
