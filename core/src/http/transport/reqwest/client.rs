//! The HTTP client of the default transport: its limits, proxy and TLS.

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::BuilderVerifierExt;

use super::proxy::{self, Options, ProxyError, Route};
use crate::http::server::Server;

/// Well below the 500 s after which the server closes an idle connection, so that a request is
/// never written to a connection that is being closed.
const IDLE_TIMEOUT: Duration = Duration::from_secs(90);

/// The default HTTP client could not be created. The text names an environment variable that is at
/// fault, but never contains its value.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct ClientError(Problem);

#[derive(Debug, thiserror::Error)]
enum Problem {
    #[error(transparent)]
    Proxy(#[from] ProxyError),
    #[error("the HTTP client could not be created")]
    Build(#[source] Box<dyn StdError + Send + Sync>),
}

/// Settings of the client.
#[derive(Clone, Copy)]
pub(crate) struct ClientOptions {
    /// Whether a proxy is used for a server without encryption.
    pub(crate) proxy_http: bool,
    pub(crate) connect_timeout: Duration,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            proxy_http: false,
            connect_timeout: Duration::from_secs(10),
        }
    }
}

/// Creates a client for requests to a server.
pub(super) fn client(
    server: &Server,
    options: ClientOptions,
) -> Result<::reqwest::Client, ClientError> {
    build(server, options).map_err(ClientError)
}

fn build(server: &Server, client: ClientOptions) -> Result<::reqwest::Client, Problem> {
    let options = Options {
        proxy_http: client.proxy_http,
        socks: cfg!(feature = "socks"),
    };
    let route = proxy::route(server, options, |name| std::env::var_os(name))?;
    let tls = tls(server).map_err(|error| Problem::Build(error.into()))?;
    let client = ::reqwest::Client::builder()
        // What may be repeated, only a definition knows.
        .retry(::reqwest::retry::never())
        .user_agent(concat!("telegrammar/", env!("CARGO_PKG_VERSION")))
        // Another crate may enable a decoder, which would take a file for what it is packed in.
        .no_gzip()
        .no_brotli()
        .no_deflate()
        .no_zstd()
        .redirect(::reqwest::redirect::Policy::none())
        .referer(false)
        .http1_only()
        .tcp_nodelay(true)
        .connect_timeout(client.connect_timeout)
        .pool_idle_timeout(IDLE_TIMEOUT)
        .tls_backend_preconfigured(tls);
    let client = match route {
        Route::Direct => client.no_proxy(),
        Route::System => client,
        Route::Proxy(url) => client.proxy(
            ::reqwest::Proxy::all(url)
                .map_err(|error| Problem::Build(error.without_url().into()))?,
        ),
    };
    client
        .build()
        .map_err(|error| Problem::Build(error.without_url().into()))
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
