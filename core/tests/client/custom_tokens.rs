//! Tokens of servers that are not Telegram's.

use std::io;

use crate::loopback::{EMPTY, Loopback, Reply, http, photos};
use telegrammar_core::transport::{Request, Response};
use telegrammar_core::{Bot, Server, Token};
use tower::service_fn;

/// Has characters that a path must not have.
const CUSTOM: &str = "001.42/b?t#50%:Ключ";
const IN_PATH: &str = "001.42%2Fb%3Ft%2350%25:%D0%9A%D0%BB%D1%8E%D1%87";

#[tokio::test]
async fn a_custom_token_is_percent_encoded_on_the_wire() {
    let mut server = Loopback::once(Reply::Keep(http(200, EMPTY))).await;
    let base = Server::new(&format!("{}/api", server.url)).unwrap();
    for (text, path) in [(CUSTOM, IN_PATH), ("plain-1:2", "plain-1:2")] {
        let token = Token::custom(text).unwrap();
        let bot = Bot::builder(token).server(base.clone()).build().unwrap();
        bot.send(photos(1)).await.unwrap();
        let line = format!("POST /api/bot{path}/getUserProfilePhotos HTTP/1.1");
        assert_eq!(server.request().await.lines().next(), Some(line.as_str()));
    }
}

#[tokio::test]
async fn a_custom_token_is_in_no_error() {
    let page = format!(
        r#"{{"ok":false,"error_code":404,"description":"no {CUSTOM} at /bot{IN_PATH}/getMe"}}"#
    );
    let server = Loopback::once(Reply::Keep(http(404, &page))).await;
    let bot = server
        .bot()
        .with_token(Token::custom(CUSTOM).unwrap())
        .unwrap();
    let error = bot.send(photos(1)).await.unwrap_err();
    let text = format!("{error} {error:?} {bot:?} {:?}", bot.send(photos(1)));
    assert!(text.contains("no *** at /bot***/getMe"), "{text}");
    assert!(!text.contains("Ключ") && !text.contains("001.42"), "{text}");

    let bot = Bot::builder(Token::custom(CUSTOM).unwrap())
        .transport(service_fn(|request: Request| async move {
            let token = request.token().unwrap();
            let url = Server::default().method_url(token, request.method());
            Err::<Response, _>(io::Error::other(format!("{url} is gone")))
        }))
        .build()
        .unwrap();
    let error = bot.send(photos(1)).await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.ends_with(": https://api.telegram.org/bot***/getUserProfilePhotos is gone"),
        "{text}"
    );
}
