//! What a request and a response tell a layer.

use std::time::Duration;

use telegrammar_core::transport::{Body, Request, Response};
use telegrammar_core::{InputFile, Method as _};

use crate::memory::{Memory, Speak, ok, send};

fn json(text: &'static str) -> Request {
    Request::new(Speak::<false>::INFO, Body::Json(text.into()))
}

#[test]
fn the_chat_is_found_in_json() {
    for (body, chat) in [
        (r#"{"chat_id":42}"#, Some("42")),
        (r#"{"chat_id":-100123,"text":"x"}"#, Some("-100123")),
        (
            r#"{"text":"\"chat_id\":1","chat_id":"@name"}"#,
            Some("@name"),
        ),
        (
            r#"{"a":{"chat_id":1},"b":[{"chat_id":2}],"chat_id":"3"}"#,
            Some("3"),
        ),
        (r#"{ "a" : 1 , "chat_id" : "@\u006eame" }"#, Some("@name")),
        (r#"{"a":{"chat_id":1}}"#, None),
        ("{}", None),
        ("[]", None),
        ("", None),
        ("{\"chat_id\"", None),
    ] {
        let request = json(body);
        assert_eq!(request.chat().as_deref(), chat, "{body}");
        let Body::Json(moved) = request.with_chat(-7).body().clone() else {
            panic!("a form")
        };
        if chat.is_none() {
            assert_eq!(moved, body);
            continue;
        }
        let moved: serde_json::Value = serde_json::from_slice(&moved).unwrap();
        let mut expected: serde_json::Value = serde_json::from_str(body).unwrap();
        expected["chat_id"] = (-7).into();
        assert_eq!(moved, expected);
    }
}

/// The parts of a form, by an independent reader.
fn parts(body: &[u8]) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(body).into_owned();
    let boundary = text.lines().next().unwrap().to_owned();
    let parts = text.split(&boundary).filter(|part| part.contains("name="));
    let part = |part: &str| {
        let (head, value) = part.split_once("\r\n\r\n").unwrap();
        let name = head
            .split("name=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        (name.to_owned(), value.trim_end_matches("\r\n").to_owned())
    };
    parts.map(part).collect()
}

async fn bytes(request: &Request) -> Vec<u8> {
    use futures_core::Stream as _;
    let mut stream = request.body().open().await.unwrap();
    let mut all = Vec::new();
    while let Some(chunk) =
        std::future::poll_fn(|cx| std::pin::Pin::new(&mut stream).poll_next(cx)).await
    {
        all.extend_from_slice(&chunk.unwrap());
    }
    assert_eq!(request.body().content_length(), Some(all.len() as u64));
    all
}

#[tokio::test]
async fn the_chat_of_a_form_is_read_and_replaced() {
    let kept = std::sync::Arc::new(std::sync::Mutex::new(None));
    let keep = std::sync::Arc::clone(&kept);
    let bot = telegrammar_core::Bot::builder(crate::memory::TOKEN)
        .transport(tower::service_fn(move |request: Request| {
            *keep.lock().unwrap() = Some(request);
            std::future::ready(Ok::<_, std::convert::Infallible>(Response::new(
                200,
                crate::memory::OK,
            )))
        }))
        .build()
        .unwrap();
    let mut call = send("@old name");
    call.text = Some("hello\r\nchat_id".to_owned());
    call.file = Some(InputFile::bytes("\r\n--content--\r\n"));
    let call = bot.send(call).param("new", "a \"b\"").param("chat", [1]);
    call.await.unwrap();
    let request = kept.lock().unwrap().take().unwrap();
    assert_eq!(request.chat().as_deref(), Some("@old name"));
    let before = parts(&bytes(&request).await);
    let request = request.with_chat(-100_555).with_chat(-9);
    assert_eq!(request.chat().as_deref(), Some("-9"));
    let after = parts(&bytes(&request).await);
    let expected = |chat: &str| {
        let text = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        [
            text("chat", "[1]"),
            text("new", "a \"b\""),
            text("text", "hello\r\nchat_id"),
            text("chat_id", chat),
            text("file", "\r\n--content--"),
        ]
    };
    assert_eq!(before, expected("@old name"));
    assert_eq!(after, expected("-9"));
}

#[test]
fn extensions_are_found_by_their_type() {
    let request = json("{}")
        .with_extension(1_u8)
        .with_extension("text")
        .with_extension(2_u8);
    assert_eq!(request.extension::<u8>(), Some(&2));
    assert_eq!(request.extension::<&str>(), Some(&"text"));
    assert_eq!(request.extension::<u16>(), None);
    let clone = request.try_clone().unwrap().with_attempt(2);
    assert_eq!(
        (clone.extension::<u8>(), clone.attempt(), request.attempt()),
        (Some(&2), 2, 1)
    );
}

#[test]
fn a_response_tells_what_layers_need() {
    let wait = Some(Duration::from_secs(5));
    // Status, body, then: failure, code, wait with a header of 5 s, new chat.
    let cases = [
        (
            200,
            r#"{"ok":true,"result":{"ok":false,"retry_after":1}}"#,
            None,
            None,
        ),
        (200, r#" {"result":1,"ok":true}"#, None, None),
        (500, r#"{"ok":true,"result":1}"#, None, None),
        (500, r#"{"result":1, "ok" : true}"#, None, None),
        (200, r#"{"ok":false,"error_code":400}"#, Some(400), None),
        (400, r#"{"ok":false}"#, Some(400), None),
        (
            400,
            r#"{"ok":false,"error_code":400,"parameters":{"migrate_to_chat_id":-10012345}}"#,
            Some(400),
            Some(-10_012_345),
        ),
        (502, "<html>", Some(502), None),
        (413, "", Some(413), None),
        (200, "", None, None),
        (200, "\u{fffd}{", None, None),
    ];
    for (status, body, code, chat) in cases {
        let response = Response::new(status, body).with_retry_after(wait);
        assert_eq!(response.error_code(), code, "{status} {body}");
        assert_eq!(response.is_failure(), code.is_some(), "{status} {body}");
        assert_eq!(
            response.retry_after(),
            wait.filter(|_| code.is_some()),
            "{body}"
        );
        assert_eq!(response.migrate_to_chat_id(), chat, "{body}");
    }
    let body = r#"{"ok":false,"error_code":429,"parameters":{"retry_after":1.5}}"#;
    let response = Response::new(429, body).with_retry_after(wait);
    assert_eq!(response.retry_after(), Some(Duration::from_millis(1500)));
}

#[tokio::test]
async fn a_request_tells_its_class() {
    let memory = Memory::new([ok()]);
    let bot = memory.builder().build().unwrap();
    bot.send(send("@a")).await.unwrap();
    let seen = memory.seen();
    assert_eq!(
        (seen[0].method, seen[0].chat.as_deref()),
        ("sendThing", Some("@a"))
    );
    assert!(!json("{}").is_repeatable());
    assert!(Request::new(Speak::<true>::INFO, Body::Json("{}".into())).is_repeatable());
}
