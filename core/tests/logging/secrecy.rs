//! The token's secret is in no output: every error is provoked, with everything logged.

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::io;
use std::time::Duration;

use crate::log::Log;
use crate::loopback::{
    EMPTY, GetUserProfilePhotos, Loopback, Reply, SECRET, SendThing, TOKEN, chunked, http, photos,
};
use telegrammar_core::download::FileRef;
use telegrammar_core::transport::{Request, Response};
use telegrammar_core::{Bot, Error, Server, Token};
use tower::service_fn;

/// The log of the whole process, since reqwest, hyper and rustls log from their own tasks.
fn install() -> Log {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();
    tracing_log::LogTracer::init().unwrap();
    log
}

/// Returns every text that an error contains.
fn everything(error: &Error) -> String {
    let mut text = String::new();
    let mut next: Option<&dyn StdError> = Some(error);
    while let Some(error) = next {
        writeln!(text, "{error}\n{error:?}\n{error:#?}").unwrap();
        next = error.source();
    }
    text
}

/// Responses for each kind of error, some of which repeat the URL.
fn replies() -> Vec<Reply> {
    let page = format!("<html>/bot{TOKEN}/getMe was not found</html>");
    let refusal =
        format!(r#"{{"ok":false,"error_code":400,"description":"bad webhook /bot{TOKEN}"}}"#);
    let shape = format!(
        r#"{{"ok":true,"result":{{"total_count":"https://example.org/{TOKEN}","photos":[]}}}}"#
    );
    let key = format!(r#"{{"ok":true,"result":{{"{SECRET}":1,"photos":{{"{SECRET}":1}}}}}}"#);
    let elsewhere = format!(
        "HTTP/1.1 302 Found\r\nLocation: http://localhost:1/bot{TOKEN}\r\nContent-Length: 0\r\n\r\n"
    );
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"ok\":true,".to_vec();
    // Long enough to be shortened in the middle of the secret.
    let long = |before| {
        format!(
            r#"{{"ok":true,"result":{{"total_count":"{}{TOKEN}{}"}}}}"#,
            "x".repeat(before),
            "x".repeat(1000 - TOKEN.len() - before - 43)
        )
    };
    let mut replies = vec![
        Reply::Keep(http(200, EMPTY)),
        Reply::Keep(http(502, &page)),
        Reply::Keep(http(400, &refusal)),
        Reply::Keep(http(200, &shape)),
        Reply::Keep(http(200, &key)),
        Reply::Keep(http(413, "")),
        Reply::Keep(http(200, r#"{"ok":true}"#)),
        Reply::Keep(http(200, &format!("[\"{TOKEN}\"]"))),
        Reply::Keep(http(200, &format!("{{\"ok\":true,\"result\":\"{TOKEN}"))),
        Reply::Keep(http(200, TOKEN)),
        Reply::Keep(http(200, &" ".repeat(2000))),
        Reply::Keep(chunked(&" ".repeat(2000), 100)),
        Reply::Keep(elsewhere.into_bytes()),
        Reply::Close(Vec::new()),
        Reply::Close(half.clone()),
        Reply::Close(format!("HTTP/1.1 {TOKEN}\r\n{TOKEN}\r\n\r\n").into_bytes()),
        Reply::Stall(half),
        Reply::Stall(Vec::new()),
    ];
    replies.extend(
        (0..250)
            .step_by(11)
            .map(|before| Reply::Keep(http(200, &long(before)))),
    );
    replies
}

async fn wire_errors() -> Vec<Error> {
    let mut errors = Vec::new();
    for reply in replies() {
        let server = Loopback::once(reply).await;
        for trace in [false, true] {
            let bot = server
                .builder()
                .response_limit(1000)
                .timeout(Duration::from_millis(300))
                .trace_bodies(trace)
                .build()
                .unwrap();
            errors.extend(bot.send(photos(1)).await.err());
            let file = FileRef::new("1").path("documents/file.txt");
            let download = bot.download(file).timeout(Duration::from_millis(50));
            errors.extend(download.bytes(5).await.err());
        }
        // A client whose errors name the URL of its redirects.
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let bot = server
            .builder()
            .client(client)
            .timeout(Duration::from_millis(300))
            .build()
            .unwrap();
        errors.extend(bot.send(photos(1)).await.err());
    }
    errors
}

async fn other_errors() -> Vec<Error> {
    let mut errors = Vec::new();
    for url in [
        "http://127.0.0.1:1",
        "https://127.0.0.1:1",
        "http://no-such-host.invalid",
    ] {
        let server = Server::new(url).unwrap();
        let bot = Bot::builder(TOKEN).server(server).build().unwrap();
        errors.extend(bot.send(photos(1)).await.err());
        let invalid = GetUserProfilePhotos {
            limit: Some(101),
            ..photos(1)
        };
        errors.extend(bot.send(invalid).await.err());
        let nowhere = SendThing {
            latitude: f64::INFINITY,
            text: TOKEN.to_owned(),
        };
        errors.extend(bot.send(nowhere).await.err());
    }
    // A transport whose errors contain everything it knows.
    let bot = Bot::builder(TOKEN)
        .transport(service_fn(|request: Request| async move {
            let token: Token = TOKEN.parse().unwrap();
            let url = Server::default().method_url(&token, request.method());
            let cause = io::Error::other(format!("{url} is gone"));
            Err::<Response, _>(io::Error::other(cause))
        }))
        .trace_bodies(true)
        .build()
        .unwrap();
    errors.extend(bot.send(photos(1)).await.err());
    let text = SendThing {
        latitude: 0.0,
        text: format!("https://example.org/{TOKEN}"),
    };
    errors.extend(bot.send(text).await.err());
    errors
}

#[tokio::test(flavor = "multi_thread")]
async fn no_error_debug_output_or_log_contains_the_secret() {
    let log = install();
    let _ = rustls::crypto::ring::default_provider().install_default();

    let mut errors = wire_errors().await;
    errors.extend(other_errors().await);
    for word in [
        "Invalid(",
        "Encode(",
        "Transport(",
        "Api(",
        "Response(",
        "Decode(",
        "Download(",
    ] {
        let provoked = errors
            .iter()
            .any(|error| format!("{error:?}").starts_with(word));
        assert!(provoked, "no error is {word}…)");
    }
    let secrets = [SECRET, &SECRET[..12], &SECRET[12..]];
    let clean = |text: &str| secrets.iter().all(|secret| !text.contains(secret));
    for error in errors {
        let text = everything(&error);
        assert!(clean(&text), "{text}");
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            std::hint::black_box(Err::<(), _>(error)).unwrap();
        }));
        let panic = result.unwrap_err();
        let text = panic.downcast_ref::<String>().unwrap();
        assert!(clean(text), "{text}");
    }

    let bot = Bot::new(TOKEN).unwrap();
    let call = bot.send(photos(1));
    let text = format!(
        "{bot:?} {:?} {call:?} {:#?}",
        bot.token(),
        Bot::builder(TOKEN)
    );
    assert!(clean(&text), "{text}");

    let log = log.text();
    for source in [
        "hyper_util",
        "reqwest::",
        "telegrammar: call succeeded",
        "call failed",
    ] {
        assert!(log.contains(source), "nothing was logged by {source}");
    }
    let found = log.lines().find(|line| !clean(line));
    assert_eq!(found, None);
    assert!(
        log.contains("/bot123456:***/getMe was not found"),
        "bodies are redacted"
    );
}
