//! Data of Mini Apps, signed by Python's `hmac` and by `cryptography`: see `vectors.py`.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use telegrammar::Token;
use telegrammar::webapp::{Environment, InitData, InitDataError};

use crate::TOKEN;

const BOT_ID: u64 = 4242;
const OPENED: u64 = 1_700_000_000;
const HOUR: Duration = Duration::from_secs(3600);

struct Vectors {
    key: Environment,
    all: Vec<(&'static str, &'static str, &'static str)>,
}

impl Vectors {
    fn read() -> Self {
        let (head, lines) = include_str!("vectors.tsv").split_once('\n').expect("lines");
        let key = head.rsplit(' ').next().expect("a key");
        let byte = |at: usize| u8::from_str_radix(&key[2 * at..2 * at + 2], 16).expect("a byte");
        let columns = |line: &'static str| {
            let mut columns = line.splitn(3, '\t');
            let mut next = || columns.next().expect("a column");
            (next(), next(), next())
        };
        Self {
            key: Environment::Key(std::array::from_fn(byte)),
            all: lines.lines().map(columns).collect(),
        }
    }

    fn text(&self, name: &str) -> &'static str {
        let found = self.all.iter().find(|(known, ..)| *known == name);
        found.map(|(_, _, text)| *text).expect(name)
    }
}

fn at(seconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(seconds)
}

fn by_token(text: &str) -> Result<InitData, InitDataError> {
    let token = TOKEN.parse::<Token>().expect("a token");
    InitData::verify_at(text, &token, HOUR, at(OPENED + 60))
}

fn by_key(text: &str, key: Environment) -> Result<InitData, InitDataError> {
    InitData::verify_third_party_at(text, BOT_ID, key, HOUR, at(OPENED + 60))
}

#[test]
fn what_python_has_signed_is_verified() {
    let vectors = Vectors::read();
    assert!(vectors.all.len() > 15);
    for (name, by, text) in &vectors.all {
        let (token, key) = (by_token(text), by_key(text, vectors.key));
        match *by {
            "both" => assert_eq!((token.is_ok(), token.clone()), (true, key), "{name}"),
            "token" => {
                assert!(token.is_ok(), "{name}: {token:?}");
                assert_eq!(key, Err(InitDataError::Missing { field: "signature" }));
            }
            // The signature is a part of what is hashed.
            "key" => {
                assert!(key.is_ok(), "{name}: {key:?}");
                assert_eq!(token, Err(InitDataError::WrongHash));
            }
            problem => {
                let (Err(token), Err(key)) = (token, key) else {
                    panic!("{name}");
                };
                assert_eq!(token, key);
                assert!(token.to_string().contains(problem), "{token}");
            }
        }
    }
}

