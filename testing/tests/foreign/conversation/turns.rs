//! The turns of the conversation.

use serde_json::{Value, json};

use super::{Conversation, user};

/// A supergroup that is always there.
const SUPERGROUP: i64 = -1_001_234_567_890;

pub(super) fn all(it: &Conversation) {
    start(it);
    keyboard(it);
    registration(it);
    formatting(it);
    files(it);
    poll(it);
    reactions(it);
    edits_and_replies(it);
    inline(it);
    group(it);
    group_that_moves(it);
    join_request(it);
    blocked(it);
    it.say("/stop");
    it.shows(it.ann, "Goodbye.");
}

fn start(it: &Conversation) {
    it.say("/start");
    it.shows(it.ann, "Welcome, Ann!");
    it.say("/start summer-2026");
    it.shows(it.ann, "Welcome, Ann! You come from summer-2026.");
    let commands = it.called("setMyCommands");
    let names = commands.pointer("/commands/1/command");
    assert_eq!(names, Some(&json!("profile")));
}

fn keyboard(it: &Conversation) {
    it.act("press", &json!({"label": "Help"}));
    let text = "Commands\n/profile shows what I know\nNo <spam>, please\nTea is best";
    let entities = json!([
        {"type": "bold", "offset": 0, "length": 8},
        {"type": "code", "offset": 9, "length": 8},
        {"type": "italic", "offset": 24, "length": 5},
        {"type": "italic", "offset": 29, "length": 6},
        {"type": "underline", "offset": 29, "length": 1},
        {"type": "blockquote", "offset": 36, "length": 17},
        {"type": "spoiler", "offset": 54, "length": 11},
    ]);
    assert_eq!(it.shows(it.ann, text).get("entities"), Some(&entities));
    it.act("press", &json!({"label": "Where am I?"}));
    it.shows(it.ann, "You are at 52.5163, 13.3777");
    it.act("press", &json!({"row": 1, "column": 1}));
    it.shows(it.ann, "Thank you, +15550100");
    let place = json!({"location": {"latitude": 52.5, "longitude": 13.25}});
    it.act("send", &json!({"message": place}));
    it.shows(it.ann, "You are at 52.5, 13.25");
}

fn registration(it: &Conversation) {
    it.act("press", &json!({"label": "Register"}));
    it.shows(it.ann, "What is your name?");
    let refusal = it.refused("press", &json!({"label": "Help"}));
    assert!(refusal.contains("no button `Help`"), "{refusal}");
    it.say("Ann");
    it.shows(it.ann, "How old are you, Ann?");
    it.say("/cancel");
    it.shows(it.ann, "Cancelled.");

    it.act("press", &json!({"label": "Register"}));
    it.shows(it.ann, "What is your name?");
    it.say("Anne");
    it.shows(it.ann, "How old are you, Anne?");
    it.say("old");
    it.shows(it.ann, "Please write a number.");
    it.say("32");
    it.shows(it.ann, "Anne, 32. Is that right?");
    it.act("press", &json!({"label": "No"}));
    it.shows(it.ann, "Then again: what is your name?");
    it.say("Ann-Marie (B.)");
    it.shows(it.ann, "How old are you, Ann-Marie (B.)?");
    it.say("33");
    let question = it.shows(it.ann, "Ann-Marie (B.), 33. Is that right?");
    let id = question.get("message_id").cloned().unwrap_or_default();
    let pressed = it.act("press", &json!({"message_id": id, "row": 0, "column": 0}));
    let saved = it.shows(it.ann, "Saved: Ann-Marie (B.), 33");
    assert_eq!(saved.get("message_id"), Some(&id));
    assert_eq!(saved.get("reply_markup"), None);
    assert!(saved.get("edit_date").is_some(), "{saved}");
    let answer = it.called("answerCallbackQuery");
    let query = given(&pressed, "callback_query_id");
    assert_eq!(given(&answer, "callback_query_id"), query);
    assert_eq!(answer.get("text"), Some(&json!("Saved")));
}

