//! What a user can declare and how it behaves; and properties of the project's own files.

extern crate telegrammar as renamed;

mod big;
mod builder;
mod constants;
mod counts;
mod field_types;
mod flatten;
mod floats;
mod forms;
mod info;
mod integers;
mod newtypes;
mod own_types;
mod prelude;
mod project;
mod relations;
mod renaming;
mod rest;
mod results;
mod retired_words;
mod round_trip;
mod shadows;
mod structure;
mod texts;
mod unions;
mod updates;
mod uploads;
