//! Sends calls through a custom transport: a function that responds without a network, as in a unit
//! test.
//!
//! ```text
//! cargo run --example transport
//! ```

use std::convert::Infallible;

use telegrammar::Bot;
use telegrammar::methods::GetUserProfilePhotos;
use telegrammar::transport::{Body, Request, Response};
use tower::service_fn;

/// Any service from [`Request`] to [`Response`] is a transport. It receives no URL. If it needs one, it
/// calls `Server::method_url` with `Request::server` and `Request::token`.
async fn answer(request: Request) -> Result<Response, Infallible> {
    if let Body::Json(json) = request.body() {
        let json = String::from_utf8_lossy(json);
        println!("call      {} {json}", request.method());
    }
    let body = match request.method() {
        "getUserProfilePhotos" => r#"{"ok":true,"result":{"total_count":0,"photos":[]}}"#,
        _ => r#"{"ok":false,"error_code":404,"description":"Not Found"}"#,
    };
    Ok(Response::new(200, body))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bot = Bot::builder("123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0")
        .transport(service_fn(answer))
        .build()?;

    let photos = GetUserProfilePhotos::new(42).limit(1).send(&bot).await?;
    println!("result    {} pictures", photos.total_count);
    Ok(())
}
