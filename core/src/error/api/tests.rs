use std::collections::{BTreeSet, HashSet};

use super::*;

/// The texts in the source of the server, with the kind that each must have.
const SERVER: &str = include_str!("tests/server.tsv");
/// Texts that the server passes on, or creates from parts.
const OTHERS: &str = include_str!("tests/others.tsv");

fn facts() -> impl Iterator<Item = (&'static str, i32, &'static str)> {
    SERVER.lines().chain(OTHERS.lines()).map(|line| {
        let mut columns = line.splitn(3, '\t');
        let mut next = || columns.next().unwrap();
        (next(), next().parse().unwrap(), next())
    })
}

fn kind(code: i32, description: &str) -> String {
    format!("{:?}", ApiError::new("m", code, description).kind())
}

fn kind_of_code(code: i32) -> String {
    kind(code, "")
}

#[test]
fn every_description_of_the_server_has_its_kind() {
    let wrong: Vec<_> = facts()
        .map(|(expected, code, text)| (expected, kind(code, text), text))
        .filter(|(expected, found, _)| expected != found)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(SERVER.lines().count(), 279);
}

#[test]
fn every_kind_is_that_of_a_fact() {
    let known: BTreeSet<_> = facts().map(|(kind, ..)| kind).collect();
    let source = include_str!("kind.rs");
    let (_, variants) = source.split_once("pub enum ApiErrorKind {").unwrap();
    let (variants, _) = variants.split_once("\n}").unwrap();
    for variant in variants.lines().map(|line| line.trim_end_matches(',')) {
        let variant = variant.trim();
        let is_variant = variant.starts_with(|it: char| it.is_ascii_uppercase());
        if is_variant && !["Forbidden", "TooLarge", "Other"].contains(&variant) {
            assert!(known.contains(variant), "{variant}");
        }
    }
}

/// Changes of a description that keep its meaning unknown.
fn mutants(text: &str) -> Vec<String> {
    let words: Vec<_> = text.split(' ').collect();
    let mut mutants = vec![
        format!("{text} today"),
        format!("{text}."),
        format!("no {text}"),
        format!("{text}: {text}"),
    ];
    for index in 0..words.len() {
        let mut less = words.clone();
        less.remove(index);
        mutants.push(less.join(" "));
        let mut more = words.clone();
        more.insert(index, "quite");
        mutants.push(more.join(" "));
        let mut other = words.clone();
        other[index] = "quite";
        mutants.push(other.join(" "));
    }
    mutants
}

#[test]
fn a_near_miss_has_the_kind_of_its_code_or_keeps_its_own() {
    // Some texts of the server differ by a word from each other.
    let known: HashSet<_> = facts().map(|(_, code, text)| (code, bare(text))).collect();
    for (expected, code, text) in facts() {
        let of_code = kind_of_code(code);
        for mutant in mutants(text) {
            let found = kind(code, &mutant);
            assert!(
                found == expected || found == of_code || known.contains(&(code, bare(&mutant))),
                "{mutant}: {found} and not {expected}"
            );
        }
    }
}

fn bare(text: &str) -> String {
    let text = text.to_lowercase();
    text.trim_start_matches("bad request: ").to_owned()
}

#[test]
fn another_code_has_its_own_kind() {
    for (_, code, text) in facts() {
        let other_codes = [400, 401, 403, 404, 409, 413, 421, 429, 500, 503, 7];
        for other in other_codes.into_iter().filter(|other| *other != code) {
            let found = kind(other, text);
            assert_eq!(found, kind_of_code(other), "{other} {text}");
        }
    }
}

#[test]
fn the_case_of_letters_does_not_matter() {
    for (expected, code, text) in facts() {
        assert_eq!(kind(code, &text.to_uppercase()), expected, "{text}");
        assert_eq!(kind(code, &text.to_lowercase()), expected, "{text}");
    }
}

#[test]
fn parameters_precede_the_description() {
    let text = "Bad Request: chat not found";
    let mut error = ApiError::new("m", 400, text);
    assert_eq!(error.kind(), ApiErrorKind::ChatNotFound);
    error.retry_after = Some(Duration::from_secs(3));
    assert_eq!(error.kind(), ApiErrorKind::TooManyRequests);
    error.code = 503;
    assert_eq!(error.kind(), ApiErrorKind::Server);
    error.migrate_to_chat_id = Some(-1_001_234_567_890);
    assert_eq!(error.kind(), ApiErrorKind::Migrated);
}

#[test]
fn no_text_is_too_short_or_odd_to_be_classified() {
    for (_, code, text) in facts().filter(|(kind, ..)| *kind != "BadRequest") {
        for (end, _) in text.char_indices() {
            let start = text.get(..end).unwrap();
            let _ = kind(code, start);
            let _ = kind(code, &format!("{start}é"));
        }
    }
    assert_eq!(
        kind(400, "Bad Request: can't parse entities: "),
        "BadRequest"
    );
    assert_eq!(
        kind(400, "Bad Request: file of size x bytes is too big"),
        "BadRequest"
    );
}

#[test]
fn the_offset_of_an_entity_is_that_of_the_description() {
    for (text, offset) in [
        (
            "Can't find end of the entity starting at byte offset 12",
            Some(12),
        ),
        ("Can't find end of Bold entity at byte offset 0", Some(0)),
        (
            "Unmatched end tag at byte offset 7, expected \"</b>\", found \"</i>\"",
            Some(7),
        ),
        (
            "Unsupported start tag \"x\" at byte offset 4096",
            Some(4096),
        ),
        ("Text is too long", None),
        ("x at byte offset ", None),
        ("x at byte offset 99999999999999999999999", None),
    ] {
        let text = format!("Bad Request: can't parse entities: {text}");
        let error = ApiError::new("m", 400, text);
        assert_eq!(error.entity_offset(), offset, "{error}");
    }
    let other = "Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 2";
    assert_eq!(ApiError::new("m", 400, other).entity_offset(), None);
}

#[test]
fn groups_of_kinds_are_told_apart() {
    let of = |code, text| ApiError::new("m", code, text);
    for (gone, transient, error) in [
        (
            true,
            false,
            of(403, "Forbidden: bot was blocked by the user"),
        ),
        (true, false, of(403, "Forbidden: user is deactivated")),
        (
            true,
            false,
            of(403, "Forbidden: bot was kicked from the channel chat"),
        ),
        (
            true,
            false,
            of(403, "Forbidden: the group chat was deleted"),
        ),
        (true, false, of(400, "Bad Request: chat not found")),
        (false, false, of(403, "Forbidden: who knows")),
        (
            false,
            false,
            of(400, "Bad Request: message to edit not found"),
        ),
        (false, true, of(429, "Too Many Requests: retry after 5")),
        (false, true, of(500, "Internal Server Error: restart")),
        (false, true, of(502, "Bad Gateway")),
        (false, false, of(401, "Unauthorized")),
    ] {
        assert_eq!(error.is_recipient_gone(), gone, "{error}");
        assert_eq!(error.is_transient(), transient, "{error}");
    }
    let found = of(400, "Bad Request: message to edit not found").kind();
    assert!(found.is_message_not_found());
    assert!(
        !of(400, "Bad Request: chat not found")
            .kind()
            .is_message_not_found()
    );
}
