//! Every way in which a call can fail on the wire.

use std::time::{Duration, Instant};

use crate::loopback::{EMPTY, Loopback, Reply, TOKEN, chunked, http, photos};
use telegrammar_core::error::{Delivery, ResponseErrorKind, TransportErrorKind};
use telegrammar_core::{ApiErrorKind, Bot, Error, Server};

async fn fail(reply: Reply) -> Error {
    let server = Loopback::once(reply).await;
    let bot = server.builder().response_limit(1000).build().unwrap();
    bot.send(photos(1)).await.unwrap_err()
}

fn transport_kind(error: &Error) -> TransportErrorKind {
    match error {
        Error::Transport(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}

fn response_kind(error: &Error) -> ResponseErrorKind {
    assert_eq!(error.delivery(), Delivery::Answered);
    match error {
        Error::Response(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_flood_error_has_its_retry_delay() {
    let body = r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}}"#;
    let error = fail(Reply::Keep(http(429, body))).await;
    assert_eq!(
        error.to_string(),
        "`getUserProfilePhotos` was refused with code 429: Too Many Requests: retry after 35"
    );
    assert_eq!(error.delivery(), Delivery::Answered);
    let Error::Api(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.kind(), ApiErrorKind::TooManyRequests);
    assert_eq!(error.retry_after, Some(Duration::from_secs(35)));
}

#[tokio::test]
async fn an_empty_body_is_reported_with_its_status() {
    for status in [400, 413, 431, 500, 501, 505] {
        let error = fail(Reply::Close(http(status, ""))).await;
        assert_eq!(response_kind(&error), ResponseErrorKind::Empty);
        let text = format!("`getUserProfilePhotos` returned status {status} and an empty body");
        assert!(error.to_string().starts_with(&text), "{error}");
    }
}

#[tokio::test]
async fn an_html_page_of_a_proxy_is_a_response_error() {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head></html>";
    let error = fail(Reply::Keep(http(502, page))).await;
    assert_eq!(response_kind(&error), ResponseErrorKind::Html);
    let Error::Response(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.body(), page);
    assert_eq!(error.status(), 502);
}

#[tokio::test]
async fn malformed_responses_are_distinguished() {
    for (body, kind, accepted) in [
        (
            r#"{"ok":true,"result":{"total_count":1,"#,
            ResponseErrorKind::Truncated,
            true,
        ),
        (r#"{"ok":true}"#, ResponseErrorKind::NoResult, true),
        (
            r#"{"status":"up"}"#,
            ResponseErrorKind::NotAnEnvelope,
            false,
        ),
        ("Bad Gateway", ResponseErrorKind::NotJson, false),
    ] {
        let error = fail(Reply::Keep(http(200, body))).await;
        assert_eq!(response_kind(&error), kind);
        assert_eq!(error.accepted(), accepted);
    }
}

#[tokio::test]
async fn a_result_that_cannot_be_decoded_counts_as_accepted() {
    let body = r#"{"ok":true,"result":{"total_count":1,"photos":[[{"file_id":"a","width":1},{"file_id":"b","width":"wide"}]]}}"#;
    let error = fail(Reply::Keep(http(200, body))).await;
    assert!(error.accepted());
    assert_eq!(
        error.to_string(),
        "`getUserProfilePhotos` succeeded, but its result could not be decoded at \
         `result.photos[0][1].width`: invalid type: string \"wide\", expected i64"
    );
    let Error::Decode(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.path(), "result.photos[0][1].width");
    assert_eq!(error.body(), body);
}

#[tokio::test]
async fn a_body_over_the_limit_is_an_error() {
    let page = |size: usize| format!("{EMPTY}{}", " ".repeat(size - EMPTY.len()));
    let unannounced = |size| format!("HTTP/1.0 200 OK\r\n\r\n{}", page(size)).into_bytes();
    for reply in [
        Reply::Keep(http(200, &page(1001))),
        Reply::Keep(chunked(&page(1001), 100)),
        Reply::Close(unannounced(1001)),
        // Both bodies are rejected at once: their declared or actual size exceeds the limit.
        Reply::Stall(b"HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n".to_vec()),
        Reply::Stall(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999\r\n\r\n".to_vec()),
        Reply::Stall(unannounced(1001)),
    ] {
        let error = fail(reply).await;
        let kind = ResponseErrorKind::TooLarge { limit: 1000 };
        assert_eq!(response_kind(&error), kind);
        assert_eq!(
            error.to_string(),
            "`getUserProfilePhotos` returned status 200 and a body larger than the limit \
             of 1000 bytes, which `BotBuilder::response_limit` sets"
        );
    }
    for reply in [
        Reply::Keep(http(200, &page(1000))),
        Reply::Keep(chunked(&page(1000), 100)),
        Reply::Close(unannounced(1000)),
    ] {
        let server = Loopback::once(reply).await;
        let bot = server.builder().response_limit(1000).build().unwrap();
        bot.send(photos(1)).await.unwrap();
    }
}

#[tokio::test]
async fn without_a_connection_nothing_was_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for url in [url.as_str(), "http://no-such-host.invalid"] {
        let bot = Bot::builder(TOKEN)
            .server(Server::new(url).unwrap())
            .build()
            .unwrap();
        let error = bot.send(photos(1)).await.unwrap_err();
        assert_eq!(transport_kind(&error), TransportErrorKind::Connect);
        assert_eq!(error.delivery(), Delivery::NotSent);
        let text = error.to_string();
        let start = "`getUserProfilePhotos` was not sent: no connection to the server: ";
        assert!(
            text.starts_with(start) && text.len() > start.len(),
            "{text}"
        );
    }
}

#[tokio::test]
async fn https_to_a_server_without_encryption_is_a_transport_error() {
    let server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let url = server.url.replace("http:", "https:");
    let bot = Bot::builder(TOKEN)
        .server(Server::new(&url).unwrap())
        .timeout(Duration::from_millis(300))
        .build()
        .unwrap();
    let error = bot.send(photos(1)).await.unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
}

#[tokio::test]
async fn after_a_timeout_the_call_may_have_been_delivered() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"ok\":true,".to_vec();
    for reply in [Reply::Stall(Vec::new()), Reply::Stall(half)] {
        let server = Loopback::once(reply).await;
        let short = Duration::from_millis(200);
        let by_bot = server.builder().timeout(short).build().unwrap();
        let started = Instant::now();
        for call in [
            by_bot.send(photos(1)),
            server.bot().send(photos(1)).timeout(short),
        ] {
            let error = call.await.unwrap_err();
            assert_eq!(transport_kind(&error), TransportErrorKind::Timeout);
            assert_eq!(error.delivery(), Delivery::Unknown);
        }
        assert!(started.elapsed() < Duration::from_secs(10));
    }
}

#[tokio::test]
async fn after_a_lost_connection_the_call_may_have_been_delivered() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"ok\":true,".to_vec();
    let chunk =
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n{\"ok\":true,\r\n".to_vec();
    for bytes in [Vec::new(), b"HTTP/1.1 20".to_vec(), half, chunk] {
        let mut server = Loopback::once(Reply::Close(bytes)).await;
        let error = server.bot().send(photos(1)).await.unwrap_err();
        assert_eq!(transport_kind(&error), TransportErrorKind::Interrupted);
        assert_eq!(error.delivery(), Delivery::Unknown);
        assert_eq!(
            server.unseen(),
            1,
            "a call that may have been delivered is not retried"
        );
    }
}

#[tokio::test]
async fn a_response_that_is_not_http_is_an_error() {
    let error = fail(Reply::Close(b"SSH-2.0-OpenSSH\r\n\r\n".to_vec())).await;
    assert_eq!(error.delivery(), Delivery::Unknown);
}
