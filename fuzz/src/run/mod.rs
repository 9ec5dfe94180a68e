//! Runs targets with random input on stable Rust. A supervisor starts a worker as a process of its own: if that
//! overflows its stack, is killed or hangs, the input is not lost, because it depends on the seed and the number
//! of the case alone.

mod case;
mod minimise;
mod supervisor;
mod worker;

pub use case::{Failure, fails, panics, replay, watch_panics};
pub use supervisor::{Options, repeat, supervise};
pub use worker::work;
