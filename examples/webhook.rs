//! A bot behind a webhook, on axum: it answers each request of the server with a call.
//!
//! ```sh
//! cargo run --example webhook
//! ```

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use telegrammar::methods::{SendMessage, SetWebhook};
use telegrammar::types::Update;
use telegrammar::webhook::{self, Secret, Webhook};
use telegrammar_testing::FakeBotApi;

async fn receive(bot: State<Arc<Webhook>>, headers: HeaderMap, body: Bytes) -> Response {
    match bot.read(headers.get_all(webhook::SECRET_HEADER), &body) {
        // Accepted even without a reply: otherwise, the server sends the update again.
        Ok(update) => echo(&update).await.unwrap_or_default(),
        Err(refused) => StatusCode::from_u16(refused.status())
            .unwrap_or(StatusCode::FORBIDDEN)
            .into_response(),
    }
}

async fn echo(update: &Update) -> Option<Response> {
    let message = update.message()?;
    let reply = webhook::reply(&message.reply(message.text.as_deref()?)).ok()?;
    let content_type = [("Content-Type", reply.content_type().to_owned())];
    Some((content_type, Body::from_stream(reply.open().await.ok()?)).into_response())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // In the place of Telegram.
    let fake = FakeBotApi::start().await?;
    let secret = Secret::derived(&fake.token().parse()?);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let call = SetWebhook::new(url).secret_token(secret.expose());
    call.send(&fake.bot()).await?;
    let app = axum::Router::new().fallback(receive);
    let app = app.with_state(Arc::new(Webhook::new(secret)));
    tokio::spawn(async { axum::serve(listener, app).await });

    fake.user("Ann").says("Hello");
    let call = fake.call::<SendMessage>().await;
    assert_eq!(call.text, "Hello");
    Ok(())
}
