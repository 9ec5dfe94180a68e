//! Updates: `getUpdates` and the webhook.

use std::time::Duration;

use serde_json::{Map, Value, json};

use super::call::{Call, Described, bad};
use crate::protocol::envelope::Answer;
use crate::protocol::integer::clamped;
use crate::protocol::refusal::Refusal;
use crate::records::ReceivedRequest;
use crate::world::{Bot, Endpoint, Webhook};

/// A poll that is repeated faster waits for so long, in seconds.
const BUSY: u64 = 3;

/// A call of `getUpdates`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Poll {
    offset: i64,
    limit: usize,
    /// How long to wait, in seconds.
    pub(crate) timeout: u64,
}

impl Poll {
    /// Reads the parameters, and does what is done before an update is looked for.
    ///
    /// # Errors
    ///
    /// A webhook is set.
    pub(crate) fn begin(bot: &mut Bot, request: &ReceivedRequest) -> Result<Self, Answer> {
        if bot.webhook.is_some() {
            return Err(Refusal::WebhookIsActive.answer());
        }
        allow(bot, request.parameter("allowed_updates"));
        let offset = clamped(request.parameter("offset"), 0, i32::MIN, i32::MAX);
        let limit = clamped(request.parameter("limit"), 100, 1, 100);
        let timeout = clamped(request.parameter("timeout"), 0, 0, 50);
        let mut poll = Self {
            offset: i64::from(offset),
            limit: usize::try_from(limit).unwrap_or(1),
            timeout: u64::try_from(timeout).unwrap_or_default(),
        };
        let time = bot.clock.time();
        let last = bot.polls.last.replace((poll.offset, time));
        if let Some((offset, began)) = last
            && bot.has_server_pace
            && offset == poll.offset
        {
            poll.slow_down(time.saturating_sub(began));
        }
        bot.queue.confirm(poll.offset);
        bot.polls.has_begun = true;
        Ok(poll)
    }

    /// Makes the most of a poll that repeats one that began a time ago.
    fn slow_down(&mut self, since: Duration) {
        if since < Duration::from_secs(BUSY) {
            self.timeout = self.timeout.max(BUSY);
        }
        if since < Duration::from_millis(500) {
            self.limit = 1;
        }
    }

    /// Returns the updates; none if there are none yet.
    pub(crate) fn updates(self, bot: &mut Bot) -> Vec<Value> {
        bot.queue.peek(self.limit)
    }
}

/// Sets the kinds of updates that are queued. What is no list of texts changes nothing.
fn allow(bot: &mut Bot, parameter: Option<&str>) {
    let kinds = parameter.and_then(|text| serde_json::from_str::<Vec<String>>(text).ok());
    if let Some(kinds) = kinds {
        let before = bot.queue.allowed.clone();
        bot.queue.allow(&kinds);
        if bot.queue.allowed != before {
            bot.left_out.clear();
        }
    }
}

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Result<Described, Answer>> {
    Some(match call.name {
        "setWebhook" => set(bot, call),
        "deleteWebhook" => Ok(delete(bot, call)),
        "getWebhookInfo" => Ok((info(bot), None)),
        _ => return None,
    })
}

fn set(bot: &mut Bot, call: &Call<'_>) -> Result<Described, Answer> {
    let arguments = &call.arguments;
    let url = arguments.text("url").unwrap_or_default();
    if url.is_empty() {
        return Ok(delete(bot, call));
    }
    let time = bot.clock.time();
    let last = bot.webhook_set.replace(time);
    if last.is_some_and(|last| bot.has_server_pace && time < last + Duration::from_secs(1)) {
        return Err(Answer::flood(1));
    }
    if arguments.is_true("drop_pending_updates") {
        bot.queue.clear();
    }
    let url = if url.contains("://") {
        url.to_owned()
    } else {
        format!("https://{url}")
    };
    let endpoint = endpoint(&url)?;
    let secret = arguments.text("secret_token");
    if let Some(secret) = secret {
        if secret.len() > 256 {
            return Err(bad("secret token is too long"));
        }
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
        if !secret.bytes().all(is_plain) {
            return Err(bad("secret token contains unallowed characters"));
        }
    }
    let kinds = arguments.get("allowed_updates").map(Value::to_string);
    allow(bot, kinds.as_deref());
    let certificate = arguments.text("certificate");
    let mut webhook = Webhook {
        url,
        endpoint,
        secret_token: secret.map(str::to_owned),
        max_connections: arguments
            .integer("max_connections")
            .unwrap_or(40)
            .clamp(1, 100),
        ip_address: arguments.text("ip_address").map(str::to_owned),
        has_certificate: certificate.is_some_and(|file| arguments.upload(file).is_some()),
        ..Webhook::default()
    };
    if let Some(known) = &bot.webhook
        && known.is_same(&webhook)
        && !webhook.has_certificate
        && !arguments.is_true("drop_pending_updates")
    {
        return Ok((true.into(), Some("Webhook is already set")));
    }
    webhook.number = bot.number();
    // An update that is on its way is not sent again.
    if let Some(known) = &bot.webhook {
        webhook.in_flight.clone_from(&known.in_flight);
        webhook.busy.clone_from(&known.busy);
    }
    bot.webhook = Some(webhook);
    Ok((true.into(), Some("Webhook was set")))
}

/// Telegram delivers to HTTPS on a few ports; this server to HTTP on the same machine, and to nothing
/// else.
fn endpoint(url: &str) -> Result<Endpoint, Answer> {
    let endpoint = Endpoint::parse(url).ok_or_else(|| bad("invalid webhook URL specified"))?;
    if endpoint.is_https && ![443, 80, 88, 8443].contains(&endpoint.port) {
        return Err(bad(
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ));
    }
    if !endpoint.is_https && !endpoint.is_local() {
        return Err(bad(
            "bad webhook: An HTTPS URL must be provided for webhook",
        ));
    }
    Ok(endpoint)
}

fn delete(bot: &mut Bot, call: &Call<'_>) -> Described {
    if call.arguments.is_true("drop_pending_updates") {
        bot.queue.clear();
    }
    let description = match bot.webhook.take() {
        Some(_) => "Webhook was deleted",
        None => "Webhook is already deleted",
    };
    (true.into(), Some(description))
}

fn info(bot: &Bot) -> Value {
    let webhook = bot.webhook.as_ref();
    let mut info = Map::new();
    let mut set = |name: &str, value: Value| {
        info.insert(name.to_owned(), value);
    };
    set("url", webhook.map_or("", |webhook| &webhook.url).into());
    set(
        "has_custom_certificate",
        webhook
            .is_some_and(|webhook| webhook.has_certificate)
            .into(),
    );
    set("pending_update_count", bot.queue.len().into());
    if let Some(webhook) = webhook {
        set("max_connections", webhook.max_connections.into());
        set(
            "ip_address",
            webhook.ip_address.as_deref().unwrap_or("127.0.0.1").into(),
        );
        if let Some((date, text)) = &webhook.last_error {
            set("last_error_date", (*date).into());
            set("last_error_message", text.as_str().into());
        }
    }
    if let Some(kinds) = &bot.queue.allowed {
        set("allowed_updates", json!(kinds));
    }
    info.into()
}

/// Methods that a webhook's reply cannot call.
pub(crate) fn is_ignored_in_replies(method: &str) -> bool {
    let method = method.to_ascii_lowercase();
    let ignored = ["setwebhook", "deletewebhook", "close", "logout"];
    method.starts_with("get") || ignored.contains(&method.as_str())
}
