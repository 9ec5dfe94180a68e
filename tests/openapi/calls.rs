//! Calls of methods by their names.

use serde_json::{Value, json};
use telegrammar::error::ValidationError;
use telegrammar::openapi::{self, CallError, Methods};
use telegrammar::{Bot, Error, InputFile, telegram_method};
use telegrammar_testing::{FakeBotApi, Reply};

use crate::samples::Samples;
use crate::validator::Validator;

const TOKEN: &str = "123456789:AAFakeTokenOfNoBotFakeTokenOfNoBot0";

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
    match call("getMee", json!({})).err() {
        Some(CallError::UnknownMethod { name, nearest, .. }) => {
            assert_eq!((name.as_str(), nearest), ("getMee", Some("getMe")));
        }
        other => panic!("{other:?}"),
    }
    let name = "x".repeat(100_000);
    assert!(call(&name, json!({})).err().unwrap().to_string().len() < 200);
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

fn problem(method: &str, parameters: &Value) -> (String, String) {
    let bot = Bot::new(TOKEN).unwrap();
    match openapi::call(&bot, method, parameters).err() {
        Some(CallError::Parameters { path, problem, .. }) => (path, problem),
        other => panic!("{method}: {parameters}: {other:?}"),
    }
}

#[test]
fn unknown_members_are_found_at_any_depth() {
    let message = |member: Value| {
        let mut message = json!({"chat_id": 1, "text": "a"});
        let all = message.as_object_mut().unwrap();
        all.extend(member.as_object().unwrap().clone());
        problem("sendMessage", &message)
    };
    for (member, path, near) in [
        (json!({"replyMarkup": {}}), "replyMarkup", "`reply_markup`"),
        (json!({"zzz": {}}), "zzz", ""),
        (
            json!({"reply_parameters": {"mesage_id": 1}}),
            "reply_parameters.mesage_id",
            "`message_id`",
        ),
        (
            json!({"reply_markup": {"inline_keyboard": [[], [{"text": "a", "callback": "b"}]]}}),
            "reply_markup.inline_keyboard[1][0].callback",
            "",
        ),
        (
            json!({"reply_markup": {"keyboard": [], "selectiv": true}}),
            "reply_markup.selectiv",
            "`selective`",
        ),
    ] {
        let (found, problem) = message(member);
        assert_eq!(found, path);
        assert!(
            problem.starts_with("is unknown") && problem.ends_with(near),
            "{problem}"
        );
    }
    // Members of another variant.
    let media = json!([{"type": "photo", "media": "a", "duration": 1}]);
    let (path, _) = problem("sendMediaGroup", &json!({"chat_id": 1, "media": media}));
    assert_eq!(path, "media[0].duration");
    // No struct of the method has both.
    let both = json!({"chat_id": 1, "message_id": 2, "inline_message_id": "a", "text": "a"});
    let (path, problem) = problem("editMessageText", &both);
    assert!(problem.starts_with("is unknown"), "{path} {problem}");
}

