//! The requests that the fake server stores.

use bytes::Bytes;
use serde_json::json;

use super::{call, get, path, post, start, talk};
use crate::ReceivedRequest;
use crate::protocol::parameters::decode;

fn parameters(query: Option<&str>, content_type: &str, body: &str) -> Vec<(String, String)> {
    decode(
        query,
        Some(content_type),
        &Bytes::copy_from_slice(body.as_bytes()),
    )
    .parameters
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
    pairs.iter().map(owned).collect()
}

#[tokio::test]
async fn a_request_is_stored_unchanged() {
    let fake = start().await;
    let body = r#"{"user_id":42,"offset":42,"limit":100}"#;
    let at = path(&fake, "getUserProfilePhotos") + "?a=%20";
    talk(&fake, &post(&at, "application/json", body)).await;
    let requests = fake.requests();
    let [request] = &requests[..] else {
        panic!("one request")
    };
    assert_eq!(request.verb(), "POST");
    assert_eq!(request.method(), "getUserProfilePhotos");
    assert_eq!(request.path(), path(&fake, "getUserProfilePhotos"));
    assert_eq!(request.query(), Some("a=%20"));
    assert!(!request.is_test());
    assert_eq!(request.header("Content-TYPE"), Some("application/json"));
    assert_eq!(request.header("x"), None);
    assert_eq!(request.headers()[0], ("host".to_owned(), "fake".to_owned()));
    assert_eq!(&request.body()[..], body.as_bytes());
    assert_eq!(
        request.json(),
        Some(json!({"user_id": 42, "offset": 42, "limit": 100}))
    );
    assert_eq!(
        request.parameters(),
        pairs(&[
            ("a", " "),
            ("user_id", "42"),
            ("offset", "42"),
            ("limit", "100")
        ])
    );
    assert_eq!(request.parameter("limit"), Some("100"));
    assert_eq!(request.parameter("Limit"), None);
}

#[tokio::test]
async fn requests_are_stored_in_order_until_taken() {
    let fake = start().await;
    call(&fake, "getMe", "{}").await;
    talk(&fake, &get("/elsewhere")).await;
    talk(&fake, &get("/bot1:wrong/getMe")).await;
    let methods = |requests: Vec<ReceivedRequest>| {
        let name = |request: &ReceivedRequest| request.method().to_owned();
        requests.iter().map(name).collect::<Vec<_>>()
    };
    assert_eq!(methods(fake.requests()), ["getMe", "", "getMe"]);
    assert_eq!(methods(fake.take_requests()), ["getMe", "", "getMe"]);
    assert!(fake.requests().is_empty());
    call(&fake, "getUpdates", "{}").await;
    assert_eq!(methods(fake.requests()), ["getUpdates"]);
}

#[test]
fn json_members_become_texts() {
    let body = r#" { "s":"a\n\u00e9", "n":1.0, "e":1e5, "t":true, "f":false, "z":null,
        "o":{"a": [1]}, "a":[1, 2], "":"" } "#;
    assert_eq!(
        parameters(None, "application/json; charset=utf-8", body),
        pairs(&[
            ("s", "a\né"),
            ("n", "1.0"),
            ("e", "1e5"),
            ("t", "true"),
            ("f", "false"),
            ("z", "null"),
            ("o", r#"{"a": [1]}"#),
            ("a", "[1, 2]"),
            ("", ""),
        ])
    );
    assert_eq!(parameters(None, "application/json", "{}"), []);
    assert_eq!(
        parameters(None, "application/json", r#""text""#),
        pairs(&[("content", "text")])
    );
}

#[test]
fn malformed_json_is_read_up_to_the_mistake() {
    let read = pairs(&[("a", "1")]);
    for body in [
        r#"{"a":1"#,
        r#"{"a":1,"#,
        r#"{"a":1,}"#,
        r#"{"a":1,"b"}"#,
        r#"{"a":1,"b":"te"#,
        r#"{"a":1,2:3}"#,
        r#"{"a":1 "b":2}"#,
        r#"{"a":1,"b":"\ud83d"}"#,
        r#"{"a":1}}"#,
    ] {
        assert_eq!(parameters(None, "application/json", body), read, "{body}");
    }
    for body in ["{", "[", "[1]", "1", "{a:1}", "\u{0}"] {
        assert_eq!(parameters(None, "application/json", body), [], "{body}");
    }
}

#[test]
fn json_may_be_100_levels_deep() {
    let body = |depth: usize| {
        format!(
            r#"{{"b":1,"a":{}{}}}"#,
            "[".repeat(depth),
            "]".repeat(depth)
        )
    };
    assert_eq!(parameters(None, "application/json", &body(100)).len(), 2);
    assert_eq!(parameters(None, "application/json", &body(102)).len(), 1);
    assert_eq!(
        parameters(None, "application/json", &body(1_000_000)).len(),
        1
    );
}

#[test]
fn json_is_read_leniently() {
    let body = r#"{"a":+5,"b":.5,"c":"\x\u00e9\ud83d\ude00","d":[1,{"e":-.1e+3}],"f":1.0}"#;
    let read = [
        ("a", "+5"),
        ("b", ".5"),
        ("c", "xé😀"),
        ("d", r#"[1,{"e":-.1e+3}]"#),
        ("f", "1.0"),
    ];
    assert_eq!(parameters(None, "application/json", body), pairs(&read));
}

#[tokio::test]
async fn what_is_not_utf_8_is_refused() {
    let fake = start().await;
    let at = path(&fake, "sendMessage") + "?chat_id=42&text=%ff";
    let answer = talk(&fake, &super::get(&at)).await;
    assert!(
        answer.contains("Bad Request: strings must be encoded in UTF-8"),
        "{answer}"
    );
}

#[tokio::test]
async fn bodies_may_be_compressed() {
    use std::io::Write;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let fake = start().await;
    let body = br#"{"chat_id":42,"text":"small"}"#;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(body).expect("memory");
    let mut deflate = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    deflate.write_all(body).expect("memory");
    for (encoding, body, status) in [
        ("gzip", gzip.finish().expect("memory"), "200"),
        ("deflate", deflate.finish().expect("memory"), "200"),
        ("none", body.to_vec(), "200"),
        ("br", body.to_vec(), "415"),
        ("gzip", body.to_vec(), "400"),
    ] {
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Encoding: {encoding}\r\n\
             Connection: close\r\nContent-Length: {}\r\n\r\n",
            path(&fake, "sendMessage"),
            body.len()
        );
        let mut stream = super::connect(&fake).await;
        stream
            .write_all(&[head.as_bytes(), &body].concat())
            .await
            .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{encoding}: {answer}"
        );
    }
}

