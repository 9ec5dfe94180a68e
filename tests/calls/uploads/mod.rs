//! Uploads as received by a server that parses them as the real one does.

mod attempts;
mod documents;
mod group;
mod lengths;
mod local;
mod names;
mod receiver;
mod sending;
mod traps;
