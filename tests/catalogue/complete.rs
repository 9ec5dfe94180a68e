//! The catalogue contains exactly what the Bot API has.

use std::collections::{BTreeMap, BTreeSet};

use telegrammar::schema::{Discriminator, FieldInfo};
use telegrammar::types::{Message, Update};

use crate::facts::{Entry, Field, read};
use crate::list::{calls, objects, unions};

/// Compares a declared parameter or field with the facts, except for `is_required`.
fn compare(declared: &FieldInfo, listed: &Field, place: &str) {
    assert_eq!(declared.api_type.to_string(), listed.kind(), "{place}");
    let rules: Vec<_> = declared.rules.iter().map(ToString::to_string).collect();
    assert_eq!(rules, listed.rules(), "{place}");
    let default = declared.default.map(|value| value.to_string());
    // An object is not a literal, and is not part of the description.
    let expected = listed
        .word("default")
        .filter(|value| !value.starts_with('{'));
    let expected = expected.map(|value| match listed.ty {
        "String" => format!("{:?}", value.trim_matches('"')),
        "Float" => value.trim_end_matches(".0").to_owned(),
        _ => value.to_owned(),
    });
    assert_eq!(default, expected, "{place}");
}

fn names<'a>(fields: impl IntoIterator<Item = &'a Field>) -> BTreeSet<&'static str> {
    fields.into_iter().map(|field| field.name).collect()
}

/// Whether only one of two structs has the parameter: that for inline messages, or the other.
fn is_of_other(name: &str, is_inline: bool) -> bool {
    match name {
        "inline_message_id" => !is_inline,
        "business_connection_id" | "chat_id" | "message_id" => is_inline,
        _ => false,
    }
}

#[test]
fn every_method_has_exactly_its_parameters() {
    let facts = read();
    let mut structs = BTreeMap::<_, Vec<_>>::new();
    for call in calls() {
        let entry = &facts[call.info.name()];
        let has_two = entry.head.contains(&"by");
        let is_inline = call.name.contains("Inline") && has_two;
        structs.entry(entry.name).or_default().push(is_inline);
        let expected =
            (entry.fields.iter()).filter(|field| !has_two || !is_of_other(field.name, is_inline));
        let declared: BTreeSet<_> = call.info.params().iter().map(|param| param.name).collect();
        assert_eq!(declared, names(expected), "{}", call.name);
        assert_eq!(declared.len(), call.info.params().len(), "{}", call.name);
        for param in call.info.params() {
            let place = format!("{}.{}", call.name, param.name);
            let field = entry.field(param.name);
            // Each struct requires the parameters that identify the message.
            let is_target = match param.name {
                "chat_id" | "message_id" | "inline_message_id" => has_two,
                _ => false,
            };
            assert_eq!(param.required, field.required || is_target, "{place}");
            assert!(!param.doc.is_empty(), "{place}");
            compare(param, field, &place);
        }
    }
    for (name, forms) in &structs {
        let has_two = facts[name].head.contains(&"by");
        assert_eq!(forms.len(), 1 + usize::from(has_two), "{name}");
        assert_eq!(forms.contains(&true), has_two, "{name}");
    }
    let is_method = |entry: &&Entry| entry.kind == "method";
    let listed = facts.values().filter(is_method).map(|entry| entry.name);
    assert!(structs.keys().copied().eq(listed));
}

#[test]
fn every_object_has_exactly_its_fields() {
    let facts = read();
    for object in objects() {
        let entry = &facts[object.name];
        let declared: BTreeSet<_> = object.info.fields.iter().map(|field| field.name).collect();
        let listed = names(entry.fields.iter().filter(|field| !field.is_tag()));
        assert_eq!(declared, listed, "{}", entry.name);
        assert_eq!(declared.len(), object.info.fields.len(), "{}", entry.name);
        assert_eq!(object.info.name, entry.name);
        for field in object.info.fields {
            let place = format!("{}.{}", entry.name, field.name);
            let fact = entry.field(field.name);
            assert_eq!(field.required, fact.required, "{place}");
            compare(field, fact, &place);
        }
        let tag = entry.fields.iter().find(|field| field.is_tag());
        let tag = tag.and_then(|field| Some((field.name, field.word("const")?)));
        assert_eq!(object.info.tag, tag, "{}", entry.name);
    }
}

#[test]
fn every_union_has_exactly_its_variants() {
    let facts = read();
    for union in unions() {
        let entry = &facts[union.name];
        let declared: BTreeMap<_, _> = (union.info.variants.iter())
            .map(|variant| {
                (
                    variant.name,
                    (variant.tag, variant.discriminating_fields.to_vec()),
                )
            })
            .collect();
        let listed: BTreeMap<_, _> = (entry.variants.iter())
            .map(|variant| (variant.name, (variant.tag, variant.telling.clone())))
            .collect();
        assert_eq!(declared, listed, "{}", entry.name);
        match (union.info.discriminator, entry.tag()) {
            (Discriminator::Tag(tag), listed) => assert_eq!(Some(tag), listed, "{}", entry.name),
            (_, listed) => assert_eq!(listed, None, "{}", entry.name),
        }
    }
}

#[test]
fn no_type_is_left_out() {
    let facts = read();
    let known: BTreeSet<_> = (objects().iter().map(|object| object.name))
        .chain(unions().iter().map(|union| union.name))
        .chain(["InputFile"])
        .collect();
    let listed = facts.values().filter(|entry| entry.kind != "method");
    let listed: BTreeSet<_> = listed.map(|entry| entry.name).collect();
    assert_eq!(known, listed);
}

#[test]
fn large_types_stay_small() {
    assert!(size_of::<Message>() <= 1024, "{}", size_of::<Message>());
    // A number, a kind with at most two texts, and a pointer to rare data.
    assert!(size_of::<Update>() <= 72, "{}", size_of::<Update>());
}

/// Prints a list for manual review: `cargo test --test catalogue classes -- --nocapture`.
#[test]
fn classes_of_methods() {
    let mut uploads = BTreeSet::new();
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
        let once = [
            "forward", "copy", "create", "post", "transfer", "gift", "convert",
        ];
        let sends = ["sendChatAction", "sendMessageDraft", "sendRichMessageDraft"];
        let is_sent = info.name().starts_with("send") && !sends.contains(&info.name());
        if is_sent || once.iter().any(|verb| info.name().starts_with(verb)) {
            assert!(!info.is_repeatable, "{}", call.name);
        }
        if ["get", "delete", "edit"]
            .iter()
            .any(|verb| info.name().starts_with(verb))
        {
            assert!(info.is_repeatable, "{}", call.name);
        }
        assert_eq!(
            info.is_long_poll,
            info.name() == "getUpdates",
            "{}",
            call.name
        );
        if info.can_upload {
            uploads.insert(info.name());
        }
    }
    let facts = read();
    let listed = facts.values().filter(|entry| {
        entry.kind == "method" && entry.fields.iter().any(|field| field.has("upload"))
    });
    assert_eq!(uploads, listed.map(|entry| entry.name).collect());
}
