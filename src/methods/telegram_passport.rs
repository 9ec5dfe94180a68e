//! Section [Telegram Passport](https://core.telegram.org/bots/api#telegram-passport).

use crate::telegram_method;
use crate::types::PassportElementError;

/// Tells a user what is wrong with their Telegram Passport data. They cannot send it again until
/// they change what is at fault.
///
/// [Bot API](https://core.telegram.org/bots/api#setpassportdataerrors)
#[telegram_method("setPassportDataErrors")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetPassportDataErrors {
    /// The user to tell, by id.
    pub user_id: i64,
    /// What is wrong, and where.
    pub errors: Vec<PassportElementError>,
}
