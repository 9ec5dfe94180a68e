//! The documented requests: each curl line of `control.md`.

use super::{FakeBotApi, get, talk};

const PAGE: &str = include_str!("../control.md");
const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

/// Splits a line into words as a shell does that knows only single quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (index, part) in line.split('\'').enumerate() {
        let is_quoted = index % 2 == 1;
        for (index, piece) in part.split(' ').enumerate() {
            if index > 0 && !is_quoted {
                words.push(String::new());
            } else if index > 0 {
                words.last_mut().expect("a word").push(' ');
            }
            words.last_mut().expect("a word").push_str(piece);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns the request that curl sends.
fn request(line: &str) -> String {
    let mut words = words(line).into_iter();
    assert_eq!(words.next().as_deref(), Some("curl"), "{line}");
    let (mut url, mut data) = (String::new(), Vec::new());
    while let Some(word) = words.next() {
        match word.as_str() {
            "-d" => data.push(words.next().expect("data")),
            "-N" => {}
            "-X" => assert_eq!(words.next().as_deref(), Some("POST")),
            _ => url = word,
        }
    }
    let path = url.strip_prefix("localhost:8081").expect("the port");
    if data.is_empty() {
        get(path)
    } else {
        let form = "application/x-www-form-urlencoded";
        let data = data.join("&");
        let length = data.len();
        format!(
            "POST {path} HTTP/1.1\r\nHost: localhost:8081\r\nContent-Type: {form}\r\nContent-Length: {length}\r\n\r\n{data}"
        )
    }
}

#[tokio::test]
async fn each_documented_line_works() {
    let fake = FakeBotApi::builder().token(TOKEN).control(true);
    let fake = fake.start().await.expect("a port");
    let lines = PAGE.lines().filter(|line| line.starts_with("curl "));
    let mut count = 0;
    for line in lines {
        count += 1;
        let request = request(line);
        if line.contains("/control/events") {
            let answer = super::events::beginning(&fake, &request, "event: change").await;
            assert!(answer.contains("event: reset"), "{line}: {answer}");
            continue;
        }
        if line.contains("/control/sees") {
            let answer = super::events::beginning(&fake, &request, "text/plain").await;
            assert!(answer.contains("Content-Type: text/plain"), "{answer}");
            continue;
        }
        if line.contains("/control/file") {
            let length = "Content-Length: 8\r\n";
            super::events::beginning(&fake, &request, length).await;
            continue;
        }
        let answer = talk(&fake, &request).await;
        assert!(answer.starts_with("HTTP/1.1 200 "), "{line}: {answer}");
        assert!(answer.contains("{\"ok\":true,"), "{line}: {answer}");
        // An update that the bot wants has an id.
        let is_wanted = ![
            "react",
            "delete",
            "/user",
            "/chat ",
            "leave",
            "deactivate",
            "mini_app",
            "/privacy",
            "/member ",
            "/world ",
            "/me ",
            "/payment",
            "/unban",
            "/restrict",
            "/promote",
        ]
        .iter()
        .any(|name| line.contains(name));
        let is_act = answer.contains("\"update_ids\":");
        assert!(
            !is_act || !is_wanted || !answer.contains("\"update_ids\":[]"),
            "{line}: {answer}"
        );
    }
    assert!(count > 30, "{count}");
}

#[test]
fn every_action_is_documented() {
    for name in crate::actions::names() {
        let line = format!("curl localhost:8081/control/{name} -d ");
        assert!(PAGE.contains(&line), "{line}");
    }
}
