//! The page, its files, and what is protected by headers.

use std::fs;
use std::path::Path;

use super::{call, get, result, start, talk};

/// The most bytes of all files of the page together.
const MOST: usize = 100 << 10;
const MOST_LINES: usize = 400;

#[tokio::test]
async fn every_server_has_the_page() {
    let fake = start().await;
    let page = talk(&fake, &get("/")).await;
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(
        page.contains("Content-Type: text/html; charset=utf-8\r\n"),
        "{page}"
    );
    assert!(
        page.contains("Content-Security-Policy: default-src 'none'; script-src 'self';"),
        "{page}"
    );
    assert!(
        page.contains("X-Content-Type-Options: nosniff\r\n"),
        "{page}"
    );
    // Nothing inline, which the policy would forbid, and nothing from elsewhere.
    for forbidden in ["style=", "<style", "onclick", "src=\"http", "href=\"http"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    let mut files = 0;
    for part in page.split(['"', '\'']).filter(|it| it.starts_with("page/")) {
        files += 1;
        let file = talk(&fake, &get(&format!("/{part}"))).await;
        assert!(file.starts_with("HTTP/1.1 200 OK\r\n"), "{part}");
    }
    assert!(files >= 4);
    // None of it is a call.
    assert!(fake.requests().is_empty());
    let other = talk(&fake, &get("/page/else.js")).await;
    assert!(other.starts_with("HTTP/1.1 404 "), "{other}");
}

#[test]
fn the_page_is_small() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/page");
    let mut total = 0;
    for entry in fs::read_dir(folder).expect("the page") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text");
        let name = path.file_name().expect("a name").to_string_lossy();
        assert!(
            crate::page::asset(&format!("/page/{name}")).is_some(),
            "{name} is not served"
        );
        assert!(text.lines().count() <= MOST_LINES, "{name}");
        for forbidden in ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval("] {
            assert!(!text.contains(forbidden), "{name}: {forbidden}");
        }
        total += text.len();
    }
    assert!(total < MOST, "{total}");
}

#[tokio::test]
async fn a_file_is_no_page_of_the_server() {
    let fake = start().await;
    fake.first_user()
        .sends_document("page.html", "<script>alert(1)</script>");
    let answer = talk(&fake, &get("/control/file?id=FakeFile-document-0")).await;
    assert!(answer.ends_with("<script>alert(1)</script>"), "{answer}");
    assert!(answer.contains("Content-Type: text/html\r\n"), "{answer}");
    assert!(
        answer.contains(
            "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox\r\n"
        ),
        "{answer}"
    );
    for missing in [
        "?id=FakeFile-document-1",
        "?bot=1&id=FakeFile-document-0",
        "",
    ] {
        let answer = talk(&fake, &get(&format!("/control/file{missing}"))).await;
        assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
    }
}

#[tokio::test]
async fn state_has_everything() {
    let fake = start().await;
    fake.user("Ann").says("Hello");
    call(&fake, "sendMessage", r#"{"chat_id":1001,"text":"Hi"}"#).await;
    let state = result(&talk(&fake, &get("/control/state")).await);
    let bot = &state["bots"][0];
    assert_eq!(bot["bot"], "123456789");
    assert_eq!(bot["is_first"], true);
    let chats = bot["chats"].as_array().expect("chats");
    let chat = chats.iter().find(|it| it["chat"]["id"] == 1001);
    let messages = &chat.expect("the chat")["messages"];
    assert_eq!(messages[0]["text"], "Hello");
    assert_eq!(messages[1]["text"], "Hi");
    assert_eq!(messages[1]["reactions"], serde_json::json!([]));
    assert_eq!(state["calls"][0]["method"], "sendMessage");
    let chats = result(&talk(&fake, &get("/control/chats?user=1001")).await);
    assert_eq!(chats.as_array().map(Vec::len), Some(1));
    assert_eq!(chats[0]["last_message"]["text"], "Hi");
    let after = result(&talk(&fake, &get("/control/messages?chat=1001&after=1")).await);
    assert_eq!(after[0]["message_id"], 2);
    for wrong in [
        "messages?chat=7",
        "messages?chat=x",
        "state?bot=7",
        "chats?user=Ann",
    ] {
        let answer = talk(&fake, &get(&format!("/control/{wrong}"))).await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{wrong}: {answer}");
    }
}
