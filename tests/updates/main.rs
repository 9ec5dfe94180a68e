//! Updates: kinds that come later, batches with one that is broken, and what texts are made of.
//! Input that means harm is tried on all types in `tests/catalogue/`.

mod batch;
mod text;
