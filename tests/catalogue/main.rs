//! The catalogue against the facts of the Bot API, both ways, and every type and method of it with
//! samples made from the facts.

mod complete;
mod facts;
mod list;
mod methods;
mod sample;
mod types;
