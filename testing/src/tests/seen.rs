//! Chats as text: over HTTP, and when a test fails.

use serde_json::json;

use super::texts::ok;
use super::{get, start, talk};

#[tokio::test]
async fn a_chat_is_read_over_http() {
    let fake = start().await;
    let ann = fake.user("Ann");
    ann.in_supergroup().says("Hello, группа");
    ok(
        &fake,
        "sendMessage",
        json!({"chat_id": ann.id(), "text": "Hello"}),
    )
    .await;
    let path = format!("/control/sees?user={}", ann.id());
    let answer = talk(&fake, &get(&path)).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(
        answer.contains("Content-Type: text/plain; charset=utf-8\r\n"),
        "{answer}"
    );
    assert!(answer.ends_with("\r\n\r\nFake Bot: Hello\n"), "{answer}");
    for chat in ["@fake_supergroup", "-1001234567890"] {
        let answer = talk(&fake, &get(&format!("/control/sees?chat={chat}"))).await;
        assert!(answer.ends_with("\r\n\r\nAnn: Hello, группа\n"), "{answer}");
    }
    let answer = talk(&fake, &get("/control/sees?user=99")).await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    assert!(answer.contains("the bot knows no chat 99"), "{answer}");
}

#[tokio::test]
async fn a_failed_test_tells_what_users_see() {
    let fake = start().await;
    let token = fake.token().to_owned();
    let ann = fake.user("Ann");
    for number in 1..=40 {
        ann.says(&format!("number {number}"));
    }
    ann.in_supergroup().says(&format!("my token is {token}"));
    ok(
        &fake,
        "sendMessage",
        json!({"chat_id": ann.id(), "text": "Hello"}),
    )
    .await;
    let report = fake.report();
    assert!(
        report.contains("What the fake Bot API received and sent:\n→ sendMessage"),
        "{report}"
    );
    let chat = format!(
        "What users see:\nFake Supergroup (-1001234567890)\n  Ann: my token is (token)\nAnn ({})\n  Ann: number 12\n",
        ann.id()
    );
    assert!(report.contains(&chat), "{report}");
    assert!(
        report.ends_with("  Ann: number 40\n  Fake Bot: Hello\n\n"),
        "{report}"
    );
    assert!(!report.contains(&token), "{report}");
}