#[tokio::test]
async fn there_may_be_many_headers() {
    let fake = start().await;
    let headers = |count: usize| {
        let headers = (0..count).map(|number| format!("X-{number}: x\r\n"));
        let start = format!("GET {} HTTP/1.1\r\nHost: x\r\n", path(&fake, "getMe"));
        start + &headers.collect::<String>() + "\r\n"
    };
    assert!(
        talk(&fake, &headers(1000))
            .await
            .starts_with("HTTP/1.1 200 ")
    );
    let answer = talk(&fake, &headers(30_000)).await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    let huge = format!(
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: 5000000000\r\n\r\n",
        path(&fake, "getMe")
    );
    let answer = talk(&fake, &huge).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}

#[test]
fn forms_are_decoded_and_invalid_escapes_copied() {
    let form = "application/x-www-form-urlencoded";
    assert_eq!(
        parameters(Some("q=1+2&q"), form, "a=%C3%a9+x&b=100%&c=%zz%4&=v&&d=e=f"),
        pairs(&[
            ("q", "1 2"),
            ("q", ""),
            ("a", "é x"),
            ("b", "100%"),
            ("c", "%zz%4"),
            ("", "v"),
            ("d", "e=f"),
        ])
    );
    assert_eq!(parameters(None, form, "a=%ff"), pairs(&[("a", "\u{fffd}")]));
}

#[test]
fn the_content_type_decides() {
    let form = "a=1";
    let read = pairs(&[("a", "1")]);
    assert_eq!(
        parameters(None, "X-Application/X-WWW-Form-Urlencoded", form),
        read
    );
    assert_eq!(
        parameters(None, "multipart/form-data; boundary=b", form),
        []
    );
    assert_eq!(parameters(None, "text/plain", form), []);
    assert_eq!(
        decode(None, None, &Bytes::from_static(b"a=1")).parameters,
        []
    );
}

#[tokio::test]
async fn the_query_string_takes_precedence_over_the_body() {
    let fake = start().await;
    let at = path(&fake, "sendMessage") + "?text=query";
    let body = r#"{"chat_id":42,"text":"body"}"#;
    let answer = talk(&fake, &post(&at, "application/json", body)).await;
    assert_eq!(super::result(&answer)["text"], "query");
}

#[tokio::test]
async fn a_get_may_have_a_body_and_a_body_may_be_chunked() {
    let fake = start().await;
    let request = format!(
        "GET {} HTTP/1.1\r\nHost: fake\r\nContent-Type: application/json\r\n\
         Transfer-Encoding: chunked\r\n\r\n6\r\n{{\"chat\r\n15\r\n_id\":42,\"text\":\"abc\"}}\r\n0\r\n\r\n",
        path(&fake, "sendMessage")
    );
    assert_eq!(super::result(&talk(&fake, &request).await)["text"], "abc");
}

#[tokio::test]
async fn debug_omits_secrets() {
    let fake = start().await;
    let at = path(&fake, "setWebhook") + "?key=query-secret";
    let body = r#"{"secret_token":"body-secret"}"#;
    let request =
        post(&at, "application/json", body).replace("Host", "Authorization: header-secret\r\nHost");
    talk(&fake, &request).await;
    let (_, secret) = fake.token().split_once(':').expect("a colon");
    let output = format!("{fake:?} {fake:#?} {:?}", fake.requests());
    for hidden in [secret, "query-secret", "body-secret", "header-secret"] {
        assert!(!output.contains(hidden), "{output}");
    }
    for expected in [
        fake.url(),
        "123456789",
        "setWebhook",
        "secret_token",
        "authorization",
    ] {
        assert!(output.contains(expected), "{output}");
    }
}
