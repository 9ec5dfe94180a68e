//! The customers of business accounts, and what happens in their chats.

use std::mem::swap;

use super::bot::Bot;
use super::chat::Chat;

impl Bot {
    /// Returns the id of the connection of a user.
    pub(crate) fn business_of(&self, owner: i64) -> Option<&str> {
        let mut all = self.business.iter();
        let found = all.find(|(_, business)| business.owner() == owner);
        found.map(|(id, _)| id.as_str())
    }

    /// Makes a user a customer of an account. Ids of messages are unique in the whole account.
    pub(crate) fn add_customer(&mut self, id: &str, customer: i64) {
        let user = self.user_object(customer);
        let is_known = self.users.contains_key(&customer);
        let Some(business) = self.business.get_mut(id).filter(|_| is_known) else {
            return;
        };
        if business.owner() != customer {
            let chat = business.chats.entry(customer).or_default();
            chat.info.insert("id".to_owned(), customer.into());
            chat.info.insert("type".to_owned(), "private".into());
            for name in ["first_name", "last_name", "username"] {
                if let Some(value) = user.get(name) {
                    chat.info.insert(name.to_owned(), value.clone());
                }
            }
        }
        let last = business.chats.values().map(Chat::last_message_id).max();
        for chat in business.chats.values_mut() {
            chat.skip_message_ids(last.unwrap_or_default());
        }
    }

    /// Does something with the chats of a business account instead of those of the bot.
    pub(crate) fn in_business<T>(&mut self, id: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        self.swap_chats(id);
        let result = act(self);
        self.swap_chats(id);
        result
    }

    fn swap_chats(&mut self, id: &str) {
        if let Some(business) = self.business.get_mut(id) {
            swap(&mut self.chats, &mut business.chats);
        }
    }
}
