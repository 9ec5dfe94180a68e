//! Malicious input results in an error or a value in bounded time, by serde and as a result.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::list::{Cycle, objects, unions};
use crate::types::parsed;

fn cycle(name: &str) -> Cycle {
    let mut all = (objects()
        .into_iter()
        .map(|object| (object.name, object.cycle)))
    .chain(unions().into_iter().map(|union| (union.name, union.cycle)));
    all.find(|known| known.0 == name).expect(name).1
}

/// Returns `open` and `close` around `middle`, `depth` times.
fn deep(open: &str, middle: &str, close: &str, depth: usize) -> String {
    format!("{}{middle}{}", open.repeat(depth), close.repeat(depth))
}

const BOLD: &str = r#"{"type":"bold","text":"#;
const LATE_BOLD: &str = r#"{"text":"#;
const LATE_END: &str = r#","type":"bold"}"#;
const BLOCK: &str = r#"{"type":"details","summary":"a","blocks":["#;

#[test]
fn nesting_deeper_than_any_message_is_an_error() {
    let start = Instant::now();
    for depth in [150, 10_000] {
        for (name, open, close) in [
            ("RichText", "[", "]"),
            ("RichText", BOLD, "}"),
            ("RichText", LATE_BOLD, LATE_END),
            ("RichBlock", BLOCK, "]}"),
            ("InputRichBlock", BLOCK, "]}"),
            (
                "Message",
                r#"{"message_id":1,"date":1,"reply_to_message":"#,
                "}",
            ),
            ("User", "[", "]"),
            ("User", r#"{"a":"#, "}"),
            ("User", r#"{"id":"#, "}"),
        ] {
            let text = deep(open, "1", close, depth);
            let error = (cycle(name))(&text).expect_err(name);
            let is_told = name == "User" || error.contains("nested more than 128 deep");
            assert!(is_told, "{depth}: {error}");
            // Unterminated nesting is an error too.
            let text = open.repeat(depth);
            assert!((cycle(name))(&text).is_err(), "{name} {depth}");
        }
    }
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn skipped_members_may_be_nested_to_any_depth() {
    for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
        let text = format!(
            r#"{{"id":1,"is_bot":false,"first_name":"a","later":{}}}"#,
            deep(open, "1", close, 10_000)
        );
        let again = (cycle("User"))(&text).expect("a user");
        assert_eq!(
            parsed(&again),
            json!({"id": 1, "is_bot": false, "first_name": "a"})
        );
    }
}

#[test]
fn unknown_variants_may_be_nested_to_any_depth() {
    let text = format!(r#"{{"type":"later","a":{}}}"#, deep("[", "", "]", 10_000));
    let outcome = (cycle("RichText"))(&text);
    assert!(outcome.is_err() || outcome.as_deref() == Ok(&*text));
}

#[test]
fn the_depth_that_the_server_sends_fits_a_small_stack() {
    let run = || {
        let texts = [
            ("RichText", deep(BOLD, "\"x\"", "}", 98)),
            ("RichText", deep("[", "\"x\"", "]", 98)),
            ("RichBlock", deep(BLOCK, "", "]}", 49)),
        ];
        for (name, text) in texts {
            assert_eq!((cycle(name))(&text).as_deref(), Ok(&*text), "{name}");
        }
        let late = deep(LATE_BOLD, "\"x\"", LATE_END, 98);
        (cycle("RichText"))(&late).expect("a text");
        // The deepest possible nesting, with half of the tags at the end.
        for depth in [120, 125, 126, 127, 128, 129] {
            let text = deep(BOLD, &deep(LATE_BOLD, "\"x\"", LATE_END, depth), "}", depth);
            let _ = (cycle("RichText"))(&text);
        }
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(run);
    thread.expect("a thread").join().expect("no overflow");
}

/// Each level contains everything before its tag, so the work could be quadratic in the depth.
#[test]
fn tags_that_come_last_at_every_level_are_decoded_in_bounded_time() {
    let start = Instant::now();
    for depth in 1..60 {
        let text = deep(LATE_BOLD, "\"x\"", LATE_END, depth);
        let again = (cycle("RichText"))(&text).expect("a text");
        assert_eq!(again, deep(BOLD, "\"x\"", "}", depth));
    }
    let large = deep(
        LATE_BOLD,
        &json!("x".repeat(10_000)).to_string(),
        LATE_END,
        60,
    );
    (cycle("RichText"))(&large).expect("a text");
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn a_million_items_are_decoded_or_rejected_in_bounded_time() {
    let start = Instant::now();
    let many = |item: &str| format!("[{}]", vec![item; 1_000_000].join(","));
    (cycle("RichText"))(&many("\"\"")).expect("a text");
    assert!((cycle("RichText"))(&many("1")).is_err());
    assert!((cycle("User"))(&many("1")).is_err());
    let members = vec![r#""later":1"#; 1_000_000].join(",");
    let user = format!(r#"{{"id":1,"is_bot":false,"first_name":"a",{members}}}"#);
    (cycle("User"))(&user).expect("a user");
    let reaction = format!(r#"{{{members},"type":"emoji","emoji":"👍"}}"#);
    (cycle("ReactionType"))(&reaction).expect("a reaction");
    assert!(
        start.elapsed() < Duration::from_secs(50),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn numbers_at_their_limits_are_exact_and_beyond_them_rejected() {
    let user = |id: &str| format!(r#"{{"id":{id},"is_bot":false,"first_name":"a"}}"#);
    let whole = [
        ("4503599627370496", "4503599627370496"),
        ("-4503599627370496", "-4503599627370496"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("1.0", "1"),
        ("1e3", "1000"),
        ("-0", "0"),
        ("9007199254740992.0", "9007199254740992"),
        ("8741071364106668.0", "8741071364106668"),
    ];
    for (id, read) in whole {
        assert_eq!(
            (cycle("User"))(&user(id)).as_deref(),
            Ok(&*user(read)),
            "{id}"
        );
    }
    let broken = [
        "9223372036854775808",
        "-9223372036854775809",
        "18446744073709551616",
        "1.5",
        "1e30",
        "1e400",
        "-1e400",
        "9.3e18",
        "0x10",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "-",
        "NaN",
        "Infinity",
    ];
    for id in broken {
        assert!((cycle("User"))(&user(id)).is_err(), "{id}");
    }
    let place = |latitude: &str| format!(r#"{{"latitude":{latitude},"longitude":0.5}}"#);
    for (latitude, read) in [
        ("90", "90.0"),
        ("-0.0", "-0.0"),
        ("1e-400", "0.0"),
        ("5e-324", "5e-324"),
        ("4462838393300758.125", "4462838393300758.0"),
        ("48.13743210000001", "48.13743210000001"),
    ] {
        let again = (cycle("Location"))(&place(latitude));
        assert_eq!(again.as_deref(), Ok(&*place(read)), "{latitude}");
    }
    assert!((cycle("Location"))(&place("1e400")).is_err());
}

#[test]
fn lone_surrogates_and_raw_control_characters_are_errors() {
    let user = |name: &str| format!(r#"{{"id":1,"is_bot":false,"first_name":"{name}"}}"#);
    for name in [
        r"\ud83d",
        r"\ude00",
        r"\ud83d\ud83d",
        r"\ud83dx",
        r"\ude00\ud83d",
        r"\u12",
        r"\x41",
        "\u{1}",
        "\n",
        "\\",
    ] {
        assert!((cycle("User"))(&user(name)).is_err(), "{name}");
        // Skipped values must be valid JSON, but not valid strings.
        let is_json = name.starts_with(r"\ud") || name.starts_with(r"\ude");
        for text in [
            format!(r#"{{"{name}":1,"id":1,"is_bot":false,"first_name":"a"}}"#),
            format!(r#"{{"a":["{name}"],"id":1,"is_bot":false,"first_name":"a"}}"#),
        ] {
            assert_eq!((cycle("User"))(&text).is_ok(), is_json, "{name}");
        }
    }
    for (name, read) in [
        (r"\ud83d\ude00", "😀"),
        (r"\u0000", r"\u0000"),
        (r"\/", "/"),
    ] {
        assert_eq!((cycle("User"))(&user(name)).as_deref(), Ok(&*user(read)));
    }
    // Escapes may occur in names and tags too.
    let text = r#"{"\u0074ype":"b\u006fld","te\u0078t":"a"}"#;
    let again = (cycle("RichText"))(text);
    assert_eq!(again.as_deref(), Ok(r#"{"type":"bold","text":"a"}"#));
}

#[test]
fn almost_valid_json_is_an_error() {
    let start = r#"{"id":1,"is_bot":false,"first_name":"a""#;
    for end in [
        "",
        ",}",
        "}}",
        "]",
        ":1}",
        r#","a"}"#,
        r#","a":}"#,
        r#","a":1,}"#,
        "} x",
        "}\u{feff}",
        "//}",
    ] {
        let text = format!("{start}{end}");
        assert!((cycle("User"))(&text).is_err(), "{text}");
    }
    for text in [
        "",
        " ",
        "nul",
        "nulll",
        "tru",
        "{",
        "[",
        "\"",
        "\u{feff}{}",
        "{'id':1}",
        "{id:1}",
    ] {
        assert!((cycle("User"))(text).is_err(), "{text}");
        assert!((cycle("RichText"))(text).is_err(), "{text}");
    }
    let spaced = " \t\r\n{ \"id\" : 1 , \"is_bot\":false,\n\"first_name\":\"a\" } \n";
    assert!((cycle("User"))(spaced).is_ok());
}
