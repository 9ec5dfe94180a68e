//! The default transport: HTTP/1.1 with reqwest, TLS with rustls and ring.

mod file;
mod progress;
mod streamed;

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use ::reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};
use ::reqwest::{RequestBuilder, Url};
use bytes::{Bytes, BytesMut};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;
use tower_service::Service;

use self::progress::Progress;
use self::streamed::{Broken, streamed};
use super::{Erased, Transport, TransportFuture};
use crate::error::{TransportError, TransportErrorKind};
use crate::http::body::{Body, UploadError};
use crate::http::request::Request;
use crate::http::response::Response;
use crate::http::server::Server;
use crate::http::token::Token;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// Well below the 500 s after which the server closes an idle connection, so that a request is
/// never written to a connection that is being closed.
const IDLE_TIMEOUT: Duration = Duration::from_secs(90);
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
}

/// The default HTTP client could not be created.
#[derive(Debug, thiserror::Error)]
#[error("the HTTP client could not be made")]
pub struct ClientError(#[source] Box<dyn StdError + Send + Sync>);

impl Reqwest {
    /// Creates a transport with its own client.
    ///
    /// The client uses HTTP/1.1, as the server does. It verifies certificates with the system's
    /// store, through ring and without changing rustls' process-wide provider. Its timeout for
    /// connecting is 10 s. It does not follow redirects, because they would disclose the token. It
    /// uses the proxy of the environment (`HTTPS_PROXY` etc.), except for a server on this machine.
    ///
    /// # Errors
    ///
    /// The client cannot be created, for example because the system has no certificates.
    pub fn new(server: Server, token: Token) -> Result<Self, ClientError> {
        let client = client(&server).map_err(ClientError)?;
        Ok(Self::with_client(client, server, token))
    }

    /// Creates a transport with this client.
    ///
    /// Build the client with `redirect(Policy::none())` and `referer(false)`. A client that follows
    /// redirects discloses the URL, which contains the token, to another host.
    #[must_use]
    pub fn with_client(client: ::reqwest::Client, server: Server, token: Token) -> Self {
        Self(Arc::new(Inner {
            client,
            base: Url::parse(server.base_url()).ok(),
            server,
            token,
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
                        .redact(&inner.token))
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
                    post = post.timeout(timeout.saturating_add(CONNECT_TIMEOUT));
                }
                answer(post, request).await
            }
            Body::Multipart(_) => self.upload(request).await,
        }
    }

    /// Sends a form. Its time is not limited, but the time without progress is.
    async fn upload(&self, request: &Request) -> Result<Response, Failure> {
        let progress = Progress::new(CONNECT_TIMEOUT, request);
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

    /// Returns the URL of a method. Parsing only the path saves 8.6 k instructions a call.
    fn url(&self, method: &str) -> Option<Url> {
        let mut url = self.base.clone()?;
        {
            let mut segments = url.path_segments_mut().ok()?;
            let path = self.server.method_path(&self.token, method);
            segments.pop_if_empty().extend(path.split('/'));
        }
        Some(url)
    }

    fn post(&self, request: &Request) -> RequestBuilder {
        match self.url(request.method()) {
            Some(url) => self.client.post(url),
            None => self
                .client
                .post(self.server.method_url(&self.token, request.method())),
        }
    }
}

/// Sends a request and reads its response.
async fn answer(post: RequestBuilder, request: &Request) -> Result<Response, Failure> {
    let response = post.send().await?;
    let status = response.status().as_u16();
    let retry_after = retry_after(response.headers());
    let body = read(response, request.response_limit()).await?;
    Ok(Response::new(status, body).with_retry_after(retry_after))
}

/// Returns the seconds of the header `Retry-After`. A date is ignored, because the clocks may differ.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(RETRY_AFTER)?.to_str().ok()?;
    seconds.trim().parse().ok().map(Duration::from_secs)
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

fn client(server: &Server) -> Result<::reqwest::Client, Box<dyn StdError + Send + Sync>> {
    let mut client = ::reqwest::Client::builder()
        .user_agent(concat!("telegrammar/", env!("CARGO_PKG_VERSION")))
        .redirect(::reqwest::redirect::Policy::none())
        .referer(false)
        .http1_only()
        .tcp_nodelay(true)
        .connect_timeout(CONNECT_TIMEOUT)
        .pool_idle_timeout(IDLE_TIMEOUT)
        .tls_backend_preconfigured(tls(server)?);
    if server.is_loopback() {
        client = client.no_proxy();
    }
    Ok(client.build()?)
}

/// Created here rather than by reqwest, which panics if the process has no default provider.
fn tls(server: &Server) -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let mut config = if server.is_https() {
        config.with_platform_verifier()?.with_no_client_auth()
    } else {
        // Without encryption, certificates are not used, and a system may have none.
        config
            .with_root_certificates(RootCertStore::empty())
            .with_no_client_auth()
    };
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_url_is_the_servers_own() -> Result<(), Box<dyn StdError>> {
        let token: Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11".parse()?;
        let client = client(&Server::new("http://localhost")?)
            .map_err(|error| -> Box<dyn StdError> { error })?;
        for base in [
            "https://api.telegram.org",
            "http://localhost:8081/",
            "http://[::1]:8081",
            "HTTPS://Example.com:443/a/b%20c/",
            "http://127.0.0.1/prefix",
        ] {
            for test in [false, true] {
                let server = Server::new(base)?.test(test);
                let expected = Url::parse(&server.method_url(&token, "getMe"))?;
                let transport = Reqwest::with_client(client.clone(), server, token.clone());
                assert_eq!(transport.0.url("getMe"), Some(expected), "{base}");
            }
        }
        Ok(())
    }
}
