//! Every kind of update is caused by something that a user does: in Rust, and over HTTP.

use serde_json::{Value, json};
use telegrammar::from_json_strict;
use telegrammar::types::Update;

use super::actions::{act, updates};
use super::{FakeBotApi, call, result};

const PAGE: &str = include_str!("../control.md");
const SUPERGROUP: i64 = -1_001_234_567_890;

fn kinds() -> impl Iterator<Item = &'static str> {
    let names = Update::INFO.fields.iter().map(|field| field.name);
    names.filter(|name| *name != "update_id")
}

/// Starts a server whose bot wants every kind of update.
async fn start() -> FakeBotApi {
    let fake = FakeBotApi::builder().control(true).start().await;
    let fake = fake.expect("a port");
    let all: Vec<_> = kinds().collect();
    call(
        &fake,
        "getUpdates",
        &json!({"allowed_updates": all}).to_string(),
    )
    .await;
    fake
}

/// Calls a method, and returns the id of the message that was sent.
async fn sent(fake: &FakeBotApi, method: &str, body: Value) -> i64 {
    let sent = result(&call(fake, method, &body.to_string()).await);
    sent["message_id"].as_i64().unwrap_or_default()
}

fn invoice(is_flexible: bool) -> Value {
    json!({"chat_id": 42, "title": "Pen", "description": "A red pen", "payload": "p", "currency": "EUR",
        "prices": [{"label": "Pen", "amount": 100}], "is_flexible": is_flexible})
}

fn poll() -> Value {
    json!({"chat_id": 42, "question": "When?", "options": ["Now", "Later"], "is_anonymous": false})
}

fn paid_media() -> Value {
    json!({"chat_id": 42, "star_count": 5, "media": [{"type": "photo", "media": "A"}], "payload": "p"})
}

/// Answers the query of the newest update of a kind.
async fn approve(fake: &FakeBotApi, kind: &str, method: &str, body: Value) {
    let told = updates(fake).await;
    let query = told.iter().find_map(|it| it.get(kind)).expect("a query");
    let mut body = body;
    body[format!("{kind}_id")] = query["id"].clone();
    sent(fake, method, body).await;
}

/// Creates a subscription of the user 42, and returns the link of its invoice.
async fn subscription(fake: &FakeBotApi) -> Value {
    let mut link = invoice(false);
    link["currency"] = "XTR".into();
    link["subscription_period"] = 2_592_000.into();
    result(&call(fake, "createInvoiceLink", &link.to_string()).await)
}

