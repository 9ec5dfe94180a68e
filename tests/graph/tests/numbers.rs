//! Numbers arrive as they were sent, also where `serde_json` keeps them as texts.
#![allow(clippy::float_cmp)] // Numbers are to be the same, not close.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::ser::Serialize;
use telegrammar::methods::GetUpdates;
use telegrammar::transport::{Response, decode_response};
use telegrammar::types::{Location, Update, UpdateKind};
use telegrammar::{from_json, telegram_method};
use telegrammar_graph::{read, round_trip, written_and_read};

const FLOATS: [f64; 12] = [
    0.0,
    -0.0,
    0.1,
    -0.1,
    1e-7,
    48.137_432_1,
    1e16,
    1e21,
    f64::MIN_POSITIVE,
    5e-324,
    f64::MAX,
    f64::MIN,
];

#[telegram_method("numbers", unlisted, returns = bool)]
#[derive(Clone, Debug, PartialEq)]
struct Numbers {
    double: f64,
    single: f32,
    signed: i128,
    unsigned: u128,
    small: u64,
    maybe_double: Option<f64>,
    maybe_single: Option<f32>,
    maybe_signed: Option<i128>,
    maybe_unsigned: Option<u128>,
    doubles: Option<Vec<f64>>,
}

fn location(latitude: f64) -> String {
    format!(r#"{{"latitude":{latitude:?},"longitude":-0.5,"horizontal_accuracy":1e-7}}"#)
}

fn update(latitude: f64) -> String {
    let location = location(latitude);
    format!(
        concat!(
            r#"{{"update_id":1,"message":{{"message_id":1,"date":5,"#,
            r#""chat":{{"id":1,"type":"private"}},"location":{},"#,
            r#""venue":{{"location":{},"title":"a","address":"b"}}}}}}"#
        ),
        location, location
    )
}

#[track_caller]
fn check_location(location: &Location, latitude: f64) {
    assert_eq!(location.latitude.to_bits(), latitude.to_bits());
    assert_eq!(location.longitude.to_bits(), (-0.5_f64).to_bits());
    assert_eq!(location.horizontal_accuracy, Some(1e-7));
}

#[track_caller]
fn check_update(update: &Update, latitude: f64) {
    assert_eq!(update.repairs(), []);
    let UpdateKind::Message(message) = &update.kind else {
        panic!("{update:?}");
    };
    check_location(message.location.as_ref().expect("a location"), latitude);
    check_location(&message.venue.as_ref().expect("a venue").location, latitude);
}

#[track_caller]
fn written<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    for (way, read) in written_and_read(value) {
        assert_eq!(read.as_ref(), Ok(value), "{way}");
    }
}

#[test]
fn locations_are_exact_by_every_way() {
    for latitude in FLOATS {
        let json = location(latitude);
        check_location(&from_json(&json).expect("a location"), latitude);
        for (way, location) in read::<Location>(&json) {
            let location = location.unwrap_or_else(|error| panic!("{way}: {error}"));
            check_location(&location, latitude);
        }
        for (way, location) in written_and_read(&round_trip::<Location>(&json)) {
            let location = location.unwrap_or_else(|error| panic!("{way}: {error}"));
            check_location(&location, latitude);
        }
    }
}

#[test]
fn locations_in_updates_are_exact_by_every_way() {
    for latitude in FLOATS {
        let json = update(latitude);
        check_update(&from_json(&json).expect("an update"), latitude);
        for (way, update) in read::<Update>(&json) {
            let update = update.unwrap_or_else(|error| panic!("{way}: {error}"));
            check_update(&update, latitude);
        }
        check_update(&round_trip(&json), latitude);
    }
}

#[test]
fn locations_in_results_are_exact() {
    for latitude in FLOATS {
        let body = format!(r#"{{"ok":true,"result":[{}]}}"#, update(latitude));
        let response = Response::new(200, body);
        let updates = decode_response::<GetUpdates>(&response, 1 << 20).expect("updates");
        check_update(&updates[0], latitude);
    }
}

#[test]
fn parameters_are_exact_by_every_way() {
    let singles = [0.0, 0.1, 1e-7, f32::MIN_POSITIVE, f32::MAX, f32::MIN, 1e-45];
    for (index, double) in FLOATS.into_iter().enumerate() {
        let single = singles[index % singles.len()];
        let all = Numbers::new(double, single, i128::MIN, u128::MAX, u64::MAX)
            .maybe_double(double)
            .maybe_single(single)
            .maybe_signed(i128::MAX)
            .maybe_unsigned(u128::from(u64::MAX) + 1)
            .doubles(vec![double, -double]);
        for (way, read) in written_and_read(&all) {
            let read = read.unwrap_or_else(|error| panic!("{way}: {error}"));
            assert_eq!(read, all, "{way}");
            assert_eq!(read.double.to_bits(), double.to_bits(), "{way}");
            assert_eq!(read.single.to_bits(), single.to_bits(), "{way}");
        }
    }
}

#[test]
fn integers_of_128_bits_are_exact_by_every_way() {
    let signed = [
        i128::MIN,
        i128::from(i64::MIN) - 1,
        -1,
        0,
        i128::from(i64::MAX) + 1,
        i128::from(u64::MAX),
        i128::from(u64::MAX) + 1,
        i128::MAX,
    ];
    for signed in signed {
        written(&Numbers::new(0.5, 0.5, signed, signed.unsigned_abs(), 0));
    }
    written(&Numbers::new(0.5, 0.5, 0, u128::MAX, 0));
}

#[test]
fn numbers_that_do_not_fit_are_refused_by_every_way() {
    for (latitude, what) in [("1e400", "Float"), ("\"1\"", "Float"), ("null", "Float")] {
        let json = format!(r#"{{"latitude":{latitude},"longitude":1}}"#);
        for (way, location) in read::<Location>(&json) {
            // CBOR and YAML have infinity, which JSON has not.
            let error = location.expect_err(way);
            let is_told = error.contains(what) || error.contains("not a number of JSON");
            assert!(is_told, "{way}: {error}");
        }
    }
}

#[test]
fn numbers_of_other_formats_that_json_has_not_are_refused() {
    for number in [".nan", ".inf", "-.inf"] {
        let yaml = format!("latitude: {number}\nlongitude: 1\n");
        let error = serde_norway::from_str::<Location>(&yaml).expect_err(number);
        assert!(
            error.to_string().contains("not a number of JSON"),
            "{error}"
        );
    }
}

#[test]
fn integers_stand_for_floats_and_whole_floats_for_integers() {
    let json = r#"{"latitude":90,"longitude":18446744073709551616,"live_period":60.0}"#;
    for (way, location) in read::<Location>(json) {
        let location = location.unwrap_or_else(|error| panic!("{way}: {error}"));
        assert_eq!(location.latitude, 90.0, "{way}");
        assert_eq!(location.longitude, 18_446_744_073_709_551_616.0, "{way}");
        assert_eq!(location.live_period, Some(60), "{way}");
    }
}

/// What `serde_json` makes of a number for another format is read as the number that it is.
#[test]
fn numbers_that_are_maps_are_read() {
    let value: serde_json::Value = serde_json::from_str(&location(0.1)).expect("JSON");
    let cbor = telegrammar_graph::cbor(&value).expect("CBOR");
    let location: Location = telegrammar_graph::read_cbor(&cbor).expect("a location");
    check_location(&location, 0.1);
}
