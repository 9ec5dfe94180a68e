//! Numbers, options, maps and JSON of any form, as fields and as results.

use std::collections::{BTreeMap, HashMap};

use serde::de::value::{Error as Problem, MapDeserializer, StringDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, Visitor};
use serde_json::{Value, json};
use telegrammar::types::{Location, Message, Update, UpdateKind, User};
use telegrammar::{Error, InputFile, from_json, from_json_strict, telegram_type};

use crate::decoding::samples::{message, update, user, with, without};
use crate::decoding::ways::{in_every_way, in_no_way, repaired, result};

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Wide {
    signed: i128,
    unsigned: Option<u128>,
    small: Option<u8>,
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Anything {
    any: Value,
    maybe: Option<Value>,
    map: HashMap<String, Value>,
    sorted: Option<BTreeMap<String, Vec<User>>>,
}

#[test]
fn integers_beyond_64_bits_are_exact() {
    let (signed, unsigned) = (i128::MIN, u128::MAX);
    let json = format!(r#"{{"signed":{signed},"unsigned":{unsigned},"small":255}}"#);
    let wide: Wide = from_json(&json).expect("numbers");
    assert_eq!(
        (wide.signed, wide.unsigned, wide.small),
        (signed, Some(unsigned), Some(255))
    );
    assert_eq!(serde_json::to_string(&wide).expect("JSON"), json);
    assert_eq!(serde_json::from_str::<Wide>(&json).expect("numbers"), wide);
    assert_eq!(result::<Wide>(&json).expect("numbers"), wide);
    for number in [
        i128::from(u64::MAX) + 1,
        i128::from(i64::MIN) - 1,
        i128::MAX,
    ] {
        let wide: Wide = from_json(format!(r#"{{"signed":{number}}}"#)).expect("a number");
        assert_eq!(wide.signed, number);
        assert_eq!(from_json::<i128>(number.to_string()).ok(), Some(number));
    }
    let beyond = "340282366920938463463374607431768211456";
    assert!(from_json::<u128>(beyond).is_err());
    assert!(from_json::<i128>(u128::MAX.to_string()).is_err());
    let error = from_json::<Wide>(r#"{"signed":1,"small":256}"#).expect_err("too large");
    assert_eq!(error.path(), "small");
    assert_eq!(
        error.problem(),
        "expected an Integer, found a number that does not fit"
    );
}

/// Numbers as `serde_json` gives them when its feature `arbitrary_precision` is on.
struct Precise(Value);

const NUMBER: &str = "$serde_json::private::Number";

impl<'de> Deserializer<'de> for Precise {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Number(number) => {
                let text: StringDeserializer<Problem> = number.to_string().into_deserializer();
                visitor.visit_map(MapDeserializer::new(std::iter::once((NUMBER, text))))
            }
            Value::Object(members) => {
                let members = members.into_iter();
                let members = members.map(|(name, value)| (name, Precise(value)));
                visitor.visit_map(MapDeserializer::new(members))
            }
            other => other
                .deserialize_any(visitor)
                .map_err(serde::de::Error::custom),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Problem> for Precise {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[test]
fn floats_are_read_under_arbitrary_precision() {
    let json = json!({"latitude": 48.858_37, "longitude": -2.0, "live_period": 60});
    let location = Location::deserialize(Precise(json.clone())).expect("a location");
    assert_eq!(
        location,
        from_json::<Location>(json.to_string()).expect("a location")
    );
    assert_eq!(location.live_period, Some(60));
    let more = json!({"location": json});
    let read = Message::deserialize(Precise(message(&more))).expect("a message");
    assert_eq!(read.location.as_deref(), Some(&location));
}

#[test]
fn floats_are_the_nearest() {
    for (text, value) in [
        ("0.1", 0.1),
        ("1e0", 1.0),
        ("-0.0", -0.0),
        ("8741071364106668.0", 8_741_071_364_106_668.0),
        ("123456789012345678901234567890", 1.234_567_890_123_456_8e29),
        ("1.7976931348623157e308", f64::MAX),
        ("4.9e-324", 5e-324),
        ("1e-400", 0.0),
    ] {
        in_every_way(text, |read: &f64| {
            assert_eq!(read.to_bits(), f64::to_bits(value), "{text}");
        });
    }
    in_no_way::<f64>("1e400");
    assert!(from_json::<f32>("1e39").is_err());
    assert_eq!(
        from_json::<f32>("0.1").map(f32::to_bits),
        Ok(0.1_f32.to_bits())
    );
}

#[test]
fn whole_numbers_may_be_written_with_a_point_or_exponent() {
    for (text, value) in [
        ("5.0", 5),
        ("5e0", 5),
        ("1.5E1", 15),
        ("-50e-1", -5),
        ("0e9", 0),
    ] {
        assert_eq!(from_json::<i64>(text), Ok(value), "{text}");
        assert_eq!(from_json_strict::<u8>("7.0"), Ok(7));
    }
    for text in ["5.5", "1e-1", "1e19", "9223372036854775808"] {
        assert!(from_json::<i64>(text).is_err(), "{text}");
    }
}

#[test]
fn options_as_results_accept_null() {
    in_every_way("null", |user: &Option<User>| assert_eq!(*user, None));
    in_every_way(&user().to_string(), |user: &Option<User>| {
        assert!(user.is_some());
    });
    let json = json!([user(), null, user()]).to_string();
    in_every_way(&json, |users: &Vec<Option<User>>| {
        let there: Vec<_> = users.iter().map(Option::is_some).collect();
        assert_eq!(there, [true, false, true]);
    });
    in_every_way("[null]", |list: &Vec<Option<i64>>| {
        assert_eq!(*list, [None]);
    });
    in_no_way::<Vec<User>>("[null]");
    in_no_way::<User>("null");
    // No field, so it passes the fault outwards.
    in_no_way::<Option<User>>("{}");
    in_no_way::<Vec<Option<User>>>(r#"[{"id":1}]"#);
}

#[test]
fn json_of_any_form_and_maps_are_results() {
    for json in [
        "null",
        "5",
        r#""a""#,
        "[1,[2.5,null]]",
        r#"{"b":{"c":true}}"#,
    ] {
        let expected: Value = serde_json::from_str(json).expect("JSON");
        in_every_way(json, |value: &Value| assert_eq!(*value, expected));
    }
    let json = json!({"a": user(), "b": with(user(), &json!({"id": 8}))}).to_string();
    in_every_way(&json, |map: &HashMap<String, User>| {
        assert_eq!(map["b"].id, 8);
    });
    in_every_way(&json, |map: &BTreeMap<String, User>| {
        assert_eq!(map["a"].id, 7);
    });
    in_every_way("{}", |map: &BTreeMap<String, User>| assert!(map.is_empty()));
    for json in ["[]", "null", "5"] {
        in_no_way::<HashMap<String, i64>>(json);
    }
    let json = json!({"a": user(), "b": {"id": 8}}).to_string();
    in_no_way::<BTreeMap<String, User>>(&json);
    let error = result::<BTreeMap<String, User>>(&json).expect_err("no user");
    assert!(matches!(error, Error::Decode(error) if error.path() == "result.b"));
}

#[test]
fn json_of_any_form_and_maps_are_fields() {
    let json =
        r#"{"any":[1,{"a":null}],"maybe":{"b":2.5},"map":{"c":null,"d":[]},"sorted":{"e":[]}}"#;
    in_every_way(json, |read: &Anything| {
        assert_eq!(read.any, json!([1, {"a": null}]));
        assert_eq!(read.maybe, Some(json!({"b": 2.5})));
        assert_eq!(read.map["c"], Value::Null);
        assert!(read.sorted.as_ref().expect("a map")["e"].is_empty());
        let again = serde_json::to_value(read).expect("JSON");
        assert_eq!(again, serde_json::from_str::<Value>(json).expect("JSON"));
    });
    let (read, repairs) = repaired::<Anything>(r#"{"any":1,"map":{},"sorted":{"e":[5]}}"#);
    assert_eq!(read.sorted, None);
    assert_eq!(repairs[0][0], "result.sorted");
    assert!(from_json::<Anything>(r#"{"any":1}"#).is_err());
}

#[test]
fn null_is_a_value_of_a_required_field_that_takes_any_json() {
    in_every_way(r#"{"any":null,"map":{}}"#, |read: &Anything| {
        assert_eq!(read.any, Value::Null);
    });
}

#[test]
fn a_required_field_that_is_null_is_reported_as_null() {
    for (name, expected) in [("id", "an Integer"), ("first_name", "a String")] {
        let json = with(user(), &json!({ name: null })).to_string();
        let error = from_json::<User>(&json).expect_err("null");
        assert_eq!(error.path(), name);
        assert_eq!(error.problem(), format!("expected {expected}, found null"));
        let error = result::<User>(&json).expect_err("null");
        let Error::Decode(error) = error else {
            panic!("{error:?}");
        };
        assert_eq!(error.path(), format!("result.{name}"));
    }
    let json = message(&json!({"chat": null})).to_string();
    let error = from_json::<Message>(&json).expect_err("null");
    assert_eq!(
        (error.path(), error.problem()),
        ("chat", "expected Chat, found null")
    );
}

#[test]
fn an_error_names_the_path_and_the_position() {
    let json = "{\"message_id\":1,\"date\":5,\n \"chat\":{\"id\":\"x\",\"type\":\"group\"}}";
    let error = from_json::<Message>(json).expect_err("no id");
    assert_eq!(error.path(), "chat.id");
    assert_eq!(
        (error.line(), error.column(), error.offset()),
        (Some(2), Some(15), Some(40))
    );
    let words = "`chat.id`: expected an Integer, found a String at line 2 column 15";
    assert_eq!(error.to_string(), words);
    assert!(!error.is_syntax() && !error.is_end());
    let error = from_json::<Message>("{\"message_id\":1,").expect_err("an end");
    assert!(error.is_syntax() && error.is_end());
    // Of a path only the serde ways have no position of their own.
    let error = serde_json::from_str::<Message>(json)
        .expect_err("no id")
        .to_string();
    assert!(
        error.starts_with("`chat.id`: expected an Integer, found a String"),
        "{error}"
    );
}

#[test]
fn every_unknown_member_of_an_update_stays() {
    let json = r#"{"update_id":3,"telepathy":{"a":[1]},"moon":null,"sun":"\u00e9"}"#;
    let read: Update = from_json(json).expect("an update");
    assert!(matches!(&read.kind, UpdateKind::Unknown { name, .. } if name == "telepathy"));
    let again = serde_json::to_value(&read).expect("JSON");
    let members = ["telepathy", "moon", "sun"].map(|name| again.get(name).is_some());
    assert_eq!(members, [true; 3], "{again}");
    // Beside a known kind, too, before it and behind it.
    for more in [
        json!({"a": 1, "poll_answer": poll_answer()}),
        json!({"poll_answer": poll_answer(), "z": 1}),
    ] {
        let json = update(&more);
        let read: Update = from_json(json.to_string()).expect("an update");
        assert_eq!(read.kind.name(), "poll_answer");
        assert_eq!(serde_json::to_value(&read).expect("JSON"), json);
        assert_eq!(read.repairs(), []);
    }
}

fn poll_answer() -> Value {
    json!({"poll_id": "1", "user": user(), "option_ids": [0], "option_persistent_ids": ["a"]})
}

#[test]
fn input_files_round_trip() {
    for text in [
        "http://localhost/x",
        "AgACAgIAAxkBAAI",
        "https://example.org/ä?b=c",
        "",
    ] {
        let file = InputFile::url(text);
        let json = serde_json::to_string(&file).expect("JSON");
        in_every_way(&json, |read: &InputFile| assert_eq!(*read, file));
    }
    in_no_way::<InputFile>("5");
}

#[test]
fn json_is_taken_in_any_form_that_has_bytes() {
    let json = user().to_string();
    let users = [
        from_json::<User>(json.as_str()),
        from_json::<User>(&json),
        from_json::<User>(json.as_bytes()),
        from_json::<User>(json.clone().into_bytes()),
        from_json::<User>(bytes::Bytes::from(json.clone())),
        from_json::<User>(json.clone()),
    ];
    assert!(
        users
            .iter()
            .all(|read| read.as_ref().is_ok_and(|user| user.id == 7))
    );
    assert!(from_json::<User>(without(user(), "id").to_string()).is_err());
}
