//! Calls without an upload: a JSON object with exactly the given parameters.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::arguments;
use super::comparison::Comparison;
use super::conversation::Conversation;
use super::list::{Call, Members, calls};
use crate::facts::{Facts, Field};
use crate::sample::Samples;

/// Sends parameters, which must be received, valid and complete.
async fn check(talk: &Conversation, call: &Call, given: &Members, depth: usize) {
    let entry = &talk.facts[call.info.name()];
    let request = talk.received(entry, given, depth, call.send).await;
    assert_eq!(request.method(), entry.name, "{}", call.name);
    assert_eq!(request.verb(), "POST", "{}", call.name);
    assert_eq!(request.query(), None, "{}", call.name);
    let arrived = arguments::of_json(&request);
    let comparison = Comparison {
        facts: &talk.facts,
        request: &request,
    };
    let verdict = comparison.members(entry, &arrived);
    assert!(verdict.is_ok(), "{}: {verdict:?}", call.name);
    assert_eq!(&arrived, given, "{}", call.name);
}

/// Returns the parameters that the facts list for this struct.
fn fields<'a>(facts: &'a Facts, call: &'a Call) -> impl Iterator<Item = (&'a Field, bool)> {
    let params = call.info.params().iter();
    params.map(|param| (facts[call.info.name()].field(param.name), param.required))
}

fn member(facts: &Facts, field: &Field, depth: usize) -> (String, Value) {
    let value = Samples(facts).field(field, depth);
    (field.name.to_owned(), value)
}

fn required(facts: &Facts, call: &Call) -> Members {
    let fields = fields(facts, call).filter(|(_, is_required)| *is_required);
    fields.map(|(field, _)| member(facts, field, 0)).collect()
}

#[tokio::test]
async fn every_method_arrives_with_required_and_with_all_parameters() {
    let talk = Conversation::start().await;
    let (mut names, mut arguments) = (BTreeSet::new(), 0);
    for call in calls() {
        check(&talk, &call, &required(&talk.facts, &call), 0).await;
        for depth in [0, 1, 2] {
            let all = fields(&talk.facts, &call);
            let all: Members = all
                .map(|(field, _)| member(&talk.facts, field, depth))
                .collect();
            assert_eq!(all.len(), call.info.params().len(), "{}", call.name);
            check(&talk, &call, &all, depth).await;
            arguments += all.len();
        }
        names.insert(call.info.name());
    }
    println!("{} methods, {arguments} arguments", names.len());
    let is_method = |name: &&str| talk.facts[name].kind == "method";
    let listed: BTreeSet<_> = talk.facts.keys().copied().filter(is_method).collect();
    assert_eq!(names, listed);
}

/// Returns a value of each alternative type of `ty`; empty if there is only one.
fn alternatives(facts: &Facts, ty: &str) -> Vec<Value> {
    if let Some(item) = ty
        .strip_prefix("Array<")
        .and_then(|ty| ty.strip_suffix('>'))
    {
        let items = alternatives(facts, item).into_iter();
        return items.map(|item| json!([item])).collect();
    }
    let names: Vec<_> = match facts.get(ty).filter(|entry| entry.kind == "union") {
        Some(union) => union.variants.iter().map(|variant| variant.name).collect(),
        None if ty.contains('|') => ty.split('|').collect(),
        None => Vec::new(),
    };
    let samples = Samples(facts);
    names
        .iter()
        .map(|name| samples.expression(name, 1))
        .collect()
}

#[tokio::test]
async fn every_alternative_type_of_a_parameter_arrives() {
    let talk = Conversation::start().await;
    let mut sent = 0;
    for call in calls() {
        for (field, _) in fields(&talk.facts, &call) {
            for value in alternatives(&talk.facts, field.ty) {
                let mut given = required(&talk.facts, &call);
                given.insert(field.name.to_owned(), value);
                check(&talk, &call, &given, 0).await;
                sent += 1;
            }
        }
    }
    println!("{sent} alternatives");
    assert!(sent > 0);
}

#[tokio::test]
async fn the_comparison_detects_mistakes() {
    let talk = Conversation::start().await;
    let call = calls().into_iter().find(|call| call.name == "SendPhoto");
    let call = call.expect("the method");
    let entry = &talk.facts[call.info.name()];
    let right = required(&talk.facts, &call);
    let request = talk.received(entry, &right, 0, call.send).await;
    let comparison = Comparison {
        facts: &talk.facts,
        request: &request,
    };
    assert!(comparison.members(entry, &right).is_ok());
    for (name, wrong, problem) in [
        ("chat", json!(1), "sendPhoto.chat is unknown"),
        (
            "caption",
            Value::Null,
            "sendPhoto.caption is no String: null",
        ),
        ("caption", json!(1), "sendPhoto.caption is no String: 1"),
        (
            "caption",
            json!("attach://a"),
            "sendPhoto.caption cannot be attach://a",
        ),
        (
            "photo",
            json!("attach://a"),
            "sendPhoto.photo: there is no attach://a",
        ),
        (
            "has_spoiler",
            json!("true"),
            "sendPhoto.has_spoiler is no Boolean: \"true\"",
        ),
        (
            "message_thread_id",
            json!(1.5),
            "sendPhoto.message_thread_id is no Integer: 1.5",
        ),
        (
            "parse_mode",
            json!("html"),
            "sendPhoto.parse_mode is \"html\", which is no word for it",
        ),
        (
            "caption_entities",
            json!({}),
            "sendPhoto.caption_entities is no Array: {}",
        ),
        (
            "caption_entities",
            json!([{"type": "bold", "offset": 0}]),
            "MessageEntity.length is missing",
        ),
        (
            "caption_entities",
            json!([{"type": "bold", "offset": 0, "length": 1, "url": null}]),
            "MessageEntity.url is no String: null",
        ),
    ] {
        let mut members = right.clone();
        members.insert(name.to_owned(), wrong);
        assert_eq!(
            comparison.members(entry, &members).err().as_deref(),
            Some(problem)
        );
    }
    let mut members = right.clone();
    members.insert("reply_markup".to_owned(), json!({"keyboards": []}));
    assert!(comparison.members(entry, &members).is_err());
    members = right;
    members.remove("photo");
    let error = comparison.members(entry, &members).err();
    assert_eq!(error.as_deref(), Some("sendPhoto.photo is missing"));
}
