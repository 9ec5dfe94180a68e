//! The state of the server: its token, the queued replies, and the requests.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::answers::builtin::Bot;
use crate::server::complaint::Complaint;
use crate::scripts::Reply;
use crate::records::ReceivedRequest;

/// State shared by the handle and all connections.
pub(crate) struct State {
    token: String,
    bot: Bot,
    record: Mutex<Record>,
}

struct Record {
    strict: bool,
    /// By the method's name in lower case.
    scripts: HashMap<String, Script>,
    requests: Vec<ReceivedRequest>,
    complaints: Vec<String>,
}

/// The replies for one method.
#[derive(Default)]
struct Script {
    once: VecDeque<Reply>,
    always: Option<Reply>,
}

impl State {
    pub(crate) fn new(token: String, bot_id: i64) -> Self {
        Self {
            token,
            bot: Bot::new(bot_id),
            record: Mutex::new(Record {
                strict: true,
                scripts: HashMap::new(),
                requests: Vec::new(),
                complaints: Vec::new(),
            }),
        }
    }

    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    pub(crate) fn bot_id(&self) -> i64 {
        self.bot.id()
    }

    pub(crate) fn bot(&self) -> &Bot {
        &self.bot
    }

    pub(crate) fn queue(&self, method: &str, reply: Reply) {
        let mut record = self.record();
        let script = record
            .scripts
            .entry(method.to_ascii_lowercase())
            .or_default();
        if reply.always {
            script.always = Some(reply);
        } else {
            script.once.push_back(reply);
        }
    }

    /// Returns the reply for a call of `method`, if the test has queued one.
    pub(crate) fn due(&self, method: &str) -> Option<Reply> {
        let mut record = self.record();
        let script = record.scripts.get_mut(&method.to_ascii_lowercase())?;
        script.once.pop_front().or_else(|| script.always.clone())
    }

    pub(crate) fn receive(&self, request: &ReceivedRequest, complaints: &[Complaint]) {
        let mut record = self.record();
        if record.strict {
            let sentences = complaints.iter().map(|complaint| complaint.about(request));
            record.complaints.extend(sentences);
        }
        record.requests.push(request.clone());
    }

    pub(crate) fn requests(&self) -> Vec<ReceivedRequest> {
        self.record().requests.clone()
    }

    pub(crate) fn take_requests(&self) -> Vec<ReceivedRequest> {
        std::mem::take(&mut self.record().requests)
    }

    pub(crate) fn set_strict(&self, strict: bool) {
        self.record().strict = strict;
    }

    pub(crate) fn complaints(&self) -> Vec<String> {
        self.record().complaints.clone()
    }

    /// No panic can leave the record inconsistent, so a poisoned lock is ignored.
    fn record(&self) -> MutexGuard<'_, Record> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
