//! Updates that tell a bot what a user does: messages, and payments, which its answers continue too.

mod messages;
mod payments;

use serde_json::{Map, Value};

pub(crate) use messages::{Actor, compose};
pub(crate) use payments::{
    checkout_answered, paid, pre_checkout_query, query_id, refunded, shipping_answered, total,
};

/// An update without its id.
pub(crate) type Update = Map<String, Value>;
