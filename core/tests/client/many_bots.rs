//! Many bots in one process that share everything but their tokens.

use std::convert::Infallible;
use std::future::ready;
use std::sync::{Arc, Mutex};

use crate::loopback::{EMPTY, GetUserProfilePhotos, Loopback, Reply, SECRET, TOKEN, http, photos};
use telegrammar_core::error::{BuildError, TokenError};
use telegrammar_core::transport::{Request, Response};
use telegrammar_core::{Bot, Token};
use tower::service_fn;
use tower::util::MapRequestLayer;

const OTHER: &str = "654321:other-DEF1234ghIkl-zyx57W2v1u123ew11";

#[tokio::test]
async fn bots_share_one_connection_and_send_their_own_tokens() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let first = server.bot();
    let second = first.with_token(OTHER).unwrap();
    for (bot, token) in [(&first, TOKEN), (&second, OTHER), (&first, TOKEN)] {
        bot.send(photos(1)).await.unwrap();
        let line = format!("POST /bot{token}/getUserProfilePhotos HTTP/1.1\r\n");
        let request = server.request().await;
        assert!(request.starts_with(&line), "{request}");
    }
    assert_eq!(server.connections(), 1);
    // The other way round: the first bot is needed no more.
    drop(first);
    second.send(photos(1)).await.unwrap();
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn settings_and_layers_are_shared() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let keep = seen.clone();
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(move |_| {
            ready(Ok::<_, Infallible>(Response::new(200, EMPTY)))
        }))
        .layer(MapRequestLayer::new(move |request: Request| {
            let bot_id = request.token().and_then(Token::bot_id);
            keep.lock().unwrap().push(bot_id);
            request
        }))
        .validation(false)
        .build()
        .unwrap();
    let invalid = GetUserProfilePhotos {
        limit: Some(101),
        ..photos(1)
    };
    bot.send(&invalid).await.unwrap();
    bot.with_token(OTHER).unwrap().send(&invalid).await.unwrap();
    assert_eq!(*seen.lock().unwrap(), [Some(123_456), Some(654_321)]);
}

#[tokio::test]
async fn the_secret_of_each_bot_is_redacted() {
    let page = format!("{{\"ok\":false,\"error_code\":400,\"description\":\"not {OTHER}\"}}");
    let server = Loopback::once(Reply::Keep(http(400, &page))).await;
    let bot = server.bot().with_token(OTHER).unwrap();
    let error = bot.send(photos(1)).await.unwrap_err();
    let text = format!("{error} {error:?} {bot:?} {:?}", bot.send(photos(1)));
    assert!(text.contains("654321:***"), "{text}");
    assert!(!text.contains("other-DEF"), "{text}");
    assert!(!text.contains(SECRET), "{text}");
}

#[tokio::test]
async fn what_is_no_token_is_refused() {
    let bot = Bot::new(TOKEN).unwrap();
    let error = bot.with_token("123456").unwrap_err();
    assert!(
        matches!(error, BuildError::Token(TokenError::NoColon)),
        "{error:?}"
    );
    let token: Token = OTHER.parse().unwrap();
    let other = bot.with_token(token.clone()).unwrap();
    assert_eq!(other.token(), &token);
    assert_eq!(other.server(), bot.server());
}
