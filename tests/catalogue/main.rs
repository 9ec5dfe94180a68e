//! Methods and types of the catalogue, compared with the facts and tested with samples.

mod answers;
mod complete;
mod damage;
mod declared;
mod decoding;
mod facts;
mod files;
mod hostile;
mod hostile_cost;
mod lenient;
mod list;
mod methods;
mod properties;
mod random;
mod relations;
mod rules;
mod sample;
mod tags;
mod text;
mod types;
mod unions;
mod values;
mod verdicts;
mod words;
mod wrong;
