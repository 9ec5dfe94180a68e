//! The fake server for calls with files. It parses forms in the dialect of the real server, with an
//! independent parser for the parts.

use std::collections::VecDeque;

use serde_json::json;
use telegrammar::{Bot, Server};
use telegrammar_testing::{FakeBotApi, ReceivedFile, ReceivedRequest, Reply};

use crate::TOKEN;

pub(crate) struct Receiver {
    pub(crate) address: Server,
    fake: FakeBotApi,
    unseen: VecDeque<ReceivedRequest>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let fake = FakeBotApi::with_token(TOKEN).await.expect("a port");
        for method in ["sendDocuments", "sendMood", "sendBook", "sendShelf"] {
            fake.reply(method, Reply::result(true.into()).always());
        }
        fake.reply("sendMediaGroup", Reply::result(json!([])).always());
        Self {
            address: Server::new(fake.url()).expect("a server"),
            fake,
            unseen: VecDeque::new(),
        }
    }

    pub(crate) fn bot(&self) -> Bot {
        let builder = Bot::builder(TOKEN).server(self.address.clone());
        builder.build().expect("a bot")
    }

    /// Returns the next request, about which the server must not complain.
    pub(crate) fn next(&mut self) -> ReceivedRequest {
        self.unseen.extend(self.fake.take_requests());
        assert_eq!(self.fake.complaints(), [""; 0]);
        self.unseen.pop_front().expect("a request")
    }

    pub(crate) fn is_unseen(&mut self) -> bool {
        self.unseen.extend(self.fake.take_requests());
        self.unseen.is_empty()
    }
}

/// Returns the text parameters, sorted by name.
pub(crate) fn texts(request: &ReceivedRequest) -> Vec<(&str, &str)> {
    let texts = request.parameters().iter();
    let mut texts: Vec<_> = texts.map(|(name, text)| (&**name, &**text)).collect();
    texts.sort_unstable();
    texts
}

/// Returns the files with the names of their parts, sorted by name.
pub(crate) fn files(request: &ReceivedRequest) -> Vec<(&str, &ReceivedFile)> {
    let files = request.files().iter();
    let mut files: Vec<_> = files.map(|file| (file.part(), file)).collect();
    files.sort_unstable_by_key(|(part, _)| *part);
    files
}

/// Returns the content of a parameter's file.
pub(crate) fn content<'a>(request: &'a ReceivedRequest, parameter: &str) -> &'a [u8] {
    request.file(parameter).expect(parameter).content()
}
