//! Requests for files.

use std::error::Error as StdError;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use ::reqwest::header::{IF_RANGE, RANGE};
use bytes::Bytes;
use futures_core::Stream;
use http_body::Body as _;
use tower_service::Service;

use super::Reqwest;
use crate::error::redact_source;
use crate::http::file::request::FileRequest;
use crate::http::file::response::FileResponse;
use crate::http::token::Token;

type BoxError = Box<dyn StdError + Send + Sync>;

/// Requests files over the same connections as calls. A file's URL is that of the request, whatever
/// server and token the transport has.
impl Service<FileRequest> for Reqwest {
    type Response = FileResponse;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<FileResponse, BoxError>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: FileRequest) -> Self::Future {
        let inner = Arc::clone(&self.0);
        Box::pin(async move {
            let token = request.token().clone();
            let mut get = inner.client.get(request.url());
            if let Some(range) = request.range() {
                get = get.header(RANGE, range);
            }
            if let Some(validator) = request.if_range() {
                get = get.header(IF_RANGE, validator);
            }
            let response = get.send().await.map_err(|error| failed(error, &token))?;
            let status = response.status().as_u16();
            let headers: Vec<_> = response
                .headers()
                .iter()
                .filter_map(|(name, value)| {
                    Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))
                })
                .collect();
            let body = Chunks {
                body: response.into(),
                token,
            };
            let response = FileResponse::new(status, body);
            Ok(headers
                .into_iter()
                .fold(response, |response, (name, value)| {
                    response.with_header(name, value)
                }))
        })
    }
}

/// Converts an error of reqwest, without the URL, which contains the token.
fn failed(error: ::reqwest::Error, token: &Token) -> BoxError {
    // An inner source, which `without_url` does not reach, may contain the URL.
    redact_source(Box::new(error.without_url()), token)
}

/// The chunks of a body.
struct Chunks {
    body: ::reqwest::Body,
    token: Token,
}

impl Stream for Chunks {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            return Poll::Ready(match Pin::new(&mut self.body).poll_frame(cx) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(None) => None,
                Poll::Ready(Some(Err(error))) => Some(Err(failed(error, &self.token))),
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(bytes) => Some(Ok(bytes)),
                    // Trailers.
                    Err(_) => continue,
                },
            });
        }
    }
}
