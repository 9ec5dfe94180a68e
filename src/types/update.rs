//! Updates: the envelope of everything that a bot receives.

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::*;
use crate::__private::{
    Content, Decode, FieldVisitor, Object, ObjectTarget, Target, UnknownFieldsTarget, type_check,
};
use crate::error::Repair;
use crate::schema::{ApiType, FieldInfo, TypeInfo};
#[cfg(feature = "openapi")]
use crate::schema::{Definition, Member, Shape};
use crate::value::{Param, Value};

/// The parts of an update other than its number and its kind.
#[derive(Clone, Debug, Default)]
struct Rest {
    /// Unknown members and their JSON, except for the one that is the kind.
    unknown: Vec<(Box<str>, Box<str>)>,
    repairs: Vec<Repair>,
}

impl Update {
    /// Returns what was repaired when the update was decoded; empty for nearly all. Paths start at
    /// the update.
    #[must_use]
    pub fn repairs(&self) -> &[Repair] {
        self.rest.as_ref().map_or(&[], |rest| &rest.repairs)
    }

    fn unknown(&self) -> &[(Box<str>, Box<str>)] {
        self.rest.as_ref().map_or(&[], |rest| &rest.unknown)
    }
}

/// Compares the content of updates. Repairs are ignored.
impl PartialEq for Update {
    // As derived: compiled where updates are compared, with the comparison of all that they hold.
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.update_id == other.update_id
            && self.kind == other.kind
            && self.unknown() == other.unknown()
    }
}

