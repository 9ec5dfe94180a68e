//! Server-sent events.

use std::time::Duration;

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::{FakeBotApi, PATIENCE, call, connect, get, start};

/// Sends a request and returns what comes until there is a text in it.
pub(super) async fn beginning(fake: &FakeBotApi, request: &str, until: &str) -> String {
    let mut stream = connect(fake).await;
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut read = String::new();
    read_until(&mut stream, &mut read, until).await;
    read
}

/// Reads until a text came. It must be ASCII.
async fn read_until(stream: &mut TcpStream, read: &mut String, until: &str) {
    let reading = async {
        let mut buffer = vec![0; 64 << 10];
        while !read.contains(until) {
            let count = stream.read(&mut buffer).await.expect("readable");
            assert_ne!(count, 0, "the stream ended: {read}");
            read.push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
    };
    let done = timeout(PATIENCE, reading).await;
    assert!(done.is_ok(), "there is no {until}: {read}");
}

/// Follows the events of a server, from a position or from the beginning.
struct Reader {
    stream: TcpStream,
    read: String,
}

impl Reader {
    async fn start(fake: &FakeBotApi, last: Option<&str>) -> Self {
        let mut stream = connect(fake).await;
        let last = last.map_or(String::new(), |id| format!("Last-Event-ID: {id}\r\n"));
        let request = format!("GET /control/events HTTP/1.1\r\nHost: fake\r\n{last}\r\n");
        stream.write_all(request.as_bytes()).await.expect("sent");
        let read = String::new();
        Self { stream, read }
    }

    async fn until(&mut self, text: &str) -> &str {
        read_until(&mut self.stream, &mut self.read, text).await;
        // To the end of the event.
        let after = self.read.find(text).expect("read") + text.len();
        while !self.read[after..].contains("\n\n") {
            let mut buffer = [0; 4096];
            let count = self.stream.read(&mut buffer).await.expect("readable");
            self.read
                .push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
        &self.read
    }

    /// Returns the id of the last event.
    fn last_id(&self) -> &str {
        let (_, rest) = self.read.rsplit_once("\nid: ").expect("an event");
        rest.lines().next().expect("an id")
    }
}

#[tokio::test]
async fn a_reader_gets_everything_and_then_what_changes() {
    let fake = start().await;
    fake.first_user().says("before");
    let mut reader = Reader::start(&fake, None).await;
    let first = reader.until("\"before\"").await;
    assert!(
        first.contains("Content-Type: text/event-stream\r\n"),
        "{first}"
    );
    let (head, changes) = first.split_once("event: change").expect("a change");
    assert!(head.contains("event: reset\n"), "{first}");
    for kind in ["server", "bot", "user", "chat", "message"] {
        assert!(changes.contains(&format!("\"kind\":\"{kind}\"")), "{kind}");
    }
    assert!(!changes.contains(fake.token()));
    assert!(!changes.contains("AAFake"));

    call(&fake, "sendMessage", r#"{"chat_id":42,"text":"after"}"#).await;
    let all = reader.until("\"status\":200").await;
    assert!(all.contains("\"text\":\"after\""), "{all}");
    assert!(all.contains("\"method\":\"sendMessage\""), "{all}");
    // What did not change is not sent again.
    assert_eq!(all.matches("\"before\"").count(), 1);
}

#[tokio::test]
async fn a_reader_continues_where_it_was() {
    let fake = start().await;
    fake.first_user().says("one");
    let mut reader = Reader::start(&fake, None).await;
    reader.until("\"one\"").await;
    let id = reader.last_id().to_owned();
    drop(reader);
    fake.first_user().says("two");
    let mut reader = Reader::start(&fake, Some(&id)).await;
    let continued = reader.until("\"two\"").await;
    assert!(!continued.contains("\"one\""), "{continued}");
    assert!(!continued.contains("event: reset"), "{continued}");

    // Another server, and no position at all.
    for foreign in ["ffff-1", "0-99999", "nonsense", ""] {
        let mut reader = Reader::start(&fake, Some(foreign)).await;
        let all = reader.until("\"two\"").await;
        assert!(all.contains("event: reset"), "{all}");
        assert!(all.contains("\"one\""), "{all}");
    }
}

#[tokio::test]
async fn deleted_messages_and_reactions_are_told() {
    let fake = start().await;
    let mut reader = Reader::start(&fake, None).await;
    call(&fake, "sendMessage", r#"{"chat_id":42,"text":"gone"}"#).await;
    reader.until("\"gone\"").await;
    let reaction = r#"{"chat_id":42,"message_id":1,"reaction":[{"type":"emoji","emoji":"x"}]}"#;
    call(&fake, "setMessageReaction", reaction).await;
    reader.until("\"emoji\":\"x\"").await;
    call(&fake, "deleteMessage", r#"{"chat_id":42,"message_id":1}"#).await;
    let all = reader.until("\"deleted\":true").await;
    let (_, deleted) = all.rsplit_once("\"deleted\":true").expect("read");
    assert!(deleted.contains("\"gone\""), "{all}");
    // Another reader gets it as well.
    let mut other = Reader::start(&fake, None).await;
    other.until("\"deleted\":true").await;
}

#[tokio::test]
async fn a_slow_reader_gets_the_newest_state_and_no_more() {
    let fake = start().await;
    let mut reader = Reader::start(&fake, None).await;
    reader.until("event: change").await;
    let text = "x".repeat(4000);
    let edit = |number: usize| {
        json!({"chat_id": 42, "message_id": 1, "text": format!("{text} {number}")}).to_string()
    };
    call(&fake, "sendMessage", &edit(0)).await;
    // More than what the buffers on the way hold, and nothing is read.
    for number in 1..=1200 {
        call(&fake, "editMessageText", &edit(number)).await;
    }
    let all = reader.until("x 1200\"").await;
    let states = all.matches("\"kind\":\"message\"").count();
    assert!(states < 1100, "{states}");
}

#[tokio::test]
async fn the_newest_messages_of_a_chat_are_told() {
    let fake = start().await;
    let user = fake.first_user();
    for number in 1..=520 {
        user.says(&format!("m{number}"));
    }
    let mut reader = Reader::start(&fake, None).await;
    let all = reader.until("\"m520\"").await;
    assert!(all.contains("\"m21\""));
    assert!(!all.contains("\"m20\""));
    // What is no longer among them is not deleted.
    user.says("one more");
    let all = reader.until("\"one more\"").await;
    assert!(!all.contains("\"deleted\""));
    let delete = r#"{"chat_id":42,"message_ids":[1,519]}"#;
    call(&fake, "deleteMessages", delete).await;
    let all = reader.until("\"deleted\":true").await;
    assert_eq!(all.matches("\"deleted\":true").count(), 1);
}

#[tokio::test]
async fn of_old_answers_only_the_beginning_is_kept() {
    let fake = start().await;
    // Each of the characters takes six bytes in the answer.
    let text = json!({"chat_id": 42, "text": "ä".repeat(4096)}).to_string();
    for _ in 0..400 {
        call(&fake, "sendMessage", &text).await;
    }
    assert_eq!(fake.requests().len(), 400);
    let state = fake.shared.state();
    let answer = |number: u64| {
        let entry = state.log.entry(number).expect("a call");
        entry.answer.as_ref().map(|(_, body)| body.len())
    };
    assert_eq!(answer(1), Some(300));
    assert!(answer(400) > Some(24_000), "{:?}", answer(400));
}

#[tokio::test]
async fn readers_end_with_the_server_and_leave_nothing() {
    let fake = start().await;
    let mut readers = Vec::new();
    for _ in 0..20 {
        let mut reader = Reader::start(&fake, None).await;
        reader.until("event: change").await;
        readers.push(reader);
    }
    let shared = std::sync::Arc::downgrade(&fake.shared);
    drop(fake);
    for mut reader in readers {
        let mut rest = Vec::new();
        let ended = timeout(PATIENCE, reader.stream.read_to_end(&mut rest)).await;
        assert!(ended.is_ok());
    }
    let gone = async {
        while shared.strong_count() > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    assert!(timeout(PATIENCE, gone).await.is_ok());
}

#[tokio::test]
async fn wrong_tokens_are_not_told() {
    let fake = start().await;
    for (token, bot) in [("555:xyzzy", "555"), ("555xyzzy", "?"), ("xyzzy:555", "?")] {
        super::talk(&fake, &get(&format!("/bot{token}/getMe"))).await;
        super::talk(&fake, &get(&format!("/file/bot{token}/x"))).await;
        let calls = super::talk(&fake, &get("/control/calls")).await;
        assert!(!calls.contains("xyzzy"), "{calls}");
        let calls = super::result(&calls);
        let last = calls.as_array().and_then(|calls| calls.last());
        assert_eq!(last.expect("a call")["bot"], bot);
    }
}

#[tokio::test]
async fn calls_have_their_complaints_and_scripts() {
    let fake = start().await;
    fake.reply("getMe", super::Reply::flood(3));
    call(&fake, "getMe", "{}").await;
    call(
        &fake,
        "sendMessage",
        r#"{"chat_id":42,"text":"x","parse_mode":null}"#,
    )
    .await;
    let answer = super::talk(&fake, &get("/control/calls")).await;
    let calls = super::result(&answer);
    assert_eq!(calls[0]["method"], "getMe");
    assert_eq!(calls[0]["bot"], "123456789");
    assert_eq!(calls[0]["is_scripted"], true);
    assert_eq!(calls[0]["status"], 429);
    assert_eq!(calls[0]["answer"]["parameters"]["retry_after"], 3);
    assert_eq!(calls[1]["is_scripted"], false);
    assert_eq!(calls[1]["repairs"], json!([]));
    assert_eq!(calls[1]["parameters"]["text"], "x");
    let complaint = calls[1]["complaints"][0].as_str().expect("a complaint");
    assert_eq!(fake.complaints(), [complaint]);
    assert_eq!(calls[1]["number"], 2);
    let asked = super::talk(&fake, &get("/control/calls?method=GETME&after=0")).await;
    assert_eq!(super::result(&asked).as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn calls_have_what_is_to_be_repaired_in_scripted_replies() {
    let fake = start().await;
    let chat = json!({"id": 42, "type": "private"});
    for (method, result, expected) in [
        (
            "getMe",
            json!({"id": 1, "is_bot": true, "first_name": "A"}),
            vec![],
        ),
        (
            "sendMessage",
            json!({"message_id": 1, "chat": chat, "text": 5, "entities": [{"type": "bold", "offset": "0"}]}),
            vec![
                "`result.date` is missing",
                "`result.text` must be of type String",
                "`result.entities[0].offset` must be of type Integer",
                "`result.entities[0].length` is missing",
            ],
        ),
        (
            "deleteMessage",
            json!("yes"),
            vec!["`result` must be of type Boolean"],
        ),
        // A message, or true.
        ("editMessageText", json!(true), vec![]),
        (
            "editMessageText",
            json!(1),
            vec!["`result` must be of type Message or Boolean"],
        ),
    ] {
        fake.reply(method, super::Reply::result(result));
        call(&fake, method, r#"{"chat_id":42,"text":"x","message_id":1}"#).await;
        let calls = super::result(&super::talk(&fake, &get("/control/calls")).await);
        let last = calls
            .as_array()
            .and_then(|calls| calls.last())
            .expect("a call");
        let mut repairs: Vec<&str> = last["repairs"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|it| it.as_str())
            .collect();
        repairs.sort_unstable();
        let mut expected = expected;
        expected.sort_unstable();
        assert_eq!(repairs, expected, "{method}");
    }
}
