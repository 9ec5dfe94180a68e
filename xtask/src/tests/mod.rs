//! The tool on pages that are written by hand, and on pages that are written from the facts.

mod changes;
mod dropped;
mod files;
mod follow;
mod pages;
mod retired;
mod round_trip;
mod scaffold;
mod writer;

use crate::compare;
use crate::document::Document;
use crate::facts::Files;
use crate::page::Page;

/// The facts of this repository.
const FACTS: &str = include_str!("../../../macros/facts/bot_api.txt");

fn document(text: &str) -> Document {
    Document::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns the facts as those of another version with the same date.
fn with_version(facts: &str, number: &str) -> String {
    let document = document(facts);
    let (known, _) = document.version().expect("a version");
    facts.replacen(
        &format!("version {known} "),
        &format!("version {number} "),
        1,
    )
}

fn read(page: &str) -> Page {
    Page::read(page).unwrap_or_else(|error| panic!("{error}"))
}

/// Returns what a page changes, line by line, without the titles of groups.
fn diff(facts: &str, page: &Page) -> Vec<String> {
    let report = compare::report(&compare::compare(&document(facts), page));
    let lines = report.lines().filter_map(|line| line.strip_prefix("  "));
    lines.map(str::to_owned).collect()
}

/// Returns the files of a bump with these facts.
fn files(facts: &str) -> Files {
    Files {
        facts: facts.to_owned(),
        retired: include_str!("../../../macros/facts/retired.txt").to_owned(),
        verbs: include_str!("../../../macros/facts/verbs.txt").to_owned(),
        changelog: include_str!("../../../CHANGELOG.md").to_owned(),
    }
}

/// Returns the facts after the changes of a page, which a second comparison no longer finds.
fn applied(facts: &str, page: &Page) -> String {
    let mut files = files(facts);
    if let Err(error) = files.apply(page, false) {
        panic!("{error}");
    }
    assert_eq!(diff(&files.facts, page), [""; 0]);
    files.facts
}
