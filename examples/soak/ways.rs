//! The way of each attempt to the server: to where it answers, refuses connections or closes them.

use std::error::Error;
use std::time::Duration;

use telegrammar::error::TransportError;
use telegrammar::transport::{Request, Reqwest, Response, Transport};
use telegrammar::{Server, Token};
use tower::Service as _;

use crate::fault::Fault;
use crate::plan::{Key, Plan};
use crate::record::Record;
use crate::server::Addresses;

/// The time for each response, and for progress. A bot does not permit a time as short as this, but
/// this server answers at once or never.
pub(crate) const ANSWER: Duration = Duration::from_secs(1);

#[derive(Clone)]
pub(crate) struct Ways {
    plan: Plan,
    record: Record,
    closed: Reqwest,
    closing: Reqwest,
}

impl Ways {
    pub(crate) fn new(
        plan: Plan,
        record: Record,
        addresses: Addresses,
        token: &Token,
    ) -> Result<Self, Box<dyn Error>> {
        let way = |address| -> Result<Reqwest, Box<dyn Error>> {
            let server = Server::new(&format!("http://{address}"))?;
            Ok(Reqwest::new(server, token.clone())?)
        };
        Ok(Self {
            plan,
            record,
            closed: way(addresses.closed)?,
            closing: way(addresses.closing)?,
        })
    }

    /// Sends an attempt, and tells the server which one it is.
    pub(crate) async fn send(
        mut self,
        mut open: Transport,
        request: Request,
    ) -> Result<Response, TransportError> {
        let chat = request.chat().and_then(|chat| chat.parse().ok());
        let Some(key) = chat.and_then(Key::of_chat) else {
            return open.call(request).await;
        };
        let key = Key {
            attempt: request.attempt().into(),
            ..key
        };
        let request = request
            .with_chat(key.chat())
            .with_answer_timeout(Some(ANSWER))
            .with_idle_timeout(Some(ANSWER));
        self.record.started(key);
        match self.plan.fault(key) {
            Some(Fault::Refuse) => self.closed.call(request).await,
            Some(Fault::Reset) => self.closing.call(request).await,
            _ => open.call(request).await,
        }
    }
}
