//! The class of every method, compared with a list of verbs that is maintained independently.

use super::*;

static VERBS: &str = include_str!("../../../facts/verbs.txt");

/// Returns the verbs whose methods are repeatable.
fn repeatable_verbs() -> Vec<&'static str> {
    let lines = VERBS.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
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
fn the_class_of_every_method_is_that_of_its_verb() {
    let verbs = repeatable_verbs();
    for method in methods() {
        let name = method.name;
        let expected = verbs.contains(&verb(name));
        assert_eq!(method.is_repeatable(), expected, "{name}: see verbs.txt");
    }
}

#[test]
fn every_verb_is_listed_once_and_in_use() {
    let verbs = repeatable_verbs();
    assert!(
        verbs.is_sorted_by(|first, second| first < second),
        "{verbs:?}"
    );
    for known in &verbs {
        assert!(method_names().any(|name| verb(name) == *known), "{known}");
    }
    for (name, is_expected) in [
        ("getMe", true),
        ("logOut", true),
        ("close", true),
        ("sendDice", false),
    ] {
        assert_eq!(verbs.contains(&verb(name)), is_expected, "{name}");
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
    for name in ["", "frobnicate", "getFoo", "setDogName"] {
        assert!(!is_repeatable(name) && !is_long_poll(name), "{name}");
    }
}
