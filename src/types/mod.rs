//! The types of the Bot API, one file per section of its page.

/// The profile pictures of a user.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
pub struct UserProfilePhotos {
    /// How many there are.
    pub total_count: i64,
}
