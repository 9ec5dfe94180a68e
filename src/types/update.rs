//! What happened: the envelope of everything that a bot receives.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::*;
use crate::{Keeper, Kind, Object, Param, ParamInfo, Show, Slot, Target, TypeInfo, Value};

/// Something that happened and that the bot is told of.
///
/// An update of a kind that this version does not know, or that cannot be decoded, is kept as it
/// came and never costs the other updates of its batch.
///
/// [Bot API](https://core.telegram.org/bots/api#update)
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Update {
    /// The update's number. Numbers grow by one, unless nothing happened for a week.
    pub update_id: i64,
    /// What happened.
    pub kind: UpdateKind,
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $index:literal $variant:ident $name:literal $type:ident;)+) => {
        /// What happened.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum UpdateKind {
            $($(#[doc = $doc])+ $variant(Box<$type>),)+
            /// A kind that this version of telegrammar does not know.
            Unknown {
                /// The name of the member that holds it.
                name: String,
                /// What it holds, as JSON.
                raw: String,
            },
            /// An update that cannot be decoded, although its kind may be known.
            Undecodable {
                /// What is wrong, and where.
                error: String,
                /// The whole update as JSON.
                raw: String,
            },
        }

        impl UpdateKind {
            /// The name of the kind as the Bot API writes it, which `allowed_updates` takes too.
            /// Empty for an update that cannot be decoded.
            #[must_use]
            pub fn name(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $name,)+
                    Self::Unknown { name, .. } => name,
                    Self::Undecodable { .. } => "",
                }
            }
        }

        impl Update {
            /// What is known of the type: its name and fields.
            pub const INFO: &'static TypeInfo = &TypeInfo::new("Update", &[
                ParamInfo::required("update_id", Kind::Integer, "The update's number."),
                $(ParamInfo::optional($name, Kind::Object(stringify!($type)), ""),)+
            ])
            .keeps_unknown();
        }

        impl Object for Update {
            fn info(&self) -> &'static TypeInfo {
                Self::INFO
            }

            fn values<'a>(&'a self, show: &mut Show<'_, 'a>) {
                show(0, Value::Int(self.update_id));
                match &self.kind {
                    $(UpdateKind::$variant(content) => show($index, content.value()),)+
                    UpdateKind::Unknown { .. } | UpdateKind::Undecodable { .. } => {
                        show(Self::INFO.fields.len(), Value::Kept(self));
                    }
                }
            }

            fn open(&mut self, index: usize) -> Option<Target<'_>> {
                self.kind = match index {
                    0 => return Some(self.update_id.open()),
                    $($index => UpdateKind::$variant(Box::blank()),)+
                    _ if index == Self::INFO.fields.len() => return Some(Target::Keeper(self)),
                    _ => return None,
                };
                match &mut self.kind {
                    $(UpdateKind::$variant(content) => Some(content.open()),)+
                    UpdateKind::Unknown { .. } | UpdateKind::Undecodable { .. } => None,
                }
            }
        }
    };
}

