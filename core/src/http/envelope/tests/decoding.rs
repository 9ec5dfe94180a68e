//! Results, and responses without one.

use super::*;

#[test]
fn a_result_is_found_at_any_position() {
    for body in [
        r#"{"ok":true,"result":42}"#,
        r#"{"ok":true,"result":42,"description":"Webhook was set"}"#,
        r#"{"ok":true,"description":null,"result":42}"#,
        r#"{"result":42,"ok":true}"#,
        r#"{"later":{"result":1},"result":42,"ok":true,"more":[]}"#,
        "{ \"ok\": true,\n\t\"result\": 42 }\r\n",
        "{\"ok\":true,\"result\": 42 }",
        "{\"ok\":true,\"result\":42}\n",
        r#"{"\u006fk":true,"result":42}"#,
    ] {
        assert_eq!(answer(200, body), Ok(42), "{body}");
    }
}

impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

#[test]
fn results_of_every_json_type_are_decoded() {
    assert_eq!(answer(200, r#"{"ok":true,"result":true}"#), Ok(true));
    assert_eq!(
        answer(200, r#"{"ok":true,"result":"a\n"}"#),
        Ok("a\n".to_owned())
    );
    assert_eq!(
        answer(200, r#"{"ok":true,"result":[]}"#),
        Ok(Vec::<i64>::new())
    );
    assert_eq!(answer(200, r#"{"ok":true,"result":null}"#), Ok(None::<i64>));
    assert_eq!(
        answer(
            200,
            r#"{"ok":true,"result":{"photos":[[{"id":"a","width":1}]]}}"#
        ),
        Ok(Photos {
            photos: vec![vec![Photo {
                id: "a".to_owned(),
                width: 1,
                ratio: 0.0
            }]]
        })
    );
}

#[test]
fn ok_takes_precedence_over_the_status() {
    assert_eq!(answer(500, r#"{"ok":true,"result":1}"#), Ok(1));
    assert_eq!(refusal(200, r#"{"ok":false,"error_code":400}"#).code, 400);
}

#[test]
fn every_invalid_response_has_its_kind() {
    let cases: [(&[u8], _); 18] = [
        (b"", ResponseErrorKind::Empty),
        (b" \r\n", ResponseErrorKind::Empty),
        (b"<html>Bad Gateway</html>", ResponseErrorKind::Html),
        (b"\n<!DOCTYPE html>\xff", ResponseErrorKind::Html),
        (b"Bad Gateway", ResponseErrorKind::NotJson),
        (b"{\"ok\":true,\"result\":[1}", ResponseErrorKind::NotJson),
        (b"{\"ok\":true,\"result\":1}}", ResponseErrorKind::NotJson),
        (b"{\"ok\":true,\"result\":1 2}", ResponseErrorKind::NotJson),
        (b"{\"ok\":true,\"result\":1,}", ResponseErrorKind::NotJson),
        (b"{", ResponseErrorKind::Truncated),
        (b"{\"ok\":tr", ResponseErrorKind::Truncated),
        (b"{\"ok\":true,\"result\":[1,", ResponseErrorKind::Truncated),
        (b"{\"ok\":true,\"result\":[1]", ResponseErrorKind::Truncated),
        (b"[]", ResponseErrorKind::NotAnEnvelope),
        (b"{\"result\":1}", ResponseErrorKind::NotAnEnvelope),
        (b"{\"ok\":1,\"result\":1}", ResponseErrorKind::NotAnEnvelope),
        (b"{\"ok\":true}", ResponseErrorKind::NoResult),
        (b"{\"ok\":true,\xff", ResponseErrorKind::InvalidUtf8),
    ];
    for (body, expected) in cases {
        for status in [200, 400, 413, 500, 502] {
            assert_eq!(kind(status, body), expected, "{body:?}");
        }
    }
    let kinds = [(1000, None), (1001, Some(()))];
    for (size, too_large) in kinds {
        let body = format!(r#"{{"ok":true,"result":"{}"}}"#, "x".repeat(size - 23));
        assert_eq!(body.len(), size);
        let response = Response::new(200, body);
        let error = decode(String::READ, "getIt", &response, up_to(1000)).err();
        assert_eq!(error.is_some(), too_large.is_some());
    }
    assert_eq!(
        kind(200, &[b'x'; 1001]),
        ResponseErrorKind::TooLarge { limit: 1000 }
    );
}

#[test]
fn invalid_utf_8_is_replaced_unless_strict() {
    let bodies = [
        b"{\"ok\":true,\"result\":[\"a\",\"\xff\xfe\"]}",
        b"{\"result\":[\"a\",\"\xff\xfe\"],\"ok\":true}",
    ];
    for body in bodies {
        let response = Response::new(200, body.to_vec());
        let read = <Vec<String>>::READ;
        let (result, repairs) = decode(read, "getIt", &response, up_to(1000)).unwrap();
        assert_eq!(result, ["a", "\u{fffd}\u{fffd}"]);
        let messages: Vec<_> = repairs.iter().map(ToString::to_string).collect();
        assert_eq!(
            messages,
            ["`result[1]`: bytes that are not UTF-8 were replaced by U+FFFD"]
        );
        let strict = Options {
            strict: true,
            reports: true,
            ..up_to(1000)
        };
        let Err(Error::Response(error)) = decode(read, "getIt", &response, strict) else {
            panic!("{body:?}")
        };
        assert_eq!(error.kind(), ResponseErrorKind::InvalidUtf8);
    }
}

#[test]
fn ok_in_a_truncated_response_means_that_the_request_was_accepted() {
    for (body, accepted) in [
        (r#"{"ok":true,"result":[1,"#, true),
        (r#"{"description":"x","ok":true}"#, true),
        (r#"{"ok":true}"#, true),
        ("", false),
        ("<html>", false),
    ] {
        let error = answer::<Value>(200, body).unwrap_err();
        assert_eq!(error.accepted(), accepted, "{body}");
        assert_eq!(error.delivery(), Delivery::Answered);
    }
}

#[test]
fn excessive_nesting_is_an_error() {
    let deep = format!(r#"{{"ok":true,"result":{}"#, "[".repeat(100_000));
    assert!(matches!(
        answer::<Value>(200, &deep),
        Err(Error::Response(_))
    ));
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let (path, problem) = misfit::<Value>(&deep);
    assert_eq!(path, "result");
    assert_eq!(problem, "values are nested more than 128 deep");
}
