//! The server: what becomes of a request, by HTTP.

mod body;
pub(crate) mod connection;
mod control;
pub(crate) mod delivery;
mod download;
pub(crate) mod http;
mod polling;
pub(crate) mod shared;
