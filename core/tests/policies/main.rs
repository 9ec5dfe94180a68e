//! Deadlines, retries and migrations, in paused time on a transport in memory.

mod calls;
mod deadlines;
mod memory;
mod migrations;
mod requests;
mod retries;
mod timers;
