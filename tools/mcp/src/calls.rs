//! Calls of allowed methods: checked before they are sent.

use std::collections::BTreeSet;

use serde_json::Value;
use telegrammar::Bot;
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

    /// Calls a method. `file_members` are the members of its parameters that can be files.
    ///
    /// # Errors
    ///
    /// The method is not allowed, a parameter violates a rule, a file may not be uploaded, or the
    /// call failed. In all cases but the last, nothing was sent.
    pub(crate) async fn call(
        &self,
        method: &str,
        parameters: &Value,
        file_members: &BTreeSet<String>,
    ) -> Result<Value, String> {
        let is_file = |member: &str| file_members.contains(member);
        self.check_names(method, parameters)?;
        let files = files::attached(parameters, self.folder.as_ref(), &is_file)?;
        let call = self
            .methods
            .call_with_files(&self.bot, method, parameters, files);
        let call = call.map_err(|error| error.to_string())?;
        call.await.map_err(|error| error.to_string())
    }

    /// Checks that there are such a method and such parameters. The server would ignore others, and
    /// the caller would not notice.
    fn check_names(&self, method: &str, parameters: &Value) -> Result<(), String> {
        let mut entries = self.methods.named(method).peekable();
        if entries.peek().is_none() {
            return Err(not_allowed(method));
        }
        let Some(members) = parameters.as_object() else {
            return Err(format!(
                "`{method}` was not sent: its parameters must be an object"
            ));
        };
        let known: BTreeSet<_> = entries
            .flat_map(|entry| entry.info().params())
            .map(|parameter| parameter.name)
            .collect();
        match members.keys().find(|name| !known.contains(name.as_str())) {
            Some(name) => Err(format!(
                "`{method}` was not sent: it has no parameter `{name}`"
            )),
            None => Ok(()),
        }
    }
}
