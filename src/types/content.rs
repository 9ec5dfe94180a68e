//! The content of a message, as one value to match.

use super::*;

macro_rules! contents {
    (
        attributes: $($attribute:ident)+;
        contents: $($(#[doc = $doc:literal])+ $variant:ident($type:ty) $field:ident;)+
        numbers: $($(#[doc = $number_doc:literal])+ $number:ident $number_field:ident;)+
        flags: $($(#[doc = $flag_doc:literal])+ $flag:ident $flag_field:ident;)+
    ) => {
        /// The content of a message: what it is, or the event that a service message reports.
        ///
        /// Returned by [`Message::content`].
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum MessageContent<'a> {
            $($(#[doc = $doc])+ $variant(&'a $type),)+
            $($(#[doc = $number_doc])+ $number(i64),)+
            $($(#[doc = $flag_doc])+ $flag,)+
            /// A content that this version of telegrammar does not know.
            Unknown,
        }

        impl MessageContent<'_> {
            /// Returns the name of the field of [`Message`] that holds the content. It is empty for
            /// an unknown one.
            #[must_use]
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$variant(_) => stringify!($field),)+
                    $(Self::$number(_) => stringify!($number_field),)+
                    $(Self::$flag => stringify!($flag_field),)+
                    Self::Unknown => "",
                }
            }
        }

        impl Message {
            /// Returns the content of the message.
            ///
            /// A message has one content. Where the server sets two fields for the sake of older
            /// bots, the more specific one is returned: an animation and not its document, a live
            /// photo and not its photo, a venue and not its location. Everything else about a
            /// message, such as its caption, is in its fields.
            ///
            /// ```
            /// use telegrammar::types::{Message, MessageContent};
            ///
            /// fn describe(message: &Message) -> String {
            ///     match message.content() {
            ///         MessageContent::Text(text) => format!("{} letters", text.len()),
            ///         MessageContent::Photo(sizes) => format!("a photo in {} sizes", sizes.len()),
            ///         MessageContent::NewChatMembers(users) => format!("{} came", users.len()),
            ///         other => format!("a message with {}", other.name()),
            ///     }
            /// }
            /// ```
            #[must_use]
            pub fn content(&self) -> MessageContent<'_> {
                // Without `..`: a field that is in no list below does not compile.
                let Self {
                    $($attribute: _,)+
                    $($field,)+
                    $($number_field,)+
                    $($flag_field,)+
                } = self;
                $(if let Some(content) = $field {
                    return MessageContent::$variant(content);
                })+
                $(if let Some(number) = $number_field {
                    return MessageContent::$number(*number);
                })+
                $(if *$flag_field {
                    return MessageContent::$flag;
                })+
                MessageContent::Unknown
            }
        }
    };
}

contents! {
    attributes:
        message_id
        message_thread_id
        direct_messages_topic
        from
        sender_chat
        sender_boost_count
        sender_business_bot
        sender_tag
        receiver_user
        ephemeral_message_id
        date
        guest_query_id
        business_connection_id
        chat
        forward_origin
        is_topic_message
        is_automatic_forward
        reply_to_message
        external_reply
        quote
        reply_to_story
        reply_to_checklist_task_id
        reply_to_poll_option_id
        via_bot
        guest_bot_caller_user
        guest_bot_caller_chat
        edit_date
        has_protected_content
        is_from_offline
        is_paid_post
        media_group_id
        author_signature
        paid_star_count
        entities
        link_preview_options
        suggested_post_info
        effect_id
        caption
        caption_entities
        show_caption_above_media
        has_media_spoiler
        reply_markup
    ;
    contents:
        /// A text, whose formatting is in [`Message::entities`].
        Text(str) text;
        /// A rich message.
        RichMessage(RichMessage) rich_message;
        /// An animation. [`Message::document`] is then set as well.
        Animation(Animation) animation;
        /// An audio file.
        Audio(Audio) audio;
        /// A general file.
        Document(Document) document;
        /// A live photo. [`Message::photo`] is then set as well.
        LivePhoto(LivePhoto) live_photo;
        /// Paid media.
        PaidMedia(PaidMediaInfo) paid_media;
        /// A photo, in several sizes.
        Photo([PhotoSize]) photo;
        /// A sticker.
        Sticker(Sticker) sticker;
        /// A forwarded story.
        Story(Story) story;
        /// A video.
        Video(Video) video;
        /// A video note.
        VideoNote(VideoNote) video_note;
        /// A voice message.
        Voice(Voice) voice;
        /// A checklist.
        Checklist(Checklist) checklist;
        /// A shared contact.
        Contact(Contact) contact;
        /// A dice with its value.
        Dice(Dice) dice;
        /// A game.
        Game(Game) game;
        /// A poll.
        Poll(Poll) poll;
        /// A venue. [`Message::location`] is then set as well.
        Venue(Venue) venue;
        /// A shared location.
        Location(Location) location;
        /// Users were added to the group.
        NewChatMembers([User]) new_chat_members;
        /// A user left the group or was removed.
        LeftChatMember(User) left_chat_member;
        /// The owner left the chat.
        ChatOwnerLeft(ChatOwnerLeft) chat_owner_left;
        /// The chat got another owner.
        ChatOwnerChanged(ChatOwnerChanged) chat_owner_changed;
        /// The chat got a new title.
        NewChatTitle(str) new_chat_title;
        /// The chat got a new photo, in several sizes.
        NewChatPhoto([PhotoSize]) new_chat_photo;
        /// The auto-delete timer was changed.
        MessageAutoDeleteTimerChanged(MessageAutoDeleteTimerChanged) message_auto_delete_timer_changed;
        /// A message was pinned.
        PinnedMessage(MaybeInaccessibleMessage) pinned_message;
        /// An invoice.
        Invoice(Invoice) invoice;
        /// A payment succeeded.
        SuccessfulPayment(SuccessfulPayment) successful_payment;
        /// A payment was refunded.
        RefundedPayment(RefundedPayment) refunded_payment;
        /// The user shared users with the bot.
        UsersShared(UsersShared) users_shared;
        /// The user shared a chat with the bot.
        ChatShared(ChatShared) chat_shared;
        /// A regular gift was given or received.
        Gift(GiftInfo) gift;
        /// A unique gift was given or received.
        UniqueGift(UniqueGiftInfo) unique_gift;
        /// The upgrade of a gift was paid after the gift was sent.
        GiftUpgradeSent(GiftInfo) gift_upgrade_sent;
        /// The user logged in to a website, whose domain this is.
        ConnectedWebsite(str) connected_website;
        /// The user allowed the bot to write.
        WriteAccessAllowed(WriteAccessAllowed) write_access_allowed;
        /// The user shared Telegram Passport data.
        PassportData(PassportData) passport_data;
        /// A user who shares a live location came close to another one.
        ProximityAlertTriggered(ProximityAlertTriggered) proximity_alert_triggered;
        /// A user boosted the chat.
        BoostAdded(ChatBoostAdded) boost_added;
        /// The chat got a background.
        ChatBackgroundSet(ChatBackground) chat_background_set;
        /// Tasks of a checklist were marked as done or not done.
        ChecklistTasksDone(ChecklistTasksDone) checklist_tasks_done;
        /// A checklist got new tasks.
        ChecklistTasksAdded(ChecklistTasksAdded) checklist_tasks_added;
        /// The chat became part of a community.
        CommunityChatAdded(CommunityChatAdded) community_chat_added;
        /// A user joined the chat from a community.
        CommunityChatJoined(CommunityChatJoined) community_chat_joined;
        /// The chat was removed from a community.
        CommunityChatRemoved(CommunityChatRemoved) community_chat_removed;
        /// Direct messages to the channel have a new price.
        DirectMessagePriceChanged(DirectMessagePriceChanged) direct_message_price_changed;
        /// A forum topic was created.
        ForumTopicCreated(ForumTopicCreated) forum_topic_created;
        /// A forum topic was edited.
        ForumTopicEdited(ForumTopicEdited) forum_topic_edited;
        /// A forum topic was closed.
        ForumTopicClosed(ForumTopicClosed) forum_topic_closed;
        /// A forum topic was reopened.
        ForumTopicReopened(ForumTopicReopened) forum_topic_reopened;
        /// The General topic was hidden.
        GeneralForumTopicHidden(GeneralForumTopicHidden) general_forum_topic_hidden;
        /// The General topic was shown again.
        GeneralForumTopicUnhidden(GeneralForumTopicUnhidden) general_forum_topic_unhidden;
        /// A giveaway was scheduled.
        GiveawayCreated(GiveawayCreated) giveaway_created;
        /// A scheduled giveaway.
        Giveaway(Giveaway) giveaway;
        /// The public winners of a giveaway.
        GiveawayWinners(GiveawayWinners) giveaway_winners;
        /// A giveaway without public winners ended.
        GiveawayCompleted(GiveawayCompleted) giveaway_completed;
        /// The user created a bot for this bot to manage.
        ManagedBotCreated(ManagedBotCreated) managed_bot_created;
        /// Paid messages in the chat have a new price.
        PaidMessagePriceChanged(PaidMessagePriceChanged) paid_message_price_changed;
        /// A poll got a new option.
        PollOptionAdded(PollOptionAdded) poll_option_added;
        /// A poll lost an option.
        PollOptionDeleted(PollOptionDeleted) poll_option_deleted;
        /// A suggested post was approved.
        SuggestedPostApproved(SuggestedPostApproved) suggested_post_approved;
        /// The approval of a suggested post failed.
        SuggestedPostApprovalFailed(SuggestedPostApprovalFailed) suggested_post_approval_failed;
        /// A suggested post was declined.
        SuggestedPostDeclined(SuggestedPostDeclined) suggested_post_declined;
        /// A suggested post was paid.
        SuggestedPostPaid(SuggestedPostPaid) suggested_post_paid;
        /// The payment for a suggested post was refunded.
        SuggestedPostRefunded(SuggestedPostRefunded) suggested_post_refunded;
        /// A video chat was scheduled.
        VideoChatScheduled(VideoChatScheduled) video_chat_scheduled;
        /// A video chat started.
        VideoChatStarted(VideoChatStarted) video_chat_started;
        /// A video chat ended.
        VideoChatEnded(VideoChatEnded) video_chat_ended;
        /// Users were invited to a video chat.
        VideoChatParticipantsInvited(VideoChatParticipantsInvited) video_chat_participants_invited;
        /// A Web App sent data.
        WebAppData(WebAppData) web_app_data;
    numbers:
        /// The group became the supergroup with this id.
        MigrateToChatId migrate_to_chat_id;
        /// The supergroup was the group with this id.
        MigrateFromChatId migrate_from_chat_id;
    flags:
        /// The photo of the chat was removed.
        DeleteChatPhoto delete_chat_photo;
        /// The group was created.
        GroupChatCreated group_chat_created;
        /// The supergroup was created.
        SupergroupChatCreated supergroup_chat_created;
        /// The channel was created.
        ChannelChatCreated channel_chat_created;
}