macro_rules! kinds {
    (
        $(#[doc = $update:literal])+ Update;
        $(#[doc = $number:literal])+ update_id;
        $($(#[doc = $doc:literal])+ $variant:ident $name:literal $type:ident;)+
    ) => {
        $(#[doc = $update])+
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct Update {
            $(#[doc = $number])+
            pub update_id: i64,
            /// What happened.
            pub kind: UpdateKind,
            /// Data that few updates have.
            rest: Option<Box<Rest>>,
        }

        /// What happened.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum UpdateKind {
            $($(#[doc = $doc])+ $variant(Box<$type>),)+
            /// A kind that this version of telegrammar does not know.
            Unknown {
                /// The name of the member that holds it.
                name: String,
                /// The content as JSON.
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

        /// The places of the fields in [`Update::INFO`], by the names of the variants.
        struct Place;

        #[allow(non_upper_case_globals, reason = "a macro cannot write a name in capitals")]
        impl Place {
            const UpdateId: usize = Order::UpdateId as usize;
            $(const $variant: usize = Order::$variant as usize;)+
        }

        /// The order of the fields.
        enum Order {
            UpdateId,
            $($variant,)+
        }

        impl UpdateKind {
            /// Returns the name of the kind as the Bot API writes it, which `allowed_updates`
            /// accepts too. It is empty for an update that cannot be decoded.
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
            /// The type's description: its name and fields.
            pub const INFO: &'static TypeInfo = &TypeInfo::new("Update", &[
                FieldInfo::required("update_id", ApiType::Integer, "The update's number."),
                $(FieldInfo::optional($name, ApiType::Object(stringify!($type)), ""),)+
            ])
            .storing_unknown();

            #[cfg(feature = "openapi")]
            const DEFINITION: &'static Definition = &Definition::object(
                Self::INFO,
                std::any::type_name::<Self>,
                concat!($($update, "\n"),+),
                &[
                    Member {
                        doc: concat!($($number, "\n"),+),
                        shape: i64::shape,
                        values: &[],
                        may_grow: false,
                    },
                    $(Member {
                        doc: concat!($($doc, "\n"),+),
                        shape: $type::shape,
                        values: &[],
                        may_grow: false,
                    },)+
                ],
            )
            .in_section("Getting updates")
            .received();
        }

        impl Object for Update {
            fn info(&self) -> &'static TypeInfo {
                Self::INFO
            }

            fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
                visit(Place::UpdateId, Value::Int(self.update_id));
                match &self.kind {
                    $(UpdateKind::$variant(content) => visit(Place::$variant, content.value()),)+
                    UpdateKind::Unknown { name, raw } if !name.is_empty() => {
                        visit(TypeInfo::UNKNOWN, Value::Unknown(name, raw));
                    }
                    UpdateKind::Unknown { .. } | UpdateKind::Undecodable { .. } => {}
                }
                for (name, json) in self.unknown() {
                    visit(TypeInfo::UNKNOWN, Value::Unknown(name, json));
                }
            }
        }

        impl ObjectTarget for Update {
            fn target(&mut self, index: usize) -> Option<Target<'_>> {
                let kind = match index {
                    Place::UpdateId => return Some(self.update_id.target()),
                    // One update is of one kind: a second one is stored as an unknown member.
                    _ if index < Self::INFO.fields.len()
                        && !matches!(self.kind, UpdateKind::Unknown { .. }) =>
                    {
                        return None;
                    }
                    $(Place::$variant => UpdateKind::$variant(Box::empty()),)+
                    TypeInfo::UNKNOWN => {
                        return Some(Target::UnknownFields(self));
                    }
                    _ => return None,
                };
                self.replace(kind);
                match &mut self.kind {
                    $(UpdateKind::$variant(content) => Some(content.target()),)+
                    UpdateKind::Unknown { .. } | UpdateKind::Undecodable { .. } => None,
                }
            }
        }
    };
}

kinds! {
    /// An event that the bot receives.
    ///
    /// An update of a kind that this version does not know, or that cannot be decoded, is stored as the
    /// server sent it, and does not affect the other updates of its batch. What a server omits or gets
    /// wrong inside of an update is repaired if no data has to be made up; [`repairs`](Self::repairs)
    /// lists that.
    ///
    /// [Bot API](https://core.telegram.org/bots/api#update)
    Update;
    /// The update's number. Numbers grow by one, unless nothing happened for a week.
    update_id;
    /// A new message of any kind.
    Message "message" Message;
    /// The new version of an edited message known to the bot. May also come after changes to
    /// fields the bot does not use.
    EditedMessage "edited_message" Message;
    /// A new channel post of any kind.
    ChannelPost "channel_post" Message;
    /// The new version of an edited channel post known to the bot. May also come after changes to
    /// fields the bot does not use.
    EditedChannelPost "edited_channel_post" Message;
    /// A business account connected the bot, disconnected it, or changed the connection.
    BusinessConnection "business_connection" BusinessConnection;
    /// A new message in a connected business account.
    BusinessMessage "business_message" Message;
    /// The new version of an edited message in a connected business account.
    EditedBusinessMessage "edited_business_message" Message;
    /// Messages that were removed in a connected business account.
    DeletedBusinessMessages "deleted_business_messages" BusinessMessagesDeleted;
    /// A new guest message; reply through `answerGuestQuery` with its `guest_query_id`.
    GuestMessage "guest_message" Message;
    /// A user's changed reaction to a message; never for reactions by bots. Needs administrator
    /// status and `"message_reaction"` in `allowed_updates`.
    MessageReaction "message_reaction" MessageReactionUpdated;
    /// Changed counts of anonymous reactions, grouped and up to a few minutes late. Needs
    /// administrator status and `"message_reaction_count"` in `allowed_updates`.
    MessageReactionCount "message_reaction_count" MessageReactionCountUpdated;
    /// A new inline query.
    InlineQuery "inline_query" InlineQuery;
    /// The inline result a user picked and sent. Comes only with inline feedback turned on for
    /// the bot.
    ChosenInlineResult "chosen_inline_result" ChosenInlineResult;
    /// A new callback query.
    CallbackQuery "callback_query" CallbackQuery;
    /// A new shipping query; only for invoices whose price is flexible.
    ShippingQuery "shipping_query" ShippingQuery;
    /// A new pre-checkout query, with all the details of the checkout.
    PreCheckoutQuery "pre_checkout_query" PreCheckoutQuery;
    /// Paid media with a payload that a user bought from the bot outside channels.
    PurchasedPaidMedia "purchased_paid_media" PaidMediaPurchased;
    /// The new state of a poll that the bot sent or that was stopped by hand.
    Poll "poll" Poll;
    /// A changed vote in a non-anonymous poll that the bot itself sent.
    PollAnswer "poll_answer" PollAnswer;
    /// A change of the bot's own member status. In private chats it means only that the user
    /// blocked or unblocked the bot.
    MyChatMember "my_chat_member" ChatMemberUpdated;
    /// A change of some member's status. Needs administrator status and `"chat_member"` in
    /// `allowed_updates`.
    ChatMember "chat_member" ChatMemberUpdated;
    /// A request to join a chat. Needs the `can_invite_users` administrator right.
    ChatJoinRequest "chat_join_request" ChatJoinRequest;
    /// A boost that was added or changed; needs administrator status.
    ChatBoost "chat_boost" ChatBoostUpdated;
    /// A boost that was taken away; needs administrator status.
    RemovedChatBoost "removed_chat_boost" ChatBoostRemoved;
    /// A managed bot that was created, or got a new token or owner.
    ManagedBot "managed_bot" ManagedBotUpdated;
    /// A change of a user's payment subscription.
    Subscription "subscription" BotSubscriptionUpdated;
    /// A user's wish that the bot stop generating a message.
    StoppedMessageGeneration "stopped_message_generation" MessageGenerationStopped;
}

impl Update {
    /// Sets a known kind. A kind that was considered unknown before is stored as a member.
    fn replace(&mut self, kind: UpdateKind) {
        if let UpdateKind::Unknown { name, raw } = std::mem::replace(&mut self.kind, kind)
            && !name.is_empty()
        {
            let rest = self.rest.get_or_insert_default();
            rest.unknown.insert(0, (name.into(), raw.into()));
        }
    }
}

impl UnknownFieldsTarget for Update {
    fn store(&mut self, name: &str, json: &str) {
        if matches!(&self.kind, UpdateKind::Unknown { name, .. } if name.is_empty()) {
            self.kind = UpdateKind::Unknown {
                name: name.to_owned(),
                raw: json.to_owned(),
            };
        } else {
            let rest = self.rest.get_or_insert_default();
            rest.unknown.push((name.into(), json.into()));
        }
    }

    fn store_undecodable(&mut self, error: String, json: String) {
        self.kind = UpdateKind::Undecodable { error, raw: json };
        self.rest = None;
    }

    fn store_repairs(&mut self, repairs: Vec<Repair>) {
        if !repairs.is_empty() {
            self.rest.get_or_insert_default().repairs = repairs;
        }
    }
}

impl Decode for Update {
    const IS_RECEIVED: bool = true;
    const CONTENT: Content = Content::Object(Self::INFO);

    fn empty() -> Self {
        Self {
            update_id: 0,
            kind: UpdateKind::Unknown {
                name: String::new(),
                raw: String::new(),
            },
            rest: None,
        }
    }

    fn target(&mut self) -> Target<'_> {
        Target::Object(self, Self::INFO)
    }
}

impl Param for Update {
    fn value(&self) -> Value<'_> {
        match &self.kind {
            UpdateKind::Undecodable { raw, .. } => Value::Raw(raw),
            _ => Value::Object(self),
        }
    }

    #[cfg(feature = "openapi")]
    fn shape() -> Shape {
        Shape::Defined(Self::DEFINITION)
    }
}

impl type_check::Declared for Update {
    type Kind = type_check::Named<Self>;
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
