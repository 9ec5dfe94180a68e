//! How users join by invite links, and ask to join.

use serde_json::Value;

use super::bot::Bot;
use super::chat::Chat;
use super::invites::Invite;

/// For how long a bot can write to whoever asks to join, in seconds.
const REACHABLE: i64 = 5 * 60;

impl Chat {
    /// Returns an invite link as a `ChatInviteLink`, with the number of pending requests.
    pub(crate) fn invite(&self, link: &str) -> Option<Value> {
        let mut known = self.invites.get(link)?.link.clone();
        let pending = self.requests.values();
        let pending = pending.filter(|by| by.as_deref() == Some(link)).count();
        if pending > 0 {
            known.insert("pending_join_request_count".to_owned(), pending.into());
        }
        Some(known.into())
    }

    /// Returns the primary link that is not revoked.
    pub(crate) fn primary(&self) -> Option<&str> {
        let is_primary = |it: &&Invite| it.is("is_primary") && !it.is("is_revoked");
        let primary = self.invites.values().find(is_primary)?;
        primary.link.get("invite_link").and_then(Value::as_str)
    }
}

impl Bot {
    /// Returns the chat that a link leads to, and whether to ask there.
    ///
    /// # Errors
    ///
    /// Why nobody can join by the link.
    pub(crate) fn follow(&self, link: &str) -> Result<(i64, bool), String> {
        let mut chats = self.chats.iter();
        let found = chats.find_map(|(id, chat)| Some((*id, chat.invites.get(link)?)));
        let (chat, invite) = found.ok_or_else(|| format!("there is no invite link {link}"))?;
        if invite.is("is_revoked") {
            return Err(format!("the invite link {link} is revoked"));
        }
        if invite
            .number("expire_date")
            .is_some_and(|end| end <= self.now())
        {
            return Err(format!("the invite link {link} has expired"));
        }
        if invite
            .number("member_limit")
            .is_some_and(|most| invite.joined >= most)
        {
            return Err(format!(
                "the invite link {link} has reached its `member_limit`"
            ));
        }
        Ok((chat, invite.is("creates_join_request")))
    }

    /// Stores that a user asks to join. The bot can write to the user for a while.
    pub(crate) fn request_join(&mut self, chat: i64, user: i64, link: Option<&str>) {
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.requests.insert(user, link.map(str::to_owned));
        }
        let until = self.now() + REACHABLE;
        if let Some(private) = self.chats.get_mut(&user) {
            private.reachable_until = until;
        }
    }
}
