//! Section [Available methods](https://core.telegram.org/bots/api#available-methods).

use crate::telegram_method;

/// Lists the profile pictures of a user.
#[telegram_method("getUserProfilePhotos")]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GetUserProfilePhotos {
    /// Whose pictures to list.
    pub user_id: i64,
    /// How many of the newest pictures to skip.
    pub offset: Option<i64>,
    /// How many pictures to return at most.
    pub limit: Option<i64>,
}
