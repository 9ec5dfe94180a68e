//! A call is a future, and takes parameters that no definition has.

use std::collections::BTreeMap;

use telegrammar_core::{Error, InputFile};
use tokio::task::JoinSet;

use crate::memory::{Memory, ok, send};

#[tokio::test]
async fn a_call_is_a_future_that_moves_to_other_tasks() {
    let memory = Memory::new([ok()]);
    let bot = memory.builder().build().unwrap();
    assert!(tokio::spawn(bot.send(send("1"))).await.unwrap().unwrap());
    let mut set = JoinSet::new();
    for _ in 0..3 {
        set.spawn(bot.send(send("1")));
    }
    while let Some(result) = set.join_next().await {
        assert!(result.unwrap().unwrap());
    }
    let (one, two) = tokio::join!(bot.send(send("1")), bot.send(send("2")));
    assert!(one.unwrap() && two.unwrap());
    drop(bot.send(send("1")));
    assert_eq!(memory.count(), 6, "a call that is not awaited is not sent");
}

#[tokio::test]
async fn parameters_can_be_added_to_json() {
    let memory = Memory::new([ok()]);
    let bot = memory.builder().build().unwrap();
    let nested = BTreeMap::from([("a", vec![1, 2])]);
    let call = bot.send(send("1"));
    let call = call
        .param("new\"name", "a \"text\"")
        .param("list", nested)
        .param("flag", true);
    call.await.unwrap();
    let body = memory.seen().remove(0).body;
    assert_eq!(
        body,
        r#"{"chat_id":"1","new\"name":"a \"text\"","list":{"a":[1,2]},"flag":true}"#
    );
}

#[tokio::test]
async fn a_parameter_that_is_sent_already_is_invalid() {
    let memory = Memory::new([ok()]);
    let bot = memory.builder().build().unwrap();
    for call in [
        bot.send(send("1")).param("chat_id", 2),
        bot.send(send("1")).param("text", "unset in the definition"),
        bot.send(send("1")).param("x", 1).param("x", 1),
        bot.send(send("1"))
            .param("x", 1)
            .param("x", 1)
            .param("y", 1),
    ] {
        let error = call.await.unwrap_err();
        let Error::Invalid(error) = error else {
            panic!("{error:?}")
        };
        let text = error.to_string();
        assert!(text.starts_with("`sendThing` was not sent: `"), "{text}");
        assert!(
            text.contains("is a parameter of the call already"),
            "{text}"
        );
    }
    assert_eq!(memory.count(), 0);
}

#[tokio::test]
async fn a_value_that_cannot_be_encoded_is_an_error() {
    let memory = Memory::new([ok()]);
    let bot = memory.builder().build().unwrap();
    let upload = bot.send(send("1")).param("file", InputFile::bytes("x"));
    assert!(
        matches!(upload.await, Err(Error::Invalid(_))),
        "the definition has it"
    );
    for error in [
        bot.send(send("1")).param("f", InputFile::bytes("x")).await,
        bot.send(send("1"))
            .param("m", BTreeMap::from([((1, 2), 3)]))
            .await,
    ] {
        let Err(Error::Encode(error)) = error else {
            panic!("{error:?}")
        };
        assert_eq!(error.method(), "sendThing");
    }
}

#[tokio::test]
async fn a_number_that_json_cannot_express_is_an_error_and_nothing_is_not_sent() {
    let memory = Memory::new([ok()]);
    let bot = memory.builder().build().unwrap();
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = bot.send(send("1")).param("x", number).await.unwrap_err();
        assert!(matches!(error, Error::Encode(_)), "{error:?}");
    }
    let call = bot
        .send(send("1"))
        .param("none", None::<i64>)
        .param("unit", ());
    call.param("text2", "NaN").await.unwrap();
    assert_eq!(memory.seen()[0].body, r#"{"chat_id":"1","text2":"NaN"}"#);
}

#[test]
fn a_call_that_is_refused_does_not_show_the_token() {
    let memory = Memory::new([ok()]);
    let bot = memory.builder().build().unwrap();
    let secret = crate::memory::TOKEN;
    let twice = bot.send(send("1")).param(secret, 1).param(secret, 2);
    assert!(!format!("{twice:?}").contains("ABC-DEF1234"), "{twice:?}");
}
