//! Requests: what each of them is, and what it is answered with.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use hyper::body::Body;
use hyper::http::request::Parts;
use hyper::{Request, header};
use tokio::sync::watch;

use super::body::{MOST_KEPT, ReadBody, read};
use super::complaints;
use super::control;
use super::delivery;
use super::download::{self, Download};
use super::observe;
use super::polling;
use super::shared::{OpenCall, Shared, State};
use crate::answers::{self, schema};
use crate::protocol::address::Address;
use crate::protocol::complaint::found_in;
use crate::protocol::cut::CutSwitch;
use crate::protocol::encoding::BodyKind;
use crate::protocol::envelope::Answer;
use crate::protocol::parameters::{Decoded, received};
use crate::protocol::refusal::Refusal;
use crate::protocol::response::{Response, response, stays_open};
use crate::protocol::token;
use crate::records::{ReceivedRequest, call_text, summary};
use crate::scripts::Reply;
use crate::scripts::reply::Action;
use crate::world::BotKey;

/// The server's limit for all headers together, in bytes.
const MOST_HEADER_BYTES: usize = 256 << 10;
/// The server's maximum size of query string and body together, unless the body is a file.
const MOST_PARAMETERS: usize = 1 << 20;
/// Longer than any test; the server stops before.
const FOREVER: Duration = Duration::from_secs(86_400);

/// What a connection needs to answer requests.
#[derive(Clone)]
pub(crate) struct Running {
    pub(crate) shared: Arc<Shared>,
    /// The sender is dropped when the server is to stop.
    pub(crate) stop: watch::Receiver<()>,
    /// Closes the connection.
    pub(crate) connection: CutSwitch,
}

impl Running {
    /// Waits as a reply says. Returns whether the server stops before.
    async fn stops_before(&mut self, reply: &Reply) -> bool {
        let delay = match reply.action {
            Action::Stall => FOREVER,
            _ => reply.delay,
        };
        // A stop with a timeout is the delay, unless the server stops first.
        delay > Duration::ZERO
            && tokio::time::timeout(delay, self.stop.changed())
                .await
                .is_ok()
    }

    /// Closes the connection without a response.
    fn disconnect(&self) -> Response {
        self.connection.now();
        Response::default()
    }
}

/// Answers a request.
pub(crate) async fn handle<B>(mut running: Running, request: Request<B>) -> Response
where
    B: Body<Data = Bytes> + Unpin,
{
    let shared = Arc::clone(&running.shared);
    let (head, body) = request.into_parts();
    if let Some(response) = observe::answer(&shared, &running.stop, &head) {
        return response;
    }
    if shared.has_control && head.uri.path().starts_with("/control/") {
        let body = read(&head, body).await.map(|body| body.kept);
        let answering = async { control::answer(&shared, &head, &body.unwrap_or_default()).await };
        let answer = tokio::select! {
            answer = answering => answer,
            _ = running.stop.changed() => return running.disconnect(),
        };
        return response(answer, stays_open(&head));
    }
    let found = download::find(&mut shared.state(), head.uri.path());
    if let Some(found) = found {
        return download(running, found, &head).await;
    }
    if let Some(status) = too_large(&head) {
        return response(Answer::unread(status), stays_open(&head));
    }
    let open = OpenCall::begin(&shared);
    let Some(body) = read(&head, body).await else {
        return running.disconnect();
    };
    let stays = stays_open(&head);
    let (number, request, decided) = decide(&shared, &head, body);
    shared.print(|| format!("→ {}", call_text(&request)));
    let (mut reply, _open) = match decided {
        Decided::Reply(reply) => (reply, Some(open)),
        // From here, the poll itself is an open call until it waits.
        Decided::Poll(key) => {
            let answering = polling::answer(&shared, &key, &request, open);
            tokio::select! {
                answer = answering => (answer.into(), None),
                _ = running.stop.changed() => return running.disconnect(),
            }
        }
    };
    if let Action::Compute(compute) = &reply.action {
        reply.action = Action::Send(compute(&request));
    }
    if running.stops_before(&reply).await {
        return running.disconnect();
    }
    perform(&running, reply.action, stays, number, &request)
}