kinds! {
    /// A new message of any kind.
    1 Message "message" Message;
    /// The new version of an edited message known to the bot. May also come after changes to
    /// fields the bot does not use.
    2 EditedMessage "edited_message" Message;
    /// A new channel post of any kind.
    3 ChannelPost "channel_post" Message;
    /// The new version of an edited channel post known to the bot. May also come after changes to
    /// fields the bot does not use.
    4 EditedChannelPost "edited_channel_post" Message;
    /// A business account connected the bot, disconnected it, or changed the connection.
    5 BusinessConnection "business_connection" BusinessConnection;
    /// A new message in a connected business account.
    6 BusinessMessage "business_message" Message;
    /// The new version of an edited message in a connected business account.
    7 EditedBusinessMessage "edited_business_message" Message;
    /// Messages that were removed in a connected business account.
    8 DeletedBusinessMessages "deleted_business_messages" BusinessMessagesDeleted;
    /// A new guest message; reply through `answerGuestQuery` with its `guest_query_id`.
    9 GuestMessage "guest_message" Message;
    /// A user's changed reaction to a message; never for reactions by bots. Needs administrator
    /// status and `"message_reaction"` in `allowed_updates`.
    10 MessageReaction "message_reaction" MessageReactionUpdated;
    /// Changed counts of anonymous reactions, grouped and up to a few minutes late. Needs
    /// administrator status and `"message_reaction_count"` in `allowed_updates`.
    11 MessageReactionCount "message_reaction_count" MessageReactionCountUpdated;
    /// A new inline query.
    12 InlineQuery "inline_query" InlineQuery;
    /// The inline result a user picked and sent. Comes only with inline feedback turned on for
    /// the bot.
    13 ChosenInlineResult "chosen_inline_result" ChosenInlineResult;
    /// A new callback query.
    14 CallbackQuery "callback_query" CallbackQuery;
    /// A new shipping query; only for invoices whose price is flexible.
    15 ShippingQuery "shipping_query" ShippingQuery;
    /// A new pre-checkout query, with all the details of the checkout.
    16 PreCheckoutQuery "pre_checkout_query" PreCheckoutQuery;
    /// Paid media with a payload that a user bought from the bot outside channels.
    17 PurchasedPaidMedia "purchased_paid_media" PaidMediaPurchased;
    /// The new state of a poll that the bot sent or that was stopped by hand.
    18 Poll "poll" Poll;
    /// A changed vote in a non-anonymous poll that the bot itself sent.
    19 PollAnswer "poll_answer" PollAnswer;
    /// A change of the bot's own member status. In private chats it means only that the user
    /// blocked or unblocked the bot.
    20 MyChatMember "my_chat_member" ChatMemberUpdated;
    /// A change of some member's status. Needs administrator status and `"chat_member"` in
    /// `allowed_updates`.
    21 ChatMember "chat_member" ChatMemberUpdated;
    /// A request to join a chat. Needs the `can_invite_users` administrator right.
    22 ChatJoinRequest "chat_join_request" ChatJoinRequest;
    /// A boost that was added or changed; needs administrator status.
    23 ChatBoost "chat_boost" ChatBoostUpdated;
    /// A boost that was taken away; needs administrator status.
    24 RemovedChatBoost "removed_chat_boost" ChatBoostRemoved;
    /// A managed bot that was created, or got a new token or owner.
    25 ManagedBot "managed_bot" ManagedBotUpdated;
    /// A change of a user's payment subscription.
    26 Subscription "subscription" BotSubscriptionUpdated;
    /// A user's wish that the bot stop generating a message.
    27 StoppedMessageGeneration "stopped_message_generation" MessageGenerationStopped;
}

impl Keeper for Update {
    fn keep(&mut self, name: &str, json: &str) {
        // A member beside a known kind tells nothing that would be lost.
        if matches!(&self.kind, UpdateKind::Unknown { name, .. } if name.is_empty()) {
            self.kind = UpdateKind::Unknown {
                name: name.to_owned(),
                raw: json.to_owned(),
            };
        }
    }

    fn keep_broken(&mut self, error: String, json: String) {
        self.kind = UpdateKind::Undecodable { error, raw: json };
    }

    fn kept(&self) -> Option<(&str, &str)> {
        match &self.kind {
            UpdateKind::Unknown { name, raw } if !name.is_empty() => Some((name, raw)),
            _ => None,
        }
    }
}

impl Slot for Update {
    fn blank() -> Self {
        Self {
            update_id: 0,
            kind: UpdateKind::Unknown {
                name: String::new(),
                raw: String::new(),
            },
        }
    }

    fn open(&mut self) -> Target<'_> {
        Target::Object(self)
    }
}

impl Param for Update {
    fn value(&self) -> Value<'_> {
        match &self.kind {
            UpdateKind::Undecodable { raw, .. } => Value::Raw(raw),
            _ => Value::Object(self),
        }
    }
}

impl Serialize for Update {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Param::value(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Update {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::__private::decode(deserializer)
    }
}
