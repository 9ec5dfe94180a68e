//! Nothing of the Bot API is missing, and nothing is made up.

use std::collections::BTreeSet;

use telegrammar::types::{Message, Update};
use telegrammar::{Distinction, Kind};

use crate::facts::read;
use crate::list::{calls, objects, unions};

#[test]
fn every_method_is_there_with_its_parameters_and_nothing_else() {
    let facts = read();
    let mut seen = BTreeSet::new();
    for call in calls() {
        let entry = &facts[call.info.name];
        seen.insert(entry.name);
        let has_two = entry.head.contains(&"by");
        for param in call.info.params {
            let field = entry
                .fields
                .iter()
                .find(|field| field.name == param.name)
                .unwrap_or_else(|| panic!("{} has no {}", entry.name, param.name));
            let is_target = ["chat_id", "message_id", "inline_message_id"].contains(&param.name);
            let is_chosen = has_two && is_target;
            assert_eq!(
                param.required,
                field.required || is_chosen,
                "{}.{}",
                call.name,
                param.name
            );
            assert_ne!(param.kind, Kind::Unlisted, "{}.{}", call.name, param.name);
            assert!(!param.doc.is_empty(), "{}.{}", call.name, param.name);
            let default = param.default.map(|value| value.to_string());
            // An object is no literal, and stands in no table.
            let listed = field
                .word("default")
                .filter(|value| !value.starts_with('{'));
            let expected = listed.map(|value| match field.ty {
                "String" => format!("{:?}", value.trim_matches('"')),
                _ => value.to_owned(),
            });
            assert_eq!(default, expected, "{}.{}", call.name, param.name);
        }
        if !has_two {
            assert_eq!(call.info.params.len(), entry.fields.len(), "{}", call.name);
        }
    }
    let listed: BTreeSet<_> = facts
        .values()
        .filter(|entry| entry.kind == "method")
        .map(|entry| entry.name)
        .collect();
    assert_eq!(seen, listed);
    assert_eq!(calls().len(), 185 + 7);
}

#[test]
fn every_type_is_there_with_its_fields_and_nothing_else() {
    let facts = read();
    for object in objects() {
        let entry = &facts[object.known.name];
        let names: BTreeSet<_> = object.info.fields.iter().map(|field| field.name).collect();
        let listed: BTreeSet<_> = entry
            .fields
            .iter()
            .filter(|field| !field.is_tag())
            .map(|field| field.name)
            .collect();
        assert_eq!(names, listed, "{}", entry.name);
        for field in object.info.fields {
            let fact = entry
                .fields
                .iter()
                .find(|fact| fact.name == field.name)
                .unwrap();
            assert_eq!(
                field.required, fact.required,
                "{}.{}",
                entry.name, field.name
            );
        }
        let tag = entry.fields.iter().find(|field| field.is_tag());
        let tag = tag.and_then(|field| Some((field.name, field.word("const")?)));
        assert_eq!(object.info.tag, tag, "{}", entry.name);
    }
    for union in unions() {
        let entry = &facts[union.known.name];
        let mut names: Vec<_> = union
            .info
            .variants
            .iter()
            .map(|variant| (variant.name, variant.tag))
            .collect();
        let mut listed = entry.variants.clone();
        names.sort_unstable();
        listed.sort_unstable();
        assert_eq!(names, listed, "{}", entry.name);
        match (union.info.distinction, entry.tag()) {
            (Distinction::Tag(tag), listed) => assert_eq!(Some(tag), listed, "{}", entry.name),
            (_, listed) => assert_eq!(listed, None, "{}", entry.name),
        }
    }
    let known: BTreeSet<_> = objects()
        .iter()
        .map(|object| object.known.name)
        .chain(unions().iter().map(|union| union.known.name))
        .chain(["InputFile"])
        .collect();
    let listed: BTreeSet<_> = facts
        .values()
        .filter(|entry| entry.kind != "method")
        .map(|entry| entry.name)
        .collect();
    assert_eq!(known, listed);
    assert_eq!(known.len(), 400);
}

#[test]
fn large_types_stay_small() {
    assert!(size_of::<Message>() <= 1280, "{}", size_of::<Message>());
    assert!(size_of::<Update>() <= 64, "{}", size_of::<Update>());
}

/// For a person to read: `cargo test --test catalogue classes -- --nocapture`.
#[test]
fn classes_of_methods() {
    let mut uploads = 0;
    for call in calls() {
        let info = call.info;
        println!(
            "{:36} {:14} chat: {:8} {}{}",
            call.name,
            if info.is_repeatable {
                "may repeat"
            } else {
                "only once"
            },
            info.chat().map_or("-", |chat| chat.name),
            if info.is_long_poll { "waits " } else { "" },
            if info.can_upload { "uploads" } else { "" },
        );
        let sends = [
            "send", "forward", "copy", "create", "post", "transfer", "gift", "convert",
        ];
        if sends.iter().any(|verb| info.name.starts_with(verb)) {
            assert!(!info.is_repeatable, "{}", call.name);
        }
        if info.name.starts_with("get") || info.name.starts_with("set") {
            assert!(info.is_repeatable, "{}", call.name);
        }
        uploads += usize::from(info.can_upload && !call.name.contains("Inline"));
    }
    // One of the 28 is a method of inline messages' own struct too, and a draft takes none.
    println!("{uploads} can carry uploads");
}
