//! URLs, verbs, tokens and sizes.

use super::{
    FakeBotApi, Reply, call, connect, exchange, get, json_answer, path, post, refusal, result,
    start, talk,
};
use crate::protocol::address::Address;
use crate::protocol::token::{Rejection, bot_id};

#[tokio::test]
async fn a_response_is_exactly_these_bytes() {
    let fake = start().await;
    fake.reply("getMe", Reply::result(serde_json::json!({"id": 1})));
    assert_eq!(
        talk(&fake, &get(&path(&fake, "getMe"))).await,
        "HTTP/1.1 200 OK\r\n\
         Connection: keep-alive\r\n\
         Content-Type: application/json\r\n\
         Content-Length: 29\r\n\
         \r\n\
         {\"ok\":true,\"result\":{\"id\":1}}"
    );
}

#[tokio::test]
async fn a_connection_serves_many_calls() {
    let fake = start().await;
    let mut stream = connect(&fake).await;
    let request = get(&path(&fake, "getUpdates"));
    for _ in 0..3 {
        assert_eq!(
            exchange(&mut stream, &request).await,
            json_answer("200 OK", r#"{"ok":true,"result":[]}"#)
        );
    }
}

#[tokio::test]
async fn a_client_may_close_the_connection() {
    let fake = start().await;
    let request = get(&path(&fake, "getUpdates"));
    let whole = r#"{"ok":true,"result":[]}"#;
    let closing = request.replace("Host", "Connection: TE, Close\r\nHost");
    assert_eq!(
        talk(&fake, &closing).await,
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 23\r\n\
             Connection: close\r\n\r\n{whole}"
        )
    );
    let old = request.replace("HTTP/1.1", "HTTP/1.0");
    let answer = talk(&fake, &old).await;
    assert!(answer.ends_with(whole), "{answer}");
    assert!(!answer.contains("keep-alive"), "{answer}");
}

#[tokio::test]
async fn the_case_of_a_method_is_ignored() {
    let fake = start().await;
    assert_eq!(result(&call(&fake, "GETme", "{}").await)["is_bot"], true);
    assert_eq!(fake.requests()[0].method(), "GETme");
}

#[tokio::test]
async fn the_test_environment_has_its_own_path() {
    let fake = start().await;
    let answer = talk(&fake, &get(&path(&fake, "test/getMe"))).await;
    assert_eq!(result(&answer)["is_bot"], true);
    let [request] = &fake.requests()[..] else {
        panic!("one request")
    };
    assert!(request.is_test());
    assert_eq!(request.method(), "getMe");
}

#[test]
fn a_path_is_parsed() {
    let address = |token: &str, test, method: &str| {
        Some(Address {
            token: token.to_owned(),
            test,
            method: method.to_owned(),
        })
    };
    assert_eq!(Address::of("/bot1:a/getMe"), address("1:a", false, "getMe"));
    assert_eq!(
        Address::of("/bot1%3Aa/getMe"),
        address("1:a", false, "getMe")
    );
    assert_eq!(Address::of("/bot1%2Fa"), address("1", false, "a"));
    assert_eq!(
        Address::of("/bot1:a/test/getMe"),
        address("1:a", true, "getMe")
    );
    assert_eq!(Address::of("/bot1:a/"), address("1:a", false, ""));
    assert_eq!(
        Address::of("/bot1:a//getMe"),
        address("1:a", false, "/getMe")
    );
    assert_eq!(Address::of("/bot1+a/getMe"), address("1+a", false, "getMe"));
    for path in [
        "/",
        "/bot1:a",
        "/Bot1:a/getMe",
        "/bot1:a/test",
        "/bot1:a/testFoo",
        "/file/bot1:a/x",
    ] {
        assert_eq!(Address::of(path), None, "{path}");
    }
}

#[tokio::test]
async fn other_paths_are_not_found() {
    let fake = start().await;
    let nothing = json_answer("404 Not Found", &refusal(404, "Not Found"));
    assert_eq!(talk(&fake, &get("/elsewhere")).await, nothing);
    assert_eq!(talk(&fake, &get(&path(&fake, "test"))).await, nothing);
    let no_method = json_answer(
        "404 Not Found",
        &refusal(404, "Not Found: method not found"),
    );
    assert_eq!(
        talk(&fake, &get(&path(&fake, "getNothing"))).await,
        no_method
    );
    assert_eq!(talk(&fake, &get(&path(&fake, "getMe/"))).await, no_method);
    assert_eq!(talk(&fake, &get(&path(&fake, ""))).await, no_method);
    let absolute = format!("http://fake{}", path(&fake, "getMe"));
    assert!(talk(&fake, &get(&absolute)).await.ends_with(&refusal(
        404,
        "Not Found: absolute URI is specified in the Request-Line"
    )));
}