#[test]
fn wrong_types_are_told_with_their_path() {
    for (method, parameters, path, told) in [
        ("sendMessage", json!({"chat_id": 1}), "text", "is missing"),
        (
            "sendMessage",
            json!({"chat_id": 1, "text": null}),
            "text",
            "is missing",
        ),
        (
            "sendMessage",
            json!({"chat_id": 1, "text": 5}),
            "text",
            "must be a text, but is `5`",
        ),
        (
            "sendMessage",
            json!({"chat_id": [], "text": "a"}),
            "chat_id",
            "must be the id or `@username` of a chat, but is a list",
        ),
        (
            "setMyCommands",
            json!({"commands": [{"command": "a", "description": "b"}, {"command": "a"}]}),
            "commands[1].description",
            "is missing",
        ),
        (
            "sendMessage",
            json!({"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [{}]}}),
            "reply_markup.inline_keyboard[0]",
            "must be a list, but is an object",
        ),
    ] {
        assert_eq!(
            problem(method, &parameters),
            (path.to_owned(), told.to_owned())
        );
    }
    for (media, told) in [
        (json!({"type": "foto", "media": "a"}), "foto"),
        (json!({"media": "a"}), "`type`"),
    ] {
        let (path, text) = problem("sendMediaGroup", &json!({"chat_id": 1, "media": [media]}));
        assert!(
            text.contains("`media`") && text.contains(told),
            "{path} {text}"
        );
    }
    for number in [json!(1e300), json!(u64::MAX), json!(1.5)] {
        let (path, text) = problem("getUserProfilePhotos", &json!({"user_id": number}));
        assert!(
            text.contains("integer") || text.contains("i64"),
            "{path} {text}"
        );
    }
    for no_object in [json!(null), json!([1, "a"]), json!("a"), json!(1)] {
        let told = "the parameters must be an object".to_owned();
        assert_eq!(problem("sendMessage", &no_object), (String::new(), told));
    }
}

#[test]
fn deep_parameters_are_refused() {
    let nested = |depth: usize| {
        let mut text = json!("a");
        for _ in 0..depth {
            text = json!({"type": "bold", "text": text});
        }
        let blocks = json!([{"type": "paragraph", "text": text}]);
        json!({"chat_id": 1, "rich_message": {"blocks": blocks}})
    };
    let told = "the parameters are nested too deep".to_owned();
    assert_eq!(
        problem("sendRichMessage", &nested(300)),
        (String::new(), told)
    );
    let methods = Methods::bot_api();
    assert!(methods.files("sendRichMessage", &nested(300)).is_empty());
    let deepest = nested(124);
    let bot = Bot::new(TOKEN).unwrap();
    let call = methods.call(&bot, "sendRichMessage", &deepest);
    assert!(call.is_ok(), "{:?}", call.err());
}

/// What the schemas allow is called.
#[test]
fn valid_parameters_are_taken() {
    let bot = Bot::new(TOKEN).unwrap();
    let schema = openapi::schema_document().to_value();
    let samples = Samples { root: &schema };
    let mut validator = Validator::new(&schema);
    let methods = Methods::bot_api();
    let mut count = 0;
    for entry in methods.iter() {
        let request = validator.at(&format!("/$defs/{}", entry.struct_name()));
        let valid = samples.all(&schema["$defs"][entry.struct_name()], 0);
        let valid = valid
            .into_iter()
            .filter(|it| validator.check(it, request).is_ok());
        for sample in valid {
            match openapi::call(&bot, entry.name(), &sample) {
                Ok(_) => {}
                // The sample is no word of a set whose case is irrelevant.
                Err(error) => {
                    let text = error.to_string();
                    assert!(text.contains("is not one of"), "{sample}: {text}");
                    continue;
                }
            }
            count += 1;
        }
    }
    assert!(count > 500, "{count}");
}

#[test]
fn files_and_the_texts_that_refer_to_them_belong_together() {
    let bot = Bot::new(TOKEN).unwrap();
    let methods = Methods::bot_api();
    let media = json!([
        {"type": "video", "media": "attach://a", "thumbnail": "attach://b"},
        {"type": "photo", "media": "AgAD", "caption": "attach://c"},
    ]);
    let parameters = json!({"chat_id": 1, "media": media});
    let files: Vec<_> = methods.files("sendMediaGroup", &parameters);
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| format!("{path}={text}"))
        .collect();
    let expected = [
        "media[0].media=attach://a",
        "media[0].thumbnail=attach://b",
        "media[1].media=AgAD",
    ];
    assert_eq!(files, expected);
    let call = |names: &[&str]| {
        let files = names
            .iter()
            .map(|name| ((*name).to_owned(), InputFile::bytes("a")));
        let call = methods.call_with_files(&bot, "sendMediaGroup", &parameters, files.collect());
        call.err().map(|error| error.to_string())
    };
    assert_eq!(call(&["a", "b"]), None);
    let missing = call(&["a"]).unwrap();
    assert!(
        missing.contains("`media[0].thumbnail` is `attach://b`"),
        "{missing}"
    );
    let unused = call(&["a", "b", "c", "d"]).unwrap();
    assert!(unused.contains("no parameter is `attach://d`"), "{unused}");
}

#[tokio::test]
async fn the_result_is_what_the_server_sent() {
    let fake = FakeBotApi::start().await.unwrap();
    let bot = fake.bot();
    let result = json!({"id": 1, "is_bot": "yes", "of_tomorrow": {"a": [1.5, null]}});
    fake.reply("getMe", Reply::result(result.clone()));
    let me = openapi::call(&bot, "getMe", &json!({})).unwrap().await;
    assert_eq!(me.unwrap(), result);
}
