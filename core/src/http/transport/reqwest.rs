//! The default transport: HTTP/1.1 with reqwest, TLS with rustls and ring.

mod client;
mod file;
mod progress;
mod proxy;
mod streamed;

use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use ::reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};
use ::reqwest::{RequestBuilder, Url};
use bytes::{Bytes, BytesMut};
use tower_service::Service;

pub use self::client::ClientError;
pub(crate) use self::client::ClientOptions;
use self::client::client;
use self::progress::Progress;
use self::streamed::{Broken, streamed};
use super::{Erased, Transport, TransportFuture};
use crate::error::{TransportError, TransportErrorKind};
use crate::http::body::{Body, UploadError};
use crate::http::envelope::refusal::seconds;
use crate::http::request::Request;
use crate::http::response::Response;
use crate::http::server::Server;
use crate::http::token::Token;

/// Initial capacity for a response at most, whatever length it declares.
const FIRST_CAPACITY: u64 = 1 << 20;

/// A transport that uses a [`reqwest::Client`](::reqwest::Client). Clones share the client's
/// connections.
#[derive(Clone)]
pub struct Reqwest(Arc<Inner>);

struct Inner {
    client: ::reqwest::Client,
    server: Server,
    /// The server's URL without the token, so that the token is copied for each request only.
    base: Option<Url>,
    token: Token,
    connect_timeout: Duration,
}

impl Reqwest {
    /// Creates a transport with its own client, for requests to `server`.
    ///
    /// Each request is sent with the token of its bot ([`Request::token`]); `token` is for a request
    /// of no bot.
    ///
    /// The client uses HTTP/1.1, as the server does. It verifies certificates with the system's
    /// store, through ring and without changing rustls' process-wide provider. Its timeout for
    /// connecting is 10 s. It does not follow redirects, because they would disclose the token.
    ///
    /// It uses the proxy that `HTTPS_PROXY` or `ALL_PROXY` of the environment names, in upper or
    /// lower case, unless `NO_PROXY` exempts the server. A server on this machine, and one without
    /// encryption (`http://`), is reached directly, because such a proxy would see the token;
    /// [`BotBuilder::proxy_http`](crate::BotBuilder::proxy_http) changes the latter. A SOCKS proxy
    /// needs the feature `socks`.
    ///
    /// # Errors
    ///
    /// The client cannot be created, for example because the system has no certificates, or because
    /// a variable names a proxy that cannot be used.
    pub fn new(server: Server, token: Token) -> Result<Self, ClientError> {
        Self::create(server, token, ClientOptions::default())
    }

    /// Creates a transport with its own client.
    pub(crate) fn create(
        server: Server,
        token: Token,
        options: ClientOptions,
    ) -> Result<Self, ClientError> {
        let client = client(&server, options)?;
        Ok(Self::assemble(client, server, token, options))
    }

    /// Creates a transport with this client. `server` and `token` are those of
    /// [`new`](Self::new).
    ///
    /// Build the client with `redirect(Policy::none())` and `referer(false)`. A client that follows
    /// redirects discloses the URL, which contains the token, to another host.
    ///
    /// Building a client panics if neither a feature of your reqwest nor the process provides
    /// cryptography: see "Beside your own reqwest" in the README of telegrammar.
    #[must_use]
    pub fn with_client(client: ::reqwest::Client, server: Server, token: Token) -> Self {
        Self::assemble(client, server, token, ClientOptions::default())
    }

    /// Creates a transport with this client, which may take the time of `options` to connect.
    pub(crate) fn assemble(
        client: ::reqwest::Client,
        server: Server,
        token: Token,
        options: ClientOptions,
    ) -> Self {
        Self(Arc::new(Inner {
            client,
            base: Url::parse(server.base_url()).ok(),
            server,
            token,
            connect_timeout: options.connect_timeout,
        }))
    }
}

impl fmt::Debug for Reqwest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reqwest")
            .field("server", &self.0.server)
            .field("token", &self.0.token)
            .finish_non_exhaustive()
    }
}

impl Service<Request> for Reqwest {
    type Response = Response;
    type Error = TransportError;
    type Future = TransportFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> TransportFuture {
        let inner = Arc::clone(&self.0);
        Box::pin(async move {
            let method = request.method();
            match inner.send(&request).await {
                Ok(response) => Ok(response),
                Err(Failure::TooLarge { status }) => Err(TransportError::new(
                    method,
                    TransportErrorKind::TooLarge {
                        status,
                        limit: request.response_limit(),
                    },
                )),
                Err(Failure::Stalled(what)) => {
                    Err(TransportError::new(method, TransportErrorKind::Timeout).with_source(what))
                }
                Err(Failure::Upload(error)) => {
                    Err(TransportError::new(method, TransportErrorKind::Upload).with_source(error))
                }
                Err(Failure::Reqwest(error)) => {
                    Err(TransportError::new(method, kind(&error))
                        .with_source(error.without_url())
                        // An inner source, which `without_url` does not reach, may contain the URL.
                        .redact(inner.token(&request)))
                }
            }
        })
    }
}

impl Transport {
    /// Creates the default transport, which needs no additional boxed future.
    pub(crate) fn reqwest(transport: Reqwest) -> Self {
        Self(Arc::new(transport))
    }
}

impl Erased for Reqwest {
    fn send(&self, request: Request) -> TransportFuture {
        self.clone().call(request)
    }
}

enum Failure {
    Upload(UploadError),
    /// An upload made no progress, or its response did not come in time.
    Stalled(String),
    TooLarge {
        status: u16,
    },
    Reqwest(::reqwest::Error),
}

