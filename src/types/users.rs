//! Names of users, and links to them.

use super::User;

impl User {
    /// Returns the first name and, if there is one, the last name.
    ///
    /// ```
    /// use telegrammar::types::User;
    ///
    /// let json = r#"{"id":7,"is_bot":false,"first_name":"Ada","last_name":"Lovelace"}"#;
    /// let user: User = serde_json::from_str(json)?;
    /// assert_eq!(user.full_name(), "Ada Lovelace");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn full_name(&self) -> String {
        match self.last_name.as_deref() {
            Some(last) if !last.is_empty() => format!("{} {last}", self.first_name),
            _ => self.first_name.clone(),
        }
    }

    /// Returns the `@username`, which is a mention in any text. `None` for a user without a
    /// username; a link to [`url`](Self::url) mentions such a user.
    #[must_use]
    pub fn mention(&self) -> Option<String> {
        let username = self.username.as_deref()?;
        Some(format!("@{username}"))
    }

    /// Returns the address `tg://user?id=…`. A text or button with this link mentions the user, if
    /// their privacy settings allow it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("tg://user?id={}", self.id)
    }
}
