//! The interface between a call and the network: any tower service from [`Request`] to
//! [`Response`]. Here: the type-erased transport, and the default one with reqwest. Not here: the
//! layers of a bot (`client`).

pub(crate) mod file;
#[cfg(feature = "reqwest")]
mod reqwest;

#[cfg(feature = "reqwest")]
pub(crate) use self::reqwest::ClientOptions;
#[cfg(feature = "reqwest")]
#[cfg_attr(docsrs, doc(cfg(feature = "reqwest")))]
pub use self::reqwest::{ClientError, Reqwest};

use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tower_service::Service;

use crate::error::TransportError;
use crate::http::request::Request;
use crate::http::response::Response;

/// The future that a [`Transport`] returns.
pub type TransportFuture =
    Pin<Box<dyn Future<Output = Result<Response, TransportError>> + Send + 'static>>;

/// A type-erased tower service that sends requests. Clones share it.
///
/// It is always ready: the readiness of the inner service, such as a permit of a concurrency limit,
/// is awaited as part of each call. Nothing happens before the future is polled.
#[derive(Clone)]
pub struct Transport(Arc<dyn Erased>);

impl Transport {
    /// Creates a transport from a service.
    ///
    /// Each request goes to a clone of the service, so clones must share their state, as those of
    /// tower's `ConcurrencyLimit` and `Buffer` do. An error of the service that is not a
    /// [`TransportError`] becomes one of kind [`Other`](crate::error::TransportErrorKind::Other).
    pub fn new<S>(service: S) -> Self
    where
        S: Service<Request, Response = Response> + Clone + Send + Sync + 'static,
        S::Error: Into<Box<dyn StdError + Send + Sync>>,
        S::Future: Send,
    {
        Self(Arc::new(Foreign(service)))
    }

    /// Wraps this transport: each request is passed to `send`, with the transport.
    pub(crate) fn wrap<F>(self, send: F) -> Self
    where
        F: Fn(&Self, Request) -> TransportFuture + Send + Sync + 'static,
    {
        Self(Arc::new(Wrapped { inner: self, send }))
    }

    /// Sends a request.
    pub(crate) fn send(&self, request: Request) -> TransportFuture {
        self.0.send(request)
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Transport")
    }
}

impl Service<Request> for Transport {
    type Response = Response;
    type Error = TransportError;
    type Future = TransportFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> TransportFuture {
        self.send(request)
    }
}

trait Erased: Send + Sync {
    fn send(&self, request: Request) -> TransportFuture;
}

struct Wrapped<F> {
    inner: Transport,
    send: F,
}

impl<F> Erased for Wrapped<F>
where
    F: Fn(&Transport, Request) -> TransportFuture + Send + Sync,
{
    fn send(&self, request: Request) -> TransportFuture {
        (self.send)(&self.inner, request)
    }
}

/// Implements `tower_layer::Layer` for a layer that is `Clone` and has a function
/// `send(&self, inner: &Transport, request: Request) -> TransportFuture`.
macro_rules! layer {
    ($layer:ty) => {
        impl<S> ::tower_layer::Layer<S> for $layer
        where
            S: ::tower_service::Service<
                    $crate::http::request::Request,
                    Response = $crate::http::response::Response,
                > + Clone
                + Send
                + Sync
                + 'static,
            S::Error: Into<Box<dyn ::std::error::Error + Send + Sync>>,
            S::Future: Send,
        {
            type Service = $crate::http::transport::Transport;

            fn layer(&self, inner: S) -> Self::Service {
                self.wrap($crate::http::transport::Transport::new(inner))
            }
        }

        impl $layer {
            /// Wraps a transport without another indirection.
            pub(crate) fn wrap(
                &self,
                inner: $crate::http::transport::Transport,
            ) -> $crate::http::transport::Transport {
                let layer = self.clone();
                inner.wrap(move |inner, request| layer.send(inner, request))
            }
        }
    };
}
pub(crate) use layer;

struct Foreign<S>(S);

impl<S> Erased for Foreign<S>
where
    S: Service<Request, Response = Response> + Clone + Send + Sync + 'static,
    S::Error: Into<Box<dyn StdError + Send + Sync>>,
    S::Future: Send,
{
    fn send(&self, request: Request) -> TransportFuture {
        let mut service = self.0.clone();
        let method = request.method();
        let ours = move |error: S::Error| TransportError::from_foreign(method, error.into());
        Box::pin(async move {
            // Call the clone that was polled ready; readiness may be a permit.
            poll_fn(|cx| service.poll_ready(cx)).await.map_err(ours)?;
            service.call(request).await.map_err(ours)
        })
    }
}
