//! The span of a call and its events, with bodies only if enabled.

use std::convert::Infallible;

use crate::log::Log;
use crate::loopback::{EMPTY, GetUserProfilePhotos, TOKEN, photos};
use telegrammar_core::Bot;
use telegrammar_core::transport::{Request, Response};
use tower::service_fn;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;

fn bot(status: u16, body: &'static str, bodies: bool) -> Bot {
    Bot::builder(TOKEN)
        .transport(service_fn(move |_: Request| async move {
            tracing::debug!(target: "transport", "in the transport");
            Ok::<_, Infallible>(Response::new(status, body))
        }))
        .trace_bodies(bodies)
        .build()
        .unwrap()
}

/// Returns everything that is logged during one call.
async fn logged(bot: Bot, method: GetUserProfilePhotos, level: LevelFilter) -> String {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_max_level(level)
        .with_span_events(FmtSpan::CLOSE)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let _ = bot.send(method).await;
    drop(guard);
    log.text()
}

/// One test, because `tracing` caches for all threads whether a call site is enabled.
#[tokio::test]
async fn a_call_is_one_span() {
    let log = logged(bot(200, EMPTY, false), photos(77_077), LevelFilter::TRACE).await;
    for part in [
        "call{method=\"getUserProfilePhotos\" status=200 latency_ms=",
        "outcome=\"ok\"}: telegrammar: call succeeded",
        "call{method=\"getUserProfilePhotos\"}: transport: in the transport",
    ] {
        assert!(log.contains(part), "{part} is not in\n{log}");
    }
    for body in ["77077", "total_count"] {
        assert!(!log.contains(body), "{log}");
    }

    let log = logged(bot(200, EMPTY, true), photos(77_077), LevelFilter::TRACE).await;
    assert!(
        log.contains("of=\"request\" body={\"user_id\":77077}"),
        "{log}"
    );
    assert!(
        log.contains("of=\"response\" body={\"ok\":true,\"result\""),
        "{log}"
    );

    let log = logged(bot(200, EMPTY, true), photos(77_077), LevelFilter::DEBUG).await;
    assert!(!log.contains("77077"), "{log}");

    let refused = r#"{"ok":false,"error_code":403,"description":"Forbidden: bot was kicked"}"#;
    let log = logged(bot(403, refused, false), photos(1), LevelFilter::DEBUG).await;
    assert!(log.contains("status=403"), "{log}");
    assert!(
        log.contains("outcome=\"api\"}: telegrammar: call failed error="),
        "{log}"
    );

    let invalid = GetUserProfilePhotos {
        limit: Some(0),
        ..photos(1)
    };
    let log = logged(bot(200, EMPTY, false), invalid, LevelFilter::DEBUG).await;
    assert!(log.contains("outcome=\"invalid\""), "{log}");
    assert!(!log.contains("status="), "{log}");

    let log = logged(bot(403, refused, true), photos(1), LevelFilter::INFO).await;
    assert_eq!(
        log, "",
        "the caller gets the error and decides whether to log it"
    );
}
