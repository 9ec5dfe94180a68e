//! A bot and the fake server, whose results conform to the facts.

use telegrammar::{Bot, Server};
use telegrammar_testing::{FakeBotApi, ReceivedRequest, Reply};

use super::list::{Members, Sending};
use crate::facts::{Entry, Facts, read};
use crate::sample::Samples;

/// A bot, its server, and the facts.
pub(crate) struct Conversation {
    pub(crate) facts: Facts,
    fake: FakeBotApi,
    bot: Bot,
}

impl Conversation {
    pub(crate) async fn start() -> Self {
        let fake = FakeBotApi::start().await.expect("a port");
        let server = Server::new(fake.url()).expect("a server");
        let bot = Bot::builder(fake.token())
            .server(server)
            // Samples satisfy the rules of each parameter, not the constraints between several.
            .validation(false)
            .build()
            .expect("a bot");
        Self {
            facts: read(),
            fake,
            bot,
        }
    }

    /// Sends a call whose result must be decoded, and returns what the server received.
    pub(crate) async fn received(
        &self,
        entry: &Entry,
        given: &Members,
        depth: usize,
        send: impl Fn(&Bot, &Members) -> Sending,
    ) -> ReceivedRequest {
        let result = Samples(&self.facts).expression(result_type(entry, given), depth);
        self.fake.reply(entry.name, Reply::result(result));
        let outcome = send(&self.bot, given).await;
        outcome.unwrap_or_else(|error| panic!("{}: {error}", entry.name));
        let mut requests = self.fake.take_requests();
        assert_eq!(requests.len(), 1, "{}", entry.name);
        assert_eq!(self.fake.complaints(), [""; 0]);
        requests.remove(0)
    }
}

/// Returns the result type. Of two, the second applies if a certain parameter is set.
fn result_type(entry: &Entry, given: &Members) -> &'static str {
    let ["->", types, rest @ ..] = &entry.head[..] else {
        panic!("{} has no result", entry.name)
    };
    match (types.split_once('|'), rest) {
        (Some((_, second)), ["by", name, ..]) if given.contains_key(*name) => second,
        (Some((first, _)), _) => first,
        (None, _) => types,
    }
}
