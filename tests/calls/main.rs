//! The requests that a server receives from declared calls, and how its responses are decoded.
#![cfg(feature = "reqwest")]

mod downloads;
mod every_method;
#[allow(dead_code, reason = "the tests of the catalogue use the rest")]
#[path = "../catalogue/facts.rs"]
mod facts;
mod foreign_server;
mod newer_server;
mod polling;
mod polling_faults;
mod polling_http;
mod polling_killed;
mod repairs;
#[allow(dead_code, reason = "the tests of the catalogue use the rest")]
#[path = "../catalogue/sample.rs"]
mod sample;
mod tea_shop;
mod updates;
mod uploads;
#[cfg(feature = "webapp")]
mod webapp;
mod webhooks;
mod wire;

const TOKEN: &str = "4242:Loopback_Secret_Of_No_Real_Bot_00000";
