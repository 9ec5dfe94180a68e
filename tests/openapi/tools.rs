//! Methods as tools of language models.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use telegrammar::openapi::{self, Methods, document};
use telegrammar::telegram_method;

use crate::golden::assert_golden;
use crate::samples::{Samples, mutants};
use crate::validator::Validator;

const KEYS: [&str; 5] = [
    "annotations",
    "description",
    "inputSchema",
    "name",
    "outputSchema",
];

fn all() -> Vec<Value> {
    match openapi::tools().to_value() {
        Value::Array(tools) => tools,
        other => panic!("{other}"),
    }
}

fn named(tools: &[Value], name: &str) -> Value {
    let tool = tools.iter().find(|tool| tool["name"] == name);
    tool.unwrap_or_else(|| panic!("{name}")).clone()
}

/// The types that a schema refers to.
fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value.as_str() {
                    Some(text) if key == "$ref" => {
                        found.insert(text.strip_prefix("#/$defs/").expect("a definition"));
                    }
                    _ => references(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn each_method_is_a_tool() {
    let tools = all();
    let names: BTreeSet<_> = tools
        .iter()
        .map(|tool| tool["name"].as_str().unwrap())
        .collect();
    let methods = Methods::bot_api();
    let known: BTreeSet<_> = methods
        .iter()
        .map(telegrammar::openapi::MethodEntry::name)
        .collect();
    assert_eq!(names, known);
    assert_eq!(names.len(), tools.len(), "a name is there once");
    for tool in &tools {
        let keys: Vec<_> = tool.as_object().unwrap().keys().collect();
        assert_eq!(keys, KEYS);
        let name = &tool["name"];
        assert!(tool["description"].as_str().unwrap().len() > 10, "{name}");
        for schema in [&tool["inputSchema"], &tool["outputSchema"]] {
            assert_eq!(schema["type"], "object", "{name}");
            // Providers of models refuse these.
            for key in ["oneOf", "anyOf", "allOf", "not", "enum", "$ref"] {
                let is_input = schema == &tool["inputSchema"];
                assert!(!is_input || schema.get(key).is_none(), "{name}: {key}");
            }
        }
    }
    let again = openapi::tools().to_string();
    assert_eq!(again, openapi::tools().to_string());
    let size = |key: &str| {
        let sizes = tools.iter().map(|tool| tool[key].to_string().len());
        (sizes.clone().sum::<usize>(), sizes.max().unwrap())
    };
    let (input, output) = (size("inputSchema"), size("outputSchema"));
    println!(
        "tools: {} bytes, inputs {input:?}, outputs {output:?}",
        again.len()
    );
    // What a model has to read of the method that is called most.
    let message = named(&tools, "sendMessage")["inputSchema"].to_string();
    assert!(message.len() < 30_000, "{}", message.len());
    assert!(
        input.1 < 110_000 && output.1 < 10_000,
        "{input:?} {output:?}"
    );
    assert!(again.len() < 2_000_000, "{}", again.len());
}

/// Many clients drop definitions.
#[test]
fn only_types_that_contain_themselves_are_referred_to() {
    let tools = all();
    let with = tools.iter().filter(|tool| {
        assert!(
            !tool["outputSchema"].to_string().contains("$ref"),
            "{}",
            tool["name"]
        );
        tool["inputSchema"].to_string().contains("$ref")
    });
    let with: Vec<_> = with.map(|tool| tool["name"].as_str().unwrap()).collect();
    // Rich texts contain rich texts. The media of a poll would be repeated for each of its options.
    let expected = "sendPoll answerGuestQuery answerWebAppQuery savePreparedInlineMessage editMessageText \
        editEphemeralMessageText sendRichMessage sendRichMessageDraft answerInlineQuery";
    assert_eq!(with.join(" "), expected);
}

#[test]
fn types_that_are_only_named_are_in_the_schema() {
    fn types<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(members) => {
                found.extend(members.get("x-telegram-type").and_then(Value::as_str));
                members.values().for_each(|value| types(value, found));
            }
            Value::Array(items) => items.iter().for_each(|item| types(item, found)),
            _ => {}
        }
    }

    let schema = openapi::schema_document().to_value();
    let mut found = BTreeSet::new();
    let tools = all();
    for tool in &tools {
        types(tool, &mut found);
    }
    assert!(found.contains("Chat"), "{found:?}");
    for name in found {
        assert!(schema["$defs"].get(name).is_some(), "{name}");
    }
    let by_reference = Methods::bot_api().tools_with_references().to_value();
    let mut used = BTreeSet::new();
    references(&by_reference, &mut used);
    assert!(used.contains("ReplyMarkup"), "{used:?}");
    for name in used {
        assert!(schema["$defs"].get(name).is_some(), "{name}");
    }
}

