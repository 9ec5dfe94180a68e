//! Replies that depend on the call.

use telegrammar::methods::{GetMyName, SendDocument, SendMessage};
use telegrammar::types::{BotName, ChatId, Message};
use telegrammar::{ApiErrorKind, Error, InputFile};

use super::{FakeBotApi, Reply, call, start};
use crate::{Refusal, Sample};

/// Returns which of a number of calls are refused.
async fn refused(fake: &FakeBotApi, calls: usize) -> Vec<usize> {
    let mut refused = Vec::new();
    for number in 1..=calls {
        let answer = call(fake, "sendMessage", r#"{"chat_id":42,"text":"x"}"#).await;
        if !answer.starts_with("HTTP/1.1 200 ") {
            refused.push(number);
        }
    }
    refused
}

fn error() -> Reply {
    Reply::error(403, "Forbidden: bot was blocked by the user")
}

#[tokio::test]
async fn a_reply_is_used_as_often_as_it_says() {
    let fake = start().await;
    fake.reply("sendMessage", error().times(2));
    assert_eq!(refused(&fake, 4).await, [1, 2]);
    fake.reply("sendMessage", error().after(2));
    assert_eq!(refused(&fake, 4).await, [3]);
    fake.reply("sendMessage", error().always());
    assert_eq!(refused(&fake, 2).await, [1, 2]);
    fake.clear_replies("sendMessage");
    assert_eq!(refused(&fake, 2).await, [0; 0]);
}

#[tokio::test]
async fn a_reply_can_be_for_some_calls() {
    let fake = start().await;
    fake.reply(
        "sendMessage",
        error().when("chat_id", -1_001_234_567_890_i64).always(),
    );
    assert_eq!(refused(&fake, 2).await, [0; 0]);
    let body = r#"{"chat_id":-1001234567890,"text":"x"}"#;
    assert!(call(&fake, "sendMessage", body).await.contains("blocked"));

    fake.clear_all_replies();
    fake.reply("sendMessage", error().rate(0.5, 7));
    let first = refused(&fake, 40).await;
    assert!((10..30).contains(&first.len()), "{first:?}");
    let other = start().await;
    other.reply("sendMessage", error().rate(0.5, 7));
    assert_eq!(refused(&other, 40).await, first);
}

#[tokio::test]
async fn a_result_is_computed_from_the_call() {
    let fake = start().await;
    fake.on::<SendMessage>(|request| {
        let mut message = Message::sample();
        message.text = Some(request.text.to_uppercase());
        message
    });
    let sent = SendMessage::new(42, "hello")
        .send(&fake.bot())
        .await
        .expect("sent");
    assert_eq!(sent.text.as_deref(), Some("HELLO"));
    fake.on::<GetMyName>(|_| BotName::sample());
    assert!(GetMyName::new().send(&fake.bot()).await.is_ok());
}

#[tokio::test]
async fn calls_are_decoded() {
    let fake = start().await;
    let bot = fake.bot();
    SendMessage::new(42, "one").send(&bot).await.expect("sent");
    let file = InputFile::bytes("a,b")
        .file_name("t.csv")
        .mime_type("text/csv");
    let document = SendDocument::new(42, file).caption("C");
    document.send(&bot).await.expect("sent");
    let calls = fake.calls::<SendMessage>();
    assert_eq!((calls.len(), calls[0].text.as_str()), (1, "one"));
    assert_eq!(calls[0].chat_id, ChatId::from(42));
    assert_eq!(fake.calls::<SendDocument>(), [document]);
    assert_eq!(fake.complaints(), [""; 0]);
}

#[tokio::test]
async fn a_call_is_awaited() {
    let fake = start().await;
    let bot = fake.bot();
    let (sent, first) = tokio::join!(
        async {
            SendMessage::new(42, "one").send(&bot).await?;
            SendMessage::new(42, "two").send(&bot).await
        },
        fake.call::<SendMessage>()
    );
    assert!(sent.is_ok());
    assert_eq!(first.text, "one");
    assert_eq!(fake.call::<SendMessage>().await.text, "two");
    let transcript = fake.transcript();
    assert!(
        transcript.contains("→ sendMessage chat_id=42 text=one\n← 200 "),
        "{transcript}"
    );
    assert!(!transcript.contains("AAFake"), "{transcript}");
}

#[tokio::test]
async fn a_reply_that_is_never_used_is_told() {
    let fake = start().await;
    fake.reply("sendMesage", error());
    fake.reply("getMe", error());
    fake.reply("getChat", error().times(2));
    call(&fake, "getMe", "{}").await;
    call(&fake, "getChat", "{}").await;
    assert_eq!(
        fake.unused_replies(),
        [
            "getChat: 1 reply is left that no call has got",
            "sendMesage: 1 reply is left that no call has got; the Bot API has no such method; did you mean `sendMessage`?",
        ]
    );
}

#[tokio::test]
async fn downloads_can_fail_too() {
    let fake = start().await;
    fake.reply_to_download(Reply::raw(502, "text/html", "<h1>Bad Gateway</h1>"));
    let path = format!("/file/bot{}/photos/file_0.jpg", fake.token());
    assert!(
        super::talk(&fake, &super::get(&path))
            .await
            .contains("Bad Gateway")
    );
    assert!(
        super::talk(&fake, &super::get(&path))
            .await
            .starts_with("HTTP/1.1 404 ")
    );
}

#[tokio::test]
async fn a_stalled_call_ends_with_the_server() {
    let fake = start().await;
    fake.reply("getMe", Reply::stall());
    let waiting = telegrammar::methods::GetMe::new();
    let bot = fake.bot();
    let call = tokio::spawn(async move { waiting.send(&bot).await });
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert!(!call.is_finished());
    drop(fake);
    assert!(matches!(
        call.await.expect("no panic"),
        Err(Error::Transport(_))
    ));
}

#[test]
fn a_blocking_test_has_a_server_of_its_own() {
    use std::io::{Read, Write};
    let fake = FakeBotApi::start_blocking().expect("a server");
    let address = fake.url().strip_prefix("http://").expect("HTTP");
    let mut stream = std::net::TcpStream::connect(address).expect("a connection");
    let request = format!(
        "GET /bot{}/getMe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        fake.token()
    );
    stream.write_all(request.as_bytes()).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.contains("telegrammar_fake_bot"), "{answer}");
}

#[tokio::test]
async fn errors_of_the_server_have_their_code_and_text() {
    let fake = start().await;
    for (refusal, kind) in [
        (Refusal::BlockedByUser, ApiErrorKind::BotBlocked),
        (Refusal::ChatNotFound, ApiErrorKind::ChatNotFound),
        (Refusal::OtherPoller, ApiErrorKind::OtherPoller),
        (Refusal::RequestTooLarge, ApiErrorKind::TooLarge),
        (Refusal::Restart, ApiErrorKind::Server),
        (Refusal::Unauthorized, ApiErrorKind::Unauthorized),
    ] {
        fake.reply("sendMessage", Reply::refuse(refusal));
        let refused = SendMessage::new(42, "x").send(&fake.bot()).await;
        let Err(Error::Api(error)) = refused else {
            panic!("{refused:?}")
        };
        assert_eq!((error.code, error.kind()), (refusal.code().into(), kind));
        assert_eq!(error.description, refusal.description());
    }
}
