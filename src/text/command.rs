//! Commands in messages.

use crate::types::MessageEntityType as Type;
use crate::types::{Message, MessageEntity};

/// A command at the start of a message, such as `/start payload` or `/help@my_bot`.
///
/// ```
/// use telegrammar::text::Command;
/// use telegrammar::types::Message;
///
/// let json = br#"{"message_id":1,"date":1,"chat":{"id":1,"type":"private","first_name":"Ann"},
///     "text":"/Add@my_bot 2 3","entities":[{"type":"bot_command","offset":0,"length":11}]}"#;
/// let message: Message = telegrammar::from_json(json)?;
/// let command = Command::parse(&message, "My_Bot").expect("a command for this bot");
/// assert!(command.is("add"));
/// assert_eq!(command.arguments().collect::<Vec<_>>(), ["2", "3"]);
/// assert_eq!(Command::parse(&message, "other_bot"), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Command<'a> {
    name: &'a str,
    mention: Option<&'a str>,
    text: &'a str,
}

impl<'a> Command<'a> {
    /// Returns the command at the start of the text or caption of a message, if it has one that
    /// addresses the bot with this username, with or without `@`.
    ///
    /// The entities of the message say whether there is a command. One that mentions another bot is
    /// none of this bot; names of bots have no case.
    #[must_use]
    pub fn parse(message: &'a Message, username: &str) -> Option<Self> {
        let text = message.text_or_caption()?;
        let is_first =
            |entity: &&MessageEntity| entity.offset == 0 && entity.r#type == Type::BotCommand;
        let entity = message.text_or_caption_entities().iter().find(is_first)?;
        let whole = entity.text(text)?;
        let rest = text.get(whole.len()..)?;
        let whole = whole.strip_prefix('/')?;
        let (name, mention) = match whole.split_once('@') {
            Some((name, mention)) => (name, Some(mention)),
            None => (whole, None),
        };
        let username = username.strip_prefix('@').unwrap_or(username);
        let is_own = mention.is_none_or(|mention| mention.eq_ignore_ascii_case(username));
        (is_own && !name.is_empty()).then(|| Self {
            name,
            mention,
            text: rest.trim(),
        })
    }

    /// Returns the name without the slash, as it was written.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        self.name
    }

    /// Returns whether this is the command with a name, in any case.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Returns the username after the `@`, if there is one.
    #[must_use]
    pub const fn mention(&self) -> Option<&'a str> {
        self.mention
    }

    /// Returns what follows the command, without white space around it. Of a deep link, it is the
    /// payload; see [`DeepLink`](super::DeepLink).
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// Returns the words that follow the command.
    pub fn arguments(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.text.split_whitespace()
    }
}
