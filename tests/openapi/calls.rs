//! Calls of methods by their names.

use serde_json::json;
use telegrammar::error::ValidationError;
use telegrammar::openapi::{self, CallError, Methods};
use telegrammar::{Error, InputFile, telegram_method};
use telegrammar_testing::FakeBotApi;

#[tokio::test]
async fn a_method_is_called_by_its_name() {
    let fake = FakeBotApi::start().await.unwrap();
    let bot = fake.bot();
    let me = openapi::call(&bot, "getMe", &json!({})).unwrap().await;
    assert_eq!(me.unwrap()["is_bot"], true);
}

#[tokio::test]
async fn what_the_definition_refuses_is_not_sent() {
    let fake = FakeBotApi::start().await.unwrap();
    let bot = fake.bot();
    let call = |name: &str, parameters| openapi::call(&bot, name, &parameters);
    let unknown = call("getMee", json!({})).err();
    assert_eq!(unknown, Some(CallError::UnknownMethod("getMee".to_owned())));
    let error = call("sendMessage", json!({"chat_id": 1})).err().unwrap();
    let text = error.to_string();
    assert!(text.starts_with("`sendMessage` was not sent"), "{text}");
    assert!(text.contains("`text`"), "{text}");
    let long = "a".repeat(5000);
    let long = call("sendMessage", json!({"chat_id": 1, "text": long}));
    match long.unwrap().await {
        Err(Error::Invalid(error)) => assert_eq!(ValidationError::method(&error), "sendMessage"),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn of_two_structs_the_one_that_fits_is_called() {
    let fake = FakeBotApi::start().await.unwrap();
    let bot = fake.bot();
    let both = [
        json!({"chat_id": 1, "message_id": 2, "text": "a"}),
        json!({"inline_message_id": "x", "text": "a"}),
    ];
    for parameters in both {
        let call = openapi::call(&bot, "editMessageText", &parameters);
        assert!(call.is_ok(), "{parameters}");
    }
    let neither = openapi::call(
        &bot,
        "editMessageText",
        &json!({"inline_message_id": "x", "text": 1}),
    );
    let text = neither.err().unwrap().to_string();
    assert!(text.contains("text"), "{text}");
}

#[tokio::test]
async fn own_methods_and_files_join() {
    #[telegram_method("setDogName", unlisted, returns = bool)]
    struct SetDogName {
        #[telegram(len = 1..=4)]
        name: String,
    }

    let fake = FakeBotApi::start().await.unwrap();
    let bot = fake.bot();
    let methods = Methods::new().with::<SetDogName>();
    let call = methods.call(&bot, "setDogName", &json!({"name": "Hasso"}));
    assert!(matches!(call.unwrap().await, Err(Error::Invalid(_))));
    let files = vec![("photo".to_owned(), InputFile::bytes(vec![1, 2, 3]))];
    let parameters = json!({"photo": {"type": "static", "photo": "attach://photo"}});
    let call = Methods::bot_api().call_with_files(&bot, "setMyProfilePhoto", &parameters, files);
    assert!(call.is_ok());
}
