//! Who a member is, whatever their status.

use super::{ChatMember, User};

impl ChatMember {
    /// Returns the user who has this membership. `None` for a status that this version of
    /// telegrammar does not know.
    #[must_use]
    pub fn user(&self) -> Option<&User> {
        match self {
            Self::Owner(member) => Some(&member.user),
            Self::Administrator(member) => Some(&member.user),
            Self::Member(member) => Some(&member.user),
            Self::Restricted(member) => Some(&member.user),
            Self::Left(member) => Some(&member.user),
            Self::Banned(member) => Some(&member.user),
            Self::Unknown(_) => None,
        }
    }

    /// Returns whether the user is an administrator of the chat. Its owner is one, too.
    #[must_use]
    pub fn is_administrator(&self) -> bool {
        matches!(self, Self::Owner(_) | Self::Administrator(_))
    }

    /// Returns whether the user is in the chat: as its owner, an administrator, a member, or a
    /// restricted member who has not left.
    #[must_use]
    pub fn is_present(&self) -> bool {
        match self {
            Self::Owner(_) | Self::Administrator(_) | Self::Member(_) => true,
            Self::Restricted(member) => member.is_member,
            Self::Left(_) | Self::Banned(_) | Self::Unknown(_) => false,
        }
    }
}
