//! Business accounts, and the calls in their name.

use serde_json::{Value, json};

use super::actions::{act, answer, updates};
use super::{FakeBotApi, call, get, refusal, result, talk};

async fn start() -> FakeBotApi {
    let fake = FakeBotApi::builder().control(true).start().await;
    fake.expect("a port")
}

async fn ok(fake: &FakeBotApi, method: &str, body: Value) -> Value {
    result(&call(fake, method, &body.to_string()).await)
}

#[tokio::test]
async fn an_account_is_connected_changed_and_disconnected() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let id = ann.connects_business_with(&["can_reply"]).result();
    let again = ann
        .connects_business_with(&["can_reply", "can_edit_bio"])
        .result();
    assert_eq!(id, again);
    let get = json!({"business_connection_id": id});
    let known = ok(&fake, "getBusinessConnection", get.clone()).await;
    assert_eq!(
        known["rights"],
        json!({"can_reply": true, "can_edit_bio": true})
    );
    assert_eq!(
        (&known["user"]["id"], &known["user_chat_id"]),
        (&ann.id().into(), &ann.id().into())
    );
    ann.disconnects_business();
    assert_eq!(
        ok(&fake, "getBusinessConnection", get).await["is_enabled"],
        false
    );
    let told = updates(&fake).await;
    let is_enabled = |at: usize| told[at]["business_connection"]["is_enabled"].clone();
    assert_eq!((is_enabled(0), is_enabled(2)), (true.into(), false.into()));
    let send = json!({"business_connection_id": id, "chat_id": 42, "text": "x"});
    let refused = call(&fake, "sendMessage", &send.to_string()).await;
    let text = "Bad Request: business connection not found";
    assert!(refused.ends_with(&refusal(400, text)), "{refused}");
}

#[tokio::test]
async fn customers_and_the_bot_talk() {
    let fake = start().await;
    let (ann, ben) = (fake.user("Ann"), fake.user("Ben"));
    let id = ann.connects_business().result();
    ben.says("in private");
    let customer = ben.as_customer_of(ann);
    let asked = customer.says("Open?").result();
    let body = json!({"business_connection_id": id, "chat_id": ben.id(), "text": "Yes",
        "reply_parameters": {"message_id": asked}});
    let sent = ok(&fake, "sendMessage", body).await;
    assert_eq!(sent["from"]["id"], ann.id());
    assert_eq!(sent["sender_business_bot"]["is_bot"], true);
    assert_eq!(sent["business_connection_id"], id.as_str());
    assert_eq!(sent["chat"]["id"], ben.id());
    assert_eq!(sent["reply_to_message"]["message_id"], asked);
    ann.with_customer(ben).says("Till six");
    let edit = json!({"business_connection_id": id, "chat_id": ben.id(), "message_id": sent["message_id"],
        "text": "Yes, we are"});
    ok(&fake, "editMessageText", edit).await;
    customer.edits(asked, "Are you open?");
    let seen = "Ben: Are you open? (edited)\nAnn: Yes, we are (reply to \"Are you open?\") (edited)\nAnn: Till six\n";
    assert_eq!(customer.sees(), seen);
    assert_eq!(ben.sees(), "Ben: in private\n");

    let told = updates(&fake).await;
    let kinds: Vec<_> = told
        .iter()
        .filter_map(|it| it.as_object()?.keys().next())
        .collect();
    assert_eq!(
        kinds,
        [
            "business_connection",
            "message",
            "business_message",
            "business_message",
            "edited_business_message"
        ]
    );
    assert_eq!(
        told[2]["business_message"]["business_connection_id"],
        id.as_str()
    );
    assert_eq!(told[3]["business_message"]["from"]["id"], ann.id());

    customer.deletes(asked);
    let deleted = &updates(&fake).await[0]["deleted_business_messages"];
    assert_eq!(deleted["message_ids"], json!([asked]));
    assert_eq!(deleted["chat"]["id"], ben.id());
    let ids = json!({"business_connection_id": id, "message_ids": [sent["message_id"]]});
    ok(&fake, "deleteBusinessMessages", ids).await;
    assert_eq!(customer.sees(), "Ann: Till six\n");
    let path = format!(
        "/control/messages?chat={}&business_connection_id={id}",
        ben.id()
    );
    let messages = result(&talk(&fake, &get(&path)).await);
    assert_eq!(messages.as_array().map(Vec::len), Some(1));
    assert_eq!(messages[0]["text"], "Till six");
}

