//! Data that is stored in the repository: by the schema of all types, as those would check it who store
//! updates.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use telegrammar::openapi::{document, schema_document};

use crate::validator::Validator;

/// What the benchmarks read.
const FILES: [(&str, Kind); 6] = [
    ("error429.json", Kind::Error),
    ("message1.json", Kind::Response("sendMessage")),
    ("photos100.json", Kind::Response("getUserProfilePhotos")),
    ("unknown.json", Kind::Updates),
    ("update1.json", Kind::Updates),
    ("updates100.json", Kind::Response("getUpdates")),
];

#[derive(Clone, Copy)]
enum Kind {
    /// A response to a call of the method.
    Response(&'static str),
    /// A response to too many calls.
    Error,
    /// An update, or a list of updates.
    Updates,
}

/// What is wrong with a value of a kind.
fn outcome(all: &mut [Validator; 2], kind: Kind, value: &Value) -> Result<(), String> {
    let [schemas, documents] = all;
    let response = match kind {
        Kind::Response(name) => format!("/paths/~1{name}/post/responses/200"),
        Kind::Error => "/components/responses/TooManyRequests".to_owned(),
        Kind::Updates => {
            let schema = schemas.at("");
            let one = [value.clone()];
            let each = value.as_array().map_or(&one[..], Vec::as_slice);
            return each
                .iter()
                .try_for_each(|update| schemas.check(update, schema));
        }
    };
    let schema = documents.at(&format!("{response}/content/application~1json/schema"));
    documents.check(value, schema)
}

#[test]
fn the_data_of_benchmarks_fits_the_schemas() {
    let documents = [schema_document(), document().json().clone()];
    let mut all = documents.map(|document| Validator::new(&document.to_value()));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/data");
    let names = fs::read_dir(&folder).expect("the folder");
    let names = names.map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<_> = names.filter_map(|name| name.into_string().ok()).collect();
    names.sort();
    assert_eq!(names, FILES.map(|(name, _)| name), "a file is not checked");
    for (name, kind) in FILES {
        let text = fs::read(folder.join(name)).expect(name);
        let value: Value = serde_json::from_slice(&text).expect(name);
        assert_eq!(outcome(&mut all, kind, &value), Ok(()), "{name}");
    }
    // It can fail.
    let wrong = json!({"update_id": "1"});
    assert!(outcome(&mut all, Kind::Updates, &wrong).is_err());
    let wrong = json!({"ok": true, "result": []});
    assert!(outcome(&mut all, Kind::Error, &wrong).is_err());
}
