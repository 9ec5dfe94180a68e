//! The bytes that the server receives, and the results of its responses.

use crate::loopback::{
    EMPTY, GetUserProfilePhotos, Loopback, PhotoSize, Reply, SendThing, TOKEN, chunked, http,
    photos,
};
use telegrammar_core::{Bot, Call, Error, Server};

#[tokio::test]
async fn a_call_is_one_post_with_exactly_these_bytes() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let method = GetUserProfilePhotos {
        user_id: 42,
        offset: Some(42),
        limit: Some(100),
    };
    let result = server.bot().send(&method).await.unwrap();
    assert_eq!(result.total_count, 0);
    let host = server.url.trim_start_matches("http://").to_owned();
    let expected = format!(
        "POST /bot{TOKEN}/getUserProfilePhotos HTTP/1.1\r\n\
         content-type: application/json\r\n\
         accept: */*\r\n\
         user-agent: telegrammar/{}\r\n\
         host: {host}\r\n\
         content-length: 38\r\n\
         \r\n\
         {{\"user_id\":42,\"offset\":42,\"limit\":100}}",
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(server.request().await, expected);
}

#[tokio::test]
async fn unset_parameters_are_omitted() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    server.bot().send(photos(42)).await.unwrap();
    let request = server.request().await;
    assert!(request.ends_with("\r\n\r\n{\"user_id\":42}"), "{request}");
}

#[tokio::test]
async fn the_test_environment_and_a_prefix_are_in_the_path() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    for (suffix, test, path) in [
        ("", true, "/bot{}/test/getUserProfilePhotos"),
        ("/api/v1/", false, "/api/v1/bot{}/getUserProfilePhotos"),
        ("/api/v1", true, "/api/v1/bot{}/test/getUserProfilePhotos"),
    ] {
        let base = Server::new(&format!("{}{suffix}", server.url)).unwrap();
        let bot = Bot::builder(TOKEN).server(base.test(test)).build().unwrap();
        bot.send(photos(1)).await.unwrap();
        let line = format!("POST {} HTTP/1.1", path.replace("{}", TOKEN));
        assert_eq!(server.request().await.lines().next(), Some(line.as_str()));
    }
}

#[tokio::test]
async fn a_result_is_decoded_into_its_type() {
    let body = r#"{"ok":true,"result":{"total_count":1,"photos":[[{"file_id":"a","width":160},{"file_id":"b","width":320}]],"later":1}}"#;
    for reply in [http(200, body), chunked(body, 7), chunked(body, 1000)] {
        let server = Loopback::once(Reply::Keep(reply)).await;
        let result = server.bot().send(photos(1)).await.unwrap();
        assert_eq!(
            result.photos,
            [[
                PhotoSize {
                    file_id: "a".to_owned(),
                    width: 160
                },
                PhotoSize {
                    file_id: "b".to_owned(),
                    width: 320
                }
            ]]
        );
    }
}

#[tokio::test]
async fn a_body_may_end_with_the_connection() {
    let reply = format!("HTTP/1.0 200 OK\r\n\r\n{EMPTY}").into_bytes();
    let server = Loopback::once(Reply::Close(reply)).await;
    server.bot().send(photos(1)).await.unwrap();
}

#[tokio::test]
async fn invalid_parameters_are_not_sent() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let method = GetUserProfilePhotos {
        limit: Some(101),
        ..photos(1)
    };
    let error = server.bot().send(&method).await.unwrap_err();
    let Error::Invalid(invalid) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(invalid.violations().len(), 1);
    assert_eq!(
        error.to_string(),
        "`getUserProfilePhotos` was not sent: `limit` must be in 1..=100, but is 101"
    );
    let nowhere = SendThing {
        latitude: f64::NAN,
        text: String::new(),
    };
    let error = server.bot().send(nowhere).await.unwrap_err();
    assert!(matches!(error, Error::Encode(_)), "{error:?}");
    assert_eq!(error.method(), "sendThing");
    assert_eq!(server.unseen(), 0);

    let lenient = server.builder().validation(false).build().unwrap();
    lenient.send(&method).await.unwrap();
    assert!(server.request().await.ends_with("\"limit\":101}"));
}

#[tokio::test]
async fn nothing_is_sent_before_the_call_is_awaited() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let bot = server.bot();
    drop(bot.send(photos(1)));
    drop(bot.send(photos(2)));
    bot.send(photos(3)).await.unwrap();
    assert!(server.request().await.contains("\"user_id\":3"));
    assert_eq!(server.unseen(), 0);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let reply = b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n".to_vec();
    let mut server = Loopback::once(Reply::Keep(reply)).await;
    let error = server.bot().send(photos(1)).await.unwrap_err();
    assert!(matches!(error, Error::Response(_)), "{error:?}");
    assert_eq!(server.unseen(), 1);
}

#[tokio::test]
async fn sequential_calls_and_clones_share_one_connection() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let bot = server.bot();
    for _ in 0..3 {
        bot.clone().send(photos(1)).await.unwrap();
    }
    assert_eq!(server.unseen(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn clones_can_call_concurrently() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let bot = server.bot();
    let calls: Vec<_> = (0..64)
        .map(|user_id| tokio::spawn(bot.clone().send(photos(user_id))))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(server.unseen(), 64);
}

#[tokio::test]
async fn a_custom_client_is_used() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    // A client built by reqwest itself needs a default provider, which this process lacks.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let client = reqwest::Client::builder()
        .no_proxy()
        .user_agent("mine")
        .build()
        .unwrap();
    let bot = server.builder().client(client).build().unwrap();
    bot.send(photos(1)).await.unwrap();
    assert!(server.request().await.contains("user-agent: mine\r\n"));
}

#[tokio::test]
async fn the_function_used_by_generated_code_sends_the_same_request() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let bot = server.bot();
    telegrammar_core::__private::send(&bot, &photos(7))
        .await
        .unwrap();
    assert!(server.request().await.ends_with("{\"user_id\":7}"));
}

#[test]
fn bots_and_calls_can_move_between_threads() {
    fn anywhere<T: Send + 'static>(_: &T) {}
    fn shared<T: Send + Sync + 'static>(_: &T) {}
    let bot = Bot::new(TOKEN).unwrap();
    shared(&bot);
    let call: Call<_> = bot.send(&photos(1));
    anywhere(&call);
}
