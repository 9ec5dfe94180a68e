//! Numbers are written with exactly their digits.

use telegrammar::telegram_method;

use super::loopback::body;

#[telegram_method("numbers", unlisted, returns = bool)]
pub(crate) struct Numbers {
    float: f64,
    float32: Option<f32>,
    floats: Option<Vec<f32>>,
    signed: Option<i128>,
    unsigned: Option<u128>,
    long: Option<u64>,
    tiny: Option<i8>,
}

#[tokio::test]
async fn a_float_of_32_bits_is_not_widened() {
    let sent = body(|bot| {
        Numbers::new(0.1)
            .float32(0.1)
            .floats(vec![0.1, 1.0, -2.5e-7])
            .send(bot)
    })
    .await;
    assert_eq!(
        sent,
        r#"{"float":0.1,"float32":0.1,"floats":[0.1,1.0,-2.5e-7]}"#
    );
}

#[tokio::test]
async fn integers_of_every_width_are_written_whole() {
    let sent = body(|bot| {
        Numbers::new(1.5)
            .signed(i128::MIN)
            .unsigned(u128::MAX)
            .long(u64::MAX)
            .tiny(i8::MIN)
            .send(bot)
    })
    .await;
    let expected = concat!(
        r#"{"float":1.5,"signed":-170141183460469231731687303715884105728,"#,
        r#""unsigned":340282366920938463463374607431768211455,"#,
        r#""long":18446744073709551615,"tiny":-128}"#
    );
    assert_eq!(sent, expected);
}
