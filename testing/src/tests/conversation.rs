//! Users who talk, in Rust, and what they see.

use serde_json::{Value, json};

use super::{FakeBotApi, call, result, start};

async fn told(fake: &FakeBotApi) -> Vec<Value> {
    let allowed = json!({"allowed_updates": ["message", "edited_message", "message_reaction",
        "poll_answer", "inline_query", "chosen_inline_result"]});
    let updates = result(&call(fake, "getUpdates", &allowed.to_string()).await);
    updates.as_array().expect("updates").clone()
}

async fn ok(fake: &FakeBotApi, method: &str, body: Value) -> Value {
    result(&call(fake, method, &body.to_string()).await)
}

#[tokio::test]
async fn users_edit_react_and_vote() {
    let fake = start().await;
    told(&fake).await;
    let ann = fake.user("Ann");
    let said = ann.says("x");
    ann.edits(said, "/y");
    ann.reacts(said, "👍");
    ann.shares_contact();
    ann.shares_location(52.5, 13.4);
    let poll = json!({"chat_id": ann.id(), "question": "When?", "options": ["Now", "Later"],
        "is_anonymous": false});
    let poll = ok(&fake, "sendPoll", poll).await["message_id"].as_i64();
    ann.votes(poll.expect("an id"), &["Later"]);
    let told = told(&fake).await;
    assert_eq!(told[1]["edited_message"]["text"], "/y");
    assert_eq!(told[1]["edited_message"]["entities"][0]["length"], 2);
    assert_eq!(
        told[2]["message_reaction"]["new_reaction"][0]["emoji"],
        "👍"
    );
    assert_eq!(told[3]["message"]["contact"]["user_id"], ann.id());
    assert_eq!(told[4]["message"]["location"]["latitude"], 52.5);
    assert_eq!(told[5]["poll_answer"]["option_ids"], json!([1]));
    ann.deletes(said);
    let expected = "Ann: <contact>\nAnn: <location>\nFake Bot: <poll> When? (Now: 0, Later: 1)\n";
    assert_eq!(ann.sees(), expected);
}

#[tokio::test]
async fn a_result_is_chosen() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let query = ann.queries_inline("cats").result();
    let article = json!({"type": "article", "id": "1", "title": "A cat",
        "input_message_content": {"message_text": "Meow"}});
    let answer = json!({"inline_query_id": query, "results": [article]});
    ok(&fake, "answerInlineQuery", answer).await;
    ann.chooses("1");
    let told = told(&fake).await;
    assert_eq!(told[0]["inline_query"]["query"], "cats");
    assert_eq!(told[0]["inline_query"]["id"], query);
    assert_eq!(told[1]["chosen_inline_result"]["query"], "cats");
    assert_eq!(told[2]["message"]["via_bot"]["is_bot"], true);
    let last = ann.last_message().expect("a message");
    assert_eq!(last.text.as_deref(), Some("Meow"));
}

#[tokio::test]
async fn a_chosen_message_is_formatted_pressed_and_edited() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let query = ann.queries_inline("cats").result();
    let keyboard =
        |text: &str| json!({"inline_keyboard": [[{"text": text, "callback_data": "1"}]]});
    let article = json!({"type": "article", "id": "1", "title": "A cat", "reply_markup": keyboard("More"),
        "input_message_content": {"message_text": "<i>Meow</i>", "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": true}}});
    let answer = json!({"inline_query_id": query, "results": [article]});
    ok(&fake, "answerInlineQuery", answer).await;
    ann.chooses("1");
    let sent = json!(ann.last_message());
    assert_eq!(sent["entities"][0]["type"], "italic");
    assert_eq!(sent["link_preview_options"]["is_disabled"], true);
    ann.presses("More");
    let told = told(&fake).await;
    let id = &told[1]["chosen_inline_result"]["inline_message_id"];
    assert_eq!(told[2]["message"]["reply_markup"], keyboard("More"));
    assert_eq!(&told[3]["callback_query"]["inline_message_id"], id);
    assert!(told[3]["callback_query"].get("message").is_none());

    let edit = json!({"inline_message_id": id, "text": "Purr", "reply_markup": keyboard("Less")});
    assert_eq!(ok(&fake, "editMessageText", edit.clone()).await, true);
    let edited = json!(ann.last_message());
    assert_eq!(edited["text"], "Purr");
    assert_eq!(edited["message_id"], sent["message_id"]);
    assert_eq!(edited["reply_markup"], keyboard("Less"));
    assert!(edited["edit_date"].is_i64());
    let again = call(&fake, "editMessageText", &edit.to_string()).await;
    assert!(again.contains("message is not modified"), "{again}");
    let remove = json!({"inline_message_id": id});
    assert_eq!(ok(&fake, "editMessageReplyMarkup", remove).await, true);
    assert!(json!(ann.last_message()).get("reply_markup").is_none());
}

#[tokio::test]
#[should_panic(expected = "the bot has not answered the inline query")]
async fn nothing_is_chosen_before_the_answer() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.queries_inline("cats");
    ann.chooses("1");
}

#[tokio::test]
async fn a_chat_is_seen_as_text() {
    let fake = start().await;
    let ann = fake.user("Ann");
    assert!(ann.last_message().is_none());
    assert_eq!(ann.sees(), "");
    ann.says("/start");
    let markup = json!({"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}],
        [{"text": "No", "callback_data": "n"}]]});
    let sent = json!({"chat_id": ann.id(), "text": "Sure?", "reply_markup": markup});
    let sent = ok(&fake, "sendMessage", sent).await["message_id"].clone();
    assert_eq!(ann.sees(), "Ann: /start\nFake Bot: Sure? [Yes] [No]\n");
    let edit = json!({"chat_id": ann.id(), "message_id": sent, "text": "Good."});
    ok(&fake, "editMessageText", edit).await;
    let last = ann.last_message().expect("a message");
    assert_eq!(last.text.as_deref(), Some("Good."));
    let photo = json!({"chat_id": ann.id(), "photo": "A", "caption": "See",
        "reply_markup": {"keyboard": [["Tea", {"text": "Milk"}]]}});
    ok(&fake, "sendPhoto", photo).await;
    let expected = "Ann: /start\nFake Bot: Good. (edited)\nFake Bot: <photo> See\n[Tea] [Milk]\n";
    assert_eq!(ann.sees(), expected);
}