#[tokio::test]
async fn an_empty_method_is_a_parameter() {
    let fake = start().await;
    let answer = call(&fake, "", r#"{"method":"getMe"}"#).await;
    assert_eq!(result(&answer)["is_bot"], true);
    assert_eq!(fake.requests()[0].method(), "getMe");
}

#[tokio::test]
async fn a_wrong_token_is_rejected_before_the_method_is_checked() {
    let fake = start().await;
    fake.reply("getMe", Reply::result(true.into()).always());
    let unauthorized = json_answer("401 Unauthorized", &refusal(401, "Unauthorized"));
    let other = "123456789:AAAnotherTokenOfNoBotAnotherTokenOf";
    for method in ["getMe", "getNothing"] {
        let answer = talk(&fake, &get(&format!("/bot{other}/{method}"))).await;
        assert_eq!(answer, unauthorized);
    }
    let invalid = json_answer(
        "401 Unauthorized",
        &refusal(401, "Unauthorized: invalid token specified"),
    );
    assert_eq!(talk(&fake, &get("/botnonsense/getMe")).await, invalid);
    let elsewhere = json_answer(
        "421 Misdirected Request",
        &refusal(421, "Misdirected Request: unallowed token specified"),
    );
    assert_eq!(talk(&fake, &get("/botx:y/getMe")).await, elsewhere);
}

#[test]
fn tokens_are_checked_in_the_servers_order() {
    let secret = "AAFakeTokenOfNoBotFakeTo";
    let with_id = |id: &str| bot_id(&format!("{id}:{secret}"));
    assert_eq!(with_id("1"), Ok(1));
    assert_eq!(with_id("18014398509481983"), Ok(18_014_398_509_481_983));
    assert_eq!(with_id("18014398509481984"), Err(Rejection::Invalid));
    assert_eq!(with_id("-1"), Err(Rejection::Invalid));
    assert_eq!(with_id("01"), Err(Rejection::Invalid));
    assert_eq!(with_id("+1"), Err(Rejection::Unallowed));
    assert_eq!(with_id(""), Err(Rejection::Unallowed));
    assert_eq!(bot_id(""), Err(Rejection::Invalid));
    assert_eq!(bot_id(&format!("1:{}", "A".repeat(78))), Ok(1));
    assert_eq!(
        bot_id(&format!("1:{}", "A".repeat(79))),
        Err(Rejection::Invalid)
    );
    assert_eq!(
        bot_id(&format!("1:{}", "A".repeat(23))),
        Err(Rejection::Unauthorized)
    );
    assert_eq!(
        bot_id(&format!("1:{}", "+".repeat(24))),
        Err(Rejection::Unauthorized)
    );
}

#[tokio::test]
async fn a_test_may_use_its_own_token() {
    let token = "42:OwnFakeTokenOfNoBotAtAll0";
    let fake = FakeBotApi::with_token(token).await.expect("a port");
    assert_eq!(fake.token(), token);
    assert_eq!(result(&call(&fake, "getMe", "{}").await)["id"], 42);
    let refused = FakeBotApi::with_token("42:short").await;
    let kind = refused.map_err(|error| error.kind()).err();
    assert_eq!(kind, Some(std::io::ErrorKind::InvalidInput));
}

#[tokio::test]
async fn only_get_and_post_are_served() {
    let fake = start().await;
    for verb in ["PUT", "DELETE", "OPTIONS", "PATCH", "HEAD"] {
        let request = get(&path(&fake, "getMe")).replacen("GET", verb, 1);
        assert_eq!(
            talk(&fake, &request).await,
            "HTTP/1.1 501 Not Implemented\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
            "{verb}"
        );
    }
    assert_eq!(fake.requests().len(), 5);
}

#[tokio::test]
async fn parameters_over_a_mebibyte_are_too_much() {
    let fake = start().await;
    let filled = |size: usize| format!("text={}", "x".repeat(size - "text=".len()));
    let path = path(&fake, "getUpdates");
    let form = "application/x-www-form-urlencoded";
    let answer = talk(&fake, &post(&path, form, &filled(1 << 20))).await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let too_large =
        "HTTP/1.1 413 Payload Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    assert_eq!(
        talk(&fake, &post(&path, form, &filled((1 << 20) + 1))).await,
        too_large
    );
    let with_query = post(&format!("{path}?a=1"), form, &filled(1 << 20));
    assert_eq!(talk(&fake, &with_query).await, too_large);
    // What is not parameters may be larger.
    let part = |keys: &str, size: usize| {
        let content = "x".repeat(size);
        let body =
            format!("--b\r\nContent-Disposition: form-data; {keys}\r\n\r\n{content}\r\n--b--\r\n");
        post(&path, "multipart/form-data; boundary=b", &body)
    };
    for fitting in [part("name=a; filename=b", 3 << 20), part("name=a", 1 << 20)] {
        let answer = talk(&fake, &fitting).await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    }
    assert_eq!(talk(&fake, &part("name=a", (1 << 20) + 1)).await, too_large);
}