#[test]
fn a_schema_has_all_and_only_the_types_that_it_refers_to() {
    for tool in all() {
        for key in ["inputSchema", "outputSchema"] {
            let schema = &tool[key];
            let mut used = BTreeSet::new();
            references(schema, &mut used);
            let defined = schema["$defs"].as_object().into_iter().flatten();
            let defined: BTreeSet<_> = defined.map(|(name, _)| name.as_str()).collect();
            assert_eq!(used, defined, "{key} of {}", tool["name"]);
        }
    }
}

/// The examples of the document are real exchanges.
#[test]
fn tools_accept_what_was_exchanged() {
    let document = document().json().to_value();
    let mut count = 0;
    for tool in all() {
        let name = tool["name"].as_str().unwrap();
        let mut input = Validator::new(&tool["inputSchema"]);
        let root = input.at("");
        let content = "content/application~1json/examples";
        let request = format!("/components/requestBodies/{name}/{content}");
        for example in document.pointer(&request).into_iter().flat_map(values) {
            let outcome = input.check(example, root);
            assert!(outcome.is_ok(), "{name}: {example}: {outcome:?}");
            count += 1;
        }
        let mut output = Validator::new(&tool["outputSchema"]);
        let root = output.at("");
        let response = format!("/paths/~1{name}/post/responses/200/{content}");
        for example in document.pointer(&response).into_iter().flat_map(values) {
            let result = if tool["outputSchema"]["x-telegram-wrapped"] == true {
                json!({"result": example["result"]})
            } else {
                example["result"].clone()
            };
            let outcome = output.check(&result, root);
            assert!(outcome.is_ok(), "{name}: {result}: {outcome:?}");
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
}

fn values(examples: &Value) -> impl Iterator<Item = &Value> {
    let examples = examples.as_object().into_iter().flatten();
    examples.map(|(_, example)| &example["value"])
}

/// The schema of a tool refuses exactly what the schema of the request refuses.
#[test]
fn tools_refuse_what_requests_refuse() {
    let schema = openapi::schema_document().to_value();
    let mut requests = Validator::new(&schema);
    let samples = Samples { root: &schema };
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let methods = Methods::bot_api();
    for entry in methods.iter() {
        by_name
            .entry(entry.name())
            .or_default()
            .push(entry.struct_name());
    }
    let tools = all();
    let (mut accepted, mut refused) = (0, 0);
    for (name, structs) in by_name {
        let tool = named(&tools, name);
        let mut input = Validator::new(&tool["inputSchema"]);
        let root = input.at("");
        let structs: Vec<_> = structs
            .iter()
            .map(|name| (*name, requests.at(&format!("/$defs/{name}"))))
            .collect();
        for (of, _) in &structs {
            let all = samples.all(&schema["$defs"][*of], 0);
            let broken = all.iter().take(4).flat_map(mutants).collect::<Vec<_>>();
            for value in all.iter().chain(&broken) {
                let fitting = structs
                    .iter()
                    .filter(|(_, schema)| requests.check(value, *schema).is_ok());
                let is_accepted = input.check(value, root).is_ok();
                assert_eq!(is_accepted, fitting.count() == 1, "{name}: {value}");
                *if is_accepted {
                    &mut accepted
                } else {
                    &mut refused
                } += 1;
            }
        }
    }
    assert!(accepted > 500 && refused > 500, "{accepted} {refused}");
}

#[test]
fn hints_say_what_a_method_does() {
    let lines = all().into_iter().map(|tool| {
        let hints = &tool["annotations"];
        let is = |key: &str, yes: &'static str, no: &'static str| {
            if hints[key] == true { yes } else { no }
        };
        let effect = match is("readOnlyHint", "reads", "writes") {
            "reads" => "reads",
            _ => is("destructiveHint", "changes", "adds"),
        };
        format!(
            "{} {effect} {} {}",
            tool["name"].as_str().unwrap(),
            is("idempotentHint", "repeatable", "once"),
            is("openWorldHint", "others", "bot"),
        )
    });
    let lines: Vec<_> = lines.collect();
    assert_golden("hints.txt", &lines.join("\n"));
}

/// Callers of a method know nothing of the structs that declare it.
#[test]
fn a_description_is_that_of_the_method() {
    let tools = all();
    let text = named(&tools, "editMessageText")["description"].clone();
    let text = text.as_str().unwrap();
    let special = "\n\nWith `inline_message_id`:\n\nFor messages that were sent through inline \
        mode.\n\n- `rich_message` must hold no file to upload";
    assert!(
        text.starts_with("Changes a text") && text.contains(special),
        "{text}"
    );
    assert_eq!(text.matches("Changes a text").count(), 1, "{text}");
    assert_eq!(
        text.matches("- `text` or `rich_message` must be given")
            .count(),
        1,
        "{text}"
    );
    let structs: Vec<_> = Methods::bot_api()
        .iter()
        .map(|entry| format!("`{}`", entry.struct_name()))
        .collect();
    for tool in &tools {
        let text = tool["description"].as_str().unwrap();
        let named = structs.iter().find(|name| text.contains(*name));
        assert_eq!(named, None, "{text}");
    }
}

#[test]
fn results_are_objects() {
    let tools = all();
    let output = |name: &str| named(&tools, name)["outputSchema"].clone();
    let message = output("sendMessage");
    assert_eq!(message["properties"]["text"]["type"], "string");
    let chat = json!({"type": "object", "x-telegram-type": "Chat"});
    assert_eq!(message["properties"]["chat"], chat);
    let photos = output("getUserProfilePhotos");
    let photo = &photos["properties"]["photos"]["items"]["items"];
    assert_eq!(photo["properties"]["file_id"]["type"], "string", "{photos}");
    // Members keep their names, whatever they are.
    let chat = output("getChat");
    assert_eq!(chat["properties"]["description"]["type"], "string");
    assert_eq!(chat.get("description"), None);
    let truth = output("deleteMessage");
    assert_eq!(truth["properties"]["result"]["type"], "boolean");
    assert_eq!(truth["required"], json!(["result"]));
    // A message, or only `true` for one that was sent by an inline query.
    let either = output("editMessageText");
    assert_eq!(either["x-telegram-wrapped"], true);
    let forms = either["properties"]["result"]["anyOf"].as_array().unwrap();
    assert_eq!(forms.len(), 2);
}

#[test]
fn own_methods_are_tools() {
    /// Names the dog.
    #[telegram_method("setDogName", unlisted, repeatable, returns = bool)]
    struct SetDogName {
        /// The name.
        #[telegram(len = 1..=4)]
        name: String,
    }

    let tools = Methods::new().with::<SetDogName>().tools().to_value();
    let tool = &tools[0];
    assert_eq!(tool["description"], "Names the dog.");
    assert_eq!(
        tool["inputSchema"]["properties"]["name"]["description"],
        "The name."
    );
    assert_eq!(tool["annotations"]["idempotentHint"], true);
    assert_eq!(tool["annotations"]["destructiveHint"], true);
}
