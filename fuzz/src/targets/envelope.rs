//! The envelope of responses. An input is a status and the name of a result type on the first line, and then
//! the body.

use std::fmt::{self, Debug};
use std::time::Duration;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;
use telegrammar::error::{Delivery, ResponseErrorKind};
use telegrammar::transport::{Response, decode_response};
use telegrammar::types::{Message, Update, User};
use telegrammar::{ApiError, Error, Method, telegram_method};

use super::{can_be, first_line, has_no_token, number_of, secret, with_first_line, with_token};
use crate::decoding::bases::base;
use crate::decoding::damage::{damage_text, damage_tree};
use crate::decoding::document::Document;
use crate::decoding::ways::Answer;
use crate::random::Source;

/// A result that only serde can decode.
#[derive(Debug, Deserialize, PartialEq)]
struct Weather {
    degrees: f64,
    #[serde(default)]
    words: Vec<String>,
}

#[telegram_method("getWeather", unlisted, returns = Weather)]
struct GetWeather;

struct Subject {
    name: &'static str,
    check: fn(&Response),
}

macro_rules! subjects {
    ($($name:literal $method:ty;)+) => {
        [$(Subject { name: $name, check: check::<$method> }),+]
    };
}

type Updates = Vec<Update>;

static SUBJECTS: &[Subject] = &subjects! {
    "bool" Answer<bool>;
    "i64" Answer<i64>;
    "String" Answer<String>;
    "User" Answer<User>;
    "Message" Answer<Message>;
    "Updates" Answer<Updates>;
    "Value" Answer<Value>;
    "Weather" GetWeather;
};

/// The largest body that is decoded.
const LIMIT: usize = 1 << 16;

/// Bodies that are no envelopes.
const OTHERS: [&str; 10] = [
    "",
    " \n",
    "<html><body>Bad Gateway</body></html>",
    "\u{feff}{\"ok\":true,\"result\":true}",
    "null",
    "[]",
    "{}",
    "upstream error",
    "{\"ok\":\"true\",\"result\":1}",
    "\"ok\"",
];

const CODES: [&str; 9] = [
    "400",
    "429",
    "\"403\"",
    "null",
    "-1",
    "1e3",
    "4294967296",
    "\" 500 \"",
    "{}",
];

const PARAMETERS: [&str; 9] = [
    "{\"retry_after\":3}",
    "{\"retry_after\":\"5\"}",
    "{\"retry_after\":0.5}",
    "{\"retry_after\":-1}",
    "{\"retry_after\":1e300,\"retry_after\":2}",
    "{\"migrate_to_chat_id\":-1001234567890}",
    "{\"migrate_to_chat_id\":\"-100\",\"retry_after\":null}",
    "[]",
    "null",
];

pub(crate) fn create(source: &mut Source) -> Vec<u8> {
    let subject = source.pick(SUBJECTS);
    let status = *source.pick(&[200, 200, 200, 400, 404, 429, 500, 502, 0, 65535]);
    let mut body = if source.chance(8) {
        source.pick(&OTHERS).as_bytes().to_vec()
    } else {
        envelope(subject.name, source)
    };
    with_token(&mut body, source);
    if source.chance(30) {
        damage_text(&mut body, source);
    }
    with_first_line(&format!("{status} {}", subject.name), &body)
}

fn envelope(name: &str, source: &mut Source) -> Vec<u8> {
    let leaf = |text: &str| Document::Leaf(text.to_owned());
    let mut result = match name {
        "bool" => leaf("true"),
        "i64" => leaf("42"),
        "String" => leaf("\"https://t.me/+abc\""),
        "User" => base("User", source, 0),
        "Updates" => Document::List(vec![base("Update", source, 0), base("Update", source, 1)]),
        "Weather" => leaf("{\"degrees\":-1.5,\"words\":[\"cold\"]}"),
        _ => base("Message", source, 0),
    };
    if source.chance(40) {
        damage_tree(&mut result, source);
    }
    if source.chance(15) {
        // As the server writes it.
        let result = result.text(source, 0);
        return format!("{{\"ok\":true,\"result\":{result}}}").into_bytes();
    }
    let mut members = vec![
        (
            "\"ok\"".to_owned(),
            leaf(source.pick::<&str>(&["true", "false"])),
        ),
        ("\"result\"".to_owned(), result),
        (
            "\"description\"".to_owned(),
            leaf(source.pick::<&str>(&["\"Bad Request\"", "null", "7", "\"\\u00e9\""])),
        ),
        (
            "\"error_code\"".to_owned(),
            leaf(source.pick::<&str>(&CODES)),
        ),
        (
            "\"parameters\"".to_owned(),
            leaf(source.pick::<&str>(&PARAMETERS)),
        ),
    ];
    source.shuffle(&mut members);
    let mut tree = Document::Object(members);
    if source.chance(40) {
        damage_tree(&mut tree, source);
    }
    tree.text(source, 3).into_bytes()
}

pub(crate) fn run(input: &[u8]) {
    let (line, body) = first_line(input);
    let text = String::from_utf8_lossy(line);
    let (status, name) = text.split_once(' ').unwrap_or((&text, ""));
    let named = SUBJECTS.iter().find(|subject| subject.name == name);
    let subject = named.unwrap_or(&SUBJECTS[number_of(line, SUBJECTS.len())]);
    let response = Response::new(status.parse().unwrap_or(200), body.to_vec());
    (subject.check)(&response);
}

