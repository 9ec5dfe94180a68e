//! The budget on a redis server, in real time. Each test starts a server of its own on a free port.
//!
//! Without the program `redis-server`, the tests are skipped, unless `TELEGRAMMAR_REQUIRE` names
//! `redis`.
#![cfg(feature = "redis")]

#[path = "../throttle/server.rs"]
#[allow(dead_code)] // The other tests of the throttle use the rest.
mod server;
mod shared;
mod started;
