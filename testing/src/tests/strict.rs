//! Complaints of strict mode.

use super::{call, get, path, post, start, talk};

/// Returns the complaints about one request with that body.
async fn complaints(content_type: &str, body: &str) -> Vec<String> {
    let fake = start().await;
    talk(&fake, &post(&path(&fake, "getUpdates"), content_type, body)).await;
    fake.complaints()
}

#[tokio::test]
async fn valid_requests_cause_no_complaint() {
    for body in [
        "{}",
        "",
        r#"{"a":{"b":null},"c":[null]}"#,
        " {\"a\" : 1 } \n",
    ] {
        assert_eq!(
            complaints("application/json", body).await,
            [""; 0],
            "{body}"
        );
    }
    let form = "application/x-www-form-urlencoded";
    assert_eq!(complaints(form, "a=null&b=1").await, [""; 0]);
    assert_eq!(
        complaints("multipart/form-data; boundary=b", "--b--").await,
        [""; 0]
    );
    let fake = start().await;
    talk(&fake, &get(&path(&fake, "getUpdates?a=1&b=2"))).await;
    assert_eq!(fake.complaints(), [""; 0]);
}

#[tokio::test]
async fn a_null_is_reported() {
    assert_eq!(
        complaints("application/json", r#"{"a":1,"limit":null}"#).await,
        [
            "getUpdates: parameter `limit` is a JSON null, which the server reads as the word \"null\"; omit the parameter"
        ]
    );
}

#[tokio::test]
async fn an_unsupported_content_type_is_reported() {
    assert_eq!(
        complaints("text/plain", "{}").await,
        [
            "getUpdates: the server does not support the Content-Type \"text/plain\" and finds no parameters in the body"
        ]
    );
    let fake = start().await;
    let request = post(&path(&fake, "getUpdates"), "", "{}").replace("Content-Type: \r\n", "");
    talk(&fake, &request).await;
    assert_eq!(
        fake.complaints(),
        ["getUpdates: the body has no Content-Type, so the server finds no parameters in it"]
    );
}

#[tokio::test]
async fn malformed_json_is_reported() {
    let malformed = "getUpdates: the JSON body is malformed; the server ignores the rest of it";
    for body in [r#"{"a":1"#, r#"{"a":1}}"#, "{]", "nonsense", " "] {
        assert_eq!(
            complaints("application/json", body).await,
            [malformed],
            "{body}"
        );
    }
    for body in ["[1]", "7", r#""text""#] {
        assert_eq!(
            complaints("application/json", body).await,
            ["getUpdates: the JSON body is not an object and carries no named parameters"],
            "{body}"
        );
    }
}

#[tokio::test]
async fn a_duplicate_is_reported_once() {
    assert_eq!(
        complaints("application/json", r#"{"a":1,"a":2,"b":0,"a":3}"#).await,
        ["getUpdates: parameter `a` is given more than once; the server takes the first one"]
    );
    let fake = start().await;
    let at = path(&fake, "getUpdates?a=1");
    talk(&fake, &post(&at, "application/json", r#"{"a":1}"#)).await;
    assert_eq!(fake.complaints().len(), 1);
}

#[tokio::test]
async fn strict_mode_can_be_disabled() {
    let fake = start().await;
    fake.set_strict(false);
    call(&fake, "getUpdates", r#"{"limit":null}"#).await;
    assert_eq!(fake.complaints(), [""; 0]);
    fake.set_strict(true);
    call(&fake, "getUpdates", r#"{"limit":null}"#).await;
    fake.take_requests();
    assert_eq!(fake.complaints().len(), 1);
}

#[tokio::test]
async fn a_complaint_does_not_quote_a_path() {
    let fake = start().await;
    let misplaced = format!("/bot//bot{}/getMe", fake.token());
    talk(&fake, &post(&misplaced, "text/plain", "x")).await;
    let complaints = fake.complaints();
    assert!(
        complaints[0].starts_with("request without a method: "),
        "{complaints:?}"
    );
    assert!(!complaints[0].contains(fake.token()));
}
