//! Payments, from the invoice to the refund.

use std::time::Duration;

use serde_json::{Value, json};

use super::actions::{act, answer, updates};
use super::{FakeBotApi, call, refusal, result};

async fn start() -> FakeBotApi {
    let fake = FakeBotApi::builder().control(true).start().await;
    fake.expect("a port")
}

pub(super) fn invoice(more: &Value) -> Value {
    let mut invoice = json!({"chat_id": 42, "title": "Pen", "description": "A red pen", "payload": "pen-1",
        "provider_token": "1:TEST:x", "currency": "EUR",
        "prices": [{"label": "Pen", "amount": 150}, {"label": "Discount", "amount": -50}]});
    let members = more.as_object().expect("members").clone();
    invoice.as_object_mut().expect("members").extend(members);
    invoice
}

async fn ok(fake: &FakeBotApi, method: &str, body: Value) -> Value {
    result(&call(fake, method, &body.to_string()).await)
}

/// Returns the one update that is pending.
async fn update(fake: &FakeBotApi, kind: &str) -> Value {
    let told = updates(fake).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].get(kind).is_some(), "{told:?}");
    told[0][kind].clone()
}

async fn approve(fake: &FakeBotApi) {
    let query = update(fake, "pre_checkout_query").await;
    let answer = json!({"pre_checkout_query_id": query["id"], "ok": true});
    ok(fake, "answerPreCheckoutQuery", answer).await;
}

#[tokio::test]
async fn an_invoice_is_paid() {
    let fake = start().await;
    let me = fake.first_user();
    let more = json!({"need_name": true, "need_email": true, "max_tip_amount": 20});
    let sent = ok(&fake, "sendInvoice", invoice(&more)).await;
    assert_eq!(sent["invoice"]["total_amount"], 100);
    let order = json!({"message_id": sent["message_id"], "tip": 20, "email": "me@example.org"});
    let payment = me.pays_with(&order).result();
    let query = update(&fake, "pre_checkout_query").await;
    assert_eq!(query["total_amount"], 120);
    assert_eq!(query["currency"], "EUR");
    assert_eq!(query["invoice_payload"], "pen-1");
    let info = json!({"name": "Fake User", "email": "me@example.org"});
    assert_eq!(query["order_info"], info);
    assert!(!payment.is_successful());
    assert_eq!(payment.error(), None);

    let answer = json!({"pre_checkout_query_id": query["id"], "ok": true});
    ok(&fake, "answerPreCheckoutQuery", answer.clone()).await;
    let message = update(&fake, "message").await;
    let paid = &message["successful_payment"];
    assert_eq!(message["from"]["id"], 42);
    assert_eq!(paid["total_amount"], 120);
    assert_eq!(paid["order_info"], info);
    assert_eq!(
        paid["telegram_payment_charge_id"]
            .as_str()
            .map(str::to_owned),
        payment.charge_id()
    );
    assert!(payment.is_successful());
    assert_eq!(
        me.sees(),
        "Fake Bot: <invoice>\nFake User: <successful_payment>\n"
    );
    let again = call(&fake, "answerPreCheckoutQuery", &answer.to_string()).await;
    assert!(again.contains("query is too old"), "{again}");
    assert_eq!(updates(&fake).await.len(), 0);
    let again = super::actions::answer(&fake, "pay", &json!({"message_id": 1})).await;
    assert!(again.contains("the invoice was paid already"), "{again}");
}

#[tokio::test]
async fn shipping_is_asked_first() {
    let fake = start().await;
    let more = json!({"is_flexible": true, "need_shipping_address": true});
    ok(&fake, "sendInvoice", invoice(&more)).await;
    let body =
        json!({"message_id": 1, "shipping_option": "fast", "shipping_address": {"city": "Bonn"}});
    act(&fake, "pay", body).await;
    let query = update(&fake, "shipping_query").await;
    assert_eq!(query["shipping_address"]["city"], "Bonn");
    assert_eq!(query["invoice_payload"], "pen-1");
    let options = json!([
        {"id": "slow", "title": "Slow", "prices": [{"label": "Post", "amount": 5}]},
        {"id": "fast", "title": "Fast", "prices": [{"label": "Post", "amount": 7}]},
    ]);
    let answer = json!({"shipping_query_id": query["id"], "ok": true, "shipping_options": options});
    ok(&fake, "answerShippingQuery", answer).await;
    let query = update(&fake, "pre_checkout_query").await;
    assert_eq!(query["total_amount"], 107);
    assert_eq!(query["shipping_option_id"], "fast");
    assert_eq!(query["order_info"]["shipping_address"]["city"], "Bonn");
    let answer = json!({"pre_checkout_query_id": query["id"], "ok": true});
    ok(&fake, "answerPreCheckoutQuery", answer).await;
    let paid = update(&fake, "message").await["successful_payment"].clone();
    assert_eq!(
        (&paid["total_amount"], &paid["shipping_option_id"]),
        (&json!(107), &json!("fast"))
    );
    let state = act(&fake, "payment", json!({"payment_id": 1})).await;
    assert_eq!(state["state"], "paid");
}

