//! Messages that users send through the bot from a Mini App.

use serde_json::{Map, Value};

use super::call::{Call, Outcome};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::updates::{Actor, compose};
use crate::world::Bot;

pub(super) fn answer(bot: &mut Bot, call: &Call<'_>) -> Option<Outcome> {
    let is_it = call.name == "answerWebAppQuery";
    is_it.then(|| sent(bot, call).map(Value::from))
}

/// Sends the result in the name of the user who has opened the app, to the chat with the bot.
fn sent(bot: &mut Bot, call: &Call<'_>) -> Result<Map<String, Value>, Answer> {
    let id = call.arguments.text("web_app_query_id").unwrap_or_default();
    let user = bot.mini_apps.remove(id);
    let user = user.ok_or_else(|| Refusal::QueryTooOld.answer())?;
    let result = call.arguments.get("result");
    let markup = result.and_then(|result| result.get("reply_markup"));
    let text = result.and_then(|result| result.get("input_message_content")?.get("message_text"));
    // What is no text is not sent.
    if let Some(text) = text.filter(|text| text.is_string()) {
        let mut content = Map::from_iter([("text".to_owned(), text.clone())]);
        content.insert("via_bot".to_owned(), bot.user());
        if let Some(markup) = markup {
            content.insert("reply_markup".to_owned(), markup.clone());
        }
        let actor = Actor {
            user,
            chat: user,
            thread: None,
        };
        if let Ok((_, update)) = compose(bot, actor, &content) {
            bot.tell(update);
        }
    }
    let mut sent = Map::new();
    if markup.is_some() {
        let id = format!("FakeInlineMessage{}", bot.number());
        sent.insert("inline_message_id".to_owned(), id.into());
    }
    Ok(sent)
}
