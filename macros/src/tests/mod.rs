//! Definitions as source text through the whole macro, in this process.

mod cases;
mod render;
mod run;
