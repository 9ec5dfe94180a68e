//! The examples in documents: recorded from calls to the fake server, and checked by the schemas.
//! `BLESS=1` records them anew.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};
use telegrammar::openapi::{Methods, document, schema_document};
use telegrammar::schema::ApiType;
use telegrammar::types::BusinessBotRights;
use telegrammar_testing::{FakeBotApi, Reply};

use crate::samples::Samples;
use crate::validator::Validator;

const FILE: &str = "src/openapi/document/examples.json";

/// The time of all examples.
const TIME: i64 = 1_800_000_000;

/// What parameters are in examples; others are samples.
fn parameter(name: &str) -> Option<Value> {
    Some(match name {
        "chat_id" | "from_chat_id" | "user_id" => json!(42),
        "message_id" => json!(1),
        "message_ids" => json!([1, 2]),
        "text" => json!("Hello"),
        "limit" => json!(10),
        "latitude" => json!(51.5),
        "longitude" => json!(-0.12),
        "url" => json!("https://example.org/bot"),
        "phone_number" => json!("+15550100"),
        "first_name" => json!("Ann"),
        "currency" => json!("XTR"),
        _ => return None,
    })
}

/// Gives samples of texts the names of their members.
fn named(value: &mut Value, name: &str) {
    match value {
        Value::String(text) if text.bytes().all(|byte| byte == b'a') => {
            let name = name.replace('_', " ");
            let length = text.len().max(name.len());
            *text = if text.len() > 3 {
                format!("{name:a<length$}")
            } else {
                name
            };
        }
        Value::Array(items) => items.iter_mut().for_each(|item| named(item, name)),
        Value::Object(members) => {
            members
                .iter_mut()
                .for_each(|(name, value)| named(value, name));
        }
        _ => {}
    }
}