#[tokio::test]
async fn ids_are_those_of_the_account() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.connects_business();
    let (ben, eve) = (fake.user("Ben"), fake.user("Eve"));
    let (ben, eve) = (ben.as_customer_of(ann), eve.as_customer_of(ann));
    let ids = [ben.says("1"), eve.says("2"), ben.says("3")].map(i64::from);
    assert_eq!(ids, [1, 2, 3]);
}

#[tokio::test]
async fn buttons_are_pressed_in_an_account() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let id = ann.connects_business().result();
    let rows = json!({"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]});
    let body =
        json!({"business_connection_id": id, "chat_id": 42, "text": "Sure?", "reply_markup": rows});
    ok(&fake, "sendMessage", body).await;
    fake.first_user().as_customer_of(ann).presses("Yes");
    let told = updates(&fake).await;
    let query = &told.last().expect("an update")["callback_query"];
    assert_eq!(query["message"]["business_connection_id"], id.as_str());
}

#[tokio::test]
async fn calls_without_an_account_or_chat_are_refused() {
    let fake = start().await;
    let id = fake.user("Ann").connects_business().result();
    for (connection, chat, text) in [
        ("x", json!(42), "business connection not found"),
        (
            &id,
            json!("@fake_supergroup"),
            "chat identifier must be a valid Integer",
        ),
        (&id, json!("42a"), "chat identifier must be a valid Integer"),
        (&id, json!(""), "chat identifier is empty"),
        (&id, json!(999_999), "chat not found"),
    ] {
        let body = json!({"business_connection_id": connection, "chat_id": chat, "text": "x"});
        let answer = call(&fake, "sendMessage", &body.to_string()).await;
        let expected = refusal(400, &format!("Bad Request: {text}"));
        assert!(answer.ends_with(&expected), "{body}: {answer}");
    }
    let get = call(
        &fake,
        "getBusinessConnection",
        r#"{"business_connection_id":"x"}"#,
    )
    .await;
    assert!(get.contains("business connection not found"), "{get}");
}

#[tokio::test]
async fn a_delivered_message_introduces_its_account() {
    let fake = start().await;
    let message = json!({"message_id": 5, "date": 1_700_000_000, "business_connection_id": "b",
        "chat": {"id": 42, "type": "private", "first_name": "x"},
        "from": {"id": 42, "is_bot": false, "first_name": "x"}, "text": "Hi"});
    fake.deliver_json(json!({"business_message": message}));
    let body = json!({"business_connection_id": "b", "chat_id": 42, "text": "x",
        "reply_parameters": {"message_id": 5}});
    ok(&fake, "sendMessage", body).await;
    assert_eq!(fake.first_user().sees(), "");
}

#[tokio::test]
async fn what_is_wrong_is_told() {
    let fake = start().await;
    let made = act(&fake, "connect_business", json!({"user": "Ann"})).await;
    let id = made["business_connection_id"].clone();
    for (name, body, text) in [
        (
            "connect_business",
            json!({"rights": ["can_fly"]}),
            "there is no right \\\"can_fly\\\"",
        ),
        (
            "disconnect_business",
            json!({}),
            "has connected no business account",
        ),
        (
            "say",
            json!({"business_connection_id": "x", "text": "x"}),
            "there is no business connection x",
        ),
        (
            "say",
            json!({"user": "Ann", "business_connection_id": id, "text": "x"}),
            "must be the id of a customer",
        ),
        (
            "vote",
            json!({"business_connection_id": id}),
            "`vote` takes no `business_connection_id`",
        ),
    ] {
        let told = answer(&fake, name, &body).await;
        assert!(told.contains(text), "{name} {body}: {told}");
    }
}