#[tokio::test]
async fn the_user_sees_why_it_failed() {
    let fake = start().await;
    let me = fake.first_user();
    ok(&fake, "sendInvoice", invoice(&json!({"is_flexible": true}))).await;
    let payment = me.pays(1).result();
    let query = update(&fake, "shipping_query").await;
    let no =
        json!({"shipping_query_id": query["id"], "ok": false, "error_message": "Too far away"});
    ok(&fake, "answerShippingQuery", no).await;
    assert_eq!(payment.error().as_deref(), Some("Too far away"));
    assert_eq!(
        me.sees(),
        "Fake Bot: <invoice>\n<payment failed> Too far away\n"
    );
    assert_eq!(updates(&fake).await.len(), 0);

    ok(&fake, "sendInvoice", invoice(&json!({}))).await;
    let payment = me.pays(2).result();
    let query = update(&fake, "pre_checkout_query").await;
    let no =
        json!({"pre_checkout_query_id": query["id"], "ok": false, "error_message": "Sold out"});
    ok(&fake, "answerPreCheckoutQuery", no).await;
    assert_eq!(payment.error().as_deref(), Some("Sold out"));
    assert_eq!(payment.charge_id(), None);
    assert_eq!(updates(&fake).await.len(), 0);
    // It can be tried again.
    let payment = me.pays(2).result();
    approve(&fake).await;
    assert!(payment.is_successful());
}

#[tokio::test]
async fn a_late_answer_is_refused() {
    let fake = start().await;
    ok(&fake, "sendInvoice", invoice(&json!({}))).await;
    let payment = fake.first_user().pays(1).result();
    let query = update(&fake, "pre_checkout_query").await;
    fake.shared
        .state()
        .world
        .clock
        .advance(Duration::from_secs(11));
    let body = json!({"pre_checkout_query_id": query["id"], "ok": true}).to_string();
    let late = call(&fake, "answerPreCheckoutQuery", &body).await;
    let text = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    assert!(late.ends_with(&refusal(400, text)), "{late}");
    assert_eq!(
        payment.error().as_deref(),
        Some("The payment has timed out")
    );
    assert_eq!(updates(&fake).await.len(), 0);
}

#[tokio::test]
async fn awaiting_a_payment_waits_for_all_of_it() {
    use telegrammar::methods::{AnswerPreCheckoutQuery, SendMessage};
    use telegrammar::types::UpdateKind;
    use telegrammar::updates::BotUpdates as _;

    let fake = start().await;
    ok(&fake, "sendInvoice", invoice(&json!({}))).await;
    let bot = fake.bot();
    tokio::spawn(async move {
        let mut updates = bot.updates();
        while let Some(Ok(update)) = updates.next().await {
            match update.kind {
                UpdateKind::PreCheckoutQuery(query) => {
                    let answer = AnswerPreCheckoutQuery::new(&*query.id, true);
                    answer.send(&bot).await.expect("answered");
                }
                UpdateKind::Message(message) if message.successful_payment.is_some() => {
                    let thanks = SendMessage::new(message.chat.id, "Thanks");
                    thanks.send(&bot).await.expect("sent");
                }
                _ => {}
            }
        }
    });
    let me = fake.first_user();
    assert!(me.pays(1).await.is_successful());
    let last = me.last_message().and_then(|message| message.text);
    assert_eq!(last.as_deref(), Some("Thanks"), "{}", me.sees());
}