/// Does what causes an update of a kind, with the methods of users.
async fn by_user(fake: &FakeBotApi, kind: &str) {
    let (ann, me) = (fake.user("Ann"), fake.first_user());
    let ben = fake.user("Ben").in_supergroup();
    match kind {
        "message" => {
            me.says("x");
        }
        "edited_message" => {
            me.edits(me.says("x"), "y");
        }
        "channel_post" | "edited_channel_post" => {
            let me = me.in_chat(fake.channel("News"));
            me.edits(me.says("x"), "y");
        }
        "business_connection" => {
            me.connects_business();
        }
        "business_message" | "edited_business_message" | "deleted_business_messages" => {
            me.connects_business();
            let ann = ann.as_customer_of(me);
            let said = ann.says("x").result();
            ann.edits(said, "y");
            ann.deletes(said);
        }
        "guest_message" => {
            me.summons_bot("x");
        }
        "message_reaction" => {
            me.reacts(me.says("x"), "👍");
        }
        "message_reaction_count" => {
            me.reacts_anonymously(me.says("x"), "👍");
        }
        "inline_query" => {
            me.queries_inline("x");
        }
        "chosen_inline_result" => {
            let query = me.queries_inline("x").result();
            let article = json!({"type": "article", "id": "1", "title": "A", "input_message_content": {"message_text": "x"}});
            let answer = json!({"inline_query_id": query, "results": [article]});
            sent(fake, "answerInlineQuery", answer).await;
            me.chooses("1");
        }
        "callback_query" => {
            let rows = json!([[{"text": "Yes", "callback_data": "y"}]]);
            let asked =
                json!({"chat_id": 42, "text": "x", "reply_markup": {"inline_keyboard": rows}});
            sent(fake, "sendMessage", asked).await;
            me.presses("Yes");
        }
        "shipping_query" => drop(
            me.pays(sent(fake, "sendInvoice", invoice(true)).await)
                .result(),
        ),
        "pre_checkout_query" => {
            me.pays(sent(fake, "sendInvoice", invoice(false)).await);
        }
        "purchased_paid_media" => me
            .buys(sent(fake, "sendPaidMedia", paid_media()).await)
            .result(),
        "poll" => me
            .closes_poll(me.sends_poll("When?", &["Now", "Later"]))
            .result(),
        "poll_answer" => me
            .votes(sent(fake, "sendPoll", poll()).await, &["Now"])
            .result(),
        "my_chat_member" => {
            me.blocks_bot();
        }
        "chat_member" => {
            ben.joins();
            me.in_supergroup().promotes(ben, &["can_pin_messages"]);
        }
        "chat_join_request" => {
            ben.requests_to_join();
        }
        "chat_boost" | "removed_chat_boost" => {
            ben.boosts();
            ben.removes_boost();
        }
        "managed_bot" => {
            me.creates_managed_bot("Helper", "helper_bot");
        }
        "subscription" => {
            let link = subscription(fake).await;
            me.pays_with(&json!({"link": link}));
            let ok = json!({"ok": true});
            approve(fake, "pre_checkout_query", "answerPreCheckoutQuery", ok).await;
            me.cancels_subscription();
        }
        "stopped_message_generation" => {
            let draft = json!({"chat_id": 42, "draft_id": 7, "text": "x", "can_stop": true});
            sent(fake, "sendMessageDraft", draft).await;
            me.stops_generation();
        }
        other => panic!("no method of a user causes a `{other}`"),
    }
}

