//! Calls with files: a form with exactly the parts that were given.

use std::collections::{BTreeMap, BTreeSet};

use telegrammar::schema::FieldInfo;
use telegrammar_testing::ReceivedFile;

use super::arguments;
use super::comparison::Comparison;
use super::conversation::Conversation;
use super::list::{Members, calls};
use super::uploads::{Upload, uploads};
use crate::facts::{Entry, Facts, Field};
use crate::sample::Samples;

/// Where files were found: the parameter, and the fields that lead to the file.
type Places = BTreeMap<String, BTreeSet<String>>;

/// Sends parameters with files. Parameters without a file must be received unchanged, and each file
/// at its position.
async fn check(talk: &Conversation, upload: &Upload, given: &Members, found: &mut Places) -> usize {
    let entry = &talk.facts[upload.info.name()];
    let request = talk.received(entry, given, 1, &upload.send).await;
    assert_eq!(request.method(), entry.name);
    assert_eq!(request.verb(), "POST", "{}", entry.name);
    assert_eq!(request.query(), None, "{}", entry.name);
    let mut arrived = arguments::of_form(&request, entry);
    let comparison = Comparison {
        facts: &talk.facts,
        request: &request,
    };
    let verdict = comparison.members(entry, &arrived);
    let files = verdict.unwrap_or_else(|error| panic!("{}: {error}", entry.name));

    // Every file has a single position.
    let mut parts = files.parts;
    parts.sort();
    let mut received: Vec<_> = request.files().iter().map(ReceivedFile::part).collect();
    received.sort_unstable();
    assert!(!parts.is_empty(), "{}", entry.name);
    assert_eq!(parts, received, "{}", entry.name);
    assert!(
        received.windows(2).all(|two| two[0] != two[1]),
        "{received:?}"
    );

    let mut rest = given.clone();
    for field in entry.fields.iter().filter(|field| field.has("upload")) {
        rest.remove(field.name);
        let Some(value) = arrived.remove(field.name) else {
            continue;
        };
        let files = comparison.field(entry, field, &value).expect(field.name);
        let param = format!("{}.{}", entry.name, field.name);
        found.entry(param).or_default().extend(files.places);
    }
    assert_eq!(arrived, rest, "{}", entry.name);
    parts.len()
}

/// Collects the fields that lead to a file from a type as it is written in the facts.
fn reach(facts: &Facts, ty: &str, places: &mut BTreeSet<String>) {
    let item = ty
        .strip_prefix("Array<")
        .and_then(|ty| ty.strip_suffix('>'));
    for name in item.unwrap_or(ty).split('|') {
        let Some(entry) = facts.get(name) else {
            continue;
        };
        for variant in &entry.variants {
            reach(facts, variant.name, places);
        }
        for field in &entry.fields {
            reach_field(facts, entry, field, places);
        }
    }
}

fn reach_field(facts: &Facts, entry: &Entry, field: &Field, places: &mut BTreeSet<String>) {
    let place = format!("{}.{}", entry.name, field.name);
    if field.has("upload") && places.insert(place) {
        reach(facts, field.ty, places);
    }
}

#[tokio::test]
async fn every_upload_arrives_wherever_the_facts_allow_one() {
    let talk = Conversation::start().await;
    let (mut found, mut sent, mut files) = (Places::new(), 0, 0);
    let mut names = BTreeSet::new();
    for upload in uploads() {
        let entry = &talk.facts[upload.info.name()];
        let sample = |param: &FieldInfo, depth| {
            let value = Samples(&talk.facts).field(entry.field(param.name), depth);
            (param.name.to_owned(), value)
        };
        let params = upload.info.params().iter();
        let all = params.clone().map(|param| sample(param, 1)).collect();
        let required = params.filter(|param| param.required);
        let required = required.map(|param| sample(param, 0)).collect();
        for given in [required, all] {
            files += check(&talk, &upload, &given, &mut found).await;
            sent += 1;
        }
        names.insert(entry.name);
    }
    println!("{} methods, {sent} forms, {files} files", names.len());

    let mut expected = Places::new();
    let methods = talk.facts.values().filter(|entry| entry.kind == "method");
    for entry in methods {
        for field in entry.fields.iter().filter(|field| field.has("upload")) {
            let mut places = BTreeSet::new();
            reach_field(&talk.facts, entry, field, &mut places);
            expected.insert(format!("{}.{}", entry.name, field.name), places);
        }
    }
    assert_eq!(found, expected);
    let ends: BTreeSet<_> = expected.values().flatten().collect();
    println!("{} parameters, {} places", expected.len(), ends.len());
    let capable = calls().into_iter().filter(|call| call.info.can_upload);
    assert_eq!(names, capable.map(|call| call.info.name()).collect());
}

#[tokio::test]
async fn the_comparison_detects_a_file_at_a_wrong_position() {
    let talk = Conversation::start().await;
    let entry = &talk.facts["sendVideo"];
    let given = Members::from_iter([
        ("chat_id".to_owned(), 1.into()),
        ("video".to_owned(), "id".into()),
    ]);
    let upload = uploads()
        .into_iter()
        .find(|upload| upload.info.name() == entry.name);
    let request = talk
        .received(entry, &given, 0, upload.expect("the method").send)
        .await;
    let comparison = Comparison {
        facts: &talk.facts,
        request: &request,
    };
    let right = arguments::of_form(&request, entry);
    let problem = |name: &str, value: &str| {
        let mut members = right.clone();
        members.insert(name.to_owned(), value.into());
        comparison.members(entry, &members).err()
    };
    assert_eq!(problem("video", "attach://video"), None);
    for (name, value, words) in [
        (
            "video",
            "attach://cover",
            "sendVideo.video has the file sendVideo.cover",
        ),
        (
            "cover",
            "attach://video",
            "sendVideo.cover has the file sendVideo.video",
        ),
        (
            "thumbnail",
            "attach://gone",
            "sendVideo.thumbnail: there is no attach://gone",
        ),
        (
            "caption",
            "attach://video",
            "sendVideo.caption cannot be attach://video",
        ),
        ("thumb", "attach://thumbnail", "sendVideo.thumb is unknown"),
    ] {
        assert_eq!(problem(name, value).as_deref(), Some(words));
    }
}
