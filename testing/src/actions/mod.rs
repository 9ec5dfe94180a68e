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

/// The actions by their names.
const ACTIONS: &[(&str, Act)] = &[
    ("world", world::add),
    ("topic", topics::create),
    ("edit_topic", topics::edit),
    ("delete_topic", topics::delete),
    ("me", me::me),
    ("privacy", me::privacy),
    ("user", chats::user),
    ("chat", chats::chat),
    ("member", members::member),
    ("join", members::join),
    ("request_join", members::request_join),
    ("leave", members::leave),
    ("block", states::block),
    ("unblock", states::unblock),
    ("deactivate", states::deactivate),
    ("kick_bot", states::kick_bot),
    ("add_bot", states::add_bot),
    ("rights", states::rights),
    ("migrate", states::migrate),
    ("ban", admins::ban),
    ("unban", admins::unban),
    ("restrict", admins::restrict),
    ("promote", admins::promote),
    ("boost", boosts::boost),
    ("remove_boost", boosts::remove),
    ("mini_app", mini_app::open),
    ("inline", inline::query),
    ("choose", inline::choose),
    ("say", messages::say),
    ("send", messages::send),
    ("edit", messages::edit),
    ("delete", messages::delete),
    ("photo", files::send_photo),
    ("document", files::send_document),
    ("press", press::act),
    ("vote", polls::vote),
    ("poll", polls::send),
    ("close_poll", polls::close),
    ("check", checklists::check),
    ("add_tasks", checklists::add),
    ("react", reactions::react),
    ("pay", payments::pay),
    ("payment", payments::state),
    ("buy", payments::buy),
    ("subscription", subscriptions::change),
    ("connect_business", business::connect),
    ("disconnect_business", business::disconnect),
    ("summon", guests::summon),
    ("managed_bot", managed_bots::managed_bot),
    ("stop_generation", drafts::stop),
];

/// Returns the names of all actions.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    ACTIONS.iter().map(|(name, _)| *name)
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
    let (_, act) = ACTIONS.iter().find(|(known, _)| *known == name)?;
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
