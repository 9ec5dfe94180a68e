//! Calls of allowed methods: checked before they are sent.

use std::error::Error as _;

use serde_json::Value;
use telegrammar::Bot;
use telegrammar::error::Delivery;
use telegrammar::openapi::Methods;

use crate::catalogue::not_allowed;
use crate::files::{self, Folder};

/// The bot, and what it may be used for.
pub(crate) struct Calls {
    bot: Bot,
    methods: Methods,
    folder: Option<Folder>,
}

impl Calls {
    /// Allows these methods, and uploads from this folder.
    pub(crate) fn new(bot: Bot, methods: Methods, folder: Option<Folder>) -> Self {
        Self {
            bot,
            methods,
            folder,
        }
    }

    /// Whether files may be uploaded.
    pub(crate) fn can_upload(&self) -> bool {
        self.folder.is_some()
    }

    /// Calls a method.
    ///
    /// # Errors
    ///
    /// The method is not allowed, a parameter violates a rule, a file may not be uploaded, or the
    /// call failed. In all cases but the last, nothing was sent.
    pub(crate) async fn call(&self, method: &str, parameters: &Value) -> Result<Value, String> {
        if self.methods.named(method).next().is_none() {
            return Err(not_allowed(method, &self.methods));
        }
        let texts = self.methods.files(method, parameters);
        let folder = self.folder.clone();
        // A file of a network may take its time, and other calls go on.
        let files = tokio::task::spawn_blocking(move || files::attached(&texts, folder.as_ref()));
        let files = files.await.map_err(|error| error.to_string())?;
        let files = files.map_err(|problem| format!("`{method}` was not sent: {problem}"))?;
        let call = self
            .methods
            .call_with_files(&self.bot, method, parameters, files);
        let call = call.map_err(|error| error.to_string())?;
        call.await.map_err(|error| explained(&error))
    }
}

/// The text of an error with those of its causes, and what to do next, as far as these say something
/// new.
fn explained(error: &telegrammar::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        let more = cause.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        next = cause.source();
    }
    if let Some(chat) = error.migrate_to_chat_id() {
        text = format!("{text}; the chat is now {chat}");
    }
    let wait = error.retry_after().map(|wait| wait.as_secs());
    if let Some(seconds) = wait.filter(|seconds| !text.contains(&format!("after {seconds}"))) {
        text = format!("{text}; retry after {seconds} seconds");
    }
    if error.delivery() == Delivery::Unknown {
        text.push_str("; the server may have performed the call, so check before you repeat it");
    }
    text
}
