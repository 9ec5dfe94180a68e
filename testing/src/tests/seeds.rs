//! Worlds that are described as a whole.

use serde_json::{Value, json};

use super::{FakeBotApi, call, post, result, talk};

const EXAMPLE: &str = include_str!("../../examples/world.json");

async fn start(world: &str) -> FakeBotApi {
    let builder = FakeBotApi::builder().control(true).world(world);
    builder.start().await.expect("a server")
}

async fn ask(fake: &FakeBotApi, method: &str, body: Value) -> String {
    call(fake, method, &body.to_string()).await
}

async fn ok(fake: &FakeBotApi, method: &str, body: Value) -> Value {
    result(&ask(fake, method, body).await)
}

#[tokio::test]
async fn the_example_is_a_world() {
    let fake = start(EXAMPLE).await;
    assert_eq!(ok(&fake, "getUpdates", json!({})).await, json!([]));
    let me = ok(&fake, "getMe", json!({})).await;
    assert_eq!(me["username"], "library_bot");
    let lea = fake.user("Lea");
    assert_eq!(lea.id(), 1001);
    let readers = ok(&fake, "getChat", json!({"chat_id": "@readers"})).await;
    assert_eq!(readers["is_forum"], true);
    assert_eq!(readers["permissions"]["can_send_polls"], false);
    assert_eq!(readers["permissions"]["can_send_photos"], true);
    let all = ok(
        &fake,
        "getChatAdministrators",
        json!({"chat_id": "@readers"}),
    )
    .await;
    assert_eq!(all[0]["user"]["last_name"], "Roth");
    assert_eq!(all[1]["custom_title"], "Editor");
    assert_eq!(all[1]["can_pin_messages"], true);
    assert_eq!(all[1]["can_change_info"], false);
    assert_eq!(all[2]["user"]["id"], me["id"]);
    let count = ok(&fake, "getChatMemberCount", json!({"chat_id": "@readers"})).await;
    assert_eq!(count, 3);
    let eve = fake.user("Eve").id();
    let kicked = ok(
        &fake,
        "getChatMember",
        json!({"chat_id": "@readers", "user_id": eve}),
    )
    .await;
    assert_eq!(kicked["status"], "kicked");
    for (user, error) in [
        ("Eve", "Forbidden: bot was blocked by the user"),
        (
            "Tom",
            "Forbidden: bot can't initiate conversation with a user",
        ),
    ] {
        let text = json!({"chat_id": fake.user(user).id(), "text": "x"});
        let answer = ask(&fake, "sendMessage", text).await;
        assert!(answer.contains(error), "{answer}");
    }
    // The ids follow from the file alone.
    let friends = json!({"chat_id": -5_000_000_001_i64});
    let pinned = ok(&fake, "getChat", friends).await["pinned_message"].clone();
    assert_eq!(pinned["message_id"], 1);
    assert_eq!(pinned["text"], "Hello, everybody");
    lea.in_chat(-5_000_000_001_i64).says("unheard");
    let chat = readers["id"].as_i64().expect("an id");
    let max = fake.user("Max").in_chat(chat);
    let text = "Lea: <forum_topic_created>\nLea: <forum_topic_created>\nMax: What do you read?\nMax: Nothing\n";
    assert!(max.sees().starts_with(text), "{}", max.sees());
    max.in_topic(2).says("heard");
    let told = ok(&fake, "getUpdates", json!({})).await;
    assert_eq!(told.as_array().expect("updates").len(), 1);
    assert_eq!(told[0]["message"]["text"], "heard");
}

