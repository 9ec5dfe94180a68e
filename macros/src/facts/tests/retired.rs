//! Names of earlier versions, compared with the current ones.

use std::collections::HashSet;

use super::super::retired::{Retired, all, retired_member};
use super::*;

/// Returns the members of a method or type.
fn fields_of(owner: &str) -> Option<Vec<FieldFacts>> {
    match method(owner) {
        Some(method) => Some(method.fields),
        None => ty(owner).map(|ty| ty.fields().to_vec()),
    }
}

/// Whether the owner has the field that the path leads to, through objects and lists of them.
fn leads_to_a_field(owner: &str, path: &str) -> bool {
    let (first, rest) = path
        .split_once('.')
        .map_or((path, None), |(first, rest)| (first, Some(rest)));
    if ty(first).is_some() {
        return rest.is_some_and(|rest| leads_to_a_field(first, rest));
    }
    let fields = fields_of(owner).unwrap_or_default();
    let field = fields.iter().find(|field| field.name == first);
    let inner = |field: &FieldFacts| refs(&field.ty);
    field.is_some_and(|field| {
        rest.is_none_or(|rest| {
            inner(field)
                .iter()
                .any(|owner| leads_to_a_field(owner, rest))
        })
    })
}

/// Returns the methods and types that a line is about.
fn owners(line: &Retired) -> Vec<&'static str> {
    if line.owner != "*" {
        return vec![line.owner];
    }
    let known = method_names().chain(type_names());
    known
        .filter(|owner| {
            let fields = fields_of(owner).unwrap_or_default();
            fields.iter().any(|field| field.name == line.root())
        })
        .collect()
}

#[test]
fn every_line_of_the_retired_names_is_read_and_unique() {
    let text = include_str!("../../../facts/retired.txt");
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    assert_eq!(lines.clone().count(), all().count());
    // `cargo xtask facts apply` marks what is only likely.
    let marked: Vec<_> = lines.filter(|line| line.contains('#')).collect();
    assert!(
        marked.is_empty(),
        "read the page's changelog, and remove the mark: {marked:#?}"
    );
    let mut seen = HashSet::new();
    for line in all() {
        assert!(seen.insert((line.owner, line.name)), "{line:?}");
        let is_version = |since: &str| since.split('.').all(|part| part.parse::<u8>().is_ok());
        assert!(line.since.is_none_or(is_version), "{line:?}");
    }
    assert!(all().count() >= 100);
}

#[test]
fn no_retired_name_is_listed_and_every_replacement_is() {
    for line in all() {
        match line.owner {
            "method" => {
                assert!(method(line.name).is_none(), "{line:?}");
                assert!(method(line.replacement).is_some(), "{line:?}");
            }
            "type" => {
                assert!(ty(line.name).is_none(), "{line:?}");
                assert!(ty(line.replacement).is_some(), "{line:?}");
            }
            set if set.contains('.') => {
                let (owner, field) = set.split_once('.').unwrap();
                let fields = fields_of(owner).expect(owner);
                let field = fields.iter().find(|it| it.name == field).expect(set);
                assert!(!field.values.contains(&line.name), "{line:?}");
                assert!(field.values.contains(&line.replacement), "{line:?}");
            }
            _ => {
                let owners = owners(&line);
                assert!(!owners.is_empty(), "{line:?}");
                for owner in owners {
                    let fields = fields_of(owner).expect(owner);
                    assert!(fields.iter().all(|it| it.name != line.name), "{line:?}");
                    for path in line.replacement.split('|') {
                        assert!(leads_to_a_field(owner, path), "{owner}: {line:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_line_about_the_owner_comes_before_one_about_all() {
    let restrict = method_named("restrictChatMember");
    let found = retired_member(&restrict.members(), "can_send_media_messages");
    assert_eq!(found.map(|found| found.replacement), Some("permissions"));
    let permissions = type_named("ChatPermissions");
    let found = retired_member(&permissions.members(), "can_send_media_messages");
    assert_eq!(found.map(|found| found.root()), Some("can_send_audios"));
    let message = method_named("sendMessage");
    assert_eq!(retired_member(&message.members(), "thumb"), None);
}
