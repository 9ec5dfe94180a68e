//! More of the kind that servers of other versions may well write.

use telegrammar::Error;
use telegrammar::types::{
    ChatFullInfo, ChatMember, Message, ReactionType, RichBlock, Update, UpdateKind, User,
};

use crate::decoding::case::{file, is_read, is_update};
use crate::decoding::samples::message_of;
use crate::decoding::ways::{in_no_way, repaired, result};

#[test]
fn a_restricted_member_of_an_older_server_lacks_the_new_rights() {
    let missing = [
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_react_to_messages",
        "can_edit_tag",
        "can_manage_topics",
    ];
    let errors = missing.map(|name| format!("missing field `{name}`"));
    let repairs: Vec<_> = missing
        .iter()
        .zip(&errors)
        .map(|(name, error)| [*name, error])
        .collect();
    is_read::<ChatMember>(
        file!("restricted_member_of_older_server"),
        &repairs,
        |member| {
            let ChatMember::Restricted(member) = member else {
                panic!("{member:?}");
            };
            assert!(member.can_send_messages && !member.can_send_photos && member.can_invite_users);
        },
    );
}

#[test]
fn a_sticker_of_an_older_server() {
    let repairs = [["message.sticker", "missing field `type`"]];
    is_update(file!("sticker_without_type"), &repairs, |update| {
        assert_eq!(message_of(update).sticker, None);
    });
    let repairs = [["message.sticker.is_video", "missing field `is_video`"]];
    is_update(file!("sticker_without_is_video"), &repairs, |update| {
        let sticker = message_of(update).sticker.as_ref().expect("a sticker");
        assert!(!sticker.is_video && sticker.thumbnail.is_some());
    });
}

#[test]
fn a_chat_without_numbers_is_an_error() {
    let json = file!("chat_without_reaction_count");
    in_no_way::<ChatFullInfo>(json);
    let error = result::<ChatFullInfo>(json).expect_err("no chat");
    let Error::Decode(error) = error else {
        panic!("{error:?}");
    };
    assert_eq!(
        (error.path(), error.problem()),
        ("result", "missing field `accent_color_id`")
    );
}

#[test]
fn a_block_in_an_older_form_is_unknown() {
    let path = "message.rich_message.blocks[1]";
    let repairs = [[path, "missing field `text`"]];
    is_update(
        file!("expandable_blockquote_with_blocks"),
        &repairs,
        |update| {
            let rich = message_of(update)
                .rich_message
                .as_ref()
                .expect("a rich message");
            assert_eq!(rich.blocks.len(), 3);
            let RichBlock::Unknown(unknown) = &rich.blocks[1] else {
                panic!("{rich:?}");
            };
            assert_eq!(unknown.tag(), "expandable_blockquote");
            assert!(unknown.json().contains("inside") && unknown.error().is_some());
        },
    );
}

#[test]
fn a_callback_query_of_an_inline_message_needs_no_repair() {
    is_update(file!("callback_query_inline_message"), &[], |update| {
        let UpdateKind::CallbackQuery(query) = &update.kind else {
            panic!("{update:?}");
        };
        assert_eq!(
            (query.inline_message_id.as_deref(), &query.message),
            (Some("AAAA"), &None)
        );
    });
}

#[test]
fn a_bot_with_more_members_needs_no_repair() {
    is_read::<User>(file!("get_me_with_more_members"), &[], |me| {
        assert_eq!(me.can_join_groups, Some(true));
        assert_eq!(me.username.as_deref(), Some("x_bot"));
    });
}

#[test]
fn a_poll_without_identifiers_costs_only_itself() {
    let error = "`options[0]`: missing field `persistent_id`";
    let json = file!("poll_options_without_persistent_id");
    is_read::<Message>(json, &[["poll", error]], |message| {
        assert_eq!((message.message_id, &message.poll), (11, &None));
    });
}

#[test]
fn a_vote_of_an_older_server_has_no_identifiers() {
    let name = "poll_answer.option_persistent_ids";
    let repairs = [[name, "missing field `option_persistent_ids`"]];
    is_update(
        file!("poll_answer_without_persistent_ids"),
        &repairs,
        |update| {
            let UpdateKind::PollAnswer(answer) = &update.kind else {
                panic!("{update:?}");
            };
            assert_eq!(
                (
                    answer.option_ids.as_slice(),
                    answer.option_persistent_ids.len()
                ),
                (&[0][..], 0)
            );
        },
    );
}

#[test]
fn members_that_are_gone_are_not_read() {
    is_update(file!("business_connection_with_can_reply"), &[], |update| {
        let UpdateKind::BusinessConnection(connection) = &update.kind else {
            panic!("{update:?}");
        };
        assert!(connection.is_enabled && connection.rights.is_none());
    });
    is_update(file!("forward_of_older_server"), &[], |update| {
        let message = message_of(update);
        assert_eq!(
            (&message.forward_origin, message.text.as_deref()),
            (&None, Some("x"))
        );
    });
}

#[test]
fn a_reaction_without_a_former_one_has_an_empty_list() {
    let path = "message_reaction.old_reaction";
    let repairs = [[path, "expected an Array, found null"]];
    is_update(file!("reaction_without_old_reaction"), &repairs, |update| {
        let UpdateKind::MessageReaction(reaction) = &update.kind else {
            panic!("{update:?}");
        };
        assert!(reaction.old_reaction.is_empty());
        let [ReactionType::Emoji(_), ReactionType::Unknown(unknown)] = &reaction.new_reaction[..]
        else {
            panic!("{reaction:?}");
        };
        assert_eq!((unknown.tag(), unknown.error()), ("gem", None));
    });
}

#[test]
fn winners_that_are_not_told_are_an_empty_list() {
    let path = "channel_post.giveaway_winners.winners";
    let repairs = [[path, "missing field `winners`"]];
    is_update(
        file!("giveaway_winners_without_winners"),
        &repairs,
        |update| {
            let UpdateKind::ChannelPost(post) = &update.kind else {
                panic!("{update:?}");
            };
            assert!(
                post.giveaway_winners
                    .as_ref()
                    .expect("winners")
                    .winners
                    .is_empty()
            );
        },
    );
}

#[test]
fn a_request_to_join_without_the_chat_of_its_user_is_undecodable() {
    let json = file!("join_request_without_user_chat_id");
    let error = "`chat_join_request`: missing field `user_chat_id`";
    let (updates, repairs) = repaired::<Vec<Update>>(format!("[{json}]"));
    let [UpdateKind::Undecodable { error: found, raw }] = &[&updates[0].kind][..] else {
        panic!("{updates:?}");
    };
    assert_eq!((found.as_str(), raw.as_str()), (error, json.trim_end()));
    assert_eq!(updates[0].update_id, 45);
    assert_eq!(repairs, [["result[0]", error, json.trim_end()]]);
}
