//! The bytes that calls of declared methods send.

mod loopback;
mod numbers;
mod request;
mod values;
