//! The parts of updates and messages that every bot needs, and short ways to build requests.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};
use telegrammar::from_json;
use telegrammar::methods::{SendMediaGroup, SendMessage, SendPaidMedia};
use telegrammar::schema::{ApiType, TypeInfo};
use telegrammar::types::{
    Chat, ChatId, ChatKey, ChatMember, InlineKeyboardButton, InlineKeyboardMarkup, InputFile,
    InputMediaPhoto, InputMediaVideo, InputPaidMediaPhoto, InputPaidMediaVideo, Message,
    ReplyKeyboardMarkup, ReplyParameters, Update, User,
};

use crate::facts;
use crate::sample::{Extent, Samples};

fn user(id: i64) -> Value {
    json!({"id": id, "is_bot": false, "first_name": "Ada"})
}

fn chat(id: i64, kind: &str) -> Value {
    json!({"id": id, "type": kind})
}

fn message(more: Value) -> Message {
    let mut json = json!({"message_id": 5, "date": 6, "chat": chat(7, "supergroup")});
    if let (Value::Object(all), Value::Object(more)) = (&mut json, more) {
        all.extend(more);
    }
    from_json(json.to_string()).expect("a message")
}

fn update(kind: &str, content: &Value) -> Update {
    let update: Update =
        from_json(json!({"update_id": 1, kind: content}).to_string()).expect("an update");
    assert_eq!(update.kind.name(), kind);
    update
}

/// Returns an update of each kind that the facts have, with all fields set.
fn updates() -> BTreeMap<&'static str, Update> {
    let facts = facts::read();
    let samples = Samples(&facts);
    let info: &TypeInfo = Update::INFO;
    let kinds = info.fields.iter().filter_map(|field| match field.api_type {
        ApiType::Object(ty) => Some((field.name, ty)),
        _ => None,
    });
    let of_kind = |(kind, ty)| (kind, update(kind, &samples.of(ty, Extent::Flat)));
    kinds.map(of_kind).collect()
}

const WITHOUT_CHAT: [&str; 10] = [
    "business_connection",
    "chosen_inline_result",
    "inline_query",
    "managed_bot",
    "poll",
    "poll_answer",
    "pre_checkout_query",
    "purchased_paid_media",
    "shipping_query",
    "subscription",
];

const WITHOUT_SENDER: [&str; 4] = [
    "deleted_business_messages",
    "message_reaction_count",
    "poll",
    "stopped_message_generation",
];

