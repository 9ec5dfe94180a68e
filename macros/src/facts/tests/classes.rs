//! The class of every method, compared with a list of verbs that is maintained independently.

use super::*;

static VERBS: &str = include_str!("../../../facts/verbs.txt");

/// Returns all verbs of the list, with their marks.
fn verbs() -> Vec<&'static str> {
    let lines = VERBS.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
}

/// Returns whether the methods of a verb are repeatable; `None` if the verb does not tell.
fn expected(verb: &str) -> Option<bool> {
    let verbs = verbs();
    let is_doubtful = verbs.iter().any(|it| it.strip_suffix('?') == Some(verb));
    (!is_doubtful).then(|| verbs.contains(&verb))
}

fn verb(method: &str) -> &str {
    method.split(char::is_uppercase).next().unwrap_or(method)
}

fn of_class(class: CallClass) -> Vec<&'static str> {
    let of_class = methods().into_iter().filter(|method| method.class == class);
    of_class.map(|method| method.name).collect()
}

#[test]
fn every_method_states_its_class() {
    for line in TEXT.lines().filter(|line| line.starts_with("method ")) {
        let classes = line
            .split(' ')
            .filter(|word| CallClass::parse(word).is_some());
        assert_eq!(classes.count(), 1, "{line}");
        let last = line.rsplit(' ').next();
        assert!(last.and_then(CallClass::parse).is_some(), "{line}");
    }
}

fn is_repeatable(name: &str) -> bool {
    method(name).is_some_and(|method| method.is_repeatable())
}

fn is_long_poll(name: &str) -> bool {
    method(name).is_some_and(|method| method.is_long_poll())
}

#[test]
fn a_class_that_the_verb_does_not_tell_has_a_reason() {
    for method in methods() {
        let name = method.name;
        if expected(verb(name)) != Some(method.is_repeatable()) {
            assert!(method.why.is_some(), "{name}: state why, or see verbs.txt");
        }
    }
}

#[test]
fn a_reason_is_one_plain_phrase_and_says_more_than_the_verb() {
    let mut of_obvious = HashSet::new();
    for method in methods() {
        let (name, Some(why)) = (method.name, method.why) else {
            continue;
        };
        assert_eq!(why, why.trim(), "{name}");
        assert!(
            why.split(' ').count() >= 4 && why.len() <= 100,
            "{name}: {why}"
        );
        assert!(
            !why.ends_with('.') && why.starts_with(char::is_lowercase),
            "{name}: {why}"
        );
        // A reason that fits several methods whose verb tells the class is that of the verb.
        if expected(verb(name)).is_some_and(|class| class == method.is_repeatable()) {
            assert!(of_obvious.insert(why), "{name}: {why}");
        }
    }
    assert!(!of_obvious.is_empty());
}

#[test]
fn a_reason_comes_first_and_once() {
    let parse = |lines: &[&'static str]| {
        let mut unknown = Vec::new();
        let head = "method x -> True once";
        let facts = parse::method(head, lines.iter().copied(), &mut unknown);
        (facts.and_then(|facts| facts.why), unknown)
    };
    let (first, second) = ("  why it pays", "  why it sends");
    assert_eq!(parse(&[first, "  a: True"]), (Some("it pays"), vec![]));
    assert_eq!(parse(&["  a: True", first]), (None, vec![first]));
    assert_eq!(parse(&[first, second]), (Some("it pays"), vec![second]));
}

/// The classes that a retry relies on most.
#[test]
fn what_would_be_done_twice_is_called_once() {
    for name in [
        "sendMessage",
        "sendGift",
        "createChatInviteLink",
        "exportChatInviteLink",
        "replaceManagedBotToken",
        "savePreparedInlineMessage",
        "refundStarPayment",
        "convertGiftToStars",
        "upgradeGift",
        "pinChatMessage",
        "unpinChatMessage",
        "removeMyProfilePhoto",
        "setChatPhoto",
        "setGameScore",
        "answerWebAppQuery",
        "answerGuestQuery",
        "approveSuggestedPost",
        "logOut",
        "close",
    ] {
        assert!(!is_repeatable(name), "{name}");
    }
    for name in [
        "getMe",
        "getFile",
        "editMessageText",
        "deleteMessage",
        "banChatMember",
        "promoteChatMember",
        "leaveChat",
        "setMessageReaction",
        "setWebhook",
        "stopPoll",
        "answerCallbackQuery",
        "answerPreCheckoutQuery",
        "readBusinessMessage",
        "sendChatAction",
        "sendMessageDraft",
        "uploadStickerFile",
    ] {
        assert!(is_repeatable(name), "{name}");
    }
}

#[test]
fn every_verb_is_listed_once_and_in_use() {
    let verbs = verbs();
    let known: Vec<_> = verbs
        .iter()
        .map(|verb| verb.trim_end_matches('?'))
        .collect();
    assert!(
        known.is_sorted_by(|first, second| first < second),
        "{verbs:?}"
    );
    for known in &known {
        assert!(method_names().any(|name| verb(name) == *known), "{known}");
    }
    for (name, is_expected) in [
        ("getMe", Some(true)),
        ("logOut", None),
        ("close", Some(true)),
        ("sendDice", Some(false)),
    ] {
        assert_eq!(expected(verb(name)), is_expected, "{name}");
    }
    assert!(!of_class(CallClass::Once).is_empty());
}

#[test]
fn the_one_long_poll_asks_for_updates() {
    assert_eq!(of_class(CallClass::LongPoll), ["getUpdates"]);
    assert!(is_long_poll("getUpdates") && is_repeatable("getUpdates"));
}

#[test]
fn an_unlisted_method_is_called_once() {
    for name in ["", "frobnicate", "getFoo", "getAndSpendMoney", "setDogName"] {
        assert!(!is_repeatable(name) && !is_long_poll(name), "{name}");
    }
}
