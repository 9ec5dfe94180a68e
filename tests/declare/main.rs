//! What a user could declare, and what comes of it.

mod builder;
mod forms;
mod info;
mod kinds;
mod results;
mod round_trip;
