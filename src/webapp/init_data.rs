//! The data of a Mini App, verified and decoded.

use std::str::FromStr;
use std::time::{Duration, SystemTime};

use super::check::{self, Environment};
use super::error::InitDataError;
use super::pairs::Pairs;
use super::participants::{WebAppChat, WebAppUser};
use crate::__private::Decode;
use crate::{Token, from_json};

/// Verified data of a Mini App: who opened it, from where, and when.
///
/// There is no way to create it without verification.
///
/// [Mini Apps](https://core.telegram.org/bots/webapps#webappinitdata)
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InitData {
    /// Id of the session, for [`AnswerWebAppQuery`](crate::methods::AnswerWebAppQuery).
    pub query_id: Option<String>,
    /// The user who opened the Mini App.
    pub user: Option<WebAppUser>,
    /// The other user of the private chat whose attachment menu opened the Mini App.
    pub receiver: Option<WebAppUser>,
    /// The group or channel whose attachment menu opened the Mini App.
    pub chat: Option<WebAppChat>,
    /// Kind of the chat from which a direct link was opened: `"sender"` for the private chat with
    /// the user, `"private"`, `"group"`, `"supergroup"` or `"channel"`.
    pub chat_type: Option<String>,
    /// Id that stands for the chat from which a direct link was opened.
    pub chat_instance: Option<String>,
    /// The parameter `startattach` or `startapp` of the link.
    pub start_param: Option<String>,
    /// The time in seconds after which `answerWebAppQuery` can send a message.
    pub can_send_after: Option<u64>,
    /// When the Mini App was opened, as Unix time in seconds.
    pub auth_date: u64,
    /// Fields that this version of telegrammar does not know, by name: decoded, and verified as all
    /// others. `hash` and `signature` are not among them.
    pub rest: Vec<(String, String)>,
}

impl InitData {
    /// Verifies and decodes the text of `Telegram.WebApp.initData`, with the token of the bot whose
    /// Mini App it is.
    ///
    /// `max_age` is the time for which the data is accepted after the Mini App was opened. Whoever
    /// gets hold of the text can use it for as long.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use telegrammar::Token;
    /// use telegrammar::webapp::{InitData, InitDataError};
    ///
    /// let token: Token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11".parse()?;
    /// let text = format!("auth_date=1700000000&hash={}", "0".repeat(64));
    /// let refused = InitData::verify(&text, &token, Duration::from_secs(3600));
    /// assert_eq!(refused, Err(InitDataError::WrongHash));
    /// # Ok::<(), telegrammar::error::TokenError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The text is malformed, its hash is missing or wrong, or it is too old or from the future.
    pub fn verify(text: &str, token: &Token, max_age: Duration) -> Result<Self, InitDataError> {
        Self::verify_at(text, token, max_age, SystemTime::now())
    }

    /// As [`verify`](Self::verify), at another time than now: for tests, and where there is no
    /// system clock.
    ///
    /// # Errors
    ///
    /// As those of [`verify`](Self::verify).
    pub fn verify_at(
        text: &str,
        token: &Token,
        max_age: Duration,
        now: SystemTime,
    ) -> Result<Self, InitDataError> {
        let mut pairs = Pairs::read(text)?;
        check::hash(&mut pairs, token)?;
        pairs.take("signature");
        Self::decode(pairs, max_age, now)
    }

    /// Verifies and decodes the text of `Telegram.WebApp.initData` of any bot, without its token:
    /// by the signature of Telegram.
    ///
    /// `bot_id` is the id of the bot whose Mini App it must be. `max_age` is as for
    /// [`verify`](Self::verify).
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use telegrammar::webapp::{Environment, InitData, InitDataError};
    ///
    /// let (text, max_age) = ("auth_date=1700000000&hash=00", Duration::from_secs(3600));
    /// let refused = InitData::verify_third_party(text, 123_456, Environment::Production, max_age);
    /// assert_eq!(refused, Err(InitDataError::Missing { field: "signature" }));
    /// ```
    ///
    /// # Errors
    ///
    /// The text is malformed, its signature is missing or wrong, or it is too old or from the
    /// future.
    pub fn verify_third_party(
        text: &str,
        bot_id: u64,
        environment: Environment,
        max_age: Duration,
    ) -> Result<Self, InitDataError> {
        Self::verify_third_party_at(text, bot_id, environment, max_age, SystemTime::now())
    }

    /// As [`verify_third_party`](Self::verify_third_party), at another time than now: for tests,
    /// and where there is no system clock.
    ///
    /// # Errors
    ///
    /// As those of [`verify_third_party`](Self::verify_third_party).
    pub fn verify_third_party_at(
        text: &str,
        bot_id: u64,
        environment: Environment,
        max_age: Duration,
        now: SystemTime,
    ) -> Result<Self, InitDataError> {
        let mut pairs = Pairs::read(text)?;
        check::signature(&mut pairs, bot_id, environment)?;
        Self::decode(pairs, max_age, now)
    }

    /// Decodes verified fields, if they are not too old.
    fn decode(mut pairs: Pairs, max_age: Duration, now: SystemTime) -> Result<Self, InitDataError> {
        let auth_date = pairs
            .take("auth_date")
            .ok_or(InitDataError::Missing { field: "auth_date" })?;
        let auth_date = number(&auth_date, "`auth_date` is not a time")?;
        check::age(auth_date, max_age, now)?;
        Ok(Self {
            query_id: pairs.take("query_id"),
            user: object(&mut pairs, "user", "`user` is not a user")?,
            receiver: object(&mut pairs, "receiver", "`receiver` is not a user")?,
            chat: object(&mut pairs, "chat", "`chat` is not a chat")?,
            chat_type: pairs.take("chat_type"),
            chat_instance: pairs.take("chat_instance"),
            start_param: pairs.take("start_param"),
            can_send_after: pairs
                .take("can_send_after")
                .map(|seconds| number(&seconds, "`can_send_after` is not a number of seconds"))
                .transpose()?,
            auth_date,
            rest: pairs.into_rest(),
        })
    }
}

fn number(text: &str, problem: &'static str) -> Result<u64, InitDataError> {
    u64::from_str(text).map_err(|_| InitDataError::malformed(problem))
}

fn object<T: Decode>(
    pairs: &mut Pairs,
    name: &str,
    problem: &'static str,
) -> Result<Option<T>, InitDataError> {
    let json = pairs.take(name);
    // The decoder's own error would repeat parts of the data.
    let decoded = json.map(|json| from_json(json).map_err(|_| InitDataError::malformed(problem)));
    decoded.transpose()
}