#[test]
fn fields_are_decoded_and_unknown_ones_kept() {
    let vectors = Vectors::read();
    for (name, _, text) in vectors
        .all
        .iter()
        .filter(|(name, ..)| name.starts_with("full"))
    {
        let data = by_token(text).expect("data");
        let user = data.user.as_ref().expect("a user");
        assert_eq!(user.first_name, "Zo\u{eb} + 100% & \"=\" \\ / \n", "{name}");
        assert_eq!(user.last_name.as_deref(), Some("\u{674e}🦀"));
        assert_eq!((user.is_bot, user.is_premium), (Some(false), Some(true)));
        assert_eq!(
            user.photo_url.as_deref(),
            Some("https://t.me/i/userpic/320/a.svg")
        );
        assert_eq!(user.rest.get("mood"), Some(r#"{"is":["new"]}"#));
        assert_eq!(data.receiver.as_ref().map(|it| it.id), Some(8));
        let chat = data.chat.as_ref().expect("a chat");
        assert_eq!(
            (chat.id, chat.r#type.as_str()),
            (-1_001_234_567_890, "supergroup")
        );
        assert_eq!(chat.title, "Dev & Co");
        assert_eq!(data.chat_type.as_deref(), Some("supergroup"));
        assert_eq!(data.chat_instance.as_deref(), Some("-3788475317572404878"));
        assert_eq!(data.start_param.as_deref(), Some("a-b_C"));
        assert_eq!((data.can_send_after, data.auth_date), (Some(5), OPENED));
        let rest = [("Zebra", ""), ("hologram", "a=b+c d%20")];
        assert_eq!(
            data.rest,
            rest.map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
    }
    let data = by_token(vectors.text("base")).expect("data");
    assert_eq!(data.query_id.as_deref(), Some("AAE"));
    assert_eq!(data.user.map(|user| user.id), Some(4_503_599_627_370_495));
    assert!(data.receiver.is_none() && data.rest.is_empty());
}

#[test]
fn every_change_is_found() {
    let vectors = Vectors::read();
    let text = vectors.text("base");
    let changed = [
        text.replace("AAE", "AAF"),
        text.replace("1700000000", "1700000001"),
        text.replace("query_id", "query_ie"),
        text.replace("query_id=AAE&", ""),
        format!("{text}&start_param=x"),
        format!("{text}&a="),
    ];
    for text in &changed {
        assert_eq!(by_token(text), Err(InitDataError::WrongHash), "{text}");
        assert_eq!(
            by_key(text, vectors.key),
            Err(InitDataError::WrongSignature),
            "{text}"
        );
    }
    let token = Token::custom(format!("{TOKEN}0")).expect("a token");
    let refused = InitData::verify_at(text, &token, HOUR, at(OPENED));
    assert_eq!(refused, Err(InitDataError::WrongHash));
    let of_other = InitData::verify_third_party_at(text, 4243, vectors.key, HOUR, at(OPENED));
    assert_eq!(of_other, Err(InitDataError::WrongSignature));
    for environment in [Environment::Production, Environment::Test] {
        assert_eq!(
            by_key(text, environment),
            Err(InitDataError::WrongSignature)
        );
    }

    // Each digit of the hash counts.
    let (head, hash) = text.rsplit_once("hash=").expect("a hash");
    for place in 0..hash.len() {
        let mut digits = hash.to_owned();
        let other = if digits.as_bytes()[place] == b'0' {
            "1"
        } else {
            "0"
        };
        digits.replace_range(place..=place, other);
        let text = format!("{head}hash={digits}");
        assert_eq!(by_token(&text), Err(InitDataError::WrongHash));
        // The hash is no part of what is signed.
        assert!(by_key(&text, vectors.key).is_ok());
    }
}

#[test]
fn data_is_accepted_until_its_maximum_age() {
    let vectors = Vectors::read();
    let text = vectors.text("base");
    let token = TOKEN.parse::<Token>().expect("a token");
    for (now, max_age, expected) in [
        (OPENED, 0, None),
        (OPENED + 10, 10, None),
        (OPENED + 11, 10, Some(InitDataError::Expired)),
        (OPENED - 1, 10, Some(InitDataError::FromFuture)),
        (0, u64::MAX, Some(InitDataError::FromFuture)),
    ] {
        let (max_age, now) = (Duration::from_secs(max_age), at(now));
        let verified = InitData::verify_at(text, &token, max_age, now);
        assert_eq!(verified.err(), expected);
        let verified = InitData::verify_third_party_at(text, BOT_ID, vectors.key, max_age, now);
        assert_eq!(verified.err(), expected);
    }
    // By the system clock, it is years old.
    assert_eq!(
        InitData::verify(text, &token, HOUR),
        Err(InitDataError::Expired)
    );
    let verified = InitData::verify_third_party(text, BOT_ID, vectors.key, HOUR);
    assert_eq!(verified, Err(InitDataError::Expired));
    // The age of data that is not genuine is not told.
    let old = text.replace("1700000000", "1");
    assert_eq!(
        InitData::verify(&old, &token, HOUR),
        Err(InitDataError::WrongHash)
    );
}

#[test]
fn a_malformed_text_is_told_from_a_wrong_one() {
    let vectors = Vectors::read();
    let text = vectors.text("base");
    let hash = text.rsplit_once("hash=").expect("a hash").1;
    let missing = |field| InitDataError::Missing { field };
    assert_eq!(by_token(""), Err(missing("hash")));
    assert_eq!(by_token("auth_date=1"), Err(missing("hash")));
    assert_eq!(
        by_key("auth_date=1", vectors.key),
        Err(missing("signature"))
    );
    for wrong in [
        "no pairs".to_owned(),
        format!("{text}&hash"),
        format!("{text}&hash={hash}"),
        format!("{text}&query_id=AAE"),
        format!("{text}&%71uery_id=AAE"),
        format!("{text}&a=%"),
        format!("{text}&a=%4"),
        format!("{text}&a=%4g"),
        format!("{text}&a=%+1"),
        format!("{text}&a=%ff"),
        format!("{text}&a%3Db=c"),
        format!("{text}&a=b%0Ac=d"),
    ] {
        for refused in [by_token(&wrong), by_key(&wrong, vectors.key)] {
            let Err(InitDataError::Malformed { problem }) = refused else {
                panic!("{wrong}: {refused:?}");
            };
            assert!(!problem.contains("AAE") && !problem.contains(hash));
        }
    }
    for wrong in [
        "",
        "00",
        &"0".repeat(63),
        &"g".repeat(64),
        &"0".repeat(65),
        "%E2%82%AC",
    ] {
        let refused = by_token(&format!("auth_date=1&hash={wrong}"));
        assert!(
            matches!(refused, Err(InitDataError::Malformed { .. })),
            "{refused:?}"
        );
    }
    for wrong in [
        "",
        "AA",
        &"A".repeat(85),
        &"A".repeat(87),
        &"*".repeat(86),
        "%E2%82%AC",
    ] {
        let refused = by_key(&format!("auth_date=1&signature={wrong}"), vectors.key);
        assert!(
            matches!(refused, Err(InitDataError::Malformed { .. })),
            "{wrong}: {refused:?}"
        );
    }
}

/// A line feed in a value would make two fields of one, or one of two, with the same hash.
#[test]
fn fields_cannot_be_joined_or_split() {
    let vectors = Vectors::read();
    let text = vectors.text("base");
    let joined = text.replacen("query_id=AAE&", "", 1);
    let joined = format!("{joined}&auth_date=1700000000%0Aquery_id=AAE").replacen(
        "auth_date=1700000000&",
        "",
        1,
    );
    for refused in [by_token(&joined), by_key(&joined, vectors.key)] {
        assert!(
            matches!(refused, Err(InitDataError::Malformed { .. })),
            "{refused:?}"
        );
    }
}

#[test]
fn no_error_has_the_data() {
    let vectors = Vectors::read();
    let text = vectors.text("full");
    let errors = [
        by_token(&text.replace("devs", "dads")),
        by_token(&format!("{text}&devs=%zz")),
        by_key(&text.replace("devs", "dads"), vectors.key),
    ];
    for error in errors.iter().filter_map(|result| result.as_ref().err()) {
        let shown = format!("{error} {error:?}");
        for secret in ["devs", "dads", "Ada", TOKEN, "Loopback"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
    assert!(errors.iter().all(Result::is_err));
}
