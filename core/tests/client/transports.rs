//! Custom transports and layers, without a network.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use crate::loopback::{EMPTY, SECRET, TOKEN, photos};
use telegrammar_core::error::{Delivery, ResponseErrorKind, TransportError, TransportErrorKind};
use telegrammar_core::transport::{Body, Request, Response, Transport};
use telegrammar_core::{Bot, Error};
use tower::limit::ConcurrencyLimitLayer;
use tower::timeout::TimeoutLayer;
use tower::{Layer, Service, service_fn};

fn answering(
    body: &'static str,
) -> impl Service<
    Request,
    Response = Response,
    Error = Infallible,
    Future = impl Future<Output = Result<Response, Infallible>> + Send,
> + Clone
+ Send
+ Sync
+ 'static {
    service_fn(move |_| async move { Ok(Response::new(200, body)) })
}

async fn failing(error: TransportError) -> Error {
    let error = Mutex::new(Some(error));
    let error = Arc::new(error);
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(move |_| {
            ready(Err::<Response, _>(error.lock().unwrap().take().unwrap()))
        }))
        .build()
        .unwrap();
    bot.send(photos(1)).await.unwrap_err()
}

fn cause(error: &Error) -> &(dyn std::error::Error + 'static) {
    let Error::Transport(error) = error else {
        panic!("{error:?}")
    };
    error.cause().unwrap()
}

#[tokio::test]
async fn a_transport_sees_the_call_and_its_bot() {
    let seen = Arc::new(Mutex::new(None));
    let keep = seen.clone();
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(move |request: Request| {
            *keep.lock().unwrap() = Some(request);
            ready(Ok::<_, Infallible>(Response::new(200, EMPTY)))
        }))
        .timeout(Duration::from_secs(7))
        .response_limit(4096)
        .build()
        .unwrap();
    let result = bot.send(photos(987_654_321)).await.unwrap();
    assert_eq!(result.total_count, 0);
    let request = seen.lock().unwrap().take().unwrap();
    assert_eq!(request.method(), "getUserProfilePhotos");
    assert_eq!(request.info().params().len(), 3);
    assert_eq!(request.timeout(), Some(Duration::from_secs(7)));
    assert_eq!(request.response_limit(), 4096);
    assert_eq!(request.body().content_type(), "application/json");
    let Body::Json(json) = request.body() else {
        panic!("{request:?}")
    };
    assert_eq!(json, "{\"user_id\":987654321}");
    assert!(!format!("{request:?}").contains("987654321"), "{request:?}");
    assert_eq!(request.server(), Some(bot.server()));
    assert_eq!(request.token(), Some(bot.token()));
    assert!(!format!("{request:?}").contains(SECRET), "{request:?}");

    bot.send(photos(1))
        .timeout(Duration::from_secs(70))
        .await
        .unwrap();
    let request = seen.lock().unwrap().take().unwrap();
    assert_eq!(request.timeout(), Some(Duration::from_secs(70)));
}

#[tokio::test]
async fn transport_errors_are_passed_on_and_others_wrapped() {
    let error = failing(TransportError::new(
        "getUserProfilePhotos",
        TransportErrorKind::Connect,
    ))
    .await;
    assert_eq!(error.delivery(), Delivery::NotSent);

    let bot = Bot::builder(TOKEN)
        .transport(service_fn(|_| {
            ready(Err::<Response, _>(std::io::Error::other("no way")))
        }))
        .build()
        .unwrap();
    let error = bot.send(photos(1)).await.unwrap_err();
    assert_eq!(error.delivery(), Delivery::Unknown);
    assert_eq!(error.method(), "getUserProfilePhotos");
    assert_eq!(
        error.to_string(),
        "the transport failed for `getUserProfilePhotos`: no way"
    );
    assert_eq!(cause(&error).to_string(), "no way");
}

