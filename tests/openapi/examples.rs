//! The examples in documents: recorded from calls to the fake server, and checked by the schemas.
//! `BLESS=1` records them anew.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};
use telegrammar::openapi::{MethodEntry, Methods, document};

use crate::validator::Validator;
use crate::world::{REQUESTS, World};

const FILE: &str = "src/openapi/document/examples.json";

/// The time of all examples.
const TIME: i64 = 1_800_000_000;

/// The first update of all examples.
const UPDATE: i64 = 900_000_001;

/// Replaces what another run has otherwise: the time, and numbers of updates.
fn timeless(value: &mut Value, name: &str, now: i64) {
    match value {
        Value::Number(number) if name == "update_id" => *number = UPDATE.into(),
        Value::Number(number) if name == "date" || name.ends_with("_date") => {
            let after = number.as_i64().expect("a time") - now;
            // How long the recording takes does not matter.
            let hours = (after + 1800).div_euclid(3600);
            *number = (TIME + hours * 3600).into();
        }
        Value::Array(items) => items.iter_mut().for_each(|item| timeless(item, name, now)),
        Value::Object(members) => {
            members
                .iter_mut()
                .for_each(|(name, value)| timeless(value, name, now));
        }
        _ => {}
    }
}

async fn record() -> String {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("a time");
    let now = i64::try_from(now.as_secs()).expect("a time");
    let mut lines = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    for name in Methods::bot_api().iter().map(MethodEntry::name) {
        if names.contains(&name) {
            continue;
        }
        names.push(name);
        // What one call changes is not there for another.
        let world = World::start().await;
        let request = world.request(name);
        let sent = request.clone().unwrap_or_else(|| json!({}));
        let result = world.call(name, &sent).await;
        let mut result = result.unwrap_or_else(|error| panic!("{name}: {error}"));
        timeless(&mut result, "", now);
        let mut example = Map::new();
        if let Some(request) = request {
            example.insert("request".to_owned(), request);
        }
        example.insert("response".to_owned(), json!({"ok": true, "result": result}));
        lines.push(format!("\"{name}\": {}", Value::Object(example)));
    }
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
fn each_method_with_parameters_has_one_request() {
    let requests: Map<String, Value> = serde_json::from_str(REQUESTS).expect("requests");
    let methods = Methods::bot_api();
    let has_parameters = |entry: &&MethodEntry| !entry.info().params().is_empty();
    let with_parameters = methods.iter().filter(has_parameters);
    let with_parameters: BTreeSet<_> = with_parameters.map(MethodEntry::name).collect();
    let requests: BTreeSet<_> = requests.keys().map(String::as_str).collect();
    assert_eq!(requests, with_parameters);
}

/// What a part of an answer is made up for, because the fake server has no memory of it: a text that is
/// its own name, or a chat that is nowhere. No answer is scripted.
const MADE_UP: [(&str, &str, &str); 6] = [
    ("editStory", "chat", "there are no stories"),
    ("getStickerSet", "title", "there are no sets of stickers"),
    ("postStory", "chat", "there are no stories"),
    ("repostStory", "chat", "there are no stories"),
    ("sendGame", "description", "games are registered elsewhere"),
    (
        "setGameScore",
        "description",
        "games are registered elsewhere",
    ),
];

fn made_up<'v>(value: &'v Value, name: &'v str, found: &mut BTreeSet<&'v str>) {
    match value {
        Value::String(text) if *text == name.replace('_', " ") || text == "sample" => {
            found.insert(name);
        }
        Value::Array(items) => items.iter().for_each(|item| made_up(item, name, found)),
        Value::Object(members) => {
            if name == "chat" && members.get("id") == Some(&json!(1)) {
                found.insert(name);
            }
            members
                .iter()
                .for_each(|(name, it)| made_up(it, name, found));
        }
        _ => {}
    }
}

#[test]
fn few_answers_are_made_up() {
    let examples = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE));
    let examples: Map<String, Value> =
        serde_json::from_str(&examples.expect("the file")).expect("examples");
    assert!(examples.len() > 180);
    let mut all = Vec::new();
    // In alphabetical order.
    for (method, example) in &examples {
        let mut found = BTreeSet::new();
        made_up(&example["request"], "", &mut found);
        assert!(
            found.is_empty(),
            "{method} is not called as a bot would: {found:?}"
        );
        made_up(&example["response"], "", &mut found);
        all.extend(found.into_iter().map(|name| (method.as_str(), name)));
    }
    let known = MADE_UP.map(|(method, name, _)| (method, name));
    assert_eq!(all, known);
}

#[test]
fn every_method_has_examples_that_its_schemas_accept() {
    let document = document().json().to_value();
    let mut validator = Validator::new(&document);
    let mut count = 0;
    let mut forms = 0;
    let mut check = |pointer: &str, is_needed: bool| {
        let form = pointer.replace("application~1json", "multipart~1form-data");
        let form = Some(form).filter(|form| {
            let form = document.pointer(form);
            form.is_some_and(|form| form.get("examples").is_some())
        });
        if let Some(form) = &form {
            // What has files is no JSON.
            assert_eq!(document[pointer].get("examples"), None, "{form}");
            forms += 1;
        }
        let pointer = form.as_deref().unwrap_or(pointer);
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
    assert!(count > 340 && forms > 5, "{count}, {forms}");
    let text = document.to_string();
    assert!(
        text.matches("the bytes of the file").count() > forms,
        "files"
    );
}
