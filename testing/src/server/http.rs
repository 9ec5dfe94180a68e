//! HTTP: from a request on the wire to a response on the wire.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{self, ConnectInfo, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, Version, header};
use axum::response::Response;
use bytes::Bytes;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::address::Address;
use crate::server::envelope::Answer;
use super::cut::{CutSwitch, CuttableListener};
use super::parameters::{self, BodyKind, Decoded};
use crate::scripts::reply::{Action, Reply};
use crate::records::ReceivedRequest;
use crate::world::state::State;
use super::token;

/// The server's maximum size of query string and body together, unless the body is a file.
const MOST_PARAMETERS: usize = 1 << 20;
/// Far below the server's own limit for files, so that a test cannot exhaust the memory.
const MOST_KEPT: usize = 64 << 20;

/// State that all connections share.
#[derive(Clone)]
struct Running {
    state: Arc<State>,
    /// The sender is dropped when the server is to stop.
    stop: watch::Receiver<()>,
}

/// Opens a port and serves it until `stop` loses its sender.
pub(crate) async fn start(state: Arc<State>, stop: watch::Receiver<()>) -> io::Result<SocketAddr> {
    // A runtime without time panics here and not at the first delayed reply.
    drop(tokio::time::sleep(Duration::ZERO));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let mut stopped = stop.clone();
    let service = Router::new()
        .fallback(handle)
        .with_state(Running { state, stop })
        .into_make_service_with_connect_info::<CutSwitch>();
    let serving = axum::serve(CuttableListener(listener), service)
        // Nothing is ever sent, so this ends only when the sender is dropped.
        .with_graceful_shutdown(async move { while stopped.changed().await.is_ok() {} });
    tokio::spawn(async move { serving.await });
    Ok(address)
}

async fn handle(
    extract::State(mut running): extract::State<Running>,
    ConnectInfo(connection): ConnectInfo<CutSwitch>,
    request: Request,
) -> Response {
    let (head, body) = request.into_parts();
    let Some(body) = read(body).await else {
        connection.now();
        return Response::default();
    };
    let stays = stays_open(&head);
    let reply = decide(&running.state, &head, body);
    // A stop with a timeout is the delay, unless the server stops first.
    if reply.delay > Duration::ZERO
        && tokio::time::timeout(reply.delay, running.stop.changed())
            .await
            .is_ok()
    {
        connection.now();
        return Response::default();
    }
    match reply.action {
        Action::Send(answer) => response(answer, stays),
        Action::Cut(answer, after) => {
            connection.after_body_bytes(after);
            response(answer, stays)
        }
        Action::Disconnect => {
            connection.now();
            Response::default()
        }
    }
}

/// A body, possibly only its beginning.
struct ReadBody {
    kept: Bytes,
    /// The total length, including the part that was not stored.
    length: usize,
}

/// Returns `None` if the client disconnected.
async fn read(mut body: Body) -> Option<ReadBody> {
    let mut kept = Vec::new();
    let mut length = 0_usize;
    // A body over the limit is still read to its end: a client that is sending when the connection
    // closes may never see the response.
    while let Some(frame) =
        std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await
    {
        if let Ok(data) = frame.ok()?.into_data() {
            let rest = MOST_KEPT.saturating_sub(kept.len());
            kept.extend_from_slice(data.get(..rest).unwrap_or(&data));
            length = length.saturating_add(data.len());
        }
    }
    Some(ReadBody {
        kept: kept.into(),
        length,
    })
}

/// Records the request and selects the reply to it, in the server's own order.
fn decide(state: &State, head: &Parts, body: ReadBody) -> Reply {
    let length = body.length;
    let address = match head.uri.scheme() {
        None => Address::of(head.uri.path()),
        Some(_) => None,
    };
    let is_whole = body.kept.len() == length;
    let (request, decoded) = received(head, body.kept, address.as_ref());
    // A truncated form is malformed, but that is not the client's fault.
    let complaints = if is_whole {
        &decoded.complaints[..]
    } else {
        &[]
    };
    state.receive(&request, complaints);

    if !matches!(request.verb(), "GET" | "POST") {
        return Answer::unread(501).into();
    }
    if is_too_large(&request, length) {
        return Answer::unread(413).into();
    }
    if let Some(status) = decoded.unread {
        return Answer::unread(status).into();
    }
    if head.uri.scheme().is_some() {
        let description = "Not Found: absolute URI is specified in the Request-Line";
        return Answer::error(404, description).into();
    }
    let Some(address) = address else {
        return Answer::error(404, "Not Found").into();
    };
    if let Err(refusal) = token::check(&address.token, state.token()) {
        return refusal.answer().into();
    }
    state
        .due(request.method())
        .unwrap_or_else(|| state.bot().answer(&request).into())
}

fn received(head: &Parts, body: Bytes, address: Option<&Address>) -> (ReceivedRequest, Decoded) {
    let mut request = ReceivedRequest {
        verb: head.method.as_str().to_owned(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().map(str::to_owned),
        method: String::new(),
        test: address.is_some_and(|address| address.test),
        headers: head
            .headers
            .iter()
            .map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes());
                (name.as_str().to_owned(), value.into_owned())
            })
            .collect(),
        body,
        parameters: Vec::new(),
        files: Vec::new(),
    };
    let content_type = request.header("content-type");
    let mut decoded = parameters::decode(request.query(), content_type, &request.body);
    request.parameters = std::mem::take(&mut decoded.parameters);
    request.files = std::mem::take(&mut decoded.files);
    if let Some(address) = address {
        request.method = if address.method.is_empty() {
            // As in the response to a webhook, which has no path.
            request.parameter("method").unwrap_or_default().to_owned()
        } else {
            address.method.clone()
        };
    }
    (request, decoded)
}

fn is_too_large(request: &ReceivedRequest, body_length: usize) -> bool {
    let kind = request.header("content-type").map(BodyKind::of);
    let parameters = match kind {
        Some(BodyKind::Json | BodyKind::Urlencoded) => body_length,
        Some(BodyKind::Multipart) => request
            .parameters()
            .iter()
            .map(|(_, value)| value.len())
            .sum(),
        _ => 0,
    };
    let query = request.query().map_or(0, str::len);
    body_length > MOST_KEPT || parameters.saturating_add(query) > MOST_PARAMETERS
}

/// Returns whether the client leaves the connection open. The real server sends `keep-alive` even
/// if it does not, but the HTTP library would then add a `close` as well, and close it.
fn stays_open(head: &Parts) -> bool {
    let asks_to_close = |value: &HeaderValue| {
        let value = value.as_bytes().to_ascii_lowercase();
        value
            .split(|&byte| byte == b',')
            .any(|option| option.trim_ascii() == b"close")
    };
    let mut options = head.headers.get_all(header::CONNECTION).iter();
    head.version == Version::HTTP_11 && !options.any(asks_to_close)
}

fn response(answer: Answer, stays: bool) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    // A status below 200 would not end the exchange.
    *response.status_mut() = StatusCode::from_u16(answer.status)
        .ok()
        .filter(|status| !status.is_informational())
        .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    // If the client closes the connection, the HTTP library itself sends the header.
    if stays {
        let connection = if answer.closes { "close" } else { "keep-alive" };
        headers.insert(header::CONNECTION, HeaderValue::from_static(connection));
    }
    let content_type = answer.content_type.map(HeaderValue::try_from);
    if let Some(Ok(content_type)) = content_type {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    if let Some(seconds) = answer.retry_after {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
