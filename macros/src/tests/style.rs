//! The style of every text, and the agreement of codes, cases and table.

use std::collections::BTreeSet;

use super::cases::all;
use super::run::run;
use crate::diagnostics::{Code, Diagnostic};

/// Returns all diagnostics of all cases, including warnings beside errors.
fn reported() -> Vec<(String, Diagnostic)> {
    let reported = all().into_iter().flat_map(|case| {
        let sink = run(&case.source).sink;
        let all = sink.errors.into_iter().chain(sink.warnings);
        all.map(|diagnostic| (case.title.clone(), diagnostic))
            .collect::<Vec<_>>()
    });
    reported.collect()
}

/// Returns the text with every name in backticks replaced by one letter.
fn without_names(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .map(|(at, part)| if at % 2 == 0 { part } else { "x" })
        .collect()
}

#[test]
fn heads_follow_the_style() {
    for (case, diagnostic) in reported() {
        let head = &diagnostic.head;
        // "Bot API" is a name.
        let first = head.strip_prefix("Bot API ").unwrap_or(head).chars().next();
        let starts = first.is_some_and(|first| first.is_lowercase() || first == '`');
        assert!(starts, "{case}: {head}");
        assert!(!head.ends_with(['.', '!', '?', ',', ' ']), "{case}: {head}");
        // A long name may make a head longer.
        let width = head.chars().count();
        assert!(
            width <= 80 || without_names(head).chars().count() <= 60,
            "{case}: {head}"
        );
    }
}

#[test]
fn help_exists_and_follows_the_style() {
    for (case, diagnostic) in reported() {
        let is_comma = matches!(diagnostic.code, Code::MissingComma | Code::Syntax);
        assert!(diagnostic.help.is_some() || is_comma, "{case}: no help");
        for text in [&diagnostic.help, &diagnostic.note].into_iter().flatten() {
            assert!(
                !text.trim().is_empty() && text.trim() == text,
                "{case}: {text}"
            );
            assert!(
                !text.ends_with('.') || text.ends_with("…"),
                "{case}: {text}"
            );
            assert!(!text.contains("``"), "{case}: {text}");
        }
    }
}

#[test]
fn texts_are_complete_and_avoid_internal_words() {
    let inner = [
        "meta",
        "token stream",
        "tokenstream",
        "syn",
        "please",
        "span",
        "derive macro",
        "__private",
        "undeclared",
        "parse error",
        "oops",
        "sorry",
    ];
    for (case, diagnostic) in reported() {
        let text = diagnostic.text();
        assert!(
            text.split('\n').all(|line| !line.trim().is_empty()),
            "{case}: {text}"
        );
        assert_eq!(text.matches('`').count() % 2, 0, "{case}: {text}");
        let words = without_names(&text).to_lowercase();
        let words: Vec<_> = words
            .split(|letter: char| !letter.is_alphanumeric())
            .collect();
        let words = format!(" {} ", words.join(" "));
        for word in inner {
            assert!(!words.contains(&format!(" {word} ")), "{case}: {text}");
        }
    }
}

#[test]
fn carets_underline_the_users_code() {
    for (case, diagnostic) in reported() {
        let (start, end) = (diagnostic.start.start(), diagnostic.end.end());
        assert!(start < end, "{case}: {}", diagnostic.head);
    }
}

#[test]
fn every_code_has_a_case_and_a_unique_name() {
    let found: BTreeSet<_> = reported()
        .iter()
        .map(|(_, diagnostic)| diagnostic.code)
        .collect();
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !found.contains(code))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    let lints: BTreeSet<_> = Code::ALL.iter().map(|code| code.lint()).collect();
    assert_eq!(lints.len(), Code::ALL.len());
}
