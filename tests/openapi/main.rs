//! OpenAPI documents, JSON Schemas and calls by name. A binary of its own, because it needs a feature
//! that describes every definition.

mod calls;
mod disjoint;
mod documents;
mod examples;
mod foreign;
mod golden;
mod own;
mod page;
mod samples;
mod tools;
mod validator;
mod values;
mod variants;
