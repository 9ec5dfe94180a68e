//! Groups that became supergroups.

use std::sync::{Arc, Mutex};

use telegrammar_core::{ApiErrorKind, Error, InputFile, Retry};

use crate::memory::{Memory, Step, error, flood, ok, send};

fn migrated() -> Step {
    error(400, "\"migrate_to_chat_id\":-1001")
}

type Told = Arc<Mutex<Vec<(i64, i64)>>>;

fn following(memory: &Memory) -> (telegrammar_core::Bot, Told) {
    let told = Told::default();
    let hook = Arc::clone(&told);
    let bot = memory
        .builder()
        .retry(Retry::standard())
        .follow_migrations(move |old, new| hook.lock().unwrap().push((old, new)))
        .build()
        .unwrap();
    (bot, told)
}

#[tokio::test(start_paused = true)]
async fn the_call_is_repeated_with_the_new_id() {
    let memory = Memory::new([migrated(), flood(1), ok()]);
    let (bot, told) = following(&memory);
    let mut call = send("-5");
    call.text = Some("chat_id".to_owned());
    bot.send(call).await.unwrap();
    let seen = memory.seen();
    let chats: Vec<_> = seen
        .iter()
        .filter_map(|seen| seen.chat.as_deref())
        .collect();
    assert_eq!(chats, ["-5", "-1001", "-1001"]);
    assert_eq!(seen[1].body, r#"{"text":"chat_id","chat_id":-1001}"#);
    let attempts: Vec<_> = seen.iter().map(|seen| seen.attempt).collect();
    assert_eq!(attempts, [1, 2, 3]);
    assert_eq!(*told.lock().unwrap(), [(-5, -1001)]);
}

#[tokio::test(start_paused = true)]
async fn a_form_is_repeated_too() {
    let memory = Memory::new([migrated(), ok()]);
    let (bot, told) = following(&memory);
    let mut call = send("-5");
    call.file = Some(InputFile::bytes("content"));
    bot.send(call).await.unwrap();
    let seen = memory.seen();
    assert_eq!(seen[1].chat.as_deref(), Some("-1001"));
    assert_eq!(told.lock().unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn each_migration_is_told_once() {
    let memory = Memory::new((0..6).map(|at| if at % 2 == 0 { migrated() } else { ok() }));
    let (bot, told) = following(&memory);
    for chat in ["-5", "-5", "-6"] {
        bot.send(send(chat)).await.unwrap();
    }
    assert_eq!(*told.lock().unwrap(), [(-5, -1001), (-6, -1001)]);
}

#[tokio::test(start_paused = true)]
async fn it_is_followed_only_once_and_only_if_asked_for() {
    let memory = Memory::new([migrated()]);
    let (bot, _) = following(&memory);
    let error = bot.send(send("-5")).await.unwrap_err();
    assert_eq!(memory.count(), 2);
    assert!(is_migrated(&error), "{error:?}");

    let memory = Memory::new([migrated()]);
    let bot = memory.builder().retry(Retry::standard()).build().unwrap();
    let error = bot.send(send("-5")).await.unwrap_err();
    assert!(is_migrated(&error), "{error:?}");
    assert_eq!(memory.count(), 1);
}

fn is_migrated(error: &Error) -> bool {
    matches!(error, Error::Api(error) if error.kind() == ApiErrorKind::Migrated)
}

/// The server does not tell which of the chats was migrated.
#[tokio::test(start_paused = true)]
async fn a_migration_that_may_be_of_another_chat_is_not_followed() {
    for (chat, name, value) in [
        ("111", None, ""),
        ("@group", None, ""),
        ("-1009", None, ""),
        ("-5", Some("from_chat_id"), "-6"),
        (
            "-5",
            Some("reply_parameters"),
            r#"{"message_id":1,"chat_id":-6}"#,
        ),
    ] {
        for file in [None, Some(InputFile::bytes("x"))] {
            let memory = Memory::new([migrated()]);
            let (bot, told) = following(&memory);
            let chat = if chat == "-1009" {
                "-1001234567890"
            } else {
                chat
            };
            let mut call = send(chat);
            call.file = file;
            let mut call = bot.send(call);
            if let Some(name) = name {
                let value: serde_json::Value = serde_json::from_str(value).unwrap();
                call = call.param(name, value);
            }
            let error = call.await.unwrap_err();
            assert!(is_migrated(&error), "{error:?}");
            assert_eq!(memory.count(), 1, "{chat} {name:?}");
            assert!(told.lock().unwrap().is_empty(), "{chat} {name:?}");
        }
    }
    // A reply in the same chat names no other.
    let memory = Memory::new([migrated(), ok()]);
    let (bot, _) = following(&memory);
    let reply = bot
        .send(send("-5"))
        .param("reply_parameters", serde_json::json!({"message_id": 1}));
    reply.await.unwrap();
}
