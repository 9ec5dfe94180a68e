//! What bots show below the input field: keyboards, and requests for a reply.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The newest markup of the input field, by who sees it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keyboards {
    /// What everybody sees who has no other one.
    common: Option<Keyboard>,
    /// What users see who have another one, or none.
    own: BTreeMap<i64, Option<Keyboard>>,
}

/// A keyboard, or a request for a reply.
#[derive(Clone, Debug)]
pub(crate) struct Keyboard {
    /// The message that it came with.
    pub(crate) message: i64,
    /// A `ReplyKeyboardMarkup` or `ForceReply`.
    markup: Map<String, Value>,
    /// Whether it was for one use, which was made. Users can still open it.
    pub(crate) is_hidden: bool,
}

impl Keyboard {
    /// Returns the rows of buttons, which may be plain texts.
    pub(crate) fn rows(&self) -> Option<&Value> {
        self.markup.get("keyboard")
    }

    /// Returns the markup, with the id of its message, and whether it is hidden.
    pub(crate) fn json(&self) -> Value {
        let mut members = self.markup.clone();
        members.insert("message_id".to_owned(), self.message.into());
        members.insert("is_hidden".to_owned(), self.is_hidden.into());
        members.into()
    }
}

impl Keyboards {
    /// Shows or removes what a markup says, for some users or for everybody. An inline keyboard and an
    /// empty markup change nothing.
    pub(crate) fn show(&mut self, markup: &Value, message: i64, users: Option<Vec<i64>>) {
        let Some(keyboard) = keyboard(markup, message) else {
            return;
        };
        if let Some(users) = users {
            let own = users.into_iter().map(|user| (user, keyboard.clone()));
            self.own.extend(own);
        } else {
            self.common = keyboard;
            self.own.clear();
        }
    }

    /// Returns what a user sees.
    pub(crate) fn of(&self, user: i64) -> Option<&Keyboard> {
        let own = self.own.get(&user);
        own.map_or(self.common.as_ref(), Option::as_ref)
    }

    /// Returns those who do not see the same as everybody else.
    pub(crate) fn users(&self) -> impl Iterator<Item = i64> {
        self.own.keys().copied()
    }

    /// Returns what everybody else sees.
    pub(crate) fn common(&self) -> Option<&Keyboard> {
        self.common.as_ref()
    }

    /// Hides the keyboard whose button a user has pressed, if it is for one use.
    pub(crate) fn press(&mut self, user: i64) {
        let is_once = |it: &&Keyboard| it.markup.get("one_time_keyboard") == Some(&true.into());
        if let Some(keyboard) = self.of(user).filter(is_once) {
            let mut keyboard = keyboard.clone();
            keyboard.is_hidden = true;
            self.own.insert(user, Some(keyboard));
        }
    }

    /// Removes the request for a reply to a message, to which a user has replied.
    pub(crate) fn reply(&mut self, user: i64, message: i64) {
        let is_request = |it: &&Keyboard| it.message == message && it.rows().is_none();
        if self.of(user).is_some_and(|it| is_request(&it)) {
            self.own.insert(user, None);
        }
    }
}

/// Returns what a markup shows: the outer `None` is no change, the inner one nothing.
#[expect(clippy::option_option, reason = "no change differs from nothing")]
fn keyboard(markup: &Value, message: i64) -> Option<Option<Keyboard>> {
    let is = |name: &str| markup.get(name) == Some(&true.into());
    let has_rows = |name: &str| {
        let rows = markup.get(name).and_then(Value::as_array);
        let mut rows = rows.into_iter().flatten().filter_map(Value::as_array);
        rows.any(|row| !row.is_empty())
    };
    let mut members = markup.as_object()?.clone();
    // The server uses the first of several kinds.
    if !has_rows("keyboard") {
        members.remove("keyboard");
        if has_rows("inline_keyboard") {
            return None;
        }
        if is("remove_keyboard") {
            return Some(None);
        }
        if !is("force_reply") {
            return None;
        }
    }
    Some(Some(Keyboard {
        message,
        markup: members,
        is_hidden: false,
    }))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Keyboards;

    #[test]
    fn the_first_of_several_kinds_counts() {
        let mut keyboards = Keyboards::default();
        let keyboard = json!({"keyboard": [["Tea"]], "remove_keyboard": true, "force_reply": true});
        keyboards.show(&keyboard, 1, None);
        assert_eq!(keyboards.of(42).map(|it| it.message), Some(1));
        for nothing in [
            json!({}),
            json!({"keyboard": [], "inline_keyboard": [[{"text": "a", "url": "b"}]]}),
            json!({"remove_keyboard": false, "force_reply": false}),
            json!({"keyboard": [[]]}),
        ] {
            keyboards.show(&nothing, 2, None);
            assert_eq!(keyboards.of(42).map(|it| it.message), Some(1), "{nothing}");
        }
        keyboards.show(
            &json!({"remove_keyboard": true, "force_reply": true}),
            3,
            None,
        );
        assert!(keyboards.of(42).is_none());
    }
}
