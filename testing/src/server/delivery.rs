//! Deliveries of updates to webhooks.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::header::{self, HeaderMap};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{Map, Value};
use telegrammar::schema::ApiType;
use tokio::net::TcpStream;

use super::body::inflated;
use super::complaints;
use super::shared::Shared;
use crate::answers::{self, is_ignored_in_replies, legacy, render, schema};
use crate::protocol::envelope::ascii;
use crate::protocol::parameters::received;
use crate::world::{Bot, BotKey, Endpoint};

const UPDATE: ApiType = ApiType::Object("Update");
/// How long the server waits for an endpoint.
const PATIENCE: Duration = Duration::from_secs(60);
/// The pauses before the second and later attempts, in seconds.
const PAUSES: [u64; 6] = [0, 2, 4, 8, 16, 32];
/// The bounds of the pauses that follow, in seconds.
const LATER_PAUSES: (u64, u64) = (60, 120);
/// How long an endpoint must say that it is gone until the webhook is removed, in seconds.
const GONE: i64 = 23 * 60 * 60;
/// The longest pause that an endpoint can ask for, in seconds.
const LONGEST_PAUSE: u64 = 3600;

/// An update on its way.
struct Delivery {
    key: BotKey,
    /// The number of the webhook.
    webhook: i64,
    endpoint: Endpoint,
    secret_token: Option<String>,
    id: i64,
    order: String,
    body: String,
}

/// Queues an update, and delivers it if there is a webhook. Returns its number, or `None` if the bot does
/// not want its kind.
///
/// # Errors
///
/// What is wrong with the update.
pub(crate) fn queue(
    shared: &Arc<Shared>,
    key: &BotKey,
    update: Map<String, Value>,
) -> Result<Option<i64>, String> {
    let id = shared.state().world.deliver(key, update)?;
    shared.notify();
    start(shared);
    Ok(id)
}

/// Starts the deliveries that are due.
pub(crate) fn start(shared: &Arc<Shared>) {
    let mut all = Vec::new();
    for (key, bot) in shared.state().world.all_bots() {
        all.extend(due(key, bot));
    }
    for delivery in all {
        shared.runtime.spawn(deliver(Arc::clone(shared), delivery));
    }
}

/// Returns the deliveries that are due for a bot, which are on their way from now on.
fn due(key: &BotKey, bot: &mut Bot) -> Vec<Delivery> {
    let Some(webhook) = bot.webhook.as_mut().filter(|it| !it.endpoint.is_https) else {
        return Vec::new();
    };
    let most = usize::try_from(webhook.max_connections).unwrap_or(1);
    let mut due = Vec::new();
    for (id, update) in bot.queue.pending() {
        if webhook.in_flight.len() >= most {
            break;
        }
        let order = order(update);
        if webhook.in_flight.contains(&id) || !webhook.busy.insert(order.clone()) {
            continue;
        }
        webhook.in_flight.insert(id);
        let mut update = Value::Object(update.clone());
        if bot.has_legacy_members {
            legacy::add(&mut update, &UPDATE);
        }
        due.push(Delivery {
            key: key.clone(),
            webhook: webhook.number,
            endpoint: webhook.endpoint.clone(),
            secret_token: webhook.secret_token.clone(),
            id,
            order,
            body: ascii(&render::render(&update, &UPDATE)),
        });
    }
    due
}

/// Returns a key. Of the updates with the same one, one is delivered at a time, in order.
fn order(update: &Map<String, Value>) -> String {
    let event = update.iter().find(|(name, _)| *name != "update_id");
    let Some((kind, event)) = event else {
        return String::new();
    };
    let id = |path: &str| event.pointer(path).map(Value::to_string);
    let by = match kind.as_str() {
        "poll" => id("/id"),
        "poll_answer" => id("/poll_id"),
        "chat_member"
        | "chat_join_request"
        | "inline_query"
        | "chosen_inline_result"
        | "callback_query"
        | "shipping_query"
        | "pre_checkout_query" => id("/from/id"),
        "business_connection" => id("/user/id"),
        _ => id("/chat/id")
            .or_else(|| id("/from/id"))
            .or_else(|| id("/user/id")),
    };
    let group = match kind.as_str() {
        "message" | "edited_message" | "channel_post" | "edited_channel_post" => "message",
        "business_message" | "edited_business_message" | "deleted_business_messages" => "business",
        "chat_member" | "chat_join_request" => "member",
        "shipping_query" | "pre_checkout_query" => "payment",
        kind => kind,
    };
    format!("{group} {}", by.unwrap_or_default())
}

async fn deliver(shared: Arc<Shared>, delivery: Delivery) {
    for attempt in 0_usize.. {
        let outcome = tokio::time::timeout(PATIENCE, post(&delivery)).await;
        let outcome = outcome.unwrap_or_else(|_| Err(Failure::text("Read timeout expired")));
        let failure = match outcome {
            Ok(reply) => {
                shared.print(|| format!("⇒ update {} was delivered", delivery.id));
                finish(&shared, &delivery, reply);
                return;
            }
            Err(failure) => failure,
        };
        shared.print(|| {
            format!(
                "⇒ update {} was not delivered: {}",
                delivery.id, failure.text
            )
        });
        if !note(&shared, &delivery, &failure) {
            return;
        }
        let pause = failure.pause.unwrap_or_else(|| pause_after(attempt));
        shared.pause(Duration::from_secs(pause)).await;
        if !is_current(&shared, &delivery) {
            return;
        }
    }
}

