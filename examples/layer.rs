//! Adds tower layers around the transport: one of tower that limits the number of concurrent calls,
//! and a custom one that measures each call.
//!
//! ```text
//! cargo run --example layer
//! ```

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use telegrammar::methods::GetUserProfilePhotos;
use telegrammar::transport::{Request, Response};
use telegrammar::{Bot, Server};
use telegrammar_testing::{FakeBotApi, Reply};
use tokio::task::JoinSet;
use tower::Service;
use tower::layer::layer_fn;
use tower::limit::ConcurrencyLimitLayer;

/// A service that measures the calls of the inner service.
#[derive(Clone)]
struct Stopwatch<S> {
    inner: S,
    started: Instant,
}

impl<S> Service<Request> for Stopwatch<S>
where
    S: Service<Request, Response = Response>,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let (method, start) = (request.method(), self.started.elapsed());
        let (answer, started) = (self.inner.call(request), self.started);
        Box::pin(async move {
            let response = answer.await?;
            let (start, end) = (start.as_millis(), started.elapsed().as_millis());
            let status = response.status();
            println!("{start:>4} ms – {end:>4} ms  {method}  {status}");
            Ok(response)
        })
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    // A slow server.
    let fake = FakeBotApi::start().await?;
    let photos = serde_json::json!({"total_count": 0, "photos": []});
    let slow = Reply::result(photos).delay(Duration::from_millis(100));
    fake.reply("getUserProfilePhotos", slow.always());

    let started = Instant::now();
    let bot = Bot::builder(fake.token())
        .server(Server::new(fake.url())?)
        // The layer that is added last is outermost. Here it is the limit, so the time that a call
        // waits for its permit is not measured.
        .layer(layer_fn(move |inner| Stopwatch { inner, started }))
        .layer(ConcurrencyLimitLayer::new(2))
        .build()?;

    println!("Six calls at once, of which two run concurrently:");
    let mut calls = JoinSet::new();
    for user_id in 1..=6 {
        calls.spawn(GetUserProfilePhotos::new(user_id).send(&bot));
    }
    while let Some(outcome) = calls.join_next().await {
        outcome??;
    }
    Ok(())
}