fn formatting(it: &Conversation) {
    it.say("/profile");
    let profile = it.shows(it.ann, "Ann-Marie (B.) is 33 years old, see the rules.");
    let entities = json!([
        {"type": "bold", "offset": 0, "length": 14},
        {"type": "italic", "offset": 18, "length": 8},
        {"type": "text_link", "offset": 36, "length": 9, "url": "https://example.com/rules"},
    ]);
    assert_eq!(profile.get("entities"), Some(&entities));
    let preview = profile.get("link_preview_options");
    assert_eq!(preview, Some(&json!({"is_disabled": true})));
}

fn files(it: &Conversation) {
    let sent = it.act("photo", &json!({"base64": "iVBORw0KGgo=", "caption": "Me"}));
    let photo = it.shows(it.ann, "8 bytes");
    assert!(photo.pointer("/photo/0/file_id").is_some(), "{photo}");
    let original = photo.pointer("/reply_to_message/message_id");
    assert_eq!(original, sent.get("message_id"));
    let table = json!({"base64": "YSxiCg==", "file_name": "table.csv", "mime_type": "text/csv"});
    it.act("document", &table);
    let document = it.shows(it.ann, "table.csv: 4 bytes");
    let name = document.pointer("/document/file_name");
    assert_eq!(name, Some(&json!("table.csv")));
    it.say("/album");
    it.eventually("an album", || {
        let messages = it.messages(it.ann);
        let album: Vec<&Value> = messages
            .iter()
            .filter(|message| message.get("media_group_id").is_some())
            .collect();
        let captions: Vec<_> = album.iter().map(|it| it.get("caption")).collect();
        (captions == [Some(&json!("Two views")), None]).then_some(())
    });
    let action = it.called("sendChatAction");
    assert_eq!(action.get("action"), Some(&json!("upload_photo")));
}

fn poll(it: &Conversation) {
    it.say("/poll");
    let poll = it.eventually("a poll", || {
        let last = it.messages(it.ann).pop()?;
        last.get("poll").is_some().then_some(last)
    });
    let id = poll.get("message_id").cloned().unwrap_or_default();
    it.act("vote", &json!({"message_id": id, "options": ["Autumn"]}));
    it.shows(it.ann, "You voted for Autumn.");
    let voted = it.message(it.ann, &id).unwrap_or_default();
    let count = voted.pointer("/poll/options/1/voter_count");
    assert_eq!(count, Some(&json!(1)));
    it.act("vote", &json!({"message_id": id, "options": []}));
    it.shows(it.ann, "You took your vote back.");
}

fn reactions(it: &Conversation) {
    let said = it.act("say", &json!({"text": "Nice"}));
    let id = said.get("message_id");
    it.act("react", &json!({"message_id": id, "emoji": "👍"}));
    it.shows(it.ann, "Reactions: +👍 -");
    it.act("react", &json!({"message_id": id, "emoji": "🔥"}));
    it.shows(it.ann, "Reactions: +🔥 -👍");
    it.act("react", &json!({"message_id": id}));
    it.shows(it.ann, "Reactions: + -🔥");
}

fn edits_and_replies(it: &Conversation) {
    let said = it.act("say", &json!({"text": "A mistake"}));
    let id = said.get("message_id").cloned().unwrap_or_default();
    it.act("edit", &json!({"message_id": id, "text": "No mistake"}));
    let answer = it.shows(it.ann, "You changed it to: No mistake");
    let replied = answer.pointer("/reply_to_message/message_id");
    assert_eq!(replied, Some(&id));
    it.act("say", &json!({"text": "/quote", "reply_to": id}));
    it.shows(it.ann, "You mean: No mistake");
}

