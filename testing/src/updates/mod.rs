//! Updates that tell a bot what a user does in one of its chats, as users and answers cause them.

mod messages;
mod payments;

use serde_json::{Map, Value};

pub(crate) use messages::{Actor, compose};
pub(crate) use payments::{
    ask, checkout_answered, paid, query_id, refunded, shipping_answered, total,
};

/// An update without its id.
pub(crate) type Update = Map<String, Value>;
