//! Section [Available methods](https://core.telegram.org/bots/api#available-methods): business accounts.

use crate::telegram_method;
use crate::types::{AcceptedGiftTypes, InputProfilePhoto};

/// Marks a message to a business account as read. Needs the `can_read_messages` business right.
///
/// [Bot API](https://core.telegram.org/bots/api#readbusinessmessage)
#[telegram_method("readBusinessMessage")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadBusinessMessage {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The chat of the message, by id; it must have been active within 24 hours.
    pub chat_id: i64,
    /// The message to mark.
    pub message_id: i64,
}

/// Deletes messages for a business account. Needs the `can_delete_sent_messages` business right
/// for the bot's own, `can_delete_all_messages` for the rest.
///
/// [Bot API](https://core.telegram.org/bots/api#deletebusinessmessages)
#[telegram_method("deleteBusinessMessages")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeleteBusinessMessages {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The messages to delete, all in one chat; the limits of `deleteMessage` hold.
    pub message_ids: Vec<i64>,
}

/// Renames a business account. Needs the `can_change_name` business right.
///
/// [Bot API](https://core.telegram.org/bots/api#setbusinessaccountname)
#[telegram_method("setBusinessAccountName")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetBusinessAccountName {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The first name to set.
    pub first_name: String,
    /// The last name to set.
    pub last_name: Option<String>,
}

/// Sets the username of a business account. Needs the `can_change_username` business right.
///
/// [Bot API](https://core.telegram.org/bots/api#setbusinessaccountusername)
#[telegram_method("setBusinessAccountUsername")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetBusinessAccountUsername {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The username to set.
    pub username: Option<String>,
}

/// Sets the bio of a business account. Needs the `can_change_bio` business right.
///
/// [Bot API](https://core.telegram.org/bots/api#setbusinessaccountbio)
#[telegram_method("setBusinessAccountBio")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetBusinessAccountBio {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The bio to set.
    pub bio: Option<String>,
}

/// Sets the profile photo of a business account. Needs the `can_edit_profile_photo` business
/// right.
///
/// [Bot API](https://core.telegram.org/bots/api#setbusinessaccountprofilephoto)
#[telegram_method("setBusinessAccountProfilePhoto")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetBusinessAccountProfilePhoto {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// The photo to set.
    pub photo: InputProfilePhoto,
    /// Set the one public photo, seen even by those from whom privacy settings hide the main
    /// photo.
    pub is_public: Option<bool>,
}

/// Removes the profile photo of a business account. Needs the `can_edit_profile_photo` business
/// right.
///
/// [Bot API](https://core.telegram.org/bots/api#removebusinessaccountprofilephoto)
#[telegram_method("removeBusinessAccountProfilePhoto")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RemoveBusinessAccountProfilePhoto {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// Remove the public photo. Otherwise the main photo goes, and the one before it takes its
    /// place.
    pub is_public: Option<bool>,
}

/// Sets how a business account takes gifts. Needs the `can_change_gift_settings` business right.
///
/// [Bot API](https://core.telegram.org/bots/api#setbusinessaccountgiftsettings)
#[telegram_method("setBusinessAccountGiftSettings")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SetBusinessAccountGiftSettings {
    /// The business connection on whose behalf to act.
    pub business_connection_id: String,
    /// Always show a gift button in the input field, for gifts to or from the account.
    pub show_gift_button: bool,
    /// Which kinds of gifts the account takes.
    pub accepted_gift_types: AcceptedGiftTypes,
}