fn check<M: Method<Response: Debug + PartialEq>>(response: &Response) {
    let found = decode_response::<M>(response, LIMIT);
    if let Err(error) = &found {
        has_no_token(&format!("{error} {error:?}"));
        assert_eq!(error.delivery(), Delivery::Answered, "{error}");
        assert_eq!(error.method(), M::INFO.name());
    }
    let body = response.body();
    match expected(response) {
        Expected::Nothing => {}
        Expected::Response(kind) => match found {
            Err(Error::Response(error)) => {
                assert_eq!(error.kind(), kind, "{error}");
                assert_eq!(error.status(), response.status());
                if error.kind() != (ResponseErrorKind::TooLarge { limit: LIMIT }) {
                    assert_eq!(error.body(), body);
                }
            }
            other => panic!("{other:?} and not {kind:?}"),
        },
        Expected::NotJson(serde) => match found {
            Err(Error::Response(error)) => {
                let is_end = error.kind() == ResponseErrorKind::Truncated;
                assert!(
                    is_end || error.kind() == ResponseErrorKind::NotJson,
                    "{error}"
                );
                assert!(
                    can_be(is_end, &serde, body),
                    "{error}, but by serde {serde}"
                );
            }
            other => panic!("{other:?} and not {serde}"),
        },
        Expected::Refusal(expected) => match found {
            Err(Error::Api(error)) => {
                let content = |of: &ApiError| {
                    let numbers = (of.code, of.retry_after, of.migrate_to_chat_id);
                    (of.description.clone(), numbers)
                };
                assert_eq!(content(&error), content(&expected));
            }
            other => panic!("{other:?} and not {expected:?}"),
        },
        Expected::Result(raw) => {
            // Alone, as the server writes it.
            let alone = format!("{{\"ok\":true,\"result\":{raw}}}");
            let alone = decode_response::<M>(&Response::new(200, alone), usize::MAX);
            match (&found, &alone) {
                (Ok(found), Ok(alone)) => assert_eq!(found, alone),
                (Err(Error::Decode(found)), Err(Error::Decode(alone))) => {
                    assert_eq!(
                        (found.path(), found.problem()),
                        (alone.path(), alone.problem())
                    );
                }
                _ => panic!("{found:?}, but alone {alone:?}"),
            }
        }
    }
}

/// What must become of a response.
#[derive(Debug)]
enum Expected {
    Response(ResponseErrorKind),
    /// Text that is truncated, or no JSON at all.
    NotJson(serde_json::Error),
    Refusal(Box<ApiError>),
    /// The JSON of the result.
    Result(String),
    /// What `serde_json` cannot read.
    Nothing,
}

fn expected(response: &Response) -> Expected {
    let body = response.body();
    if body.len() > LIMIT {
        return Expected::Response(ResponseErrorKind::TooLarge { limit: LIMIT });
    }
    if body.trim_ascii().is_empty() {
        return Expected::Response(ResponseErrorKind::Empty);
    }
    let text = String::from_utf8_lossy(body);
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(&text) {
        return Expected::Response(if body.trim_ascii_start().starts_with(b"<") {
            ResponseErrorKind::Html
        } else if str::from_utf8(body).is_err() {
            ResponseErrorKind::InvalidUtf8
        } else {
            return Expected::NotJson(error);
        });
    }
    if !text.trim_start().starts_with('{') {
        return Expected::Response(ResponseErrorKind::NotAnEnvelope);
    }
    let Ok(Members(members)) = serde_json::from_str::<Members>(&text) else {
        return Expected::Nothing;
    };
    let named = |name| {
        members
            .iter()
            .filter(move |member| member.0 == name)
            .map(|member| member.1.get())
    };
    match named("ok").find(|ok| matches!(*ok, "true" | "false")) {
        None => Expected::Response(ResponseErrorKind::NotAnEnvelope),
        Some("true") => match named("result").next() {
            Some(result) => Expected::Result(result.to_owned()),
            None => Expected::Response(ResponseErrorKind::NoResult),
        },
        Some(_) => refusal(response.status(), &members),
    }
}

fn refusal(status: u16, members: &[(String, Box<RawValue>)]) -> Expected {
    let mut inner = Vec::new();
    for (name, value) in members {
        if name == "parameters" && value.get().starts_with('{') {
            let Ok(Members(parameters)) = serde_json::from_str(value.get()) else {
                return Expected::Nothing;
            };
            inner.extend(parameters);
        }
    }
    let first = |members: &[(String, Box<RawValue>)], name: &str| {
        let json = members.iter().find(|member| member.0 == name)?.1.get();
        Some(match json {
            "null" => String::new(),
            text if text.starts_with('"') => serde_json::from_str(text).ok()?,
            other => other.to_owned(),
        })
    };
    // A text that is none has no content to compare.
    if members.iter().chain(&inner).any(|member| {
        let json = member.1.get();
        json.starts_with('"') && serde_json::from_str::<String>(json).is_err()
    }) {
        return Expected::Nothing;
    }
    let code = first(members, "error_code").and_then(|code| code.trim().parse().ok());
    let mut error = ApiError::new("", code.unwrap_or_else(|| status.into()), "");
    let description = first(members, "description").unwrap_or_default();
    error.description = match secret(&description) {
        Some(secret) => description.replace(secret, "***"),
        None => description,
    };
    error.retry_after = first(&inner, "retry_after").and_then(|text| seconds(text.trim()));
    error.migrate_to_chat_id =
        first(&inner, "migrate_to_chat_id").and_then(|id| id.trim().parse().ok());
    Expected::Refusal(Box::new(error))
}

fn seconds(text: &str) -> Option<Duration> {
    let seconds: f64 = text.parse().ok()?;
    if let Ok(whole) = text.parse() {
        return Some(Duration::from_secs(whole));
    }
    (!seconds.is_nan())
        .then(|| Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX))
}

/// The members of an object in their order, with duplicates.
pub(super) struct Members(pub(super) Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;

        impl<'de> Visitor<'de> for Collect {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(Collect)
    }
}
