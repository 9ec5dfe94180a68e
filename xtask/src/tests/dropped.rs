//! Rules that a page states in words and no longer has.

use super::writer::{FORMATS, page};
use super::{FACTS, applied, diff, document, read};

/// What is taken out of the prose, and the change of one of the fields that it was about.
const WORDS: [(&str, &str); 8] = [
    (
        "; must be non-zero",
        "sendMessageDraft.draft_id: `nonzero` is not on the page any more: non-zero",
    ),
    (
        ", monotonically increasing",
        "sendPoll.correct_option_ids: `increasing` is not on the page any more: monotonically increas",
    ),
    (
        ", in a strictly increasing order",
        "copyMessages.message_ids: `strictly_increasing` is not on the page any more: strictly increas",
    ),
    (
        "must be positive",
        "sendInvoice.suggested_tip_amounts: `each_in 1..` is not on the page any more: positive",
    ),
    (
        "0-based",
        "sendPoll.correct_option_ids: `each_in 0..` is not on the page any more: 0-based",
    ),
    (
        ". Pass an HTTP URL",
        "InputMediaPhoto.media: sources file_id|url|upload -> sources file_id|upload",
    ),
    (
        "attach://",
        "InputMediaPhoto.media: `upload attach` is not on the page any more: attach://",
    ),
    (
        ", or 2147483647",
        "sendLocation.live_period: `or 0|2147483647` is not on the page any more: 2147483647",
    ),
];

#[test]
fn a_rule_that_is_no_longer_stated_is_named_and_marked() {
    for format in FORMATS {
        let whole = page(&document(FACTS), format);
        for (words, change) in WORDS {
            assert!(whole.contains(words), "{words}");
            let page = read(&whole.replace(words, ""));
            let changes = diff(FACTS, &page);
            assert!(
                changes.iter().any(|line| line == change),
                "{words}: {changes:#?}"
            );
            let facts = applied(FACTS, &page);
            let marks = facts.matches("# read: the page no longer states `").count();
            let (_, kind) = change.split_once(": ").unwrap_or_default();
            assert_eq!(marks > 0, kind.starts_with('`'), "{words}");
        }
    }
}

#[test]
fn one_order_of_a_list_replaces_the_other() {
    let [html, _] = FORMATS.map(|format| page(&document(FACTS), format));
    let page = read(&html.replace("in a strictly increasing order", "monotonically increasing"));
    let changes = diff(FACTS, &page);
    for change in [
        "copyMessages.message_ids: + increasing",
        "copyMessages.message_ids: - strictly_increasing",
    ] {
        assert!(changes.iter().any(|line| line == change), "{changes:#?}");
    }
    let facts = applied(FACTS, &page);
    assert!(facts.contains("  message_ids: Array<Integer> items 1..=100 increasing\n"));
}
