//! The message, the chat and the user of an update, whatever its kind.

use super::{Chat, ChatBoostSource, Message, Update, UpdateKind, User};

impl Update {
    /// Returns the message that the update delivers, new or edited: in a chat, a channel, a
    /// business account, or for a guest bot.
    ///
    /// The message whose button was pressed is not one that arrived. It is
    /// [`CallbackQuery::message`](super::CallbackQuery::message).
    #[must_use]
    pub fn message(&self) -> Option<&Message> {
        match &self.kind {
            UpdateKind::Message(message)
            | UpdateKind::EditedMessage(message)
            | UpdateKind::ChannelPost(message)
            | UpdateKind::EditedChannelPost(message)
            | UpdateKind::BusinessMessage(message)
            | UpdateKind::EditedBusinessMessage(message)
            | UpdateKind::GuestMessage(message) => Some(message),
            _ => None,
        }
    }

    /// Returns the chat in which something happened. For a callback query, it is the chat of the
    /// message with the button.
    ///
    /// `None` for what happens in no known chat, such as an inline query, a payment or a poll, and
    /// for an update of an unknown kind.
    #[must_use]
    pub fn chat(&self) -> Option<&Chat> {
        Some(match &self.kind {
            UpdateKind::DeletedBusinessMessages(deleted) => &deleted.chat,
            UpdateKind::MessageReaction(reaction) => &reaction.chat,
            UpdateKind::MessageReactionCount(count) => &count.chat,
            UpdateKind::CallbackQuery(query) => query.message.as_ref()?.chat(),
            UpdateKind::MyChatMember(member) | UpdateKind::ChatMember(member) => &member.chat,
            UpdateKind::ChatJoinRequest(request) => &request.chat,
            UpdateKind::ChatBoost(boost) => &boost.chat,
            UpdateKind::RemovedChatBoost(boost) => &boost.chat,
            UpdateKind::StoppedMessageGeneration(stopped) => &stopped.chat,
            _ => &self.message()?.chat,
        })
    }

    /// Returns the user who caused the update: the sender of a message or query, the one who voted,
    /// reacted, paid, boosted the chat or connected the bot, or who changed a membership.
    ///
    /// For a message that was sent as a chat, such as by an anonymous administrator, it is the
    /// stand-in user of [`Message::from`]; see [`Message::sender_chat`]. `None` where the server
    /// names no user, and for an update of an unknown kind.
    #[must_use]
    pub fn sender(&self) -> Option<&User> {
        Some(match &self.kind {
            UpdateKind::BusinessConnection(connection) => &connection.user,
            UpdateKind::MessageReaction(reaction) => reaction.user.as_deref()?,
            UpdateKind::InlineQuery(query) => &query.from,
            UpdateKind::ChosenInlineResult(result) => &result.from,
            UpdateKind::CallbackQuery(query) => &query.from,
            UpdateKind::ShippingQuery(query) => &query.from,
            UpdateKind::PreCheckoutQuery(query) => &query.from,
            UpdateKind::PurchasedPaidMedia(purchase) => &purchase.from,
            UpdateKind::PollAnswer(answer) => answer.user.as_deref()?,
            UpdateKind::MyChatMember(member) | UpdateKind::ChatMember(member) => &member.from,
            UpdateKind::ChatJoinRequest(request) => &request.from,
            UpdateKind::ManagedBot(managed) => &managed.user,
            UpdateKind::Subscription(subscription) => &subscription.user,
            UpdateKind::ChatBoost(boost) => boost.boost.source.user()?,
            UpdateKind::RemovedChatBoost(boost) => boost.source.user()?,
            _ => self.message()?.from.as_deref()?,
        })
    }
}

impl ChatBoostSource {
    /// Returns the user who boosted the chat: the subscriber, the one the gift code was made for, or
    /// the winner of the giveaway. `None` if nobody has won, and for an unknown source.
    #[must_use]
    pub fn user(&self) -> Option<&User> {
        match self {
            Self::Premium(source) => Some(&source.user),
            Self::GiftCode(source) => Some(&source.user),
            Self::Giveaway(source) => source.user.as_deref(),
            Self::Unknown(_) => None,
        }
    }
}