fn inline(it: &Conversation) {
    it.act("inline", &json!({"query": "green"}));
    let answer = it.called("answerInlineQuery");
    let titles = answer.pointer("/results/0/title");
    assert_eq!(titles, Some(&json!("Green tea")));
    assert_eq!(answer.pointer("/results/1"), None);
    let refusal = it.refused("choose", &json!({"result_id": "black"}));
    assert!(refusal.contains("no result with the id black"), "{refusal}");
    let chosen = it.act("choose", &json!({"result_id": "green"}));
    it.shows(it.ann, "You chose green.");
    let id = chosen.get("message_id").cloned().unwrap_or_default();
    let message = it.message(it.ann, &id).unwrap_or_default();
    assert_eq!(
        message.get("text"),
        Some(&json!("Green tea, please")),
        "{message}"
    );
    let entities = json!([{"type": "bold", "offset": 0, "length": 9}]);
    assert_eq!(message.get("entities"), Some(&entities));
    let bot = message.pointer("/via_bot/is_bot");
    assert_eq!(bot, Some(&json!(true)));
    it.act("press", &json!({"label": "More"}));
    it.eventually("the edited inline message", || {
        let message = it.message(it.ann, &id)?;
        (message.get("text") == Some(&json!("More of green"))).then_some(())
    });
    let answer = it.called("answerCallbackQuery");
    assert_eq!(given(&answer, "show_alert"), "true");
}

fn group(it: &Conversation) {
    let chat = SUPERGROUP;
    it.act("join", &json!({"user": "Bob", "chat": chat}));
    it.shows(chat, "Welcome to Fake Supergroup, Bob!");
    let bob = |text: &str| it.act("say", &json!({"user": "Bob", "chat": chat, "text": text}));
    bob("/who");
    it.shows(chat, "You are a member of 3");
    let said = bob("Buy now, everybody!");
    it.shows(chat, "No advertising, Bob.");
    let id = said.get("message_id").cloned().unwrap_or_default();
    assert_eq!(it.message(chat, &id), None);
    assert!(it.is_in(chat, "Bob"));
    it.act("leave", &json!({"user": "Bob", "chat": chat}));
    it.shows(chat, "Farewell, Bob.");
    assert!(!it.is_in(chat, "Bob"));
    it.say("/changes");
    it.shows(it.ann, "Bob: left, member\nBob: member, left");
}

fn group_that_moves(it: &Conversation) {
    let group = json!({"title": "Tea club", "type": "group", "users": [it.ann, "Bob"]});
    let created = it.control.post("chat", &group);
    let chat = created.pointer("/chat/id").and_then(Value::as_i64);
    let chat = chat.expect("a chat has an id");
    it.act("say", &json!({"chat": chat, "text": "/who"}));
    it.shows(chat, "You are a creator of 3");
    it.act("kick_bot", &json!({"chat": chat}));
    it.act("add_bot", &json!({"chat": chat}));
    it.shows(chat, "Hello, everybody!");
    let moved = it.act("migrate", &json!({"chat": chat}));
    let new = moved.pointer("/chat/id").and_then(Value::as_i64);
    it.shows(new.expect("a chat has an id"), "We have moved.");
}

fn join_request(it: &Conversation) {
    it.act("request_join", &json!({"user": "Eve", "chat": SUPERGROUP}));
    let approved = it.called("approveChatJoinRequest");
    assert_eq!(given(&approved, "chat_id"), SUPERGROUP.to_string());
    let asked = json!({"user": "Eve", "chat": SUPERGROUP, "text": "/who"});
    it.act("say", &asked);
    it.shows(SUPERGROUP, "You are a member of 3");
}

fn blocked(it: &Conversation) {
    let bob = user(&it.control, "Bob");
    it.act("say", &json!({"user": bob, "text": "/start"}));
    it.shows(bob, "Welcome, Bob!");
    it.act("block", &json!({"user": bob}));
    it.say("/broadcast News");
    it.shows(it.ann, "Sent to 1, refused by 1.");
    it.act("unblock", &json!({"user": bob}));
    it.say("/broadcast More news");
    it.shows(it.ann, "Sent to 2, refused by 0.");
    it.shows(bob, "More news");
}

/// Returns a parameter as it is in a form.
fn given(parameters: &Value, name: &str) -> String {
    let value = parameters.get(name).unwrap_or(&Value::Null);
    let text = value.as_str().map(str::to_owned);
    text.unwrap_or_else(|| value.to_string())
}
