//! Envelopes with `ok: false`.

use super::*;

#[test]
fn all_members_of_an_error_are_decoded() {
    let error = refusal(
        429,
        r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}}"#,
    );
    assert_eq!(error.method, "getIt");
    assert_eq!(error.code, 429);
    assert_eq!(error.description, "Too Many Requests: retry after 35");
    assert_eq!(error.retry_after, Some(Duration::from_secs(35)));
    assert_eq!(error.migrate_to_chat_id, None);
    assert_eq!(error.kind(), ApiErrorKind::TooManyRequests);
}

#[test]
fn what_looks_like_a_token_is_redacted_in_a_description() {
    let body = r#"{"ok":false,"description":"no /bot12:AAFakeTokenOfNoBotFakeTokenOfNoBot0/getIt at 10:30"}"#;
    assert_eq!(
        refusal(404, body).description,
        "no /bot12:***/getIt at 10:30"
    );
}

#[test]
fn a_chat_id_exceeds_32_bits() {
    let error = refusal(
        400,
        r#"{"parameters":{"migrate_to_chat_id":-1001234567890},"description":"a\u00e9\ud83d\ude00","error_code":400,"ok":false}"#,
    );
    assert_eq!(error.migrate_to_chat_id, Some(-1_001_234_567_890));
    assert_eq!(error.description, "aé😀");
    assert_eq!(error.kind(), ApiErrorKind::Migrated);
    let text = refusal(
        400,
        r#"{"ok":false,"parameters":{"migrate_to_chat_id":"-1001234567890"}}"#,
    );
    assert_eq!(text.migrate_to_chat_id, Some(-1_001_234_567_890));
}

#[test]
fn retry_after_is_accepted_in_any_form() {
    for (json, expected) in [
        ("35", Some(Duration::from_secs(35))),
        ("0", Some(Duration::ZERO)),
        ("1.5", Some(Duration::from_millis(1500))),
        ("\"35\"", Some(Duration::from_secs(35))),
        ("\" 2.5 \"", Some(Duration::from_millis(2500))),
        ("-3", Some(Duration::ZERO)),
        ("-0.5", Some(Duration::ZERO)),
        ("1e3", Some(Duration::from_secs(1000))),
        ("18446744073709551615", Some(Duration::from_secs(u64::MAX))),
        ("18446744073709551616", Some(Duration::MAX)),
        ("1e300", Some(Duration::MAX)),
        ("null", None),
        ("\"soon\"", None),
        ("\"NaN\"", None),
        ("[]", None),
        ("true", None),
    ] {
        let body = format!(r#"{{"ok":false,"parameters":{{"retry_after":{json}}}}}"#);
        assert_eq!(refusal(429, &body).retry_after, expected, "{json}");
    }
}

#[test]
fn a_malformed_error_is_still_an_api_error() {
    for (body, code, description) in [
        (r#"{"ok":false}"#, 418, ""),
        (r#"{"ok":false,"error_code":"400"}"#, 400, ""),
        (
            r#"{"ok":false,"error_code":null,"description":null}"#,
            418,
            "",
        ),
        (r#"{"ok":false,"error_code":99999999999}"#, 418, ""),
        (r#"{"ok":false,"error_code":{},"description":7}"#, 418, "7"),
        (r#"{"ok":false,"description":{"a":1}}"#, 418, r#"{"a":1}"#),
        (r#"{"ok":false,"parameters":null}"#, 418, ""),
        (r#"{"ok":false,"parameters":[1],"result":{}}"#, 418, ""),
        (r#"{"ok":false,"description":"\ud800"}"#, 418, r#""\ud800""#),
    ] {
        let error = refusal(418, body);
        assert_eq!(error.code, code, "{body}");
        assert_eq!(error.description, description, "{body}");
        assert_eq!(error.retry_after, None);
    }
}

#[test]
fn the_body_and_unknown_parameters_are_reachable_and_not_shown() {
    let body = r#"{"ok":false,"error_code":420,"description":"d","parameters":{"retry_after":35,"scope":{"chat":[7]},"scope":1,"note":"12:AAFakeTokenOfNoBotFakeTokenOfNoBot0","é\n":null}}"#;
    let error = refusal(420, body);
    assert_eq!(error.body(), body.as_bytes());
    for (name, json) in [
        ("scope", Some(r#"{"chat":[7]}"#)),
        ("retry_after", Some("35")),
        ("note", Some(r#""12:***""#)),
        ("é\n", Some("null")),
        ("ok", None),
        ("chat", None),
        ("", None),
    ] {
        assert_eq!(error.parameter(name).as_deref(), json, "{name}");
    }
    let shown = format!("{error} {error:?} {error:#?}");
    assert!(
        !shown.contains("scope") && !shown.contains("AAFake"),
        "{shown}"
    );
    assert_eq!(error.kind(), ApiErrorKind::TooManyRequests);
    assert_eq!(error.clone(), error);
    assert_eq!(
        refusal(400, r#"{"ok":false,"parameters":[1]}"#).parameter("a"),
        None
    );
    assert_eq!(ApiError::new("getIt", 400, "").parameter("a"), None);
}
