//! What goes over the wire, byte for byte, when a declared method is called.

mod loopback;
mod numbers;
mod request;
mod values;
