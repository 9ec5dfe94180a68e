//! Locations that the server refuses.

use serde_json::Value;

use super::call::{Call, bad};
use crate::protocol::envelope::Answer;

/// Bounds, in degrees.
const MOST_LATITUDE: f64 = 90.0;
const MOST_LONGITUDE: f64 = 180.0;
/// How long a location can be live, in seconds. The last value is until the bot stops it.
const LEAST_PERIOD: i64 = 60;
const MOST_PERIOD: i64 = 86_400;
const FOREVER: i64 = 0x7FFF_FFFF;
/// Bounds, in degrees and meters.
const MOST_HEADING: i64 = 360;
const MOST_RADIUS: i64 = 100_000;

/// Checks the location that a call sends or sets.
pub(super) fn check(call: &Call<'_>) -> Result<(), Answer> {
    let degrees = |name: &str| call.arguments.get(name).and_then(Value::as_f64);
    let (Some(latitude), Some(longitude)) = (degrees("latitude"), degrees("longitude")) else {
        return Ok(());
    };
    let is_there = latitude.abs() <= MOST_LATITUDE && longitude.abs() <= MOST_LONGITUDE;
    let number = |name: &str| call.arguments.integer(name).unwrap_or_default();
    let period = number("live_period");
    let is_period = matches!(period, 0 | FOREVER | LEAST_PERIOD..=MOST_PERIOD);
    let is_heading = (0..=MOST_HEADING).contains(&number("heading"));
    let is_radius = (0..=MOST_RADIUS).contains(&number("proximity_alert_radius"));
    match (is_there, is_period, is_heading, is_radius) {
        (false, ..) => Err(bad("wrong location specified")),
        (_, false, ..) => Err(bad("wrong live location period specified")),
        (.., false, _) => Err(bad("wrong live location heading specified")),
        (.., false) => Err(bad("wrong live location proximity alert radius specified")),
        _ => Ok(()),
    }
}
