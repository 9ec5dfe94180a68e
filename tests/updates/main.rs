//! Updates: every kind, kinds that come later, batches with one that is broken, and input that
//! means harm.

mod batch;
mod hostile;
mod text;
