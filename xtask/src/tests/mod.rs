//! The tool on pages that are written by hand, and on pages that are written from the facts.

mod changes;
mod pages;
mod round_trip;
mod writer;

use crate::facts::text::Text;

/// The facts of this repository.
fn facts() -> Text {
    Text::new(include_str!("../../../macros/facts/bot_api.txt"))
}