/// Replaces the present time.
fn timeless(value: &mut Value, now: i64) {
    match value {
        Value::Number(number) => {
            let is_now = number.as_i64().is_some_and(|it| (it - now).abs() < 172_800);
            if is_now {
                *value = json!(TIME);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| timeless(item, now)),
        Value::Object(members) => members.values_mut().for_each(|it| timeless(it, now)),
        _ => {}
    }
}

/// The connection of a business account that lets the bot do everything.
fn connection(id: &str) -> Value {
    let rights = BusinessBotRights::INFO.fields.iter();
    let rights: Map<_, _> = rights
        .map(|right| (right.name.to_owned(), true.into()))
        .collect();
    json!({
        "id": id,
        "user": {"id": 42, "is_bot": false, "first_name": "Fake User"},
        "user_chat_id": 42,
        "date": TIME,
        "rights": rights,
        "is_enabled": true,
    })
}

/// Calls a method on a server of its own, and returns what was sent and what came back.
async fn exchange(name: &str, parameters: &Value, result: &Value) -> Result<(Value, bool), String> {
    let fake = FakeBotApi::start().await.expect("a port");
    let bot = fake.bot();
    let methods = Methods::bot_api();
    for text in ["Hello", "Good bye"] {
        let message = json!({"chat_id": 42, "text": text});
        let call = methods.call(&bot, "sendMessage", &message);
        call.expect("a call").await.expect("a message");
    }
    if let Some(id) = parameters["business_connection_id"].as_str() {
        fake.deliver_json(json!({"business_connection": connection(id)}));
    }
    let mut is_scripted = false;
    loop {
        let call = methods.call(&bot, name, parameters);
        match call.map_err(|error| error.to_string())?.await {
            Ok(value) => return Ok((value, is_scripted)),
            Err(telegrammar::Error::Api(_)) if !is_scripted => {
                // What the call needs is not there.
                fake.reply(name, Reply::result(result.clone()));
                is_scripted = true;
            }
            Err(error) => return Err(error.to_string()),
        }
    }
}

async fn record() -> String {
    let document = document().json().to_value();
    let schemas = schema_document().to_value();
    let samples = Samples { root: &document };
    let requests = Samples { root: &schemas };
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("a time");
    let now = i64::try_from(now.as_secs()).expect("a time");
    let mut lines = Vec::new();
    let mut scripted = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for entry in Methods::bot_api().iter() {
        let name = entry.name();
        if names.contains(&name) {
            continue;
        }
        names.push(name);
        let pointer = format!(
            "/paths/~1{name}/post/responses/200/content/application~1json/schema/properties/result"
        );
        let result = samples
            .all(document.pointer(&pointer).expect(name), 2)
            .remove(0);
        let schema = &schemas["$defs"][entry.struct_name()];
        let mut outcome = Err(String::new());
        let mut sent = Value::Null;
        // A sample that a name does not fit stays as it is.
        for is_named in [true, false] {
            for mut request in requests.all(schema, 0) {
                let members = request.as_object_mut().expect("an object");
                for param in entry.info().params() {
                    let is_given = members.contains_key(param.name) || param.name == "limit";
                    let limit = param.default.filter(|_| param.name == "limit");
                    let limit = limit.map(|limit| json!(limit.to_string().parse::<i64>().unwrap()));
                    let value = limit.or_else(|| parameter(param.name));
                    if let (true, Some(value)) = (is_given, value) {
                        members.insert(param.name.to_owned(), value);
                    }
                    // What cannot be given by URL is given by id.
                    let is_file = matches!(param.api_type, ApiType::InputFile);
                    if is_named && is_given && is_file {
                        let url = format!("https://example.org/{}", param.name);
                        members.insert(param.name.to_owned(), url.into());
                    }
                }
                if is_named {
                    named(&mut request, name);
                }
                outcome = exchange(name, &request, &result).await;
                sent = request;
                if outcome.is_ok() {
                    break;
                }
            }
            if outcome.is_ok() {
                break;
            }
        }
        let (mut result, is_scripted) = outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
        if is_scripted {
            scripted.push(name);
            named(&mut result, name);
        }
        timeless(&mut result, now);
        let mut example = Map::new();
        if !entry.info().params().is_empty() {
            example.insert("request".to_owned(), sent);
        }
        example.insert("response".to_owned(), json!({"ok": true, "result": result}));
        lines.push(format!("\"{name}\": {}", Value::Object(example)));
    }
    println!(
        "{} of {} are scripted: {scripted:?}",
        scripted.len(),
        names.len()
    );
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}

#[tokio::test]
async fn examples_are_recorded_from_the_fake_server() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let recorded = record().await;
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &recorded).expect("a writable file");
    }
    let stored = fs::read_to_string(&path).expect("the file");
    for (new, old) in recorded.lines().zip(stored.lines()) {
        assert_eq!(new, old, "`BLESS=1` records the examples anew");
    }
    assert_eq!(recorded.len(), stored.len());
}

#[test]
fn every_method_has_examples_that_its_schemas_accept() {
    let document = document().json().to_value();
    let mut validator = Validator::new(&document);
    let mut count = 0;
    let mut check = |pointer: &str, is_needed: bool| {
        let media = document.pointer(pointer);
        let Some(media) = media.filter(|_| is_needed) else {
            assert!(!is_needed, "{pointer}");
            return;
        };
        let example = &media["examples"]["recorded"]["value"];
        let schema = validator.at(&format!("{pointer}/schema"));
        assert_eq!(
            validator.check(example, schema),
            Ok(()),
            "{pointer}: {example}"
        );
        count += 1;
    };
    for entry in Methods::bot_api().iter() {
        let name = entry.name();
        check(
            &format!("/components/requestBodies/{name}/content/application~1json"),
            !entry.info().params().is_empty(),
        );
        check(
            &format!("/paths/~1{name}/post/responses/200/content/application~1json"),
            true,
        );
    }
    assert!(count > 340, "{count}");
}
