//! The methods of the Bot API, one file per section of its page.

mod available;

pub use available::*;
