//! Users with business accounts, and their customers.

use serde_json::{Value, json};

use super::action::Action;
use super::user::User;

impl<'f> User<'f> {
    /// Connects the own business account to the bot, with all rights. The bot gets a
    /// `business_connection`. Returns its id, with which the bot can act in the name of the account.
    ///
    /// ```
    /// use telegrammar::methods::SendMessage;
    /// use telegrammar_testing::FakeBotApi;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let fake = FakeBotApi::start().await?;
    /// let (ann, ben) = (fake.user("Ann"), fake.user("Ben"));
    /// let connection = ann.connects_business().result();
    /// let ben = ben.as_customer_of(ann);
    /// ben.says("Are you open?");
    /// let reply = SendMessage::new(ben.id(), "We are").business_connection_id(connection);
    /// reply.send(&fake.bot()).await?;
    /// assert_eq!(ben.sees(), "Ben: Are you open?\nAnn: We are\n");
    /// # Ok(())
    /// # }
    /// ```
    #[track_caller]
    pub fn connects_business(&self) -> Action<'f, String> {
        self.connects(json!({}))
    }

    /// Connects the own business account to the bot, or changes what the bot may do, to these members of a
    /// `BusinessBotRights`, such as `can_reply`. Returns the id of the connection.
    ///
    /// # Panics
    ///
    /// Panics if there is no such right.
    #[track_caller]
    pub fn connects_business_with(&self, rights: &[&str]) -> Action<'f, String> {
        self.connects(json!({"rights": rights}))
    }

    #[track_caller]
    fn connects(&self, body: Value) -> Action<'f, String> {
        let done = self.acts("connect_business", body);
        let id = done.get("business_connection_id").and_then(Value::as_str);
        Action::new(self.fake, id.unwrap_or_default().to_owned())
    }

    /// Ends the connection of the own business account. The bot gets a `business_connection`, and its calls
    /// in the name of the account are refused: 400, "business connection not found".
    ///
    /// # Panics
    ///
    /// Panics if the user has connected no business account.
    #[track_caller]
    pub fn disconnects_business(&self) -> Action<'f> {
        self.does("disconnect_business");
        Action::new(self.fake, ())
    }

    /// Returns the user in the private chat with a business account. What the user says there, edits and
    /// deletes, the bot gets as `business_message`, `edited_business_message` and
    /// `deleted_business_messages`.
    ///
    /// # Panics
    ///
    /// Panics if `owner` is this user, or has connected no business account.
    #[must_use]
    #[track_caller]
    pub fn as_customer_of(self, owner: User<'_>) -> Self {
        self.in_account(owner.id(), self.id())
    }

    /// Returns the owner of a business account in the private chat with a customer. The bot gets what is
    /// said there too.
    ///
    /// # Panics
    ///
    /// Panics if the user has connected no business account, or is the customer.
    #[must_use]
    #[track_caller]
    pub fn with_customer(self, customer: User<'_>) -> Self {
        self.in_account(self.id(), customer.id())
    }

    fn in_account(self, owner: i64, customer: i64) -> Self {
        assert!(owner != customer, "the user {owner} is no own customer");
        self.with_bot(|bot| {
            let is_known = bot.business_of(owner).is_some();
            assert!(
                is_known,
                "the user {owner} has connected no business account"
            );
        });
        Self {
            account: Some(owner),
            chat: customer,
            ..self
        }
    }
}
