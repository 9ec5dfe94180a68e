//! Names that several versions replaced.

use std::path::Path;

use super::writer::{Format, page};
use super::{FACTS, document, files, read, with_version};
use crate::facts::Files;
use crate::scaffold::{Catalogue, scaffold};

/// Applies a page of a version in which names were replaced. A person reads all marks.
fn bump(files: &mut Files, version: &str, renamed: &[(&str, &str)]) {
    let known = document(&files.facts);
    let (number, _) = known.version().expect("a version");
    let mut text = files.facts.replacen(
        &format!("version {number} "),
        &format!("version {version} "),
        1,
    );
    for (from, to) in renamed {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let page = read(&page(&document(&text), Format::Html));
    files
        .apply(&page, false)
        .unwrap_or_else(|error| panic!("{error}"));
    for text in [&mut files.facts, &mut files.retired] {
        let lines = text.lines().map(|line| match line.split_once(" # read: ") {
            Some((line, _)) => line,
            None => line,
        });
        *text = lines.collect::<Vec<_>>().join("\n") + "\n";
    }
}

/// Returns the lines that the facts of this repository do not have.
fn new(files: &Files) -> Vec<&str> {
    let before = super::files(FACTS).retired;
    let lines = files.retired.lines();
    let new = lines.filter(|line| !before.lines().any(|known| known == *line));
    new.collect()
}

#[test]
fn what_replaced_a_field_has_a_newer_name_itself() {
    let mut files = files(FACTS);
    bump(
        &mut files,
        "10.4",
        &[("max_connections", "maximum_connections")],
    );
    assert_eq!(
        new(&files),
        [
            "setWebhook max_connections -> maximum_connections 10.4",
            "WebhookInfo max_connections -> maximum_connections 10.4",
        ]
    );
    bump(&mut files, "10.5", &[("maximum_connections", "max_conns")]);
    assert_eq!(
        new(&files),
        [
            "setWebhook max_connections -> max_conns 10.5",
            "WebhookInfo max_connections -> max_conns 10.5",
            "setWebhook maximum_connections -> max_conns 10.5",
            "WebhookInfo maximum_connections -> max_conns 10.5",
        ]
    );
    // The catalogue has the first name if nothing was scaffolded in between.
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the repository");
    let mut catalogue = Catalogue::read(root).unwrap_or_else(|error| panic!("{error}"));
    let report = scaffold(&document(&files.facts), &files.retired, &mut catalogue);
    assert_eq!(
        report,
        [
            "setWebhook max_connections: renamed to max_conns",
            "WebhookInfo max_connections: renamed to max_conns",
        ]
    );
}

#[test]
fn a_name_that_is_live_again_is_not_retired() {
    let mut files = files(FACTS);
    bump(
        &mut files,
        "10.4",
        &[
            ("max_connections", "maximum_connections"),
            ("method getUserProfilePhotos ", "method getUserPhotos "),
        ],
    );
    bump(
        &mut files,
        "10.5",
        &[
            ("maximum_connections", "max_connections"),
            ("method getUserPhotos ", "method getUserProfilePhotos "),
        ],
    );
    assert_eq!(
        new(&files),
        [
            "method getUserPhotos -> getUserProfilePhotos 10.5",
            "setWebhook maximum_connections -> max_connections 10.5",
            "WebhookInfo maximum_connections -> max_connections 10.5",
        ]
    );
    bump(
        &mut files,
        "10.6",
        &[("max_connections", "maximum_connections")],
    );
    assert_eq!(
        new(&files)[1..],
        [
            "setWebhook max_connections -> maximum_connections 10.6",
            "WebhookInfo max_connections -> maximum_connections 10.6",
        ]
    );
    assert!(!files.retired.contains("\n\n\n"));
}

#[test]
fn paths_owners_and_sets_follow_too() {
    let mut files = files(FACTS);
    let renamed = [
        ("  pinned_message?:", "  pinned_post?:"),
        ("ChatFullInfo", "ChatInfo"),
        ("  action: String", "  act: String"),
        ("  is_disabled?:", "  is_off?:"),
    ];
    bump(&mut files, "10.4", &renamed);
    let new = new(&files);
    for line in [
        "Chat photo -> ChatInfo.photo 10.4",
        "ChatInfo can_send_gift -> accepted_gift_types 9.0",
        "* disable_web_page_preview -> link_preview_options.is_off 10.4",
        "sendChatAction.act record_audio -> record_voice 5.0",
        "type ChatFullInfo -> ChatInfo 10.4",
    ] {
        assert!(new.contains(&line), "{line}: {new:#?}");
    }
}

#[test]
fn lines_whose_owner_or_replacement_is_removed_are_removed_or_marked() {
    let mut text = with_version(FACTS, "99.4");
    let (before, rest) = text.split_once("method setGameScore ").expect("the entry");
    let (_, after) = rest.split_once("\n\n").expect("its end");
    text = format!("{before}{after}").replace("|record_voice", "");
    let page = read(&page(&document(&text), Format::Html));
    let mut files = files(FACTS);
    files
        .apply(&page, false)
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(!files.retired.contains("setGameScore"), "{}", files.retired);
    let line = "sendChatAction.action record_audio -> record_voice 5.0 # read: what replaced it\n";
    assert!(files.retired.contains(line), "{}", files.retired);
}
