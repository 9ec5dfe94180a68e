//! What servers have written that is not what the Bot API page says.

use telegrammar::from_json;
use telegrammar::types::{ChatFullInfo, ChatMember, MessageOrigin, Update, UpdateKind};

use crate::decoding::case::{file, is_read, is_update};
use crate::decoding::samples::message_of;
use crate::decoding::ways::{Outcome, call};

#[test]
fn an_empty_story_costs_only_itself() {
    let repairs = [["message.external_reply.story", "missing field `chat`"]];
    is_update(file!("external_reply_empty_story"), &repairs, |update| {
        let message = message_of(update);
        assert_eq!(message.text.as_deref(), Some("look"));
        let reply = message.external_reply.as_ref().expect("a reply");
        assert_eq!(reply.story, None);
        assert!(matches!(reply.origin, MessageOrigin::User(_)));
    });
}

#[test]
fn an_administrator_of_an_older_server_lacks_the_new_right() {
    let name = "can_send_welcome_messages";
    let repairs = [[name, "missing field `can_send_welcome_messages`"]];
    is_read::<ChatMember>(file!("administrator_of_server_10_0"), &repairs, |member| {
        let ChatMember::Administrator(member) = member else {
            panic!("{member:?}");
        };
        assert!(!member.can_send_welcome_messages);
        assert!(member.can_manage_chat && member.can_manage_video_chats);
        assert_eq!(member.can_pin_messages, Some(true));
    });
    let path = format!("my_chat_member.new_chat_member.{name}");
    let repairs = [[path.as_str(), repairs[0][1]]];
    is_update(file!("my_chat_member_of_server_10_0"), &repairs, |update| {
        let UpdateKind::MyChatMember(change) = &update.kind else {
            panic!("{update:?}");
        };
        assert!(matches!(change.old_chat_member, ChatMember::Member(_)));
        assert!(matches!(
            change.new_chat_member,
            ChatMember::Administrator(_)
        ));
    });
}

#[test]
fn an_administrator_without_a_renamed_right_lacks_it() {
    let repairs = [[
        "can_manage_video_chats",
        "missing field `can_manage_video_chats`",
    ]];
    is_read::<ChatMember>(file!("administrator_renamed_right"), &repairs, |member| {
        let ChatMember::Administrator(member) = member else {
            panic!("{member:?}");
        };
        assert!(!member.can_manage_video_chats && member.can_delete_messages);
    });
}

#[test]
fn a_chat_without_accepted_gift_types_accepts_none() {
    let repairs = [["accepted_gift_types", "missing field `accepted_gift_types`"]];
    is_read::<ChatFullInfo>(
        file!("channel_without_accepted_gift_types"),
        &repairs,
        |chat| {
            let types = serde_json::to_value(&chat.accepted_gift_types).expect("JSON");
            let types = types.as_object().expect("an object");
            assert_eq!(types.len(), 5);
            assert!(types.values().all(|is| *is == false));
            assert_eq!(chat.available_reactions.as_ref().map(Vec::len), Some(3));
        },
    );
    let path = "accepted_gift_types.gifts_from_channels";
    let repairs = [[path, "missing field `gifts_from_channels`"]];
    is_read::<ChatFullInfo>(file!("accepted_gift_types_older"), &repairs, |chat| {
        let types = &chat.accepted_gift_types;
        assert!(!types.gifts_from_channels && types.unlimited_gifts);
    });
}

#[test]
fn colors_in_part_cost_only_themselves() {
    let repairs = [[
        "unique_gift_colors",
        "missing field `dark_theme_main_color`",
    ]];
    is_read::<ChatFullInfo>(file!("unique_gift_colors_in_part"), &repairs, |chat| {
        assert_eq!(chat.unique_gift_colors, None);
        assert!(chat.accepted_gift_types.gifts_from_channels);
    });
}

#[test]
fn shared_users_of_an_older_server_are_an_empty_list() {
    let repairs = [["message.users_shared.users", "missing field `users`"]];
    is_update(file!("users_shared_of_server_7_0"), &repairs, |update| {
        let shared = message_of(update)
            .users_shared
            .as_ref()
            .expect("the service message");
        assert_eq!((shared.request_id, shared.users.len()), (1, 0));
    });
}

#[test]
fn a_member_with_another_name_is_not_read() {
    is_update(file!("poll_option_added_other_name"), &[], |update| {
        let added = message_of(update)
            .poll_option_added
            .as_ref()
            .expect("the service message");
        assert_eq!(added.option_text, "bold");
        assert_eq!(added.option_text_entities, None);
    });
}

#[test]
fn a_hidden_user_without_a_name_is_an_unknown_origin() {
    let repairs = [["message.forward_origin", "missing field `sender_user_name`"]];
    is_update(file!("hidden_user_without_name"), &repairs, |update| {
        let origin = message_of(update).forward_origin.as_deref();
        let Some(MessageOrigin::Unknown(unknown)) = origin else {
            panic!("{origin:?}");
        };
        assert_eq!(
            (unknown.tag(), unknown.error()),
            ("hidden_user", Some(repairs[0][1]))
        );
        assert!(unknown.json().contains("1422450181"));
    });
}

#[test]
fn an_invitation_of_nobody_is_absent() {
    let repairs = [[
        "message.video_chat_participants_invited",
        "missing field `users`",
    ]];
    is_update(file!("video_chat_invited_empty"), &repairs, |update| {
        assert_eq!(message_of(update).video_chat_participants_invited, None);
    });
}

#[test]
fn callback_data_that_is_not_utf8_does_not_cost_the_batch() {
    let body = include_bytes!("cases/callback_data_not_utf8.bin");
    let Outcome { value, repairs } = call::<Vec<Update>>(&body[..], false);
    let updates = value.expect("updates");
    let kinds: Vec<_> = updates.iter().map(|update| update.kind.name()).collect();
    assert_eq!(kinds, ["message", "callback_query", "message"]);
    let UpdateKind::CallbackQuery(query) = &updates[1].kind else {
        panic!("{:?}", updates[1]);
    };
    let data = query.data.as_deref().expect("data");
    assert!(
        data.starts_with('\u{fffd}') && data.ends_with("bad"),
        "{data}"
    );
    assert_eq!(repairs.len(), 1);
    assert_eq!(repairs[0].path, "result[1].callback_query.data");
    assert_eq!(updates[1].repairs()[0].path, "callback_query.data");
    assert!(call::<Vec<Update>>(&body[..], true).value.is_err());
    // As a webhook gets it.
    let result = body.trim_ascii().strip_prefix(br#"{"ok":true,"result":"#);
    let result = result
        .and_then(|result| result.strip_suffix(b"}"))
        .expect("an envelope");
    let batch: Vec<Update> = from_json(result).expect("updates");
    assert_eq!(batch, updates);
}
