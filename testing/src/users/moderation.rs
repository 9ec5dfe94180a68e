//! Users who are administrators, and what they do to members.

use serde_json::json;

use super::action::Action;
use super::user::User;

/// In a chat without an owner, everybody counts as an administrator.
impl<'f> User<'f> {
    /// Bans somebody from the group or channel. A bot that is an administrator gets a `chat_member` update
    /// if it asks for them. In a group, every bot gets a message with `left_chat_member`.
    ///
    /// # Panics
    ///
    /// Panics in a private chat, if the bot is not in the chat, if this user is no administrator with
    /// `can_restrict_members`, and if the member is the owner.
    #[track_caller]
    pub fn bans(&self, member: User<'_>) -> Action<'f> {
        self.acts("ban", json!({"member": member.id()}));
        Action::new(self.fake, ())
    }

    /// Permits somebody who is banned to join again. A bot that is an administrator gets a `chat_member`
    /// update if it asks for them.
    ///
    /// # Panics
    ///
    /// Panics as [`bans`](Self::bans) does, and if the member is not banned.
    #[track_caller]
    pub fn unbans(&self, member: User<'_>) -> Action<'f> {
        self.acts("unban", json!({"member": member.id()}));
        Action::new(self.fake, ())
    }

    /// Leaves a member of the supergroup these permissions and no others, such as `can_send_messages`. A bot
    /// that is an administrator gets a `chat_member` update if it asks for them.
    ///
    /// # Panics
    ///
    /// Panics as [`bans`](Self::bans) does, if the chat is no supergroup, and if there is no such
    /// permission.
    #[track_caller]
    pub fn restricts(&self, member: User<'_>, permissions: &[&str]) -> Action<'f> {
        let body = json!({"member": member.id(), "permissions": permissions});
        self.acts("restrict", body);
        Action::new(self.fake, ())
    }

    /// Gives a member these rights of an administrator and no others, such as `can_pin_messages`. Without
    /// any, it is a mere member. A bot that is an administrator gets a `chat_member` update if it asks for
    /// them.
    ///
    /// # Panics
    ///
    /// Panics in a private chat, if the bot is not in the chat, if this user is no administrator with
    /// `can_promote_members`, if the member is the owner, and if there is no such right.
    #[track_caller]
    pub fn promotes(&self, member: User<'_>, rights: &[&str]) -> Action<'f> {
        self.acts("promote", json!({"member": member.id(), "rights": rights}));
        Action::new(self.fake, ())
    }
}
