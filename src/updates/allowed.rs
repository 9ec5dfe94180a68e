//! Which kinds of updates a bot receives.

use telegrammar_core::__private::{Decode as _, Word as _};

use crate::types::UpdateType;

/// The kinds of updates that the server sends. It remembers the last choice.
///
/// [Bot API](https://core.telegram.org/bots/api#getupdates)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum AllowedUpdates {
    /// The last choice.
    #[default]
    Unchanged,
    /// The server's own choice: all but `chat_member`, `message_reaction` and
    /// `message_reaction_count`.
    ServerDefault,
    /// All that this release knows.
    All,
    /// These. The server takes an empty list, or one of names that it does not know, as
    /// [`ServerDefault`](Self::ServerDefault): it always sends some kinds.
    Only(Vec<UpdateType>),
}

impl AllowedUpdates {
    /// Returns the parameter.
    pub(super) fn types(&self) -> Option<Vec<UpdateType>> {
        match self {
            Self::Unchanged => None,
            Self::ServerDefault => Some(Vec::new()),
            Self::All => Some(all()),
            Self::Only(types) => Some(types.clone()),
        }
    }
}

impl<I: IntoIterator<Item = UpdateType>> From<I> for AllowedUpdates {
    fn from(types: I) -> Self {
        Self::Only(types.into_iter().collect())
    }
}

fn all() -> Vec<UpdateType> {
    let words = UpdateType::empty().words();
    let of_word = |word: &&str| {
        let mut of_word = UpdateType::empty();
        of_word.set(word).then_some(of_word)
    };
    words.iter().filter_map(of_word).collect()
}
