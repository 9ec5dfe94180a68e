//! `len` counts characters, `bytes` counts bytes, and marked-up text is not counted.

use std::borrow::Cow;

use serde::Serialize;
use telegrammar::telegram_method;

#[telegram_method("texts", unlisted, returns = bool)]
struct Texts<'a> {
    #[telegram(len = 2..=4)]
    characters: &'a str,
    #[telegram(bytes = 2..=4)]
    bytes: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct ParseMode(&'static str);
telegrammar::param!(ParseMode: Text = |mode| mode.0);

#[telegram_method("sendMessage")]
struct SendMessage {
    chat_id: i64,
    text: String,
    parse_mode: Option<ParseMode>,
}

/// Without the parameter that would indicate markup.
#[telegram_method("sendMessage")]
struct SendPlain {
    chat_id: i64,
    text: String,
}

#[telegram_method("sendPoll")]
struct SendPoll {
    chat_id: i64,
    question: String,
    question_parse_mode: Option<ParseMode>,
    options: Vec<PollOption>,
    explanation: Option<String>,
    explanation_parse_mode: Option<ParseMode>,
}

#[derive(Clone, Serialize)]
struct PollOption {
    text: &'static str,
}
telegrammar::param!(PollOption);

#[telegram_method("answerCallbackQuery", returns = bool)]
struct AnswerCallbackQuery {
    callback_query_id: String,
    text: Option<String>,
}

/// One character each, of one to four bytes.
const LETTERS: [char; 4] = ['a', 'ä', '€', '😀'];

#[test]
fn characters_are_unicode_scalar_values() {
    for letter in LETTERS {
        for count in 0..=6 {
            let text: String = std::iter::repeat_n(letter, count).collect();
            let found = Texts::new(text.as_str()).validate().is_ok();
            assert_eq!(found, (2..=4).contains(&count), "{text}");
        }
    }
    // A family of three is five characters, a letter with its accent two.
    assert!(Texts::new("👨\u{200d}👩\u{200d}👧").validate().is_err());
    assert!(Texts::new("e\u{301}").validate().is_ok());
}

#[test]
fn bytes_are_those_of_utf8() {
    for letter in LETTERS {
        for count in 0..=6 {
            let text: String = std::iter::repeat_n(letter, count).collect();
            let length = text.len();
            let found = Texts::new("ab").bytes(text).validate().is_ok();
            assert_eq!(found, (2..=4).contains(&length), "{length}");
        }
    }
}

#[test]
fn a_text_without_a_parse_mode_is_counted() {
    let plain = |count| SendMessage::new(1, "ä".repeat(count));
    assert!(plain(0).validate().is_err());
    assert!(plain(1).validate().is_ok());
    assert!(plain(4096).validate().is_ok());
    let error = plain(4097).validate().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`sendMessage` was not sent: `text` must have 1..=4096 characters \
         without the space around it, but has 4097"
    );
    assert!(SendPlain::new(1, "a".repeat(4097)).validate().is_err());
}

#[test]
fn a_text_with_a_parse_mode_is_not_counted() {
    let marked = |count| SendMessage::new(1, "a".repeat(count)).parse_mode(ParseMode("HTML"));
    for count in [0, 1, 4096, 4097, 10_000] {
        assert_eq!(marked(count).validate(), Ok(()), "{count}");
    }
}

#[test]
fn space_around_a_text_does_not_count() {
    assert!(SendPlain::new(1, " \n\t ").validate().is_err());
    let wide = format!("  {}\n", "a".repeat(4096));
    assert_eq!(SendPlain::new(1, wide).validate(), Ok(()));
}

#[test]
fn each_parse_mode_applies_to_its_own_text() {
    let options = || vec![PollOption { text: "a" }; 2];
    let long = "a".repeat(1000);
    // The page limits the question as sent, whatever its parse mode.
    let poll = SendPoll::new(1, long.clone(), options());
    assert!(
        poll.question_parse_mode(ParseMode("HTML"))
            .validate()
            .is_err()
    );
    let explained = || SendPoll::new(1, "a", options()).explanation(long.clone());
    assert!(explained().validate().is_err());
    assert!(
        explained()
            .question_parse_mode(ParseMode("HTML"))
            .validate()
            .is_err()
    );
    assert_eq!(
        explained()
            .explanation_parse_mode(ParseMode("HTML"))
            .validate(),
        Ok(())
    );
}

#[test]
fn a_length_that_the_facts_know_needs_no_attribute() {
    let answer = |count| {
        let method = AnswerCallbackQuery::new("1").text("ä".repeat(count));
        method.validate().map_err(|error| error.to_string())
    };
    assert_eq!(answer(0), Ok(()));
    assert_eq!(answer(200), Ok(()));
    assert_eq!(
        answer(201).unwrap_err(),
        "`answerCallbackQuery` was not sent: `text` must have 0..=200 characters, but has 201"
    );
}

#[test]
fn a_value_that_is_not_sent_by_itself_is_invalid() {
    let command = telegrammar::types::BotCommand::new("start", "");
    let error = command.validate().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`BotCommand` is invalid: `description` must have 1..=256 characters, but has 0"
    );
    assert_eq!(error.method(), "BotCommand");
}
