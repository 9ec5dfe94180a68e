//! `range` for every integer type: each bound, and its neighbours.

use telegrammar::telegram_method;

/// Declares a method with a range for a type, in each form that a range can have.
macro_rules! ranges {
    ($($name:ident $type:ident $low:literal..=$high:literal;)+) => {$(
        #[allow(non_snake_case)]
        mod $name {
            use super::*;

            const LOW: $type = $low;
            const HIGH: $type = $high;
            type Alias = $type;

            #[telegram_method("bounded", unlisted, returns = bool)]
            #[derive(Clone, Copy)]
            struct Bounded {
                #[telegram(range = $low..=$high)]
                literal: $type,
                #[telegram(range = $low..=$high)]
                optional: Option<$type>,
                #[telegram(range = $low..=$high)]
                alias: Option<Alias>,
                #[telegram(range = LOW..=HIGH)]
                constant: Option<$type>,
                #[telegram(range = LOW..=LOW)]
                single: Option<Alias>,
            }

            fn is_valid(value: $type) -> bool {
                let all = Bounded::new(value).optional(value).alias(value).constant(value);
                let found = all.validate().map_err(|error| error.violations().len());
                // All four must agree.
                assert!(matches!(found, Ok(()) | Err(4)), "{value}: {found:?}");
                found.is_ok()
            }

            #[test]
            fn includes_its_bounds_and_excludes_their_neighbours() {
                assert!(is_valid(LOW));
                assert!(is_valid(HIGH));
                assert!(LOW == HIGH || is_valid(LOW + 1));
                assert!(LOW == HIGH || is_valid(HIGH - 1));
                assert!(LOW.checked_sub(1).is_none_or(|below| !is_valid(below)));
                assert!(HIGH.checked_add(1).is_none_or(|above| !is_valid(above)));
                assert_eq!(is_valid($type::MIN), LOW == $type::MIN);
                assert_eq!(is_valid($type::MAX), HIGH == $type::MAX);
                assert_eq!(is_valid(0), (LOW..=HIGH).contains(&0));
            }

            #[test]
            fn agrees_with_rusts_own_range() {
                // Steps that are coprime to every power of two, so that all residues occur.
                let mut value = $type::MIN;
                for _ in 0..2_000 {
                    let expected = (LOW..=HIGH).contains(&value);
                    assert_eq!(is_valid(value), expected, "{value}");
                    value = value.wrapping_mul(3).wrapping_add(7);
                }
            }

            #[test]
            fn may_hold_a_single_value() {
                let single = |value| Bounded::new(LOW).single(value).validate().is_ok();
                assert!(single(LOW));
                assert!(LOW.checked_add(1).is_none_or(|above| !single(above)));
                assert!(LOW.checked_sub(1).is_none_or(|below| !single(below)));
            }

            #[test]
            fn holds_if_the_value_is_unset() {
                assert!(Bounded::new(LOW).validate().is_ok());
            }
        }
    )+};
}

ranges! {
    i8_inner i8 -100..=100;
    i8_low i8 -128..=0;
    i8_high i8 0..=127;
    i16_inner i16 -300..=300;
    i16_edge i16 -32768..=32766;
    i32_inner i32 1..=100;
    i32_edge i32 -2_147_483_648..=2_147_483_646;
    i64_inner i64 1..=100;
    i64_low i64 -9_223_372_036_854_775_808..=-9_223_372_036_854_775_807;
    i64_high i64 9_223_372_036_854_775_806..=9_223_372_036_854_775_807;
    i64_edge i64 -9_223_372_036_854_775_807..=9_223_372_036_854_775_807;
    i128_inner i128 -18_446_744_073_709_551_616..=18_446_744_073_709_551_616;
    i128_edge i128 -170_141_183_460_469_231_731_687_303_715_884_105_727..=170_141_183_460_469_231_731_687_303_715_884_105_727;
    u8_inner u8 1..=254;
    u8_low u8 0..=1;
    u16_inner u16 256..=257;
    u16_edge u16 1..=65535;
    u32_inner u32 1..=4_294_967_294;
    u64_inner u64 1..=18_446_744_073_709_551_614;
    u64_edge u64 9_223_372_036_854_775_808..=18_446_744_073_709_551_615;
    u128_inner u128 18_446_744_073_709_551_616..=170_141_183_460_469_231_731_687_303_715_884_105_727;
}

/// Every value of a type of eight bits.
#[test]
fn a_byte_is_checked_for_every_value() {
    #[telegram_method("bounded", unlisted, returns = bool)]
    struct Bytes {
        #[telegram(range = -17..=42)]
        signed: i8,
        #[telegram(range = 17..=242)]
        unsigned: u8,
    }
    for signed in i8::MIN..=i8::MAX {
        let found = Bytes::new(signed, 17).validate().is_ok();
        assert_eq!(found, (-17..=42).contains(&signed), "{signed}");
    }
    for unsigned in u8::MIN..=u8::MAX {
        let found = Bytes::new(0, unsigned).validate().is_ok();
        assert_eq!(found, (17..=242).contains(&unsigned), "{unsigned}");
    }
}

#[test]
fn an_unsigned_number_beyond_the_largest_signed_one_is_too_large() {
    #[telegram_method("bounded", unlisted, returns = bool)]
    struct Wide {
        #[telegram(range = 0..=100)]
        value: u128,
    }
    for value in [u128::MAX, 1 << 127, (1 << 127) - 1, u128::from(u64::MAX)] {
        let error = Wide::new(value).validate().unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("`bounded` was not sent: `value` must be in 0..=100, but is {value}")
        );
    }
}