#[tokio::test]
async fn a_response_over_the_limit_is_a_response_error() {
    let error = failing(TransportError::new(
        "getUserProfilePhotos",
        TransportErrorKind::TooLarge {
            status: 200,
            limit: 5,
        },
    ))
    .await;
    let Error::Response(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.kind(), ResponseErrorKind::TooLarge { limit: 5 });

    // A transport that exceeds the limit is detected.
    let bot = Bot::builder(TOKEN)
        .transport(answering(EMPTY))
        .response_limit(EMPTY.len() - 1)
        .build()
        .unwrap();
    let error = bot.send(photos(1)).await.unwrap_err();
    assert!(matches!(error, Error::Response(_)), "{error:?}");
}

/// Records its name before and after each call.
#[derive(Clone)]
struct Named<S> {
    name: &'static str,
    log: Arc<Mutex<Vec<String>>>,
    inner: S,
}

struct NamedLayer(&'static str, Arc<Mutex<Vec<String>>>);

impl<S> Layer<S> for NamedLayer {
    type Service = Named<S>;

    fn layer(&self, inner: S) -> Named<S> {
        Named {
            name: self.0,
            log: self.1.clone(),
            inner,
        }
    }
}

impl Service<Request> for Named<Transport> {
    type Response = Response;
    type Error = TransportError;
    type Future = telegrammar_core::transport::TransportFuture;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let (name, log) = (self.name, self.log.clone());
        log.lock().unwrap().push(format!("{name} in"));
        let inner = self.inner.call(request);
        Box::pin(async move {
            let result = inner.await;
            log.lock().unwrap().push(format!("{name} out"));
            result
        })
    }
}

#[tokio::test]
async fn the_layer_that_is_added_last_is_outermost() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let bot = Bot::builder(TOKEN)
        .layer(NamedLayer("first", log.clone()))
        .transport(answering(EMPTY))
        .layer(NamedLayer("last", log.clone()))
        .build()
        .unwrap();
    bot.send(photos(1)).await.unwrap();
    assert_eq!(
        *log.lock().unwrap(),
        ["last in", "first in", "first out", "last out"]
    );
}

#[tokio::test]
async fn layers_of_tower_can_be_added() {
    let slow = service_fn(|_| async {
        tokio::time::sleep(Duration::from_mins(1)).await;
        Ok::<_, Infallible>(Response::new(200, EMPTY))
    });
    let bot = Bot::builder(TOKEN)
        .transport(slow)
        .layer(TimeoutLayer::new(Duration::from_millis(20)))
        .build()
        .unwrap();
    let error = bot.send(photos(1)).await.unwrap_err();
    assert_eq!(error.delivery(), Delivery::Unknown);
    let cause = cause(&error);
    assert!(cause.is::<tower::timeout::error::Elapsed>(), "{cause:?}");
}

#[tokio::test]
async fn the_clone_that_was_polled_ready_is_called() {
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let counted = {
        let (now, most) = (now.clone(), most.clone());
        service_fn(move |_| {
            let (now, most) = (now.clone(), most.clone());
            async move {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(5)).await;
                now.fetch_sub(1, Ordering::SeqCst);
                Ok::<_, Infallible>(Response::new(200, EMPTY))
            }
        })
    };
    let bot = Bot::builder(TOKEN)
        .transport(counted)
        .layer(ConcurrencyLimitLayer::new(2))
        .build()
        .unwrap();
    let calls: Vec<_> = (0..10)
        .map(|user_id| tokio::spawn(bot.send(photos(user_id))))
        .collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(most.load(Ordering::SeqCst), 2);
}

/// Panics if it is called without having been ready, as tower's own services do.
#[derive(Default)]
struct Strict(bool);

impl Clone for Strict {
    fn clone(&self) -> Self {
        Self(false)
    }
}

impl Service<Request> for Strict {
    type Response = Response;
    type Error = Infallible;
    type Future = Ready<Result<Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.0 = true;
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Request) -> Self::Future {
        assert!(std::mem::take(&mut self.0), "called before it was ready");
        ready(Ok(Response::new(200, EMPTY)))
    }
}

#[tokio::test]
async fn a_service_is_called_only_when_ready() {
    let bot = Bot::builder(TOKEN)
        .transport(Strict::default())
        .build()
        .unwrap();
    for _ in 0..2 {
        bot.send(photos(1)).await.unwrap();
    }
}
