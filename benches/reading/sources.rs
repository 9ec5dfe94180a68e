//! Responses to `getUpdates` that are generated at run time, the same ones each time, and then
//! stored until the program ends.

use serde_json::Value;
use serde_json::value::RawValue;

use super::UPDATES;
use super::yardstick::Envelope;
use crate::texts;

/// A required field of the administrator in `UPDATES`.
const REQUIRED: &str = r#""can_send_welcome_messages":true,"#;

/// A hundred messages whose texts consist of escapes.
pub(super) fn texts() -> &'static str {
    let updates = texts::texts().into_iter().zip(0..).map(|(text, index)| {
        let (update, message) = (712_000_000 + index, 49_000 + index);
        let text = texts::escaped(&text);
        format!(
            r#"{{"update_id":{update},"message":{{"message_id":{message},"from":{{"id":5123456789,"is_bot":false,"first_name":"\u0410\u043d\u043d\u0430","username":"anna_p","language_code":"ru"}},"chat":{{"id":5123456789,"first_name":"\u0410\u043d\u043d\u0430","username":"anna_p","type":"private"}},"date":1781005000,"text":"{text}"}}}}"#
        )
    });
    answer(updates)
}

/// A hundred copies of the update that reports that the bot has become an administrator.
pub(super) fn complete() -> &'static str {
    let updates: Envelope<Vec<&RawValue>> = serde_json::from_str(UPDATES).expect("an answer");
    let mut updates = updates.result.into_iter().map(RawValue::get);
    let update =
        updates.find(|update| update.contains("my_chat_member") && update.contains(REQUIRED));
    answer(std::iter::repeat_n(update.expect("an administrator"), 100))
}

/// The same without a required field of the administrator.
pub(super) fn incomplete() -> &'static str {
    complete().replace(REQUIRED, "").leak()
}

fn answer(updates: impl Iterator<Item = impl AsRef<str>>) -> &'static str {
    let mut answer = r#"{"ok":true,"result":["#.to_owned();
    for (index, update) in updates.enumerate() {
        if index > 0 {
            answer.push(',');
        }
        answer.push_str(update.as_ref());
    }
    answer.push_str("]}");
    answer.leak()
}

/// Checks that they are JSON of a hundred updates each, with the intended texts.
pub(super) fn check() {
    let [written, complete, incomplete] = [texts(), complete(), incomplete()].map(|answer| {
        let answer: Value = serde_json::from_str(answer).expect("JSON");
        answer["result"].as_array().expect("updates").clone()
    });
    let member = "/my_chat_member/new_chat_member/can_send_welcome_messages";
    assert_eq!([complete.len(), incomplete.len()], [100; 2]);
    assert!(complete.iter().all(|one| one.pointer(member).is_some()));
    assert!(incomplete.iter().all(|one| one.pointer(member).is_none()));
    let written: Vec<_> = written
        .iter()
        .map(|update| update["message"]["text"].as_str())
        .collect();
    let texts = texts::texts();
    assert_eq!(
        written,
        texts.iter().map(|text| Some(&**text)).collect::<Vec<_>>()
    );
}
