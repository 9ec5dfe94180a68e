//! What the bot is: what its developer sets at `@BotFather`.

use telegrammar::types::User;

use super::done::Done;
use super::request::Request;
use crate::world::{Bot, is_ability};

/// `privacy`: switches privacy mode `on` or off. It is on at first.
pub(super) fn privacy(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let is_on = request.boolean("on")?;
    let is_on = is_on.ok_or("`on` must be true or false")?;
    bot.set_privacy(is_on);
    Ok(Done::default())
}

/// `me`: sets the `first_name`, the `username` and the abilities that `getMe` returns.
pub(super) fn me(bot: &mut Bot, request: &Request<'_>) -> Result<Done, String> {
    let mut me = bot.me.clone();
    for (name, value) in request.body.iter().filter(|(_, value)| !value.is_null()) {
        let field = User::INFO.fields.iter().find(|field| field.name == name);
        let is_text = matches!(name.as_str(), "first_name" | "last_name" | "username");
        match field {
            Some(_) if is_text => drop(request.required_text(name)?),
            Some(_) if is_ability(name) && value.is_boolean() => {}
            Some(_) if is_ability(name) => return Err(format!("`{name}` must be true or false")),
            _ => return Err(format!("`{name}` is nothing that can be set")),
        }
        me.insert(name.clone(), value.clone());
    }
    bot.me = me;
    Ok(Done::default().with("user", bot.user()))
}
