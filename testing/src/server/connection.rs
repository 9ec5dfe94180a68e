//! Connections: from a port to requests.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use super::http::{Running, handle};
use super::shared::Shared;
use super::time;
use crate::protocol::cut::cuttable;

/// More than the server's limit for all headers together, in bytes.
const MOST_HEADER_BYTES: usize = 512 << 10;
/// What the HTTP library can hold. The server has a limit for their bytes only.
const MOST_HEADERS: usize = 20_000;
/// How long to wait if no connection can be accepted, such as when there are too many open files.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves a port until `stop` loses its sender.
pub(crate) fn start(shared: Arc<Shared>, listener: TcpListener, stop: watch::Receiver<()>) {
    // A runtime without time panics here and not at the first delayed reply.
    drop(tokio::time::sleep(Duration::ZERO));
    let runtime = shared.runtime.clone();
    runtime.spawn(time::keep(Arc::clone(&shared), stop.clone()));
    runtime.spawn(accept(shared, listener, stop));
}

async fn accept(shared: Arc<Shared>, listener: TcpListener, stop: watch::Receiver<()>) {
    let mut stopped = stop.clone();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopped.changed() => return,
        };
        match accepted {
            Ok((stream, _)) => {
                tokio::spawn(serve(Arc::clone(&shared), stream, stop.clone()));
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

/// Serves a connection until one of both sides closes it, or the server stops.
async fn serve(shared: Arc<Shared>, stream: TcpStream, stop: watch::Receiver<()>) {
    // This only affects speed.
    let _ = stream.set_nodelay(true);
    let (stream, connection) = cuttable(stream);
    let mut stopped = stop.clone();
    let running = Running {
        shared,
        stop,
        connection,
    };
    let service = service_fn(move |request| {
        let answering = handle(running.clone(), request);
        async move { Ok::<_, Infallible>(answering.await) }
    });
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .half_close(true)
        .title_case_headers(true)
        .auto_date_header(false)
        .header_read_timeout(None)
        .max_headers(MOST_HEADERS)
        .max_buf_size(MOST_HEADER_BYTES)
        .serve_connection(TokioIo::new(stream), service);
    tokio::select! {
        // The client sees the error itself.
        _ = serving => {}
        _ = stopped.changed() => {}
    }
}
