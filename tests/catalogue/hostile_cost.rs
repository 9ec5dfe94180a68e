//! A megabyte that means harm costs no more than twenty times a megabyte of plain updates.

use std::time::Instant;

use telegrammar::from_json;
use telegrammar::types::{Location, Message, RichText, Update, User};

/// Bytes of an input, more or less.
const SIZE: usize = 1_000_000;
/// How many times the cost of plain data an input may have.
const LIMIT: f64 = 20.0;
/// How often an input is decoded; the median counts.
const RUNS: usize = 5;
/// How often an input that costs too much is measured again.
const RETRIES: usize = 9;

const CHAT: &str = r#"{"id":1,"type":"private","first_name":"Anna"}"#;
const HEAD: &str = r#""message_id":1,"date":5,"chat":{"id":1,"type":"private"}"#;

/// A way to decode. Returns whether there is a value.
type Way = fn(&[u8]) -> bool;

/// An input, and what it is decoded into.
struct Shape {
    name: &'static str,
    input: Vec<u8>,
    ways: &'static [(&'static str, Way)],
    /// Whether it is decoded, and not refused.
    has_value: bool,
}

impl Shape {
    fn read(name: &'static str, ways: &'static [(&'static str, Way)], input: Vec<u8>) -> Self {
        Self {
            name,
            input,
            ways,
            has_value: true,
        }
    }

    fn refused(name: &'static str, ways: &'static [(&'static str, Way)], input: Vec<u8>) -> Self {
        Self {
            has_value: false,
            ..Self::read(name, ways, input)
        }
    }
}

macro_rules! ways {
    ($type:ty) => {
        &[
            ("from_json", |json| from_json::<$type>(json).is_ok()),
            ("serde_json", |json| {
                str::from_utf8(json).is_ok_and(|json| serde_json::from_str::<$type>(json).is_ok())
            }),
        ]
    };
    ($type:ty, bytes) => {
        &[("from_json", |json| from_json::<$type>(json).is_ok())]
    };
}

/// So many copies of `item`, with commas between them, that they have about `SIZE` bytes.
fn filled(item: &str) -> String {
    vec![item; SIZE / (item.len() + 1)].join(",")
}

/// An update with a message that has more members.
fn update(members: &str) -> String {
    format!(r#"{{"update_id":1,"message":{{{HEAD},{members}}}}}"#)
}

/// An update with a rich text.
fn rich(text: &str) -> String {
    update(&format!(
        r#""rich_message":{{"blocks":[{{"type":"paragraph","text":{text}}}]}}"#
    ))
}

/// So many times `open` and `close` around `middle`.
fn deep(open: &str, middle: &str, close: &str, depth: usize) -> String {
    format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
}

fn plain() -> Vec<u8> {
    let updates: Vec<_> = (0..100)
        .map(|index| {
            format!(
                concat!(
                    r#"{{"update_id":{},"message":{{"message_id":{},"from":{{"id":7,"is_bot":false,"#,
                    r#""first_name":"Anna","language_code":"de"}},"chat":{},"date":1750000000,"#,
                    r#""text":"Hello, this is a plain message","#,
                    r#""entities":[{{"type":"bold","offset":0,"length":5}}]}}}}"#
                ),
                index, index, CHAT
            )
        })
        .collect();
    format!("[{}]", filled(&updates.join(","))).into_bytes()
}

/// Replaces so many bytes of the text's letters `q`, from one end to the other, by one that UTF-8
/// does not have.
fn damaged(text: &str, count: usize) -> Vec<u8> {
    let mut bytes = text.to_owned().into_bytes();
    let letters: Vec<_> = (0..bytes.len())
        .filter(|at| bytes.get(*at) == Some(&b'q'))
        .collect();
    for at in letters.iter().step_by((letters.len() / count).max(1)) {
        bytes[*at] = 0xff;
    }
    bytes
}

fn nested() -> Vec<Shape> {
    let late = |middle: &str| deep(r#"{"text":"#, middle, r#","type":"bold"}"#, 110);
    let message = |middle: &str| {
        let open = format!(r#"{{"message_id":1,"chat":{CHAT},"pinned_message":"#);
        deep(&open, middle, r#","date":5}"#, 60)
    };
    let last = format!("{{{HEAD}}}");
    vec![
        Shape::read(
            "late tags in many texts",
            ways!(RichText),
            format!("[{}]", filled(&late(r#""x""#))).into_bytes(),
        ),
        Shape::read(
            "late tags around a long list",
            ways!(RichText),
            late(&format!("[{}]", filled(r#"{"text":"x","type":"bold"}"#))).into_bytes(),
        ),
        Shape::read(
            "a member is missing at each level",
            ways!(Update),
            rich(&deep(
                r#"{"type":"url","text":"#,
                &format!("[{}]", filled(r#""x""#)),
                "}",
                110,
            ))
            .into_bytes(),
        ),
        Shape::read(
            "a member is missing at each level of many texts",
            ways!(Update),
            rich(&format!(
                "[{}]",
                filled(&deep(r#"{"type":"url","text":"#, r#""x""#, "}", 110))
            ))
            .into_bytes(),
        ),
        Shape::read(
            "messages pinned in messages",
            ways!(Vec<Message>),
            format!("[{}]", filled(&message(&last))).into_bytes(),
        ),
        Shape::read(
            "messages pinned in messages around a long one",
            ways!(Message),
            message(&format!(
                r#"{{"entities":[{}],{HEAD}}}"#,
                filled(r#"{"length":1,"type":"bold","offset":1}"#)
            ))
            .into_bytes(),
        ),
        Shape::read(
            "deep and wide unknown members",
            ways!(Update),
            format!(
                r#"{{"update_id":1,{}}}"#,
                filled(&format!(r#""later":{}"#, deep(r#"{"a":["#, "", "]}", 50)))
            )
            .into_bytes(),
        ),
        Shape::refused(
            "brackets without an end",
            ways!(RichText),
            "[".repeat(SIZE).into_bytes(),
        ),
        Shape::refused(
            "brackets with an end",
            ways!(RichText),
            deep("[", "", "]", SIZE / 2).into_bytes(),
        ),
        Shape::refused(
            "objects without an end",
            ways!(RichText),
            r#"{"text":"#.repeat(SIZE / 8).into_bytes(),
        ),
        Shape::refused(
            "brackets without an end in an update",
            ways!(Update),
            format!(r#"{{"update_id":1,"message":{}"#, "[".repeat(SIZE)).into_bytes(),
        ),
        Shape::read(
            "many texts that are nested too deeply",
            ways!(Update),
            rich(&format!("[{}]", filled(&deep("[", "", "]", 200)))).into_bytes(),
        ),
    ]
}

fn scalars() -> Vec<Shape> {
    let digits = "7".repeat(SIZE);
    vec![
        Shape::read(
            "short escapes",
            ways!(Update),
            update(&format!(r#""text":"{}""#, r"\n".repeat(SIZE / 2))).into_bytes(),
        ),
        Shape::read(
            "escapes of surrogates",
            ways!(Update),
            update(&format!(
                r#""text":"{}""#,
                r"\ud83d\ude00".repeat(SIZE / 12)
            ))
            .into_bytes(),
        ),
        Shape::read(
            "one text of lone surrogates",
            ways!(Update),
            update(&format!(r#""text":"{}""#, r"\ud83d".repeat(SIZE / 6))).into_bytes(),
        ),
        Shape::read(
            "many texts of lone surrogates",
            ways!(Update),
            rich(&format!("[{}]", filled(r#""\ud83d""#))).into_bytes(),
        ),
        Shape::refused(
            "an integer of a million digits",
            ways!(User),
            format!(r#"{{"id":{digits},"is_bot":false,"first_name":"a"}}"#).into_bytes(),
        ),
        Shape::refused(
            "an integer of a million digits with an exponent",
            ways!(User),
            format!(r#"{{"id":{digits}.{digits}e-9,"is_bot":false,"first_name":"a"}}"#)
                .into_bytes(),
        ),
        Shape::read(
            "a float of a million digits",
            ways!(Location),
            format!(r#"{{"latitude":0.{digits},"longitude":1}}"#).into_bytes(),
        ),
        Shape::read(
            "an unknown number of a million digits",
            ways!(Update),
            format!(r#"{{"update_id":1,"later":{digits}}}"#).into_bytes(),
        ),
    ]
}

fn wide() -> Vec<Shape> {
    let names = |prefix: &str| {
        let names = (0..100_000).map(|index| format!(r#""{prefix}{index}":1"#));
        names.collect::<Vec<_>>().join(",")
    };
    vec![
        Shape::read(
            "one member many times",
            ways!(Update),
            update(&filled(r#""text":"x""#)).into_bytes(),
        ),
        Shape::read(
            "one kind of update many times",
            ways!(Update),
            format!(r#"{{"update_id":1,{}}}"#, filled(r#""message":{}"#)).into_bytes(),
        ),
        Shape::read(
            "all kinds of updates in one",
            ways!(Update),
            format!(
                r#"{{{},"update_id":1}}"#,
                filled(r#""message":null,"poll":null,"a":1"#)
            )
            .into_bytes(),
        ),
        Shape::read(
            "a list of empty texts",
            ways!(RichText),
            format!("[{}]", filled(r#""""#)).into_bytes(),
        ),
        Shape::read(
            "a list of empty lists",
            ways!(RichText),
            format!("[{}]", filled("[]")).into_bytes(),
        ),
        Shape::read(
            "a list of empty objects",
            ways!(Update),
            rich(&format!("[{}]", filled("{}"))).into_bytes(),
        ),
        Shape::read(
            "a list of empty objects far inside",
            ways!(Update),
            rich(&deep(
                r#"{"type":"bold","text":"#,
                &format!("[{}]", filled("{}")),
                "}",
                110,
            ))
            .into_bytes(),
        ),
        Shape::read(
            "unknown variants",
            ways!(Update),
            rich(&format!("[{}]", filled(r#"{"type":"later"}"#))).into_bytes(),
        ),
        Shape::read(
            "empty messages",
            ways!(Vec<Update>),
            format!("[{}]", filled(r#"{"update_id":1,"message":{}}"#)).into_bytes(),
        ),
        Shape::read(
            "updates with a repair each",
            ways!(Vec<Update>),
            format!(
                "[{}]",
                filled(&update(r#""reply_markup":{"inline_keyboard":5}"#))
            )
            .into_bytes(),
        ),
        Shape::read(
            "updates with many damaged texts each",
            ways!(Vec<Update>),
            format!(
                "[{}]",
                filled(&rich(&format!("[{}]", vec!["{}"; 500].join(","))))
            )
            .into_bytes(),
        ),
        Shape::read(
            "names that no update has",
            ways!(Update),
            format!(r#"{{"update_id":1,{}}}"#, names("n")).into_bytes(),
        ),
        Shape::read(
            "names that no message has",
            ways!(Update),
            update(&names("n")).into_bytes(),
        ),
        Shape::read(
            "names with escapes",
            ways!(Update),
            update(&names(r"\u006e")).into_bytes(),
        ),
    ]
}

fn bytes() -> Vec<Shape> {
    let list = |letter: &str| format!("[{}]", filled(&format!(r#""{letter}{letter}{letter}""#)));
    vec![
        Shape::read(
            "bytes that are not UTF-8 in one text",
            ways!(Update, bytes),
            damaged(
                &update(&format!(r#""text":"{}""#, "qy".repeat(SIZE / 2))),
                10_000,
            ),
        ),
        Shape::read(
            "bytes that are not UTF-8 in many texts",
            ways!(Update, bytes),
            damaged(&rich(&list("q")), 10_000),
        ),
        Shape::read(
            "bytes that are not UTF-8 far inside",
            ways!(Update, bytes),
            damaged(
                &rich(&deep(r#"{"type":"bold","text":"#, &list("q"), "}", 110)),
                10_000,
            ),
        ),
        Shape::read(
            "bytes that are not UTF-8 in each level of an unknown member",
            ways!(Update, bytes),
            damaged(
                &format!(
                    r#"{{"update_id":1,"later":{}}}"#,
                    deep(r#"["q","#, "1", "]", SIZE / 7)
                ),
                10_000,
            ),
        ),
        Shape::read(
            "bytes that are not UTF-8 in many updates",
            ways!(Vec<Update>, bytes),
            damaged(
                &format!("[{}]", filled(&update(r#""text":"qqqqq""#))),
                10_000,
            ),
        ),
        Shape::read(
            "bytes that are not UTF-8 behind many updates",
            ways!(Vec<Update>, bytes),
            damaged(
                &format!(
                    "[{},{}]",
                    filled(r#"{"update_id":1}"#),
                    update(&format!(r#""text":"{}""#, "q".repeat(10_000)))
                ),
                10_000,
            ),
        ),
        Shape::read(
            "bytes that are not UTF-8 behind a long name",
            ways!(Update, bytes),
            damaged(
                &format!(
                    r#"{{"update_id":1,"{}":[{}]}}"#,
                    "n".repeat(SIZE / 2),
                    vec![r#""q""#; 10_000].join(",")
                ),
                10_000,
            ),
        ),
    ]
}

/// The median of what it costs to decode, in nanoseconds for each byte.
fn cost(way: Way, input: &[u8]) -> f64 {
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(way(std::hint::black_box(input)));
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    #[allow(clippy::cast_precision_loss)] // A megabyte.
    let bytes = input.len() as f64;
    times[RUNS / 2].as_secs_f64() * 1e9 / bytes
}

fn check(shapes: &[Shape]) {
    let plain = plain();
    let plain_ways: &[(&str, Way)] = ways!(Vec<Update>);
    for shape in shapes {
        for (name, way) in shape.ways {
            let place = format!("{}, {name}", shape.name);
            assert_eq!(way(&shape.input), shape.has_value, "{place}");
            let plain_way = plain_ways.iter().find(|plain| plain.0 == *name);
            let plain_way = plain_way.expect("a way to compare with").1;
            let mut ratio = f64::INFINITY;
            for _ in 0..=RETRIES {
                ratio = ratio.min(cost(*way, &shape.input) / cost(plain_way, &plain));
                if ratio < LIMIT {
                    break;
                }
            }
            assert!(
                ratio < LIMIT,
                "{place}: {ratio:.1} times the cost of plain data"
            );
        }
    }
}

#[test]
fn deep_input_costs_little_more_than_plain_data() {
    check(&nested());
}

#[test]
fn long_numbers_and_escapes_cost_little_more_than_plain_data() {
    check(&scalars());
}

#[test]
fn long_lists_and_many_members_cost_little_more_than_plain_data() {
    check(&wide());
}

#[test]
fn bytes_that_are_not_utf_8_cost_little_more_than_plain_data() {
    check(&bytes());
}
