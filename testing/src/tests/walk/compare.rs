//! What the events have told, and what there is.

use serde_json::Value;

use super::Walk;
use super::wire::Content;

impl Walk {
    /// Compares what the events have told with what there is.
    pub(super) async fn compare(&mut self) {
        for bot in 0..self.bots.len() {
            let name = self.bots[bot].name;
            let content = Content {
                query: format!("?bot={name}"),
                ..Content::get()
            };
            let (_, body) = self.wire.send("/control/state", &content).await;
            let state: Value = serde_json::from_str(&body).expect("JSON");
            let chats = state["result"]["bots"][0]["chats"].as_array().cloned();
            let known = &self.bots[bot].known;
            // A bot of the test environment is shown once it does something.
            if known.chats().is_empty() {
                continue;
            }
            for chat in chats.unwrap_or_default() {
                let id = chat["chat"]["id"].as_i64().unwrap_or_default();
                let there: Vec<&Value> =
                    chat["messages"].as_array().into_iter().flatten().collect();
                let told: Vec<Value> = known.chat(id).messages.values().map(shown).collect();
                if there.len() != told.len()
                    || there.iter().zip(&told).any(|(one, other)| *one != other)
                {
                    self.fail(&format!(
                        "the chat {id} of {name} is not what was told: {told:?} {there:?}"
                    ));
                }
            }
        }
        // Users of the first bot.
        for chat in self.bots[0].known.chats() {
            let seen = self.fake.first_user().in_chat(chat).sees();
            let messages = self.bots[0].known.chat(chat).messages.len();
            if seen.lines().count() < messages {
                self.fail(&format!("{messages} messages are not in {seen}"));
            }
            let _ = self.fake.first_user().in_chat(chat).last_message();
        }
    }
}

/// Returns a message of the events as it is in the state.
fn shown(item: &Value) -> Value {
    let mut message = item["message"].clone();
    message["reactions"] = item["reactions"].clone();
    message["votes"] = item["votes"].clone();
    message
}