/// Returns the status for a request that is not even read.
fn too_large(head: &Parts) -> Option<u16> {
    let headers = head.headers.iter();
    let headers: usize = headers
        .map(|(name, value)| name.as_str().len() + value.len() + 4)
        .sum();
    let length = head.headers.get(header::CONTENT_LENGTH);
    let length = length.and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if headers > MOST_HEADER_BYTES {
        Some(431)
    } else if length > Some(u32::MAX.into()) {
        Some(413)
    } else {
        None
    }
}

/// Sends the answer, and writes it down.
fn perform(
    running: &Running,
    action: Action,
    stays: bool,
    number: u64,
    request: &ReceivedRequest,
) -> Response {
    let shared = &running.shared;
    let (answer, cut) = match action {
        Action::Send(answer) => (answer, None),
        Action::Cut(answer, after) => (answer, Some(after)),
        Action::Disconnect | Action::Stall | Action::Compute(_) => {
            shared.print(|| format!("← {} (disconnected)", request.method()));
            return running.disconnect();
        }
    };
    shared
        .state()
        .log
        .answered(number, answer.status, &answer.body);
    shared.print(|| {
        format!(
            "← {} {}",
            request.method(),
            summary(answer.status, &answer.body)
        )
    });
    if let Some(after) = cut {
        running.connection.after_body_bytes(after);
    }
    response(answer, stays)
}

/// Sends a file, or what a script says instead.
async fn download(mut running: Running, found: Download, head: &Parts) -> Response {
    let stays = stays_open(head);
    if !matches!(head.method.as_str(), "GET" | "HEAD" | "POST") {
        return response(Answer::unread(501), stays);
    }
    let (request, _) = read_request(head, Bytes::new(), None);
    let (number, due) = {
        let mut state = running.shared.state();
        let number = state.log.add(request.clone());
        let due = state.scripts.due(DOWNLOADS, &request);
        if due.is_some() {
            state.log.scripted(number);
        }
        (number, due)
    };
    let shared = Arc::clone(&running.shared);
    let sent = |response: Response| {
        let status = response.status().as_u16();
        shared.state().log.answered(number, status, &[]);
        shared.notify();
        response
    };
    let own = |found| match found {
        Download::File { content, mime_type } => download::response(&content, &mime_type, head),
        Download::Unauthorized => response(Refusal::Unauthorized.answer(), stays),
        Download::NotFound => response(Answer::error(404, "Not Found"), stays),
    };
    let Some(reply) = due else {
        return sent(own(found));
    };
    if running.stops_before(&reply).await {
        return running.disconnect();
    }
    match reply.action {
        Action::Send(answer) => sent(response(answer, stays)),
        // The content of the file is cut, not that of the reply.
        Action::Cut(_, after) => {
            running.connection.after_body_bytes(after);
            sent(own(found))
        }
        Action::Compute(compute) => sent(response(compute(&request), stays)),
        Action::Disconnect | Action::Stall => running.disconnect(),
    }
}

/// The name under which replies to downloads are queued.
pub(crate) const DOWNLOADS: &str = "/file";

/// What becomes of a request.
enum Decided {
    Reply(Reply),
    /// It is a call of `getUpdates`.
    Poll(BotKey),
}

impl From<Answer> for Decided {
    fn from(answer: Answer) -> Self {
        Self::Reply(answer.into())
    }
}

