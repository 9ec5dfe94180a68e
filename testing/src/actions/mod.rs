//! What users do: they talk, press buttons, pay, vote, react, join and leave. Each action changes what the
//! bot can see, and gives the updates that tell the bot.
//!
//! An action reads its `request`, checks `permissions`, and returns what is `done`. `world` carries out many
//! without telling the bot. How the bot is told is not here: see `server::acts`.

mod admins;
mod base64;
mod boosts;
mod business;
mod chats;
mod checklists;
mod done;
mod drafts;
mod files;
mod guests;
mod inline;
mod keyboard;
mod managed_bots;
mod me;
mod members;
mod messages;
mod mini_app;
mod payments;
mod permissions;
mod polls;
mod press;
mod reactions;
mod request;
mod states;
mod subscriptions;
mod topics;
mod world;

use serde_json::{Map, Value};

use crate::world::Bot;

pub(crate) use done::Done;
pub(crate) use messages::text;
pub(crate) use mini_app::public_key;

use request::{Act, Request};

/// The members that an action takes beside the common ones.
type Takes = &'static [&'static str];

/// What every action takes.
const COMMON: Takes = &[
    "bot",
    "user",
    "chat",
    "message_thread_id",
    "business_connection_id",
];
/// The action checks the members itself.
const ANY: Takes = &["*"];
const PAY: Takes = &[
    "message_id",
    "link",
    "tip",
    "shipping_option",
    "name",
    "phone_number",
    "email",
    "shipping_address",
];
const POLL: Takes = &[
    "question",
    "question_entities",
    "options",
    "type",
    "is_anonymous",
    "allows_multiple_answers",
    "allows_revoting",
    "members_only",
    "correct_option_ids",
    "explanation",
    "explanation_entities",
    "open_period",
    "close_date",
    "description",
    "description_entities",
    "reply_to",
];
/// A button may share something, or be one that pays.
const PRESS: Takes = &[
    "label",
    "row",
    "column",
    "message_id",
    "reply_to",
    "users",
    "shared_chat",
    "poll",
    "data",
    "username",
    "tip",
    "shipping_option",
    "name",
    "phone_number",
    "email",
    "shipping_address",
];

/// The actions by their names, and the members that they take.
const ACTIONS: &[(&str, Act, Takes)] = &[
    ("world", world::add, ANY),
    (
        "topic",
        topics::create,
        &["name", "icon_color", "icon_custom_emoji_id"],
    ),
    (
        "edit_topic",
        topics::edit,
        &["name", "icon_custom_emoji_id", "is_closed", "is_hidden"],
    ),
    ("delete_topic", topics::delete, &[]),
    ("me", me::me, ANY),
    ("privacy", me::privacy, &["on"]),
    (
        "user",
        chats::user,
        &[
            "first_name",
            "last_name",
            "username",
            "language_code",
            "is_stranger",
            "id",
        ],
    ),
    (
        "chat",
        chats::chat,
        &[
            "title",
            "type",
            "id",
            "username",
            "is_forum",
            "description",
            "permissions",
            "users",
        ],
    ),
    ("member", members::member, &members::BECOMES),
    ("join", members::join, &["invite_link"]),
    ("request_join", members::request_join, &[]),
    ("leave", members::leave, &[]),
    ("block", states::block, &[]),
    ("unblock", states::unblock, &[]),
    ("deactivate", states::deactivate, &[]),
    ("kick_bot", states::kick_bot, &[]),
    ("add_bot", states::add_bot, &["rights"]),
    ("rights", states::rights, &["rights"]),
    ("migrate", states::migrate, &[]),
    ("ban", admins::ban, &["member"]),
    ("unban", admins::unban, &["member"]),
    ("restrict", admins::restrict, &["member", "permissions"]),
    ("promote", admins::promote, &["member", "rights"]),
    ("boost", boosts::boost, &["source"]),
    ("remove_boost", boosts::remove, &["boost_id"]),
    ("mini_app", mini_app::open, &["start_param"]),
    ("inline", inline::query, &["query", "offset"]),
    ("choose", inline::choose, &["result_id"]),
    ("say", messages::say, &["text", "reply_to"]),
    ("send", messages::send, &["message", "reply_to"]),
    ("edit", messages::edit, &["message_id", "text"]),
    ("delete", messages::delete, &["message_id"]),
    (
        "photo",
        files::send_photo,
        &["base64", "caption", "reply_to"],
    ),
    (
        "document",
        files::send_document,
        &["base64", "file_name", "mime_type", "caption", "reply_to"],
    ),
    ("press", press::act, PRESS),
    ("vote", polls::vote, &["message_id", "options"]),
    ("poll", polls::send, POLL),
    ("close_poll", polls::close, &["message_id"]),
    ("check", checklists::check, &["message_id", "tasks", "done"]),
    ("add_tasks", checklists::add, &["message_id", "texts"]),
    (
        "react",
        reactions::react,
        &["message_id", "emoji", "reaction", "anonymous"],
    ),
    ("pay", payments::pay, PAY),
    ("payment", payments::state, &["payment_id"]),
    ("buy", payments::buy, &["message_id"]),
    ("subscription", subscriptions::change, &["state", "payload"]),
    ("connect_business", business::connect, &["rights"]),
    ("disconnect_business", business::disconnect, &[]),
    ("summon", guests::summon, &["text", "title"]),
    (
        "managed_bot",
        managed_bots::managed_bot,
        &["name", "username"],
    ),
    ("stop_generation", drafts::stop, &[]),
];

/// Returns the names of all actions.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    ACTIONS.iter().map(|(name, ..)| *name)
}

/// Carries out an action. `None` if there is none with this name.
///
/// # Errors
///
/// What is wrong with the request. Nothing has changed then, except that a user or a member may be new.
pub(crate) fn act(
    bot: &mut Bot,
    name: &str,
    body: &Map<String, Value>,
    token: &str,
) -> Option<Result<Done, String>> {
    let (_, act, takes) = ACTIONS.iter().find(|(known, ..)| *known == name)?;
    if *takes != ANY
        && let Err(unknown) = only(name, body, takes.iter().chain(COMMON))
    {
        return Some(Err(unknown));
    }
    let request = Request {
        body,
        token,
        owner: None,
    };
    Some(if request.get("business_connection_id").is_some() {
        business::within(bot, (name, *act), &request)
    } else {
        act(bot, &request)
    })
}

/// Refuses a member that is not known, such as one with a typing error.
///
/// # Errors
///
/// The member, and those that there are.
pub(crate) fn only<'k>(
    action: &str,
    body: &Map<String, Value>,
    known: impl Iterator<Item = &'k &'static str> + Clone,
) -> Result<(), String> {
    let is_known = |member: &&String| known.clone().any(|known| known == member);
    match body.keys().find(|member| !is_known(member)) {
        Some(unknown) => {
            let known: Vec<&str> = known.copied().collect();
            Err(format!(
                "`{unknown}` is no member of `{action}`, which takes `{}`",
                known.join("`, `")
            ))
        }
        None => Ok(()),
    }
}
