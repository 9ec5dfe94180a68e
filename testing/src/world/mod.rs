//! What the server remembers.

pub(crate) mod state;