impl From<::reqwest::Error> for Failure {
    fn from(error: ::reqwest::Error) -> Self {
        Self::Reqwest(error)
    }
}

impl Inner {
    async fn send(&self, request: &Request) -> Result<Response, Failure> {
        match request.body() {
            Body::Json(json) => {
                let mut post = self
                    .post(request)
                    .header(CONTENT_TYPE, HeaderValue::from_static("application/json"))
                    .body(json.clone());
                if let Some(timeout) = request.answer_timeout() {
                    post = post.timeout(timeout.saturating_add(self.connect_timeout));
                }
                answer(post, request).await
            }
            Body::Multipart(_) => self.upload(request).await,
        }
    }

    /// Sends a form. Its time is not limited, but the time without progress is.
    async fn upload(&self, request: &Request) -> Result<Response, Failure> {
        let progress = Progress::new(self.connect_timeout, request);
        let broken = Broken::default();
        let exchange = async {
            let body = request.body().open().await.map_err(Failure::Upload)?;
            let post = self
                .post(request)
                .header(CONTENT_TYPE, request.body().content_type())
                .body(streamed(body, &broken, &progress));
            answer(post, request).await
        };
        match progress.watch(exchange).await {
            // The reason why reqwest aborted is known more precisely here.
            Ok(Err(failure)) => Err(broken.take().map_or(failure, Failure::Upload)),
            Ok(response) => response,
            Err(what) => Err(Failure::Stalled(what)),
        }
    }

    /// Returns the token of the bot that sends the request, which may be one of many.
    fn token<'a>(&'a self, request: &'a Request) -> &'a Token {
        request.token().unwrap_or(&self.token)
    }

    /// Returns the URL of a method. Parsing only the path saves 8.6 k instructions a call. A token
    /// that is percent-encoded already would be encoded once more, so `None` is returned for it.
    fn url(&self, token: &Token, method: &str) -> Option<Url> {
        if token.is_encoded() {
            return None;
        }
        let mut url = self.base.clone()?;
        {
            let mut segments = url.path_segments_mut().ok()?;
            let path = self.server.method_path(token, method);
            segments.pop_if_empty().extend(path.split('/'));
        }
        Some(url)
    }

    fn post(&self, request: &Request) -> RequestBuilder {
        let token = self.token(request);
        match self.url(token, request.method()) {
            Some(url) => self.client.post(url),
            None => self
                .client
                .post(self.server.method_url(token, request.method())),
        }
    }
}

/// Sends a request and reads its response.
async fn answer(post: RequestBuilder, request: &Request) -> Result<Response, Failure> {
    let response = post.send().await?;
    let status = response.status().as_u16();
    let is_success = response.status().is_success();
    let retry_after = (!is_success).then(|| retry_after(response.headers()));
    let body = read(response, request.response_limit()).await?;
    Ok(Response::new(status, body).with_retry_after(retry_after.flatten()))
}

/// Returns the seconds of the header `Retry-After`. A date is ignored, because the clocks may differ.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    seconds(headers.get(RETRY_AFTER)?.to_str().ok()?.trim())
}

/// Reads the body, and stops as soon as it is known to be larger than `limit`.
async fn read(mut response: ::reqwest::Response, limit: usize) -> Result<Bytes, Failure> {
    let status = response.status().as_u16();
    let announced = response.content_length().unwrap_or_default();
    if usize::try_from(announced).map_or(true, |announced| announced > limit) {
        return Err(Failure::TooLarge { status });
    }
    // Most responses arrive as one chunk, which is passed on without copying.
    let mut first = Bytes::new();
    let mut body = BytesMut::new();
    while let Some(chunk) = response.chunk().await? {
        if chunk.len() > limit.saturating_sub(first.len().max(body.len())) {
            return Err(Failure::TooLarge { status });
        }
        if first.is_empty() && body.is_empty() {
            first = chunk;
            continue;
        }
        if body.is_empty() {
            body.reserve(usize::try_from(announced.min(FIRST_CAPACITY)).unwrap_or_default());
            body.extend_from_slice(&std::mem::take(&mut first));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(if body.is_empty() {
        first
    } else {
        body.freeze()
    })
}

fn kind(error: &::reqwest::Error) -> TransportErrorKind {
    // A builder error occurs before anything is sent. A timeout while connecting is both.
    if error.is_connect() || error.is_builder() {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else if error.is_request() || error.is_body() || error.is_decode() {
        TransportErrorKind::Interrupted
    } else {
        TransportErrorKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_is_the_servers_own() -> Result<(), Box<dyn std::error::Error>> {
        let telegram: Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11".parse()?;
        let custom = Token::custom("-._~!$&'()*+,;=:@aZ09")?;
        let client = client(&Server::new("http://localhost")?, ClientOptions::default())?;
        for base in [
            "https://api.telegram.org",
            "http://localhost:8081/",
            "http://[::1]:8081",
            "HTTPS://Example.com:443/a/b%20c/",
            "http://127.0.0.1/prefix",
        ] {
            for (test, token) in [(false, &telegram), (true, &telegram), (true, &custom)] {
                let server = Server::new(base)?.test(test);
                let expected = server.method_url(token, "getMe");
                let expected = Url::parse(&expected)?;
                assert!(expected.path().contains(token.expose()), "{expected}");
                let transport = Reqwest::with_client(client.clone(), server, token.clone());
                assert_eq!(transport.0.url(token, "getMe"), Some(expected), "{base}");
            }
        }
        Ok(())
    }
}
