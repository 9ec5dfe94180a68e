//! Request line, headers and body.

use serde_json::Value;
use telegrammar::error::Delivery;
use telegrammar::{Error, telegram_method};

use super::loopback::{answered, body};
use super::numbers::Numbers;
use crate::TOKEN;

#[telegram_method("getUserProfilePhotos", returns = Value)]
struct Photos {
    user_id: i64,
    offset: Option<i64>,
    limit: Option<i64>,
}

#[telegram_method("logOut")]
struct LogOut;

#[telegram_method("giveRating", unlisted, returns = bool)]
struct GiveRating<'a> {
    user_id: i64,
    r#type: &'a str,
    #[telegram(rename = "comment_text")]
    comment: Option<String>,
    #[telegram(skip)]
    note_to_self: u8,
}

#[tokio::test]
async fn a_call_is_one_post_to_the_method_below_the_token() {
    let (sent, result) = answered(r#"{"total_count":0,"photos":[]}"#, |bot| {
        Photos {
            user_id: 42,
            offset: Some(42),
            limit: Some(100),
        }
        .send(bot)
    })
    .await
    .unwrap();
    assert_eq!(
        sent.line,
        format!("POST /bot{TOKEN}/getUserProfilePhotos HTTP/1.1")
    );
    assert_eq!(sent.body, r#"{"user_id":42,"offset":42,"limit":100}"#);
    assert_eq!(sent.header("content-type"), ["application/json"]);
    assert_eq!(sent.header("content-length"), [sent.body.len().to_string()]);
    assert_eq!(sent.header("host").len(), 1);
    assert_eq!(result["total_count"], 0);
}

#[tokio::test]
async fn no_header_but_the_usual_ones_is_sent_and_none_holds_the_token() {
    let (sent, _) = answered::<bool>("true", |bot| LogOut.send(bot))
        .await
        .unwrap();
    let usual = [
        "host",
        "content-type",
        "content-length",
        "accept",
        "accept-encoding",
        "user-agent",
    ];
    for (name, value) in &sent.headers {
        assert!(usual.contains(&name.as_str()), "{name}: {value}");
        assert!(!value.contains("Secret"), "{name}: {value}");
    }
}

#[tokio::test]
async fn a_method_without_parameters_sends_an_empty_object() {
    assert_eq!(body(|bot| LogOut.send(bot)).await, "{}");
}

#[tokio::test]
async fn none_is_omitted() {
    let (sent, _) = answered::<Value>("null", |bot| Photos::new(1).limit(7).send(bot))
        .await
        .unwrap();
    assert_eq!(sent.body, r#"{"user_id":1,"limit":7}"#);
}

#[tokio::test]
async fn a_method_that_telegrammar_does_not_know_is_sent_as_declared() {
    let (sent, done) = answered::<bool>("true", |bot| {
        GiveRating::new(7, "star").comment("well done").send(bot)
    })
    .await
    .unwrap();
    assert!(done);
    assert_eq!(sent.line, format!("POST /bot{TOKEN}/giveRating HTTP/1.1"));
    // The raw identifier without its prefix, the renamed field by its wire name, no skipped field.
    assert_eq!(
        sent.body,
        r#"{"user_id":7,"type":"star","comment_text":"well done"}"#
    );
    assert_eq!(GiveRating::new(7, "star").note_to_self, 0);
}

#[tokio::test]
async fn all_ways_to_send_a_method_send_the_same_request() {
    let method = GiveRating::new(1, "x");
    let expected = r#"{"user_id":1,"type":"x"}"#;
    assert_eq!(body(|bot| method.send(bot)).await, expected);
    assert_eq!(body(|bot| bot.send(&method)).await, expected);
    assert_eq!(body(|bot| bot.send(method)).await, expected);
}

#[tokio::test]
async fn nothing_is_sent_when_a_rule_is_violated() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let bot = telegrammar::Bot::builder(TOKEN)
        .server(telegrammar::Server::new(&url).unwrap())
        .build()
        .unwrap();
    let error = Photos::new(1).limit(101).send(&bot).await.unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent);
    let error = Numbers::new(f64::NAN).send(&bot).await.unwrap_err();
    assert!(matches!(error, Error::Encode(_)), "{error:?}");
    assert_eq!(error.delivery(), Delivery::NotSent);
    assert_eq!(
        error.to_string(),
        "`numbers` was not sent: `float` must be a finite number, but is NaN"
    );
    let wait = std::time::Duration::from_millis(20);
    let connection = tokio::time::timeout(wait, listener.accept()).await;
    assert!(connection.is_err(), "someone has connected");
}
