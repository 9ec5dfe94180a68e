//! What the server remembers: bots, chats, messages, files and updates.

mod boosts;
mod bot;
mod business;
mod chat;
mod clock;
mod closing;
mod customers;
mod drafts;
mod expiry;
mod files;
mod floods;
mod forum;
mod inline;
mod invites;
mod joining;
mod key;
mod keyboards;
mod learn;
mod members;
mod messages;
mod pace;
mod payments;
mod permissions;
mod privacy;
mod queries;
mod queue;
pub(crate) mod standing;
mod strangers;
mod topics;
mod webhook;

use std::collections::HashMap;
use std::time::Duration;

use serde_json::{Map, Value};

pub(crate) use boosts::Boost;
pub(crate) use bot::{Bot, SUPERGROUP, USER, is_ability};
pub(crate) use business::connection;
pub(crate) use chat::{Chat, MOST_MESSAGE_ID};
pub(crate) use clock::Clock;
pub(crate) use drafts::Draft;
pub(crate) use files::{Kind, LARGEST_DOWNLOAD, StoredFile};
pub use floods::FloodLimits;
pub(crate) use inline::{InlineQuery, InlineResult};
pub(crate) use invites::Invite;
pub(crate) use key::BotKey;
pub(crate) use keyboards::Keyboard;
pub(crate) use messages::{MEDIA, sender};
pub(crate) use payments::{Paid, Payment, Stage, is_late};
pub(crate) use permissions::needed as needed_permission;
pub(crate) use privacy::is_service;
pub(crate) use topics::{GENERAL, Topic, TopicChange};
pub(crate) use webhook::{Endpoint, Webhook};

/// Everything that calls can change.
#[derive(Debug, Default)]
pub(crate) struct World {
    bots: HashMap<BotKey, Bot>,
    first: Option<BotKey>,
    pub(crate) clock: Clock,
}

impl World {
    /// Adds a bot with a token. A token has two bots: one in production, one in the test
    /// environment.
    pub(crate) fn add(&mut self, token: &str, id: i64) {
        for is_test in [false, true] {
            let key = BotKey {
                token: token.to_owned(),
                is_test,
            };
            self.first.get_or_insert_with(|| key.clone());
            self.bots
                .entry(key)
                .or_insert_with(|| Bot::new(id, self.clock.clone()));
        }
    }

    pub(crate) fn has(&self, token: &str) -> bool {
        self.bots.keys().any(|key| key.token == token)
    }

    pub(crate) fn bot(&mut self, key: &BotKey) -> Option<&mut Bot> {
        self.bots.get_mut(key)
    }

    pub(crate) fn bots(&self) -> impl Iterator<Item = &Bot> {
        self.bots.values()
    }

    pub(crate) fn all_bots(&mut self) -> impl Iterator<Item = (&BotKey, &mut Bot)> {
        self.bots.iter_mut()
    }

    /// Sets whether bots get members that other ones have replaced.
    pub(crate) fn set_legacy_members(&mut self, has: bool) {
        for bot in self.bots.values_mut() {
            bot.has_legacy_members = has;
        }
    }

    /// Returns the bot that was added first, in production.
    pub(crate) fn first(&self) -> Option<BotKey> {
        self.first.clone()
    }

    /// Returns the bot with this name. See [`BotKey::name`].
    pub(crate) fn named(&self, name: &str) -> Option<BotKey> {
        let first = self.first.as_ref().filter(|key| key.name() == name);
        let named = first.or_else(|| self.bots.keys().find(|key| key.name() == name));
        named.cloned()
    }

    /// Returns how long it takes until the next poll closes by itself.
    pub(crate) fn until_next_closing(&self) -> Option<Duration> {
        let next = self.bots.values().filter_map(Bot::next_closing).min()?;
        let next = Duration::from_secs(u64::try_from(next).unwrap_or_default());
        Some(next.saturating_sub(self.clock.time()))
    }

    /// Limits how much the bots may send.
    pub(crate) fn set_flood_limits(&mut self, limits: Option<FloodLimits>) {
        for bot in self.bots.values_mut() {
            bot.floods.set(limits);
        }
    }

    /// Queues an update for a bot, which then knows the chats and users in it. Returns the update's id,
    /// or `None` if the bot does not want its kind.
    ///
    /// # Errors
    ///
    /// What is wrong with the update.
    pub(crate) fn deliver(
        &mut self,
        key: &BotKey,
        update: Map<String, Value>,
    ) -> Result<Option<i64>, String> {
        let mut kinds = update.keys();
        let (Some(_), None) = (kinds.next(), kinds.next()) else {
            return Err(
                "an update has one member beside `update_id`, which is its kind".to_owned(),
            );
        };
        let bot = self.bots.get_mut(key).ok_or("there is no such bot")?;
        bot.pace_of_users(&update);
        Ok(bot.tell(update))
    }
}