/// Records the request and selects the reply to it, in the server's own order.
fn decide(shared: &Arc<Shared>, head: &Parts, body: ReadBody) -> (u64, ReceivedRequest, Decided) {
    let (length, fault) = (body.length, body.fault);
    let address = match head.uri.scheme() {
        None => Address::of(head.uri.path()),
        Some(_) => None,
    };
    let is_whole = body.kept.len() == length;
    let (request, decoded) = read_request(head, body.kept, address.as_ref());
    let mut state = shared.state();
    let number = state.log.add(request.clone());
    // A truncated form is malformed, but that is not the client's fault.
    if is_whole {
        complaints::about_call(&mut state.log, number, &request, decoded.complaints);
    }
    let fault = fault.or(decoded.unread);
    let refusal = refusal(head, &request, length, fault);
    let outcome = match (refusal, address) {
        (Some(answer), _) => answer.into(),
        (None, None) => Answer::error(404, "Not Found").into(),
        (None, Some(address)) => {
            let has_invalid_utf8 = decoded.has_invalid_utf8;
            call(&mut state, number, &request, &address, has_invalid_utf8)
        }
    };
    drop(state);
    shared.notify();
    delivery::start(shared);
    (number, request, outcome)
}

/// Returns the answer to a request that is not read to its end.
fn refusal(
    head: &Parts,
    request: &ReceivedRequest,
    length: usize,
    fault: Option<u16>,
) -> Option<Answer> {
    if !matches!(request.verb(), "GET" | "POST") {
        return Some(Answer::unread(501));
    }
    if is_too_large(request, length) {
        return Some(Answer::unread(413));
    }
    if let Some(status) = fault {
        return Some(Answer::unread(status));
    }
    head.uri.scheme()?;
    let description = "Not Found: absolute URI is specified in the Request-Line";
    Some(Answer::error(404, description))
}

/// Answers a call of a bot.
fn call(
    state: &mut State,
    number: u64,
    request: &ReceivedRequest,
    address: &Address,
    has_invalid_utf8: bool,
) -> Decided {
    if let Err(refusal) = token::check(&address.token, |token| state.world.has(token)) {
        return refusal.answer().into();
    }
    let key = BotKey {
        token: address.token.clone(),
        is_test: address.test,
    };
    if let Some(bot) = state.world.bot(&key) {
        answers::tried(bot, request);
    }
    if let Some(reply) = state.scripts.due(request.method(), request) {
        state.log.scripted(number);
        return Decided::Reply(reply);
    }
    let name = request.method().to_ascii_lowercase();
    let bot = state.world.bot(&key);
    if let Some(answer) = bot.and_then(|bot| answers::answer_session(bot, &name)) {
        return answer.into();
    }
    let Some(method) = schema::method(&name) else {
        return Refusal::MethodNotFound.answer().into();
    };
    if has_invalid_utf8 {
        return Answer::error(400, "Bad Request: strings must be encoded in UTF-8").into();
    }
    let found = found_in(method.info, request);
    complaints::about_call(&mut state.log, number, request, found);
    if name == "getupdates" {
        return Decided::Poll(key);
    }
    let Some(bot) = state.world.bot(&key) else {
        return Refusal::Unauthorized.answer().into();
    };
    let (answer, found) = answers::answer(bot, method, request);
    complaints::about_call(&mut state.log, number, request, found);
    answer.into()
}

/// Returns a request as it was received, and what was found when it was decoded.
fn read_request(
    head: &Parts,
    body: Bytes,
    address: Option<&Address>,
) -> (ReceivedRequest, Decoded) {
    let (path, query) = (head.uri.path(), head.uri.query());
    let (mut request, decoded) = received(head.method.as_str(), path, query, &head.headers, body);
    match address {
        Some(address) => {
            request.test = address.test;
            // Without one in the path, it is a parameter.
            if !address.method.is_empty() {
                request.method.clone_from(&address.method);
            }
        }
        None => request.method.clear(),
    }
    (request, decoded)
}

fn is_too_large(request: &ReceivedRequest, body_length: usize) -> bool {
    let kind = request.header("content-type").map(BodyKind::of);
    let parameters = match kind {
        Some(BodyKind::Urlencoded) => body_length,
        Some(BodyKind::Json | BodyKind::Multipart) => request
            .parameters()
            .iter()
            .map(|(_, value)| value.len())
            .sum(),
        _ => 0,
    };
    let query = request.query().map_or(0, str::len);
    body_length > MOST_KEPT || parameters.saturating_add(query) > MOST_PARAMETERS
}
