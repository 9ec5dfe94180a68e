//! Uploads as a server sees them, which reads as the real one does.

mod attempts;
mod documents;
mod group;
mod lengths;
mod names;
mod receiver;
mod sending;
mod traps;