#[tokio::test]
async fn everything_that_is_documented_is_understood() {
    let page = include_str!("../control.md");
    let world = page
        .split("```json\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let fake = start(world.expect("an example")).await;
    let chat = ok(&fake, "getChat", json!({"chat_id": -1_005_000_007_001_i64})).await;
    assert_eq!(chat["description"], "Books");
    assert_eq!(chat["pinned_message"]["text"], "Welcome");
    let bot = json!({"chat_id": "@readers", "user_id": 123_456_789});
    let bot = ok(&fake, "getChatMember", bot).await;
    assert_eq!(bot["can_delete_messages"], true);
    assert_eq!(bot["can_pin_messages"], false);
    let lea = json!({"chat_id": "@readers", "user_id": 7001});
    assert_eq!(ok(&fake, "getChatMember", lea).await["status"], "creator");
}

#[tokio::test]
async fn each_bot_has_the_world() {
    let builder = FakeBotApi::builder()
        .token("1:AAFakeTokenOfNoBotFakeTokenOfNoBot0")
        .token("2:AAFakeTokenOfNoBotFakeTokenOfNoBot0");
    let fake = builder.world(EXAMPLE).start().await.expect("a server");
    for id in [1, 2] {
        let path = format!("/bot{id}:AAFakeTokenOfNoBotFakeTokenOfNoBot0/getChat?chat_id=@readers");
        let chat = result(&talk(&fake, &super::get(&path)).await);
        assert_eq!(chat["title"], "Readers");
    }
}

#[tokio::test]
async fn a_world_is_added_at_any_time() {
    let fake = start("{}").await;
    let world = json!({"users": [{"first_name": "Ann"}], "chats": [
        {"title": "Office", "id": -1_009_000_000_000_i64, "members": [{"user": "Ann"}], "bot": {"status": "kicked"}},
    ]});
    let request = post("/control/world", "application/json", &world.to_string());
    result(&talk(&fake, &request).await);
    let text = json!({"chat_id": -1_009_000_000_000_i64, "text": "x"});
    let answer = ask(&fake, "sendMessage", text).await;
    assert!(
        answer.contains("bot was kicked from the supergroup chat"),
        "{answer}"
    );
    fake.add_world(r#"{"chats": [{"title": "Two", "bot": {"rights": []}}]}"#);
    let two = json!({"chat_id": -1_005_000_000_001_i64, "user_id": 123_456_789});
    assert_eq!(ok(&fake, "getChatMember", two).await["status"], "member");
}

#[tokio::test]
async fn an_error_names_its_place() {
    for (world, expected) in [
        (json!({"chat": []}), "chat is not known"),
        (json!({"users": {}}), "users must be a list"),
        (json!({"users": [{}]}), "users[0].first_name must be a text"),
        (json!({"users": [7]}), "users[0] must be an object"),
        (
            json!({"users": [{"first_name": "Ann", "name": "x"}]}),
            "users[0].name is not known",
        ),
        (
            json!({"users": [{"first_name": "Ann", "state": "away"}]}),
            "users[0].state must be",
        ),
        (
            json!({"users": [{"first_name": "Ann", "id": -1}]}),
            "users[0].id must be",
        ),
        (
            json!({"users": [{"first_name": "A"}, {"first_name": "A", "id": 7}]}),
            "users[1].id must be free",
        ),
        (json!({"me": {"id": 7}}), "me.id is nothing that can be set"),
        (
            json!({"me": {"first_name": 7}}),
            "me.first_name must be a text",
        ),
        (
            json!({"chats": [{"type": "club", "title": "x"}]}),
            "chats[0].type must be",
        ),
        (
            json!({"chats": [{"title": "x", "id": 5}]}),
            "chats[0].id must be",
        ),
        (
            json!({"chats": [{"title": "x", "type": "group", "is_forum": true}]}),
            "chats[0].is_forum is only",
        ),
        (
            json!({"chats": [{"title": "x", "permissions": {"can_fly": true}}]}),
            "chats[0].permissions has no member `can_fly`",
        ),
        (
            json!({"chats": [{"title": "x", "users": []}]}),
            "chats[0].users is not known",
        ),
    ] {
        refused(&world, expected).await;
    }
    refused_text("{", "EOF while parsing an object at line 1 column 1").await;
}

/// Checks that a world is refused.
async fn refused(world: &Value, expected: &str) {
    refused_text(&world.to_string(), expected).await;
}

async fn refused_text(world: &str, expected: &str) {
    let started = FakeBotApi::builder().world(world).start().await;
    let error = started.expect_err(world).to_string();
    let expected = format!("the world is wrong: {expected}");
    assert!(error.starts_with(&expected), "{world}: {error}");
}

#[tokio::test]
async fn an_error_in_a_chat_names_its_place() {
    let member = |member: Value| {
        json!({"users": [{"first_name": "Ann"}], "chats": [
            {"title": "One"}, {"title": "Two", "members": [{"user": "Ann"}, member]},
        ]})
    };
    for (world, expected) in [
        (
            member(json!({"user": "Bob"})),
            "chats[1].members[1].user must be one of `users`, not \"Bob\"",
        ),
        (
            member(json!({"user": 9})),
            "chats[1].members[1].user: the bot knows no user 9",
        ),
        (member(json!({})), "chats[1].members[1].user must be given"),
        (
            member(json!({"user": "Ann", "status": "boss"})),
            "chats[1].members[1].status must be",
        ),
        (
            member(json!({"user": "Ann", "rights": ["can_pin_messages"]})),
            "chats[1].members[1].rights is only",
        ),
        (
            member(json!({"user": "Ann", "status": "administrator", "rights": ["can_fly"]})),
            "chats[1].members[1].rights has `can_fly`",
        ),
        (
            json!({"chats": [{"title": "x", "bot": {"status": "creator"}}]}),
            "chats[0].bot.status must be",
        ),
        (
            json!({"chats": [{"title": "x", "bot": {"rights": ["x"]}}]}),
            "chats[0].bot: there is no right",
        ),
        (
            json!({"chats": [{"title": "x", "topics": [{"name": "T", "user": 42}]}]}),
            "chats[0].topics[0]: the chat",
        ),
        (
            json!({"chats": [{"title": "x", "is_forum": true, "topics": [{"name": "T"}]}]}),
            "chats[0].topics[0].user must be given",
        ),
        (
            json!({"chats": [{"title": "x", "messages": [{"user": 42}]}]}),
            "chats[0].messages[0]: either `text` or `message`",
        ),
        (
            json!({"chats": [{"title": "x", "messages": [{"user": 42, "text": "x", "topic": "T"}]}]}),
            "chats[0].messages[0].topic must be",
        ),
    ] {
        refused(&world, expected).await;
    }
}
