//! The documents of the Bot API: their text, their order, and what refers to what.

use std::collections::BTreeSet;

use serde_json::Value;
use telegrammar::openapi::{Document, MethodEntry, Methods, document, schema_document};

use crate::golden::assert_golden;
use crate::validator::Validator;

#[test]
fn the_document_equals_its_golden_text() {
    let text = format!("{:#}", document());
    assert_golden("bot-api.json", &text);
}

#[test]
fn documents_are_deterministic_and_small() {
    let (one, other) = (document(), document());
    assert_eq!(one.to_string(), other.to_string());
    let sizes = [
        one.to_string().len(),
        one.to_3_0().document.to_string().len(),
        schema_document().to_string().len(),
    ];
    println!("{sizes:?}");
    assert!(sizes.iter().all(|size| *size < 1_000_000), "{sizes:?}");
}

#[test]
fn paths_are_in_the_order_of_the_page() {
    let text = document().to_string();
    let place = |name: &str| text.find(&format!("\"/{name}\":")).expect(name);
    let mut names: Vec<_> = Methods::bot_api().iter().map(MethodEntry::name).collect();
    names.dedup();
    assert!(names.len() > 170);
    assert!(names.is_sorted_by_key(|name| place(name)));
}

/// All references of a document, with where they are.
fn references(node: &Value, found: &mut BTreeSet<String>) {
    match node {
        Value::Object(map) => {
            found.extend(
                map.get("$ref")
                    .and_then(Value::as_str)
                    .map(ToOwned::to_owned),
            );
            map.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_to_a_component_and_every_component_is_used() {
    let names = Methods::bot_api().only(|name| name.starts_with("getMy"));
    let part = Document::builder().methods(names).webhook(false).build();
    for document in [document(), part] {
        for value in [
            document.json().to_value(),
            document.to_3_0().document.json().to_value(),
        ] {
            let mut found = BTreeSet::new();
            references(&value, &mut found);
            for reference in &found {
                let target = value.pointer(reference.trim_start_matches('#'));
                assert!(target.is_some(), "{reference}");
            }
            for (section, components) in value["components"].as_object().unwrap() {
                for name in components.as_object().unwrap().keys() {
                    let reference = format!("#/components/{section}/{name}");
                    assert!(found.contains(&reference), "{reference} is not used");
                }
            }
        }
    }
}

#[test]
fn what_is_only_ever_true_is_a_constant() {
    let [new, old] = [document(), document().to_3_0().document];
    let [new, old] = [new, old].map(|document| document.json().to_value());
    let result = "responses/200/content/application~1json/schema/properties/result";
    for place in [
        "/components/schemas/User/properties/is_premium".to_owned(),
        "/components/schemas/ForceReply/properties/force_reply".to_owned(),
        format!("/paths/~1logOut/post/{result}"),
        format!("/paths/~1editMessageText/post/{result}/anyOf/1"),
    ] {
        assert_eq!(new.pointer(&place).unwrap()["const"], true, "{place}");
        let old = &old.pointer(&place).unwrap()["enum"];
        assert_eq!(*old, serde_json::json!([true]), "{place}");
    }
    let is_bot = &new["components"]["schemas"]["User"]["properties"]["is_bot"];
    assert_eq!(is_bot.get("const"), None);
}

#[test]
fn the_older_version_tells_what_it_loses() {
    let old = document().to_3_0();
    let (of_forms, others): (Vec<_>, Vec<_>) = old
        .losses
        .iter()
        .partition(|loss| loss.transform == "property-names");
    let others: Vec<_> = others.iter().map(|loss| loss.pointer.as_str()).collect();
    assert_eq!(others, ["/info/license/identifier", "/webhooks"]);
    let new = document().json().to_string();
    let names = new.matches("\"propertyNames\":").count();
    assert!(names > 5 && of_forms.len() == names, "{names}");
}

/// All that a schema can say in OpenAPI 3.0.
const KEYS_OF_3_0: [&str; 25] = [
    "title",
    "multipleOf",
    "maximum",
    "minimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "required",
    "enum",
    "type",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "items",
    "properties",
    "additionalProperties",
    "description",
    "format",
    "default",
    "nullable",
    "discriminator",
];

/// Asserts that a schema of OpenAPI 3.0 says nothing else. Returns how many are in it.
#[track_caller]
fn assert_old(schema: &Value) -> usize {
    let map = schema.as_object().expect("an object");
    if map.contains_key("$ref") {
        assert_eq!(map.len(), 1, "{schema}");
        return 1;
    }
    for (key, value) in map {
        let is_known = KEYS_OF_3_0.contains(&&**key) || key == "externalDocs";
        assert!(is_known || key.starts_with("x-"), "{key}: {schema}");
        assert!(key != "type" || value.is_string(), "{schema}");
    }
    let is_nullable = schema["nullable"] == true;
    assert!(!is_nullable || map.contains_key("type"), "{schema}");
    let lists = ["allOf", "oneOf", "anyOf"].into_iter();
    let lists = lists.flat_map(|key| schema[key].as_array().into_iter().flatten());
    let properties = schema["properties"].as_object().into_iter();
    let properties = properties.flat_map(serde_json::Map::values);
    let others = ["not", "items", "additionalProperties"];
    let others = others.iter().filter_map(|key| schema.get(*key));
    let inner = lists.chain(properties).chain(others);
    let inner = inner.filter(|schema| !schema.is_boolean());
    1 + inner.map(assert_old).sum::<usize>()
}

/// The schemas that are not within others.
fn outermost<'v>(name: &str, value: &'v Value, found: &mut Vec<&'v Value>) {
    match (name, value) {
        ("schema", _) => found.push(value),
        ("schemas", Value::Object(map)) => found.extend(map.values()),
        ("example" | "examples", _) => {}
        (_, Value::Object(map)) => map
            .iter()
            .for_each(|(name, value)| outermost(name, value, found)),
        (_, Value::Array(items)) => items.iter().for_each(|item| outermost("", item, found)),
        _ => {}
    }
}

/// Asserts that a document says nothing that OpenAPI 3.0 does not know, and lists all that it lost.
#[track_caller]
pub(crate) fn assert_downgraded(document: &Document) {
    let (new, old) = (document.json().to_value(), document.to_3_0());
    let value = old.document.json().to_value();
    assert_eq!(value["openapi"], "3.0.3");
    let names = value.as_object().unwrap().keys();
    let known = "openapi info servers paths components security tags externalDocs";
    for name in names {
        let is_known = known.split(' ').any(|known| known == name);
        assert!(is_known || name.starts_with("x-"), "{name}");
    }
    let mut found = Vec::new();
    outermost("", &value, &mut found);
    let count = found.into_iter().map(assert_old).sum::<usize>();
    assert!(count > 10, "{count}");
    for loss in &old.losses {
        assert!(new.pointer(&loss.pointer).is_some(), "{loss:?}");
        assert!(value.pointer(&loss.pointer).is_none(), "{loss:?}");
    }
    for (pointer, is_lost) in [
        ("/webhooks", new.get("webhooks").is_some()),
        (
            "/info/license/identifier",
            new["info"]["license"]["identifier"].is_string(),
        ),
    ] {
        let is_listed = old.losses.iter().any(|loss| loss.pointer == pointer);
        assert_eq!(is_listed, is_lost, "{pointer}");
    }
}

#[test]
fn the_older_version_says_nothing_that_it_does_not_know() {
    assert_downgraded(&document());
    let text = document().to_3_0().document.to_string();
    assert!(!text.contains("3.1"), "3.1");
}

#[test]
fn an_operation_has_what_the_first_page_had() {
    let document = document();
    let at = |pointer: &str| {
        let found = document.json().pointer(pointer);
        found.unwrap_or_else(|| panic!("{pointer}")).to_value()
    };
    let photos = "/components/schemas/GetUserProfilePhotos";
    assert_eq!(
        at(&format!("{photos}/required")),
        serde_json::json!(["user_id"])
    );
    let limit = at(&format!("{photos}/properties/limit"));
    assert_eq!(
        (&limit["minimum"], &limit["maximum"], &limit["default"]),
        (&1.into(), &100.into(), &100.into())
    );
    let success =
        at("/paths/~1getUserProfilePhotos/post/responses/200/content/application~1json/schema");
    assert_eq!(
        success["properties"]["result"]["$ref"],
        "#/components/schemas/UserProfilePhotos"
    );
    let photos = at("/components/schemas/UserProfilePhotos/properties/photos");
    assert_eq!(
        photos["items"]["items"]["$ref"],
        "#/components/schemas/PhotoSize"
    );
    // Only where a file can be.
    let body = at("/components/requestBodies/sendPhoto/content/multipart~1form-data");
    assert_eq!(
        body["encoding"]["reply_markup"]["contentType"],
        "application/json"
    );
    assert_eq!(body["encoding"].get("caption"), None);
    // The server refuses a form with a part that has no name, before it looks at the method.
    let mut validator = Validator::new(&document.json().to_value());
    let form = "/components/requestBodies/sendMediaGroup/content/multipart~1form-data/schema";
    let form = validator.at(form);
    for (name, is_right) in [
        ("file-1", true),
        ("", false),
        ("\u{fc}", false),
        ("\"", false),
    ] {
        let media = serde_json::json!({"type": "photo", "media": format!("attach://{name}")});
        let parts = serde_json::json!({"chat_id": 1, "media": [media, media], name: "\u{ff}"});
        let checked = validator.check(&parts, form);
        assert_eq!(checked.is_ok(), is_right, "{name:?}: {checked:?}");
    }
    assert!(
        document
            .json()
            .pointer("/components/requestBodies/sendMessage/content/multipart~1form-data")
            .is_none()
    );
    assert_eq!(at("/paths/~1getUpdates/post/x-telegram-long-poll"), true);
    assert_eq!(
        at("/paths/~1sendMessage/post/x-telegram-chat-parameter"),
        "chat_id"
    );
    assert_eq!(
        at("/webhooks/update/post/parameters/0/name"),
        "X-Telegram-Bot-Api-Secret-Token"
    );
}
