//! Webhooks: secrets, updates, and calls as answers, also over HTTP with axum.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Response, StatusCode};
use telegrammar::error::ValidationError;
use telegrammar::methods::{GetMe, SendMessage, SendPhoto, SetWebhook};
use telegrammar::types::{InputFile, Message, Update, UpdateKind};
use telegrammar::webhook::{self, Rejection, ReplyError, Secret, SecretError, Webhook};
use telegrammar::{Error, Token, telegram_method};
use telegrammar_testing::FakeBotApi;

use crate::TOKEN;

const SECRET: &str = "Loopback-secret_0";
const UPDATE: &str = r#"{"update_id":9,"message":{"message_id":1,"date":2,"chat":{"id":3,"type":"private"},"text":"hi"}}"#;

#[telegram_method("wave", unlisted, returns = bool)]
struct Wave {}

#[telegram_method("getWord", unlisted, returns = bool)]
struct GetWord {}

fn webhook() -> Webhook {
    Webhook::new(Secret::new(SECRET).expect("a secret"))
}

#[test]
fn a_secret_is_what_the_server_accepts() {
    for right in ["a", "A-Z_09", &"x".repeat(256)] {
        assert_eq!(
            Secret::new(right)
                .map(|it| it.expose().to_owned())
                .as_deref(),
            Ok(right)
        );
    }
    for (wrong, error) in [
        (String::new(), SecretError::Empty),
        ("x".repeat(257), SecretError::TooLong),
        ("a b".to_owned(), SecretError::Character),
        ("\u{e9}".to_owned(), SecretError::Character),
        ("a\n".to_owned(), SecretError::Character),
    ] {
        assert_eq!(Secret::new(&*wrong).err(), Some(error), "{wrong:?}");
        assert!(wrong.is_empty() || !error.to_string().contains(&wrong));
    }
}

#[test]
fn a_derived_secret_is_the_same_everywhere_and_hides_the_token() {
    let token = TOKEN.parse::<Token>().expect("a token");
    // By Python: hmac.new(token, b"telegrammar webhook secret", "sha256").hexdigest().
    let expected = "f96cdb10ac97411c89e1df6d15bcbccdafd35fcfbc1704615bf9af5ce0808440";
    let secret = Secret::derived(&token);
    assert_eq!(secret.expose(), expected);
    let call = SetWebhook::new("https://example.com").secret_token(secret.expose());
    call.validate().expect("a valid secret");
    let other = Token::custom("4242:another").expect("a token");
    assert_ne!(Secret::derived(&other).expose(), expected);
    for shown in [
        format!("{secret:?}"),
        format!("{:?}", Webhook::new(secret.clone())),
    ] {
        assert!(
            !shown.contains(expected) && shown.contains("***"),
            "{shown}"
        );
    }
}

#[test]
fn a_request_needs_the_secret_exactly_once() {
    let read = |secrets: &[&str]| webhook().read(secrets, UPDATE);
    assert_eq!(read(&[SECRET]).map(|update| update.update_id), Ok(9));
    let rejected = |secrets: &[&str]| read(secrets).expect_err("a rejection");
    assert_eq!(rejected(&[]), Rejection::MissingSecret);
    assert_eq!(rejected(&[SECRET, SECRET]), Rejection::RepeatedSecret);
    assert_eq!(rejected(&[SECRET, "other"]), Rejection::RepeatedSecret);
    let longer = format!("{SECRET}0");
    for wrong in [
        "",
        "other",
        "Loopback-secret_1",
        "loopback-secret_0",
        &longer,
        &SECRET[1..],
    ] {
        assert_eq!(rejected(&[wrong]), Rejection::WrongSecret, "{wrong}");
    }
    for rejection in [
        rejected(&[]),
        rejected(&["other"]),
        rejected(&[SECRET, SECRET]),
    ] {
        assert_eq!(rejection.status(), 403);
        assert!(!format!("{rejection} {rejection:?}").contains(SECRET));
    }
    // The body is not looked at before the secret was.
    let rejection = webhook()
        .read(["other"], "no JSON")
        .expect_err("a rejection");
    assert_eq!(rejection, Rejection::WrongSecret);
}

