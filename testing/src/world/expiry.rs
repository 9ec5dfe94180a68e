//! What ends when its time is over.

use serde_json::{Map, Value};

use super::bot::Bot;
use super::closing::Closing;
use crate::protocol::bot_complaint::BotComplaint;

impl Bot {
    /// Ends what is over by the clock: updates, queries and polls.
    pub(crate) fn pass_time(&mut self) {
        let moment = self.clock.moment();
        if std::mem::replace(&mut self.moment, moment) == moment {
            return;
        }
        let time = self.clock.time();
        for query in self.queries.expire(time) {
            if !self.queue.was_dropped(query.update) {
                self.complaints.push(BotComplaint::Unanswered(query));
            }
        }
        self.queue.expire(time);
        self.close_polls();
    }

    /// Notes when the poll in a message closes, if it does by itself.
    pub(crate) fn time_poll(&mut self, chat: i64, message: &Map<String, Value>, is_own: bool) {
        let Some(poll) = message.get("poll") else {
            return;
        };
        let number = |value: Option<&Value>| value.and_then(Value::as_i64).filter(|it| *it > 0);
        let sent = number(message.get("date")).unwrap_or_default();
        let period = number(poll.get("open_period"));
        let at =
            number(poll.get("close_date")).or(period.map(|period| sent.saturating_add(period)));
        let is_closed = poll.get("is_closed") == Some(&true.into());
        let id = number(message.get("message_id"));
        if let (Some(at), Some(id)) = (at.filter(|at| *at > self.now() && !is_closed), id) {
            self.closings.insert(Closing {
                at,
                chat,
                message: id,
                is_own,
            });
        }
    }

    /// Returns the Unix time at which the next poll closes.
    pub(crate) fn next_closing(&self) -> Option<i64> {
        self.closings.first().map(|closing| closing.at)
    }

    fn close_polls(&mut self) {
        let now = self.now();
        while let Some(closing) = self.closings.first().copied().filter(|it| it.at <= now) {
            self.closings.remove(&closing);
            let chat = self.chats.get_mut(&closing.chat);
            let message = chat.and_then(|chat| chat.messages.get_mut(&closing.message));
            let Some(Value::Object(poll)) = message.and_then(|message| message.get_mut("poll"))
            else {
                continue;
            };
            let before = poll.insert("is_closed".to_owned(), true.into());
            if before != Some(true.into()) && closing.is_own {
                let poll = poll.clone();
                self.tell(Map::from_iter([("poll".to_owned(), poll.into())]));
            }
        }
    }
}
