//! The catalogue against the facts of the Bot API, both ways, and every type and method of it with
//! samples made from the facts.

mod answers;
mod complete;
mod damage;
mod facts;
mod files;
mod hostile;
mod list;
mod method_names;
mod methods;
mod properties;
mod random;
mod relations;
mod rules;
mod sample;
mod types;
mod unions;
mod values;
mod verdicts;
mod words;
mod wrong;
