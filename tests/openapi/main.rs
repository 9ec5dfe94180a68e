//! OpenAPI documents, JSON Schemas and calls by name: a binary of its own, as its feature needs.

mod calls;
mod disjoint;
mod documents;
mod examples;
mod foreign;
mod forms;
mod golden;
mod own;
mod page;
mod rust_examples;
mod samples;
mod sets;
mod stored;
mod tools;
mod validator;
mod values;
mod variants;
mod world;
