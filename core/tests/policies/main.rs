//! Deadlines, retries, migrations and throttles, in paused time on a transport in memory.

mod calls;
mod cancel;
mod deadlines;
mod memory;
mod migrations;
#[path = "../client/polled.rs"]
mod polled;
mod requests;
mod retries;
mod throttle;
mod timers;
