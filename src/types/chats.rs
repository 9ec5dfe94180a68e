//! The kind of a chat.

use super::{Chat, ChatFullInfo, ChatType};

macro_rules! kinds {
    ($($type:ident)+) => {
        $(impl $type {
            /// Returns whether this is a private chat with a user.
            #[must_use]
            pub fn is_private(&self) -> bool {
                self.r#type == ChatType::Private
            }

            /// Returns whether this is a basic group. A supergroup is not one.
            #[must_use]
            pub fn is_group(&self) -> bool {
                self.r#type == ChatType::Group
            }

            /// Returns whether this is a supergroup.
            #[must_use]
            pub fn is_supergroup(&self) -> bool {
                self.r#type == ChatType::Supergroup
            }

            /// Returns whether this is a channel.
            #[must_use]
            pub fn is_channel(&self) -> bool {
                self.r#type == ChatType::Channel
            }
        })+
    };
}

kinds! { Chat ChatFullInfo }
