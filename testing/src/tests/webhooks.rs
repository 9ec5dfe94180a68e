//! Delivery to webhooks.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use http_body_util::BodyExt;
use serde_json::{Value, json};

use super::{FakeBotApi, call, result, start};

/// The secret and the body of a delivery.
type Delivered = (Option<String>, Value);

/// What an endpoint got, and what it answers.
#[derive(Clone, Default)]
pub(super) struct Endpoint {
    got: Arc<Mutex<Vec<Delivered>>>,
    answers: Arc<Mutex<Vec<Response<String>>>>,
}

impl Endpoint {
    /// Starts an endpoint. Returns its URL.
    pub(super) async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let router = Router::new().fallback(receive).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        url
    }

    pub(super) fn texts(&self) -> Vec<String> {
        let got = self.got.lock().expect("no panic");
        let text = |update: &Value| {
            update["message"]["text"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        got.iter().map(|(_, update)| text(update)).collect()
    }

    /// Returns the updates that came since the last time.
    pub(super) fn take(&self) -> Vec<Value> {
        let mut got = self.got.lock().expect("no panic");
        got.drain(..).map(|(_, update)| update).collect()
    }

    fn answer(&self, status: u16, body: &str) {
        let response = Response::builder()
            .status(status)
            .header("content-type", "application/json");
        self.respond(response.body(body.to_owned()).expect("a response"));
    }

    pub(super) fn respond(&self, response: Response<String>) {
        self.answers.lock().expect("no panic").push(response);
    }
}

async fn receive(State(endpoint): State<Endpoint>, request: Request) -> Response<String> {
    let (head, body) = request.into_parts();
    let secret = head.headers.get("x-telegram-bot-api-secret-token");
    let secret = secret.map(|value| value.to_str().expect("ASCII").to_owned());
    let body = body.collect().await.expect("a body").to_bytes();
    let update = serde_json::from_slice(&body).expect("JSON");
    endpoint
        .got
        .lock()
        .expect("no panic")
        .push((secret, update));
    let mut answers = endpoint.answers.lock().expect("no panic");
    if answers.is_empty() {
        Response::default()
    } else {
        answers.remove(0)
    }
}

async fn info(fake: &FakeBotApi) -> Value {
    result(&call(fake, "getWebhookInfo", "{}").await)
}

async fn set(fake: &FakeBotApi, url: &str) {
    let body = json!({"url": url, "secret_token": "s3cret", "max_connections": 7});
    call(fake, "setWebhook", &body.to_string()).await;
}

#[tokio::test]
async fn updates_are_delivered_with_the_secret() {
    let (fake, endpoint) = (start().await, Endpoint::default());
    let ann = fake.user("Ann");
    ann.says("before");
    assert_eq!(info(&fake).await["pending_update_count"], 1);
    set(&fake, &endpoint.start().await).await;
    ann.says("one");
    ann.says("two");
    fake.idle().await;
    assert_eq!(endpoint.texts(), ["before", "one", "two"]);
    let secrets: Vec<_> = endpoint
        .got
        .lock()
        .expect("no panic")
        .iter()
        .map(|(secret, _)| secret.clone())
        .collect();
    assert!(
        secrets
            .iter()
            .all(|secret| secret.as_deref() == Some("s3cret"))
    );
    let info = info(&fake).await;
    assert_eq!(info["pending_update_count"], 0);
    assert_eq!(info["max_connections"], 7);
    assert!(info.get("last_error_message").is_none());
}

#[tokio::test]
async fn a_failed_delivery_is_tried_again_in_order() {
    let (fake, endpoint) = (start().await, Endpoint::default());
    endpoint.answer(500, "");
    endpoint.answer(302, "");
    set(&fake, &endpoint.start().await).await;
    fake.user("Ann").says("one");
    fake.user("Ann").says("two");
    let ben = fake.user("Ben");
    ben.says("other");
    fake.idle().await;
    let texts = endpoint.texts();
    let of_ann: Vec<_> = texts
        .iter()
        .filter(|text| *text != "other")
        .cloned()
        .collect();
    assert_eq!(of_ann.iter().filter(|text| *text == "two").count(), 1);
    assert_eq!(of_ann.last().map(String::as_str), Some("two"));
    let error = info(&fake).await["last_error_message"].clone();
    assert!(
        error
            .as_str()
            .is_some_and(|text| text.starts_with("Wrong response from the webhook: ")),
        "{error}"
    );
}

#[tokio::test]
async fn a_reply_calls_a_method() {
    let (fake, endpoint) = (start().await, Endpoint::default());
    set(&fake, &endpoint.start().await).await;
    let ann = fake.user("Ann");
    endpoint.answer(
        200,
        &json!({"method": "sendMessage", "chat_id": ann.id(), "text": "Hello"}).to_string(),
    );
    ann.says("one");
    fake.idle().await;
    let calls = fake.calls::<telegrammar::methods::SendMessage>();
    assert_eq!((calls.len(), calls[0].text.as_str()), (1, "Hello"));
    // Methods that return something are ignored.
    endpoint.answer(200, r#"{"method":"deleteWebhook"}"#);
    ann.says("two");
    fake.idle().await;
    assert_ne!(info(&fake).await["url"], "");
}

#[tokio::test]
async fn an_endpoint_that_is_not_there_is_told() {
    let fake = start().await;
    set(&fake, "http://127.0.0.1:9/").await;
    fake.user("Ann").says("one");
    let mut error = Value::Null;
    for _ in 0..100 {
        tokio::time::sleep(Duration::from_millis(20)).await;
        error = info(&fake).await["last_error_message"].clone();
        if error.is_string() {
            break;
        }
    }
    assert_eq!(error, "Can't connect to the webhook");
    assert_eq!(info(&fake).await["pending_update_count"], 1);
}

#[tokio::test]
async fn wrong_urls_and_secrets_are_refused() {
    let fake = start().await;
    for (body, expected) in [
        (
            json!({"url": "http://example.com/"}),
            "bad webhook: An HTTPS URL must be provided for webhook",
        ),
        (
            json!({"url": "https://example.com:444/"}),
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        (json!({"url": "https:///"}), "invalid webhook URL specified"),
        (
            json!({"url": "https://example.com", "secret_token": "ä"}),
            "secret token contains unallowed characters",
        ),
    ] {
        let answer = call(&fake, "setWebhook", &body.to_string()).await;
        assert!(
            answer.contains(&format!("Bad Request: {expected}")),
            "{answer}"
        );
    }
    let set = json!({"url": "https://example.com"}).to_string();
    assert!(
        call(&fake, "setWebhook", &set)
            .await
            .contains("Webhook was set")
    );
    assert!(
        call(&fake, "setWebhook", &set)
            .await
            .contains("Webhook is already set")
    );
    assert!(
        call(&fake, "deleteWebhook", "{}")
            .await
            .contains("Webhook was deleted")
    );
    assert!(
        call(&fake, "deleteWebhook", "{}")
            .await
            .contains("Webhook is already deleted")
    );
}

#[tokio::test]
async fn an_update_is_not_lost_if_the_webhook_goes() {
    let (fake, endpoint) = (start().await, Endpoint::default());
    for _ in 0..9 {
        endpoint.answer(500, "");
    }
    set(&fake, &endpoint.start().await).await;
    fake.user("Ann").says("one");
    while endpoint.texts().len() < 2 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    call(&fake, "deleteWebhook", "{}").await;
    // The delivery that waits for its next attempt must end.
    tokio::time::sleep(Duration::from_millis(2500)).await;
    assert_eq!(endpoint.texts().len(), 2);
    let updates = result(&call(&fake, "getUpdates", "{}").await);
    assert_eq!(updates[0]["message"]["text"], "one");
}

#[test]
fn an_endpoint_is_the_host_that_is_checked() {
    use crate::world::Endpoint;
    let local = |url: &str| Endpoint::parse(url).map(|endpoint| endpoint.is_local());
    for url in [
        "http://127.0.0.1:8080/x",
        "HTTP://LOCALHOST",
        "http://[::1]:81/?a",
        "http://user:pw@127.0.0.1:9/x",
    ] {
        assert_eq!(local(url), Some(true), "{url}");
    }
    for url in [
        "http://127.0.0.1:1@example.com/",
        "http://127.0.0.1@127.0.0.3:8080/x",
        "http://example.com/127.0.0.1",
    ] {
        assert_eq!(local(url), Some(false), "{url}");
    }
    let cut = Endpoint::parse("http://127.0.0.1#@127.0.0.3:81/x").map(|it| it.address());
    assert_eq!(cut.as_deref(), Some("127.0.0.1:80"));
    for url in [
        "http://",
        "ftp://x",
        "x",
        "http://a b",
        "http://x:99999/",
        "http://x:0/",
        "https://exa mple.com",
    ] {
        assert_eq!(local(url), None, "{url}");
    }
}

#[tokio::test]
async fn a_refused_webhook_drops_the_pending_updates() {
    let fake = start().await;
    for (url, name, value) in [
        ("https://example.com:1/", "max_connections", json!(7)),
        ("http://example.com/", "max_connections", json!(7)),
        ("https://example.com/", "secret_token", json!("a b")),
        (
            "https://example.com/",
            "secret_token",
            json!("x".repeat(257)),
        ),
    ] {
        fake.first_user().says("x");
        let body = json!({"url": url, name: value, "drop_pending_updates": true});
        let answer = call(&fake, "setWebhook", &body.to_string()).await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
        let info = info(&fake).await;
        assert_eq!(info["pending_update_count"], 0, "{body}");
        assert_eq!(info["url"], "");
    }
}

#[tokio::test]
async fn a_webhook_ignores_kinds_that_are_no_list_of_texts() {
    let fake = start().await;
    let set = |kinds: Value| json!({"url": "https://example.com/", "allowed_updates": kinds});
    for (kinds, expected) in [
        (json!(["poll"]), json!(["poll"])),
        (json!("x"), json!(["poll"])),
        (json!({}), json!(["poll"])),
        (json!(["message", 5]), json!(["poll"])),
        (json!(["message"]), json!(["message"])),
    ] {
        result(&call(&fake, "setWebhook", &set(kinds).to_string()).await);
        assert_eq!(info(&fake).await["allowed_updates"], expected);
    }
}
