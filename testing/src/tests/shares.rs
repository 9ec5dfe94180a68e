//! What buttons below the input field ask for, Mini Apps, boosts and administrators.

use serde_json::{Value, json};
use telegrammar::webapp::InitData;

use super::actions::{act, answer, updates};
use super::{FakeBotApi, call, result};

async fn start() -> FakeBotApi {
    let fake = FakeBotApi::builder().control(true).start().await;
    fake.expect("a port")
}

async fn ok(fake: &FakeBotApi, method: &str, body: Value) -> Value {
    result(&call(fake, method, &body.to_string()).await)
}

async fn keyboard(fake: &FakeBotApi, buttons: Value) {
    let body = json!({"chat_id": 42, "text": "x", "reply_markup": {"keyboard": [buttons]}});
    ok(fake, "sendMessage", body).await;
}

#[tokio::test]
async fn what_buttons_ask_for_is_shared() {
    let fake = start().await;
    keyboard(&fake, json!([
        {"text": "Who", "request_users": {"request_id": 1, "max_quantity": 2, "request_name": true}},
        {"text": "Where", "request_chat": {"request_id": 2, "chat_is_channel": false, "request_title": true}},
        {"text": "Quiz", "request_poll": {"type": "quiz"}},
        {"text": "Bot", "request_managed_bot": {"request_id": 3, "suggested_name": "Helper"}},
        {"text": "App", "web_app": {"url": "https://example.com/"}},
    ])).await;
    let me = fake.first_user();
    let ann = fake.user("Ann");
    me.shares_users("Who", &[42, ann.id()]);
    me.shares_chat("Where", -1_001_234_567_890_i64);
    me.shares_poll("Quiz", "When?", &["Now", "Later"]);
    me.sends_web_app_data("App", "{}");
    me.presses("Bot");
    let told = updates(&fake).await;
    let users = &told[0]["message"]["users_shared"];
    assert_eq!(users["request_id"], 1);
    assert_eq!(
        users["users"][1],
        json!({"user_id": ann.id(), "first_name": "Ann"})
    );
    let chat =
        json!({"request_id": 2, "chat_id": -1_001_234_567_890_i64, "title": "Fake Supergroup"});
    assert_eq!(told[1]["message"]["chat_shared"], chat);
    assert_eq!(told[2]["message"]["poll"]["type"], "quiz");
    let data = json!({"data": "{}", "button_text": "App"});
    assert_eq!(told[3]["message"]["web_app_data"], data);
    assert_eq!(told[4]["managed_bot"]["bot"]["first_name"], "Helper");
    assert_eq!(
        told[5]["message"]["managed_bot_created"]["bot"],
        told[4]["managed_bot"]["bot"]
    );

    for (body, text) in [
        (
            json!({"label": "Who", "users": [42, 1001, "Ben"]}),
            "at most 2 users can be shared",
        ),
        (
            json!({"label": "Who", "users": [77]}),
            "the bot knows no user 77",
        ),
        (
            json!({"label": "Where", "shared_chat": 42}),
            "`shared_chat` must be a group or channel",
        ),
        (
            json!({"label": "Quiz", "poll": {"question": "?", "options": []}}),
            "`options` must be",
        ),
        (
            json!({"label": "Quiz", "poll": {"question": "?", "options": ["a"], "type": "regular"}}),
            "another `type`",
        ),
    ] {
        let told = answer(&fake, "press", &body).await;
        assert!(told.contains(text), "{body}: {told}");
    }
    let silent = act(&fake, "press", json!({"label": "Who"})).await;
    assert_eq!(silent["button"]["text"], "Who");
}

#[tokio::test]
async fn the_token_of_a_managed_bot_stays_until_it_is_replaced() {
    let fake = start().await;
    let id = fake
        .first_user()
        .creates_managed_bot("Helper", "helper_bot")
        .result();
    let token = async |method| ok(&fake, method, json!({"user_id": id})).await;
    let first = token("getManagedBotToken").await;
    assert_eq!(token("getManagedBotToken").await, first);
    let second = token("replaceManagedBotToken").await;
    assert_ne!(second, first);
    assert_eq!(token("getManagedBotToken").await, second);
    fake.first_user()
        .creates_managed_bot("Helper", "helper_bot");
    let told = updates(&fake).await;
    assert_eq!(
        told.last().expect("an update")["managed_bot"]["bot"]["id"],
        id
    );
    assert_ne!(token("getManagedBotToken").await, second);
}

#[tokio::test]
async fn a_mini_app_sends_a_message() {
    let fake = start().await;
    let me = fake.first_user();
    let data = me.opens_mini_app();
    let hour = std::time::Duration::from_secs(3600);
    let data = InitData::verify(&data, fake.bot().token(), hour).expect("genuine");
    let article = json!({"type": "article", "id": "1", "title": "A", "input_message_content": {"message_text": "Meow"}});
    let body = json!({"web_app_query_id": data.query_id, "result": article});
    assert_eq!(
        ok(&fake, "answerWebAppQuery", body.clone()).await,
        json!({})
    );
    let message = &updates(&fake).await[0]["message"];
    assert_eq!(
        (&message["text"], &message["from"]["id"]),
        (&json!("Meow"), &json!(42))
    );
    assert_eq!(message["via_bot"]["is_bot"], true);
    for id in [body["web_app_query_id"].clone(), json!("unknown")] {
        let body = json!({"web_app_query_id": id, "result": article});
        let refused = call(&fake, "answerWebAppQuery", &body.to_string()).await;
        assert!(refused.contains("query ID is invalid"), "{refused}");
    }
}