#[test]
fn a_webhook_without_secret_ignores_headers() {
    let webhook = Webhook::without_secret();
    assert!(webhook.read([""; 0], UPDATE).is_ok());
    assert!(webhook.read(["any", "thing"], UPDATE).is_ok());
}

#[test]
fn a_broken_update_is_no_rejection() {
    let read = |body: &[u8]| webhook().read([SECRET], body);
    let broken = read(br#"{"update_id":4,"message":{"date":"noon"}}"#).expect("an update");
    assert_eq!(broken.update_id, 4);
    assert!(matches!(broken.kind, UpdateKind::Undecodable { .. }));
    let later = read(br#"{"update_id":5,"hologram":{}}"#).expect("an update");
    assert_eq!(later.kind.name(), "hologram");
    let bytes = read(b"{\"update_id\":6,\"message\":{\"message_id\":1,\"date\":2,\"chat\":{\"id\":3,\"type\":\"private\"},\"text\":\"\xff\"}}");
    let bytes = bytes.expect("an update");
    assert_eq!(
        bytes.message().and_then(|it| it.text.as_deref()),
        Some("\u{fffd}")
    );
    let deep = format!(
        r#"{{"update_id":7,"message":{{"reply_to_message":{}1{}}}}}"#,
        r#"{"reply_to_message":"#.repeat(500),
        "}".repeat(500)
    );
    let deep = read(deep.as_bytes()).expect("an update");
    assert!(matches!(deep.kind, UpdateKind::Undecodable { .. }));
}

#[test]
fn what_is_no_update_is_not_sent_again() {
    for webhook in [webhook(), Webhook::without_secret()] {
        for wrong in [
            &b""[..],
            b"{",
            b"[]",
            b"{}",
            b"null",
            b"<html>",
            br#"{"update_id":"x"}"#,
            br#"{"update_id":7,"message":{"message_id":1,"#,
            br#"{"update_id":99999999999999999999,"message":{}}"#,
        ] {
            let rejection = webhook.read([SECRET], wrong).expect_err("a rejection");
            assert!(matches!(rejection, Rejection::Malformed(_)), "{rejection}");
            assert_eq!(rejection.status(), 200);
        }
    }
}

#[test]
fn a_reply_names_its_method() {
    let json = |reply: telegrammar::transport::Body| match reply {
        telegrammar::transport::Body::Json(json) => json,
        form => panic!("{form:?}"),
    };
    let reply = webhook::reply(&SendMessage::new(3, "a \"b\"")).expect("a reply");
    assert_eq!(reply.content_type(), "application/json");
    let expected = r#"{"chat_id":3,"text":"a \"b\"","method":"sendMessage"}"#;
    assert_eq!(json(reply), expected);

    let reply = webhook::reply(&Wave::new()).expect("a reply");
    assert_eq!(json(reply), r#"{"method":"wave"}"#);
}

#[test]
fn what_the_server_would_ignore_is_no_reply() {
    let errors = [
        webhook::reply(&GetMe::new()).err(),
        webhook::reply(&SetWebhook::new("https://example.com")).err(),
        webhook::reply(&GetWord::new()).err(),
    ];
    for (error, name) in errors.iter().zip(["getMe", "setWebhook", "getWord"]) {
        let Some(ReplyError::Ignored { method }) = error else {
            panic!("{name}: {error:?}");
        };
        assert_eq!(*method, name);
    }
    let error = webhook::reply(&SendMessage::new(3, "")).expect_err("an empty text");
    assert!(
        matches!(
            &error,
            ReplyError::Parameters(Error::Invalid(ValidationError { .. }))
        ),
        "{error}"
    );
    assert!(error.to_string().contains("sendMessage"), "{error}");
}

type Answer = fn(&Message) -> Result<telegrammar::transport::Body, ReplyError>;

struct Bot {
    webhook: Webhook,
    answer: Answer,
    got: Mutex<Vec<Result<Update, Rejection>>>,
}

async fn receive(
    State(bot): State<Arc<Bot>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response<Body>, StatusCode> {
    let update = bot
        .webhook
        .read(headers.get_all(webhook::SECRET_HEADER), &body);
    bot.got.lock().expect("no panic").push(update.clone());
    let update = update.map_err(|it| StatusCode::from_u16(it.status()).expect("a status"))?;
    let message = update.message().expect("a message");
    let reply = (bot.answer)(message).expect("a reply");
    let response = Response::builder().header("Content-Type", reply.content_type());
    let stream = reply.open().await.expect("a stream");
    Ok(response
        .body(Body::from_stream(stream))
        .expect("a response"))
}

/// Starts a bot behind a webhook.
async fn start(fake: &FakeBotApi, secret: &str, answer: Answer) -> Arc<Bot> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let url = format!("http://{}/bot", listener.local_addr().expect("an address"));
    let bot = Arc::new(Bot {
        webhook: webhook(),
        answer,
        got: Mutex::default(),
    });
    let router = Router::new().fallback(receive).with_state(Arc::clone(&bot));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let client = telegrammar::Bot::builder(TOKEN)
        .server(telegrammar::Server::new(fake.url()).expect("a server"))
        .build()
        .expect("a bot");
    let call = SetWebhook::new(url).secret_token(secret);
    call.send(&client).await.expect("a webhook");
    bot
}

#[tokio::test]
async fn the_server_performs_a_reply() {
    let fake = FakeBotApi::with_token(TOKEN).await.expect("a port");
    let bot = start(&fake, SECRET, |message| {
        webhook::reply(&message.reply("Hello"))
    })
    .await;
    let ann = fake.user("Ann");
    let message_id = ann.says("hi").await;
    let calls = fake.calls::<SendMessage>();
    assert_eq!(calls.len(), 1, "{:?}", bot.got);
    let to = calls[0]
        .reply_parameters
        .as_ref()
        .and_then(|it| it.message_id);
    assert_eq!((calls[0].text.as_str(), to), ("Hello", Some(message_id)));
    assert_eq!(fake.complaints(), [""; 0]);
}

#[tokio::test]
async fn the_server_performs_a_reply_with_an_upload() {
    let fake = FakeBotApi::with_token(TOKEN).await.expect("a port");
    let answer: Answer = |message| {
        let photo = InputFile::bytes("the picture").file_name("a.jpg");
        let reply = webhook::reply(&SendPhoto::new(&*message.chat, photo))?;
        assert!(
            reply
                .content_type()
                .starts_with("multipart/form-data; boundary=")
        );
        Ok(reply)
    };
    start(&fake, SECRET, answer).await;
    fake.user("Ann").says("hi");
    fake.idle().await;
    let requests = fake.requests();
    let request = requests
        .iter()
        .find(|it| it.method() == "sendPhoto")
        .expect("a request");
    assert_eq!(
        request.file("photo").map(|it| &it.content()[..]),
        Some(&b"the picture"[..])
    );
}

#[tokio::test]
async fn another_secret_is_refused_over_http() {
    let fake = FakeBotApi::with_token(TOKEN).await.expect("a port");
    let bot = start(&fake, "another", |_| panic!("not reached")).await;
    fake.user("Ann").says("hi");
    let first = async {
        loop {
            if let Some(first) = bot.got.lock().expect("no panic").first().cloned() {
                return first;
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    assert_eq!(first.await.err(), Some(Rejection::WrongSecret));
    assert_eq!(fake.calls::<SendMessage>().len(), 0);
}