#[test]
fn the_parts_of_an_update_are_found_in_every_kind() {
    for (kind, update) in updates() {
        assert_eq!(
            update.chat().is_none(),
            WITHOUT_CHAT.contains(&kind),
            "{kind}"
        );
        assert_eq!(
            update.sender().is_none(),
            WITHOUT_SENDER.contains(&kind),
            "{kind}"
        );
        let is_message = ["message", "_post"].iter().any(|end| kind.ends_with(end));
        assert_eq!(update.message().is_some(), is_message, "{kind}");
        assert!(update.chat_key().is_some(), "{kind}");
    }
    let unknown = update("hologram", &json!({"chat": chat(1, "private")}));
    assert!(unknown.chat().is_none() && unknown.sender().is_none());
    assert_eq!(unknown.chat_key(), None);
    let broken: Update =
        from_json(r#"{"update_id":1,"message":{"chat":"no"}}"#).expect("an update");
    assert_eq!((broken.message(), broken.chat_key()), (None, None));
}

fn key(kind: &str, content: &Value) -> ChatKey {
    update(kind, content).chat_key().expect("a key")
}

#[test]
fn updates_of_one_chat_have_one_key() {
    let written =
        json!({"message_id": 1, "date": 1, "chat": chat(-9, "supergroup"), "from": user(7)});
    let group = key("message", &written.clone());
    assert_eq!(key("edited_message", &written), group);
    let count =
        json!({"chat": chat(-9, "supergroup"), "message_id": 1, "date": 1, "reactions": []});
    assert_eq!(key("message_reaction_count", &count), group);
    let member = |who: i64| json!({"user": user(who), "status": "left"});
    let changed = |who: i64| {
        json!({"chat": chat(-9, "supergroup"), "from": user(1), "date": 1,
            "old_chat_member": member(who), "new_chat_member": member(who)})
    };
    assert_eq!(key("my_chat_member", &changed(5)), group);

    // By the user who joined or left, and not by the one who did that.
    let private = json!({"message_id": 1, "date": 1, "chat": chat(7, "private")});
    let ada = key("message", &private);
    assert_eq!(key("chat_member", &changed(7)), ada);
    assert_ne!(key("chat_member", &changed(8)), ada);
    // Also if one of the two statuses is not known.
    for unknown in ["old_chat_member", "new_chat_member"] {
        let mut changed = changed(7);
        changed[unknown]["status"] = json!("frozen");
        assert_eq!(key("chat_member", &changed), ada, "{unknown}");
    }
    let request =
        json!({"chat": chat(-9, "channel"), "from": user(7), "user_chat_id": 7, "date": 1});
    assert_eq!(key("chat_join_request", &request), ada);
    let query = json!({"id": "q", "from": user(7), "chat_instance": "i",
        "message": {"message_id": 1, "date": 1, "chat": chat(-9, "group")}});
    assert_eq!(key("callback_query", &query), ada);
    let query = json!({"id": "q", "from": user(7), "query": "", "offset": ""});
    assert_eq!(key("inline_query", &query), ada);
    assert_ne!(ada, group);
}

#[test]
fn a_business_account_has_keys_of_its_own() {
    let written = |connection: &str| json!({"message_id": 1, "date": 1, "chat": chat(7, "private"), "business_connection_id": connection});
    let one = key("business_message", &written("one"));
    let deleted =
        json!({"business_connection_id": "one", "chat": chat(7, "private"), "message_ids": [1]});
    assert_eq!(key("deleted_business_messages", &deleted), one);
    let other = key("edited_business_message", &written("other"));
    let own = key(
        "message",
        &json!({"message_id": 1, "date": 1, "chat": chat(7, "private")}),
    );
    assert_eq!(HashSet::from([one, other, own]).len(), 3);
}

#[test]
fn a_vote_has_the_key_of_its_poll() {
    let facts = facts::read();
    let mut poll = Samples(&facts).of("Poll", Extent::Required);
    poll["id"] = json!("p");
    let answer = |id: &str| json!({"poll_id": id, "user": user(7), "option_ids": [0], "option_persistent_ids": ["a"]});
    assert_eq!(key("poll_answer", &answer("p")), key("poll", &poll));
    assert_ne!(
        key("poll_answer", &answer("p")),
        key("poll_answer", &answer("q"))
    );
}

#[test]
fn a_reply_stays_where_the_message_is() {
    let json = |call: &SendMessage| {
        call.validate().expect("a valid call");
        serde_json::to_value(call).expect("JSON")
    };
    let plain = json!({"chat_id": 7, "text": "a", "reply_parameters": {"message_id": 5}});
    assert_eq!(json(&message(json!({})).reply("a")), plain);
    // In a supergroup that is no forum, the thread is only that of the replies.
    assert_eq!(
        json(&message(json!({"message_thread_id": 9})).reply("a")),
        plain
    );

    let reply = message(json!({"message_thread_id": 9, "is_topic_message": true})).reply("a");
    assert_eq!(json(&reply)["message_thread_id"], 9);
    let reply = message(json!({"business_connection_id": "b"})).reply("a");
    assert_eq!(json(&reply)["business_connection_id"], "b");
    let reply = message(json!({"direct_messages_topic": {"topic_id": 8}})).reply("a");
    assert_eq!(json(&reply)["direct_messages_topic_id"], 8);

    let ephemeral = json!({"message_id": 0, "ephemeral_message_id": 4, "from": user(3)});
    let ephemeral = json(&message(ephemeral).reply("a"));
    assert_eq!(
        ephemeral["reply_parameters"],
        json!({"ephemeral_message_id": 4})
    );
    assert_eq!(
        ephemeral["ephemeral_message_parameters"],
        json!({"receiver_user_id": 3})
    );
    let parameters = ReplyParameters::to(&message(json!({})));
    assert_eq!(parameters.message_id, Some(5));
}

#[test]
fn a_user_has_a_name_and_a_mention() {
    let user = |more: Value| -> User {
        let mut json = user(7);
        for (name, value) in more.as_object().expect("members") {
            json[name] = value.clone();
        }
        from_json(json.to_string()).expect("a user")
    };
    let ada = user(json!({"last_name": "Lovelace", "username": "ada"}));
    assert_eq!(ada.full_name(), "Ada Lovelace");
    assert_eq!(ada.mention().as_deref(), Some("@ada"));
    assert_eq!(ada.url(), "tg://user?id=7");
    for other in [user(json!({})), user(json!({"last_name": ""}))] {
        assert_eq!(other.full_name(), "Ada");
        assert_eq!(other.mention(), None);
    }
    assert_eq!(ChatId::from(&ada), ChatId::Id(7));
}

#[test]
fn a_chat_is_of_one_kind() {
    for (number, kind) in ["private", "group", "supergroup", "channel"]
        .iter()
        .enumerate()
    {
        let chat: Chat = from_json(chat(-4, kind).to_string()).expect("a chat");
        let is = [
            chat.is_private(),
            chat.is_group(),
            chat.is_supergroup(),
            chat.is_channel(),
        ];
        let expected: [bool; 4] = std::array::from_fn(|place| place == number);
        assert_eq!(is, expected, "{kind}");
        assert_eq!(ChatId::from(&chat), ChatId::Id(-4));
    }
}

#[test]
fn a_member_has_a_user_whatever_the_status() {
    let facts = facts::read();
    let samples = Samples(&facts);
    for variant in &facts["ChatMember"].variants {
        let mut json = samples.of(variant.name, Extent::Required);
        json["user"] = user(7);
        let member: ChatMember = from_json(json.to_string()).expect("a member");
        assert_eq!(member.user().map(|user| user.id), Some(7), "{json}");
        let status = json["status"].as_str().unwrap_or_default();
        let is_administrator = ["creator", "administrator"].contains(&status);
        assert_eq!(member.is_administrator(), is_administrator, "{json}");
        let is_present = is_administrator || status == "member" || json["is_member"] == true;
        assert_eq!(member.is_present(), is_present, "{json}");
    }
    let ghost: ChatMember = from_json(r#"{"status":"ghost","user":{}}"#).expect("a member");
    assert!(ghost.user().is_none() && !ghost.is_administrator() && !ghost.is_present());
}

#[test]
fn albums_and_keyboards_need_no_conversions() {
    let album =
        SendMediaGroup::album(1, [InputMediaPhoto::new("p")]).item(InputMediaVideo::new("v"));
    let expected = json!({"chat_id": 1, "media": [{"type": "photo", "media": "p"}, {"type": "video", "media": "v"}]});
    assert_eq!(serde_json::to_value(&album).expect("JSON"), expected);
    let album = SendPaidMedia::album(1, 5, [InputPaidMediaPhoto::new("p")])
        .item(InputPaidMediaVideo::new("v"));
    assert_eq!((album.star_count, album.media.len()), (5, 2));

    let button = |text: &str| InlineKeyboardButton::callback(text, text);
    let rows = [[button("1"), button("2")], [button("3"), button("4")]];
    let keyboard = InlineKeyboardMarkup::from_rows(rows.clone());
    let [first, second] = rows;
    assert_eq!(
        keyboard,
        InlineKeyboardMarkup::default().row(first).row(second)
    );
    let keyboard = ReplyKeyboardMarkup::from_rows([["1", "2"], ["3", "4"]]);
    assert_eq!(
        keyboard,
        ReplyKeyboardMarkup::default()
            .row(["1", "2"])
            .row(["3", "4"])
    );
    assert_eq!(InputFile::from(b"abc".to_vec()), InputFile::bytes("abc"));
}