/// Does what causes an update of a kind, over HTTP.
#[expect(clippy::too_many_lines, reason = "each kind has a cause")]
async fn by_control(fake: &FakeBotApi, kind: &str) {
    let say = || act(fake, "say", json!({"text": "x"}));
    match kind {
        "message" => drop(say().await),
        "edited_message" => {
            say().await;
            act(fake, "edit", json!({"message_id": 1, "text": "y"})).await;
        }
        "channel_post" | "edited_channel_post" => {
            let made = act(fake, "chat", json!({"title": "News", "type": "channel"})).await;
            let chat = &made["chat"]["id"];
            act(fake, "say", json!({"chat": chat, "text": "x"})).await;
            act(
                fake,
                "edit",
                json!({"chat": chat, "message_id": 1, "text": "y"}),
            )
            .await;
        }
        "business_connection" => drop(act(fake, "connect_business", json!({})).await),
        "business_message" | "edited_business_message" | "deleted_business_messages" => {
            let made = act(fake, "connect_business", json!({})).await;
            let id = &made["business_connection_id"];
            for (name, mut body) in [
                ("say", json!({"text": "x"})),
                ("edit", json!({"message_id": 1, "text": "y"})),
                ("delete", json!({"message_id": 1})),
            ] {
                body["user"] = "Ann".into();
                body["business_connection_id"] = id.clone();
                act(fake, name, body).await;
            }
        }
        "guest_message" => drop(act(fake, "summon", json!({"text": "x"})).await),
        "message_reaction" | "message_reaction_count" => {
            say().await;
            let is_anonymous = kind == "message_reaction_count";
            let body = json!({"message_id": 1, "emoji": "👍", "anonymous": is_anonymous});
            act(fake, "react", body).await;
        }
        "inline_query" | "chosen_inline_result" => {
            let asked = act(fake, "inline", json!({"query": "x"})).await;
            let article = json!({"type": "article", "id": "1", "title": "A", "input_message_content": {"message_text": "x"}});
            let answer = json!({"inline_query_id": asked["inline_query_id"], "results": [article]});
            sent(fake, "answerInlineQuery", answer).await;
            act(fake, "choose", json!({"result_id": "1"})).await;
        }
        "callback_query" => {
            let rows = json!([[{"text": "Yes", "callback_data": "y"}]]);
            let asked =
                json!({"chat_id": 42, "text": "x", "reply_markup": {"inline_keyboard": rows}});
            sent(fake, "sendMessage", asked).await;
            act(fake, "press", json!({"label": "Yes"})).await;
        }
        "shipping_query" | "pre_checkout_query" => {
            sent(fake, "sendInvoice", invoice(kind == "shipping_query")).await;
            act(fake, "pay", json!({"message_id": 1})).await;
        }
        "purchased_paid_media" => {
            sent(fake, "sendPaidMedia", paid_media()).await;
            act(fake, "buy", json!({"message_id": 1})).await;
        }
        "poll" => {
            let body = json!({"question": "When?", "options": ["Now", "Later"]});
            act(fake, "poll", body).await;
            act(fake, "close_poll", json!({"message_id": 1})).await;
        }
        "poll_answer" => {
            sent(fake, "sendPoll", poll()).await;
            act(fake, "vote", json!({"message_id": 1, "options": [0]})).await;
        }
        "my_chat_member" => drop(act(fake, "block", json!({})).await),
        "chat_member" => {
            act(fake, "join", json!({"user": "Ben", "chat": SUPERGROUP})).await;
            act(fake, "ban", json!({"member": "Ben", "chat": SUPERGROUP})).await;
        }
        "chat_join_request" => {
            act(
                fake,
                "request_join",
                json!({"user": "Ben", "chat": SUPERGROUP}),
            )
            .await;
        }
        "chat_boost" | "removed_chat_boost" => {
            act(fake, "boost", json!({"chat": SUPERGROUP})).await;
            act(fake, "remove_boost", json!({"chat": SUPERGROUP})).await;
        }
        "managed_bot" => drop(act(fake, "managed_bot", json!({"name": "Helper"})).await),
        "subscription" => {
            let link = subscription(fake).await;
            act(fake, "pay", json!({"link": link})).await;
            let ok = json!({"ok": true});
            approve(fake, "pre_checkout_query", "answerPreCheckoutQuery", ok).await;
            act(fake, "subscription", json!({"state": "canceled"})).await;
        }
        "stopped_message_generation" => {
            let draft = json!({"chat_id": 42, "draft_id": 7, "text": "x", "can_stop": true});
            sent(fake, "sendMessageDraft", draft).await;
            act(fake, "stop_generation", json!({})).await;
        }
        other => panic!("no action causes a `{other}`"),
    }
}

/// Returns an update of a kind, after all were decoded.
async fn told(fake: &FakeBotApi, kind: &str) -> Value {
    let told = updates(fake).await;
    for update in &told {
        let text = update.to_string();
        let decoded = from_json_strict::<Update>(&text);
        decoded.unwrap_or_else(|error| panic!("{kind}: {error}: {text}"));
    }
    let mut told = told.into_iter();
    let update = told.find(|update| update.get(kind).is_some());
    update.unwrap_or_else(|| panic!("there was no `{kind}`"))
}

#[tokio::test]
async fn users_cause_every_kind() {
    for kind in kinds() {
        let fake = start().await;
        by_user(&fake, kind).await;
        told(&fake, kind).await;
    }
}

#[tokio::test]
async fn actions_cause_every_kind() {
    for kind in kinds() {
        let fake = start().await;
        by_control(&fake, kind).await;
        told(&fake, kind).await;
    }
}

#[test]
fn every_kind_is_documented_with_its_action() {
    for kind in kinds() {
        let row = PAGE
            .lines()
            .find(|line| line.starts_with(&format!("| `{kind}` |")));
        let row = row.unwrap_or_else(|| panic!("control.md has no row `{kind}`"));
        let actions = row.split('|').nth(3).expect("a third column");
        let mut actions = actions.split(',').map(|name| name.trim().trim_matches('`'));
        let is_known = |name: &str| crate::actions::names().any(|known| known == name);
        assert!(actions.all(is_known), "{row}");
    }
}
