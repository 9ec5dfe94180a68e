//! `/control/flood_limits`: how much the bots may send.

use serde_json::{Map, Value};

use super::shared::Shared;
use crate::world::FloodLimits;

/// Sets the limits that a body describes, or none if it says so.
///
/// # Errors
///
/// What is wrong with the body.
pub(super) fn set(shared: &Shared, body: &Map<String, Value>) -> Result<Value, String> {
    let is_on = match body.get("on") {
        None => true,
        Some(is_on) => is_on.as_bool().ok_or("`on` must be true or false")?,
    };
    let limits = if is_on { Some(limits(body)?) } else { None };
    shared.state().world.set_flood_limits(limits);
    Ok(true.into())
}

/// Returns the limits in a body: the default of one that is not given, and no limit for a `null`.
fn limits(body: &Map<String, Value>) -> Result<FloodLimits, String> {
    let number = |name: &str, default: Option<u32>| match body.get(name) {
        None => Ok(default),
        Some(Value::Null) => Ok(None),
        Some(given) => {
            let given = given.as_u64().and_then(|given| u32::try_from(given).ok());
            let given = given.filter(|given| *given > 0);
            let given = given.ok_or(format!("`{name}` must be a number of messages, at least 1"));
            given.map(Some)
        }
    };
    let default = FloodLimits::default();
    let burst = number("burst", Some(default.burst))?;
    Ok(FloodLimits {
        per_chat: number("per_chat", default.per_chat)?,
        burst: burst.ok_or("`burst` must be a number of messages, at least 1")?,
        per_group_minute: number("per_group_minute", default.per_group_minute)?,
        overall: number("overall", default.overall)?,
    })
}
