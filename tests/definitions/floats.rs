//! `range` for floats: each bound, the adjacent numbers on both sides, and NaN.

use telegrammar::telegram_method;

const LOW: f64 = -0.25;
const HIGH: f64 = 1.5;
type Real = f64;

#[telegram_method("floats", unlisted, returns = bool)]
#[derive(Clone, Copy)]
struct Floats {
    #[telegram(range = -0.25..=1.5)]
    double: f64,
    #[telegram(range = -0.25..=1.5)]
    single: Option<f32>,
    #[telegram(range = 0..=1500)]
    whole: Option<f64>,
    #[telegram(range = LOW..=1.5)]
    constant: Option<f64>,
    #[telegram(range = LOW..=HIGH)]
    constants: Option<f64>,
    #[telegram(range = LOW..=HIGH)]
    alias: Option<Real>,
    #[telegram(range = 0.1..=0.3)]
    inexact: Option<f64>,
}

/// The facts of a Float.
#[telegram_method("sendLocation")]
struct SendLocation {
    chat_id: i64,
    latitude: f64,
    longitude: f32,
    horizontal_accuracy: Option<f64>,
}

fn double(value: f64) -> bool {
    let method = Floats::new(value);
    let alone = method.validate().is_ok();
    let with_constants = [
        method.constant(value).validate().is_ok(),
        method.constants(value).validate().is_ok(),
        method.alias(value).validate().is_ok(),
    ];
    assert_eq!(with_constants, [alone; 3]);
    alone
}

#[test]
fn the_next_float_beyond_a_bound_is_out_of_range() {
    assert!(double(-0.25));
    assert!(double(1.5));
    assert!(double((-0.25_f64).next_up()));
    assert!(double(1.5_f64.next_down()));
    assert!(!double((-0.25_f64).next_down()));
    assert!(!double(1.5_f64.next_up()));
    assert!(double(0.0) && double(-0.0));
}

#[test]
fn floats_of_32_bits_have_bounds_too() {
    let single = |value| Floats::new(0.0).single(value).validate().is_ok();
    assert!(single(-0.25) && single(1.5));
    assert!(!single((-0.25_f32).next_down()));
    assert!(!single(1.5_f32.next_up()));
    assert!(!single(f32::NAN) && !single(f32::INFINITY) && !single(f32::NEG_INFINITY));
}

#[test]
fn nan_and_infinity_are_out_of_every_range() {
    for value in [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN,
    ] {
        assert!(!double(value), "{value}");
    }
}

#[test]
fn bounds_may_be_written_as_integers() {
    let whole = |value| Floats::new(0.0).whole(value).validate().is_ok();
    assert!(whole(0.0) && whole(1500.0) && whole(0.1));
    assert!(!whole((-0.0_f64).next_down()));
    assert!(!whole(1500_f64.next_up()));
}

#[test]
fn a_bound_is_the_value_of_its_literal() {
    let inexact = |value| Floats::new(0.0).inexact(value).validate().is_ok();
    assert!(inexact(0.1) && inexact(0.3));
    // 0.1 + 0.2 is not 0.3.
    assert!(!inexact(0.1 + 0.2));
}

#[test]
fn the_facts_have_ranges_for_floats() {
    let valid = |accuracy| {
        let method = SendLocation::new(1, 0.0, 0.0);
        method.horizontal_accuracy(accuracy).validate()
    };
    assert_eq!(valid(0.0), Ok(()));
    assert_eq!(valid(1500.0), Ok(()));
    let error = valid(1500.5).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`sendLocation` was not sent: `horizontal_accuracy` must be in 0..=1500, but is 1500.5"
    );
}
