//! Complaints of strict mode that are about a bot, not about one of its requests.

use std::fmt;

/// A callback query that the bot has not answered.
#[derive(Clone, Debug)]
pub(crate) struct Unanswered {
    pub(crate) id: String,
    /// The id of the user.
    pub(crate) by: i64,
    /// The id of the update.
    pub(crate) update: i64,
}

/// A mistake of a bot, or of the test.
#[derive(Clone, Debug)]
pub(crate) enum BotComplaint {
    /// A callback query was not answered.
    Unanswered(Unanswered),
    /// An update was not queued, because the bot does not ask for its kind.
    NotAllowed {
        kind: String,
        /// Whether bots get this kind only if they ask for it.
        is_on_request: bool,
        /// Whether the bot has asked for updates at all.
        has_begun: bool,
    },
}

impl fmt::Display for BotComplaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unanswered(Unanswered { id, by, .. }) => write!(
                f,
                "answerCallbackQuery: the callback query {id} of the user {by} was not answered, so the button shows a progress bar; answer each callback query"
            ),
            Self::NotAllowed {
                kind,
                is_on_request,
                has_begun,
            } => {
                let reason = if *is_on_request {
                    "a bot gets this kind only if its `allowed_updates` name it"
                } else {
                    "the bot's `allowed_updates` leave this kind out"
                };
                let yet = if *has_begun {
                    ""
                } else {
                    ", before the update is made"
                };
                write!(
                    f,
                    "{kind}: an update was dropped, because {reason}; set `allowed_updates` of `getUpdates` or `setWebhook` to a list with \"{kind}\"{yet}"
                )
            }
        }
    }
}