#[tokio::test]
async fn boosts_are_remembered() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    let id = ann.boosts().result();
    let get = json!({"chat_id": -1_001_234_567_890_i64, "user_id": ann.id()});
    let boosts = ok(&fake, "getUserChatBoosts", get.clone()).await["boosts"].clone();
    assert_eq!(boosts[0]["boost_id"], id.as_str());
    assert_eq!(boosts[0]["source"]["source"], "premium");
    let told = updates(&fake).await;
    assert_eq!(told[0]["chat_boost"]["boost"], boosts[0]);
    assert_eq!(told[1]["message"]["boost_added"]["boost_count"], 1);
    ann.removes_boost();
    assert_eq!(
        updates(&fake).await[0]["removed_chat_boost"]["boost_id"],
        id.as_str()
    );
    assert_eq!(
        ok(&fake, "getUserChatBoosts", get).await["boosts"],
        json!([])
    );
    let body = json!({"user": "Ann", "chat": "@fake_supergroup"});
    let again = answer(&fake, "remove_boost", &body).await;
    assert!(again.contains("does not boost the chat"), "{again}");
}

#[tokio::test]
async fn administrators_change_members() {
    let fake = start().await;
    let all = json!({"allowed_updates": ["chat_member", "message"]}).to_string();
    call(&fake, "getUpdates", &all).await;
    let owner = fake.first_user().in_supergroup();
    let (ann, ben) = (
        fake.user("Ann").in_supergroup(),
        fake.user("Ben").in_supergroup(),
    );
    ann.joins();
    ben.joins();
    owner.promotes(ann, &["can_restrict_members"]);
    ann.restricts(ben, &["can_send_messages"]);
    ann.bans(ben);
    ann.unbans(ben);
    let told = updates(&fake).await;
    let status = |at: usize| told[at]["chat_member"]["new_chat_member"]["status"].clone();
    assert_eq!(status(4), "administrator");
    assert_eq!(told[4]["chat_member"]["from"]["id"], 42);
    assert_eq!(status(5), "restricted");
    assert_eq!(
        told[5]["chat_member"]["new_chat_member"]["can_send_messages"],
        true
    );
    assert_eq!(status(6), "kicked");
    assert_eq!(told[6]["chat_member"]["from"]["first_name"], "Ann");
    assert_eq!(told[7]["message"]["left_chat_member"]["first_name"], "Ben");
    assert_eq!(status(8), "left");
    for (body, text) in [
        (
            json!({"user": "Ben", "member": "Ann"}),
            "is no administrator with `can_restrict_members`",
        ),
        (
            json!({"user": "Ann", "member": 42}),
            "the user 42 is the owner",
        ),
        (
            json!({"user": "Ann"}),
            "`member` must be an id or a first name",
        ),
    ] {
        let mut body = body;
        body["chat"] = "@fake_supergroup".into();
        let told = answer(&fake, "ban", &body).await;
        assert!(told.contains(text), "{body}: {told}");
    }
}

#[tokio::test]
async fn only_votes_in_polls_of_the_bot_are_told() {
    let fake = start().await;
    let me = fake.first_user();
    let poll = me.sends_poll("When?", &["Now", "Later"]).result();
    me.votes(poll, &["Now"]);
    me.closes_poll(poll);
    let told = updates(&fake).await;
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(told[0]["message"]["poll"]["is_closed"], false);
    assert_eq!(told[1]["poll"]["is_closed"], true);
    assert_eq!(told[1]["poll"]["total_voter_count"], 1);
}

#[tokio::test]
async fn only_a_draft_with_a_button_is_stopped() {
    let fake = start().await;
    let stop = async || answer(&fake, "stop_generation", &json!({})).await;
    assert!(stop().await.contains("the bot generates no message"));
    let mut draft = json!({"chat_id": 42, "draft_id": 7, "text": "x"});
    ok(&fake, "sendMessageDraft", draft.clone()).await;
    assert!(stop().await.contains("`can_stop` is not set"));
    draft["can_stop"] = true.into();
    ok(&fake, "sendMessageDraft", draft.clone()).await;
    ok(&fake, "sendMessage", json!({"chat_id": 42, "text": "x"})).await;
    assert!(stop().await.contains("the bot generates no message"));
    ok(&fake, "sendMessageDraft", draft).await;
    fake.first_user().stops_generation();
    let told = updates(&fake).await;
    assert_eq!(told[0]["stopped_message_generation"]["draft_id"], 7);
    assert_eq!(told[0]["stopped_message_generation"]["chat"]["id"], 42);
}
