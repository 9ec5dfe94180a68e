//! The server: what becomes of a request, by HTTP.

pub(crate) mod acts;
mod body;
pub(crate) mod complaints;
pub(crate) mod connection;
mod control;
pub(crate) mod delivery;
mod download;
mod events;
mod flood_limits;
pub(crate) mod http;
pub(crate) mod idle;
mod observe;
mod polling;
mod scripted;
pub(crate) mod shared;
mod site;
pub(crate) mod time;
