//! Performs calls that fail, and checks their errors and attempts.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use telegrammar_core::__private::FieldVisitor;
use telegrammar_core::error::{Delivery, ResponseErrorKind, TransportErrorKind};
use telegrammar_core::schema::{ApiType, FieldInfo, MethodInfo};
use telegrammar_core::transport::{Request, Transport};
use telegrammar_core::type_check::AnyParam as _;
use telegrammar_core::{ApiErrorKind, Bot, Error, Method, Retry};
use tokio::task::JoinSet;
use tower::layer::layer_fn;
use tower::{Service as _, service_fn};

use self::Repeated::{Every, Never, Repeatable};
use super::server::Fault;
use crate::loopback::{SECRET, TOKEN};

/// The time to connect, and the time for an answer where none comes.
const SHORT: Duration = Duration::from_millis(500);
/// Far more than any fault takes, also on a loaded machine.
const LONG: Duration = Duration::from_secs(60);
const ATTEMPTS: usize = 3;

/// A method that may be repeated if `REPEATABLE`.
pub(super) struct Thing<const REPEATABLE: bool>(pub(super) String);

impl<const REPEATABLE: bool> Method for Thing<REPEATABLE> {
    type Response = bool;

    const INFO: &'static MethodInfo = {
        const FIELDS: &[FieldInfo] = &[FieldInfo::required("text", ApiType::String, "")];
        if REPEATABLE {
            const { &MethodInfo::new("setThing", FIELDS).repeatable() }
        } else {
            const { &MethodInfo::new("sendThing", FIELDS) }
        }
    };

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.0.visit(0, visit);
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Transport(TransportErrorKind),
    Api(ApiErrorKind),
    Response(ResponseErrorKind),
}

impl Kind {
    fn of(error: &Error) -> Self {
        match error {
            Error::Transport(error) => Self::Transport(error.kind()),
            Error::Api(error) => Self::Api(error.kind()),
            Error::Response(error) => Self::Response(error.kind()),
            other => panic!("{other:?}"),
        }
    }

    fn delivery(self) -> Delivery {
        match self {
            Self::Transport(TransportErrorKind::Connect) => Delivery::NotSent,
            Self::Transport(_) => Delivery::Unknown,
            Self::Api(_) | Self::Response(_) => Delivery::Answered,
        }
    }
}

/// Which methods are repeated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Repeated {
    Every,
    Repeatable,
    Never,
}

/// A name, what the server does, how the call fails, a part of the error's text, and the methods
/// that are repeated.
pub(super) struct Case(
    pub(super) &'static str,
    pub(super) Fault,
    pub(super) Kind,
    pub(super) &'static str,
    pub(super) Repeated,
);

/// Checks all at the same time.
pub(super) async fn check_all(cases: impl IntoIterator<Item = Case>) {
    let mut checks = JoinSet::new();
    for case in cases {
        checks.spawn(check(case));
    }
    while let Some(checked) = checks.join_next().await {
        checked.unwrap();
    }
}

/// Checks a method that may be repeated, and one that may not.
async fn check(case: Case) {
    let Case(name, fault, kind, words, repeated) = case;
    for is_repeatable in [false, true] {
        let text = "x".repeat(fault.size());
        let (url, _port) = fault.clone().serve().await;
        let attempts = Arc::new(AtomicUsize::new(0));
        let is_slow = kind == Kind::Transport(TransportErrorKind::Timeout);
        let bot = bot(&url, &attempts, if is_slow { SHORT } else { LONG });
        let (method, call) = if is_repeatable {
            ("`setThing`", bot.send(Thing::<true>(text)))
        } else {
            ("`sendThing`", bot.send(Thing::<false>(text)))
        };
        let started = Instant::now();
        let ended = tokio::time::timeout(LONG, call).await;
        let error = ended.expect(name).expect_err(name);
        assert_eq!(Kind::of(&error), kind, "{name}: {error}");
        assert_eq!(error.delivery(), kind.delivery(), "{name}: {error}");
        says(&error, &[method, words], name);
        let is_repeated = match repeated {
            Every => true,
            Repeatable => is_repeatable,
            Never => false,
        };
        let expected = if is_repeated { ATTEMPTS } else { 1 };
        let attempts = attempts.load(Ordering::SeqCst);
        assert_eq!(attempts, expected, "{name}: {method}: {error}");
        if is_slow {
            assert!(started.elapsed() >= SHORT, "{name}");
        }
        let may_pass = repeated != Never;
        assert_eq!(error.is_transient(), may_pass, "{name}: {error}");
    }
}

/// Returns a bot that repeats calls, and counts its attempts.
fn bot(url: &str, attempts: &Arc<AtomicUsize>, limit: Duration) -> Bot {
    let attempts = Arc::clone(attempts);
    let layer = layer_fn(move |inner: Transport| {
        let attempts = Arc::clone(&attempts);
        service_fn(move |request: Request| {
            let mut inner = inner.clone();
            attempts.fetch_add(1, Ordering::SeqCst);
            let request = request.with_answer_timeout(Some(limit));
            async move { inner.call(request).await }
        })
    });
    let retry = Retry::standard().backoff(Duration::from_millis(1));
    Bot::builder(TOKEN)
        .server(url.parse().unwrap())
        .connect_timeout(limit)
        .response_limit(1000)
        .retry(retry.attempts(u32::try_from(ATTEMPTS).unwrap()))
        .layer(layer)
        .build()
        .unwrap()
}

/// Checks the text of an error, that it names a cause, and that the secret is nowhere in it.
fn says(error: &Error, words: &[&str], name: &str) {
    let text = error.to_string();
    for words in words {
        assert!(text.contains(words), "{name}: {text}");
    }
    if let Error::Transport(transport) = error {
        let (_, cause) = text.rsplit_once(": ").expect(name);
        assert!(!cause.is_empty() && transport.cause().is_some(), "{text}");
    }
    let mut all = format!("{text} {error:?} {error:#?}");
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        let _ = write!(all, "{error} {error:?}");
        source = error.source();
    }
    assert!(!all.contains(SECRET), "{name}: {all}");
}