#[tokio::test]
async fn stars_are_earned_and_refunded() {
    let fake = start().await;
    let stars = json!({"currency": "XTR", "provider_token": "", "need_name": true, "is_flexible": true,
        "prices": [{"label": "Pen", "amount": 30}]});
    ok(&fake, "sendInvoice", invoice(&stars)).await;
    let payment = fake.first_user().pays(1).result();
    let query = update(&fake, "pre_checkout_query").await;
    assert_eq!(query.get("order_info"), None);
    let answer = json!({"pre_checkout_query_id": query["id"], "ok": true});
    ok(&fake, "answerPreCheckoutQuery", answer).await;
    updates(&fake).await;
    assert_eq!(ok(&fake, "getMyStarBalance", json!({})).await["amount"], 30);

    let charge = payment.charge_id().expect("a charge");
    let refund = json!({"user_id": 42, "telegram_payment_charge_id": charge});
    ok(&fake, "refundStarPayment", refund.clone()).await;
    let message = update(&fake, "message").await;
    let refunded = &message["refunded_payment"];
    assert_eq!(refunded["telegram_payment_charge_id"], charge.as_str());
    assert_eq!(refunded["total_amount"], 30);
    assert!(!payment.is_successful());
    let again = call(&fake, "refundStarPayment", &refund.to_string()).await;
    assert!(
        again.ends_with(&refusal(400, "Bad Request: CHARGE_ALREADY_REFUNDED")),
        "{again}"
    );
    assert_eq!(ok(&fake, "getMyStarBalance", json!({})).await["amount"], 0);
    let all = ok(&fake, "getStarTransactions", json!({})).await["transactions"].clone();
    assert_eq!(all[0]["id"], all[1]["id"]);
    assert_eq!(all[0]["source"]["invoice_payload"], "pen-1");
    assert_eq!(all[1]["receiver"]["user"]["id"], 42);
    let second = ok(
        &fake,
        "getStarTransactions",
        json!({"offset": 1, "limit": 5}),
    )
    .await;
    assert_eq!(second["transactions"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn a_subscription_is_renewed_and_cancelled() {
    let fake = start().await;
    let me = fake.first_user();
    let link = invoice(&json!({"currency": "XTR", "subscription_period": 2_592_000}));
    let link = ok(&fake, "createInvoiceLink", link).await;
    me.pays_with(&json!({"link": link}));
    approve(&fake).await;
    let first = update(&fake, "message").await["successful_payment"].clone();
    assert_eq!(first["is_first_recurring"], true);
    assert!(first["subscription_expiration_date"].is_i64());
    me.renews_subscription();
    let next = update(&fake, "message").await["successful_payment"].clone();
    assert_eq!(
        (&next["is_recurring"], next.get("is_first_recurring")),
        (&json!(true), None)
    );
    me.cancels_subscription();
    assert_eq!(update(&fake, "subscription").await["state"], "canceled");
    let again = answer(&fake, "subscription", &json!({"state": "renewed"})).await;
    assert!(again.contains("the subscription is canceled"), "{again}");
    me.resumes_subscription();
    assert_eq!(update(&fake, "subscription").await["state"], "active");
    me.fails_to_renew_subscription();
    assert_eq!(
        update(&fake, "subscription").await["invoice_payload"],
        "pen-1"
    );
}

#[tokio::test]
async fn paid_media_are_bought() {
    let fake = start().await;
    let me = fake.first_user();
    let mut media =
        json!({"chat_id": 42, "star_count": 5, "media": [{"type": "photo", "media": "A"}]});
    ok(&fake, "sendPaidMedia", media.clone()).await;
    media["payload"] = "photo-1".into();
    ok(&fake, "sendPaidMedia", media).await;
    me.buys(1);
    assert_eq!(updates(&fake).await.len(), 0);
    me.buys(2);
    let bought = update(&fake, "purchased_paid_media").await;
    assert_eq!(
        (&bought["paid_media_payload"], &bought["from"]["id"]),
        (&json!("photo-1"), &json!(42))
    );
    assert_eq!(ok(&fake, "getMyStarBalance", json!({})).await["amount"], 10);
    let again = answer(&fake, "buy", &json!({"message_id": 2})).await;
    assert!(again.contains("were bought already"), "{again}");
}

#[tokio::test]
async fn a_pay_button_pays_and_copies_can_be_paid() {
    let fake = start().await;
    let rows = json!({"inline_keyboard": [[{"text": "Pay 1 €", "pay": true}]]});
    ok(
        &fake,
        "sendInvoice",
        invoice(&json!({"reply_markup": rows})),
    )
    .await;
    fake.first_user().presses("Pay 1 €");
    approve(&fake).await;
    updates(&fake).await;
    let ann = fake.user("Ann");
    let forward = json!({"chat_id": ann.id(), "from_chat_id": 42, "message_id": 1});
    let copy = ok(&fake, "forwardMessage", forward).await["message_id"].as_i64();
    ann.pays(copy.expect("an id"));
    assert_eq!(
        update(&fake, "pre_checkout_query").await["from"]["first_name"],
        "Ann"
    );
    // One with a start parameter leads to the bot instead.
    let linked = ok(
        &fake,
        "sendInvoice",
        invoice(&json!({"start_parameter": "pen"})),
    )
    .await;
    let forward =
        json!({"chat_id": ann.id(), "from_chat_id": 42, "message_id": linked["message_id"]});
    let copy = ok(&fake, "forwardMessage", forward).await["message_id"].clone();
    let refused = answer(&fake, "pay", &json!({"user": "Ann", "message_id": copy})).await;
    assert!(
        refused.contains("has no invoice that can be paid"),
        "{refused}"
    );
}

#[tokio::test]
async fn what_cannot_be_paid_is_told() {
    let fake = start().await;
    ok(&fake, "sendMessage", json!({"chat_id": 42, "text": "x"})).await;
    ok(&fake, "sendInvoice", invoice(&json!({}))).await;
    for (body, text) in [
        (json!({}), "`message_id` must be the id of a message"),
        (
            json!({"message_id": 1}),
            "the message 1 has no invoice that can be paid",
        ),
        (
            json!({"link": "https://t.me/$x"}),
            "there is no invoice with this link",
        ),
        (
            json!({"message_id": 2, "tip": 1}),
            "the `tip` must be in 0..=0",
        ),
    ] {
        let told = answer(&fake, "pay", &body).await;
        assert!(told.contains(text), "{body}: {told}");
    }
}