/// Returns the pause after an attempt, which is counted from 0, in seconds.
fn pause_after(attempt: usize) -> u64 {
    let (least, most) = LATER_PAUSES;
    let random = RandomState::new().hash_one(attempt);
    let later = least + random % (most - least + 1);
    PAUSES.get(attempt).copied().unwrap_or(later)
}

/// Why a delivery failed.
struct Failure {
    text: String,
    /// Whether the endpoint says that it is gone.
    is_gone: bool,
    /// The pause that the endpoint asks for, in seconds.
    pause: Option<u64>,
}

impl Failure {
    fn text(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            is_gone: false,
            pause: None,
        }
    }
}

/// Writes a failure down. Returns whether the webhook is still the same and the update pending.
fn note(shared: &Arc<Shared>, delivery: &Delivery, failure: &Failure) -> bool {
    if let Some(bot) = shared.state().world.bot(&delivery.key)
        && let now = bot.now()
        && let Some(webhook) = &mut bot.webhook
        && webhook.number == delivery.webhook
    {
        webhook.last_error = Some((now, failure.text.clone()));
        let since = webhook.gone_since.filter(|_| failure.is_gone);
        webhook.gone_since = failure.is_gone.then(|| since.unwrap_or(now));
        if since.is_some_and(|since| now - since > GONE) {
            bot.webhook = None;
        }
    }
    shared.notify();
    is_current(shared, delivery)
}

/// Returns whether the webhook is still the same and the update pending. If not, the delivery ends, and
/// the update is delivered to the webhook that there is now.
fn is_current(shared: &Arc<Shared>, delivery: &Delivery) -> bool {
    let is_current = {
        let mut state = shared.state();
        state.world.bot(&delivery.key).is_some_and(|bot| {
            let is_pending = bot.queue.is_pending(delivery.id);
            let Some(webhook) = &mut bot.webhook else {
                return false;
            };
            let is_current = is_pending && webhook.number == delivery.webhook;
            if !is_current {
                webhook.release(delivery.id, &delivery.order);
            }
            is_current
        })
    };
    if !is_current {
        shared.notify();
        start(shared);
    }
    is_current
}

/// Removes the update, and carries out the call in the reply.
fn finish(shared: &Arc<Shared>, delivery: &Delivery, reply: (HeaderMap, Bytes)) {
    {
        let mut state = shared.state();
        if let Some(bot) = state.world.bot(&delivery.key) {
            // Without a webhook, the update is for whoever polls.
            if let Some(webhook) = &mut bot.webhook {
                webhook.gone_since = None;
                webhook.release(delivery.id, &delivery.order);
                bot.queue.remove(delivery.id);
            }
        }
        let (headers, body) = reply;
        // As if the endpoint had called the server, at an address without a method.
        let (request, _) = received("POST", "", None, &headers, body);
        let name = request.method().to_ascii_lowercase();
        if !name.is_empty() && !is_ignored_in_replies(&name) {
            let number = state.log.add(request.clone());
            state.log.sent_by(number, delivery.key.name());
            let method = schema::method(&name);
            if let (Some(method), Some(bot)) = (method, state.world.bot(&delivery.key)) {
                answers::tried(bot, &request);
                let (answer, found) = answers::answer(bot, method, &request);
                complaints::about_call(&mut state.log, number, &request, found);
                state.log.answered(number, answer.status, &answer.body);
            }
        }
    }
    shared.notify();
    start(shared);
}

/// Sends the update. Returns what the endpoint responds if it accepts it.
async fn post(delivery: &Delivery) -> Result<(HeaderMap, Bytes), Failure> {
    let unreachable = || Failure::text("Can't connect to the webhook");
    let endpoint = &delivery.endpoint;
    let stream = TcpStream::connect(endpoint.address()).await;
    let stream = stream.map_err(|_| unreachable())?;
    let connected = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = connected.map_err(|_| unreachable())?;
    tokio::spawn(async move {
        // The response tells what went wrong.
        let _ = connection.await;
    });
    let mut request = Request::post(&endpoint.path)
        .header(header::HOST, &endpoint.host)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONNECTION, "keep-alive")
        .header(header::ACCEPT_ENCODING, "gzip, deflate");
    if let Some(secret) = &delivery.secret_token {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret.as_str());
    }
    let request = request.body(Full::new(Bytes::from(delivery.body.clone())));
    let request = request.map_err(|_| unreachable())?;
    let broken = || Failure::text("Connection reset by peer");
    let response = sender.send_request(request).await.map_err(|_| broken())?;
    let (head, body) = response.into_parts();
    if !head.status.is_success() {
        let reason = head.status.canonical_reason().unwrap_or_default();
        let pause = head.headers.get(header::RETRY_AFTER);
        let pause = pause.and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
        return Err(Failure {
            text: wrong(head.status, reason),
            is_gone: head.status == StatusCode::GONE,
            pause: pause.filter(|pause| *pause <= LONGEST_PAUSE),
        });
    }
    let body = body.collect().await.map_err(|_| broken())?.to_bytes();
    let body = inflated(&head.headers, body.to_vec()).map_err(|_| broken())?;
    Ok((head.headers, body.into()))
}

fn wrong(status: StatusCode, reason: &str) -> String {
    format!(
        "Wrong response from the webhook: {} {reason}",
        status.as_u16()
    )
}
