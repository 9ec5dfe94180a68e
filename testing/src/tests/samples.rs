//! Samples of received types.

use telegrammar::types::{CallbackQuery, Chat, Message, User};

use crate::Sample;

#[test]
fn every_type_has_a_sample() {
    assert!(crate::sample::all().len() > 300);
}

#[test]
fn samples_are_plausible() {
    let message = Message::sample();
    assert!(message.date > 1_700_000_000);
    assert_eq!(Chat::sample().r#type.to_string(), "private");
    assert!(!User::sample().first_name.is_empty());
    assert!(CallbackQuery::sample().data.is_none());
}
