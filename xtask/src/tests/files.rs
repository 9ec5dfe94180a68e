//! The files of a bump beside the facts.

use super::writer::{FORMATS, Format, page};
use super::{FACTS, document, files, read, with_version};
use crate::document::Document;
use crate::page::{Page, Version};

/// Applies a page of a later version, in which the facts were edited, to the files.
fn bumped(edit: impl FnOnce(&mut String)) -> (crate::facts::Files, String) {
    let mut text = with_version(FACTS, "99.0");
    edit(&mut text);
    let facts: Document = document(&text);
    let page = read(&page(&facts, Format::Html));
    let mut files = files(FACTS);
    let outcome = files
        .apply(&page, false)
        .unwrap_or_else(|error| panic!("{error}"));
    (files, outcome.report)
}

#[test]
fn a_version_is_stated_in_the_facts_and_the_changelog() {
    let (files, report) = bumped(|_| {});
    let facts = document(FACTS);
    let (number, date) = facts.version().expect("a version");
    assert!(files.facts.contains(&format!("\nversion 99.0 {date}\n")));
    assert!(
        files.changelog.contains("\nBot API 99.0. "),
        "{}",
        files.changelog
    );
    assert!(files.changelog.contains("\n- catalogue: Bot API 99.0.\n"));
    assert!(
        report.starts_with(&format!("Version\n  {number} {date} -> 99.0 {date}\n")),
        "{report}"
    );
    assert_eq!(files.retired, super::files("").retired);
}

#[test]
fn what_was_renamed_is_retired_and_named_in_the_changelog() {
    let (files, report) = bumped(|text| {
        *text = text
            .replace("getUserProfilePhotos", "getUserPhotos")
            .replace("foursquare_id", "square_id");
        *text = text.replace("WebhookInfo", "HookInfo");
    });
    for line in [
        "method getUserProfilePhotos -> getUserPhotos 99.0 # read: a rename",
        "type WebhookInfo -> HookInfo 99.0 # read: a rename",
        "sendVenue foursquare_id -> square_id 99.0 # read: a rename",
    ] {
        assert!(
            files.retired.lines().any(|known| known == line),
            "{line}: {}",
            files.retired
        );
    }
    assert!(
        files
            .changelog
            .contains("renamed `getUserProfilePhotos` to `getUserPhotos`")
    );
    let is_short = files
        .changelog
        .lines()
        .all(|line| line.chars().count() <= 120 || !line.contains("99.0"));
    assert!(is_short, "{}", files.changelog);
    assert!(
        files
            .facts
            .contains("method getUserPhotos -> UserProfilePhotos repeatable # read: a rename\n")
    );
    assert!(report.contains("macros/facts/bot_api.txt:"), "{report}");
}

#[test]
fn a_verb_that_no_method_has_any_more_is_named() {
    let (_, report) = bumped(|text| {
        let paragraphs = text.split("\n\n");
        let kept: Vec<_> = paragraphs
            .filter(|entry| !entry.starts_with("method logOut "))
            .collect();
        *text = kept.join("\n\n");
    });
    assert!(report.contains("- method logOut"), "{report}");
    let line = "verbs.txt: no method has the verb `log` any more\n";
    assert!(report.contains(line), "{report}");
}

#[test]
fn a_new_method_of_a_verb_that_does_not_tell_the_class_is_marked() {
    let (facts, _) = bumped(|text| {
        *text = text.replace(
            "method getMe -> User repeatable\n\n",
            "method getMe -> User repeatable\n\nmethod answerDog -> True once\n\nmethod getDog -> True once\n\n",
        );
    });
    let lines: Vec<_> = (facts.facts.lines())
        .filter(|line| line.contains("Dog"))
        .collect();
    assert_eq!(
        lines,
        [
            "method answerDog -> True once # read: the class, and why",
            "method getDog -> True repeatable",
        ]
    );
}

#[test]
fn the_reason_for_a_class_stays_above_the_fields() {
    let (files, _) = bumped(|text| {
        let (before, pin) = text.split_once("method pinChatMessage").expect("a pin");
        *text = format!(
            "{before}method pinChatMessage{}",
            pin.replacen(
                "  business_connection_id?",
                "  dog_id: Integer\n  business_connection_id?",
                1
            )
        );
    });
    let (_, pin) = files
        .facts
        .split_once("method pinChatMessage")
        .expect("a pin");
    let lines: Vec<_> = pin.lines().take(3).collect();
    assert_eq!(
        lines,
        [
            " -> True once",
            "  why a second call may notify all members again",
            "  dog_id: Integer",
        ]
    );
}

/// Applies a page to the files, which refuse it.
#[track_caller]
fn refused(page: &Page) -> String {
    let mut files = files(FACTS);
    let error = files.apply(page, false).err().expect("an error");
    let before = super::files(FACTS);
    assert_eq!(files.facts, before.facts);
    assert_eq!(files.retired, before.retired);
    assert_eq!(files.changelog, before.changelog);
    error
}

#[test]
fn an_older_page_is_not_applied() {
    let mut page = read(&page(&document(FACTS), Format::Html));
    let version = page.version.clone().expect("a version");
    for (number, date) in [
        ("1.0", "2015-06-24"),
        ("1.0", version.date.as_str()),
        ("9.9", version.date.as_str()),
        ("99.0", "2015-06-24"),
    ] {
        page.version = Some(Version {
            number: number.to_owned(),
            date: date.to_owned(),
        });
        let error = refused(&page);
        let start = format!("the page is of {number} {date}, which is older than the facts");
        assert!(error.starts_with(&start), "{error}");
    }
}

#[test]
fn a_page_that_lacks_much_is_applied_only_if_that_is_said() {
    let part = "<html><body><h4>May 2, 2031</h4><p>Bot API 12.4</p><h4>getMe</h4><p>Returns a User.</p><h4>User</h4></body></html>";
    let error = refused(&read(part));
    assert!(error.contains("is it complete?"), "{error}");

    for format in FORMATS {
        let whole = read(&page(&document(FACTS), format));
        // Objects that lost their fields are markers.
        let mut page = whole.clone();
        for entry in page.entries.iter_mut().filter(|entry| !entry.is_method) {
            entry.fields.clear();
        }
        refused(&page);
        let mut page = whole.clone();
        for entry in page.entries.iter_mut().filter(|entry| entry.is_method) {
            entry.fields.clear();
        }
        refused(&page);
        let mut page = whole.clone();
        for entry in &mut page.entries {
            entry.variants.clear();
        }
        refused(&page);
        let mut page = whole.clone();
        let mut number = 0;
        page.entries.retain(|entry| {
            number += usize::from(!entry.is_method);
            entry.is_method || number % 4 != 0
        });
        let error = refused(&page);
        assert!(error.ends_with("add `--accept-removals`"), "{error}");
        let mut files = files(FACTS);
        let outcome = files
            .apply(&page, true)
            .unwrap_or_else(|error| panic!("{error}"));
        assert!(outcome.report.contains("\n  - type "), "{}", outcome.report);
        assert!(files.facts.len() < FACTS.len());
    }
}
