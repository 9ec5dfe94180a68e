//! Every method over real HTTP: what arrives at the server is compared with the facts of the Bot API,
//! as JSON, and as a form that a parser of another hand has taken apart.
#![cfg(feature = "reqwest")]

mod arguments;
mod conversation;
#[allow(dead_code, reason = "the tests of the catalogue use the rest")]
#[path = "../catalogue/facts.rs"]
mod facts;
mod forms;
mod json;
mod judge;
mod list;
mod media;
#[path = "../catalogue/method_names.rs"]
mod method_names;
#[allow(dead_code, reason = "the tests of the catalogue use the rest")]
#[path = "../catalogue/sample.rs"]
mod sample;
mod uploads;
